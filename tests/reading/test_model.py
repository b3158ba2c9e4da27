"""The model is loaded by a shorter way than its own, and is the same."""

from __future__ import annotations

import importlib
from typing import Any

import pytest

from detente.reading.lexicon import lexicon
from detente.reading.parsing.model import EXCLUDED, load, searched_once

PACKAGE = lexicon("en").model["package"]
TEXT = "“Don't,” she's said of the U.S.-led talks (e.g. those of 5 Jan.) at https://example.org/a; 10km off…"


@pytest.fixture(scope="module")
def both() -> tuple[Any, Any]:
    """The model by our way, and by its own."""
    return load(PACKAGE), importlib.import_module(PACKAGE).load(exclude=list(EXCLUDED))


def test_the_pieces_of_a_text_are_those_of_the_model_loaded_in_full(both: tuple[Any, Any]) -> None:
    """Its own rules are in the tokenizer, every one, though no default ones were built before."""
    ours, whole = (model.tokenizer for model in both)
    assert [t.text for t in ours(TEXT)] == [t.text for t in whole(TEXT)]
    assert ours.rules == whole.rules
    for part in ("prefix_search", "suffix_search", "infix_finditer", "token_match", "url_match"):
        of_ours, of_whole = getattr(ours, part), getattr(whole, part)
        assert (of_ours is None) == (of_whole is None)
        assert of_ours is None or of_ours.__self__.pattern == of_whole.__self__.pattern


def test_the_table_of_entry_points_is_put_back() -> None:
    """What the search was made quicker by is gone when the model is there, also where loading failed."""
    catalogue: Any = importlib.import_module("catalogue")
    before = catalogue.AVAILABLE_ENTRY_POINTS
    with searched_once():
        groups = catalogue.AVAILABLE_ENTRY_POINTS
        assert groups.select(group="console_scripts") is groups.select(group="console_scripts")
    assert before is catalogue.AVAILABLE_ENTRY_POINTS
    with pytest.raises(ModuleNotFoundError), searched_once():
        importlib.import_module("no_such_model")
    assert before is catalogue.AVAILABLE_ENTRY_POINTS
