"""What a predicate says of the deed that hangs on it, as a noun, a gerund, an infinitive or a clause."""

from __future__ import annotations

import pytest
from tests.reading.reports import told

DONE = ("performed", "background")
VERBS = {
    "RELEASE": ("free", "freeing", "freed", "nine miners"),
    "SANCTION_EASE": ("lift", "lifting", "lifted", "sanctions on the Dorn Bank"),
    "DETAIN": ("arrest", "arresting", "arrested", "nine teachers"),
}
NOUNS = {
    "RELEASE": "the release of nine miners",
    "TRANSFER": "the deportation of nine students",
}


def _done(type_: str, text: str) -> list[str]:
    return [c.mode for c in told(text) if c.type == type_ and c.mode in DONE and c.polarity == "+"]


def _each(frame: str) -> list[tuple[str, str]]:
    if "{n}" in frame or "{N}" in frame:
        return [(t, frame.format(n=n, N=n[0].upper() + n[1:])) for t, n in NOUNS.items()]
    return [(t, frame.format(f=f, g=g, p=p, o=o)) for t, (f, g, p, o) in VERBS.items()]


@pytest.mark.parametrize(
    "frame",
    [
        "Chad recommended {g} {o}.",
        "Chad suggested {g} {o}.",
        "Chad opposed {g} {o}.",
        "Chad risked {g} {o}.",
        "Chad put off {g} {o}.",
        "Chad mentioned {g} {o}.",
    ],
)
def test_a_gerund_stands_under_a_verb_as_a_noun_would(frame: str) -> None:
    """ "Opposed freeing them" says of the deed what "opposed the release" says of it."""
    for type_, text in _each(frame):
        assert _done(type_, text) == [], text


@pytest.mark.parametrize(
    "frame",
    [
        "Chad talked of {g} {o}.",
        "Chad dreamt of {g} {o}.",
        "Chad is banking on {g} {o}.",
        "Chad was intent on {g} {o}.",
        "Chad is wary of {g} {o}.",
        "Chad is incapable of {g} {o}.",
        "Chad objects to {g} {o}.",
        "Chad was talked out of {g} {o}.",
        "Chad thought better of {g} {o}.",
        "Chad has no interest in {g} {o}.",
        "Chad changed its mind about {g} {o}.",
    ],
)
def test_a_gerund_behind_of_or_on_is_only_thought_of(frame: str) -> None:
    """Whatever the word before: behind *of*, *about*, *on*, *to*, *at* or *over* nothing is done yet."""
    for type_, text in _each(frame):
        assert _done(type_, text) == [], text


@pytest.mark.parametrize(
    "frame",
    [
        "Chad omitted to {f} {o}.",
        "Chad neglected to {f} {o}.",
        "Chad pretended to {f} {o}.",
        "Chad was invited to {f} {o}.",
        "Chad is inclined to {f} {o}.",
        "Chad is loath to {f} {o}.",
        "Chad is in a position to {f} {o}.",
        "The union encouraged Chad to {f} {o}.",
        "The union reminded Chad to {f} {o}.",
        "Guards rushed to {f} {o} but failed.",
        "Guards are racing to {f} {o}.",
        "Guards hurried to {f} {o}.",
        "Chad lives to {f} {o}.",
        "The treaty compels Chad to {f} {o}.",
        "The treaty forces Chad to {f} {o}.",
        "The accord allows Chad to {f} {o}.",
        "Chad went on strike to {f} {o}.",
        "Chad went on television to {f} {o}.",
        "Chad proceeded to the border to {f} {o}.",
        "Chad proceeded home to {f} {o}.",
        "Chad will not fail to {f} {o}.",
        "Chad did not refuse to {f} {o}.",
        "Chad does not hesitate to {f} {o}.",
        "Do not forget to {f} {o}.",
        "Chad joined forces with Mali to {f} {o}.",
        "Chad is hastening to {f} {o}.",
        "Chad would have hastened to {f} {o}.",
    ],
)
def test_an_infinitive_is_still_to_be_done(frame: str) -> None:
    """Under a predicate that no list knows an infinitive tells what may come, and not what came."""
    for type_, text in _each(frame):
        assert _done(type_, text) == [], text


