"""``detente eval``: scores claims or a reader, holds a gate, writes a page, leaves the sealed set alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from detente.records import Claim, to_json
from tests.evaluation.samples import claim_of, event, perfect, text_of
from tests.views.cli.running import run

EVENT = event("RELEASE", "asserted", "freed 12 prisoners", count=12)
TEXT = text_of("a", "DORN - Belarus freed 12 prisoners on Monday.\n", EVENT)
RIGHT = perfect([TEXT])
WRONG = [claim_of(TEXT, "freed 12 prisoners", "DETAIN")]


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """A folder with an open set; the sealed one beside it holds the same."""
    for name in ("stories", "sealed"):
        (tmp_path / name / "texts").mkdir(parents=True)
        (tmp_path / name / "texts" / "a.txt").write_text(TEXT.text, "utf-8")
        row = {"id": "a", "lang": "en", "date": "2026-01-05", "events": [EVENT]}
        (tmp_path / name / "gold.jsonl").write_text(json.dumps(row) + "\n", "utf-8")
    return tmp_path


def saved(path: Path, claims: list[Claim] | tuple[Claim, ...]) -> str:
    """Claims as a file."""
    path.write_bytes(b"".join(to_json(claim) + b"\n" for claim in claims))
    return str(path)


def test_claims_of_a_file_are_scored(gold: Path) -> None:
    """One JSON object with the figures; the tables say the same."""
    right = saved(gold / "right.jsonl", RIGHT)
    done = run("eval", str(gold / "stories"), "--claims", right, "--json")
    assert (done.code, done.rows[0]["events"]["f1"], len(done.rows)) == (0, 1.0, 1)
    assert "| all | 1.000 |" in run("eval", str(gold / "stories"), "--claims", right).out


def test_a_reader_reads_the_gold_with_its_dates(gold: Path) -> None:
    """Without claims the reader is asked: it finds the plain release and its count."""
    done = run("eval", str(gold), "--json")
    assert (done.code, done.rows[0]["events"]["found"]) == (0, 1)
    assert done.rows[0]["fields"]["count"]["right"] == 1


def test_faults_are_told_as_many_as_asked(gold: Path) -> None:
    """--misses 1 tells one of the two: the release missed, the detention false."""
    wrong = saved(gold / "wrong.jsonl", WRONG)
    assert len(run("eval", str(gold), "--claims", wrong, "--misses", "1", "--json").rows[0]["misses"]) == 1
    assert (
        "a RELEASE/asserted: freed 12 prisoners"
        in run("eval", str(gold), "--claims", wrong, "--misses", "9").out
    )


def test_a_gate_that_is_not_passed_is_exit_code_one(gold: Path) -> None:
    """Made by --write, held without it: worse claims fail with the figures on standard error."""
    right, wrong = saved(gold / "right.jsonl", RIGHT), saved(gold / "wrong.jsonl", WRONG)
    gate = str(gold / "floors.toml")
    assert run("eval", str(gold), "--claims", right, "--gate", gate, "--write").code == 0
    assert run("eval", str(gold), "--claims", right, "--gate", gate).code == 0
    done = run("eval", str(gold), "--claims", wrong, "--gate", gate)
    assert done.code == 1
    assert "events.f1: expected at least 1.0; found 0.0" in done.err
    assert run("eval", str(gold), "--claims", wrong, "--gate", gate, "--write", "--lower-floor").code == 0


def test_two_claim_sets_are_compared(gold: Path) -> None:
    """--other adds the agreement."""
    right, wrong = saved(gold / "right.jsonl", RIGHT), saved(gold / "wrong.jsonl", WRONG)
    done = run("eval", str(gold), "--claims", right, "--other", wrong, "--json")
    assert done.rows[0]["agreement"]["spans"]["f1"] == 0.0
    assert "Krippendorff" in run("eval", str(gold), "--claims", right, "--other", right).out


def test_a_page_gets_the_tables_under_their_name(gold: Path) -> None:
    """--report writes between markers, under the set's name or the one that is given."""
    right, page = saved(gold / "right.jsonl", RIGHT), gold / "page.md"
    page.write_text("# Ours\n", "utf-8")
    run("eval", str(gold), "--claims", right, "--report", str(page))
    run("eval", str(gold), "--claims", right, "--report", str(page), "--name", "again")
    text = page.read_text("utf-8")
    assert text.startswith("# Ours\n\n<!-- begin eval stories:")
    assert "<!-- begin eval again:" in text


def test_confidences_are_fitted_to_a_file(gold: Path) -> None:
    """--confidence writes the table a reader reads."""
    right = saved(gold / "right.jsonl", RIGHT)
    assert run("eval", str(gold), "--claims", right, "--confidence", str(gold / "c.toml")).code == 0
    assert "[type.RELEASE]" in (gold / "c.toml").read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("sealed",), "--sealed"),
        (("sealed", "--sealed", "--misses", "3"), "leave it out"),
        (("sealed", "--sealed", "--confidence", "c.toml"), "leave it out"),
        (("stories", "--write"), "--gate"),
        (("stories", "--claims", "nowhere.jsonl"), "nowhere.jsonl"),
        (("nowhere",), "expected gold"),
        (("stories", "--gate", "nowhere.toml"), "--write makes one"),
        (("stories", "--reader", "nobody"), "nobody"),
    ],
)
def test_misuse_is_one_line_and_exit_code_two(gold: Path, arguments: tuple[str, ...], said: str) -> None:
    """What was expected, what was found, what to do; no traceback."""
    done = run("eval", str(gold / arguments[0]), *arguments[1:])
    assert done.code == 2
    assert said in done.err
    assert len(done.err.splitlines()) == 1


def test_a_sealed_set_is_scored_on_purpose(gold: Path) -> None:
    """With --sealed there is a score, and not a word of its texts."""
    wrong = saved(gold / "wrong.jsonl", WRONG)
    done = run("eval", str(gold / "sealed"), "--sealed", "--claims", wrong, "--json")
    assert done.rows[0]["sealed"] is True
    assert done.rows[0]["misses"] == []
    assert "prisoners" not in done.out
