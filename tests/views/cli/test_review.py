"""``detente review``: the queue, what is kept of an answer, a spreadsheet there and back."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from detente.errors import InputError
from detente.workspace import open_workspace
from tests.views.cli.running import Ran, run

REPORTS = (
    ("The Harbour Post", "2024-03-05", "Osmia released the editor Lena Marr on Tuesday, her lawyer said."),
    ("Channel Eight", "2025-09-09", "Varland pardoned Lena Marr, a farmer, on Monday, the ministry said."),
)


@pytest.fixture
def ledger(tmp_path: Path) -> str:
    """Two reports that name one person, or two, and nothing that tells which."""
    path = tmp_path / "articles.jsonl"
    rows = [
        {"id": f"a{n}", "publisher": who, "published": day, "title": f"News {n}", "text": text}
        for n, (who, day, text) in enumerate(REPORTS)
    ]
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    name = str(tmp_path / "news.detente")
    assert run("read", str(path), "--ledger", name).code == 0
    return name


def people(ledger: str) -> int:
    """How many people of this name there are."""
    return sum(row["name"] == "Lena Marr" for row in run("show", "people", "--ledger", ledger, "--json").rows)


def review(ledger: str, answers: str, *options: str) -> Ran:
    """A review answered so."""
    return run("review", "--ledger", ledger, *options, text=answers)


def test_a_name_shared_and_nothing_else_waits_in_the_queue(ledger: str) -> None:
    """Both sides with their sources and words, and why it is in doubt; nothing is merged meanwhile."""
    assert people(ledger) == 2
    (candidate,) = run("review", "--ledger", ledger, "--json").rows
    assert candidate["about"] == "entity"
    assert {candidate["left"]["name"], candidate["right"]["name"]} == {"Lena Marr"}
    sources = {candidate[side]["source"] for side in ("left", "right")}
    assert sources == {"The Harbour Post, 2024-03-05", "Channel Eight, 2025-09-09"}
    assert all(candidate[side]["words"] for side in ("left", "right"))
    assert "no second feature" in candidate["reasons"][-1]


def test_same_joins_and_does_not_come_again(ledger: str) -> None:
    """The word is kept with author and reason; the queue is empty, and the two are one."""
    done = review(ledger, "s both edit the Post\n", "--author", "kim")
    assert "1 judgements kept" in done.out
    assert people(ledger) == 1
    assert "nothing to review" in review(ledger, "").out
    with open_workspace(ledger) as workspace:
        (kept,) = workspace.judgements()
    assert (kept.verdict, kept.author, kept.reasons) == ("same", "kim", ("both edit the Post",))
    assert kept.made is not None


@pytest.mark.parametrize("answer", ["d", "u"])
def test_different_and_unsure_leave_them_apart_and_out_of_the_queue(ledger: str, answer: str) -> None:
    """Unsure is an answer too: it is not asked again."""
    review(ledger, f"{answer}\n")
    assert people(ledger) == 2
    assert run("review", "--ledger", ledger, "--json").rows == []


@pytest.mark.parametrize("answers", ["k\n", "q\n", "", "what?\nk\n"])
def test_what_was_skipped_or_left_comes_again(ledger: str, answers: str) -> None:
    """A skip, a quit, the end of the input and a slip of the finger keep nothing."""
    done = review(ledger, answers)
    assert "0 judgements kept" in done.out
    assert ("expected s, d, u, k or q" in done.out) == answers.startswith("what")
    assert len(run("review", "--ledger", ledger, "--json").rows) == 1


def test_a_judgement_taken_back_brings_the_doubt_back(ledger: str) -> None:
    """Undo is a new entry: both stay in the ledger, whose chain holds."""
    review(ledger, "s\n")
    with open_workspace(ledger) as workspace:
        (kept,) = workspace.judgements()
    assert run("retract", kept.id, "--ledger", ledger).code == 0
    assert people(ledger) == 2
    assert len(run("review", "--ledger", ledger, "--json").rows) == 1
    assert run("verify", "--content", "--ledger", ledger).code == 0


def test_a_later_word_outranks_an_earlier_one(ledger: str) -> None:
    """Two reviewers may disagree: both words are kept, the later counts, and none leaves it to the rules."""
    clock = iter(["2027-10-01T08:00:00Z", "2027-10-02T08:00:00Z", "2027-10-03T08:00:00Z"])
    with open_workspace(ledger, now=lambda: next(clock, "2027-10-09T08:00:00Z")) as workspace:
        (candidate,) = workspace.candidates()
        pair = candidate.about, candidate.left.key, candidate.right.key
        for author, verdict in (("kim", "same"), ("lee", "different"), ("kim", "none")):
            workspace.judge_pair(*pair, verdict, author=author)
        assert [j.verdict for j in workspace.judgements()] == ["same", "different", "none"]
        assert len(workspace.candidates()) == 1


def test_a_spreadsheet_goes_out_and_comes_back(ledger: str, tmp_path: Path) -> None:
    """Rows with a verdict are kept, the others wait; importing an untouched one keeps nothing."""
    path = tmp_path / "doubts.csv"
    assert "1 candidates written" in run("review", "--ledger", ledger, "--export", str(path)).out
    with path.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert rows[0]["verdict"] == ""
    assert "0 judgements kept" in run("review", "--ledger", ledger, "--import", str(path)).out
    rows[0] |= {"verdict": "Different", "reason": "one is 22"}
    with path.open("w", encoding="utf-8", newline="") as stream:
        table = csv.DictWriter(stream, rows[0])
        table.writeheader()
        table.writerows(rows)
    assert "1 judgements kept" in run("review", "--ledger", ledger, "--import", str(path)).out
    assert run("review", "--ledger", ledger, "--json").rows == []


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("id,about\nx,entity\n", "row 2: expected the columns left, right, verdict"),
        ("about,left,right,verdict,reason\nentity,a#x,b#y,maybe,\n", "row 2: expected a verdict"),
        ("about,left,right,verdict,reason\nperson,a#x,b#x,same,\n", "row 2: expected one of entity, event"),
        ("about,left,right,verdict,reason\nentity,a#x,b#x,same,\n", "row 2: expected the key of a name"),
        (
            "about,left,right,verdict,reason\nevent,clm_1,clm_2,,\nevent,clm_1,clm_2,same,\n",
            "row 3: expected the id",
        ),
    ],
)
def test_a_wrong_row_keeps_nothing_and_is_named(ledger: str, tmp_path: Path, content: str, told: str) -> None:
    """All or nothing: a desk mends the row and imports again."""
    path = tmp_path / "wrong.csv"
    path.write_text(content, encoding="utf-8")
    done = run("review", "--ledger", ledger, "--import", str(path))
    assert (done.code, told in done.err) == (2, True), done.err
    with open_workspace(ledger) as workspace:
        assert workspace.judgements() == ()


def test_one_thing_is_not_judged_against_itself(ledger: str) -> None:
    """A name is the same as itself whatever anybody says."""
    (candidate,) = run("review", "--ledger", ledger, "--json").rows
    key = candidate["left"]["key"]
    with open_workspace(ledger) as workspace, pytest.raises(InputError, match="expected two that may be one"):
        workspace.judge_pair("entity", key, key, "different")


def test_a_word_is_kept_without_settling_anything(ledger: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A queue of hundreds is answered as fast as somebody types: what is judged need only stand."""
    with open_workspace(ledger) as workspace:
        (candidate,) = workspace.candidates()
        claims = [c.id for c in workspace.state().claims]
        monkeypatch.setattr(type(workspace), "state", lambda self: pytest.fail("settled for a word"))
        workspace.judge_pair("entity", candidate.left.key, candidate.right.key, "different")
        workspace.judge_pair("event", claims[0], claims[-1], "different")
        with pytest.raises(InputError, match="the id of a claim that stands"):
            workspace.judge_pair("event", claims[0], "clm_none", "different")


def test_a_table_that_is_none_is_refused(ledger: str, tmp_path: Path) -> None:
    """A path that is not there, bytes that are no text."""
    (tmp_path / "b.csv").write_bytes(b"\xff\xfe\x00")
    for name in ("nowhere.csv", "b.csv"):
        assert "expected a CSV" in run("review", "--ledger", ledger, "--import", str(tmp_path / name)).err
