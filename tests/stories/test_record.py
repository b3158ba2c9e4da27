"""The checker of the stories takes for held what the record holds, and no more."""

from __future__ import annotations

from detente.records import Judgement, PersonStatus, State
from tests.stories.record import Story

PERSON = PersonStatus(entity="ent_1", name="Ana Dorn")


def unmet(*judgements: Judgement, **row: object) -> list[str]:
    """What a row asks of a state with one person and what is queued about it."""
    state = State(people=(PERSON,), judgements=judgements)
    table = {"person": [{"name": "Ana Dorn", **row}]}
    return Story(table, lambda as_of, known_by: state, "2026-03-04").missing()


def queued(left: str, right: str) -> Judgement:
    """Two names that may be one person's."""
    return Judgement(id="jdg_1", about="entity", left=f"a#{left}", right=f"b#{right}", verdict="unsure")


def test_another_spelling_counts_where_it_is_queued() -> None:
    """README, `names`: the same person, or a candidate for it that somebody is asked about."""
    assert unmet() == []
    assert unmet(names=["Anna Dornowa"]) != []
    assert unmet(queued("Ana Dorn", "Anna Dornowa"), names=["Anna Dornowa"]) == []
    assert unmet(queued("Ida Roth", "Anna Dornowa"), names=["Anna Dornowa"]) != []
