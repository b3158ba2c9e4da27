"""What one state withholds from another: aid, preferences in trade, its airspace, its markets, visas."""

from __future__ import annotations

import pytest
from tests.reading.reports import of_type, told


def _names(sentence: str, type_: str) -> list[tuple[str, set[str]]]:
    return [
        (c.mode, {f.name for role in ("target", "sector", "scope") for f in c.roles.get(role, ())})
        for c in told(sentence)
        if c.type == type_
    ]


@pytest.mark.parametrize(
    ("sentence", "mode", "aimed_at"),
    [
        ("Norway suspended development aid to Mali after the coup.", "performed", "Mali"),
        ("Military assistance to Mali was cut off by Norway over the arrests.", "performed", "Mali"),
        ("Norway said it would halt its aid to Mali until the judges are freed.", "conditional", "Mali"),
        ("Norway froze budget support for Mali in response to the crackdown.", "performed", "Mali"),
        ("Oslo announced the suspension of its aid to Mali after the putsch.", "performed", "Mali"),
        ("Norway has ended trade preferences for Ghana over rights abuses.", "performed", "Ghana"),
        ("Ghana's duty-free access was revoked by Norway.", "performed", "Ghana"),
        ("Ghana will lose its trade preferences in May.", "promised", "Ghana"),
        ("Norway stripped Ghana of its preferential trade status.", "performed", "Ghana"),
        ("Ghana was cut off from SWIFT by the union.", "performed", "Ghana"),
        ("Norway barred its banks from lending to the junta in Mali.", "performed", "junta"),
        ("Norway banned Malian airlines from using its airspace.", "performed", "Malian airlines"),
        ("Norway banned Ghanaian cocoa on Friday.", "performed", "Ghana"),
        ("Norway doubled tariffs on Ghanaian cocoa over the arrests.", "performed", "tariffs"),
        ("Norway restricted visas for twelve officials of the junta.", "performed", "visas"),
    ],
)
def test_what_is_withheld_from_another_state_is_imposed(sentence: str, mode: str, aimed_at: str) -> None:
    """Phenomenon 16: a state holds back what it gave another, and says or shows what for."""
    found = _names(sentence, "SANCTION_IMPOSE")
    assert {m for m, _ in found} == {mode}
    assert any(aimed_at in name for name in found[0][1]), found


@pytest.mark.parametrize(
    "sentence",
    [
        "Germany halted development aid to Niger.",
        "The government cut aid to schools by a tenth.",
        "The charity suspended its programme for widows after the vote.",
        "The ministry ended financial support for farmers.",
        "The council suspended legal aid for tenants until May.",
        "The shop barred minors from buying tobacco.",
        "The central bank barred lenders from trading in shares.",
        "The club was cut from the league.",
        "The firm doubled its tariffs on Ghanaian calls.",
        "The ministry raised electricity tariffs on Dorn households.",
        "The school suspended the boys' access to the library.",
        "The airline banned pets from its aircraft.",
        "A road ban on lorries at weekends was eased on Friday.",
        "Norway banned American films.",
        "The consulate restricted visas for students.",
    ],
)
def test_what_is_withheld_at_home_or_to_save_money_is_no_measure(sentence: str) -> None:
    """Savings, rules of one's own house, and steps between states that say no reason."""
    assert of_type("SANCTION_IMPOSE", sentence) == of_type("SANCTION_EASE", sentence) == []


@pytest.mark.parametrize(
    ("sentence", "mode", "step"),
    [
        ("Norway decided not to renew the arms embargo on Mali.", "intended", "announced"),
        ("The arms embargo on Mali will not be extended, Norway said.", "intended", "announced"),
        ("Norway did not renew its sanctions on Mali.", "performed", "expired"),
        ("Norway did away with its sanctions on Mali.", "performed", "unspecified"),
        ("Ministers let the ban on Malian gold expire.", "performed", "expired"),
        ("The mill received a licence from the Treasury for sales of tin.", "performed", "licensed"),
        ("Norway restored trade preferences for Ghana.", "performed", "unspecified"),
        ("Aid to Mali, suspended in May, will resume in June.", "promised", "announced"),
        ("Mali's removal from the sanctions list was announced on Monday.", "performed", "delisted"),
        ("The rescission of the designation of Mali was announced on Monday.", "performed", "unspecified"),
        ("Assets were unfrozen and visa bans lifted for forty clerks.", "performed", "unspecified"),
    ],
)
def test_it_is_given_back_or_runs_out(sentence: str, mode: str, step: str) -> None:
    """Phenomena 10 and 11: a measure that is not renewed ends; what was held back flows again."""
    assert [(c.mode, c.step) for c in told(sentence) if c.type == "SANCTION_EASE"] == [(mode, step)]


@pytest.mark.parametrize(
    ("sentence", "modes"),
    [
        ("Norway is preparing sanctions against Mali.", ["intended"]),
        ("Norway is weighing sanctions against Mali.", ["hypothetical"]),
        ("Further sanctions on Mali will follow soon.", ["promised"]),
        ("Norway added a ban on Malian timber.", ["performed"]),
        ("Norway upped its sanctions on Mali.", ["performed"]),
        ("The oil sanctions on Mali snapped back into force.", ["performed"]),
        ("Norway expanded a visa restriction policy for Malian officials.", ["performed"]),
        ("Norway rolled out its own batch of sanctions on Mali.", ["performed"]),
        ("Ghana lost the trade facility GSP+ over rights abuses.", ["performed"]),
        ("Norway immobilised the assets of the junta in Mali.", ["performed"]),
        ("Norway issued a sanctions waiver for two banks.", []),
        ("The chamber has the authority to impose sanctions on Mali.", []),
    ],
)
def test_imposed_in_other_words(sentence: str, modes: list[str]) -> None:
    """Prepared and weighed is not imposed; a waiver is none; who may, does not yet."""
    assert [c.mode for c in of_type("SANCTION_IMPOSE", sentence)] == modes


def test_a_measure_that_the_model_takes_for_a_verb() -> None:
    """ "asset freezes": a noun, whatever the model says."""
    for sentence in (
        "The bloc in October suspended asset freezes on 170 clerks.",
        "The Security Council lifted UN asset freezes on two Malian banks.",
    ):
        assert [c.mode for c in of_type("SANCTION_EASE", sentence)][:1] in (["performed"], ["background"])


def test_a_day_that_a_measure_runs_until_is_no_condition() -> None:
    """ "prolonged until May 2018": a time; "until all are free": a condition."""
    [kept] = of_type("SANCTION_KEEP", "Norway will keep its sanctions on Mali until 28 May 2028.")
    assert (kept.mode, kept.condition) == ("promised", None)
    [kept] = of_type("SANCTION_KEEP", "Norway will keep its sanctions on Mali until all the monks are freed.")
    assert kept.condition is not None
