"""What holds of every report: spans, order, boilerplate, negation, other names, other numbers."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.articles.samples import document
from tests.reading.reports import article, of_type, told

from detente import articles
from detente.records import Claim

STEADY = settings(max_examples=40, derandomize=True, deadline=None, database=None)
"""The parser is a model: the same examples each time, or a name it happens not to know would break a run."""

PARAGRAPHS = (
    "Norway freed nine miners on Monday. The miners had been held in Norway since May 2024.",
    "Police in Ghana arrested two priests on Sunday, their lawyer Kofi Mensah said.",
    "Kenya imposed sanctions on Chad in February. Chad called the measures illegal.",
    "The king of Bhutan pardoned thirty-one prisoners, his spokesman announced.",
    "Peru promised to release the pilot Ana Quispe if Chile reopened its border.",
    "“Malta has not let go of our sons,” the families of four Maltese sailors told reporters.",
    "A court in Zambia sentenced the editor Lena Marr to eight years in prison.",
)
DAY = r"\b(?:Mon|Sun)day\b"


def what(claim: Claim) -> tuple[object, ...]:
    """What a claim says, wherever it stands."""
    roles = tuple(sorted((role, f.name) for role, fillers in claim.roles.items() for f in fillers))
    count = (claim.quantity.lo, claim.quantity.hi) if claim.quantity is not None else None
    chain = tuple(a.name for a in claim.attribution)
    return claim.type, claim.sub, claim.mode, roles, count, chain, claim.span.exact


def all_of(text: str) -> list[tuple[object, ...]]:
    """What a report says, in no order."""
    return sorted((what(c) for c in told(text)), key=repr)


# ── spans ──
@STEADY
@given(
    st.lists(st.sampled_from(PARAGRAPHS), min_size=1, max_size=4, unique=True),
    st.sampled_from(["\n\n", "\n", " ", "\r\n\r\n", "\u00a0"]),
    st.sampled_from(["", "\u00ad", "\u200b", "’", "é", "𝔘 "]),
)
def test_a_span_is_its_quote_in_the_text_as_it_was_read(pieces: list[str], between: str, odd: str) -> None:
    """Offsets count characters of the document's text, whatever characters stand in it."""
    text = between.join([f"{odd}{piece}" for piece in pieces])
    for claim in told(text):
        assert text[claim.span.start : claim.span.end] == claim.span.exact
        if claim.condition is not None:
            assert claim.condition in text
        for hedge in claim.hedges:
            assert hedge.lower() in text.lower()


# ── order and junk ──
@STEADY
@given(st.permutations(PARAGRAPHS))
def test_paragraphs_that_need_not_each_other_give_the_same_claims_in_any_order(order: list[str]) -> None:
    """Nothing is told by where an independent paragraph stands."""
    assert all_of("\n\n".join(order)) == all_of("\n\n".join(PARAGRAPHS))


INSIDE = ("Advertisement", "Share this", "Read also: Kenya frees forty prisoners", "Follow us on Telegram")
BELOW = ("© 2026 Echo. All rights reserved.", "Subscribe to our newsletter", "No comments", "Most read")


@STEADY
@given(
    st.lists(st.sampled_from(INSIDE), max_size=3, unique=True),
    st.integers(1, 3),
    st.lists(st.sampled_from(BELOW), max_size=3, unique=True),
)
def test_boilerplate_adds_no_claim(inside: list[str], at: int, below: list[str]) -> None:
    """CODEBOOK rule 4: what a page says beside its report is nobody's claim."""
    body = list(PARAGRAPHS[:3])
    plain, _ = articles.read(document("Miners go home\n\n" + "\n\n".join(body)))
    page = ["Miners go home", *body[:at], *inside, *body[at:], *below]
    noisy, _ = articles.read(document("\n\n".join(page)))
    assert plain is not None
    assert noisy is not None
    assert [what(c) for c in told(noisy)] == [what(c) for c in told(plain)]


