"""Pages: offsets back to the page, metadata, hostile markup."""

from __future__ import annotations

import time
from html import escape

import pytest

from detente.articles.blocks import blocks_of
from detente.records import Article
from tests.articles.samples import HERE, article, exact

PAGES = sorted((HERE / "pages").iterdir())
PARAGRAPH = "Varland freed two men on Monday, a spokesman of the palace in Dorn told reporters in a call."


def _mapped(read: Article, page: str) -> None:
    """Every character of every run is the page's own, a space for white space, or a reference."""
    for run in read.runs:
        for offset in range(run.text_start, run.text_start + run.length):
            there = page[read.page_offset(offset)]
            assert there in {read.text[offset], "&"} or (read.text[offset] == " " and there.isspace())


@pytest.mark.parametrize("file", [p for p in PAGES if p.name != "no_text.html"], ids=lambda p: p.stem)
def test_every_character_stands_in_the_page(file: str) -> None:
    """But for the breaks between blocks, the text can be found in the page character by character."""
    page = (HERE / "pages" / file).read_text("utf-8")
    read = article(page, "text/html")
    _mapped(read, page)
    breaks = read.text.count("\n") + read.text.count("\t")
    assert len(read.text) - sum(run.length for run in read.runs) <= breaks


def test_a_break_between_blocks_stands_nowhere_in_the_page() -> None:
    """Asking for it is an error, not a guess."""
    read = article(f"<p>{PARAGRAPH}</p><p>{PARAGRAPH}</p>", "text/html")
    with pytest.raises(ValueError, match="does not stand in the page"):
        read.page_offset(len(PARAGRAPH))


@pytest.mark.parametrize(
    ("said", "seen"),
    [("caf&eacute;", "café"), ("R&D", "R&D"), ("a &lt; b", "a < b"), ("&#1057;&#x43d;", "Сн"),
     ("&nope;", "&nope;"), ("two&nbsp;men", "two\u00a0men"), ("a <b>b</b>c", "a bc"), ("a\n  b", "a b"),
     ("a<br>b", "a\nb"), ("a<br><br>b", "a\n\nb"), ("1 < 2", "1 < 2"), ("<!-- no -->yes", "yes"),
     ("a<script>b</script>c", "ac"),
     ("<span hidden>no</span>yes", "yes"), ("a<style>p{}</style>", "a"), ("<p>a<p>b", "a\n\nb")],
)  # fmt: skip
def test_visible_characters_are_read_as_a_browser_shows_them(said: str, seen: str) -> None:
    """References decoded, white space drawn together, scripts, comments and hidden parts left out."""
    assert blocks_of(f"<div>{said}</div>").text == seen


@pytest.mark.parametrize(
    ("head", "field", "value"),
    [
        ('<meta property="og:title" content="Two freed">', "title", "Two freed"),
        ("<title>Two freed | Echo</title><meta property=og:site_name content=Echo>", "title", "Two freed"),
        ('<meta name="author" content="By Ada Lind">', "byline", "Ada Lind"),
        ('<meta name="author" content="https://echo.example/lind">', "byline", None),
        ('<meta property="og:site_name" content="Echo &amp; Co">', "publisher", "Echo & Co"),
        ('<meta property="article:published_time" content="2025-03-04T23:50:00-05:00">',
         "published", "2025-03-04"),
        ('<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2025-03-04"}</script>',
         "published", "2025-03-04"),
        ('<script type="application/ld+json">[{"@type":"Report","author":["A B",{"name":"C D"}]}]</script>',
         "byline", "A B, C D"),
        ('<script type="application/ld+json">{broken</script>', "byline", None),
        ('<script type="application/ld+json">' + "[" * 5000 + "</script>", "byline", None),
    ],
)  # fmt: skip
def test_a_page_says_who_published_it_when(head: str, field: str, value: str | None) -> None:
    """By JSON-LD first, then by its meta elements; broken data are passed over."""
    page = f"<html><head>{head}</head><body><p>{PARAGRAPH}</p></body></html>"
    assert getattr(article(page, "text/html"), field) == value


def test_the_address_of_a_page_is_its_canonical_one() -> None:
    """Unless the document came with an address."""
    page = f'<link rel="canonical" href="https://echo.example/1"><p>{PARAGRAPH}</p>'
    assert article(page, "text/html").document.url == "https://echo.example/1"
    assert article(page, "text/html", url="https://own.example/2").document.url == "https://own.example/2"


def test_boilerplate_of_a_page_is_marked_and_kept() -> None:
    """Menus and margins stay in the text: a span in them can still be quoted."""
    main = f"<main><h1>Two freed</h1><p>{PARAGRAPH}</p></main>"
    page = f"<nav><a href=/>Home</a></nav>{main}<footer>Imprint</footer>"
    read = article(page, "text/html")
    assert read.text == f"Home\n\nTwo freed\n\n{PARAGRAPH}\n\nImprint"
    assert exact(read.boilerplate) == ["Home", "Imprint"]


@pytest.mark.parametrize(
    "page",
    ["<" * 100_000, "<!--" * 50_000, '<a href="x ' * 50_000, "<div>" * 50_000 + "x", "<p>" + "&amp;" * 50_000,
     "<script>" * 50_000, "<p title='" * 50_000 + ">", "</p>" * 50_000 + "x", "<h1>" * 20_000 + "x",
     f"<p>{PARAGRAPH}</p>" * 5_000, "<![CDATA[" * 50_000 + "x>"],
    ids=lambda page: str(page[:8]),
)  # fmt: skip
def test_hostile_markup_costs_time_in_proportion(page: str) -> None:
    """No page of half a megabyte keeps a reader waiting."""
    begun = time.process_time()
    blocks_of(page)
    assert time.process_time() - begun < 5


def test_escaped_text_is_text() -> None:
    """Markup that a page shows as text is not taken for markup."""
    shown = f"<b>{PARAGRAPH}</b>"
    assert article(f"<p>{escape(shown)}</p>", "text/html").text == shown
