"""Pages that were set are kept with their view; one that could not be set is not."""

from __future__ import annotations

import gc
import weakref

import pytest

from detente.errors import InputError
from detente.records import State
from detente.views.serving.view import Pages, View


@pytest.fixture
def view() -> View:
    """A view of nothing."""
    return View(State(), {}, head="0-a", quote=80)


def test_a_page_is_set_once(view: View) -> None:
    """Whoever asks again gets what was set."""
    pages, times = Pages(), list[str]()

    def setting(shown: View) -> bytes:
        times.append(shown.head)
        return b"page"

    assert [pages.get("one", view, setting) for _ in range(3)] == [b"page"] * 3
    assert times == ["0-a"]


def test_a_page_that_cannot_be_set_is_asked_for_anew(view: View) -> None:
    """Whoever asks is told why; it is not kept, and keeps no other page from being kept."""
    pages = Pages()

    def failing(shown: View) -> bytes:
        raise InputError("expected a day")

    pages.get("other", view, lambda shown: b"other")
    with pytest.raises(InputError, match="expected a day"):
        pages.get("one", view, failing)
    assert set(pages.last()) == {"other"}
    assert pages.get("one", view, lambda shown: b"whole") == b"whole"


def test_a_view_goes_when_it_is_let_go() -> None:
    """What it holds is large, and rubbish is seldom looked for: no circle may hold it."""
    gc.disable()
    try:
        view = View(State(), {}, head="0-a", quote=80).warmed()
        view.pages.get("one", view, lambda shown: shown.head.encode())
        assert (view.book.names, view.book.documents, view.book.of(())) == ({}, {}, ())
        seen = weakref.ref(view)
        del view
        assert seen() is None
    finally:
        gc.enable()
