"""What is another than the last time is found, wherever in the lists it stands."""

from __future__ import annotations

import random

from msgspec.structs import replace
from tests import ledgers

from detente.records import Article, Reading
from detente.resolution.received import Received
from detente.resolution.reports import Told

READINGS = ledgers.readings(
    "".join(f"\n    = {n} 2026-01-02 Post\n    x: DETAIN | person Lena Marr\n" for n in "abcdef")
)
ARTICLES = tuple(Article(document=r.document, text=f"Report {r.document.id}.") for r in READINGS)


def _told(readings: list[Reading], articles: list[Article]) -> dict[str, Told]:
    documents = {r.document.sha256 for r in readings} | {a.document.sha256 for a in articles}
    texts = {a.document.sha256: a for a in articles}
    claims = {d: tuple(c for r in readings if r.document.sha256 == d for c in r.claims) for d in documents}
    return {d: Told(claims[d], texts.get(d)) for d in documents}


def test_what_is_told_adds_up_to_what_was_given_last() -> None:
    """Items come, go, move and change; a document may have several readings, and two texts."""
    chance, received, held = random.Random(1), Received(), dict[str, Told]()
    for _ in range(300):
        readings = chance.sample(READINGS, chance.randint(0, 6)) + chance.sample(
            READINGS, chance.randint(0, 1)
        )
        articles = chance.sample(ARTICLES, chance.randint(0, 6))
        if articles and chance.random() < 0.3:
            articles.insert(
                chance.randrange(len(articles)), replace(chance.choice(ARTICLES), text="Another.")
            )
        for document, told in received.compared(readings, articles).documents.items():
            if told is None:
                del held[document]
            else:
                held[document] = told
        assert held == _told(readings, articles)


def test_of_like_lists_only_what_differs_is_told() -> None:
    """One report more, at whatever place, is all that is told."""
    received = Received()
    received.compared([*READINGS[:2], *READINGS[3:]], ARTICLES[:2])
    fresh = received.compared(READINGS, ARTICLES[:3])
    assert fresh.documents == {READINGS[2].document.sha256: Told(READINGS[2].claims, ARTICLES[2])}
    assert not fresh.unlike


def test_a_text_that_is_another_now_is_told() -> None:
    """Families of texts must be found anew then."""
    received = Received()
    received.compared(READINGS, ARTICLES)
    assert received.compared(READINGS, (replace(ARTICLES[0], text="Other words."), *ARTICLES[1:])).unlike
