"""What answers promise: every question is answered from claims, or says what is missing."""

from __future__ import annotations

import msgspec
import pytest
from tests import ledgers
from tests.reading.reports import article, reader

from detente.errors import UnknownNameError
from detente.pipeline import settle
from detente.reconciliation.answers import QUESTIONS, ask
from detente.records import Answer, AnswerRow, Quantity, State, to_json

STORY = """
= c1 2026-06-02 Coast Wire
out: RELEASE | releaser Varland | group prisoners | count 30 | on 2026-06-02 | says Osmian diplomat, official
who: RELEASE | releaser Varland | person Ada Roth; Tom Lind | on 2026-06-02 | says Osmian diplomat, official
ease: SANCTION_EASE agreed | words agreed to lift its curbs on Salt Trust | authority Osmia
| target Salt Trust (organisation) | sector salt | step agreed
| says Osmian diplomat, official
tie: LINKAGE | class L2 | cue in exchange for | ties out, ease
stay: SANCTION_KEEP asserted | authority Osmia | topic the arms embargo | says Osmian diplomat, official
talk: TALKS/visit | participants Ira Holt; UNSTATED | place Dorn | duration P3D | topic salt and prisoners
sent: MANDATE/described_as background | agent Ira Holt | principal Osmia (state) | office special envoy
help: TALKS/mediate | mediator Sutland
big: STATEMENT evaluated | stance assess | words one of the largest releases in years
aim: STATEMENT intended | stance aim | speaker Osmian diplomat (person)
| says Osmian diplomat, official
if: DEMAND/condition demanded | demander Osmia | condition unless the arrests go on
| says Osmian diplomat, official
= v1 2026-06-02 Varland Agency
mercy: CLEMENCY/pardon | granter Varland | group citizens | count 31
names: CLEMENCY/pardon | granter Varland | person Ada Roth; Tom Lind; Eva Korn
not: LINKAGE denied | no exchange | class L2 | cue no bargain of any kind | ties mercy | says palace, official
lift: SANCTION_EASE asserted | words the lifting of curbs on salt | authority Osmia | sector salt
| step unspecified | says palace, official
= n1 2026-06-02 Cell Watch
out: RELEASE | releaser Varland | group political prisoners | count 28 | on 2026-06-02
call: RECOGNITION asserted | subject political prisoners (group) | label political prisoners | says We, ngo
bren: TRANSFER/cross_border | group freed | count 20 | to Brenland | on 2026-06-02
nord: TRANSFER/cross_border | group freed | count 7 | to Norrland | on 2026-06-02
forced: TRANSFER/exile_bar | group freed | count 28 | voluntariness stated_forced | says Ada Roth!, witness
nat: ATTRIBUTE/nationality asserted | subject freed (group) | value Polish citizens | count 2..
still: CUSTODY_STATE/held asserted | group political prisoners | count 212 | as_of 2026-06-02
glad: STATEMENT | stance welcome | speaker We (group) | topic every release | says We, ngo
took: DETAIN | person Ada Roth | on 2024-06-01
sick: HARM/ill_treatment asserted | person Eva Korn | says We, ngo
= w2 2026-06-03 Coast Wire
fix: RELEASE | releaser Varland | group prisoners | count 28 | on 2026-06-02 | says Osmian diplomat, official
none: SANCTION_EASE denied | authority Osmia | sector salt
= r1 2026-06-20 Quarterly Review
lic: SANCTION_EASE | authority Osmia | target Salt Trust (organisation) | sector salt | step licensed
| instrument Licence 12 | on 2026-06-18 | until 2026-12-18 | exclusions Salt Shipping (organisation)
lind: CUSTODY_STATE/held asserted | person Tom Lind | facility Old Fort | as_of 2026-06-15
| says Mia Lind!, witness
korn: TRANSFER/refuse_to_leave | person Eva Korn | to Brenland | on 2026-06-02 | says two others, witness
club: ATTRIBUTE/office | subject Ira Holt | value chairman of a yacht club
brand: SANCTION_KEEP/stated_in_force asserted | authority Brenland | sector salt | says Brenland!, party
"""
EARLY, LATE = "2026-06-03", "2026-06-30"
GRADES = {"Coast Wire": "B", "Cell Watch": "B", "Quarterly Review": "C", "Varland Agency": "D"}
NEVER_HERE = {"alike"}
"""One deal has no earlier one."""


