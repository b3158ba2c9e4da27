"""Who holds an office and who belongs to a body, told by the order of the words (phenomenon 8)."""

from __future__ import annotations

import pytest
from tests.reading.reports import of_type, told


@pytest.mark.parametrize(
    ("sentence", "who", "office"),
    [
        (
            "The Ghanaian Foreign Minister, Mrs Abena Osei, opened the talks.",
            "Abena Osei",
            "Foreign Minister",
        ),
        ("The Minister of Mines, Mr Kofi Badu, has denied a swap.", "Kofi Badu", "Minister of Mines"),
        (
            "They were freed by the President of Ghana, Kwesi Ampah, on Friday.",
            "Kwesi Ampah",
            "President of Ghana",
        ),
        ("The rapporteur of the African Parliament, Lindiwe Maseko, left.", "Lindiwe Maseko", "rapporteur"),
        ("Nine miners are free, said its chairman, Juan de Soto, on Sunday.", "Juan de Soto", "its chairman"),
        ("It was announced by Ampah's security adviser, Yaw Darko.", "Yaw Darko", "security adviser"),
        (
            "Among them is Kofi Badu, coordinator of the Miners' Front, held since May.",
            "Kofi Badu",
            "coordinator",
        ),
        ("The opposition MP Lindiwe Maseko was freed.", "Lindiwe Maseko", "MP"),
    ],
)
def test_an_office_stands_before_or_behind_the_name(sentence: str, who: str, office: str) -> None:
    """CODEBOOK §2: an office is an attribute of the person named beside it, whole, and told once."""
    found = [c for c in of_type("ATTRIBUTE", sentence) if c.sub == "office" and who in c.names("subject")]
    assert len(found) == 1, [(c.sub, c.roles) for c in told(sentence)]
    assert office in found[0].names("value")[0]


@pytest.mark.parametrize(
    ("sentence", "who", "body"),
    [
        ("Nine were held, said Abena Osei of the Volta Rights Desk.", "Abena Osei", "Volta Rights Desk"),
        ("Kofi Badu of Ghana Prison Watch counts nine.", "Kofi Badu", "Ghana Prison Watch"),
    ],
)
def test_of_a_body_is_membership(sentence: str, who: str, body: str) -> None:
    """CODEBOOK §2: "X of the Y Desk" says whose X is."""
    (found,) = [c for c in of_type("ATTRIBUTE", sentence) if c.sub == "membership"]
    assert (found.names("subject"), found.names("value")) == ((who,), (body,))


@pytest.mark.parametrize(
    "sentence",
    [
        "The minister, Ghana said, had left.",
        "The president, Monday said, is ill.",
        "The envoy, tired, left for Accra.",
        "Nine clerks of Ghana were freed.",
    ],
)
def test_no_office_is_made_of_other_words_behind_a_comma(sentence: str) -> None:
    """CODEBOOK §8.15: only a person's name in full, or with a title, is somebody."""
    assert [c for c in of_type("ATTRIBUTE", sentence) if c.sub in {"office", "membership"}] == []
