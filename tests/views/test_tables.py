"""Tables of people and measures: what is not known is said once, and nobody is called UNSTATED."""

from __future__ import annotations

from detente.records import AnnouncedTrack, Measure, PersonStatus, State, Track, Tracks
from detente.views.dossier import Book, of_measures, of_people

BOOK = Book(State(), quote=60)


def test_an_unknown_track_is_said_once() -> None:
    """Not "unknown (unknown)"; a track that claims leave unknown keeps its claims."""
    tracks = Tracks(custody=Track(claims=("clm_1",), verdict="contested"))
    (section,) = of_people([PersonStatus(entity="ent_1", name="Lena Marr", tracks=tracks)], BOOK)
    assert [line.text for line in section.lines] == [
        "custody: unknown (contested)", "legal: unknown", "location: unknown",
    ]  # fmt: skip


def test_a_measure_of_nobody_named_says_so() -> None:
    """The records' mark for what no text says is no name."""
    measure = Measure(
        measure="msr_1", authority="UNSTATED", sector="salt", announced=AnnouncedTrack(state="easing")
    )
    (section,) = of_measures([measure], BOOK)
    assert section.title == "authority not stated: salt"
