"""Sentences → parsed sentences: what the model's tokens say, as plain words with the article's offsets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any

from detente.reading.model import load
from detente.reading.repair import repaired
from detente.reading.words import PROPER, Sentence, Word

BATCH = 32
_QUOTES = {
    "“": '"',
    "”": '"',
    "„": '"',
    "«": '"',
    "»": '"',
    "’": "'",
    "‘": "'",
    "\u00a0": " ",
    "\u00ad": "-",
    "\u200b": " ",
}
_FLAT = str.maketrans(_QUOTES)


class Parser:
    """Holds the loaded model. Loading takes half a second and happens at the first sentence.

    Args:
        forms: inflected form → lemma, for the words of the lexicon.
        package: the model's import name.
    """

    def __init__(self, forms: Mapping[str, str], package: str) -> None:
        self._forms, self._package = forms, package

    @cached_property
    def _nlp(self) -> Any:
        return load(self._package)

    def parse(self, spans: Sequence[tuple[int, int, str]]) -> list[Sentence]:
        """Parse sentences given as (start, end, text); offsets are the article's.

        Quotes, apostrophes and no-break spaces are folded one to one before the model sees them,
        so that every offset holds in the article's own characters.
        """
        if not spans:
            return []
        nlp = self._nlp
        out: list[Sentence] = []
        with nlp.memory_zone():
            plain = (self._one_sentence(nlp.make_doc(text.translate(_FLAT))) for _, _, text in spans)
            docs = list(nlp.pipe(plain, batch_size=BATCH, disable=["ner"]))
            # Recognising names is more than half of the work: only where a capital could begin one.
            list(nlp.get_pipe("ner").pipe((d for d in docs if _may_name(d)), batch_size=BATCH))
            for index, (doc, (start, end, text)) in enumerate(zip(docs, spans, strict=True)):
                out.append(Sentence(repaired(self._words(doc, start)), start, end, text, index))
        return out

    @staticmethod
    def _one_sentence(doc: Any) -> Any:
        for token in doc:
            token.is_sent_start = token.i == 0
        return doc

    def _words(self, doc: Any, offset: int) -> list[Word]:
        words = [
            Word(
                i=t.i,
                text=t.text,
                low=t.lower_,
                lemma=self._forms.get(t.lower_, t.lower_),
                tag=t.tag_,
                dep=t.dep_,
                head=t.head.i,
                start=offset + t.idx,
                end=offset + t.idx + len(t.text),
            )
            for t in doc
        ]
        for number, ent in enumerate(doc.ents):
            for t in ent:
                words[t.i].ent, words[t.i].ent_id = ent.label_, number
        return words


def _may_name(doc: Any) -> bool:
    """A capital inside the sentence, or a proper noun at its head."""
    return any(t.tag_ in PROPER or (t.i and t.text[:1].isupper() and t.text != "I") for t in doc)
