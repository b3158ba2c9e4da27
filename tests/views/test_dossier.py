"""The dossier: what each section says of a deal, and on which claims it rests."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from detente.records import (
    Alternative,
    Attribution,
    Claim,
    Conflict,
    Deal,
    Destination,
    DocumentRef,
    Filler,
    Give,
    PersonFreed,
    Quantity,
    ReaderRef,
    Released,
    Side,
    Span,
    State,
    Time,
    Unplaced,
)
from detente.views.dossier import Line, Section, dossier, short, shortest

NUMBER = Quantity(52, 52, exact=True, cue="52")


def _claim(name: str, words: str, *, publisher: str = "Dorn Courier", said_by: str = "") -> Claim:
    return Claim(
        id=f"clm_{name}",
        type="RELEASE",
        roles={},
        span=Span(0, len(words), words),
        attribution=(Attribution(said_by, "official", "said"),) if said_by else (),
        document=DocumentRef(id="doc_1", path="a/b.txt", sha256="ab", publisher=publisher),
        reader=ReaderRef("small", "1", "none"),
    )


CLAIMS = (
    _claim("freed00", "Varland let fifty-two prisoners go"),
    _claim("where00", "forty were driven to Osmia", said_by="Osmian officials"),
    _claim("lifted0", "Osmia agreed to lift its curbs on salt"),
)


def _exact(number: int) -> Quantity:
    return Quantity(number, number, exact=True)


def _stated(number: int, *claims: str) -> Alternative:
    return Alternative(_exact(number), 1, tuple(f"clm_{name}" for name in claims))


def _deal(**fields: object) -> Deal:
    deal = Deal(
        id="deal_1",
        state="part_performed",
        date=Time(None, "2026-01-05", basis="publication_bound"),
        sides=(),
        released=Released(quantity=NUMBER, alternatives=(Alternative(NUMBER, 1, ("clm_freed00",)),)),
        claims=("clm_freed00", "clm_where00", "clm_lifted0"),
        reports=1,
    )
    return msgspec.structs.replace(deal, **fields)


def _told(deal: Deal) -> dict[str, Section]:
    sections = dossier(State(claims=CLAIMS, deals=(deal,)), quote=60)
    return {section.title: section for section in sections}


def _texts(lines: Iterable[Line]) -> list[str]:
    return [line.text for line in lines]


def test_the_sum_is_shown_with_what_is_left_over() -> None:
    """The whole, its parts, and the derived rest, which says that it is derived."""
    forty = Quantity(40, 40, exact=True, cue="forty")
    rest = Unplaced(
        quantity=Quantity(12, 12, exact=True),
        what="not reported as sent to Osmia",
        derived_from=("clm_freed00", "clm_where00"),
    )
    there = Destination(place="Osmia", quantity=forty, claims=("clm_where00",))
    deal = _deal(destinations=(there,), unplaced=(rest,))
    lines = _told(deal)["Where they went"].lines
    assert _texts(lines) == [
        "52 = 40 Osmia + 12 not reported as sent to Osmia",
        "Osmia: 40 – Osmian officials, in Dorn Courier",
        "left over: 12 not reported as sent to Osmia (derived: T - A)",
    ]
    assert lines[2].claims == ("clm_freed00", "clm_where00")


def test_exact_parts_that_do_not_make_the_whole_are_said_not_to() -> None:
    """The figures stay as they were stated, and the difference is named."""
    deal = _deal(destinations=(Destination(place="Osmia", quantity=Quantity(40, 40, exact=True)),))
    assert _texts(_told(deal)["Where they went"].lines)[0] == (
        "52 = 40 Osmia; this does not add up: the parts make 40"
    )


def test_where_totals_differ_each_report_has_its_own_sum() -> None:
    """One report's whole is never split into another's parts; what a report leaves over is shown."""
    claims = (
        _claim("whole52", "fifty-two walked free"),
        _claim("there40", "forty went to Osmia", said_by="Osmian officials"),
        _claim("whole60", "sixty walked free", publisher="Salt Road Wire"),
        _claim("there45", "forty-five went to Osmia", publisher="Salt Road Wire"),
        _claim("other15", "fifteen stayed in Dorn", publisher="Salt Road Wire"),
        _claim("whole61", "sixty-one walked free", publisher="Hill Gazette"),
    )
    osmia = (_stated(40, "there40"), _stated(45, "there45"))
    deal = _deal(
        released=Released(
            quantity=_exact(60),
            alternatives=(_stated(52, "whole52"), _stated(60, "whole60"), _stated(61, "whole61")),
            verdict="contested",
        ),
        destinations=(
            Destination(
                place="Osmia", quantity=_exact(45), alternatives=osmia, claims=("clm_there40", "clm_there45")
            ),
            Destination(place="Dorn", quantity=_exact(15), claims=("clm_other15",)),
        ),
    )
    sections = dossier(State(claims=claims, deals=(deal,)), quote=60)
    (lines,) = (section.lines for section in sections if section.title == "Where they went")
    assert _texts(lines)[:3] == [
        "52 by Dorn Courier = 40 Osmia; 12 left over",
        "60 by Salt Road Wire = 45 Osmia + 15 Dorn",
        "Osmia: 45 – Osmian officials, in Dorn Courier; Salt Road Wire",
    ]


def test_a_report_without_publisher_is_called_by_its_file_and_never_by_a_hash() -> None:
    """A person looks for a file; no file is called doc_0123456789abcdef."""
    name = "doc_0123456789abcdef"
    nameless = msgspec.structs.replace(
        _claim("freed00", "fifty-two walked free"), document=DocumentRef(id=name, path="a/b.txt", sha256="ab")
    )
    conflict = Conflict(sentence=f"52 ({name}) or 51 (doc_fedcba9876543210)", claims=())
    state = State(claims=(nameless,), conflicts=(conflict,))
    (line,) = (s for s in dossier(state, quote=60) if s.title == "Where sources disagree beside")
    assert line.lines[0].text == "52 (b.txt) or 51 (a report without publisher)"
    (told,) = (s for s in dossier(state, quote=60) if s.title == "What happened")
    assert told.lines[0].text == "“fifty-two walked free” – b.txt"


def test_a_person_whose_freedom_is_disputed_is_not_called_not_freed() -> None:
    """ "Not freed" is one side's word where others say the opposite."""
    person = PersonFreed(name="Lena Marr", entity=None, verdict="contested", claims=("clm_freed00",))
    (line,) = _told(_deal(persons_not_freed=(person,), released=Released(quantity=None)))[
        "Who was freed"
    ].lines
    assert line.text.startswith("some say freed, some not: Lena Marr")


