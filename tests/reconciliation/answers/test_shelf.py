"""What is looked up is what a search through everything finds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import product

import pytest
from benchmarks.world import World

from detente.reconciliation import reconcile
from detente.reconciliation.answers import DIFFS, QUESTIONS, Question, Shelf, ask
from detente.reconciliation.answers.shelf import NEAREST
from detente.records import Claim, Count, Deal, Judgement, Measure, PersonStatus, State, to_builtins
from detente.resolution import resolve


class Wide(Shelf):
    """A shelf that narrows nothing: the questions' own filters do all the work."""

    def about(self, types: Sequence[str], wanted: str) -> tuple[Claim, ...]:
        """All claims of these types."""
        return self.of(types)

    naming = about

    def people_like(self, wanted: str) -> Sequence[PersonStatus]:
        """Everybody."""
        return self.state.people

    people_of = people_like

    def deals(self, filters: Mapping[str, str]) -> Sequence[Deal]:
        """All deals."""
        return self.state.deals

    def counts(self, filters: Mapping[str, str]) -> Sequence[Count]:
        """All counts."""
        return self.state.counts

    def measures(self, filters: Mapping[str, str]) -> Sequence[Measure]:
        """All measures."""
        return self.state.measures

    def judgements(self, filters: Mapping[str, str]) -> Sequence[Judgement]:
        """All judgements."""
        return self.state.judgements


def _state() -> State:
    pairs = list(World(7, states=6).reports(900))
    return reconcile(resolve([r for r, _ in pairs], [a for _, a in pairs]))


STATE = _state()
COUNTRIES = sorted({s.party.name for d in STATE.deals for s in d.sides})[:3]
PEOPLE = [p.name for p in STATE.people[:2]] + [STATE.people[5].name.split()[-1]]


@pytest.mark.parametrize("question", [q for q in QUESTIONS if q.name not in DIFFS], ids=lambda q: q.name)
def test_an_answer_does_not_hang_on_the_index(question: Question) -> None:
    """Every question, by country and by person: with and without narrowing, one answer."""
    narrow, wide = Shelf(STATE), Wide(STATE)
    given = [*product(["country"], COUNTRIES), *product(["person"], PEOPLE)]
    for name, value in given:
        if name in question.filters:
            found = to_builtins(ask(question.name, narrow, {name: value}))
            assert found == to_builtins(ask(question.name, wide, {name: value}))


def test_a_voice_is_told_by_why_its_own_claims_are_its() -> None:
    """Where that is known of each claim, an answer says nothing of claims that it does not show."""
    known = Shelf(STATE, why=lambda claim: f"as {claim.type} says")
    for group in ask("released", known, {"country": COUNTRIES[0]}).groups:
        types = {known.ground.claims[i].type for i in group.claims}
        assert group.reason == "; ".join(sorted(f"as {t} says" for t in types))
    reasons = {g.id: g.reason for g in STATE.groups}
    for group in ask("released", Shelf(STATE), {"country": COUNTRIES[0]}).groups:
        assert group.reason == reasons[group.group]


def test_by_country_only_its_own_people_are_told() -> None:
    """Whom another country let go is no answer."""
    shelf = Shelf(STATE)
    for country in COUNTRIES:
        for row in ask("released", shelf, {"country": country}).rows:
            claims = [shelf.ground.claims[i] for i in row.claims]
            named = {n for c in claims for n in c.names("releaser", "from")}
            assert row.cells["is"] != "person" or country in named or not named


def test_the_deals_most_like_one_are_told_nearest_first(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of earlier deals only, as many as are asked for, those that share most; of equals the latest."""
    shelf = Shelf(STATE)
    for most in (2, NEAREST):
        monkeypatch.setattr("detente.reconciliation.answers.shelf.NEAREST", most)
        for at, deal in enumerate(STATE.deals):
            own = shelf.features[at]
            shared = {n: own & shelf.features[n] for n in range(at) if own & shelf.features[n]}
            nearest = sorted(shared, key=lambda n: (-len(shared[n]), -n))[:most]
            assert shelf.alike(deal) == [(STATE.deals[n], tuple(sorted(shared[n]))) for n in nearest]
    assert max(len(shelf.alike(deal)) for deal in STATE.deals) > 2