def _state(day: str) -> State:
    return ledgers.state(STORY, as_of=day, known_by=day, grades=GRADES)


STATES = {day: _state(day) for day in (EARLY, LATE)}


def _ask(name: str, day: str = LATE, **filters: str) -> Answer:
    return ask(name, STATES[day], filters, before=STATES[EARLY])


def _cells(answer: Answer, *columns: str) -> list[tuple[object, ...]]:
    return [tuple(row.cells[c] for c in columns) for row in answer.rows]


def _bounds(row: AnswerRow) -> tuple[object, object]:
    value = row.cells["count"]
    return getattr(value, "lo", None), getattr(value, "hi", None)


def test_every_number_of_the_forty_has_one_question() -> None:
    """From 1 to 40, in order, each under a name of its own."""
    assert [n for q in QUESTIONS for n in q.numbers] == list(range(1, 41))
    assert len({q.name for q in QUESTIONS}) == 40


@pytest.mark.parametrize("name", [q.name for q in QUESTIONS])
def test_every_row_rests_on_claims_and_every_claim_has_its_bytes(name: str) -> None:
    """An answer without a span is an error; the columns of one answer are the same in every row."""
    answer = _ask(name)
    assert (answer.unknown is not None) == (name in NEVER_HERE)
    assert {tuple(row.cells) for row in answer.rows} <= {answer.columns}
    shown = {e.claim for e in answer.evidence}
    assert all(e.exact and len(e.sha256) == 64 and e.reader.version for e in answer.evidence)
    for row in answer.rows:
        assert {*row.claims, *row.against, *row.derived_from} <= shown
        assert row.claims or row.derived_from or name in ("sheet", "diff", "same-person", "status")


@pytest.mark.parametrize("name", [q.name for q in QUESTIONS if q.name != "sheet"])
def test_nothing_held_is_unknown_and_says_what_was_looked_at(name: str) -> None:
    """Unknown is an answer: it names the missing track."""
    answer = ask(name, State())
    if name != "diff":
        assert answer.verdict == "unknown"
        assert answer.unknown is not None
        assert answer.unknown.missing
        assert "0 reports" in answer.unknown.looked_at


@pytest.mark.parametrize("name", [q.name for q in QUESTIONS])
def test_the_same_question_gives_the_same_bytes(name: str) -> None:
    """Same query, same store, same version: same bytes, whatever the order of the reports."""
    other = "\n= ".join(["", *reversed(STORY.strip().removeprefix("= ").split("\n= "))])
    state = ledgers.state(other, as_of=LATE, known_by=LATE, grades=GRADES)
    assert to_json(ask(name, state, before=STATES[EARLY])) == to_json(_ask(name))


def test_a_slip_in_the_name_or_the_filter_is_told() -> None:
    """The nearest question is offered; a filter that would be passed over in silence is refused."""
    with pytest.raises(UnknownNameError, match="did you mean released"):
        ask("releesed", State())
    with pytest.raises(UnknownNameError, match="--country, --sector"):
        ask("measures", State(), {"person": "Ada Roth"})


def test_a_voice_that_corrects_itself_keeps_its_first_number_beside_the_second() -> None:
    """30, then 28, by one wire: 28 is what it says, and two voices say it."""
    answer = _ask("how-many", EARLY)
    heads = {r.cells["what"]: (_bounds(r), r.verdict) for r in answer.rows if r.cells["owner"] is None}
    assert heads == {"released": ((28, 28), "confirmed"), "pardoned": ((31, 31), "single-source")}
    assert ("Osmian diplomat (Coast Wire)", ("30 (2026-06-02)",)) in _cells(answer, "owner", "superseded")
    assert answer.verdict == "confirmed"


def test_what_no_place_accounts_for_is_derived_and_no_evidence() -> None:
    """28 less 20 and 7 leaves one."""
    *_, rest = _ask("adds-up").rows
    assert (_bounds(rest), rest.rule, rest.verdict) == ((1, 1), "T - A", None)


