"""Origin groups: reports that are one voice, because one was copied from the other or from one wire."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from detente.language.scripts import fold
from detente.records import Article, DocumentRef, Judgement, OriginGroup, content_id

SHINGLE = 5
CONTAINMENT = 0.6
_WORD = re.compile(r"\w+")
_CREDIT = re.compile(r"^[^\n]{0,60}?\(([A-Z][\w .&'’-]{1,40})\)\s*[-–—]", re.MULTILINE)
_HEAD = 400


def origin_groups(
    documents: Iterable[DocumentRef],
    articles: Sequence[Article],
    judgements: Sequence[Judgement] = (),
) -> tuple[OriginGroup, ...]:
    """Every document in one group: alone, or with those it shares its words or its wire with.

    Somebody's word on two reports adds a pair or takes it away; the latest word counts.
    """
    known = {d.sha256: d for d in documents} | {a.document.sha256: a.document for a in articles}
    texts = {a.document.sha256: a for a in articles}
    parent = {sha: sha for sha in known}
    reasons: dict[str, list[str]] = defaultdict(list)
    found = {*_same_words(texts), *_same_voice(known, texts)}
    for left, right, reason in sorted(_judged(found, judgements, known)):
        one, two = _root(parent, left), _root(parent, right)
        if one != two:
            parent[max(one, two)] = min(one, two)
        reasons[left].append(reason)
    members: dict[str, list[str]] = defaultdict(list)
    for sha in sorted(known):
        members[_root(parent, sha)].append(sha)
    return tuple(_group(m, known, reasons) for _, m in sorted(members.items()))


def _judged(
    found: set[tuple[str, str, str]], judgements: Sequence[Judgement], known: dict[str, DocumentRef]
) -> set[tuple[str, str, str]]:
    for said in sorted((j for j in judgements if j.about == "report"), key=lambda j: (j.made or "", j.id)):
        pair = {said.left, said.right}
        found = {row for row in found if {row[0], row[1]} != pair} if said.verdict == "different" else found
        if said.verdict == "same" and pair <= known.keys():
            found = found | {(min(pair), max(pair), f"judged one by {said.author}")}
    return found


def _root(parent: dict[str, str], item: str) -> str:
    while parent[item] != item:
        item = parent[item]
    return item


def _group(members: list[str], known: dict[str, DocumentRef], reasons: dict[str, list[str]]) -> OriginGroup:
    why = sorted({r for m in members for r in reasons.get(m, ())})
    names = sorted({known[m].publisher or known[m].id for m in members})
    return OriginGroup(
        id=content_id("org", min(members)),
        members=tuple(members),
        reason="; ".join(why) or "a report of its own",
        name=", ".join(names),
    )


def shingles(text: str) -> frozenset[tuple[str, ...]]:
    """Runs of five words."""
    words = _WORD.findall(fold(text))
    return frozenset(tuple(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1))


def containment(left: frozenset[tuple[str, ...]], right: frozenset[tuple[str, ...]]) -> float:
    """How much of the shorter text stands in the longer."""
    least = min(len(left), len(right))
    return len(left & right) / least if least else 0.0


def _same_words(texts: dict[str, Article]) -> Iterator[tuple[str, str, str]]:
    """Pairs with enough shingles in common; only pairs that share some are compared."""
    sets = {sha: shingles(_body(a)) for sha, a in texts.items()}
    holders: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for sha in sorted(sets):
        for shingle in sets[sha]:
            holders[shingle].append(sha)
    pairs = {p for shas in holders.values() if len(shas) > 1 for p in combinations(sorted(shas), 2)}
    for left, right in sorted(pairs):
        share = containment(sets[left], sets[right])
        if share >= CONTAINMENT:
            yield left, right, f"the same words: {share:.2f} of the five-word runs"


def _body(article: Article) -> str:
    """The text without boilerplate: a shared footer makes no copy."""
    marked = sorted((s.start, s.end) for s in (*article.boilerplate, *article.furniture))
    kept, at = [], 0
    for start, end in marked:
        kept.append(article.text[at : max(at, start)])
        at = max(at, end)
    return " ".join((*kept, article.text[at:]))


def _same_voice(known: dict[str, DocumentRef], texts: dict[str, Article]) -> Iterator[tuple[str, str, str]]:
    """Pairs that name one wire, or one publisher: an outlet that repeats itself is one voice."""
    by_voice: dict[str, list[str]] = defaultdict(list)
    names: dict[str, str] = {}
    for sha in sorted(known):
        for name in _voices(known[sha], texts.get(sha)):
            by_voice[fold(name)].append(sha)
            names.setdefault(fold(name), name)
    for key, shas in by_voice.items():
        yield from (
            (shas[0], other, f"the same voice: {names[key]}") for other in shas[1:] if other != shas[0]
        )


def _voices(document: DocumentRef, article: Article | None) -> Iterator[str]:
    if document.publisher:
        yield document.publisher
    if article is None:
        return
    credit = _CREDIT.search(article.text[:_HEAD])
    if credit:
        yield credit[1]
    if article.byline:
        yield article.byline
