"""Everything is documented, and everything the documents show is what happens.

``UPDATE_DOCS=1`` writes the shown output anew; read the difference before you commit it.
"""

from __future__ import annotations

import ast
import contextlib
import doctest
import io
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from detente.settings import Settings
from detente.views.cli.app import COMMANDS

ROOT = Path(__file__).parent.parent
PAGES = (
    "README.md",
    "docs/tour.md",
    "docs/questions.md",
    "docs/journey.md",
    "docs/extending.md",
    "docs/languages.md",
    "docs/instruments.md",
)
FENCE = re.compile(r"^```(?P<kind>console|pycon)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
MARK = "--- next command ---"
UPDATE = bool(os.environ.get("UPDATE_DOCS"))


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the examples in it, as a person who tries things out has."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("COLUMNS", "100")
    for name in ("DETENTE_LEDGER", "DETENTE_SETTINGS"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.mark.parametrize("page", PAGES)
def test_every_block_shows_what_happens(page: str, desk: Path) -> None:
    """Console blocks run in one shell each, Python blocks share one session a page."""
    file = ROOT / page
    text, names = file.read_text(encoding="utf-8"), dict[str, object]()
    runs: dict[str, Callable[[str], str]] = {"console": _console, "pycon": lambda body: _session(body, names)}
    done = FENCE.sub(lambda m: f"```{m['kind']}\n{runs[m['kind']](m['body'])}```", text)
    if UPDATE and _scrubbed(done) != _scrubbed(text):
        file.write_text(done, encoding="utf-8")
        return
    assert _scrubbed(done) == _scrubbed(text), f"{page} differs; UPDATE_DOCS=1 writes it anew"


def _console(body: str) -> str:
    """The block with the output of each of its commands."""
    commands = [line[2:] for line in body.splitlines() if line.startswith("$ ")]
    script = f"\necho '{MARK}'\n".join(commands)
    done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=False, timeout=300)
    assert "Traceback" not in done.stderr, done.stderr
    assert "fault of Detente" not in done.stderr, done.stderr
    outputs = done.stdout.split(f"{MARK}\n")
    shown = (f"$ {command}\n{out}" for command, out in zip(commands, outputs, strict=True))
    return "".join(shown) + done.stderr


def _session(body: str, names: dict[str, object]) -> str:
    """The block with what each of its expressions prints."""
    parts = []
    for piece in doctest.DocTestParser().parse(body):
        if isinstance(piece, str):
            parts.append(piece)
            continue
        first, *rest = piece.source.splitlines()
        parts.append(
            "\n".join([f">>> {first}", *(f"... {line}" for line in rest), _said(piece.source, names)])
        )
    return "".join(parts)


def _said(source: str, names: dict[str, object]) -> str:
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(compile(source, "<page>", "single"), names)
    return out.getvalue()


def _scrubbed(text: str) -> str:
    """Without ids, hashes and clocks: they change with every version and every run."""
    text = re.sub(r"\b([a-z]{3,4})_[0-9a-f]{4,}\b", r"\1_…", text)
    text = re.sub(r"\b[0-9a-f]{12,}\b", "…", text)
    return re.sub(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", "…", text)


def test_every_command_is_in_the_page_of_commands() -> None:
    """docs/cli.md is written from the help texts; CI fails when it differs."""
    from detente.views.cli.page import page

    file = ROOT / "docs" / "cli.md"
    if UPDATE:
        file.write_text("".join(page()), encoding="utf-8")
    assert file.read_text(encoding="utf-8") == "".join(page())


def test_the_codebook_page_is_what_the_data_say() -> None:
    """docs/codebook.md is written from the codebook; CI fails when it differs."""
    done = subprocess.run(
        [sys.executable, "-m", "detente.codebook.page"], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert done.stdout == (ROOT / "docs" / "codebook.md").read_text(encoding="utf-8"), "run make docs"


def test_the_tour_uses_every_command() -> None:
    """Whoever has walked the tour has seen them all, but the one that measures readers."""
    tour = (ROOT / "docs" / "tour.md").read_text(encoding="utf-8")
    assert [name for name in COMMANDS if f"$ detente {name}" not in tour] == ["eval"]


def test_every_question_is_shown_with_its_command() -> None:
    """All forty stand on one page, each under its number, with the command that asks it."""
    from detente.workspace import open_workspace

    page = (ROOT / "docs" / "questions.md").read_text(encoding="utf-8")
    asked = open_workspace().questions()
    shown = [q.name for q in asked if f"## {q.numbers[0]} {q.name}\n" in page]
    assert shown == [q.name for q in asked if f"$ detente ask {q.name} --ledger" in page]
    assert len(shown) == 40


def test_every_setting_is_explained_where_it_is_set() -> None:
    """default.toml is the reference, and the tour points to it."""
    text = (ROOT / "src" / "detente" / "default.toml").read_text(encoding="utf-8")
    assert [key for key in Settings.__struct_fields__ if f"\n{key} = " not in text] == []
    assert "default.toml" in (ROOT / "docs" / "tour.md").read_text(encoding="utf-8")


def test_decisions_have_the_four_parts() -> None:
    """Problem, choices, decision, what would change our mind."""
    for file in sorted((ROOT / "docs" / "decisions").glob("*.md")):
        text = file.read_text(encoding="utf-8").lower()
        for part in ("problem", "choices", "decision", "what would change our mind"):
            assert part in text, f"{file.name}: {part}"


def _links() -> Iterator[tuple[str, str]]:
    for file in [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]:
        for target in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", file.read_text(encoding="utf-8")):
            if "://" not in target:
                yield str(file.relative_to(ROOT)), target


@pytest.mark.parametrize(("page", "target"), list(_links()))
def test_links_between_pages_lead_somewhere(page: str, target: str) -> None:
    """A page that was renamed is renamed everywhere."""
    assert ((ROOT / page).parent / target).exists()


def _public(tree: ast.Module) -> Iterator[ast.AST]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef | ast.FunctionDef) and not node.name.startswith("_"):
            yield node


def test_exception_tree_is_drawn_as_it_is() -> None:
    """The picture at the head of errors.py names every exception there is."""
    tree = ast.parse((ROOT / "src" / "detente" / "errors.py").read_text(encoding="utf-8"))
    drawn = ast.get_docstring(tree) or ""
    assert [n.name for n in _public(tree) if isinstance(n, ast.ClassDef) and n.name not in drawn] == []
