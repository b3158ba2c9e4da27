"""People of several reports made one: a name family and a second feature, or somebody's word (CODEBOOK §2).

Nothing is done for every pair of reports: names are compared once, and reports that share a feature are
strung together. Whoever stays apart is asked of once, beside the first of the same name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import islice, pairwise, product
from typing import NamedTuple

from detente.records import Judgement, content_id
from detente.resolution.keys import name_words

Local = tuple[str, str]
"""A person of one report: document hash and the longest form of the name there."""
Pair = tuple[Local, Local]
FeaturesOf = Mapping[Local, Set[str]]
Word = tuple[str, str, str]
"""When it was said, the judgement's id, the verdict."""
BORN = "born on "
"""How a day of birth begins that tells people apart."""
REASON = "one name family, and no second feature that tells people apart"


class Persons(NamedTuple):
    """Who is one with whom, and who may be."""

    roots: dict[Local, Local]  # each with the one that stands for all of them
    candidates: tuple[Judgement, ...]


def joined(
    features: FeaturesOf, names: Sequence[tuple[str, str]], words: Mapping[frozenset[str], Word]
) -> Persons:
    """Join people across reports where something beside the name says that they are one.

    Two who were born on different days are two, whatever else they have in common, unless somebody said
    that they are one.

    Args:
        features: a person of one report → what tells people of one name apart.
        names: pairs of names of one family, each name with itself among them.
        words: what people last said of each pair; two that somebody told apart are never joined by way
            of a third.

    Example:
        >>> same = [("Lena Marr", "Lena Marr")]
        >>> editors = {("a", "Lena Marr"): {"office editor"}, ("b", "Lena Marr"): {"office editor"}}
        >>> joined(editors, same, {}).candidates
        ()
        >>> unknown = {("a", "Lena Marr"): set[str](), ("b", "Lena Marr"): set[str]()}
        >>> [c.verdict for c in joined(unknown, same, {}).candidates]
        ['unsure']
    """
    homes: dict[str, list[Local]] = defaultdict(list)
    for local in sorted(features):
        homes[local[1]].append(local)
    said = dict(_said(homes, names, words))
    joins = {p for p, verdict in said.items() if verdict == "same"}
    shared = set(_sharing(features, homes, names, said))
    apart = [p for p, verdict in said.items() if verdict == "different"]
    parent = {local: local for local in features}
    births = {local: {f for f in found if f.startswith(BORN)} for local, found in features.items()}
    for left, right in (*sorted(joins), *sorted(shared - joins)):
        one, two = (births[_root(parent, local)] for local in (left, right))
        if (left, right) in joins or not one or not two or one & two:
            _unite(parent, left, right, apart)
            births[_root(parent, left)] = one | two
    roots = {local: _root(parent, local) for local in parent}
    return Persons(roots, tuple(_candidates(homes, names, roots, said)))


def latest_words(judgements: Iterable[Judgement]) -> dict[frozenset[str], Word]:
    """What somebody last said of two people, by the keys of both."""
    latest: dict[frozenset[str], Word] = {}
    for j in sorted(judgements, key=lambda j: (j.made or "", j.id)):
        if j.about == "entity":
            latest[frozenset((j.left, j.right))] = (j.made or "", j.id, j.verdict)
    return latest


def _said(
    homes: Mapping[str, list[Local]],
    names: Iterable[tuple[str, str]],
    words: Mapping[frozenset[str], Word],
) -> Iterator[tuple[Pair, str]]:
    """What somebody said of two of one name family, for each such pair."""
    spoken = {key for pair in words for key in pair}
    for one, two in names if spoken else ():
        for left, right in product(_spoken_of(homes[one], spoken), _spoken_of(homes[two], spoken)):
            keys = product(keys_of(left), keys_of(right))
            found = [words[pair] for key in keys if (pair := frozenset(key)) in words]
            if found and left[0] != right[0] and max(found)[2] != "none":
                yield (min(left, right), max(left, right)), max(found)[2]


