"""A pattern is tried only where what it needs stands, and what it needs stands in whatever it fits."""

from __future__ import annotations

import re
from importlib import import_module
from typing import Any

import pytest

from detente.language.cues import Cue, Together
from detente.language.literals import needs as read_off
from detente.reading.lexicon import lexicon

PARSE: Any = import_module("re._parser").parse
LEXICON = lexicon("en")
NAMED = {name: LEXICON.pattern(name) for name in LEXICON.phrases["needs"]}
TIES = {row["cue"]: cue for row, cue in LEXICON.ties if "needs" in row}
CUES = [*NAMED.values(), *TIES.values(), LEXICON.no_tie]
OF_RULES = [c for r in LEXICON.rules for c in (r.then, r.unless, r.require, r.object) if c is not None]
EVERY = [
    *OF_RULES,
    *(LEXICON.pattern(name) for name in LEXICON.phrases["patterns"]),
    *(c for _, c in LEXICON.ties),
]


def _cannot_lack(tree: Any, needs: tuple[str, ...], run: str = "") -> bool:
    """Does every way through this part of a pattern write one of the strings, letter by letter?"""
    for what, value in [(str(what), value) for what, value in tree]:
        if what == "LITERAL":
            run += chr(value).lower()
            if any(x in run for x in needs):
                return True
            continue
        if what in {"AT", "ASSERT", "ASSERT_NOT"}:
            continue
        if what == "SUBPATTERN" and _cannot_lack(value[3], needs, run):
            return True
        if what == "BRANCH" and all(_cannot_lack(way, needs, run) for way in value[1]):
            return True
        if what in {"MAX_REPEAT", "MIN_REPEAT"} and value[0] and _cannot_lack(value[2], needs):
            return True
        run = ""
    return False


@pytest.mark.parametrize("cue", EVERY, ids=lambda cue: cue.written[:40])
def test_what_is_read_off_a_pattern_is_what_it_cannot_lack(cue: Cue) -> None:
    """Python's own reading of the pattern agrees that each way through it writes one of the strings."""
    found = read_off(cue.written)
    assert not found or _cannot_lack(PARSE(cue.written, re.IGNORECASE), found)


def test_most_patterns_need_not_be_compiled_to_be_left() -> None:
    """Of those that rules have, four in five cannot do without some word."""
    assert sum(1 for cue in OF_RULES if cue.needs) > 0.8 * len(OF_RULES)


@pytest.mark.parametrize("cue", CUES, ids=lambda cue: cue.needs[0])
def test_whatever_a_pattern_fits_holds_what_it_needs(cue: Cue) -> None:
    """An alternative that is added to a pattern without what it needs would never be found."""
    assert cue.needs
    assert all(x == x.lower() for x in cue.needs)
    assert _cannot_lack(PARSE(cue.pattern.pattern, cue.pattern.flags), cue.needs)


def test_a_pattern_whose_need_is_left_out_is_told() -> None:
    """The test above fails where one of several ways lacks what is needed, or may do without it."""
    for written, needs, told in (
        (r"\b(?:freed|let out) men", ("freed",), False),
        (r"\b(?:freed|let out) men", ("freed", "let"), True),
        (r"(?:freed )?men", ("freed",), False),
        (r"(?:freed )+men", ("freed",), True),
        (r"\bmen (?!freed)", ("freed",), False),
    ):
        assert _cannot_lack(PARSE(written), needs) is told


def test_a_cue_fits_what_its_pattern_fits() -> None:
    """Small letters and capitals are alike, whether its needs are said or read off it."""
    written = "freed (?:hostage|captive)s?"
    for cue in (Cue(written, ["hostage", "captive"]), Cue(written, [])):
        assert [m.group() for m in cue.finditer("FREED HOSTAGES, freed captives")] == [
            "FREED HOSTAGES",
            "freed captives",
        ]
        assert cue.search("the freed") is None
        assert list(cue.finditer("the freed")) == []


def test_cues_that_look_together_find_what_each_finds_alone() -> None:
    """One look tells of each cue whether its letters stand there; one that needs none is always tried."""
    written = ("freed (?:men|women)", "(?:at|on) [ab]", "Ransom|swap(?:ped)?")
    alone, together = [Cue(x) for x in written], [Cue(x) for x in written]
    row = Together(together)
    told = {"The FREED women": [0, 1], "A ransom, on b": [1, 2], "Swapped, and freed men": [0, 1, 2], "": [1]}
    for text, numbers in told.items():
        assert row.those(text) == numbers
        found = [cue.search(text) for cue in together]
        assert [m and m.span() for m in found] == [
            m and m.span() for m in (cue.search(text) for cue in alone)
        ]


def test_ties_are_tried_in_their_order_where_they_may_stand() -> None:
    """Those left out fit nothing in the text."""
    text = "In exchange for the release, as part of a deal, the ban was lifted after the talks."
    kept = LEXICON.ties_in(text)
    assert kept == [tie for tie in LEXICON.ties if tie in kept]
    assert 0 < len(kept) < len(LEXICON.ties)
    assert not any(cue.pattern.search(text) for row, cue in LEXICON.ties if (row, cue) not in kept)


def test_several_sets_are_asked_for_by_their_names() -> None:
    """The words of all; a name that is none is told."""
    both = LEXICON["nouns.office nouns.body"]
    assert both == LEXICON["nouns.office"] | LEXICON["nouns.body"]
    assert LEXICON["nouns.office nouns.body"] is both
    for unknown in ("nouns.nothing", "nouns.office nouns.nothing"):
        with pytest.raises(KeyError, match=r"nouns\.nothing"):
            LEXICON[unknown]


def test_a_cue_is_tried_in_a_part_of_a_text_as_in_any_text() -> None:
    """What stands elsewhere in the longer text is no reason to find it in the part."""
    cue = Cue(r"\b(?:freed|let go)\b")
    Together([cue])
    whole = "He was let go, and she was freed"
    for part, found in ((whole[:7], False), (whole[:14], True), (whole[14:], True)):
        assert (cue.search(part, within=whole) is not None) is found
