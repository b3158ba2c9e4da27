"""``detente names``: two names, a sheet of pairs, a file against a list; bad input and Ctrl-C."""

from __future__ import annotations

import csv
import io
import os
import signal
import time
from pathlib import Path

import msgspec
import pytest

from tests.views.cli.running import ROOT, run, spawn

SHARED = Path(os.environ.get("DETENTE_SHARED", ROOT.parent / "shared"))
PAIRS = "id,name1,name2,note\n7,Siarhei Dornau,Сергей Дорнов,a\n8,Ivan Dornov,Irina Dornova,\n"
LISTED = "id;Name;born\n1;Сергей Дорнов;1970\n2;S. Dornov;\n3;Lena Holt;1980\n"


@pytest.fixture
def pairs(tmp_path: Path) -> Path:
    """A sheet of two pairs, with columns of its own."""
    return _file(tmp_path, "pairs.csv", PAIRS)


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    """A list of three names."""
    return _file(tmp_path, "listed.csv", LISTED)


def _file(folder: Path, name: str, text: str, encoding: str = "utf-8") -> Path:
    (folder / name).write_bytes(text.encode(encoding))
    return folder / name


def _table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_two_names_get_a_score_a_verdict_and_every_reason() -> None:
    """What speaks for, what against, each with its weight; the weights and the start make the sum."""
    done = run("names", "Ivan Dornov", "Ірына Дорнава")
    assert done.code == 0
    assert "different, score" in done.out
    for part in (
        "against  -5.0  given:none",
        "for      +2.6  surname:slavic",
        "-2.0  gender",
        "start",
        "-6.9",
    ):
        assert part in done.out


def test_two_names_as_json_have_the_same_reasons() -> None:
    """One object with the names, score, verdict and reasons."""
    (row,) = run("names", "Mikoła Dornow", "Николай Дорнов", "--json").rows
    assert list(row) == ["name1", "name2", "score", "verdict", "reasons"]
    assert (row["verdict"], [reason["rule"] for reason in row["reasons"]]) == (
        "same", ["given:family", "surname:reading"],
    )  # fmt: skip


def test_a_sheet_of_pairs_keeps_its_columns_and_gets_two(pairs: Path, tmp_path: Path) -> None:
    """score and verdict come last; -o writes a file, and standard output stays empty."""
    done = run("names", "--pairs", str(pairs))
    assert (done.code, done.err) == (0, "")
    rows = _table(done.out)
    assert list(rows[0]) == ["id", "name1", "name2", "note", "score", "verdict"]
    assert [(row["id"], row["note"], row["verdict"]) for row in rows] == [
        ("7", "a", "same"),
        ("8", "", "different"),
    ]
    out = tmp_path / "judged.csv"
    assert run("names", "--pairs", str(pairs), "-o", str(out)).out == ""
    assert out.read_text(encoding="utf-8") == done.out


def test_pairs_as_json_lines_tell_their_reasons(pairs: Path) -> None:
    """Every column of the sheet, score, verdict, reasons."""
    rows = run("names", "--pairs", str(pairs), "--json").rows
    assert [row["id"] for row in rows] == ["7", "8"]
    assert rows[1]["reasons"][0]["rule"] == "given:none"


def test_a_column_of_the_sheet_is_never_overwritten(tmp_path: Path) -> None:
    """A sheet that has a score already keeps it; ours is named otherwise, and that is said."""
    sheet = _file(tmp_path, "p.csv", "score,name1,name2\nmine,Ivan Dornov,Ivan Dornov\n")
    done = run("names", "--pairs", str(sheet))
    assert _table(done.out)[0]["score"] == "mine"
    assert _table(done.out)[0]["detente_score"] == "0.937"
    assert "detente_score" in done.err


def test_a_file_is_screened_against_a_list(listed: Path, tmp_path: Path) -> None:
    """The best match first, with reasons and the list's own columns; who is not found is told so."""
    names = _file(tmp_path, "names.txt", "Siarhei Dornau\n\n  Lena Marr \n")
    done = run("names", str(names), "--against", str(listed))
    assert (done.code, done.err) == (0, "")
    rows = _table(done.out)
    assert [(r["name"], r["match"], r["verdict"], r["match_id"], r["match_line"]) for r in rows] == [
        ("Siarhei Dornau", "Сергей Дорнов", "same", "1", "2"),
        ("Siarhei Dornau", "S. Dornov", "unsure", "2", "3"),
        ("Lena Marr", "", "different", "", ""),
    ]
    assert "+2.0 siarhei / сергей: forms of one given name" in rows[0]["reasons"]
    top = run("names", str(names), "--against", str(listed), "--top", "1", "--json").rows
    assert [(row["line"], len(row["matches"])) for row in top] == [(1, 1), (3, 0)]
    assert top[0]["matches"][0]["listed"] == {"id": "1", "Name": "Сергей Дорнов", "born": "1970"}


