"""Who is none of the freed: the rest of a group, those of another deed, others who are as many."""

from __future__ import annotations

import pytest
from tests.reading.reports import told


def freed(text: str) -> set[str]:
    """Whom the text tells as freed or pardoned."""
    claims = [c for c in told(text) if c.type in {"RELEASE", "CLEMENCY"} and c.mode == "performed"]
    return {name for c in claims for name in c.names("person")}


BOTH = {"Ilo Senn", "Uma Krag"}
LINES = "\n\n• Ilo Senn, a baker.\n• Uma Krag, a printer.\n"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Varland freed six of eight nuns. The other two nuns — Ilo Senn and Uma Krag — fell ill.", set()),
        ("Varland freed six monks. The remaining two — Ilo Senn and Uma Krag — went on trial.", set()),
        ("Varland pardoned six. The two others (Ilo Senn and Uma Krag) were refused it.", set()),
        ("Varland freed two monks. The other two, Ilo Senn and Uma Krag, are feared dead.", set()),
        ("Varland freed two monks. The remaining two, Ilo Senn and Uma Krag, were taken south.", set()),
        ("Varland freed two monks and tried two more. The two, Ilo Senn and Uma Krag, deny it.", set()),
        ("Varland freed two monks. The bodies of two others, Ilo Senn and Uma Krag, came home.", set()),
        ("Varland freed six monks. The other two — Ilo Senn and Uma Krag — were let go on Friday.", BOTH),
        ("Varland freed two monks. The two, Ilo Senn and Uma Krag, flew home.", BOTH),
    ],
)
def test_the_rest_are_freed_only_where_it_is_said(text: str, names: set[str]) -> None:
    """ "The other two", "the remaining two", "two others": who fell ill, died or was tried came not out."""
    assert freed(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The two Danes — Ilo Senn and Uma Krag — remain in Osmia. Chad freed two Danish cooks.", set()),
        ("Osmia holds the two Danes, Ilo Senn and Uma Krag. Chad let go two Danes on Monday.", set()),
        ("Chad freed two women. Both men in the group (Ilo Senn and Uma Krag) are to be tried.", set()),
        ("The two Danes — Ilo Senn and Uma Krag — wept. Chad freed two Danish cooks on Monday.", BOTH),
    ],
)
def test_as_many_elsewhere_are_others(text: str, names: set[str]) -> None:
    """So many of one nation are held by one state, and as many freed by another."""
    assert freed(text) == names


def test_so_many_more_are_others() -> None:
    """ "Three Swedes were freed: X, Y and Z. Osmia freed three more": those are not named."""
    text = "Two Swedes were freed last year: Ilo Senn and Uma Krag. On Monday Osmia freed two more Swedes."
    last = next(c for c in told(text) if c.type == "RELEASE" and "more" in c.span.exact)
    assert not list(last.names("person"))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Those jailed include Ilo Senn and Uma Krag.", set()),
        ("Those feared dead are Ilo Senn and Uma Krag.", set()),
        ("Those it wants to try include Ilo Senn and Uma Krag.", set()),
        ("Those from the bench were Ilo Senn and Uma Krag.", set()),
        ("The others who were denied clemency are Ilo Senn and Uma Krag.", set()),
        ("Others (among them Ilo Senn and Uma Krag) were put on a bus and then taken back.", set()),
        ("Some called it a trick; others (Ilo Senn, for one) praised it.", set()),
        ("Some (such as Ilo Senn) had packed and were sent back to their cells.", set()),
        ("Those released include Ilo Senn and Uma Krag.", BOTH),
        ("Those set free are Ilo Senn and Uma Krag.", BOTH),
        ("Those from the navy are Ilo Senn and Uma Krag.", BOTH),
        ("Some walked out at once, others (such as Ilo Senn and Uma Krag) on Friday.", BOTH),
    ],
)
def test_those_of_another_deed_are_none_of_the_freed(text: str, names: set[str]) -> None:
    """Those jailed, wanted, refused, sent back; those of the bench; others who praised it."""
    assert freed(f"Varland freed forty people on Monday. {text}") == names


@pytest.mark.parametrize(
    ("lead", "names"),
    [
        ("What is known about the men who held them:", set()),
        ("Who freed them:", set()),
        ("This is how they are described by those who seized them:", set()),
        ("Two others died.\n\nWho they were:", set()),
        ("Who they are, per the paper:", BOTH),
        ("What is known of them:", BOTH),
    ],
)
def test_lines_under_a_lead_of_others_name_others(lead: str, names: set[str]) -> None:
    """Who held, freed or seized them, and who died."""
    assert freed(f"Two cooks were freed on Saturday. {lead}{LINES}") == names