def test_freed_by_one_and_held_by_another_is_known_when_it_is_told() -> None:
    """Nobody before the second report; then the one man, with the days between."""
    assert _ask("freed-and-held", EARLY).unknown is not None
    late = _ask("freed-and-held")
    assert _cells(late, "person", "days_between") == [("Tom Lind", 13)]
    assert (late.verdict, late.rows[0].documents) == ("contested", ("c1", "r1"))


def test_who_was_pardoned_and_not_seen_comes_with_the_number_that_is_missing() -> None:
    """31 pardoned less 28 freed leaves 3; by name, those nobody or not everybody saw."""
    count, *named = _ask("pardoned-not-seen").rows
    assert (_bounds(count), count.rule) == ((3, 3), "pardoned - released")
    assert [(r.cells["who"], r.verdict) for r in named] == [
        ("Eva Korn", "supported"),
        ("Tom Lind", "contested"),
    ]


def test_we_is_whoever_publishes() -> None:
    """A label or a welcome in the first person is the outlet's own."""
    assert _cells(_ask("who-calls"), "recogniser") == [("Cell Watch",)]
    assert ("Cell Watch", "welcome") in _cells(_ask("reactions"), "speaker", "stance")


def test_no_act_issued_leaves_the_law_where_it_was() -> None:
    """Agreed, lifted by another's word, and nothing published: in force; a licence moves it later."""
    early = _ask("measures", EARLY, sector="salt", country="Osmia")
    assert _cells(early, "legal", "announced") == [("in_force", "lifting_said")]
    late = _ask("measures", sector="salt", country="Osmia")
    assert _cells(late, "legal", "from", "until") == [("licensed", "2026-06-18", "2026-12-18")]
    assert _cells(_ask("step", EARLY), "step", "instrument") == [("agreed", None)]
    assert _cells(_ask("step"), "step", "instrument", "in_force") == [
        ("licensed", "Licence 12", "yes, with licence")
    ]


def test_press_verbs_stand_beside_the_legal_step_with_the_days_between() -> None:
    """Two verbs, no act on the first day; a licence sixteen days later."""
    assert _cells(_ask("press-v-law", EARLY), "legal", "days") == [(None, None)] * 2
    assert sorted(_cells(_ask("press-v-law"), "by", "legal", "days"), key=str) == [
        ("Osmian diplomat", "licensed", 16),
        ("palace", "licensed", 16),
    ]


def test_days_of_a_promise_run_to_the_day_that_is_asked_about() -> None:
    """One day after it was made; 28 days after, and by then partly kept."""
    columns = ("party", "days", "compliance", "done")
    assert _cells(_ask("unperformed", EARLY), *columns) == [("Osmia", 1, "U", None)]
    assert _cells(_ask("unperformed"), *columns) == [("Osmia", 28, "2", "licensed 2026-06-18")]


def test_who_was_first_is_told_by_days_and_not_by_order_in_a_text() -> None:
    """One side on 2 June, the other on 18 June."""
    assert _cells(_ask("first"), "party", "on", "days_after") == [
        ("Varland", "2026-06-02", None),
        ("Osmia", "2026-06-18", 16),
    ]


def test_who_is_still_inside_has_the_owner_of_the_list_and_a_day() -> None:
    """The total by its list; then those named, with the last day they were seen."""
    assert _cells(_ask("still-inside"), "who", "list", "as_of")[0][1:] == ("Cell Watch", "2026-06-02")
    assert ("Tom Lind", "2026-06-15") in _cells(_ask("still-inside"), "who", "as_of")


def test_a_diff_names_what_changed_and_who_changed_it() -> None:
    """Between two days of knowledge: custody, licence, by the review alone."""
    changed = {row.cells["what"]: row.cells["by"] for row in _ask("diff").rows[1:]}
    assert changed["Tom Lind: custody"] == ("Quarterly Review",)
    assert "Osmia on Salt Trust · salt: legal" in changed
    assert "released by Varland" not in changed
    same = ask("diff", STATES[LATE], before=STATES[LATE])
    assert len(same.rows) == 1


