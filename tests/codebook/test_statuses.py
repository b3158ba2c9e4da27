"""The tracks say which moves are legal."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.codebook import codebook
from detente.codebook.shapes import StatusTrack

TRACKS = st.sampled_from(codebook().statuses)


def test_there_are_four_tracks_of_a_person_two_of_a_measure_and_one_of_a_deal() -> None:
    """One track cannot say pardoned, refused to cross, taken back."""
    named = [(track.subject, track.name) for track in codebook().statuses]
    assert named == [
        ("person", "custody"), ("person", "legal"), ("person", "location"), ("person", "recognition"),
        ("measure", "legal"), ("measure", "announced"), ("deal", "state"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("track", "old", "new", "legal"),
    [
        (("person", "custody"), "imprisoned", "released", True),
        (("person", "custody"), "released", "imprisoned", False),
        (("person", "custody"), "unknown", "released", False),
        (("person", "custody"), "at_liberty", "re_detained", True),
        (("person", "custody"), "re_detained", "released", True),
        (("person", "custody"), "died", "released", False),
        (("person", "legal"), "charged", "pardoned", True),
        (("person", "legal"), "none", "pardoned", False),
        (("person", "legal"), "convicted", "convicted", True),
        (("measure", "legal"), "in_force", "licensed", True),
        (("measure", "legal"), "repealed", "licensed", False),
        (("measure", "legal"), "delisted", "reimposed", True),
        (("measure", "announced"), "keeping_said", "lifting_said", True),
        (("deal", "state"), "performed", "announced", False),
        (("deal", "state"), "settled", "breached", True),
    ],
)
def test_a_move_is_legal_or_a_sequence_conflict(
    track: tuple[str, str], old: str, new: str, legal: bool
) -> None:
    """What the tracks do not allow is kept as a claim and raises a conflict."""
    assert codebook().track(*track).allows(old, new) is legal


@given(TRACKS)
def test_staying_where_one_is_is_always_legal(track: StatusTrack) -> None:
    """A second report of the same state is no move."""
    assert all(track.allows(state.name, state.name) for state in track.states)


def test_an_unknown_track_is_told() -> None:
    """A track is asked for by subject and name."""
    with pytest.raises(KeyError, match="person/mood"):
        codebook().track("person", "mood")


def test_an_announcement_never_moves_the_legal_track_of_a_measure() -> None:
    """Said, agreed or unspecified steps stand in no move of the legal track."""
    triggers = {by for move in codebook().track("measure", "legal").moves for by in move.by}
    assert not triggers & {"step:announced", "step:agreed", "step:unspecified"}


def test_a_pardon_is_no_release_and_a_release_no_pardon() -> None:
    """The custody track knows nothing of clemency, nor the legal one of an open door."""
    custody = {by for move in codebook().track("person", "custody").moves for by in move.by}
    legal = {by for move in codebook().track("person", "legal").moves for by in move.by}
    assert not any(by.startswith("CLEMENCY") for by in custody)
    assert not legal & {"RELEASE", "RELEASE/release", "RELEASE/swap_release"}