@pytest.mark.parametrize(
    "frame",
    [
        "The ministry waited for news that {o} had been {p}.",
        "The ministry poured cold water on reports that {o} had been {p}.",
        "The ministry disbelieved that {o} had been {p}.",
        "It is rumoured that {o} have been {p}.",
        "Rumour has it that {o} have been {p}.",
    ],
)
def test_what_an_unsure_report_says_is_not_told_as_done(frame: str) -> None:
    """What becomes of a report (awaited, doubted, laughed off) becomes of the deed in it."""
    for type_, text in _each(frame):
        assert _done(type_, text) == [], text


@pytest.mark.parametrize(
    "frame",
    [
        "Chad threatened {n}.",
        "Chad jeopardised {n}.",
        "Chad is holding up {n}.",
        "Chad signalled {n}.",
        "Chad objected to {n}.",
        "Chad opened the door to {n}.",
        "Chad named a price for {n}.",
        "Chad is in favour of {n}.",
        "A decision on {n} occupied the ministers.",
        "The timetable for {n} occupied the ministers.",
        "{N} seemed close.",
        "{N} was thought to be close.",
        "{N} turned out to be a hoax.",
        "{N} was one of the conditions.",
        "{N} was put on hold.",
        "{N} was wrongly reported.",
        "{N} was supposed to follow.",
        "{N} ought to follow.",
        "{N} requires a signature.",
        "{N} needs no signature.",
        "{N} was the price demanded by Chad.",
        "{N} on Monday was a possibility.",
        "{N} is off.",
        "Relatives supported {n}.",
        "Chad will not block {n}.",
        "Chad does not oppose {n}.",
        "Chad did not rule out {n}.",
        "Chad has not refused {n}.",
        "The ban on {n} was lifted.",
        "The decision on {n} will be carried out.",
        "The order on {n} was not carried out.",
    ],
)
def test_a_noun_stands_as_what_is_said_of_it(frame: str) -> None:
    """Of an object, behind a preposition, as the subject of a copula or of what it was to do."""
    for type_, text in _each(frame):
        assert _done(type_, text) == [], text


@pytest.mark.parametrize(
    ("frame", "modes"),
    [
        ("Chad could go on to {f} {o} in March.", {"hypothetical"}),
        ("Chad must go on to {f} {o} in March.", {"demanded"}),
        ("Chad hopes to go on to {f} {o}.", {"intended"}),
        ("Chad will rest and will go on to {f} {o}.", {"promised", "intended"}),
        ("Chad was expected to proceed to {f} {o}.", {"intended"}),
        ("Chad did not go on to {f} {o}.", {"denied"}),
        ("If Chad goes on to {f} {o}, Osmia will answer.", {"conditional"}),
    ],
)
def test_what_somebody_goes_on_to_do_stands_as_his_going_on(frame: str, modes: set[str]) -> None:
    """ "Went on to free them" tells that they did; "will", "did not", "hopes to" go on change it."""
    for type_, text in _each(frame):
        assert {c.mode for c in told(text) if c.type == type_} <= modes, text


@pytest.mark.parametrize("aim", ["plan is simple", "demand was plain", "answer is short"])
def test_every_order_behind_a_colon_is_one(aim: str) -> None:
    """The second of two orders as well as the first."""
    text = f"Osmia’s {aim}: free nine prisoners and lift the sanctions on Chad."
    assert [(c.type, c.mode) for c in told(text) if c.mode in DONE and c.type != "STATEMENT"] == []


