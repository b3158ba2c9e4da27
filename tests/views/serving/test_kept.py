"""What was settled last is there at the next start, and is never believed when it no longer holds."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path
from threading import Event

import pytest
from msgspec import msgpack
from msgspec.structs import replace

from detente.errors import LedgerBusyError
from detente.settings import load_settings
from detente.views.serving import Desk, kept
from detente.views.serving.kept import Kept, KeptView
from detente.views.serving.view import View
from detente.workspace import Workspace, open_workspace
from detente.workspace.searching import Wanted
from tests.views.desks import EXAMPLES, examples_ledger

MARKED = "a head that no ledger has"


@pytest.fixture
def ledger(tmp_path: Path) -> str:
    """A ledger of the examples, with what a desk over it kept when it was closed."""
    path = examples_ledger(tmp_path)
    desk = Desk(path, load_settings())
    desk.view()
    desk.close()
    return path


def mark_of(ledger: str) -> str:
    """The end of the ledger."""
    with open_workspace(ledger) as workspace:
        return workspace.mark()


def test_a_desk_starts_with_what_it_settled_last(ledger: str) -> None:
    """State and texts are those of a settle, and the file is looked at: what it says is shown."""
    view = Kept(ledger, load_settings(), "sealed").get(mark_of(ledger))
    assert view is not None
    with open_workspace(ledger) as workspace:
        state, articles = workspace.state(), workspace.articles()
    anew = View(state, articles, head=view.head, quote=load_settings().quote)
    assert view.state == state
    assert dict(view.articles) == articles
    for name in ("claims", "told", "deals", "people", "measures", "reports"):
        one, two = getattr(view, name), getattr(anew, name)
        assert list(one.items()) == list(two.items()), name
        assert list(one.values()) == list(two.values()), name
        assert all(one[i] == two[i] for i in two), name
        assert len(one) == len(two), name
        assert "nothing" not in one, name
    assert (view.days, view.sensitive, view.conflicts) == (anew.days, anew.sensitive, anew.conflicts)
    for asked in ("Hakizumwami", "prison", "released", "coffee tin"):
        assert view.index.search(asked) == anew.index.search(asked)
    assert view.index.search("prisoners", Wanted(verdict="contested"))
    marked = View(state, articles, head=MARKED, quote=80)
    Kept(ledger, load_settings(), "sealed").put(mark_of(ledger), marked)
    desk = Desk(ledger, load_settings())
    assert desk.view().head == MARKED
    desk.close()


@pytest.mark.parametrize("small", [0, kept.SMALL], ids=["a large file", "a small file"])
def test_a_page_that_was_asked_for_last_is_there_at_the_next_start(
    ledger: str, small: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As it was set, without being set again; a page that an account was shown is not kept."""
    monkeypatch.setattr(kept, "SMALL", small)
    desk = Desk(ledger, load_settings())
    desk.write(lambda workspace: workspace.reject_claim(_claim(workspace), author="ira", reason="misread"))
    for who in (None, "ira"):
        desk.view().pages.get(("/", "", False, who), desk.view(), lambda view: b"as it was")
    desk.close()
    view = Kept(ledger, load_settings(), "sealed").get(mark_of(ledger))
    assert view is not None
    assert view.pages.get(("/", "", False, None), view, lambda view: b"set again") == b"as it was"
    assert view.pages.get(("/", "", False, "ira"), view, lambda view: b"set again") == b"set again"


def _claim(workspace: Workspace) -> str:
    return workspace.state().claims[0].id


def test_what_came_since_is_settled(ledger: str) -> None:
    """After a word of a person, and after a start, the state is that of the ledger as it is."""
    desk = Desk(ledger, load_settings())
    claim = desk.view().state.claims[0]
    desk.write(lambda workspace: workspace.reject_claim(claim.id, author="ira", reason="misread"))
    shown = desk.view()
    desk.close()
    with open_workspace(ledger) as workspace:
        assert shown.state == workspace.state()
        workspace.retract(claim.document.sha256, reason="asked by the family", author="ira")
    again = Desk(ledger, load_settings())
    assert claim.document.sha256 not in {c.document.sha256 for c in again.view().state.claims}
    again.close()


