"""Sentences → parsed sentences: what the model's tokens say, as plain words with the article's offsets."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from contextlib import nullcontext
from functools import cached_property
from itertools import islice
from typing import Any

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import ThreadpoolController

from detente.reading.parsing.encoder import Encoder
from detente.reading.parsing.entities import Entities
from detente.reading.parsing.heads import Heads, Tags
from detente.reading.parsing.model import load
from detente.reading.parsing.repair import repaired
from detente.reading.parsing.words import PROPER, Sentence, Word

BATCH = 64
_COLUMNS = ["IDX", "LENGTH", "DEP", "HEAD"]
_BACK = 1 << 63
"""Numbers from here on are those of heads that stand before their word: less than zero, kept unsigned."""
_WORDS = 40_000
"""So many words are kept for good; those of later articles are forgotten with the article."""
_AGAIN = re.compile(r"\b(?:re|de)-[a-z]{3}", re.IGNORECASE)
_ANEW = frozenset({"re", "de"})
_QUOTES = {
    "[": "(",
    "]": ")",
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
_AIM = re.compile(
    r"\b[Tt]he (?:[\w.-]+ ){0,3}(?:Alliance|Campaign|Coalition|Committee|Fund|Initiative|League"
    r"|Movement|Network|Project|Society|Union) to(?= [A-Z][a-z])"
)
"""Where a body's name has a verb in it: "the Committee to Protect Journalists"."""


_FILLED = re.compile(r"\[(?!sic\b)[^\W\d]['’\w-]*(?: [\w-]+){0,3}\]")
"""What an editor fills in: "President [Idriss] Roth", "freed [the miners]", "[T]hey"."""
_POINTING = frozenset({"he", "him", "she", "her", "they", "them", "it", "we", "us", "i", "who"})


def _starts(size: int) -> NDArray[np.uint64]:
    """For the words of one sentence: the first begins it, no other does."""
    starts = np.full((size, 1), -1, dtype=np.int64)
    starts[:1] = 1
    return starts.view(np.uint64)


_STARTS = _starts(200)


class _Labels(dict[int, str]):
    """The model's words for its labels by their numbers, each looked up once."""

    def __init__(self, strings: Mapping[int, str]) -> None:
        super().__init__()
        self._strings = strings

    def __missing__(self, number: int) -> str:
        found = self[number] = self._strings[number]
        return found


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

    @cached_property
    def _labels(self) -> _Labels:
        return _Labels(self._nlp.vocab.strings)

    @cached_property
    def _encoder(self) -> Encoder:
        return Encoder(self._nlp.get_pipe("tok2vec").model)

    @cached_property
    def _tags(self) -> Tags:
        return Tags(self._nlp.get_pipe("tagger"))

    @cached_property
    def _heads(self) -> Heads:
        return Heads(self._nlp.get_pipe("parser"))

    @cached_property
    def _entities(self) -> Entities:
        return Entities(self._nlp.get_pipe("ner"))

    @cached_property
    def _threads(self) -> ThreadpoolController:
        return ThreadpoolController()

    def parse(self, spans: Sequence[tuple[int, int, str]]) -> list[Sentence]:
        """Parse sentences given as (start, end, text); offsets are the article's.

        Quotes, apostrophes and no-break spaces are folded one to one before the model sees them,
        so that every offset holds in the article's own characters. So is *to* in a body's name, which
        the model takes for the start of an infinitive; it reads *of* there.
        """
        out: list[Sentence] = []
        if not spans:
            return out
        nlp = self._nlp
        # Words met early stay known; once there are many, what an article brings is forgotten with it.
        zone = nlp.memory_zone() if len(nlp.vocab) > _WORDS else nullcontext()
        with zone, self._threads.limit(limits=1, user_api="blas"):
            for first in range(0, len(spans), BATCH):
                some = spans[first : first + BATCH]
                bare = [_unbracketed(text) for _, _, text in some]
                flat = [_flat(text) for text, _ in bare]
                docs = [self._one_sentence(_whole(nlp.make_doc(text), text)) for text in flat]
                read = zip(docs, flat, self._read(docs), (start for start, _, _ in some), strict=True)
                words = [self._words(*one) for one in read]
                for found, (_, gone), (start, _, _) in zip(words, bare, some, strict=True):
                    _put_back(found, gone, start)
                self._name(docs, words)
                for found, (start, end, text) in zip(words, some, strict=True):
                    out.append(Sentence(repaired(found), start, end, text))
        return out

    def _read(self, docs: list[Any]) -> Iterator[list[str]]:
        """Heads and labels into the documents; the tags of each."""
        vectors = np.concatenate(self._encoder.vectors(docs))
        self._heads.find(docs, vectors)
        tags = iter(self._tags.find(vectors))
        return (list(islice(tags, len(doc))) for doc in docs)

    def _name(self, docs: list[Any], words: list[list[Word]]) -> None:
        """Names into the words. They cost as much as all the rest: only where a capital could begin one."""
        named = [i for i, found in enumerate(words) if _may_name(found)]
        for i, names in zip(named, self._entities.find([docs[i] for i in named]), strict=True):
            for number, name in enumerate(names):
                for word in words[i][name.start : name.end]:
                    word.ent, word.ent_id = name.label, number

    @staticmethod
    def _one_sentence(doc: Any) -> Any:
        starts = _STARTS if len(doc) < len(_STARTS) else _starts(len(doc))
        return doc.from_array(["SENT_START"], starts[: len(doc)])

    def _words(self, doc: Any, text: str, tags: Sequence[str], offset: int) -> list[Word]:
        words, labels, lemmas = [], self._labels, self._forms
        for i, (at, length, dep, up) in enumerate(doc.to_array(_COLUMNS).tolist()):
            piece = text[at : at + length]
            low, start = piece.lower(), offset + at
            head = i + (up if up < _BACK else up - 2 * _BACK)
            lemma = lemmas.get(low) or _lemma(low, lemmas)
            words.append(Word(i, piece, low, lemma, tags[i], labels[dep], head, start, start + length))
        return words