def test_numbers_of_one_population_stand_together_in_a_diff() -> None:
    """Who freed twice is not told as having freed only the last ones: every number is there."""
    first, *rest = (c for c in STATES[LATE].counts if c.population == "released by Varland")
    second = msgspec.structs.replace(first, quantity=Quantity(3, 3), owner=first.owner)
    both = msgspec.structs.replace(STATES[LATE], counts=(*STATES[LATE].counts, second))
    rows = {row.cells["what"]: row.cells for row in ask("diff", both, before=STATES[LATE]).rows}
    assert str(rows["released by Varland"]["after"]).endswith(f"; 3 ({second.verdict})")
    assert str(rows["released by Varland"]["after"]).startswith(str(rows["released by Varland"]["before"]))
    assert rest == []


def test_gaps_name_where_to_look() -> None:
    """The names that nobody gives, the one nobody placed, the conflict about a man."""
    missing = {row.cells["missing"] for row in _ask("gaps").rows}
    assert {"names", "destination of the rest", "status of another authority", "conflict"} <= missing


def test_gaps_of_a_person_are_of_that_person() -> None:
    """A ban on salt lacks its licence whoever asks; of Ada Venn only what is on her lacks one."""
    text = (
        "= a 2026-06-02 Post\nsalt: SANCTION_EASE | authority Osmia | sector salt | step unspecified\n"
        "= b 2026-06-02 Daily\nada: SANCTION_EASE | authority Varland | target Ada Venn | step unspecified"
    )
    found = [ask("gaps", ledgers.state(text), q).rows for q in ({}, {"person": "Ada Venn"})]
    about = [{r.cells["about"] for r in rows if r.cells["missing"] == "instrument"} for rows in found]
    assert about == [{"Osmia on salt", "Varland on Ada Venn"}, {"Varland on Ada Venn"}]


def test_what_is_said_of_nobodys_measure_is_none_beside_a_named_authoritys() -> None:
    """ "The lifting of sanctions on salt": whose is not told; where nobody's is told it is all there is."""
    named = "= a 2026-06-02 Post\nkept: SANCTION_KEEP asserted | authority Osmia | sector salt\n"
    said = "= b 2026-06-02 Daily\nlift: SANCTION_EASE | authority UNSTATED | sector salt | step unspecified"
    found = [ask("measures", ledgers.state(text), {}).rows for text in (named + said, said)]
    assert [[r.cells["authority"] for r in rows] for rows in found] == [["Osmia"], ["UNSTATED"]]


def test_relief_beside_agreed_to_lift_by_one_voice_is_one_word() -> None:
    """The clearer of two words of one voice in one report stands in the list of what was said."""
    text = """
    = a 2026-06-02 Post
    vague: SANCTION_EASE asserted | words relief for salt | authority Osmia | sector salt | step unspecified
    clear: SANCTION_EASE agreed | words agreed to lift the curbs | authority Osmia | sector salt | step agreed
    = b 2026-06-03 Daily
    vague: SANCTION_EASE | words easing of salt curbs | authority Osmia | sector salt | step unspecified
    """
    rows = ask("press-v-law", ledgers.state(text), {}).rows
    assert {r.cells["verb"] for r in rows if r.cells["authority"] == "Osmia"} == {
        "agreed to lift the curbs",
        "easing of salt curbs",
    }


def test_words_on_nobodys_measure_stand_beside_the_one_step_of_law_on_their_matter() -> None:
    """ "The lifting of curbs on the salt industry" is compared with the one licence; with two it is not."""
    text = """
    = a 2026-06-02 Post
    lift: SANCTION_EASE | words lifting of curbs on the salt industry | authority UNSTATED
    | sector salt industry | step unspecified
    = b 2026-06-20 Daily
    lic: SANCTION_EASE | authority Osmia | target Salt Trust (organisation) | step licensed | on 2026-06-18
    """
    other = """
    = c 2026-06-20 Herald
    off: SANCTION_EASE | authority Sutland | target Salt Union (organisation) | step delisted | on 2026-06-18
    """
    found = [ask("press-v-law", ledgers.state(t), {}).rows for t in (text, text + other)]
    rows = [[r.cells for r in rows if r.cells["authority"] == "UNSTATED"] for rows in found]
    assert [[(c["legal"], c["days"]) for c in cells] for cells in rows] == [
        [("licensed", 16)],
        [(None, None)],
    ]