@pytest.mark.parametrize(
    "frame",
    [
        "Chad went on to {f} {o} on Monday.",
        "Chad then went on to {f} {o}.",
        "Chad hastened to {f} {o} on Monday.",
        "Chad did not fail to {f} {o} on Monday.",
        "Chad never neglected to {f} {o}.",
        "Chad did not hesitate to {f} {o} on Monday.",
        "Chad and Mali combined to {f} {o} on Monday.",
        "Chad proceeded at once to {f} {o}.",
        "Chad proceeded on Friday to {f} {o}.",
        "Chad contrived to {f} {o} on Monday.",
        "Chad condescended to {f} {o} on Monday.",
        "The envoy lived to see {o} {p}.",
        "Chad was persuaded to {f} {o} on Monday.",
        "Chad was pleased to {f} {o} on Monday.",
        "Chad is said to have {p} {o}.",
        "Chad boasted of {g} {o} on Monday.",
        "Chad was proud of {g} {o} on Monday.",
        "Chad was condemned over {g} {o} on Monday.",
        "Chad surprised everybody by {g} {o} on Monday.",
        "Chad was thanked for {g} {o} on Monday.",
        "The ministry did not deny that {o} had been {p}.",
        "The ministry forgot that {o} had been {p}.",
        "The union had proof that {o} had been {p}.",
        "{N} came after months of talks.",
        "{N} is meant to calm the unions.",
        "{N} seemed to please everybody.",
        "{N} required months of talks.",
        "{N} is a sign of a thaw.",
        "The envoy played a role in {n} on Monday.",
        "A report on {n} appeared on Monday.",
    ],
)
def test_what_owns_to_a_deed_or_judges_it_leaves_it_done(frame: str) -> None:
    """Praise, regret, boasts, persuasion and what comes of a deed presuppose it."""
    for type_, text in _each(frame):
        assert _done(type_, text) != [] or type_ not in {c.type for c in told(text)}, text


@pytest.mark.parametrize(
    "frame",
    [
        "The release of nine miners was the turning point in the talks.",
        "The release of nine miners was the price Chad paid for the loan.",
        "The release of nine miners was a hope fulfilled.",
        "The release of nine miners on Monday was part of an offer.",
        "The release of nine miners was the one bright point of the talks.",
        "The release of nine miners was a point of honour for the king.",
        "The release of nine miners was the point at which the talks turned.",
        "The release of nine miners was the point of no return.",
        "The release of nine miners was on point.",
        "The release of nine miners was a pledge made good.",
        "The release of nine miners is a promise kept.",
        "The release of nine miners, which the ministry denied for a week, was confirmed on Monday.",
        "The release of nine miners is off to a good start.",
        "The release of nine miners needs to be followed by others.",
        "The release of nine miners on Monday requires no further comment.",
        "Relatives supported the release of nine miners, which took place on Monday.",
        "Chad objected to the release on Monday of nine miners.",
        "The decision on the release of nine miners was carried out.",
        "The timing of the release of nine miners on Monday surprised everybody in Chad.",
        "Guards did not hinder the release of nine miners, which came at dawn on Tuesday.",
        "The release of nine miners, set for Monday, took place on Tuesday.",
        "The release of nine miners was a promise kept.",
        "The release of nine miners, which took place in May, was praised in Osmia.",
    ],
)
def test_what_is_said_of_a_deed_that_was_done_leaves_it_done(frame: str) -> None:
    """A day of its own, a price that was paid, a bar that nobody put up: it took place."""
    assert _done("RELEASE", frame), frame


@pytest.mark.parametrize(
    "frame",
    [
        "The arrest of the poet Ira Dann, expected next week at the Dorn book fair, shocked writers.",
        "The arrest of Ira Dann, due on Friday at a fair, was condemned by the union.",
        "The arrest of nine students, which requires an independent inquiry, was condemned by the union.",
        "The arrest of Ira Dann, which nears its second year, was condemned by the union.",
        "A lawyer confirmed the detention of the priest, which the ministry had denied.",
    ],
)
def test_an_arrest_has_no_day_ahead(frame: str) -> None:
    """Who is expected somewhere is the arrested; what calls for an inquiry, or was confirmed, took place."""
    assert _done("DETAIN", frame), frame


def test_an_arrest_may_await_a_judge() -> None:
    """ "Which awaits an order": not yet."""
    assert not _done("DETAIN", "The arrest of Ira Dann, which awaits a judge's order, was announced in Chad.")


@pytest.mark.parametrize("verb", ["objected to", "questioned"])
def test_whoever_takes_issue_with_an_arrest_takes_it_for_done(verb: str) -> None:
    """Not with a release, which may be still to come, and not told in the present."""
    assert _done("DETAIN", f"The union {verb} the arrest of nine journalists in Chad.")
    assert not _done("RELEASE", f"The union {verb} the release of nine journalists in Chad.")
    assert not _done("DETAIN", "The union objects to the arrest of nine journalists in Chad.")


