"""Each command does what its help says: on the examples that ship, through the command line."""

from __future__ import annotations

import ast
import os
import re
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from detente.codebook import codebook
from detente.views.cli.app import COMMANDS, GROUPS, build, command
from tests.views.cli.running import EXAMPLES, ROOT, run

SNAPSHOTS = ROOT / "tests" / "snapshots"
CLAIM_FIELDS = (
    "id", "type", "sub", "alt_type", "mode", "polarity", "factuality", "roles", "quantity", "penalty",
    "money", "time", "as_of", "content", "step", "stance", "condition", "label", "topic", "duration",
    "voluntariness", "exhaustive", "attribution", "scope_certain", "span", "linkage", "hedges",
    "sensitivity", "confidence", "rule", "document", "reader",
)  # fmt: skip
DEAL_FIELDS = (
    "id", "state", "date", "sides", "released", "persons_freed", "persons_not_freed", "destinations",
    "unplaced", "brokers", "remaining", "kept", "linkage", "conditions", "conflicts", "documents",
    "reports", "groups",
)  # fmt: skip


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A ledger that holds the examples."""
    path = str(tmp_path_factory.mktemp("ledger") / "l.detente")
    done = run("read", *EXAMPLES, "--ledger", path)
    assert (done.code, done.err) == (0, "")
    return path


def _compare(name: str, text: str) -> None:
    """Compare with the snapshot; ``UPDATE_SNAPSHOTS=1`` writes it anew."""
    file = SNAPSHOTS / name
    if os.environ.get("UPDATE_SNAPSHOTS"):
        file.write_text(text, encoding="utf-8")
    assert text == file.read_text(encoding="utf-8"), f"{name} differs; UPDATE_SNAPSHOTS=1 writes it anew"


def _scrubbed(text: str) -> str:
    """Without ids: a new rule version changes them all, and says nothing new."""
    return re.sub(r"\b(clm|deal|evt|ent|msr|doc|grp)_[0-9a-f]+", r"\1_…", text)


def test_the_dossier_of_the_examples_is_the_snapshot() -> None:
    """What a person sees first does not change unseen."""
    done = run("read", *EXAMPLES)
    assert (done.code, done.err) == (0, "")
    _compare("dossier.txt", _scrubbed(done.out))


def test_the_dossier_is_plain_text_where_nobody_watches() -> None:
    """No colours, no trailing blanks, no line over a hundred columns."""
    lines = run("read", *EXAMPLES).out.splitlines()
    assert not any("\x1b" in line or line != line.rstrip() or len(line) > 100 for line in lines)


def test_reading_again_tells_the_same(ledger: str) -> None:
    """The second read adds nothing and prints the same dossier."""
    again = run("read", *EXAMPLES, "--ledger", ledger)
    assert again.out == run("read", *EXAMPLES).out
    rows = run("read", *EXAMPLES, "--ledger", ledger, "--json").rows
    assert [row["status"] for row in rows] == ["held"] * len(EXAMPLES)


def test_claims_have_the_public_shape_and_their_words_stand_in_the_article() -> None:
    """Every field of the documented shape, in UTF-8, and span offsets that hold."""
    rows = run("claims", EXAMPLES[0], "--json").rows
    (article,) = run("article", EXAMPLES[0], "--json").rows
    assert rows
    for row in rows:
        assert row.keys() >= set(CLAIM_FIELDS)
        span = row["span"]
        assert article["text"][span["start"] : span["end"]] == span["exact"]


def test_claims_without_json_are_a_line_each() -> None:
    """The plain form shows type, words and source."""
    plain, rows = run("claims", EXAMPLES[0]), run("claims", EXAMPLES[0], "--json").rows
    assert [line.split()[0] for line in plain.out.splitlines()] == [row["id"] for row in rows]


@pytest.mark.parametrize("what", ["deals", "people", "measures", "counts", "conflicts", "events"])
def test_show_answers_from_a_ledger_and_from_paths_alike(ledger: str, what: str) -> None:
    """With a ledger or in memory, plain or JSON: the same records."""
    kept, read = run("show", what, "--ledger", ledger, "--json"), run("show", what, *EXAMPLES, "--json")
    assert (kept.code, read.code) == (0, 0)
    assert kept.rows == read.rows
    assert run("show", what, "--ledger", ledger).out


def test_deals_have_the_public_shape(ledger: str) -> None:
    """Every field of the documented shape, and the deal of the examples is found."""
    rows = run("show", "deals", "--ledger", ledger, "--json").rows
    assert rows
    assert all(row.keys() >= set(DEAL_FIELDS) for row in rows)


def test_before_anything_was_published_nothing_is_known(ledger: str) -> None:
    """The second clock: a day before the first report there are no deals, and that is said."""
    early = run("show", "deals", "--ledger", ledger, "--known-by", "2026-03-01")
    assert (early.code, "no proof of none" in early.out) == (0, True)
    assert run("show", "deals", "--ledger", ledger, "--known-by", "2026-03-01", "--json").out == ""


def test_whatever_the_dossier_prints_can_be_traced(ledger: str) -> None:
    """Every short id on the screen leads to words and bytes that hold."""
    printed = run("read", *EXAMPLES, "--ledger", ledger).out
    ids = sorted(set(re.findall(r"\b(?:clm|deal)_[0-9a-f]{6,}", printed)))
    assert len(ids) > 20
    for name in ids[:: max(1, len(ids) // 12)]:
        (trace,) = run("trace", name, "--ledger", ledger, "--json").rows
        assert trace["id"].startswith(name)
        assert trace["quotes"]
        assert all(quoted["intact"] for quoted in trace["quotes"])


def test_a_trace_names_rule_document_and_hash(ledger: str) -> None:
    """The plain form leads a person from the claim to the file."""
    row = run("claims", EXAMPLES[0], "--json").rows[0]
    out = " ".join(run("trace", row["id"], "--ledger", ledger).out.split())
    for part in (row["rule"], EXAMPLES[0], row["document"]["sha256"], "the bytes give this hash"):
        assert part in out


def test_inspect_tells_why_nothing_came() -> None:
    """A sentence without a claim has a reason."""
    rows = run("inspect", "Varland freed two men on Friday. The hills lay blue.", "--json").rows
    assert [bool(row["claims"]) for row in rows] == [True, False]
    assert rows[1]["why"]
    assert "nothing, because" in run("inspect", "Varland freed two men on Friday. The hills lay blue.").out


def test_a_text_of_something_else_is_said_to_be_that() -> None:
    """An empty answer says why it is empty."""
    assert "nothing, because: no trigger" in run("inspect", "Blue hills lie beyond green woods.").out
    assert "No sentence was looked at" in run("inspect", "Синие холмы лежат за лесами.").out
    path = ROOT / "LICENSE"
    assert run("claims", str(path)).code == 0


def test_issues_are_listed_from_a_ledger(ledger: str, tmp_path: Path) -> None:
    """What was wrong with an input is there to be asked for."""
    (tmp_path / "empty.txt").touch()
    run("read", str(tmp_path / "empty.txt"), "--ledger", str(tmp_path / "l.detente"))
    (row,) = run("issues", "--ledger", str(tmp_path / "l.detente"), "--json").rows
    assert row["code"] == "empty-file"
    assert run("issues", "--ledger", ledger).code == 0


def test_verify_and_its_noted_head(ledger: str) -> None:
    """A head noted earlier lies on the chain; another one does not."""
    (row,) = run("verify", "--ledger", ledger, "--json").rows
    assert row["ok"]
    assert run("verify", "--ledger", ledger, "--noted", row["head"]).code == 0
    assert run("verify", "--ledger", ledger, "--noted", "ab" * 32).code == 1


def test_exports_hold_every_claim(ledger: str) -> None:
    """CSV has a head and a row for each claim; JSON lines are claims."""
    rows = run("export", "--ledger", ledger, "--json").rows
    table = run("export", "--ledger", ledger).out
    assert table.startswith("id,type,sub,")
    assert table.count("\nclm_") == len(rows) > 0
    assert run("export", "--ledger", ledger, "--to", "uwazi", "--json").rows == rows


@pytest.mark.parametrize(("to", "field"), [("ftm", "schema"), ("plover", "has_event")])
def test_exports_for_other_programs_are_lines_of_json_with_and_without_the_flag(
    ledger: str, to: str, field: str
) -> None:
    """--json is --to jsonl where nothing else was asked for; standard output holds rows alone."""
    rows = run("export", "--ledger", ledger, "--to", to, "--json").rows
    assert rows == run("export", "--ledger", ledger, "--to", to).rows
    assert len(rows) > 0
    assert all(field in row for row in rows)


def test_a_format_that_is_not_there_is_told_with_those_that_are(ledger: str) -> None:
    """No rows, and the names to choose from."""
    ran = run("export", "--ledger", ledger, "--to", "rdf")
    assert ran.code != 0
    assert "plover" in ran.err


def test_the_codebook_prints_every_type() -> None:
    """All with a line each, and each with its limits."""
    assert len(run("codebook", "--json").rows) == len(codebook().types)
    for name in codebook().types:
        assert "Does not count as" in run("codebook", name).out


def test_the_ledger_can_be_named_by_the_environment(ledger: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """DETENTE_LEDGER stands in for --ledger."""
    monkeypatch.setenv("DETENTE_LEDGER", ledger)
    assert run("verify").code == 0


@pytest.mark.parametrize("name", COMMANDS)
def test_help_has_examples_that_name_the_command(name: str) -> None:
    """Every command shows how it is used."""
    text = run(name, "--help").out
    shown = [line for line in text.partition("Examples:")[2].splitlines() if line.strip()]
    assert shown
    assert all(f"detente {name}" in line for line in shown)


ANSWERING = [name for name in COMMANDS if name != "serve"]
"""Those that answer and end; `serve` goes on until Ctrl-C: test_serve.py."""


@pytest.mark.parametrize("name", ANSWERING)
def test_every_command_takes_json(name: str) -> None:
    """A program can read every answer."""
    assert "--json" in run(name, "--help").out


@pytest.mark.parametrize("word", [*COMMANDS, *GROUPS])
def test_a_command_made_alone_is_the_same_command(word: str) -> None:
    """What is typed first decides what is made; its help reads as it does beside all the others."""
    alone = CliRunner().invoke(build(word), (word, "--help"), prog_name="detente")
    assert alone.stdout == run(word, "--help").out


EXAMPLE_LINES = [
    line for name in ANSWERING for line in command(name).examples if "examples/" in line and "|" not in line
]


@pytest.mark.parametrize("line", EXAMPLE_LINES)
def test_examples_in_the_help_that_need_nothing_else_run(line: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """An example that ships with the repository does what it says."""
    monkeypatch.chdir(ROOT)
    words = shlex.split(re.split(r"\s{3,}", line)[0])[1:]
    expanded = [p for w in words for p in (EXAMPLES if w == "examples/*.txt" else [w])]
    if "trace" in expanded:
        first = run("claims", EXAMPLES[0], "--json").rows[0]["id"]
        expanded = [first[:12] if word.startswith("clm_") else word for word in expanded]
    assert run(*expanded).code == 0


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_parses_calls_and_renders(name: str) -> None:
    """One file each, no more than fifteen lines in the body: the work is done elsewhere."""
    file = ROOT / "src" / "detente" / "views" / "cli" / f"{name}.py"
    tree = ast.parse(file.read_text(encoding="utf-8"))
    (function,) = [n for n in tree.body if isinstance(n, ast.FunctionDef) and n.name == name]
    body = function.body[1:]
    assert body[-1].end_lineno is not None
    assert body[-1].end_lineno - body[0].lineno + 1 <= 15
