"""Whom *he*, *they* and *both* mean where somebody is held, tried, freed or moved."""

from __future__ import annotations

import pytest
from tests.reading.reports import article, only, told

from detente.records import Article, Claim


def claim(text: str | Article, exact: str) -> Claim:
    """The first claim about people whose span holds these words."""
    kinds = {"RELEASE", "CLEMENCY", "DETAIN", "SENTENCE", "TRANSFER"}
    return next(c for c in told(text) if c.type in kinds and exact in c.span.exact)


@pytest.mark.parametrize(
    ("text", "exact", "person"),
    [
        (
            "Norway released the engineer Lena Marr on Monday. Judge Ola Berg read it. She was held in 2021.",
            "She was held",
            "Lena Marr",
        ),
        (
            "Norway released the engineer Jon Holt on Monday. After his arrest, Peter Novak fell ill.",
            "his arrest",
            "Peter Novak",
        ),
        (
            "President Ola Berg signed the order for Jon Holt's release, commuting his term of nine years.",
            "commuting his",
            "Jon Holt",
        ),
        (
            "The baker Jon Holt was jailed in 2020. The welder Kestu Droband came. He was freed on Monday.",
            "He was freed",
            "Kestu Droband",
        ),
    ],
)
def test_he_and_she_are_who_can_be_held(text: str, exact: str, person: str) -> None:
    """Not the judge, nor who signs: a prisoner told before, or the subject that grammar gives."""
    assert list(claim(text, exact).names("person")) == [person]


@pytest.mark.parametrize(
    ("text", "exact", "people"),
    [
        (
            "Norway freed the baker Jon Holt and the welder Peter Novak after they were pardoned on Monday.",
            "they were pardoned",
            ["Jon Holt", "Peter Novak"],
        ),
        (
            "Norway freed nine miners. Officials met reporters at noon. They were flown to Cyprus.",
            "They were flown",
            ["nine miners"],
        ),
        (
            "Norway pardoned Jon Holt on Monday. Nineteen others also had their sentences commuted.",
            "sentences commuted",
            ["Nineteen others"],
        ),
    ],
)
def test_they_are_who_can_be_held(text: str, exact: str, people: list[str]) -> None:
    """Persons named together, the group that was freed, the subject of "had their terms cut"."""
    found = claim(text, exact)
    assert [f.name for role in ("person", "group") for f in found.roles.get(role, ())] == people


def test_they_are_as_many_as_they_were() -> None:
    """A pronoun brings the exact count of those it means."""
    found = claim("Norway freed nine miners. They were flown to Cyprus.", "They were flown")
    assert found.quantity is not None
    assert (found.quantity.lo, found.quantity.hi) == (9, 9)


def test_a_hedged_number_is_not_brought_along() -> None:
    """ "About ninety" are not ninety, wherever they are spoken of again."""
    found = claim("Norway freed about ninety miners. They were flown to Cyprus.", "They were flown")
    assert found.quantity is None


def test_a_surname_is_its_bearers_with_and_without_its_article() -> None:
    """ "Samir al-Dorani", then "Al-Dorani" and "Dorani": one man, whatever the model takes them for."""
    text = "Norway released the lawyer Samir al-Dorani on Monday. Al-Dorani was arrested in 2020."
    assert list(claim(text, "was arrested").names("person")) == ["Samir al-Dorani"]


def test_who_the_freed_are_said_to_be_are_freed() -> None:
    """ "The other two men freed were X and Y"; and nobody where it says who they were not."""
    text = "Norway freed ten men. The other two men released were policemen Jon Holt and Kestu Droband."
    assert list(claim(text, "other two men").names("person")) == ["Jon Holt", "Kestu Droband"]
    text = "Norway freed ten men. The two men released were not Jon Holt and Kestu Droband."
    assert not [c for c in told(text) if c.type == "RELEASE" and c.names("person")]


@pytest.mark.parametrize(
    ("text", "exact"),
    [
        ("The baker Jon Holt and the monk Peter Novak came home. Both are serving life terms.", "Both"),
        ("Norway freed Jon Holt and Peter Novak. The two were flown to Cyprus on Monday.", "The two"),
        (
            "Those freed were the baker Jon Holt and the monk Peter Novak, both sentenced in 2020.",
            "both sentenced",
        ),
    ],
)
def test_both_are_the_two_named(text: str, exact: str) -> None:
    """As many as were named together: they are those persons, and it is inferred."""
    found = [c for c in told(text) if exact.lower() in c.span.exact.lower() and c.names("person")]
    assert {f.name for f in found[-1].roles["person"]} == {"Jon Holt", "Peter Novak"}


def test_the_three_are_not_the_two_named() -> None:
    """Another number means other people."""
    text = "Norway freed Jon Holt and Peter Novak. The three were flown to Cyprus on Monday."
    assert not claim(text, "three were flown").names("person")