def test_it_holds_for_one_end_of_the_ledger_one_clearance_and_one_set_of_grades(ledger: str) -> None:
    """For any other it is as if nothing were kept; so is a file that is cut short or made by others."""
    mark, settings = mark_of(ledger), load_settings()
    graded = replace(settings, grades={**dict[str, str](settings.grades), "Meridian Wire": "A"})
    assert Kept(ledger, settings, "sealed").get(mark) is not None
    assert Kept(ledger, settings, "sealed").get("0-" + "0" * 16) is None
    assert Kept(ledger, settings, "at_risk").get(mark) is None
    assert Kept(ledger, graded, "sealed").get(mark) is None
    file = Path(f"{ledger}.settled-sealed")
    assert file.stat().st_mode & 0o077 == 0
    for raw in (file.read_bytes()[:-20], file.read_bytes()[:64], b"", b"\0" * 200):
        file.write_bytes(raw)
        assert Kept(ledger, settings, "sealed").get(mark) is None
    file.rename(ledger + ".elsewhere")
    (Path(ledger).parent / file.name).symlink_to("/nowhere/at/all")
    assert Kept(ledger, settings, "sealed").get(mark) is None


def test_without_a_file_of_its_own_nothing_is_kept(tmp_path: Path) -> None:
    """Memory and databases leave nothing beside themselves, and a folder nobody may write to is no fault."""
    desk = Desk(None, load_settings(), paths=(EXAMPLES[0],))
    state = desk.view().state
    desk.close()
    for ledger in (None, "postgresql://desk.example/news", str(tmp_path / "nowhere" / "x.detente")):
        nowhere = Kept(ledger, load_settings(), "sealed")
        nowhere.put("1-a", View(state, {}, head="1-a", quote=80))
        assert nowhere.get("1-a") is None
    assert list(tmp_path.iterdir()) == []


def test_what_the_disk_spoilt_is_settled_again(ledger: str) -> None:
    """Any byte may have become any other, also one within a word: it is never shown, and stops no start."""
    (path,) = Path(ledger).parent.glob("*.settled-*")
    whole, mark = path.read_bytes(), mark_of(ledger)
    word = whole.index(b"Burundi")
    for spoilt in (b"Bxrundi", b"\xf9urundi"):
        path.write_bytes(whole[:word] + spoilt + whole[word + len(spoilt) :])
        assert Kept(ledger, load_settings(), "sealed").get(mark) is None
    path.write_bytes(whole)
    assert Kept(ledger, load_settings(), "sealed").get(mark) is not None


def test_of_a_large_file_what_the_disk_spoilt_is_found_when_it_is_looked_at(
    ledger: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever looks is told to ask again; after that they are shown what is settled anew."""
    monkeypatch.setattr(kept, "SMALL", 0)  # as if it were larger than any
    (path,) = Path(ledger).parent.glob("*.settled-*")
    with open_workspace(ledger) as workspace:
        state = workspace.state()
    desk = Desk(ledger, load_settings())
    claim = state.claims[0]
    body = msgpack.encode(claim).replace(claim.span.exact.encode(), b"?" * len(claim.span.exact.encode()))
    with contextlib.closing(sqlite3.connect(path)) as base, base:
        base.execute("UPDATE rows SET body = ? WHERE id = ?", (body, claim.id))
    held = Event()
    desk.room.submit(lambda workspace: held.wait(60))  # so that the settle anew comes later
    view = desk.view()
    assert isinstance(view, KeptView)
    with pytest.raises(LedgerBusyError, match="ask again"):
        view.claims[claim.id]
    held.set()
    shown = desk.view()
    assert shown is not view
    assert shown.claims[claim.id] == claim
    desk.close()


def test_what_cannot_be_kept_leaves_nothing_aside(ledger: str) -> None:
    """A folder stands where the file should: no half of it stays beside the ledger."""
    (path,) = Path(ledger).parent.glob("*.settled-*")
    desk = Desk(ledger, load_settings())
    view = desk.fresh()
    path.unlink()
    path.mkdir()
    Kept(ledger, load_settings(), "sealed").put(mark_of(ledger), view)
    desk.close()
    assert [*Path(ledger).parent.glob("*.settled-*")] == [path]
