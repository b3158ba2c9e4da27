"""What the pages show, without a browser: content, evidence, clocks, and text that stays text."""

from __future__ import annotations

import html
import json
import re
from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.views.api.test_uploads import read

SCRIPT = "<script>alert(1)</script>"
LINK = re.compile(r'href="([^"]+)"')


def pages(desk: TestClient) -> list[str]:
    """The address of every page over what the desk holds."""
    found = ["/", "/desk/people", "/desk/measures", "/desk/reports", "/desk/map", "/desk/network",
             "/desk/timeline", "/desk/conflicts", "/desk/changes"]  # fmt: skip
    for collection, kind, key in (("deals", "deal", "id"), ("people", "person", "entity"),
                                  ("documents", "report", "sha256")):  # fmt: skip
        found += [f"/desk/{kind}/{record[key]}" for record in desk.get(f"/{collection}").json()]
    return found


def test_every_page_is_shown_and_every_link_leads_somewhere(desk: TestClient) -> None:
    """No page fails, and no link of ours is dead."""
    links = set[str]()
    for path in pages(desk):
        answer = desk.get(path)
        assert answer.status_code == 200, path
        links |= {html.unescape(link) for link in LINK.findall(answer.text)}
    assert all(link.startswith(("/", "#")) for link in links)
    dead = [link for link in sorted(links) if link.startswith("/") and desk.get(link).status_code != 200]
    assert dead == []


def test_the_deal_page_shows_what_the_deal_holds(desk: TestClient) -> None:
    """Every side, concession, tie, person and conflict is on it."""
    deal = desk.get("/deals").json()[0]
    text = html.unescape(desk.get(f"/desk/deal/{deal['id']}").text)
    for side in deal["sides"]:
        assert side["party"]["name"] in text
        assert all(give["what"] in text for give in side["gives"])
    assert all(tie["cue"] in text for tie in deal["linkage"])
    assert all(person["name"] in text for person in (*deal["persons_freed"], *deal["persons_not_freed"]))
    assert all(one["place"] in text for one in deal["destinations"])
    assert "Where sources disagree" in text


def test_every_claim_of_a_report_is_marked_in_its_text(desk: TestClient) -> None:
    """The words of each claim lead to that claim."""
    for document in desk.get("/documents").json():
        text = html.unescape(desk.get(f"/desk/report/{document['sha256']}").text)
        body = text[text.index('class="text"') : text.index("<h2>Claims</h2>")]
        claims = [
            c for c in desk.get("/claims?limit=1000").json() if c["document"]["sha256"] == document["sha256"]
        ]
        assert claims
        assert [c["id"] for c in claims if c["id"] not in body] == []


def test_a_figure_opens_the_words_behind_it(desk: TestClient) -> None:
    """As a page of its own without JavaScript, as a part beside the figure with it."""
    claim = desk.get("/claims?limit=1").json()[0]
    path = f"/desk/evidence?ids={claim['id']}"
    whole, part = desk.get(path), desk.get(path, headers={"HX-Request": "true"})
    for answer in (whole, part):
        assert f"<mark>{html.escape(claim['span']['exact'])}</mark>" in answer.text
        assert claim["id"] in answer.text
    assert whole.text.startswith("<!doctype html>")
    assert "<html" not in part.text
    assert desk.get("/desk/evidence?ids=clm_none").status_code == 404


def test_links_keep_both_clocks(desk: TestClient) -> None:
    """Whoever looks at a day stays on that day."""
    text = desk.get("/?as_of=2026-03-20&known_by=2026-03-15").text
    inner = [html.unescape(link) for link in LINK.findall(text) if "/desk/deal/" in link]
    assert inner
    assert all("as_of=2026-03-20" in link and "known_by=2026-03-15" in link for link in inner)
    assert "what changed since" in text
    assert desk.get("/?as_of=&known_by=").text.count("the latest of 3 reports") == 1


def test_a_day_before_all_reports_shows_nothing_and_says_so(desk: TestClient) -> None:
    """An empty page tells what to do, and is no error."""
    answer = desk.get("/?known_by=2020-01-01")
    assert answer.status_code == 200
    assert "Nothing has been read yet" in answer.text


@pytest.mark.parametrize(
    "path", ["/desk/deal/none", "/desk/person/..%2f..%2fetc", "/desk/report/x", "/?as_of=x"]
)
def test_what_is_not_there_is_a_page_that_says_so(desk: TestClient, path: str) -> None:
    """Not found and not understood are told in words, with the way back."""
    answer = desk.get(path)
    assert answer.status_code in (404, 422)
    assert answer.headers["content-type"].startswith(("text/html", "application/problem+json"))


@pytest.mark.parametrize(
    "path", ["/static/..%2fpages.py", "/static/%2e%2e/pages.py", "/static/licences", "/static/"]
)
def test_only_our_own_files_are_given_out(desk: TestClient, path: str) -> None:
    """A name is looked up in a list, never in a folder."""
    assert desk.get(path).status_code == 404


def hostile() -> dict[str, Any]:
    """A report in which every field is written by somebody who wants to run a script."""
    return {
        "text": f'Varland released 12 prisoners {SCRIPT} on Monday. "{SCRIPT}", said minister Ira Holt.',
        "publisher": f'Paper"{SCRIPT}',
        "title": f"Freed {SCRIPT}",
        "url": "javascript:alert(1)",
        "id": f"r1'{SCRIPT}",
        "published": "2026-03-02",
        "byline": SCRIPT,
    }


def test_text_of_a_report_stays_text(empty: TestClient) -> None:
    """Whatever a report, its title, outlet, id or address holds, no tag and no link comes of it."""
    job = read(empty, json.dumps(hostile()).encode())
    assert job["status"] == "done"
    for path in pages(empty):
        text = empty.get(path).text
        assert SCRIPT not in text, path
        assert 'href="javascript' not in text, path
    claims = ",".join(c["id"] for c in empty.get("/claims").json())
    assert SCRIPT not in empty.get(f"/desk/evidence?ids={claims}").text
