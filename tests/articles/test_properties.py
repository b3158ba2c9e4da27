"""What holds of every text and every page."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from detente import articles
from detente.articles.blocks import blocks_of
from tests.articles.samples import document, spans

SENTENCE = "Varland freed two men on Monday, a spokesman of the palace in Dorn told reporters."
PIECES = [
    SENTENCE, "Two men freed", "What happened", "By Ada Lind, OsmiaPress", "March 4, 2025", "Photo: the gate",
    "DORN, March 4 (OWN) — " + SENTENCE, "Advertisement", "© 2025 Echo", "Most read", "- Anna Bell",
    "Anna Bell", "Nobody knew.", "The freed are:", "Home | News | Sport", "and not denied",
    "2025-03-04 10:00 DESK", "",
]  # fmt: skip
JUNK = [
    "Advertisement",
    "© 2025 Echo",
    "Follow us on Telegram",
    "No comments",
    "Share this",
    "All rights reserved",
]
ENDS = st.sampled_from(["\n", "\n\n", "\r\n", "\r\n\r\n"])
TEXTS = st.lists(st.tuples(st.sampled_from(PIECES), ENDS), min_size=1, max_size=9).map(
    lambda rows: "".join(piece + end for piece, end in rows)
)
LOOSE = st.text(st.characters(exclude_categories=["Cs"]), max_size=200)
TAGS = st.sampled_from(
    ["<p>", "</p>", "<div>", "</div>", "<h1>", "</h1>", "<br>", "<b>", "</b>", "&amp;", "&eacute;", "&#1057;",
     "&x", " ", "\n", "Two men", "freed.", "<", ">", '<a href="', '">', "<li>", "<td>",
     "<!-- ", " -->", "\u00a0", "<pre>"]
)  # fmt: skip
MARKUP = st.lists(TAGS, max_size=30).map("".join)


@settings(deadline=None)
@given(TEXTS | LOOSE)
def test_a_span_is_its_quote(text: str) -> None:
    """The words of a span are the words at its place, and each list of spans is in order."""
    read, _ = articles.read(document(text))
    if read is None:
        return
    for span in spans(read):
        assert read.text[span.start : span.end] == span.exact != ""
    for row in (read.headings, read.captions, read.boilerplate, read.furniture):
        assert all(a.end <= b.start for a, b in pairwise(row))


@settings(deadline=None)
@given(TEXTS | LOOSE)
def test_a_plain_text_is_kept_as_it_was_read(text: str) -> None:
    """No character is changed, added or taken but a byte order mark; no run is needed."""
    read, _ = articles.read(document(text))
    assert read is None or (read.text, read.runs) == (text.removeprefix("\ufeff"), ())


@settings(deadline=None)
@given(TEXTS | LOOSE)
def test_reading_twice_is_reading_once(text: str) -> None:
    """The same document gives the same article and the same issues."""
    assert articles.read(document(text)) == articles.read(document(text))


@settings(deadline=None)
@given(TEXTS, st.lists(st.sampled_from(JUNK), min_size=1, max_size=4))
def test_boilerplate_at_the_end_changes_nothing_before_it(text: str, junk: list[str]) -> None:
    """Marks of the text itself stand when lines of a page are put behind it."""
    before, _ = articles.read(document(text))
    after, _ = articles.read(document(text + "\n\n" + "\n".join(junk)))
    if before is None:
        return
    assert after is not None
    assert after.title == before.title
    for row in ("headings", "captions", "furniture"):
        assert [(s.start, s.end) for s in getattr(after, row)] == [
            (s.start, s.end) for s in getattr(before, row)
        ]
    marked = {i for s in after.boilerplate for i in range(s.start, s.end)}
    assert all(set(range(s.start, s.end)) <= marked for s in before.boilerplate)
    assert {i for i in marked if i < len(text) and not text[i].isspace()} == {
        i for s in before.boilerplate for i in range(s.start, s.end) if not text[i].isspace()
    }


@settings(deadline=None)
@given(MARKUP)
def test_every_character_of_every_run_stands_in_the_page(page: str) -> None:
    """It is the same there, or white space for a space, or the reference it was decoded from."""
    read = blocks_of(page)
    for run in read.runs:
        for at in range(run.length):
            shown, there = read.text[run.text_start + at], page[run.page_start + at]
            assert there in {shown, "&"} or (shown == " " and there in " \t\n\r\f")


@settings(deadline=None)
@given(MARKUP)
def test_blocks_stand_apart_and_in_order(page: str) -> None:
    """Between two blocks stands an empty line and nothing else."""
    read = blocks_of(page)
    for a, b in pairwise(read.blocks):
        assert read.text[a.end : b.start] == "\n\n"
    if read.blocks:
        assert (read.blocks[0].start, read.blocks[-1].end) == (0, len(read.text))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(MARKUP)
def test_no_page_breaks_the_reader(page: str) -> None:
    """Whatever the markup: an article whose spans are quotes, or a fatal issue."""
    read, issues = articles.read(document(page, "text/html"))
    assert read is not None or any(issue.fatal for issue in issues)
    if read is not None:
        assert all(read.text[s.start : s.end] == s.exact for s in spans(read))


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=300), st.sampled_from(["utf-8", "utf-16-le", "windows-1251", "nonsense", "big5"]))
def test_no_bytes_break_the_reader(raw: bytes, encoding: str) -> None:
    """Bytes that do not decode are read as U+FFFD, and an issue says so."""
    read, issues = articles.read(document(raw, encoding=encoding))
    assert read is not None or any(issue.fatal for issue in issues)
