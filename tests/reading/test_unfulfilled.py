"""What is told of a deed that did not, or not yet, come to pass is never told as done (CODEBOOK §3, §8.1)."""

from __future__ import annotations

import pytest
from tests.reading.reports import of_type, only, told

DEEDS = frozenset({"RELEASE", "CLEMENCY", "TRANSFER", "SANCTION_EASE"})
DONE = frozenset({"performed", "background", "announced"})

UNFULFILLED = {
    "nearly": [
        "Ostra nearly freed the six divers in June.",
        "The six divers were almost released in June.",
        "Ostra very nearly lifted its sanctions on the port.",
        "The six divers came within a day of being freed.",
        "Ostra had all but lifted its sanctions on the port when the coup came.",
    ],
    "neither, and believed by nobody": [
        "Ostra neither answered the port nor freed the six divers.",
        "Nobody believed that the six divers had been freed.",
        "The order for the release of the diver Ilo Senn was ignored.",
        "The army defied a court's order to free the six divers.",
        "No one in the port thought that Ostra had lifted its sanctions.",
    ],
    "said in a report that somebody calls false": [
        "The minister called reports that the six divers had been freed “nonsense”.",
        "The mayor described claims that the six divers were let go as pure invention.",
        "A spokesman calls the claim that Ilo Senn was deported a fantasy.",
    ],
    "denied before the verb": [
        "At no time was the diver Ilo Senn released.",
        "In no way has Ostra freed the six divers.",
        "Nor was the diver Ilo Senn freed.",
    ],
    "thought, and not so": [
        "Hardly anyone believed that the six divers had been freed.",
        "Few thought that Ostra had freed the six divers.",
        "Senn's mother dreamt that he had been freed.",
        "Senn's guards pretended that he had been freed.",
        "Senn's release was a lie.",
        "Senn's release remains a dream.",
        "The release of the six divers fell through on Friday.",
        "The order freeing Senn was stayed within an hour.",
        "The emir took back his pardon of Senn.",
    ],
    "on the point of it": [
        "Ostra is on the verge of freeing six divers, two envoys think.",
        "Ostra was on the brink of lifting its sanctions on the port.",
        "Baker Ilo Senn is in line for an amnesty, his cousin said.",
        "Baker Ilo Senn is next in line to be pardoned.",
        "Four cooks are eligible for a pardon.",
    ],
    "short of it": [
        "The emir stopped short of an amnesty for the strikers.",
        "The court fell short of ordering the release of Senn.",
    ],
    "too early for it": [
        "It is too early to lift the sanctions, the consul said.",
        "Ostra found it too risky to free the divers.",
    ],
    "shrunk from or in dispute": [
        "The cabinet balked at lifting sanctions on the port.",
        "The cabinet backed away from freeing the divers.",
        "The cabinet held off on easing sanctions on the port.",
        "The allies are divided over lifting sanctions on the port.",
        "The allies disagree about easing sanctions on the port.",
        "The emir toyed with pardoning Senn.",
    ],
    "drafted": [
        "Two senators tabled a bill to lift sanctions on the port.",
        "The assembly threw out a bill easing sanctions on the port.",
        "The assembly voted against a motion to free Senn.",
        "A draft decree freeing 200 farmers was leaked on Friday.",
        "A draft amnesty for 200 farmers was leaked on Friday.",
    ],
    "a ruling without effect": [
        "The order to free Senn was never obeyed.",
        "No order to free Senn has been issued.",
        "No decision on the release of Senn has been made.",
        "A decision to lift sanctions on the port could come in July.",
        "The decree pardoning Senn was not signed.",
        "The emir has ten days to sign the pardon for Senn.",
    ],
    "false reports": [
        "A rumour that Senn had been freed proved false.",
        "The claim that six divers had been released turned out to be wrong.",
        "News that six divers had been released was a hoax.",
        "False reports of Senn's release were shared a thousand times.",
        "A hoax claimed that Senn had been pardoned.",
        "The radio wrongly said that Senn had been freed.",
        "The radio retracted its report that six divers had been freed.",
        "Contrary to rumours of his release, Senn is in his cell.",
    ],
    "among those to come": [
        "Those to be released include Senn and two cooks.",
        "Among those who could be freed are Senn and two cooks.",
        "Among those due to be released are Senn and two cooks.",
    ],
    "once it has come": [
        "Once released, Senn hopes to open a bakery.",
        "When he is released, Senn will open a bakery.",
        "After he is freed, Senn intends to leave Ostra.",
        "The moment the divers are freed, Ostra will open the port.",
    ],
    "wished for": [
        "The abbot prays for the release of the divers.",
        "Relatives waited in vain for the release of the divers.",
        "The abbot fought to get the divers freed.",
        "Efforts to have the divers freed came to nothing.",
        "It is time that the divers were released, the abbot said.",
        "The divers ought to have been freed in spring, the abbot said.",
        "The panel recommended that six divers be freed.",
        "The panel advised the release of six divers.",
        "The consul made the case for easing sanctions on the port.",
        "Freeing the divers is the only decent course, the abbot said.",
        "The abbot hopes that the visit will end in the release of the divers.",
    ],
    "not come of it": [
        "The visit did not lead to the release of the divers.",
        "The consul left without the divers he had come to free.",
        "There is no hint of the divers being freed.",
        "There is no sign of an easing of sanctions on the port.",
    ],
    "unconfirmed": [
        "No one has confirmed the release of Senn.",
        "The palace would not confirm the release of Senn.",
        "There is no proof that Senn has been freed.",
        "Unverified reports said that six divers had been freed.",
        "The palace was asked about releasing Senn.",
        "The palace said nothing about pardoning Senn.",
        "The envoy knew nothing of a release of Senn.",
        "The so-called release of six divers was a move to another camp.",
        "The supposed pardon of Senn was a rumour.",
    ],
    "failed": [
        "A failed release of the divers cost two lives.",
        "A would-be release of the divers cost two lives.",
        "The eagerly awaited release of the divers has yet to take place.",
        "An assault to free the divers was beaten back.",
        "The decision to lift sanctions on the port was called off.",
    ],
    "waited for": [
        "Six divers stand to be freed under the pact.",
        "Senn's wife waits for the day he is freed.",
        "Senn's wife counts the hours until his release.",
        "Senn has six years to go before his release.",
        "Senn's sister dreams of his release.",
        "Senn's sister is optimistic about his release.",
        "Senn's release is a matter of weeks, his sister believes.",
        "Nothing would cheer the abbot more than the release of the divers.",
    ],
    "asked for in other words": [
        "Senn's lawyer applied for his release on Monday.",
        "A vigil for the release of the divers was held in Lund.",
        "The gang set a deadline for the release of its members.",
        "The emir hinted at a pardon for Senn.",
        "The emir is under pressure to pardon Senn.",
    ],
    "given for something": [
        "Ostra offered to free the divers in return for the easing of sanctions.",
        "Ostra would free the divers in exchange for the lifting of sanctions on the port.",
        "The emir's price is the lifting of sanctions on the port.",
        "An easing of sanctions on the port is contingent on the release of the divers.",
        "Easing the sanctions requires a vote of all members.",
        "The vote on easing sanctions on the port is set for June.",
    ],
    "far off": [
        "The lifting of sanctions on the port is a long way off.",
        "The release of the divers is years away, the consul said.",
        "An easing of sanctions on the port is on the cards.",
        "The consul dangled the lifting of sanctions before the emir.",
        "Ostra mooted the release of six divers.",
    ],
    "laid down": [
        "The accord would see six divers freed within a week.",
        "The road map provides for the release of six divers in June.",
        "The accord, which includes the release of six divers, will be signed on Friday.",
        "The second stage includes the release of six divers.",
        "Senn, whose release had been announced for Friday, is still in his cell.",
    ],
}