@pytest.mark.parametrize(
    "verb", ["opposed", "resisted", "supported", "backed", "dreaded", "did not question"]
)
def test_an_arrest_may_be_opposed_or_backed_before_it(verb: str) -> None:
    """ "He opposed the arrest, and the judge refused the warrant": neither done nor denied, but for a day."""
    claims = told(
        f"The union {verb} the arrest of nine journalists in Chad, and the judge refused the warrant."
    )
    assert [c.mode for c in claims if c.type == "DETAIN"] == ["hypothetical"]


@pytest.mark.parametrize(
    "frame",
    [
        "Nobody opposed {n}.",
        "Chad did not hold up {n}.",
        "Chad refused to block {n}.",
        "The minister did not stop {n}, but the king did.",
        "Chad never opposed {n}, and would welcome it.",
        "Parliament has not blocked {n}, which awaits a signature.",
        "The court did not suspend {n}, set for Friday.",
        "Chad did not support {n}.",
        "No deputy contested {n}.",
        "Prosecutors will not appeal {n}.",
        "The protest did nothing to stop {n}.",
        "Chad has not opposed {g} {o}.",
        "Osmia did not stop Chad from {g} {o}.",
        "Nothing prevented Chad from {g} {o}.",
    ],
)
def test_a_bar_that_nobody_puts_up_leaves_a_deed_open(frame: str) -> None:
    """Two denials tell of no deed, and deny none."""
    for type_, text in _each(frame):
        assert {c.mode for c in told(text) if c.type == type_} <= {"hypothetical"}, text


@pytest.mark.parametrize(
    "frame",
    [
        "Osmia did not stop Chad from {g} {o}.",
        "Nothing prevented Chad from {g} {o}.",
        "A court in Osmia barred Chad from {g} {o}.",
        "Chad was kept from {g} {o}.",
    ],
)
def test_who_is_kept_from_a_deed_would_have_done_it(frame: str) -> None:
    """And not whoever keeps them from it, who is no speaker either."""
    for type_, text in _each(frame):
        for c in (c for c in told(text) if c.type == type_):
            assert set(c.names("releaser", "authority", "detainer")) == {"Chad"}, text
            assert c.attribution == (), text


@pytest.mark.parametrize(
    "frame",
    [
        "Osmia praised {n}, set for Friday.",
        "Osmia praised {n}, planned for next week.",
        "{N}, due on Sunday, drew praise.",
        "{N}, expected early next week, would be the first.",
        "Osmia hailed {n}, which must still be adopted.",
        "Osmia hailed {n}, which will take place in May.",
        "The date for {n} on Friday is set.",
        "{N} was the point of the talks.",
        "{N} is the whole point of his visit.",
        "{N} was the first point on the agenda.",
        "{N}, set for Friday, was confirmed.",
        "{N}, which the ministry denied, was reported by a website.",
        "{N} was the price to be paid.",
        "{N} was a wish their families kept alive.",
        "{N} was a promise that was never kept.",
        "{N} was Osmia's offer.",
        "{N} was Chad's pledge.",
        "Osmia welcomed {n}, which a court then blocked.",
        "Osmia welcomed {n}, still to be approved by the king.",
        "Osmia welcomed {n}, which the ministry has not confirmed.",
        "Osmia welcomed {n}, which the ministry denied.",
    ],
)
def test_a_deed_with_a_day_ahead_or_a_word_not_kept_is_not_done(frame: str) -> None:
    """What is set, awaited, offered, wished for or barred has not come to pass."""
    for type_, text in _each(frame):
        assert _done(type_, text) == [], text


@pytest.mark.parametrize("verb", ["complicated", "jeopardised", "hampered"])
def test_what_talks_suffer_does_not_undo_them(verb: str) -> None:
    """Talks that are complicated are held."""
    assert _done("TALKS", f"The arrest of nine journalists {verb} the talks between Chad and Osmia.")


@pytest.mark.parametrize(
    "frame",
    [
        "The king said he would sooner resign than {f} {o}.",
        "The plan foresees that {o} are {p} first.",
        "The accord provides that {o} are {p} first.",
        "Chad went back on its word to {f} {o}.",
    ],
)
def test_what_is_laid_down_or_spurned_is_not_done(frame: str) -> None:
    """Behind *than* a bare verb was not chosen; what a plan says, or a word that was broken, is not done."""
    for type_, text in _each(frame):
        assert _done(type_, text) == [], text