def test_an_open_part_is_no_fault_of_the_sum() -> None:
    """A place without a number is a question mark and an unknown."""
    deal = _deal(destinations=(Destination(place="Osmia", quantity=None, claims=("clm_where00",)),))
    told = _told(deal)
    assert _texts(told["Where they went"].lines)[0] == "52 = ? Osmia"
    assert "how many went to Osmia" in _texts(told["What is unknown"].lines)


def test_promised_and_performed_stand_apart_and_silence_is_not_failure() -> None:
    """A promise without a report of its doing is "not seen yet" and listed as unknown."""
    give = Give(
        kind="sanction_step",
        what="sanctions on salt",
        step="agreed",
        promised=("clm_lifted0",),
        compliance="U",
    )
    told = _told(_deal(sides=(Side(party=Filler("Osmia", "state"), gives=(give,)),)))
    (row,) = told["What each side gave"].rows
    assert _texts(row.cells) == [
        "Osmia: sanctions on salt, step: agreed (not seen yet)",
        "“Osmia agreed to lift its curbs on salt”",
        "nothing seen",
        "Dorn Courier",
    ]
    assert "whether Osmia has done what it promised (sanctions on salt): no report says so" in _texts(
        told["What is unknown"].lines
    )


def test_every_stated_number_is_listed_with_its_source() -> None:
    """A contested total shows all its values; nothing is dropped because it lost."""
    other = Alternative(Quantity(51, 51, exact=True), 0, ("clm_where00",))
    released = Released(
        quantity=NUMBER, alternatives=(Alternative(NUMBER, 1, ("clm_freed00",)), other), verdict="contested"
    )
    lines = _told(_deal(released=released))["Who was freed"].lines
    assert _texts(lines) == [
        "52 freed (contested)",
        "52 – Dorn Courier",
        "51 – Osmian officials, in Dorn Courier (since corrected by the same source)",
    ]


def test_a_derived_track_says_so() -> None:
    """What the system concluded is never told as what a report said."""
    person = PersonFreed(
        name="Lena Marr", entity=None, custody="released", legal="pardoned", derived=True,
        derived_from=("clm_freed00",), rule="all members",
    )  # fmt: skip
    (line,) = _told(_deal(persons_freed=(person,), released=Released(quantity=None)))["Who was freed"].lines
    assert line.text == (
        "Lena Marr: custody released, legal pardoned, location unknown (single-source; derived (all members))"
    )
    assert (line.claims, line.mark) == (("clm_freed00",), "derived")


def test_conflicts_come_with_what_would_settle_them() -> None:
    """A person can act on the sentence."""
    conflict = Conflict(
        sentence="52 and 51 cannot both be true", claims=("clm_freed00",), settled_by="the list"
    )
    lines = _told(_deal(conflicts=(conflict,)))["Where sources disagree"].lines
    assert _texts(lines) == ["52 and 51 cannot both be true", "would be settled by: the list"]


def test_what_belongs_to_no_deal_is_told_beside() -> None:
    """Nothing that was read as done is left out."""
    told = _told(_deal(claims=("clm_lifted0",)))
    assert len(told["Reported beside"].lines) == 2


def test_every_line_of_a_deal_rests_on_claims_or_says_what_is_unknown() -> None:
    """Except the sum, whose parts carry them."""
    deal = _deal(destinations=(Destination(place="Osmia", quantity=NUMBER, claims=("clm_where00",)),))
    for title, section in _told(deal).items():
        for line in section.lines:
            sure = line.claims or line.mark == "unknown" or " = " in line.text
            assert sure, (title, line.text)


def test_nothing_read_is_said_with_what_to_do() -> None:
    """An empty dossier is no empty screen."""
    (section,) = dossier(State(), quote=60)
    assert "detente inspect" in section.lines[0].text


def test_short_ids_are_as_long_as_it_takes() -> None:
    """Two ids never look the same."""
    ids = {"clm_aaaaaaaa1111", "clm_aaaaaaaa2222", "deal_aaaaaaaa1111"}
    assert len({short(i, shortest(ids)) for i in ids}) == 3