@pytest.mark.parametrize("sentence", [pytest.param(x, id=x) for xs in UNFULFILLED.values() for x in xs])
def test_what_has_not_come_to_pass_is_not_told_as_done(sentence: str) -> None:
    """However a reporter says that it did not happen, no claim has it happen."""
    assert [(c.type, c.mode, c.rule) for c in told(sentence) if c.type in DEEDS and c.mode in DONE] == []


FULFILLED = [
    "Ostra freed nearly all of the divers in June.",
    "Ostra freed almost 40 divers in June.",
    "The emir signed a bill easing sanctions on the port.",
    "The order to free Senn was carried out on Friday.",
    "The visit led to the release of the divers.",
    "The abbot saw the divers freed on Friday.",
    "The abbot got the divers released on Friday.",
    "Once freed, Senn flew to Lund.",
    "When he was freed, Senn wanted to see the sea.",
    "The day the divers were released, the bells rang.",
    "Those freed include Senn and two cooks.",
    "Among those who were freed are Senn and two cooks.",
    "The report that six divers had been freed turned out to be true.",
    "Days before his release, Senn was beaten. He was freed on Friday.",
    "Ostra freed the divers in return for the easing of sanctions.",
    "The palace confirmed the release of Senn.",
    "A prayer of thanks followed the release of the divers.",
    "Freeing the divers was a mistake, the consul said.",
    "In no time the six divers were freed.",
    "Senn was arrested in May, only to be freed a week later.",
]


@pytest.mark.parametrize("sentence", FULFILLED)
def test_what_has_come_to_pass_is_told_as_done(sentence: str) -> None:
    """The same words in another place deny nothing."""
    assert [c for c in told(sentence) if c.type in {"RELEASE", "SANCTION_EASE"} and c.mode in DONE]


@pytest.mark.parametrize(
    ("type_", "sentence", "modes"),
    [
        ("RELEASE", "The minister has concerns over freeing nine miners.", {"hypothetical"}),
        ("RELEASE", "There are doubts about releasing the nine miners.", {"hypothetical"}),
        ("SANCTION_EASE", "The king has doubts about lifting the sanctions on Chad.", {"hypothetical"}),
        ("TRANSFER", "Police let out an engineer whom Spain wanted extradited.", {"intended", "demanded"}),
        ("TRANSFER", "They were freed and flown to Chad, from where they will be taken to Oslo.",
         {"performed", "intended"}),
        # near misses
        ("RELEASE", "The minister was thanked for freeing nine miners.", {"performed"}),
        ("RELEASE", "The minister voiced concern over the release of nine miners.", {"performed"}),
        ("TRANSFER", "Police let out an engineer whom Spain extradited.", {"performed"}),
        ("RELEASE", "The king refrained from freeing nine miners.", {"denied"}),
    ],
)  # fmt: skip
def test_what_is_only_thought_over_or_wanted_is_not_done(type_: str, sentence: str, modes: set[str]) -> None:
    """READING 10: doubts about a deed, and wishes for it, do not tell it as done."""
    assert {c.mode for c in of_type(type_, sentence)} <= modes
    assert of_type(type_, sentence)


@pytest.mark.parametrize(
    ("sentence", "mode"),
    [
        ("The release of the nine nurses was no surprise, but it never came.", "denied"),
        ("The release of the nine nurses was announced, but it did not happen.", "denied"),
        ("The release of the nine nurses came late, but it did not come as a surprise.", "performed"),
    ],
)
def test_what_never_came_is_not_done_whatever_is_said_of_it_first(sentence: str, mode: str) -> None:
    """The clause behind *but* says whether it came, and not only how."""
    assert only("RELEASE", sentence).mode == mode
