"""What is expected, asked for, doubted or called off is never told as done: many frames, several deeds."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from tests.reading.reports import told

DEEDS = {
    "RELEASE": "the release of nine miners",
    "SANCTION_EASE": "the lifting of sanctions on Chad",
    "TRANSFER": "the handover of nine miners to Oman",
    "SANCTION_IMPOSE": "the imposition of sanctions on Chad",
}
FRAMES = tomllib.loads(Path(__file__).with_name("not_done.toml").read_text(encoding="utf-8"))
DONE = ("performed", "background")


@pytest.mark.parametrize("frame", FRAMES["nouns"])
def test_a_noun_stands_as_its_sentence_says(frame: str) -> None:
    """Whatever the deed: its frame alone says that it did not come to pass, or not yet."""
    for type_, deed in DEEDS.items():
        plain = deed.removeprefix("the ")
        text = frame.replace("{N}", f"The {plain}").replace("{nn}", plain).replace("{n}", deed)
        assert [c.mode for c in told(text) if c.type == type_ and c.mode in DONE] == [], text


@pytest.mark.parametrize(("type_", "text"), [(t, x) for t, rows in FRAMES["verbs"].items() for x in rows])
def test_a_verb_stands_as_its_sentence_says(type_: str, text: str) -> None:
    """To come, feared, threatened, asked for, refused, ruled out: no deed is told as done."""
    assert [c.mode for c in told(text) if c.type == type_ and c.mode in DONE] == []


@pytest.mark.parametrize(
    "text",
    [
        "Parliament voted for a budget after the release of nine miners on Monday.",
        "A crowd protested against the release of nine miners.",
        "Before the release of nine miners, talks were held.",
        "The release of nine miners rested on nobody's word and took place on Monday.",
        "Chad let nine miners go.",
        "As soon as nine miners were freed, talks began.",
    ],
)
def test_what_was_done_is_told_as_done(text: str) -> None:
    """The same words around a deed that came to pass leave it so."""
    assert [c.mode for c in told(text) if c.type == "RELEASE" and c.mode in DONE] != []


@pytest.mark.parametrize("what", ["a free pass", "a free hand", "a free meal", "free tickets", "free access"])
def test_what_somebody_gets_free_is_no_freedom(what: str) -> None:
    """A free pass frees nobody, though it is told of soldiers in a report about prisoners."""
    text = f"Nine prisoners are held in Dorn. The soldiers got {what} on Monday."
    assert [c for c in told(text) if c.type == "RELEASE"] == []
