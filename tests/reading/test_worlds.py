"""Our words in other worlds: clubs release players, hospitals patients, studios films (CODEBOOK D5)."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from tests.reading.reports import of_type, only, reader, told

from detente.reading.worlds import OTHERS, World, base

QUIET = [
    row["text"] for row in tomllib.loads((Path(__file__).parent / "quiet.toml").read_text("utf-8"))["quiet"]
]
MOVED = frozenset({"RELEASE", "CLEMENCY", "TRANSFER", "SANCTION_EASE", "SANCTION_IMPOSE"})


@pytest.mark.parametrize("text", QUIET, ids=lambda text: " ".join(text.split()[:5]))
def test_nobody_is_freed_and_nothing_eased_in_another_world(text: str) -> None:
    """Phenomenon 15: the company a word keeps says that no custody and no state's measure is spoken of."""
    done = [c for c in told(text) if c.type in MOVED and c.mode in {"performed", "announced"}]
    assert [(c.type, c.rule, c.span.exact) for c in done] == []


FREED = """
The goalkeeper Tom Hale was freed from prison on Friday.

The court released two footballers, the midfielder Rui Pato and the striker Owen Marsh, on bail. They had been
arrested after a match in May, when supporters of their club fought with police.

Nine nurses were released on Monday. The nurses had been arrested at a hospital in the capital, where they had
treated wounded protesters, and were held for three weeks.

The novelist Ada Orlu was released on Sunday after eight months in jail. Her novel, which tells of an actor
and his readers, had been banned, and her publisher was convicted in March.

Gunmen freed eleven pupils who had been kidnapped from a school in the north. The pupils and a teacher were
taken from a classroom by men on motorbikes two weeks ago.

Rebels released four miners on Thursday. The miners had been trapped between the lines when the rebels took
the pit; a rescue team met them at the shaft.
""".strip().split("\n\n")


@pytest.mark.parametrize("text", FREED)
def test_players_nurses_and_novelists_are_freed_from_custody_too(text: str) -> None:
    """Who is told as arrested, held or jailed is freed, whatever else the text speaks of."""
    assert any(c.mode == "performed" for c in of_type("RELEASE", text))


@pytest.mark.parametrize(
    "place", ["her contract", "hospital", "the wreck", "all blame", "their vows", "quarantine"]
)
def test_what_one_is_freed_from_must_be_custody(place: str) -> None:
    """A contract, a ward, a wreck hold nobody in custody."""
    assert of_type("RELEASE", f"Lena Marr was freed from {place} on Monday.") == []


@pytest.mark.parametrize(
    "place", ["prison", "captivity", "the hands of the rebels", "a basement in Dorn", "Dorn"]
)
def test_custody_places_and_captors_are_what_one_is_freed_from(place: str) -> None:
    """A prison, a captor, a place: a release."""
    assert only("RELEASE", f"Lena Marr was freed from {place} on Monday.").names("person") == ("Lena Marr",)


def test_counted_animals_and_things_are_nobody() -> None:
    """Wolves and bronzes are counted like people."""
    assert told("Rangers freed thirteen wolves that had been held in captivity.") == ()
    assert of_type("TRANSFER", "The museum returned 12 bronzes to Nigeria on Monday.") == []


def test_a_column_that_says_we_tells_no_deed() -> None:
    """ "We let bankers go" is nobody's release; "we freed nine men", the minister said, is one."""
    assert of_type("RELEASE", "We released the bankers from jail too soon.") == []
    assert of_type("RELEASE", '"We released nine prisoners," the minister said.') != []


def test_what_happened_before_our_age_is_background() -> None:
    """Phenomenon 13: a paragraph about 1799 tells history."""
    text = "In 1799 the king freed nine prisoners. They had been held on hulks. Four were released first."
    assert {c.mode for c in of_type("RELEASE", text)} == {"background"}


def test_a_league_and_a_bank_sanction_nobody() -> None:
    """Measures are a state's against another, not penalties of a league or curbs of a bank."""
    league = (
        "The league lifted a ban on the striker. The club had been under sanctions since two matches in May."
    )
    bank = "The central bank eased restrictions on mortgage lending. Lenders and borrowers were glad."
    assert of_type("SANCTION_EASE", league) == of_type("SANCTION_EASE", bank) == []
    assert of_type("SANCTION_EASE", "Norway lifted its ban on imports of Varland fish.") != []


def test_a_world_is_how_many_of_its_words_stand_in_the_text() -> None:
    """Each word counts once, in singular or plural."""
    world = World.of(
        "The club sold two players; the players left the club for a league of prisoners.", reader().lex
    )
    assert world.others["sport"] == 3
    assert world.custody == 1
    assert set(world.others) == set(OTHERS)


def test_a_plural_is_known_by_its_singular() -> None:
    """Words end in -s; what ends in -ss is whole."""
    assert [base(w) for w in ("wolves", "clubs", "press", "bus")] == ["wolve", "club", "press", "bus"]
