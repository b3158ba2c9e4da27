"""What was given and taken back, and who only lends the talks a roof."""

from __future__ import annotations

import pytest
from tests import ledgers

from detente.pipeline import Settler
from detente.records import Deal

TAKEN = """
    = a 2026-01-20 Post
    out: RELEASE | releaser Varland | group politicians | count 33 | on 2026-01-15
    ease: SANCTION_EASE | authority Osmia | target Varland | sector salt | step suspended | on 2026-01-19
    tie: LINKAGE | class L2 | cue in return for | ties ease, out
    = b 2026-05-06 Daily
    again: DETAIN/{} | detainer {} | {} | on {}
"""


def kept(deal: Deal) -> str:
    """How the release stands."""
    return next(g.compliance for s in deal.sides for g in s.gives if g.kind == "release")


def test_who_is_jailed_again_was_not_given_for_good() -> None:
    """ "Five of the 33 politicians freed were detained again": the release is reversed, as of that report."""
    text = TAKEN.format("re_detain", "Varland", "group five of the 33 politicians", "2026-05-04")
    assert kept(ledgers.deal(text)) == "R"
    assert kept(ledgers.deal(text, known_by="2026-02-01")) == "3"


@pytest.mark.parametrize(
    ("sub", "who", "whom", "on"),
    [
        ("re_detain", "Varland", "group five politicians", "2026-05-04"),
        ("re_detain", "Osmia", "group five of the 33 politicians", "2026-05-04"),
        ("arrest", "Varland", "group five of the 33 politicians", "2026-05-04"),
        ("re_detain", "Varland", "group five of the 33 politicians", "2026-01-10"),
        ("re_detain", "Varland", "person Lena Marr", "2026-05-04"),
    ],
    ids=["others", "another's prison", "an arrest of others", "before", "somebody else"],
)
def test_others_jailed_take_nothing_back(sub: str, who: str, whom: str, on: str) -> None:
    """Only those who were freed, again, by who freed them, afterwards."""
    assert kept(ledgers.deal(TAKEN.format(sub, who, whom, on))) == "3"


def test_a_person_of_the_freed_who_is_jailed_again_is_known_by_name() -> None:
    """One report names her as freed in return, and as jailed again a week later."""
    text = TAKEN.format("re_detain", "Varland", "person Lena Marr", "2026-05-04")
    told = text.replace("count 33", "person Lena Marr").replace("    = b 2026-05-06 Daily\n", "")
    assert kept(ledgers.deal(told.replace("= a 2026-01-20", "= a 2026-05-06"))) == "R"


def test_a_later_arrest_reaches_a_deal_that_was_settled_before() -> None:
    """Told one by one, the state is that of all at once."""
    text = TAKEN.format("re_detain", "Varland", "group five of the 33 politicians", "2026-05-04")
    readings = ledgers.readings(text)
    settler = Settler()
    settler.settle(readings[:1])
    assert settler.settle(readings).deals == ledgers.state(text).deals


def test_who_gives_the_talks_a_roof_is_no_side() -> None:
    """A third state that hosted the talks before a release is shown as host; who talked may be a side."""
    text = """
    = a 2026-02-03 Wire
    out: RELEASE | releaser Varland | group rebels | count 48 | on 2026-02-02
    met: TALKS/{} | {}
    """
    (hosted,) = ledgers.state(text.format("host", "host Brenland | participants UNSTATED")).candidates
    (talked,) = ledgers.state(
        text.format("visit", "participants Varland (state); Brenland (state)")
    ).candidates
    assert ([s.party.name for s in hosted.sides], [b.name for b in hosted.brokers]) == (
        ["Varland"],
        ["Brenland"],
    )
    assert [s.party.name for s in talked.sides] == ["Varland", "Brenland"]