def test_names_may_come_from_standard_input(listed: Path) -> None:
    """``-`` is standard input, for a list of names and for pairs."""
    assert len(_table(run("names", "-", "--against", str(listed), text="Lena Holt\n").out)) == 1
    assert len(_table(run("names", "--pairs", "-", text=PAIRS).out)) == 2


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "windows-1251"])
def test_other_encodings_are_read(tmp_path: Path, encoding: str) -> None:
    """Marks are followed; a guess is said."""
    text = "name1,name2\nСергей Владимирович Дорнов,Сергей Дорнов\nИрина Холт,Николай Марченко\n"
    done = run("names", "--pairs", str(_file(tmp_path, "p.csv", text, encoding)))
    assert [row["verdict"] for row in _table(done.out)] == ["same", "different"]
    assert ("windows-1251" in done.err) == (encoding == "windows-1251")


BAD = {
    "no column": ("first,second\na,b\n", "found: 'first', 'second'"),
    "empty": ("", "empty file"),
    "open quotation": ('name1,name2\n"Ivan,Ira\n', "closing quotation mark"),
    "binary": ("name1,name2\n\0\1\2\n", "binary"),
}


@pytest.mark.parametrize("kind", BAD)
def test_a_sheet_that_cannot_be_read_is_said_and_nothing_is_written(tmp_path: Path, kind: str) -> None:
    """Exit code 2, one line that tells what was found, and the file of an earlier run untouched."""
    text, message = BAD[kind]
    out = _file(tmp_path, "out.csv", "kept")
    done = run("names", "--pairs", str(_file(tmp_path, "bad.csv", text)), "-o", str(out))
    assert (done.code, done.err.count("\n")) == (2, 1)
    assert message in done.err
    assert out.read_text(encoding="utf-8") == "kept"


def test_a_row_without_two_names_is_kept_without_a_verdict(tmp_path: Path) -> None:
    """Exit code 1, the lines named, the other rows judged; empty lines are none."""
    sheet = _file(tmp_path, "p.csv", "name1,name2\nIvan Dornov,\n\n,,\nA B,C D,E\nLena Holt,Lena Holt\n")
    done = run("names", "--pairs", str(sheet))
    assert done.code == 1
    assert "line 2, 5" in done.err
    assert [row["verdict"] for row in _table(done.out)] == ["", "", "same"]


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("one",),
        ("a", "b", "c"),
        ("a", ""),
        ("a", "b", "-o", "x"),
        ("--against", "x"),
        ("a", "--pairs", "x"),
        ("--pairs", "x", "--against", "y"),
        ("-", "--against", "-"),
        ("--pairs", "not-there.csv"),
    ],
)
def test_misuse_is_one_line_and_exit_code_two(arguments: tuple[str, ...]) -> None:
    """What was expected, what was found, what to do."""
    done = run("names", *arguments)
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert "expected" in done.err


def test_the_answer_never_goes_over_what_is_read(pairs: Path) -> None:
    """-o with the file itself is refused, and the file is as it was."""
    done = run("names", "--pairs", str(pairs), "-o", str(pairs))
    assert done.code == 2
    assert pairs.read_text(encoding="utf-8") == PAIRS


def test_ctrl_c_keeps_what_is_done(tmp_path: Path) -> None:
    """Exit code 130, whole rows in the file, and a message with how many."""
    text = "".join(f"Sergei Dornov{i:x},Siarhei Dornau{i:x}\n" for i in range(400_000))
    sheet, out = _file(tmp_path, "p.csv", f"name1,name2\n{text}"), tmp_path / "out.csv"
    process = spawn("names", "--pairs", str(sheet), "-o", str(out))
    end = time.monotonic() + 60
    while time.monotonic() < end and process.poll() is None and not (out.exists() and out.stat().st_size):
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 130, err
    rows = _table(out.read_text(encoding="utf-8"))
    assert f"stopped by Ctrl-C; {len(rows)} of 400000 pairs done before it, and kept" in err
    assert 0 < len(rows) < 400_000
    assert all(row["verdict"] for row in rows)


@pytest.mark.parametrize(("path", "least"), [("names/people_pairs.csv", 0.98), ("canada/pairs.csv", 0.95)])
def test_the_shared_gold_is_told_apart_from_the_command_line(path: str, least: float) -> None:
    """Recall at *same* where it was, no pair joined wrongly; skipped where the gold is not here."""
    gold = SHARED / "gold" / path
    if not gold.is_file():
        pytest.skip("shared gold is not here")
    rows = run("names", "--pairs", str(gold), "--json").rows
    same = [row["verdict"] == "same" for row in rows]
    truth = [row["is_match"] == "True" for row in rows]
    assert sum(s and t for s, t in zip(same, truth, strict=True)) / sum(truth) >= least
    assert [msgspec.json.encode(r) for r, s, t in zip(rows, same, truth, strict=True) if s and not t] == []
