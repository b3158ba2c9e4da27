"""Reports placed one by one, in any order: the same as if all had come at once."""

from __future__ import annotations

import random
from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from tests import ledgers

from detente.records import Article, Claim, Judgement, Reading
from detente.resolution import Resolver, resolve
from detente.resolution.identities import Identities

Pair = tuple[Reading, Article]

LEDGER = """
    = a 2026-01-02 Post
    x: RELEASE | releaser Varland | group prisoners | count 46 | on 2026-01-01
    y: RELEASE | releaser Varland | person Lena Marr; Ivo Brandt | on 2026-01-01
    z: ATTRIBUTE/office background | subject Karl Vend | value President of Latvia

    = b 2026-01-03 Daily
    x: RELEASE | releaser Karl Vend (person) | group prisoners | count 46 | on 2026-01-01
    y: TRANSFER | person Marr | to Osmia | on 2026-01-02
    z: RELEASE background | releaser Varland | group miners | count 12 | on 2025-11-20

    = c 2026-01-03 Mirror
    x: RELEASE | releaser Latvia | group prisoners | count 44 | says ministry, official
    y: DETAIN | detainer Osmia | person Lena Marr | on 2025-06-01
    z: TALKS | participants Mikola Dornow; Ira Holt | place Dorn

    = d 2026-02-10 Post
    x: RELEASE background | releaser Varland | group miners | count 12
    y: CUSTODY_STATE | holder Osmia | person Nikolai Dornov | as_of 2026-02-09
    z: MANDATE | agent Ira Holt | principal Osmia | office envoy

    = e 2026-01-04 Echo
    x: RELEASE | releaser Varland | group prisoners | count 46 | on 2026-01-01
    y: ATTRIBUTE/office background | subject Karel Vend | value President of Varland
    z: SENTENCE | authority Osmia | person Lena Marr-Holt | on 2025-07-01

    = f 2026-01-04 Courier
    x: RELEASE | releaser President Vend (person) | group prisoners | count 46 | on 2026-01-01
    y: ATTRIBUTE/office background | subject Karl Vend | value President of Poland
    z: TALKS | participants Nikolai Dornov; Ira Holt | place Dorn

    = g 2026-02-11 Herald
    x: RELEASE | releaser Karl Vend (person) | group miners | count 12 | on 2025-11-20
    y: DETAIN | detainer Osmia | person L. Marr; Ivo Brandt | on 2025-06-01
"""
READINGS = ledgers.readings(LEDGER)
WIRE = (
    "VARLAND (Northwire) - Forty-six people left the prison of Dorn before noon on Thursday and were met by "
    "their families, who had waited since the evening before in the rain at the gate of the old harbour."
)
OWN = "Nobody at the ministry would say how the list was drawn up, nor who had asked for it in the spring."
TEXTS = (
    WIRE,
    f"{WIRE} {OWN}",
    OWN,
    "By Lena Roth\n" + OWN * 2,
    WIRE,
    "Story by Lena Roth\nOther words.",
    OWN,
)


def article(number: int) -> Article:
    """The text of one of the reports."""
    document = READINGS[number].document
    return Article(
        document=document, text=TEXTS[number], published=document.published, publisher=document.publisher
    )


def quoting(reading: Reading) -> Reading:
    """The reading with a first claim that gives the wire's words."""
    first, *rest = reading.claims
    return replace(reading, claims=(replace(first, span=replace(first.span, exact=WIRE[:90])), *rest))


PAIRS: Sequence[Pair] = [(quoting(READINGS[n]), article(n)) for n in range(len(READINGS))]
CLAIMS: Sequence[Claim] = [c for r in READINGS for c in r.claims]
NAMES = ("Lena Marr", "Mikola Dornow", "Nikolai Dornov", "Karl Vend", "Marr")
DOCUMENTS = [r.document.sha256 for r in READINGS]
KEYS = {
    "event": st.sampled_from([c.id for c in CLAIMS]),
    "report": st.sampled_from(DOCUMENTS),
    "entity": st.builds("{}#{}".format, st.sampled_from(DOCUMENTS), st.sampled_from(NAMES)),
}
WORDS = st.sampled_from(sorted(KEYS)).flatmap(
    lambda about: st.builds(
        Judgement,
        id=st.uuids().map(str),
        about=st.just(about),
        left=KEYS[about],
        right=KEYS[about],
        verdict=st.sampled_from(["same", "different", "unsure", "none"]),
        made=st.sampled_from(["2026-03-01", "2026-03-02"]),
    )
).filter(lambda j: j.left != j.right)  # fmt: skip


