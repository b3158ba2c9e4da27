"""Who is joined across reports: by the definition, whatever shortcut finds it."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from detente.records import Judgement
from detente.resolution.identities import Identities
from detente.resolution.names import alike
from detente.resolution.persons import Local

NAMES = ("Lena Marr", "Lena Marr-Holt", "Mikola Dornow", "Nikolai Dornov", "Ira Holt")
PEOPLE = st.dictionaries(
    st.tuples(st.sampled_from("abcdef"), st.sampled_from(NAMES)), st.sets(st.sampled_from("uvw")), max_size=12
)


def word(left: Local, right: Local, verdict: str, made: str = "2026-01-01") -> Judgement:
    """Somebody's word on two people of two reports."""
    one, two = (f"{document}#{name}" for document, name in (left, right))
    return Judgement(
        id=f"jdg_{one}{two}{verdict}", about="entity", left=one, right=two, verdict=verdict, made=made  # type: ignore[arg-type]
    )  # fmt: skip


def by_all_pairs(features: dict[Local, set[str]]) -> set[frozenset[Local]]:
    """The groups that hang together by every pair of one name family and a common feature."""
    group = {local: {local} for local in features}
    for left, right in combinations(sorted(features), 2):
        if left[0] != right[0] and features[left] & features[right] and alike(left[1], right[1]):
            group[left] |= group[right]
            for local in group[left]:
                group[local] = group[left]
    return {frozenset(g) for g in group.values()}


def identities(features: dict[Local, set[str]], *judgements: Judgement) -> Identities:
    """Everybody told at once."""
    found = Identities()
    found.put({local: frozenset(row) for local, row in features.items()}, judgements)
    return found


def groups(features: dict[Local, set[str]], judgements: tuple[Judgement, ...] = ()) -> set[frozenset[Local]]:
    """The groups that are found."""
    ids = identities(features, *judgements).ids
    return {frozenset(local for local in ids if ids[local] == id_) for id_ in ids.values()}


@given(PEOPLE)
def test_stringing_together_gives_what_comparing_all_pairs_gives(features: dict[Local, set[str]]) -> None:
    """No pair is left out by not being looked at."""
    assert groups(features) == by_all_pairs(features)


def test_two_of_one_report_whose_people_go_by_one_name_are_two() -> None:
    """No id is given twice, also where a third of that name is known already."""
    features: dict[Local, set[str]] = {
        ("a", "Nikolai Dornov"): set(),
        ("b", "Mikola Dornow"): {"u"},
        ("b", "Nikolai Dornov"): set(),
        ("c", "Nikolai Dornov"): {"u"},
    }
    assert groups(features) == by_all_pairs(features)


def test_who_was_born_on_another_day_is_another() -> None:
    """One name, freed in one week, born on two days: two people; each joins who agrees, or tells no day."""
    features: dict[Local, set[str]] = {
        ("a", "Lena Marr"): {"u", "born on 1980-05-03"},
        ("b", "Lena Marr"): {"u", "born on 1975-01-09"},
        ("c", "Lena Marr"): {"born on 1980-05-03"},
    }
    one, two, three = sorted(features)
    assert groups(features) == {frozenset({one, three}), frozenset({two})}
    assert groups(features, (word(one, two, "same"),)) == {frozenset({one, two, three})}


@given(PEOPLE, st.data())
def test_two_told_apart_are_never_one_by_way_of_others(
    features: dict[Local, set[str]], data: st.DataObject
) -> None:
    """A negative splits, whatever else joins."""
    pairs = [p for p in combinations(sorted(features), 2) if p[0][0] != p[1][0] and alike(p[0][1], p[1][1])]
    if pairs:
        left, right = data.draw(st.sampled_from(pairs))
        ids = identities(features, word(left, right, "different")).ids
        assert ids[left] != ids[right]
        undone = (word(left, right, "different"), word(left, right, "none", "2026-01-02"))
        assert groups(features, undone) == groups(features)


def test_each_who_stays_apart_is_asked_of_once() -> None:
    """Five reports name a Lena Marr and nothing more: four questions, each beside the first."""
    found = identities({(document, "Lena Marr"): set[str]() for document in "abcde"}).candidates()
    assert sorted((c.left, c.right) for c in found) == [("a#Lena Marr", f"{d}#Lena Marr") for d in "bcde"]


def test_who_is_another_than_the_first_is_asked_of_beside_the_next() -> None:
    """A "different" or an "unsure" brings the question whether it is the second."""
    people = {(document, "Lena Marr"): set[str]() for document in "abc"}
    for verdict in ("different", "unsure"):
        found = identities(people, word(("a", "Lena Marr"), ("c", "Lena Marr"), verdict)).candidates()
        assert {(c.left[0], c.right[0]) for c in found} == {("a", "b"), ("b", "c")}


def test_a_word_on_a_name_holds_in_every_report() -> None:
    """Of whom no second feature tells, somebody may say that the name means one person throughout."""
    people = {(document, "Lena Marr"): set[str]() for document in "abc"}
    said = Judgement(
        id="jdg_1", about="entity", left="person:lena marr", right="person:lena marr", verdict="same"
    )
    assert len(groups(people, (said,))) == 1
