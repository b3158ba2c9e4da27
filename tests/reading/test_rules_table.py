"""Every rule has a witness: a sentence that it reads, and that says less, or something else, without it."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from tests.reading.reports import article, fired, parser, told

from detente.codebook.load import codebook
from detente.reading.lexicon import Rule, lexicon
from detente.reading.rules import RulesReader
from detente.records import Claim

PEOPLE = frozenset({"RELEASE", "CLEMENCY", "TRANSFER", "DETAIN", "SENTENCE", "CUSTODY_STATE", "HARM"})
ALL = lexicon("en").rules
RULES = tuple(r for r in ALL if r.type in PEOPLE)
PHENOMENA = range(1, 25)


@pytest.mark.parametrize("rule", ALL, ids=lambda r: r.id)
def test_no_rule_can_be_dropped_without_loss(rule: Rule) -> None:
    """Left out of the table, any one rule takes with it something that its witness says."""
    report = article(rule.witness)
    without = RulesReader(without=frozenset({rule.id}), parser=parser())
    less, _ = next(without.read([report]))
    assert {said(c) for c in told(report)} != {said(c) for c in less.claims}


def said(claim: Claim) -> tuple[object, ...]:
    """What a claim says, not which rule read it."""
    names = tuple((role, tuple(f.name for f in fillers)) for role, fillers in sorted(claim.roles.items()))
    count = claim.quantity and (claim.quantity.lo, claim.quantity.hi)
    return claim.type, claim.sub, claim.mode, claim.span.start, claim.span.end, names, count, claim.step


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.id)
def test_a_rule_fires_on_its_witness_and_without_it_nothing_reads_so(rule: Rule) -> None:
    """The witness gives the rule's id, and a claim of its type; left out of the table, the id is gone."""
    assert rule.id in fired(rule.witness)
    assert rule.id in {c.rule for c in told(rule.witness)}
    assert rule.id not in fired(rule.witness, without=rule.id)


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.id)
def test_a_witness_says_what_its_rule_says(rule: Rule) -> None:
    """Type and kind of the claim are those of the rule's row, and the codebook knows the kind."""
    claim = next(c for c in told(rule.witness) if c.rule == rule.id)
    assert claim.type == rule.type
    assert claim.sub == rule.sub
    assert rule.sub in codebook().types[rule.type].sub


def test_ids_are_one_each() -> None:
    """A claim's rule names one row."""
    assert [name for name, many in Counter(r.id for r in ALL).items() if many > 1] == []


def test_every_rule_says_which_phenomenon_it_serves() -> None:
    """A rule serves a phenomenon of real reporting, never one sentence."""
    assert [r.id for r in RULES if not r.phenomena or not set(r.phenomena) <= set(PHENOMENA)] == []


def test_no_two_rules_share_a_witness() -> None:
    """Each row's evidence is its own."""
    assert [text for text, many in Counter(r.witness for r in ALL).items() if many > 1] == []


def test_every_pattern_of_the_table_is_one() -> None:
    """They are compiled when first tried: a row that nothing tries must be sound too."""
    for rule in ALL:
        for cue in (rule.then, rule.unless, rule.require, rule.object):
            assert cue is None or cue.pattern.flags & re.IGNORECASE, rule.id