@pytest.mark.parametrize(
    ("text", "exact"),
    [
        ("Norway freed nine miners on Monday. All were flown to Cyprus.", "All were"),
        ("Norway freed nine jailed miners on Monday. The miners were flown to Cyprus.", "The miners were"),
        ("Nine of the 23 miners reached home after a court released them.", "released them"),
    ],
)
def test_all_are_as_many_as_were_told(text: str, exact: str) -> None:
    """ "All", "the miners", "them": the count of those told before; of a part, not of the whole."""
    found = claim(text, exact)
    assert found.quantity is not None
    assert (found.quantity.lo, found.quantity.hi) == (9, 9)


def test_who_stands_beside_others_is_not_all_of_them() -> None:
    """ "The men and women" are not the three men who were counted elsewhere."""
    text = "Norway freed nine miners. Three men came later. The men and women were flown to Cyprus."
    assert claim(text, "men and women were flown").quantity is None


def test_miners_counted_twice_are_not_counted_again() -> None:
    """Where nine and twelve miners are told, "the miners" may be either."""
    text = "Norway freed nine miners in May and twelve miners in June. The miners were flown to Cyprus."
    assert claim(text, "The miners were").quantity is None


def test_who_is_only_now_arrested_need_not_be_the_one_just_named() -> None:
    """ "The baker is still inside" is the one just named; "was arrested" may tell of another."""
    before = "Chad freed Ida Holt on Monday. "
    assert only("CUSTODY_STATE", before + "The baker is still inside.").names("person") == ("Ida Holt",)
    assert only("DETAIN", before + "The baker was arrested in Dorn.").names("person") == ()


def test_a_heading_is_no_antecedent() -> None:
    """The report tells again whom its heading means."""
    text = "Nine bakers freed\n\nNorway freed nine miners on Monday. They were flown to Cyprus."
    assert list(claim(article(text, headings=("Nine bakers freed",)), "They were").names("group")) == [
        "nine miners"
    ]


def test_what_i_do_is_told_of_the_speaker() -> None:
    """ "I was freed", X said: a person, as X is."""
    text = "“I was released at noon,” Jon Holt told reporters. Norway had jailed him."
    freed = next(c for c in told(text) if c.type == "RELEASE")
    assert [(r, f.name, f.kind) for r in ("person", "group") for f in freed.roles.get(r, ())] == [
        ("person", "Jon Holt", "person")
    ]


@pytest.mark.parametrize(
    ("text", "exact", "people"),
    [
        (
            "Norway freed the lawyer Jon Holt, whose arrest in 2022 was condemned.",
            "whose arrest",
            ["Jon Holt"],
        ),
        ("A woman known as Ada Brown was released by police on Monday.", "was released", ["Ada Brown"]),
        (
            "Norway freed three monks, Jon Holt, Peter Novak and Ada Brown. They were abducted in May.",
            "They were abducted",
            ["Jon Holt", "Peter Novak", "Ada Brown"],
        ),
        (
            "A court freed him at noon. The organiser Peter Novak had barely sat down for lunch.",
            "freed him",
            ["Peter Novak"],
        ),
    ],
)
def test_names_that_stand_beside_or_behind(text: str, exact: str, people: list[str]) -> None:
    """Whose it is, what she is called, who the three are, and whom a report names only later."""
    assert list(claim(text, exact).names("person")) == people


def test_a_judge_named_later_is_not_whom_they_freed() -> None:
    """Whom a report names next may be who decides."""
    text = "A court freed him at noon. Judge Peter Novak had ruled that nobody may be held so long."
    assert "Peter Novak" not in claim(text, "freed him").names("person")


@pytest.mark.parametrize(
    ("text", "exact", "people"),
    [
        (
            "Norway pardoned 148, including poet Jon Holt, Ada Brown, and lawyer Peter Novak, it said.",
            "pardoned 148",
            ["Jon Holt", "Ada Brown", "Peter Novak"],
        ),
        (
            "Norway freed the lawyer Jon Holt and the monk Peter Novak. The pair were flown to Cyprus.",
            "The pair",
            ["Jon Holt", "Peter Novak"],
        ),
        (
            "Norway freed Jon Holt. A court cut the sentence of the editor Peter Novak, commuting his term.",
            "commuting his",
            ["Peter Novak"],
        ),
        (
            "“Three men jailed in Norway are free: Jon Holt, Peter Novak and Adam Brown,” Ola Berg said.",
            "jailed in Norway",
            ["Jon Holt", "Peter Novak", "Adam Brown"],
        ),
    ],
)
def test_lists_run_to_their_end_and_no_further(text: str, exact: str, people: list[str]) -> None:
    """Names behind "including", a pair named before, and a quoted list that ends with its quotation."""
    assert list(claim(text, exact).names("person")) == people


