"""What a sound codebook keeps."""

from __future__ import annotations

import msgspec
import pytest

from detente.codebook import Codebook, EventType, Example, Expect, codebook
from detente.codebook.check import check
from detente.codebook.shapes import Code, LinkageCue, Move, Plover, Role


def with_type(kind: EventType) -> Codebook:
    """The codebook with one type exchanged."""
    return msgspec.structs.replace(codebook(), types={**codebook().types, kind.name: kind})


def changed(name: str, **fields: object) -> Codebook:
    """The codebook with some headings of one type exchanged."""
    kind = next(kind for kind in codebook().types.values() if kind.name == name)
    return with_type(msgspec.structs.replace(kind, **fields))


def with_example(example: Example) -> Codebook:
    """The codebook with one more example of RELEASE."""
    return changed("RELEASE", examples=(*codebook().types["RELEASE"].examples, example))


def messages(book: Codebook) -> str:
    """All faults in one text."""
    return "\n".join(f"{fault.where}: {fault.message}" for fault in check(book))


def test_the_codebook_that_ships_has_no_fault() -> None:
    """Definition, limits, neighbours, examples, roles, modes and moves all hold."""
    assert messages(codebook()) == ""


def test_a_missing_type_is_a_fault() -> None:
    """There are sixteen event types and three record types, whatever the folder holds."""
    types = {name: kind for name, kind in codebook().types.items() if name != "HARM"}
    found = messages(msgspec.structs.replace(codebook(), types=types))
    assert "expected events/harm.toml" in found
    assert "names HARM, which has no file" in found


@pytest.mark.parametrize("heading", ["include", "exclude", "confusable_with", "roles", "examples"])
def test_an_empty_heading_is_a_fault(heading: str) -> None:
    """Every type has all headings filled."""
    empty: object = {} if heading == "confusable_with" else ()
    assert f"RELEASE: expected {heading}" in messages(changed("RELEASE", **{heading: empty}))


def test_neighbours_are_mutual() -> None:
    """Where one type says how to tell it from another, the other says so too."""
    book = changed("RELEASE", confusable_with={"HARM": "one opens the door, one hurts"})
    assert "RELEASE: is confusable with HARM, but HARM does not say so" in messages(book)


def test_a_plover_code_is_for_subs_that_the_type_has() -> None:
    """Else no claim would ever get it."""
    plover = Plover(manual=(Code(event="RETREAT", subs=("escape",)),))
    assert "RELEASE: a PLOVER code is for escape, which is no sub" in messages(
        changed("RELEASE", plover=plover)
    )


def test_nine_examples_and_two_of_what_it_is_not() -> None:
    """Three of the table's own, six in other registers, two that look like it and are not."""
    found = messages(changed("RELEASE", examples=codebook().types["RELEASE"].examples[:3]))
    assert "expected 9 examples; found 3" in found
    assert "expected 2 examples of what it is not; found 0" in found


@pytest.mark.parametrize(
    ("expect", "message"),
    [
        (Expect(type="RELEASE", roles={"freer": "Osmia"}), "RELEASE has no role freer"),
        (Expect(type="RELEASE", sub="escape"), "RELEASE has no sub escape"),
        (Expect(type="RELEASE", hedges=("nearly",)), "expects 'nearly', which is not in the text"),
        (Expect(type="RECOGNITION", label="spies"), "expects 'spies', which is not in the text"),
    ],
)
def test_an_example_expects_only_what_the_codebook_and_the_text_have(expect: Expect, message: str) -> None:
    """A role, sub-type or verbatim word that is nowhere else is a slip of the pen."""
    example = Example(text="Osmia freed two men.", register="wire", expect=(expect,))
    assert message in messages(with_example(example))


def test_an_example_shows_its_type_or_says_what_it_is_instead() -> None:
    """An example of nothing is no example."""
    assert "or 'instead'; found neither" in messages(with_example(Example(text="Hm.", register="wire")))


def test_an_example_of_what_it_is_not_forbids_the_type() -> None:
    """Saying 'instead' without a never would test nothing."""
    example = Example(text="Osmia released a list.", register="wire", instead="a list is released")
    assert "is not RELEASE" in messages(with_example(example))


def test_numbers_of_phenomena_and_rules_are_known() -> None:
    """Tags lead somewhere."""
    example = Example(text="Hm.", register="wire", phenomenon=(99,), rule=("§8.99",), instead="nothing")
    found = messages(with_example(example))
    assert "phenomenon 99" in found
    assert "rule §8.99" in found


def test_a_role_is_in_roles_toml_with_its_kinds() -> None:
    """A type may narrow the kinds of a role and never widen them."""
    roles = codebook().types["RELEASE"].roles
    strange = Role(name="jailer", meaning="?", kinds=("person",))
    assert "role jailer is not in roles.toml" in messages(changed("RELEASE", roles=(*roles, strange)))
    wide = Role(name="to", meaning="?", kinds=("outlet",))
    assert "takes outlet" in messages(changed("RELEASE", roles=(*roles, wide)))
    assert "role to is there twice" in messages(changed("RELEASE", roles=(*roles, wide)))
    bare = tuple(msgspec.structs.replace(role, kinds=(), field=None) for role in roles)
    assert "neither which kinds fill it" in messages(changed("RELEASE", roles=bare))


def test_a_move_leads_between_states_of_its_track() -> None:
    """A track moves only between states it has, on claims there are."""
    track = codebook().statuses[0]
    moves = (*track.moves, Move(from_=("freed",), to="flown", by=("ESCAPE", "RELEASE/escape")))
    book = msgspec.structs.replace(
        codebook(), statuses=(msgspec.structs.replace(track, moves=moves), *codebook().statuses[1:])
    )
    found = messages(book)
    assert "the state flown" in found
    assert "the state freed" in found
    assert "moved by ESCAPE" in found
    assert "moved by RELEASE/escape" in found


def test_every_state_can_be_reached() -> None:
    """A state to which no move leads would never be shown."""
    track = msgspec.structs.replace(codebook().statuses[0], moves=())
    book = msgspec.structs.replace(codebook(), statuses=(track, *codebook().statuses[1:]))
    assert "no move leads to detained" in messages(book)


def test_a_cue_of_linkage_stands_once_and_has_a_known_class() -> None:
    """One cue, one class."""
    links = codebook().linkage
    cue = LinkageCue(cue="in return", class_="L0", direction="follows")
    less = tuple(kind for kind in links.classes if kind.class_ != "L0")
    book = msgspec.structs.replace(
        codebook(), linkage=msgspec.structs.replace(links, classes=less, cues=(*links.cues, cue))
    )
    assert "'in return' is there twice" in messages(book)
    assert "class L0, which is missing" in messages(book)


def test_every_phenomenon_rule_sub_type_step_stance_and_mode_has_an_example() -> None:
    """What a reader must handle, tell apart and never infer is shown somewhere."""
    book = codebook()
    bare = {name: msgspec.structs.replace(kind, examples=()) for name, kind in book.types.items()}
    found = messages(msgspec.structs.replace(book, types=bare))
    assert "none shows phenomenon 24" in found
    assert "none shows rule §8.19" in found
    assert "no example expects swap_release" in found
    assert "no example expects repealed" in found
    assert "no example expects hypothetical and no other" in found


def test_an_example_stands_once() -> None:
    """Two types share no example text."""
    first = codebook().types["RELEASE"].examples[0]
    assert "is there twice" in messages(with_example(first))
