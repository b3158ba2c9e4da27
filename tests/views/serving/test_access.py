"""Every route, every role, every level: who gets what, and what is as if it were not there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from starlette.routing import BaseRoute

from detente.settings import load_settings
from detente.views.application import inside
from detente.views.serving import Desk, Jobs, Team
from detente.views.serving.accounts import Accounts
from detente.views.serving.metrics import Metrics
from detente.views.serving.rules import CLEARANCE, ROLES, RULES, may
from detente.workspace.withholding import LEVELS
from tests.test_withholding import MARK, at_risk_ledger
from tests.views.desks import TeamDesk, team_over


def every_route() -> list[tuple[str, str]]:
    """Method and path of all that the application answers, as it is put together."""
    desk = Desk(None, load_settings())
    app = inside(Team({"sealed": desk}, Accounts(":memory:", now=lambda: 0.0)), Jobs(desk), Metrics(), desk)
    return sorted(_routes(app))


def _routes(app: FastAPI) -> Iterator[tuple[str, str]]:
    def walk(routes: list[BaseRoute]) -> Iterator[tuple[str, str]]:
        for route in routes:
            inner = getattr(route, "original_router", None)
            if inner is not None:
                yield from walk(inner.routes)
            elif hasattr(route, "path"):
                yield from ((m, route.path) for m in getattr(route, "methods", ()) or () if m != "HEAD")

    yield from walk(app.routes)


ROUTES = every_route()
SEARCH = f"/desk/search?q={MARK}"


def test_every_route_has_a_rule_and_every_rule_a_route() -> None:
    """A new route without a rule is open to nobody, and fails here."""
    assert set(ROUTES) == set(RULES)
    assert len(ROUTES) > 45


@pytest.fixture(scope="module", params=LEVELS[2:])
def level(request: pytest.FixtureRequest) -> str:
    """How sensitive the claims on one person are."""
    return str(request.param)


@pytest.fixture(scope="module")
def team(level: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TeamDesk]:
    """A desk with accounts over reports in which one person is at that level."""
    with team_over(at_risk_ledger(tmp_path_factory.mktemp(level), level)) as found:
        yield found


def filled(path: str, team: TeamDesk) -> str:
    """The path with something that is there, for those who may see it."""
    everything = team.bearer("admin")
    if "{" not in path:
        hidden = [c["id"] for c in team.client.get("/claims?limit=1000", headers=everything).json()
                  if c["sensitivity"] not in LEVELS[:2]]  # fmt: skip
        more = {
            "/desk/evidence": f"?ids={','.join(hidden)}",
            "/desk/search": f"?q={MARK}",
            "/search": f"?q={MARK}",
        }
        return path + more.get(path, "?limit=1000" if path.count("/") == 1 else "")
    if path.startswith("/claims/{id}/"):
        return path.replace("{id}", "none")  # what is said of nothing changes nothing
    keys = {"/people/": "entity", "/desk/person/": "entity", "/measures/": "measure", "/documents/": "sha256",
            "/articles/": "sha256", "/desk/report/": "sha256"}  # fmt: skip
    lists = {"/desk/person/": "people", "/desk/deal/": "deals", "/desk/report/": "documents",
             "/articles/": "documents", "/trace/": "claims"}  # fmt: skip
    head = path[: path.index("{")]
    plain = {"/ask/": "status", "/desk/ask/": "status", "/static/": "desk.css", "/jobs/": "none",
             "/codebook/": "release"}  # fmt: skip
    if head in plain:
        return head + plain[head] + path.partition("}")[2]
    records = team.client.get(f"/{lists.get(head, head.strip('/'))}?limit=1000", headers=everything).json()
    named = [r for r in records if MARK in str(r)] or records
    return head + (str(named[0][keys.get(head, "id")]) if named else "none")


@pytest.mark.parametrize(("method", "path"), ROUTES, ids=lambda part: str(part))
def test_every_route_holds_for_every_role(team: TeamDesk, level: str, method: str, path: str) -> None:
    """Nobody 401, too low 403, and in no answer what is above the role's clearance."""
    rule, address = RULES[method, path], filled(path, team)
    if rule.role is not None:
        nobody = team.client.request(method, address, follow_redirects=False)
        page = path.startswith("/desk") or path == "/"
        assert nobody.status_code == (303 if page and method == "GET" else 401)
        assert MARK not in nobody.text
    for role in ROLES:
        answer = team.client.request(method, address, headers=team.bearer(role), follow_redirects=False)
        assert (answer.status_code == 403) == (not may(role, rule)), role
        if LEVELS.index(level) > LEVELS.index(CLEARANCE[role]) and address.partition("?")[2] != f"q={MARK}":
            assert MARK not in answer.text, role


def test_what_is_withheld_is_answered_as_what_never_was(team: TeamDesk, level: str) -> None:
    """Same status, same words, same length for a withheld id and an invented one, wherever ids are taken."""
    claims = team.client.get("/claims?limit=1000", headers=team.bearer("admin")).json()
    hidden = next(c["id"] for c in claims if c["sensitivity"] == level)
    never = "clm_" + "0" * 16
    for form in ("/claims/{}", "/trace/{}", "/desk/evidence?ids={}", "/ask/path?record={}"):
        one, other = (team.client.get(form.format(i), headers=team.bearer("reader")) for i in (hidden, never))
        assert one.status_code == other.status_code
        assert one.text.replace(hidden, "X") == other.text.replace(never, "X")