def test_they_are_rather_who_the_sentence_was_about() -> None:
    """Not the critics of its last phrase: the pair, which it told of."""
    text = (
        "Two miners were held in Norway since May. Rights groups spoke of harsh treatment of critics. "
        "They were released on Monday."
    )
    assert list(claim(text, "They were released").names("group")) == ["Two miners"]


def test_they_are_whom_the_clause_before_points_at() -> None:
    """Not those who were counted a sentence earlier: a wrong count of the missing is worse than none."""
    text = (
        "We counted 49 freed people. Two others turned back at the barrier; both were taken away by police, "
        "and nobody has heard from them since."
    )
    (unseen,) = (c for c in told(text) if c.type == "CUSTODY_STATE")
    assert unseen.names("group") == ("both",)
    assert unseen.quantity is None


def test_who_turns_back_at_a_border_is_not_freed() -> None:
    """Captives are turned over; who is turned back, or turns back, is not let go."""
    for text in ("Two others turned back at the barrier.", "Guards turned back two women at the bridge."):
        assert not [c for c in told(text) if c.type == "RELEASE"]
    assert [c for c in told("Rebels turned over two women to the elders.") if c.type == "RELEASE"]


def test_a_call_to_who_tells_of_it_is_no_talks() -> None:
    """ "He telephoned us": unless somebody of office calls."""
    assert not [c for c in told("Varland freed Ira Holt. He telephoned us on Sunday.") if c.type == "TALKS"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Norway must act, the union wrote. The warden will not let us go.", "us"),
        ("We demand the release of the welder Kestu Droband.", "We"),
        ("Norwegian police accuse him of spying for Chile.", "him"),
    ],
)
def test_a_pronoun_that_points_to_nobody_told_is_no_persons_name(text: str, words: str) -> None:
    """It stays in its role as people whom the text does not name: no person of that name is kept."""
    fillers = [f for c in told(text) for found in c.roles.values() for f in found if f.name == words]
    assert fillers
    assert {f.kind for f in fillers} == {"group"}


GLOOM = "Chad freed nine miners on Monday. There were tears in the house of Lena Marr. "


@pytest.mark.parametrize(
    ("text", "person"),
    [
        (GLOOM + "The young engineer remains behind bars.", "Lena Marr"),
        ("Chad held the poet Ira Dann and the welder Jon Holt. On Monday the poet was freed.", "Ira Dann"),
        (GLOOM + "The third prisoner remains behind bars.", None),
        (GLOOM + "The engineer who drew the maps remains behind bars.", None),
        (GLOOM + "The mayor remains behind bars.", None),
        ("Chad freed nine miners. The lawyer Ola Roth wept. The engineer remains behind bars.", None),
        ("Chad freed nine miners. Lena Marr and Peter Novak wept. The engineer remains behind bars.", None),
    ],
)
def test_the_engineer_is_who_was_told_so_or_was_just_named(text: str, person: str | None) -> None:
    """Phenomenon 14: a definite noun means the only one it was said of, else the one nothing was said of."""
    last = [c for c in told(text) if c.type in {"RELEASE", "CUSTODY_STATE"}][-1]
    meant = [(f.name, f.inferred) for f in last.roles.get("person", ())]
    assert meant == ([(person, True)] if person else [])


@pytest.mark.parametrize(
    ("text", "freed"),
    [
        ("Rangers arrested three on Sunday. They were released on Monday.", ["three"]),
        ("Rangers arrested Ola Krag on Sunday. They were released on Monday.", ["They"]),
        ("Guards seized nine nuns at the gate on Sunday. They were released on Monday.", ["nine nuns"]),
    ],
)
def test_they_who_were_freed_are_not_who_laid_hands_on_others(text: str, freed: list[str]) -> None:
    """Those told by their number alone are meant, or nobody, before those who arrested them."""
    last = [c for c in told(text) if c.type == "RELEASE"][-1]
    assert [n.lower() for n in last.names("group")] == [n.lower() for n in freed]


def test_them_whom_a_band_took_are_none_of_its_men() -> None:
    """ "The rebels of the Front, who had taken them": the men are the Front's."""
    text = "Nine nuns came out. The rebels of the Dorn Front, who had taken them in May, wept."
    assert all("rebels" not in n for c in told(text) if c.type == "DETAIN" for n in c.names("group"))


def test_they_are_the_three_who_were_named_before() -> None:
    """ "The three have been in Dorn since May, when *they* were arrested": those named together of late."""
    text = (
        "A judge declined to release Ali Krag, Grace Roth and Ira Dann on bail. "
        "The three have been in Dorn since May, when they were arrested at their desks."
    )
    (held,) = (c for c in told(text) if c.type == "DETAIN")
    assert held.names("person") == ("Ali Krag", "Grace Roth", "Ira Dann")
