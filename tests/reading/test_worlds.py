"""Our words in other worlds: clubs release players, hospitals patients, studios films (CODEBOOK D5)."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from tests.reading.reports import of_type, only, reader, told

from detente.reading.discourse.world import OTHERS, World, base

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

The satirical weekly The Whelk said that its editor Ola Fenn had been freed from the jail in Lund on Friday.

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
    assert told("Nine armadillos seized at the border in May were set free on Tuesday.") == ()
    assert of_type("TRANSFER", "The museum returned 12 bronzes to Nigeria on Monday.") == []


def test_a_column_that_says_we_tells_no_deed() -> None:
    """ "We let bankers go" is nobody's release; "we freed nine men", the minister said, is one."""
    assert of_type("RELEASE", "We released the bankers from jail too soon.") == []
    assert of_type("RELEASE", '"We released nine prisoners," the minister said.') != []


@pytest.mark.parametrize(
    "day", ["In 1799", "On July 22, 1862,", "On 3 May 1815", "In early 1701", "At noon on 12 June 1648"]
)
def test_what_happened_before_our_age_is_background(day: str) -> None:
    """Phenomenon 13: a paragraph about 1799 tells history."""
    text = f"{day} the king freed nine prisoners. They had been held on hulks. Four were released first."
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


SPOKEN = frozenset({"TALKS", "COMMIT", "DEMAND", "STATEMENT", "LINKAGE"})
BARGAINS = """
Bus drivers have rejected an offer of a 4 per cent pay rise and will walk out again on Friday. The union met
the company for nine hours on Tuesday, and both sides agreed on further talks. A deal was reached at two other
depots, where workers accepted the same offer in return for longer shifts. The union urged passengers to be
patient, and its officer thanked them for their support.

Porto Grande have opened talks with Athletic Varo over the midfielder Rui Pato. The clubs held two rounds of
negotiations in Madrid, and Varo rejected a first offer of nine million euros. The coach welcomed the news and
called on the player to sign before the season starts. In exchange, a young striker would go the other way.

Two banks have reached an agreement on the sale of a mortgage lender after months of negotiations. The
shareholders welcomed the deal, and the auditor demanded answers about its debts. The lender rejected an
earlier proposal from a fund. The chief executive met investors in Zurich and promised talks on its bonds.
""".strip().split("\n\n")


@pytest.mark.parametrize("text", BARGAINS)
def test_unions_clubs_and_banks_bargain_about_other_things(text: str) -> None:
    """They meet, offer, demand and thank as states do; no custody, measure or state is spoken of."""
    assert [(c.type, c.rule, c.span.exact) for c in told(text) if c.type in SPOKEN] == []


def test_a_union_that_speaks_of_its_jailed_members_is_heard() -> None:
    """Who demands and thanks may be anybody, where people in custody are spoken of."""
    text = (
        "The bus drivers' union called for the release of its chairman, in prison since a strike "
        "in May. Workers at four depots walked out over pay. The union met the interior minister on Tuesday, "
        "and the minister promised talks."
    )
    assert {"DEMAND", "TALKS"} <= {c.type for c in told(text)}


def test_a_licence_to_do_business_is_no_waiver() -> None:
    """An office licenses carriers; only where a measure forbids is a licence an easing."""
    text = (
        "The aviation authority granted a temporary licence to the carrier on Monday, two weeks after its "
        "planes were grounded. The airline had filed for bankruptcy in March and sold its slots. Passengers "
        "with tickets for May may fly, a spokeswoman said, but no new ones will be sold for now."
    )
    assert of_type("SANCTION_EASE", text) == []


def test_whom_an_amnesty_is_for_is_told_by_what_they_are_tried_or_held_for() -> None:
    """D4: protesters, deserters and convicts are pardoned, be no prison spoken of."""
    text = (
        "Deputies in Moravia passed an amnesty on Tuesday by a wide margin. It covers 300 deserters, the "
        "speaker said, and takes effect in June. The minister of justice called it an act of mercy, and the "
        "families of the men welcomed the vote in front of the parliament building."
    )
    assert of_type("CLEMENCY", text) != []


