"""What the pages show, without a browser: content, evidence, clocks, and text that stays text."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from detente.views.dossier.answers import said
from tests.views.api.test_uploads import read
from tests.views.desks import examples_ledger, team_over

SCRIPT = "<script>alert(1)</script>"
LINK = re.compile(r'href="([^"]+)"')


def pages(desk: TestClient) -> list[str]:
    """The address of every page over what the desk holds."""
    found = ["/", "/desk/people", "/desk/measures", "/desk/reports", "/desk/map", "/desk/network",
             "/desk/timeline", "/desk/conflicts", "/desk/changes", "/desk/ask",
             "/desk/ask/released"]  # fmt: skip
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


def test_the_timeline_shows_what_was_done_or_promised_and_nothing_supposed(desk: TestClient) -> None:
    """ "Asked whether they had been traded": no exchange is to come."""
    text = html.unescape(desk.get("/desk/timeline").text)
    assert "Burundi has released 68 political prisoners" in text
    assert "had been traded" not in text


def test_who_pardons_others_stands_on_no_track_of_his_own(desk: TestClient) -> None:
    """A person's course holds what is told of them, not what they did to others."""
    people = desk.get("/people").json()
    granter = next(p for p in people if p["name"] == "Aloys Ndikuriyo")
    freed = next(p for p in people if p["tracks"]["custody"]["state"] == "released")
    pages = [desk.get(f"/desk/person/{p['entity']}").text for p in (granter, freed)]
    assert ["Over time" in text for text in pages] == [False, True]


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


def test_every_question_has_a_page_with_the_answer_of_the_api(desk: TestClient) -> None:
    """The same names and filters; every cell, verdict and thing that is missing stands on the page."""
    listed = desk.get("/desk/ask").text
    for question in desk.get("/questions").json():
        name, query = question["name"], ""
        assert f'/desk/ask/{name}"' in listed
        if "country" in question["filters"]:
            query = "?country=Burundi&as_of=2026-03-18"
        answer, shown = desk.get(f"/ask/{name}{query}").json(), desk.get(f"/desk/ask/{name}{query}")
        assert shown.status_code == 200
        page = html.unescape(shown.text)
        assert answer["asks"] in page
        assert page.count("<tr>") >= len(answer["rows"])
        told = [said(v) for row in answer["rows"] for v in row["cells"].values() if isinstance(v, str)]
        told += [answer["unknown"]["missing"]] if answer["unknown"] else []
        assert [text for text in told if text not in page] == []
        for field in question["filters"]:
            assert f'name="{field}"' in page
    assert desk.get("/desk/ask/weather").status_code == 404
    assert desk.get("/desk/ask/released?from=yesterday").status_code == 422
    assert desk.get("/desk/ask/released?record=x").status_code in (404, 422)


def test_the_page_of_measures_says_what_moved_between_two_days(desk: TestClient) -> None:
    """A licence that came on a day is a track that moved since the day before; on one day nothing moves."""
    page = desk.get("/desk/measures?since=2026-03-14&as_of=2026-03-20").text
    moved = page.partition("What moved since 2026-03-14")[2].partition("Each measure")[0]
    assert "<td>legal</td>" in moved
    assert "licen" in moved.lower()
    assert "/desk/evidence?ids=" in moved
    still = desk.get("/desk/measures?since=2026-03-20&as_of=2026-03-20").text
    assert "No track moved." in still
    assert "What moved since 2" not in desk.get("/desk/measures").text


def test_a_page_is_set_once_and_anew_when_the_ledger_grows(tmp_path: Path) -> None:
    """The same address gives the same bytes, until something came; nobody gets a page with another's name."""
    path = examples_ledger(tmp_path)
    with team_over(path) as team:
        reviewer, admin = team.signed_in("reviewer"), team.signed_in("admin")
        first = reviewer.get("/desk/people").text
        assert reviewer.get("/desk/people").text == first
        assert "reviewer, reviewer" in first
        other = admin.get("/desk/people").text
        assert "admin, admin" in other
        assert other != first
        claim = team.client.get("/claims?limit=1", headers=team.bearer("admin")).json()[0]
        before = admin.get(f"/desk/report/{claim['document']['sha256']}").text
        team.client.post(f"/claims/{claim['id']}/rejection", json={}, headers=team.bearer("admin"))
        assert admin.get(f"/desk/report/{claim['document']['sha256']}").text != before
