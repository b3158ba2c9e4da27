"""Round-ups whose pieces stand under the name of a state."""

from __future__ import annotations

from tests.reading.reports import told

TWO = (
    "Chad. The blogger Ola Krag was sentenced to five years on Thursday. He was arrested in June.\n\n"
    "Togo. Eleven students were freed on Friday."
)


def test_a_piece_of_a_round_up_tells_of_the_state_that_it_is_labelled_with() -> None:
    """Who holds, tries and frees people there is that state, inferred."""
    by = {c.type: list(c.names("authority", "detainer", "releaser")) for c in told(TWO)}
    assert by["SENTENCE"] == ["Chad"] == by["DETAIN"]
    assert by["RELEASE"] == ["Togo"]


def test_a_piece_that_speaks_of_another_state_may_tell_of_that() -> None:
    """ "Chad. A welder held in Niger …": whoever held him; nor are its own people its prisoners."""
    text = (
        "Chad. A welder held in Niger was freed on Thursday, his family said.\n\n"
        "Togo. Two Togolese nuns were freed on Friday."
    )
    freed = [c for c in told(text) if c.type == "RELEASE"]
    assert len(freed) == 2
    assert all(n not in {"Chad", "Togo"} for c in freed for n in c.names("releaser", "from"))