def test_a_release_is_told_once_by_the_custody_it_ends() -> None:
    """ "Freed the last 46, ending four years of detention" is one release."""
    text = "The government freed the remaining 46 men, ending four years of detention without trial."
    assert only("RELEASE", text).rule != "release.end_custody"
    assert only("RELEASE", "The court ended his house arrest.").rule == "release.end_custody"


@pytest.mark.parametrize(
    "text",
    [
        "Firefighters freed a two-year-old from a locked car on Friday.",
        "Divers freed a porpoise from the nets. The animal, the third to be released this month, swam off.",
        "The choir of Dorn prison won the prize. “Singing sets us free,” said one of the men.",
    ],
)
def test_who_is_rescued_was_not_held(text: str) -> None:
    """Children in cars, animals in nets, singers: nobody opens a prison for them."""
    assert [c for c in of_type("RELEASE", text) if c.mode in {"performed", "background"}] == []


def test_rescuers_free_hostages() -> None:
    """Where the sentence says that they were held."""
    assert of_type("RELEASE", "Rescuers freed two hostages from a cellar in Dorn on Friday.") != []


@pytest.mark.parametrize(
    "text",
    [
        "The mosaic of Saint Mark has been repatriated to Cyprus.",
        "A fresco of Aurelia Dorn was repatriated to Italy on Monday.",
        "The carving of Osman Tell was repatriated to Mali.",
        "The lid of a rare antique coffin was returned to Egypt on Tuesday.",
        "Two ancient coffins were sent back to Egypt.",
        "The gallery flew the ancient bones home to Peru.",
    ],
)
def test_a_museum_sends_nobody_home(text: str) -> None:
    """Whom a mosaic shows and who lay in an ancient coffin are no ones of ours."""
    assert of_type("TRANSFER", text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The coffin of Aurelia Dorn was flown home to Italy.",
        "Aurelia Dorn, who painted the mosaic of Saint Mark, was repatriated to Cyprus.",
        "Osman Tell was extradited to Mali over a stolen carving.",
    ],
)
def test_who_is_sent_home_is_told_beside_a_mosaic(text: str) -> None:
    """The dead of our days, and those who make or steal what a museum shows."""
    assert of_type("TRANSFER", text) != []


HEARD = """
Most of the students who were detained in May were freed on Monday.

Some 2,300 people were released in an amnesty on Friday, the prison service said. It was an increase of 4
per cent on the annual average; the prison population fell, and the share of women rose to 8 percent.

Two nurses who had been detained by militants were let out last week. The hospital treated nine patients in
its isolation ward, where a virus spreads.

The pupils of one class at the school in Dorn were arrested by police in May. The headmistress and two
teachers met the parents in a classroom. The nine pupils were released on Monday.

Nine children who had been kidnapped from a school were handed over to their parents by soldiers.

Rebels handed over nine boys to their parents on Monday.

Prisoners freed on Tuesday may be sent back to jail if they break the terms.

The actor Milos Dragan, star of the film The Prisoner, was released from jail on Friday.

Nine cyclists were arrested in Varland after a race. Seven were released on Sunday.

Strikers at the plant were arrested on Monday. Nine of the workers were freed after the union paid.
""".strip().split("\n\n")


@pytest.mark.parametrize("text", HEARD)
def test_what_is_told_in_other_words_of_ours_is_heard(text: str) -> None:
    """Near misses of tables, wards, classes, strays, rules and titles: here somebody is freed."""
    assert {c.mode for c in of_type("RELEASE", text)} & {"performed", "background"}


def test_an_embargo_on_a_publisher_is_a_measure() -> None:
    """ "the embargo on reviews" is none; one on a publisher of a state is."""
    text = "The European Union lifted its embargo on the Osmian publisher Oster Press on Monday."
    assert [c.mode for c in of_type("SANCTION_EASE", text)] == ["performed"]