def _spoken_of(locals_: Iterable[Local], spoken: set[str]) -> list[Local]:
    return [local for local in locals_ if not spoken.isdisjoint(keys_of(local))]


def keys_of(local: Local) -> tuple[str, str]:
    """By what a judgement may call a person: of one report, or of a name in every report."""
    return f"{local[0]}#{local[1]}", "person:" + " ".join(name_words(local[1]))


def _sharing(
    features: FeaturesOf,
    homes: Mapping[str, list[Local]],
    names: Iterable[tuple[str, str]],
    said: Mapping[Pair, str],
) -> Iterator[Pair]:
    """Pairs that string together all who share a feature; where somebody spoke of a name, every pair."""
    touched = {local[1] for pair in said for local in pair}
    having: dict[str, dict[str, list[Local]]] = defaultdict(lambda: defaultdict(list))
    for local in sorted(features):
        for feature in features[local]:
            having[local[1]][feature].append(local)
    for one, two in names:
        if one in touched or two in touched:
            pairs = ((min(p), max(p)) for p in product(homes[one], homes[two]) if p[0][0] != p[1][0])
            yield from (p for p in pairs if p not in said and features[p[0]] & features[p[1]])
        elif one == two:
            for same in having[one].values():
                yield from pairwise(same)
        else:
            for feature in having[one].keys() & having[two].keys():
                across = product(having[one][feature], having[two][feature])
                yield from ((min(p), max(p)) for p in _first_of_two_reports(across))


def _first_of_two_reports(pairs: Iterable[Pair]) -> tuple[Pair, ...]:
    first = next((p for p in pairs if p[0][0] != p[1][0]), None)
    return () if first is None else (first,)


def _candidates(
    homes: Mapping[str, list[Local]],
    names: Iterable[tuple[str, str]],
    roots: Mapping[Local, Local],
    said: Mapping[Pair, str],
) -> Iterator[Judgement]:
    """Each who is not joined, once, beside the first of that name of whom nobody spoke yet."""
    asked = {frozenset((roots[a], roots[b])) for a, b in said}
    for one, two in names:
        left, right = _by_root(homes[one], roots), _by_root(homes[two], roots)
        for row in _within(list(left)) if one == two else [product(left, right)]:
            pairs = (p for p in row if p[0] != p[1] and frozenset(p) not in asked)
            found = ((p, _first_of_two_reports(product(left[p[0]], right[p[1]]))) for p in pairs)
            for pair, both in islice(((p, b) for p, b in found if b), 1):
                asked.add(frozenset(pair))
                yield _candidate(*both[0])


def _within(roots: Sequence[Local]) -> Iterator[Iterator[Pair]]:
    """For each the pairs with those before it."""
    for number, late in enumerate(roots):
        yield ((early, late) for early in islice(roots, number))


def _by_root(locals_: Iterable[Local], roots: Mapping[Local, Local]) -> dict[Local, list[Local]]:
    found: dict[Local, list[Local]] = defaultdict(list)
    for local in locals_:
        found[roots[local]].append(local)
    return found


def _candidate(left: Local, right: Local) -> Judgement:
    one, two = (f"{document}#{name}" for document, name in sorted((left, right)))
    return Judgement(
        id=content_id("jdg", "entity", one, two), about="entity", left=one, right=two, verdict="unsure",
        reasons=(REASON,),
    )  # fmt: skip


def _unite(parent: dict[Local, Local], left: Local, right: Local, apart: Sequence[Pair]) -> None:
    """Make two people one, unless somebody said of any two of theirs that they differ."""
    one, two = _root(parent, left), _root(parent, right)
    roots = {one, two}
    if not any({_root(parent, a), _root(parent, b)} == roots for a, b in apart):
        parent[max(one, two)] = min(one, two)


def _root(parent: dict[Local, Local], item: Local) -> Local:
    while parent[item] != item:
        parent[item] = item = parent[parent[item]]
    return item
