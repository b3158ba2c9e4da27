"""Vectors, tags, heads and names are worked out faster than by spaCy's own layers, and are the same."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from detente.reading.lexicon import lexicon
from detente.reading.parsing.encoder import Encoder
from detente.reading.parsing.entities import Entities
from detente.reading.parsing.heads import Heads, Tags
from detente.reading.parsing.model import load
from detente.reading.parsing.parse import Parser

TEXTS = (
    "On Tuesday the Ministry of Rivers in Tallinn freed Lena Marr, Tom Hale and 14 others.",
    "Maria  Osman \n of the Harbour Workers' Union paid $3.2 million to New York's courts in May 2019.",
    "They can't say.",
    "Geneva",
    " \n ",
    "The United Nations High Commissioner for Human Rights, Ana de la Cruz, met President Ilmar Saar",
)


@pytest.fixture(scope="module")
def nlp() -> Any:
    """The model, as the reader loads it."""
    return load(lexicon("en").model["package"])


@pytest.fixture
def docs(nlp: Any) -> list[Any]:
    """Texts taken apart, each as one sentence."""
    out = [nlp.make_doc(text) for text in TEXTS]
    for doc in out:
        for token in doc:
            token.is_sent_start = token.i == 0
    return out


@pytest.mark.parametrize("stack", ["tok2vec", "ner"])
def test_vectors_are_those_of_the_models_own_layers(nlp: Any, docs: list[Any], stack: str) -> None:
    """The same weights and sums give the same vectors but for the last bits."""
    model = nlp.get_pipe(stack).model
    own = model if stack == "tok2vec" else model.layers[0].layers[0]
    for ours, theirs in zip(Encoder(own).vectors(docs), own.predict(docs), strict=True):
        np.testing.assert_allclose(ours, theirs, atol=1e-5)


def test_vectors_do_not_depend_on_what_was_read_before(nlp: Any, docs: list[Any]) -> None:
    """What is kept from text to text makes no bit of difference."""
    model = nlp.get_pipe("tok2vec").model
    fresh, used = Encoder(model), Encoder(model)
    for doc in reversed(docs):
        used.vectors([doc])
    for one, other in zip(fresh.vectors(docs), used.vectors(docs), strict=True):
        np.testing.assert_array_equal(one, other)


def test_names_are_those_the_models_own_decoder_finds(nlp: Any, docs: list[Any]) -> None:
    """Names, where they begin and end, and their kinds agree with spaCy's component."""
    found = Entities(nlp.get_pipe("ner")).find(docs)
    list(nlp.get_pipe("ner").pipe(docs))
    assert [[tuple(e) for e in names] for names in found] == [
        [(e.start, e.end, e.label_) for e in doc.ents] for doc in docs
    ]
    assert {len(names) for names in found} > {0}
    assert any(name.end - name.start > 2 for names in found for name in names)


def test_tags_heads_and_labels_are_those_of_the_models_own_components(nlp: Any, docs: list[Any]) -> None:
    """Moved on from here or by spaCy's own loop, the model gives each word the same tag, head and label."""
    vectors = Encoder(nlp.get_pipe("tok2vec").model).vectors(docs)
    theirs = [doc.copy() for doc in docs]
    for doc, own in zip(theirs, vectors, strict=True):
        doc.tensor = own
    for name in ("tagger", "parser"):
        list(nlp.get_pipe(name).pipe(theirs))
    Heads(nlp.get_pipe("parser")).find(docs, np.concatenate(vectors))
    told = [(w.head.i, w.dep_) for doc in docs for w in doc]
    assert told == [(w.head.i, w.dep_) for doc in theirs for w in doc]
    assert len({label for _, label in told}) > 9
    tags = Tags(nlp.get_pipe("tagger")).find(np.concatenate(vectors))
    assert tags == [w.tag_ for doc in theirs for w in doc]


def test_forgetting_words_changes_nothing(nlp: Any, docs: list[Any], monkeypatch: pytest.MonkeyPatch) -> None:
    """Where too many words are known they are learnt anew, with the same vectors."""
    model = nlp.get_pipe("tok2vec").model
    kept = Encoder(model).vectors(docs)
    monkeypatch.setattr("detente.reading.parsing.encoder._KEPT", 3)
    forgetful = Encoder(model)
    forgetful.vectors(docs)
    for one, other in zip(kept, forgetful.vectors(docs), strict=True):
        np.testing.assert_array_equal(one, other)


def test_words_forgotten_with_their_article_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader that keeps no word for good reads the same words, tags, heads and names."""
    words, package = lexicon("en").forms, lexicon("en").model["package"]
    spans = [(0, len(text), text) for text in TEXTS]
    kept = [s.words for s in Parser(words, package).parse(spans)]
    monkeypatch.setattr("detente.reading.parsing.parse._WORDS", 0)
    parser = Parser(words, package)
    assert [s.words for s in parser.parse(spans)] == kept
    assert [s.words for s in parser.parse(spans)] == kept
