"""Confidences fitted to judged claims: small sums worked by hand, large samples recovered."""

from __future__ import annotations

import tomllib
from math import exp, log
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.errors import InputError
from detente.evaluation.calibrate import DOUBTS, Sample, as_toml, doubts_of, fit, unseen_error, write
from tests.evaluation.samples import claim_of, event, gold_of, text_of


def many(type_: str, right: int, of: int, *doubts: str) -> list[Sample]:
    """So many right of so many, each of a text of its own."""
    return [Sample(type_, doubts, n < right, f"{type_}{n:03}") for n in range(of)]


def test_a_type_is_drawn_to_the_mean_as_by_eight_claims() -> None:
    """A 9 of 10, B 1 of 2: mean (10 + 2·½)/(12 + 2) = .786, A (9 + 6.29)/18 = .85, B (1 + 6.29)/10 = .73."""
    found = fit([*many("A", 9, 10), *many("B", 1, 2)])
    assert found.default == 0.79
    assert (found.types["A"].p, found.types["B"].p) == (0.85, 0.73)
    assert (found.types["A"].claims, found.types["A"].right, found.types["A"].low) == (10, 9, 0.59)


def test_a_doubt_lowers_by_what_it_costs() -> None:
    """Two hundred plain at .9, two hundred nominal at .5: a penalty of nearly logit .9 − logit .5 = 2.2."""
    found = fit([*many("A", 180, 200), *many("A", 100, 200, "nominal")])
    assert found.penalties["nominal"] == pytest.approx(log(9), abs=0.15)
    assert found.of("A", ["nominal"]) == pytest.approx(0.5, abs=0.03)
    assert found.of("A", []) == pytest.approx(0.9, abs=0.01)
    assert [found.penalties[doubt] for doubt in DOUBTS[1:]] == [0.0, 0.0, 0.0]


def test_a_doubt_never_raises_confidence() -> None:
    """Claims with a doubt that are more often right than those without leave the penalty at nought."""
    assert fit([*many("A", 10, 20), *many("A", 20, 20, "hedged")]).penalties["hedged"] == 0.0


def test_doubts_that_come_together_share_the_cost() -> None:
    """Where both always stand together, neither is charged for the whole."""
    found = fit([*many("A", 180, 200), *many("A", 100, 200, "nominal", "inferred")])
    both = found.penalties["nominal"] + found.penalties["inferred"]
    assert both == pytest.approx(log(9), abs=0.2)


def test_a_type_without_gold_starts_from_the_mean() -> None:
    """What gold cannot judge gets the default, with the same penalties."""
    found = fit([*many("A", 80, 100), *many("A", 40, 100, "uncertain")])
    logit = log(found.default / (1 - found.default)) - found.penalties["uncertain"]
    assert found.of("HARM", []) == pytest.approx(found.default)
    assert found.of("HARM", ["uncertain"]) == pytest.approx(1 / (1 + exp(-logit)))


SAMPLES = st.builds(
    Sample, st.sampled_from("AB"), st.sets(st.sampled_from(DOUBTS)).map(sorted).map(tuple), st.booleans(),
    st.sampled_from("xyz"),
)  # fmt: skip


@given(st.lists(SAMPLES, min_size=1, max_size=12))
def test_a_fit_knows_no_order_and_stays_a_probability(found: list[Sample]) -> None:
    """The same claims, the same table; no confidence is 0 or 1, and no penalty is negative."""
    fitted = fit(found)
    turned = fit(found[::-1])
    assert fitted.types == turned.types
    assert fitted.penalties == pytest.approx(turned.penalties, abs=0.011)
    assert all(0.05 <= fitted.of(s.type, s.doubts) <= 0.99 for s in found)
    assert all(value >= 0 for value in fitted.penalties.values())


def test_the_error_on_unseen_texts_is_honest() -> None:
    """Two types that are always and never right, in many texts: what is learnt from others holds."""
    assert unseen_error([*many("A", 100, 100), *many("B", 0, 100)]) < 0.1
    assert unseen_error([Sample("A", (), True, "only")]) == 0.0


def test_nothing_to_fit_to_is_said() -> None:
    """No claim that gold can judge: a message, and no table."""
    with pytest.raises(InputError, match="found none"):
        fit([])


TEXT = text_of(
    "a", "Osmia freed two men. Three may be let go.", event("RELEASE", "asserted", "freed two men")
)


def test_doubts_are_seen_on_the_claim() -> None:
    """A noun's rule, an uncertain source, a probable telling, an inferred filler."""
    plain = claim_of(TEXT, "freed two men", "RELEASE", rule="release.free")
    doubtful = claim_of(
        TEXT, "be let go", "RELEASE", "conditional", rule="release.noun", scope_certain=False, factuality="PS"
    )
    assert doubts_of(plain, frozenset({"release.noun"})) == ()
    assert doubts_of(doubtful, frozenset({"release.noun"})) == ("nominal", "uncertain", "hedged")


def test_the_table_is_toml_in_the_pinned_shape(tmp_path: Path) -> None:
    """``[type.NAME] p``, ``[feature]`` with every doubt, ``[default] p``; two runs write the same bytes."""
    claims = [claim_of(TEXT, "freed two men", "RELEASE"), claim_of(TEXT, "be let go", "RELEASE")]
    for name in ("one.toml", "two.toml"):
        write(tmp_path / name, gold_of(TEXT), claims, frozenset())
    table = tomllib.loads((tmp_path / "one.toml").read_text("utf-8"))
    assert set(table) == {"default", "type", "feature"}
    assert 0 < table["type"]["RELEASE"]["p"] < 1
    assert tuple(table["feature"]) == DOUBTS
    assert (tmp_path / "one.toml").read_bytes() == (tmp_path / "two.toml").read_bytes()


def test_a_table_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    """No such folder: one message."""
    claims = [claim_of(TEXT, "freed two men", "RELEASE")]
    with pytest.raises(InputError, match="give another path"):
        write(tmp_path / "nowhere" / "c.toml", gold_of(TEXT), claims, frozenset())
    assert "[default]" in as_toml(fit(many("A", 1, 2)), gold=gold_of(TEXT), error=0.1)
