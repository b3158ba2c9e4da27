"""Families of reports in invented articles, text in, families out, with datasketch beside us.

``python benchmarks/families.py [--articles 50000] [--seed 1] [--peer]``. The peer is optional:
``pip install datasketch`` first. It is given the same job: fold, cut into words, runs of five words,
MinHash, candidates by banding, exact containment, families.
"""

from __future__ import annotations

import argparse
import gc
import random
import re
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import accumulate
from typing import Any

from detente.records import Article, DocumentRef, Span
from detente.resolution.families import FamilyIndex, families
from detente.resolution.likeness import Text
from detente.resolution.shingles import body, shingles

SYLLABLES = re.findall("..", "babebodadoenfahailjakalolamaminanoropapiraresasotatuvavezizo")
TEMPLATES = (
    "the {0} of {1} said on {2} that {3} people had been let go from {4}",
    "{0} told {1} by telephone that nobody knew where {2} was held",
    "according to {0} the talks in {1} went on for {2} days without {3}",
    "a spokesman for {0} declined to say whether {1} would sign the {2}",
    "{0} of those freed crossed into {1} shortly after {2} on {3}",
    "the {0} has been under sanctions since {1} and denies that {2} was mistreated",
)
JUNK = (
    "read more on our site about {0} and {1}",
    "follow us for the latest from {0}",
    "advertisement {0} {1} {2}",
    "this story was updated to add comment from {0}",
)


@dataclass(frozen=True)
class Case:
    """Invented articles, and which of them give one text."""

    articles: list[Article]
    truth: list[set[int]]


class Press:
    """Writes articles: words by Zipf's law out of many, some sentences from templates."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        made = {"".join(self.chance.choices(SYLLABLES, k=self.chance.randint(1, 4))) for _ in range(40_000)}
        self.words = sorted(made)
        self.chance.shuffle(self.words)
        self.weights = list(accumulate(1 / (rank + 3) for rank in range(len(self.words))))

    def some(self, number: int) -> list[str]:
        """Words of the language, common ones often."""
        return self.chance.choices(self.words, cum_weights=self.weights, k=number)

    def sentence(self) -> str:
        """One sentence: one in six from a template."""
        if self.chance.random() < 1 / 6:
            return self.fill(self.chance.choice(TEMPLATES))
        return " ".join(self.some(self.chance.randint(8, 28)))

    def fill(self, template: str) -> str:
        """A template with rare words in its places."""
        return template.format(*(" ".join(self.chance.choices(self.words, k=2)) for _ in range(5)))

    def article(self) -> list[str]:
        """Sentences of a report of some 120 to 600 words."""
        return [self.sentence() for _ in range(self.chance.randint(8, 32))]

    def copy(self, text: Sequence[str]) -> list[str]:
        """The same report on another page: cut from the end, with the page's junk in it."""
        kept = list(text[: max(5, round(len(text) * self.chance.uniform(0.5, 1)))])
        for _ in range(self.chance.randint(0, 4)):
            kept.insert(self.chance.randint(0, len(kept)), self.fill(self.chance.choice(JUNK)))
        return kept

    def rewrite(self, text: Sequence[str], share: float = 0.15) -> list[str]:
        """The same report with one word in seven changed."""
        return [" ".join(self.changed(s.split(), share)) for s in text]

    def changed(self, words: list[str], share: float) -> Iterable[str]:
        """The words, some of them replaced."""
        for word in words:
            yield self.chance.choice(self.words) if self.chance.random() < share else word


def invent(number: int, seed: int) -> Case:
    """Articles of which about a third belong to planted families of two to six."""
    press = Press(seed)
    texts: list[list[str]] = []
    truth: list[set[int]] = []
    while len(texts) < number:
        first = press.article()
        made = [first]
        if press.chance.random() < 0.12:
            ways = [press.copy, press.copy, press.rewrite]
            made += [press.chance.choice(ways)(first) for _ in range(press.chance.randint(1, 5))]
            truth.append(set(range(len(texts), min(number, len(texts) + len(made)))))
        texts += made
    articles = [_article(press, t, n) for n, t in enumerate(texts[:number])]
    order = press.chance.sample(range(number), number)
    places = {old: new for new, old in enumerate(order)}
    return Case([articles[i] for i in order], [{places[i] for i in f} for f in truth if len(f) > 1])


def _article(press: Press, sentences: Sequence[str], number: int) -> Article:
    title = press.fill("{0} and {1} {2}").capitalize()
    text = title + "\n\n" + "\n\n".join(s.capitalize() + "." for s in sentences)
    name = f"doc_{number:06}"
    document = DocumentRef(id=name, path=name, sha256=sha256(f"{name}{text}".encode()).hexdigest())
    return Article(document=document, text=text, title=title, furniture=(Span(0, len(title), title),))