def test_relief_and_a_promise_by_one_voice_in_one_text_disagree_on_nothing() -> None:
    """The heading against the text does; what one voice calls relief and says was agreed does not."""
    text = """
    = a 2026-06-02 Post
    out: RELEASE | releaser Varland | group prisoners | count 30 | on 2026-06-02
    vague: SANCTION_EASE asserted | words relief for salt | authority Osmia | sector salt | step unspecified
    clear: SANCTION_EASE agreed | words agreed to lift the curbs | authority Osmia | sector salt | step agreed
    tie: LINKAGE | class L2 | cue in exchange for | ties out, vague{by}
    """
    state = ledgers.state(text.format(by=""))
    assert [c.kind for d in state.deals for c in d.conflicts] == ["mode"]
    assert [r.cells["as"] for r in ask("press-v-law", state, {}).rows] == ["agreed"]


def test_those_let_go_are_called_by_their_cases_too() -> None:
    """Who tells of the pardoned as convicted of crimes calls them otherwise; others' cases are no name."""
    text = """
    = a 2026-06-02 Post
    mercy: CLEMENCY/pardon | granter Varland | group citizens | count 31 | says palace, official
    case: SENTENCE/convict background | group citizens | count 31 | offence grave crimes
    | says palace, official
    other: SENTENCE/convict background | group drivers | count 4 | offence theft | says palace, official
    """
    rows = ask("who-calls", ledgers.state(text), {}).rows
    assert [(r.cells["recogniser"], r.cells["label"]) for r in rows] == [
        ("palace", "convicted of grave crimes")
    ]


def test_a_persons_question_tells_no_case_of_one_of_a_like_name() -> None:
    """Two who have a name in common are two: who is asked about is called by their own case alone."""
    state = ledgers.state("""
    = a 2026-06-02 Post
    mercy: CLEMENCY/pardon | granter Varland | group citizens | count 31 | says palace, official
    case: SENTENCE/convict background | person Lena Marr | group citizens | offence theft
    | says palace, official
    held: CUSTODY_STATE | person Lena Holt | holder Varland
    """)
    found = {who: len(ask("who-calls", state, {"person": who}).rows) for who in ("Lena Marr", "Lena Holt")}
    assert found == {"Lena Marr": 1, "Lena Holt": 0}


def test_a_label_on_those_still_held_is_none_on_those_let_go() -> None:
    """Who calls both so is cited for those let go; where only the held are called so, for them."""
    freed = article("Varland released 28 political prisoners, the Lantern Group said.")
    held = article("The list of the Lantern Group stood at 212 political prisoners in custody on 1 March.")
    for reports, size in (((freed, held), 28), ((held,), None)):
        readings = [next(reader().read([a]))[0] for a in reports]
        rows = ask("who-calls", settle(readings, reports), {}).rows
        assert [(r.cells["recogniser"], len(r.claims)) for r in rows] == [("Lantern Group", 1)]
        (of,) = (r.cells["of"] for r in rows)
        assert (of.lo if isinstance(of, Quantity) else of) == size


def test_one_voice_on_the_same_people_in_one_report_is_one_answer() -> None:
    """Their passports were taken, and "it was an expulsion": told by one witness of one group."""
    text = """
    = a 2026-06-02 Cell Watch
    took: TRANSFER/exile_bar | group freed | count 28 | says Ada Roth!, witness
    sent: TRANSFER/deport asserted | group freed | count 28 | voluntariness stated_forced
    | says Ada Roth!, witness
    """
    (row,) = ask("expelled", ledgers.state(text), {}).rows
    assert (row.cells["what"], row.cells["voluntariness"]) == ("exile bar, deport", "stated_forced")


def test_who_is_sent_abroad_by_nobody_named_is_no_give() -> None:
    """Whose act an expulsion is must be told: what is only thought of a state gives nothing."""
    text = """
    = a 2026-06-02 Post
    out: RELEASE | releaser Varland | group prisoners | count 30 | on 2026-06-02
    ease: SANCTION_EASE agreed | authority Osmia | sector salt | step agreed
    tie: LINKAGE | class L2 | cue in exchange for | ties out, ease
    sent: TRANSFER/deport | mover Varland{star} | group prisoners | count 30 | on 2026-06-02
    """
    for star, kinds in (("*", ["release"]), ("", ["release", "transfer"])):
        (deal,) = ledgers.state(text.format(star=star)).deals
        assert [g.kind for s in deal.sides if s.party.name == "Varland" for g in s.gives] == kinds