def _unbracketed(text: str) -> tuple[str, list[int]]:
    """The text without the brackets in which an editor completes what was said, and where they stood.

    "President [Idriss] Roth freed [the miners]" reads on; "He [Roth] left" does not, and keeps them.
    """
    if "[" not in text:
        return text, []
    found = [m for m in _FILLED.finditer(text) if _goes_on(text[: m.start()].split()[-1:], m[0][1:-1])]
    gone = [i for m in found for i in (m.start(), m.end() - 1)]
    return "".join(c for i, c in enumerate(text) if i not in gone), gone


def _goes_on(before: Sequence[str], inside: str) -> bool:
    """Does the sentence need it? Not behind "He", nor behind a name: "Sanaa [the capital]"."""
    said_of_name = bool(before) and before[0][:1].isupper() and (inside[:1].islower() or "’s" in inside)
    return not said_of_name and "'s" not in inside and {*map(str.lower, before)}.isdisjoint(_POINTING)


def _put_back(words: Sequence[Word], gone: Sequence[int], start: int) -> None:
    """Give words the offsets that they have in the text with its brackets."""
    at = [start + place - before for before, place in enumerate(gone)]
    for w in words if gone else ():
        w.start, w.end = w.start + bisect_right(at, w.start), w.end + bisect_right(at, w.end - 1)


def _flat(text: str) -> str:
    """As many characters, of the kinds that the model knows."""
    flat = text.translate(_FLAT)
    return _AIM.sub(lambda found: f"{found[0][:-2]}of", flat) if " to " in flat else flat


def _lemma(low: str, lemmas: Mapping[str, str]) -> str:
    """Of a word that the tables do not have: "re-listed" is *listed*; any other is itself."""
    return lemmas.get(low[3:], low[3:]) if low[2:3] == "-" and low[:2] in _ANEW else low


def _whole(doc: Any, text: str) -> Any:
    """ "re-imposed", which the model's tokens cut in three, as the one verb that it is."""
    if _AGAIN.search(text):
        with doc.retokenize() as pieces:
            for i in range(len(doc) - 2):
                if _AGAIN.match(doc[i : i + 3].text) and doc[i].lower_ in _ANEW and not doc[i].whitespace_:
                    pieces.merge(doc[i : i + 3])
    return doc


def _may_name(words: Sequence[Word]) -> bool:
    """A capital inside the sentence, or a proper noun at its head."""
    return any(w.tag in PROPER or (w.i and w.text[:1].isupper() and w.text != "I") for w in words)
