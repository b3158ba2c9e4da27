"""``detente search``: reports by their words, as a person asks for them."""

from __future__ import annotations

from pathlib import Path

import pytest

from detente.workspace import open_workspace
from tests.views.cli.running import run

FREED = """Osmia frees two men

3 March 2026

Osmia freed Janis Łukin from the Ostrog penal colony on Monday.
"""
FAILED = """Ostrog mourns

4 March 2026

The penal reform of Ostrog’s colony failed, Lukin’s lawyer said.
"""
PRESS = {"a.txt": FREED, "b.txt": FAILED}


@pytest.fixture
def ledger(tmp_path: Path) -> str:
    """Two reports, kept."""
    for name, text in PRESS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    path = str(tmp_path / "l.detente")
    assert run("read", *(str(tmp_path / name) for name in PRESS), "--ledger", path).code == 0
    return path


def titles(*arguments: str) -> list[str]:
    """Of what is found."""
    return [row["title"] for row in run("search", *arguments, "--json").rows]


def test_words_are_found_in_any_writing_and_phrases_in_a_row(ledger: str) -> None:
    """The latest to come first; several words in one argument are a phrase."""
    assert titles("LUKIN", "colony", "--ledger", ledger) == ["Ostrog mourns", "Osmia frees two men"]
    assert titles("penal colony", "--ledger", ledger) == ["Osmia frees two men"]
    assert titles("lukin", "--limit", "1", "--ledger", ledger) == ["Ostrog mourns"]


def test_a_person_sees_where_it_stands(ledger: str) -> None:
    """Date, title, hash; below it the words in their surroundings. Nothing found is said."""
    told = run("search", "Janis Lukin", "--ledger", ledger).out
    assert "Osmia frees two men" in told
    assert "… " in told
    assert "Janis Łukin from the Ostrog" in told
    assert run("search", "nobody", "--ledger", ledger).out == "no report has all of it\n"


def test_what_was_taken_back_is_not_found(ledger: str) -> None:
    """Nor what could not be known by a day."""
    (row,) = run("search", "penal colony", "--ledger", ledger, "--json").rows
    with open_workspace(ledger) as workspace:
        workspace.retract(row["document"], author="ana", reason="a hoax")
        assert [r.title for r in workspace.find("lukin")] == ["Ostrog mourns"]
        assert list(workspace.find("lukin", known_by="2026-03-03")) == []


def test_who_may_not_see_all_finds_nothing_by_a_report_s_words(ledger: str) -> None:
    """A search of whole texts would tell of the withheld: the desk searches what may be seen instead."""
    with open_workspace(ledger, clearance="named_publicly") as workspace:
        assert list(workspace.find("lukin")) == []


@pytest.mark.parametrize(("words", "told"), [(["…"], "expected a word"), (["lukin"], "expected a ledger")])
def test_misuse_is_told(words: list[str], told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No word, or no ledger."""
    monkeypatch.chdir(tmp_path)
    ran = run("search", *words)
    assert ran.code == 2
    assert told in ran.err


def test_what_is_found_inside_a_run_of_letters_is_shown(tmp_path: Path) -> None:
    """A script without gaps between words shows the place as any other does."""
    report, path = tmp_path / "c.txt", str(tmp_path / "l.detente")
    report.write_text("当局消息\n\n2026年3月4日\n\n当局周五释放了两名囚犯。\n", encoding="utf-8")
    run("read", str(report), "--ledger", path)
    (row,) = run("search", "释放", "--ledger", path, "--json").rows
    assert "释放了两名囚犯" in row["places"][0]["exact"]
