"""Headings inside a text, captions, boilerplate."""

from __future__ import annotations

import pytest

from tests.articles.samples import article, exact

BODY = "Varland freed two men on Monday, a spokesman of the palace in Dorn told reporters."
MORE = "They had been held since the strike, and nobody had been told where they were."


@pytest.mark.parametrize(
    ("between", "headings"),
    [
        ("\n\nWhat happened\n\n", ["What happened"]),
        ("\n\nWhat happened\n", ["What happened"]),
        ("\nWhat happened?\n", ["What happened?"]),
        ("\n\nDorn\n\nWhat happened\n\n", ["Dorn", "What happened"]),
        ("\n\nThe freed are:\n\n", []),
        ("\n\nNobody knew.\n\n", []),
        ("\n\n- Two men\n\n", []),
        ("\n\nAnna Bell\n\nCarl Dorn\n\nErik Falk\n\n", []),
        ("\n\nThe freed are:\nAnna Bell\n", []),
        (
            "\n\nIt was said\n\nand not denied, by either of the two sides, that money was paid for it.\n\n",
            [],
        ),
    ],
)
def test_a_heading_stands_above_a_paragraph_and_closes_no_sentence(between: str, headings: list[str]) -> None:
    """Three such lines in a row are a list, and a line behind a colon is part of one."""
    assert exact(article(f"{BODY}{between}{MORE}").headings) == headings


def test_a_last_line_is_no_heading() -> None:
    """Nothing stands below it to be its head."""
    assert article(f"{BODY}\n\n{MORE}\n\nOsmia Wire staff").headings == ()


@pytest.mark.parametrize(
    "caption",
    ["Photo: the gate of Colony 4", "AP Photo/File", "Video: the gate opens", "Фото: ворота колонии",
     "The gate of Colony 4. (Ada Lind/Getty Images)", "Buses at the gate [Reuters]",
     "FILE PHOTO: the gate in May", "Click to expand Image The gate in May"],
)  # fmt: skip
def test_a_line_under_a_picture_is_a_caption(caption: str) -> None:
    """By the word it begins with, or the credit it ends with."""
    read = article(f"{BODY}\n\n{caption}\n\n{MORE}")
    assert (exact(read.captions), read.boilerplate, read.headings) == ([caption], (), ())


@pytest.mark.parametrize(
    "junk",
    ["Advertisement", "ADVERTISEMENTS", "Read also: The ferry", "READ MORE The ferry",
     "Follow us on Telegram", "Subscribe to our channel", "Share this", "Facebook Twitter WhatsApp",
     "Sign up for our newsletter",
     "Our community already has 190,000 readers, joins us !",
     "Powered by automated translation", "3 min read",
     "Читайте также: Паром", "Реклама", "Читайте також: Пором", "Чытайце таксама: Паром", "Czytaj też: Prom",
     "Skaitykite taip pat: Keltas", "Anzeige", "Lesen Sie auch: Die Fähre", "Lire aussi : Le ferry",
     "Publicidad", "Lea también: El ferry", "Home | News | World | Sport"],
)  # fmt: skip
def test_a_line_of_the_page_is_boilerplate_wherever_it_stands(junk: str) -> None:
    """In nine languages; what stands around it is untouched."""
    assert exact(article(f"{BODY}\n\n{junk}\n\n{MORE}").boilerplate) == [junk]


@pytest.mark.parametrize(
    "sentence",
    ["Advertisements for the ferry were torn down on Monday, police said.",
     "Read the letter, he told the court, and you will see that I am right.",
     "More than 1,000 people remain in prison.", "Share of those freed: two in five.",
     "Comments by the envoy were not published.", "An earlier version of this story gave another number.",
     "Source of the figure is the ministry."],
)  # fmt: skip
def test_a_sentence_of_the_report_is_no_boilerplate(sentence: str) -> None:
    """Words that lines of a page begin with may open a sentence too; a correction is a sentence."""
    assert article(f"{BODY}\n\n{sentence}\n\n{MORE}").boilerplate == ()


def test_behind_a_footer_short_lines_are_boilerplate_to_the_end() -> None:
    """Headlines of other stories follow "Most read"; a long paragraph would end the footer."""
    junk = "Most read\nTen ways to cook beans\n\nHow the ferry works\n© 2025 Echo"
    assert exact(article(f"{BODY}\n\n{junk}").boilerplate) == [junk]
    assert exact(article(f"{BODY}\n\nMost read\nTen ways to cook\n\n{MORE}").boilerplate) == ["Most read"]


def test_special_spaces_and_marks_survive() -> None:
    """U+00A0, U+2019, soft hyphens and line ends stay as they are: offsets count what was read."""
    text = "Two\u00a0freed\r\n\r\nThe guard\u2019s list was im\u00adpos\u00adsi\u00adble to read.\r\n"
    read = article(text)
    assert read.text == text
    assert exact(read.headings) == ["Two\u00a0freed"]


def test_offsets_begin_behind_the_byte_order_mark() -> None:
    """The mark is no character of the text."""
    assert article(b"\xef\xbb\xbfFreed.").text == "Freed."
    assert article("\ufeffFreed.".encode("utf-16-le"), encoding="utf-16-le").text == "Freed."
