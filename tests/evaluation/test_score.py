"""What a score says of small gold and small claims; every figure is worked out by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.evaluation import score
from detente.records import Claim
from tests.evaluation.samples import claim_of, event, gold_of, perfect, text_of

STORY = (
    "Varland freed 12 prisoners on Monday.\n"
    "Osmia will not free Lena Marr, its envoy said.\n"
    "A court jailed two clerks for six years.\n"
    "Ada Kell may go home one day.\n"
)
A = text_of(
    "a", STORY,
    event("RELEASE", "asserted", "freed 12 prisoners", agent="Varland", count=12),
    event("RELEASE", "denied", "will not free Lena Marr", agent="Osmia", persons=["Lena Marr"],
          attributed_to="Osmia's envoy"),
    event("SENTENCE", "asserted", "jailed two clerks", count=2),
    event("TRANSFER", "conditional", "may go home one day", alt=True),
    phenomena=[10],
)  # fmt: skip
B = text_of("b", "The film was released on Friday.", relevant=False)
GOLD = gold_of(A, B)
RIGHT = claim_of(
    A, "Varland freed 12 prisoners", "RELEASE", quantity=12, roles={"releaser": "Varland"}, confidence=0.9
)
DONE = claim_of(A, "free Lena Marr", "RELEASE", roles={"person": "Lena Marr"}, confidence=0.9)
ALARM = claim_of(B, "film was released", "RELEASE", confidence=0.7)


def test_events_are_found_false_and_missed_by_type() -> None:
    """Two releases found, one false (the film), one sentence missed: P, R, F1 2/3; no optional leg counts."""
    found = score(GOLD, [RIGHT, DONE, ALARM])
    release, sentence = found.types["RELEASE"], found.types["SENTENCE"]
    assert (release.found, release.false, release.missed) == (2, 1, 0)
    assert (sentence.found, sentence.false, sentence.missed) == (0, 0, 1)
    assert (found.events.precision, found.events.recall, found.events.f1) == (0.6666, 0.6666, 0.6666)
    assert "TRANSFER" not in found.types


def test_fields_are_right_or_wrong_on_found_events() -> None:
    """Of two found: mode 1/2, count 1/1, agent 1/2 (no Osmia), persons 0/1 (told as freed), source 0/1."""
    fields = score(GOLD, [RIGHT, DONE, ALARM]).fields
    assert {name: (share.right, share.of) for name, share in fields.items()} == {
        "mode": (1, 2), "count": (1, 1), "agent": (1, 2), "persons": (0, 1), "attribution": (0, 1),
    }  # fmt: skip


def test_what_must_not_be_told_is_counted() -> None:
    """A refusal told as a release is told as done and held as freed; a film in a quiet text is an alarm."""
    found = score(GOLD, [RIGHT, DONE, ALARM])
    assert (found.told_as_done.n, found.told_as_done.of) == (1, 2)  # the optional leg is a chance too
    assert (found.held_as_freed.n, found.held_as_freed.of) == (1, 1)
    assert (found.false_alarms.n, found.false_alarms.of) == (1, 1)


def test_factuality_is_averaged_over_its_classes() -> None:
    """Done: 1 found, 1 false, F1 2/3; not done: 1 missed, F1 0; the mean of both is 1/3."""
    found = score(GOLD, [RIGHT, DONE]).factuality
    assert (found.classes["done"].f1, found.classes["not done"].f1) == (0.6666, 0.0)
    assert found.macro_f1 == 0.3333


def test_a_claim_is_judged_by_type_mode_and_count() -> None:
    """Right at .9, wrong at .9 (mode), wrong at .7 (false): the gaps .4 and .7, weighed 2:1, make .5."""
    found = score(GOLD, [RIGHT, DONE, ALARM]).calibration
    assert (found.claims, found.right) == (3, 1)
    assert [(b.claims, b.confidence, b.right) for b in found.bins] == [(1, 0.7, 0.0), (2, 0.9, 0.5)]
    assert found.error == 0.5


def test_roles_have_precision_beside_recall() -> None:
    """An agent where gold has none is a false one: 1 found, 1 false."""
    told = claim_of(A, "jailed two clerks", "SENTENCE", roles={"authority": "Osmia"}, quantity=2)
    agent = score(GOLD, [RIGHT, told]).roles["agent"]
    assert (agent.found, agent.false, agent.missed) == (1, 1, 0)


def test_retelling_counts_neither_way() -> None:
    """The same twelve told again, elsewhere, are neither found nor false; thirteen are false."""
    text = text_of(
        "c", STORY + "The 12 are free.\n", *[event("RELEASE", "asserted", "freed 12 prisoners", count=12)]
    )
    first = claim_of(text, "freed 12 prisoners", "RELEASE", quantity=12)
    again = claim_of(text, "The 12 are free", "RELEASE", quantity=12)
    other = claim_of(text, "The 12 are free", "RELEASE", quantity=13)
    assert [score(gold_of(text), [first, c]).types["RELEASE"].false for c in (again, other)] == [0, 1]


def test_pardons_stand_for_releases_and_refused_relief_for_easing_denied() -> None:
    """CLEMENCY finds RELEASE; SANCTION_KEEP finds SANCTION_IMPOSE, refused it finds SANCTION_EASE denied."""
    words = "Varland pardoned two men.\nOsmia refused to lift its curbs.\nOther curbs remain.\n"
    text = text_of(
        "d", words,
        event("RELEASE", "asserted", "pardoned two men"),
        event("SANCTION_EASE", "denied", "refused to lift"),
        event("SANCTION_IMPOSE", "asserted", "curbs remain"),
    )  # fmt: skip
    claims = [
        claim_of(text, "pardoned two men", "CLEMENCY"),
        claim_of(text, "refused to lift its curbs", "SANCTION_KEEP", sub="refused"),
        claim_of(text, "Other curbs remain", "SANCTION_KEEP", "asserted", sub="stated_in_force"),
    ]
    found = score(gold_of(text), claims)
    assert (found.events.found, found.events.false, found.events.missed) == (3, 0, 0)
    assert found.fields["mode"].share == 1.0


def test_a_role_told_in_another_sentence_is_far() -> None:
    """The agent stands in the lead, the event in the next sentence: another figure than one beside it."""
    text = text_of(
        "e",
        "Varland spoke.\nThree were let go.\n",
        event("RELEASE", "asserted", "Three were let go", agent="Varland"),
    )
    told = claim_of(text, "Three were let go", "RELEASE", roles={"releaser": "Varland"})
    assert set(score(gold_of(text), [told]).fields) == {"mode", "agent (far)"}


def test_a_penalty_is_compared_where_a_sentence_has_one() -> None:
    """Of SENTENCE the penalty is the number; without one, the people."""
    text = text_of("f", STORY, event("SENTENCE", "asserted", "jailed two clerks", count=2))
    told = claim_of(text, "jailed two clerks", "SENTENCE", quantity=2)
    assert score(gold_of(text), [told]).fields["count"].right == 1


def test_claims_of_other_types_and_texts_are_left_out() -> None:
    """A statement, an evaluation and a text that gold does not know change nothing."""
    stranger = text_of("z", "Varland freed 12 prisoners.")
    others = [
        claim_of(A, "its envoy said", "STATEMENT"),
        claim_of(A, "freed 12 prisoners", "RELEASE", "evaluated"),
        claim_of(stranger, "freed 12 prisoners", "RELEASE"),
    ]
    assert score(GOLD, [RIGHT, *others]) == score(GOLD, [RIGHT])


def test_phenomena_gather_the_texts_that_show_them() -> None:
    """Text a alone shows number 10: two found, one missed there, whatever the other text adds."""
    tally = score(GOLD, [RIGHT, DONE, ALARM]).phenomena[10]
    assert (tally.found, tally.false, tally.missed) == (2, 0, 1)


def test_perfect_claims_score_one() -> None:
    """Who says what gold says gets 1.0 everywhere, and overclaims nothing."""
    found = score(GOLD, perfect(GOLD.texts))
    assert found.events.f1 == 1.0
    assert {share.share for share in found.fields.values()} == {1.0}
    assert found.factuality.macro_f1 == 1.0
    assert (found.told_as_done.n, found.held_as_freed.n, found.false_alarms.n, found.misses) == (0, 0, 0, ())


def test_no_claims_score_nought() -> None:
    """Nothing told: precision, recall and F1 are 0, and no field is asked about."""
    found = score(GOLD, [])
    assert (found.events.precision, found.events.recall, found.events.f1, found.fields) == (0.0, 0.0, 0.0, {})


CLAIMS = [RIGHT, DONE, ALARM, *perfect(GOLD.texts)]


@given(st.permutations(CLAIMS))
def test_the_order_of_claims_changes_nothing(claims: list[Claim]) -> None:
    """Claims are a set: whichever comes first, the score is the same."""
    assert score(GOLD, claims) == score(GOLD, CLAIMS)


@given(st.sets(st.sampled_from(range(len(CLAIMS)))))
def test_found_and_missed_are_all_that_gold_asks(chosen: set[int]) -> None:
    """Whatever is told: found + missed = what is not optional, and no figure leaves 0 to 1."""
    found = score(GOLD, [CLAIMS[n] for n in sorted(chosen)])
    assert found.events.found + found.events.missed == 3
    assert all(0 <= figure <= 1 for figure in (found.events.precision, found.events.recall, found.events.f1))


@pytest.mark.parametrize("field", ["fields", "roles", "types"])
def test_tables_keep_their_order(field: str) -> None:
    """Two runs print the same rows in the same order."""
    one, two = score(GOLD, CLAIMS), score(GOLD, CLAIMS[::-1])
    assert list(getattr(one, field)) == list(getattr(two, field))