def resolved(resolver: Resolver, pairs: Sequence[Pair], words: Sequence[Judgement]) -> object:
    """What a resolver makes of these reports."""
    return resolver.resolve([r for r, _ in pairs], [a for _, a in pairs], words)


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.sets(st.sampled_from(range(len(PAIRS)))), max_size=5),
    st.lists(st.lists(WORDS, max_size=3), min_size=1, max_size=3),
    st.randoms(use_true_random=False),
)
def test_whatever_came_before_the_links_are_those_of_all_at_once(
    steps: list[set[int]], words: list[list[Judgement]], chance: random.Random
) -> None:
    """Reports and people's words that come and go in any order leave nothing behind."""
    resolver = Resolver()
    for number, step in enumerate([*steps, set(range(len(PAIRS)))]):
        pairs, said = [PAIRS[n] for n in step], words[number % len(words)]
        chance.shuffle(pairs)
        assert resolved(resolver, pairs, said) == resolved(Resolver(), sorted(pairs, key=PAIRS.index), said)


@settings(deadline=None)
@given(st.permutations(range(len(PAIRS))))
def test_one_by_one_in_any_order_is_all_at_once(order: list[int]) -> None:
    """A report is placed where it belongs, however late it comes."""
    resolver, whole = Resolver(), resolve([r for r, _ in PAIRS], [a for _, a in PAIRS])
    found = [resolved(resolver, [PAIRS[n] for n in order[:count]], ()) for count in range(len(order) + 1)]
    assert found[-1] == whole


def test_a_text_that_changes_is_known_anew() -> None:
    """The copy that is one no more leaves its family."""
    resolver = Resolver()
    resolved(resolver, PAIRS, ())
    reading, text = PAIRS[4]
    changed = replace(text, text="Not a word of it is left.")
    pairs = [*PAIRS[:4], (reading, changed), *PAIRS[5:]]
    assert resolved(resolver, pairs, ()) == resolved(Resolver(), pairs, ())
    assert resolved(Resolver(), pairs, ()) != resolved(Resolver(), PAIRS, ())


def test_what_a_report_does_not_touch_stays_the_very_same() -> None:
    """What reads a resolution may go by the objects: an equal record is the same one."""
    resolver = Resolver()
    before = resolver.resolve([r for r, _ in PAIRS[:-1]], [a for _, a in PAIRS[:-1]])
    after = resolver.resolve([r for r, _ in PAIRS], [a for _, a in PAIRS])
    for one, two in ((before.claims, after.claims), (before.entities, after.entities),
                     (before.events, after.events), (before.groups, after.groups)):  # fmt: skip
        old = {row: row for row in map(id, one)}
        equal = [row for row in two if row in one]
        assert equal
        assert all(id(row) in old for row in equal)


def test_who_is_named_by_no_report_any_more_is_forgotten() -> None:
    """Reports that come and go for years leave nothing behind: names are kept of those who have an id."""
    identities, given = Identities(), [(f"doc{n}", f"Lena Marr{'-Holt' * (n % 2)}") for n in range(6)]
    for turn in range(8):
        present = given[turn % 3 : turn % 3 + 3]
        features = {local: frozenset({f"office {local[0][-1]}", "office envoy"}) for local in present}
        gone = dict.fromkeys(local for local in identities.ids if local not in features)
        identities.put({**gone, **features})
        assert identities.names.keys() == set(identities.ids.values())
        assert set(identities.ids) == set(present)
    identities.put(dict.fromkeys(list(identities.ids)))
    assert identities.names == {}
