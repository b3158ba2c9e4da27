"""Bad input: a clear message or a recorded issue, the right exit code, and the others still read."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest

from tests.views.cli.running import run, run_apart

GOOD = "DORN, January 5, 2026 (Osmian Press) - Varland freed 12 prisoners on Monday, officials said.\n"
HTML = "<!doctype html><html><head><title>x</title></head><body><div></div></body></html>"
BROKEN = {
    "empty.txt": (b"", "empty-file"),
    "blank.txt": (b" \n\t\n", "empty-file"),
    "picture.txt": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8, "binary-file"),
    "noise.bin": (bytes(range(256)) * 64, "binary-file"),
    "no-text.html": (HTML.encode(), "no-text"),
    "lines.jsonl": (b'{"id": "a", "text": "Osmia freed 3 men."}\n{"id": "b", "text": \n', "malformed-line"),
}


@pytest.fixture
def good(tmp_path: Path) -> str:
    """A report that can be read."""
    path = tmp_path / "good.txt"
    path.write_text(GOOD, encoding="utf-8")
    return str(path)


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_input_is_said_and_the_others_are_read(tmp_path: Path, good: str, name: str) -> None:
    """Exit code 1, a message naming the file, an issue with a stable code, the good one read."""
    raw, code = BROKEN[name]
    (tmp_path / name).write_bytes(raw)
    done = run("read", str(tmp_path / name), good, "--json")
    assert done.code == 1
    assert name in done.err
    assert code in [issue["code"] for row in done.rows for issue in row["issues"]]
    assert done.rows[-1]["status"] == "read"
    assert done.rows[-1]["path"] == good


def test_a_malformed_line_costs_only_itself(tmp_path: Path) -> None:
    """The other lines of the file are read."""
    (tmp_path / "lines.jsonl").write_bytes(BROKEN["lines.jsonl"][0])
    done = run("read", str(tmp_path / "lines.jsonl"), "--json")
    assert sorted(row["status"] for row in done.rows) == ["failed", "read"]


def test_another_encoding_is_read_and_said(tmp_path: Path) -> None:
    """Windows-1252 is no failure; that it was guessed is an issue."""
    (tmp_path / "old.txt").write_bytes("Varland freed “twelve” men in Dorn – naïve, café.\n".encode("cp1252"))
    done = run("read", str(tmp_path / "old.txt"), "--json")
    assert done.code == 0
    assert "guessed-encoding" in [issue["code"] for issue in done.rows[0]["issues"]]


def test_a_text_without_a_date_is_read_and_said(tmp_path: Path) -> None:
    """No date is guessed; the issue says so."""
    (tmp_path / "undated.txt").write_text("Varland freed twelve men after talks in Dorn.\n", encoding="utf-8")
    done = run("read", str(tmp_path / "undated.txt"), "--json")
    assert done.code == 0
    assert "no-date" in [issue["code"] for issue in done.rows[0]["issues"]]


def test_twenty_megabytes_of_one_line_are_refused(tmp_path: Path, good: str) -> None:
    """No report is that long: a message instead of half an hour, and the next one is read."""
    line = "The ministry said nothing new about the harvest and the roads of the north. " * 263_000
    (tmp_path / "long.txt").write_text(line + GOOD, encoding="utf-8")
    assert (tmp_path / "long.txt").stat().st_size >= 20_000_000 - 20_000
    done = run("read", str(tmp_path / "long.txt"), good, "--json")
    assert (done.code, "long.txt: expected at most 4000000 bytes" in done.err) == (1, True)
    assert [row["status"] for row in done.rows] == ["failed", "read"]


def test_a_hundred_kilobytes_of_one_line_are_read(tmp_path: Path) -> None:
    """Long is not yet wrong: words far into the line are found where they stand."""
    line = "The harvest of the north was good and the roads were dry in the autumn. " * 1_400
    (tmp_path / "long.txt").write_text(line + GOOD, encoding="utf-8")
    done = run("claims", str(tmp_path / "long.txt"), "--json")
    assert done.code == 0
    assert [row["span"]["start"] > 100_000 for row in done.rows if row["type"] == "RELEASE"] == [True]


def test_a_path_that_is_not_there_fails_alone(good: str) -> None:
    """A slip in one path does not cost the others; the exit code tells."""
    done = run("read", "nowhere/at-all.txt", good, "--json")
    assert done.code == 1
    assert "nowhere/at-all.txt" in done.err
    assert [row["status"] for row in done.rows] == ["failed", "read"]


def test_a_path_that_cannot_be_read_is_said(tmp_path: Path, good: str) -> None:
    """A link to itself can be read by nobody, root included."""
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    done = run("read", str(tmp_path / "loop.txt"), good, "--json")
    assert done.code == 1
    assert [row["status"] for row in done.rows] == ["failed", "read"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_said(tmp_path: Path, good: str) -> None:
    """The message says what to do about it."""
    (tmp_path / "locked.txt").write_text(GOOD, encoding="utf-8")
    (tmp_path / "locked.txt").chmod(0)
    done = run("read", str(tmp_path / "locked.txt"), good, "--json")
    assert (done.code, "permission" in done.err) == (1, True)


def test_an_empty_folder_is_said(tmp_path: Path) -> None:
    """Nothing to read is not the same as nothing found."""
    (tmp_path / "folder").mkdir()
    done = run("read", str(tmp_path / "folder"))
    assert (done.code, "nothing in it" in done.err) == (1, True)


def test_a_ledger_of_a_newer_version_is_left_alone(tmp_path: Path, good: str) -> None:
    """Exit code 2, both versions named, not a byte changed."""
    ledger = tmp_path / "l.detente"
    assert run("read", good, "--ledger", str(ledger)).code == 0
    with sqlite3.connect(ledger) as connection:
        connection.execute("PRAGMA user_version = 999")
    connection.close()
    before = ledger.read_bytes()
    done = run("read", good, "--ledger", str(ledger))
    assert (done.code, "newer" in done.err or "999" in done.err) == (2, True)
    assert ledger.read_bytes() == before


def test_a_ledger_that_is_none_is_left_alone(tmp_path: Path, good: str) -> None:
    """A report named as ledger by mistake is not written over."""
    done = run("read", good, "--ledger", good)
    assert done.code == 2
    assert Path(good).read_text(encoding="utf-8") == GOOD


def test_a_broken_ledger_is_told_where_it_breaks(tmp_path: Path, good: str) -> None:
    """Verify finds a changed entry; exit code 1."""
    ledger = tmp_path / "l.detente"
    run("read", good, "--ledger", str(ledger))
    assert run("verify", "--ledger", str(ledger)).code == 0
    with sqlite3.connect(ledger) as connection:
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute(
            "UPDATE entries SET body = replace(body, 'Varland', 'Osmia') WHERE kind = 'article'"
        )
    connection.close()
    done = run("verify", "--ledger", str(ledger))
    assert (done.code, "BROKEN" in done.out) == (1, True)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("read",), "PATH"),
        (("show", "everything"), "everything"),
        (("show", "deals"), "--ledger"),
        (("show", "deals", "--ledger", "nowhere.detente"), "nowhere.detente"),
        (("show", "deals", "nowhere.txt", "--as-of", "tomorrow"), "expected a day like 2025-01-31"),
        (("export", "nowhere.txt", "--known-by", "2026-1-5"), "expected a day like 2025-01-31"),
        (("trace", "clm_zzzzzz", "examples/1-great-lakes-courier.txt"), "clm_zzzzzz"),
        (("codebook", "RELAESE"), "RELEASE"),
        (("claims", "examples", "--reader", "oracle"), "rules"),
        (("export", "examples", "--to", "pdf"), "csv"),
        (("inspect", "no-such-file.txt"), "no-such-file.txt"),
        (("article", "no-such-file.txt"), "no-such-file.txt"),
        (("verify",), "--ledger"),
        (("inquire",), "inquire"),
    ],
)
def test_misuse_ends_with_2_and_one_message(arguments: tuple[str, ...], says: str) -> None:
    """What was expected, what was found; never a traceback, nothing on standard output."""
    done = run(*arguments)
    assert (done.code, done.out) == (2, "")
    assert says in done.err
    assert "Traceback" not in done.err


def test_settings_that_cannot_be_are_misuse(tmp_path: Path, good: str) -> None:
    """The file and the key are named, with the nearest one there is."""
    (tmp_path / "detente.toml").write_text('raeder = "rules"\n', encoding="utf-8")
    done = run_apart("read", good, cwd=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert "did you mean 'reader'" in done.err


@pytest.mark.parametrize("command", [("read",), ("show", "deals"), ("export",), ("claims",)])
def test_where_nothing_was_read_nothing_is_told(tmp_path: Path, command: tuple[str, ...]) -> None:
    """No dossier that says what "the reports" do not speak of: there are none; exit code 1."""
    (tmp_path / "notes.json").write_bytes(b"{}")
    for given in ("nowhere.txt", str(tmp_path)):
        done = run(*command, given)
        assert (done.code, done.out) == (1, "")
        assert "nowhere.txt" in done.err or "no report was read" in done.err


def test_issues_lists_an_input_that_is_not_there(good: str) -> None:
    """What `read` complains of is listed, too, as JSON where that is wanted."""
    done = run("issues", good, "nowhere.txt", "--json")
    assert (done.code, [row["code"] for row in done.rows][-1]) == (1, "no-input")


def test_a_line_that_is_too_long_is_said_by_every_command(tmp_path: Path) -> None:
    """Nobody takes the claims of the other lines for all there are."""
    lines = '{"id": "a", "text": "' + "so " * 1_400_000 + '"}\n{"id": "b", "text": "Osmia freed 3 men."}\n'
    (tmp_path / "lines.jsonl").write_text(lines, encoding="utf-8")
    for command in (("read", "--json"), ("claims", "--json")):
        assert "line 1 of at most 4000000 bytes" in run(*command, str(tmp_path / "lines.jsonl")).err


def test_a_missing_file_is_no_text_to_inspect() -> None:
    """A name with spaces is a slip in a name, not a sentence of three words."""
    done = run("inspect", "my missing report.txt")
    assert (done.code, "found nothing at" in done.err) == (2, True)


def test_an_empty_name_of_a_ledger_keeps_nothing_unseen(good: str) -> None:
    """``--ledger "$UNSET"`` is a slip; to read on and keep nothing would lose the work."""
    done = run("read", good, "--ledger", "")
    assert (done.code, "--ledger: expected the name of a file" in done.err) == (2, True)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_an_answer_that_cannot_be_written_is_said(good: str) -> None:
    """A full disk under standard output ends in a message, not a traceback."""
    import subprocess

    from tests.views.cli.running import COMMAND, ROOT

    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [*COMMAND, "codebook"], cwd=ROOT, stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert done.returncode == 2
    assert "No space left" in done.stderr
    assert "Traceback" not in done.stderr