def scores(found: Iterable[Iterable[int]], truth: Sequence[set[int]]) -> tuple[float, float]:
    """Recall and precision over pairs of articles in one family."""
    home = {i: n for n, family in enumerate(truth) for i in family}
    wanted = sum(len(f) * (len(f) - 1) // 2 for f in truth)
    pairs = {(a, b) for f in found for a in f for b in f if a < b}
    right = sum(1 for a, b in pairs if a in home and home[a] == home.get(b))
    return right / wanted, right / len(pairs) if pairs else 1.0


def ours(articles: Sequence[Article]) -> list[list[int]]:
    """Text in, families out."""
    return _numbers(articles, families(articles))


def ours_prepared(articles: Sequence[Article], texts: Sequence[Text]) -> list[list[int]]:
    """The same from runs at hand."""
    index = FamilyIndex()
    index.extend_runs(texts)
    return _numbers(articles, index.families())


def prepared(articles: Sequence[Article]) -> list[Text]:
    """Every article's runs."""
    rows = shingles([body(a) for a in articles])
    shas = [a.document.sha256 for a in articles]
    return [Text(sha, runs, (True, "9", sha)) for sha, runs in zip(shas, rows, strict=True)]


def _numbers(articles: Sequence[Article], found: Iterable[Any]) -> list[list[int]]:
    places = {a.document.sha256: n for n, a in enumerate(articles)}
    return [[places[m] for m in f.members] for f in found]


_WORD = re.compile(r"\w+")


def peer_prepared(articles: Sequence[Article]) -> list[set[bytes]]:
    """Every article's runs as datasketch takes them: a set of byte strings."""
    out = []
    for article in articles:
        words = _WORD.findall(body(article).casefold())
        out.append({" ".join(words[i : i + 5]).encode() for i in range(len(words) - 4)})
    return out


def peer(sets: Sequence[set[bytes]]) -> list[list[int]]:
    """Families by datasketch: 128 permutations, 64 bands of two, exact containment."""
    from datasketch import MinHash, MinHashLSH  # type: ignore[import-untyped]

    index = MinHashLSH(num_perm=128, params=(64, 2))
    parents = list(range(len(sets)))
    for number, sketch in enumerate(MinHash.generator(sets, num_perm=128, seed=1)):
        for other in index.query(sketch):
            least = min(len(sets[number]), len(sets[other]))
            if least and len(sets[number] & sets[other]) / least >= 0.3:
                parents[_root(parents, number)] = _root(parents, other)
        index.insert(number, sketch, check_duplication=False)
    found: dict[int, list[int]] = defaultdict(list)
    for number in range(len(sets)):
        found[_root(parents, number)].append(number)
    return [f for f in found.values() if len(f) > 1]


def _root(parents: list[int], number: int) -> int:
    while parents[number] != number:
        parents[number] = number = parents[parents[number]]
    return number


def timed(name: str, number: int, work: Callable[[], list[list[int]]]) -> tuple[float, list[list[int]]]:
    """Run once; print and return documents per second of processor time, whoever else is at work."""
    gc.collect()
    start = time.process_time()
    result = work()
    rate = number / (time.process_time() - start)
    print(f"{name:36} {rate:10,.0f} documents/CPU s", flush=True)
    return rate, result


def main() -> None:
    """Print recall, precision and documents per second."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=5_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--peer", action="store_true", help="run datasketch too")
    options = parser.parse_args()
    case = invent(options.articles, options.seed)
    articles, number = case.articles, options.articles
    print(f"{number:,} articles, {len(case.truth):,} planted families, seed {options.seed}")
    whole, found = timed("ours, text in, families out", number, lambda: ours(articles))
    texts = prepared(articles)
    ready, _ = timed("ours, runs prepared", number, lambda: ours_prepared(articles, texts))
    print("ours: recall {:.4f}, precision {:.4f}".format(*scores(found, case.truth)))
    if options.peer:
        _beside(case, whole, ready)


def _beside(case: Case, whole: float, ready: float) -> None:
    number, articles = len(case.articles), case.articles
    sets = peer_prepared(articles)
    prepared_rate, _ = timed("datasketch, runs prepared", number, lambda: peer(sets))
    sets = []
    rate, found = timed("datasketch, text in, families out", number, lambda: peer(peer_prepared(articles)))
    print("datasketch: recall {:.4f}, precision {:.4f}".format(*scores(found, case.truth)))
    print(f"ours / datasketch: {whole / rate:.1f}x end to end, {ready / prepared_rate:.1f}x on prepared runs")


if __name__ == "__main__":
    main()
