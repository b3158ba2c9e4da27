"""The dossier as Markdown and as a page: it stands alone, and every figure is one of the deal's."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest

from detente.errors import UnknownNameError
from detente.records import Deal, State
from detente.views.dossier.book import Book
from detente.views.dossier.chosen import of_deals
from detente.views.dossier.figures import destinations, timeline
from detente.workspace import open_workspace
from tests.ledgers import state

LEDGER = """
= m1 2026-03-14 The Harbour Times
freed: RELEASE | releaser Varland | group prisoners | count 46 | time 2026-03-12
moved: TRANSFER/cross_border | group prisoners | to Osmia (state) | count 40 | time 2026-03-12
others: TRANSFER/cross_border | group others | to Dorn | time 2026-03-12
ease: SANCTION_EASE agreed | authority Osmia | sector <salt> & tin | step agreed
tie: LINKAGE | class L2 | cue in exchange for | ties freed, ease
= m2 2026-03-20 Osmian Gazette
done: SANCTION_EASE | authority Osmia | sector <salt> & tin | step licensed | instrument Licence 7
| time 2026-03-19
"""


class _Seen(HTMLParser):
    """What a page asks for from elsewhere, and which anchors it has."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []
        self.linked: set[str] = set()
        self.ids: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """One element."""
        given = {k: v or "" for k, v in attrs}
        self.ids |= {given["id"]} if "id" in given else set()
        for name in ("src", "href"):
            value = given.get(name, "")
            if value.startswith("#"):
                self.linked.add(value[1:])
            elif value:
                self.asked.append(value)


def _made() -> tuple[State, Deal]:
    found = state(LEDGER)
    (deal,) = found.deals
    return found, deal


def test_the_page_stands_alone_and_every_link_leads_to_its_words() -> None:
    """No script, no address of elsewhere; each number of a claim is an anchor with its quotation."""
    found, deal = _made()
    (page,) = of_deals(found, [deal], quote=80).written("html")
    seen = _Seen()
    seen.feed(page)
    assert seen.asked == []
    assert "<script" not in page
    assert "url(" not in re.sub(r"url\(#derived\)", "", page)
    assert seen.linked
    assert seen.linked <= seen.ids
    assert "&lt;salt&gt; &amp; tin" in page


def test_the_sum_draws_what_is_stated_and_no_number_that_is_not() -> None:
    """46 in all, 40 to Osmia, what is left as an outline, and a place without a number says so."""
    found, deal = _made()
    drawn = destinations(deal)
    assert drawn is not None
    texts = [t.text for t in ElementTree.fromstring(drawn).iter("{http://www.w3.org/2000/svg}text")]
    assert {"46", "40", "freed in all", "to Osmia"} <= set(texts)
    assert ElementTree.fromstring(timeline(deal, Book(found, quote=80)) or "").get("role") == "img"


def test_a_deal_without_counts_has_no_bar() -> None:
    """Nothing is drawn of what nobody counted."""
    found = state(LEDGER.replace(" | count 46", "").replace(" | count 40", ""))
    assert [destinations(d) for d in found.deals] == [None]


def test_markdown_has_every_section_and_escapes_the_words() -> None:
    """The same lines as the terminal, the table as a table."""
    found, deal = _made()
    made = of_deals(found, [deal], quote=80)
    text = "".join(made.written("markdown"))
    assert [line.lstrip("# ") for line in text.splitlines() if line.startswith("#")] == [
        s.title for s in made.sections
    ]
    assert r"\<salt\>" in text
    assert "| --- |" in text


def test_deals_are_chosen_by_id_country_and_day(tmp_path: Path) -> None:
    """Nothing of that id is an error; nothing of that country is an empty dossier that says so."""
    with open_workspace() as workspace:
        workspace.read(["examples/1-great-lakes-courier.txt", "examples/2-meridian-wire.txt"])
        (deal,) = workspace.deals()
        assert workspace.deals(deal.id[:12]) == (deal,)
        assert workspace.deals(country="US") == (deal,)
        assert workspace.deals(country="Osmia") == workspace.deals(since="2027-01-01") == ()
        with pytest.raises(UnknownNameError):
            workspace.deals("deal_0000")
        empty = of_deals(workspace.state(), (), quote=80)
        assert "no proof of none" in "".join(empty.written("html"))
