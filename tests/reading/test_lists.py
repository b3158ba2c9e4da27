"""Lists under a line that says what is told of them."""

from __future__ import annotations

from tests.reading.reports import told

SWAP = """Norway and Cyprus exchanged prisoners on Monday.

Freed by Norway:
- Two Cypriot sailors
* Four people convicted of spying, including the editor Lena Marr

Let go by Cyprus:
1. Jon Holt, a banker
2. eight soldiers

{opening}:
- Three Finnish nuns
"""


def listed(opening: str = "Also there") -> dict[str, tuple[str, ...]]:
    """Who is told as freed in the lines of lists, with who frees them."""
    claims = [
        c for c in told(SWAP.format(opening=opening)) if c.type == "RELEASE" and c.rule != "release.swap"
    ]
    return {name: c.names("releaser") for c in claims for name in (*c.names("group"), *c.names("person"))}


def test_each_line_is_told_by_the_line_that_opens_the_list() -> None:
    """Bullets and numbers, counts and names; the agent stands above, and is said to be inferred."""
    assert listed() == {
        "Two Cypriot sailors": ("Norway",), "Four people": ("Norway",), "Lena Marr": ("Norway",),
        "Jon Holt": ("Cyprus",), "eight soldiers": ("Cyprus",),
    }  # fmt: skip
    claims = told(SWAP.format(opening="Also there"))
    assert all(f.inferred for c in claims if "sailors" in c.span.exact for f in c.roles["releaser"])


def test_a_line_that_says_it_is_not_done_tells_nobody_free() -> None:
    """ "To be freed:", "Not freed:" open lists of people who are not free."""
    for opening in ("To be freed", "Not freed", "Reactions"):
        assert "Three Finnish nuns" not in listed(opening), opening