def test_counts_and_searches_do_not_know_what_is_withheld(
    team: TeamDesk, tmp_path_factory: pytest.TempPathFactory, level: str
) -> None:
    """Totals, hits and the ledger's mark are those of a ledger without it."""
    bare = at_risk_ledger(tmp_path_factory.mktemp(f"bare-{level}"), level, without=True)
    with team_over(bare) as without:
        for path in (
            "/claims",
            "/entities",
            "/people",
            "/state",
            "/health",
            f"/desk/search?q={MARK}",
            "/",
            "/desk/reports",
        ):
            one, other = (t.client.get(path, headers=t.bearer("reader")) for t in (team, without))
            assert one.text == other.text, path
            assert one.headers.get("Detente-Total") == other.headers.get("Detente-Total")


def test_what_is_at_risk_is_noted_when_it_is_read(team: TeamDesk) -> None:
    """Who may see it leaves a line in the book; who cannot, and what holds no record, leaves none."""
    before = len(team.accounts.notes())
    team.client.get("/people", headers=team.bearer("reader"))
    team.client.get("/static/desk.css", headers=team.bearer("admin"))
    assert len(team.accounts.notes()) == before
    team.client.get("/people?limit=5", headers=team.bearer("admin"))
    last = team.accounts.notes()[-1]
    assert (last.name, last.what, last.route, last.target) == (
        "admin",
        "read",
        "GET /people",
        "/people?limit=5",
    )


def test_a_scope_narrows_a_token(team: TeamDesk) -> None:
    """A token that may only read does not write, whoever's it is."""
    sent = {"Authorization": f"Bearer {team.accounts.token('admin', ('read',))}"}
    assert team.client.get("/deals", headers=sent).status_code == 200
    assert team.client.post("/documents", content=b"Varland freed two.", headers=sent).status_code == 403
    assert team.client.get("/deals", headers={"Authorization": "Bearer dtn_guessed"}).status_code == 401


class Clock:
    """Seconds that go on when they are told to."""

    def __init__(self) -> None:
        self.now = 1_000_000.0

    def __call__(self) -> float:
        """The time it is."""
        return self.now


@pytest.fixture
def timed(tmp_path: Path) -> Iterator[tuple[TeamDesk, Clock]]:
    """A desk with accounts and a clock of its own."""
    from tests.views.desks import examples_ledger

    clock = Clock()
    with team_over(examples_ledger(tmp_path), now=clock) as found:
        yield found, clock


def test_five_wrong_passwords_make_an_account_wait(timed: tuple[TeamDesk, Clock]) -> None:
    """Then even the right one is wrong, for a quarter of an hour, and the page does not tell which."""
    team, clock = timed
    wrong = [team.client.post("/desk/login", data={"name": "reader", "password": "x" * 12}) for _ in range(5)]
    assert {answer.status_code for answer in wrong} == {401}
    unknown = team.client.post("/desk/login", data={"name": "nobody", "password": "x" * 12})
    right = team.client.post("/desk/login", data={"name": "reader", "password": "correct horse battery"})
    assert right.status_code == 401
    assert wrong[0].text == unknown.text == right.text
    clock.now += 901
    team.signed_in("reader")


def test_a_session_is_new_at_every_sign_in_and_ends(timed: tuple[TeamDesk, Clock]) -> None:
    """A secret that was there before is not taken over; signing out and eight idle hours end it."""
    team, clock = timed
    browser = team.signed_in("reader")
    first = browser.cookies["detente"]
    browser.post("/desk/login", data={"name": "reader", "password": "correct horse battery"})
    second = browser.cookies["detente"]
    assert first != second
    planted = {"Cookie": f"detente={first}"}
    assert team.client.get("/deals", headers=planted).status_code == 401
    assert team.client.get("/deals", headers={"Cookie": f"detente={second}"}).status_code == 200
    clock.now += 8 * 3600 + 61
    assert team.client.get("/deals", headers={"Cookie": f"detente={second}"}).status_code == 401


def test_the_cookie_is_kept_from_scripts_and_other_sites(timed: tuple[TeamDesk, Clock]) -> None:
    """HttpOnly and SameSite=Strict; nothing of a password is in the file of accounts."""
    team, _ = timed
    data = {"name": "reader", "password": "correct horse battery"}
    sent = team.client.post("/desk/login", data=data, follow_redirects=False).headers["set-cookie"].lower()
    assert "httponly" in sent
    assert "samesite=strict" in sent


def test_a_write_by_session_carries_what_only_our_pages_know(timed: tuple[TeamDesk, Clock]) -> None:
    """Without the form's secret, or with another's, nothing is done."""
    team, _ = timed
    browser, other = team.signed_in("reviewer"), team.signed_in("admin")
    claim = team.client.get("/claims?limit=1", headers=team.bearer("admin")).json()[0]["id"]
    said = {"key": f"claim-{claim}", "word": "confirm"}
    theirs = other.get("/desk/review").text.split('name="csrf" value="')[1].split('"')[0]
    for form in (said, {**said, "csrf": ""}, {**said, "csrf": theirs}):
        assert browser.post("/desk/review", data=form, follow_redirects=False).status_code == 403
    own = browser.get("/desk/review").text.split('name="csrf" value="')[1].split('"')[0]
    assert browser.post("/desk/review", data={**said, "csrf": own}, follow_redirects=False).status_code == 303
    assert [n.what for n in team.accounts.notes() if n.route == "POST /desk/review"] == ["refused"] * 3 + [
        "write"
    ]
    assert "reviewer" in browser.get("/desk/review").text


def test_signing_in_leads_nowhere_else(timed: tuple[TeamDesk, Clock]) -> None:
    """No address of a request is followed after signing in."""
    team, _ = timed
    data = {"name": "reader", "password": "correct horse battery", "next": "https://evil.example"}
    answer = team.client.post("/desk/login?next=//evil.example", data=data, follow_redirects=False)
    assert answer.headers["location"] == "/"