# ── negation ──
DEEDS = (
    ("RELEASE", "free", "freed"), ("RELEASE", "release", "released"), ("RELEASE", "let go", "let go"),
    ("CLEMENCY", "pardon", "pardoned"), ("TRANSFER", "deport", "deported"), ("DETAIN", "arrest", "arrested"),
    ("DETAIN", "abduct", "abducted"), ("SENTENCE", "convict", "convicted"), ("HARM", "torture", "tortured"),
)  # fmt: skip
NOT_DONE = (
    "Norway did not {base} the nine miners.",
    "Norway never {past} the nine miners.",
    "Norway has not {past} the nine miners.",
    "Norway had not {past} the nine miners.",
    "Norway didn’t {base} the nine miners.",
    "The nine miners were not {past} by Norway.",
    "The nine miners have never been {past}.",
    "No miners were {past} on Monday.",
    "None of the nine miners was {past}.",
    "Norway denied that it had {past} the nine miners.",
    "It is not true that Norway {past} the nine miners.",
    "Norway refused to {base} the nine miners.",
    "Norway failed to {base} the nine miners.",
    "Norway has yet to {base} the nine miners.",
)


@pytest.mark.parametrize(("kind", "base", "past"), DEEDS, ids=lambda x: str(x))
@pytest.mark.parametrize("clause", NOT_DONE)
def test_a_negated_clause_is_never_told_as_done(kind: str, base: str, past: str, clause: str) -> None:
    """Phenomenon 11: whatever denies the deed, no claim says that it was performed."""
    text = clause.format(base=base, past=past)
    assert [c.mode for c in of_type(kind, text) if c.polarity == "+" and c.mode != "conditional"] == []


# ── other names, other numbers ──
STATES = ("Norway", "Ghana", "Georgia", "Peru", "Nepal", "Chad", "Cuba", "Kenya")
PEOPLE = ("Lena Marr", "Kofi Mensah", "Ana Quispe", "Tomas Vela", "Omar Haddad", "Ruta Kalnina")
STORY = (
    "{state} freed {number} prisoners on Monday. Among those freed was the editor {person}, the embassy of "
    "{other} said. {state} still holds {more} prisoners."
)


def story(state: str, other: str, person: str, number: int, more: int) -> str:
    """One report with these names and numbers in it."""
    return STORY.format(state=state, other=other, person=person, number=number, more=more)


@STEADY
@given(
    st.permutations(STATES),
    st.sampled_from(PEOPLE),
    st.integers(13, 999),
    st.integers(1001, 1899),
)
def test_other_names_and_numbers_give_the_same_claims_with_them(
    states: list[str], person: str, number: int, more: int
) -> None:
    """A reader knows grammar, not who did what: names and numbers are carried over, nothing else changes."""
    marks = {
        "Norway": states[0],
        "Ghana": states[1],
        "Lena Marr": person,
        "52": str(number),
        "1450": str(more),
    }
    model = told(story("Norway", "Ghana", "Lena Marr", 52, 1450))
    claims = told(story(states[0], states[1], person, number, more))

    def renamed(text: str) -> str:
        return re.sub("|".join(marks), lambda m: marks[m.group()], text)

    assert [c.span.exact for c in claims] == [renamed(c.span.exact) for c in model]
    assert [(c.type, c.sub, c.mode) for c in claims] == [(c.type, c.sub, c.mode) for c in model]
    names = [sorted(f.name for fs in c.roles.values() for f in fs) for c in claims]
    assert names == [sorted(renamed(f.name) for fs in c.roles.values() for f in fs) for c in model]
    counts = [c.quantity and c.quantity.lo for c in claims]
    swap = {52: number, 1450: more}
    assert counts == [c.quantity and swap.get(int(c.quantity.lo or 0), c.quantity.lo) for c in model]


BOUNDS = (
    ("{n}", 0, 0), ("at least {n}", 0, None), ("more than {n}", 1, None), ("no fewer than {n}", 0, None),
    ("a total of {n}", 0, 0), ("over {n}", 1, None), ("exactly {n}", 0, 0),
)  # fmt: skip


@STEADY
@given(st.integers(13, 98), st.sampled_from(BOUNDS), st.integers(0, 400))
def test_a_count_and_a_day_are_what_the_sentence_says(
    number: int, bound: tuple[str, int, int | None], ago: int
) -> None:
    """CODEBOOK §5 and phenomenon 24: bounds by their cue, the day as an interval of one day."""
    cue, above, top = bound
    day = date(2026, 3, 3) - timedelta(days=ago)
    text = f"On {day.day} {day:%B %Y} Norway released {cue.format(n=number)} prisoners."
    (claim,) = of_type("RELEASE", article(text, published="2026-03-04"))
    assert claim.quantity is not None
    assert (claim.quantity.lo, claim.quantity.hi) == (number + above, None if top is None else number + top)
    assert claim.time is not None
    assert (claim.time.start, claim.time.end) == (day.isoformat(), day.isoformat())
    assert claim.mode == ("performed" if ago < 19 else "background")
