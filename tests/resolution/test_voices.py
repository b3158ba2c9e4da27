"""Origin groups are formed per claim: a named source, else the owner of the words, else the outlet."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from detente.records import (
    Article,
    Attribution,
    Claim,
    DocumentRef,
    Judgement,
    OriginGroup,
    ReaderRef,
    Span,
    content_hash,
)
from detente.records.links import Verdict4
from detente.resolution.credits import agency, credit, writers
from detente.resolution.families import families
from detente.resolution.voices import origin_groups

WIRE = (
    "Varland let forty-six people go on Thursday, most of them jailed after the strike in the port of Dorn. "
    "Nineteen of them were driven across the border before noon and the others were met by their families. "
    "The list of those who may go home was drawn up in secret over two months of talks in a third country."
)
OWN = "Our reporter counted only forty-four people at the gate and spoke with six of their lawyers there."
READER = ReaderRef("test", "1", "none")


def report(
    name: str, text: str, outlet: str | None = None, *, credit: str | None = None, byline: str | None = None,
    published: str | None = "2026-03-05",
) -> Article:  # fmt: skip
    """An article of this name."""
    document = DocumentRef(
        id=name, path=name, sha256=content_hash(name), publisher=outlet, published=published
    )
    return Article(
        document=document, text=text, publisher=outlet, credit=credit, byline=byline, published=published
    )


def claim(article: Article, words: str, *sources: str, named: bool = True) -> Claim:
    """A claim of the sentence that begins so, as said by these sources, outer to inner."""
    start = article.text.index(words)
    end = article.text.find(".", start) + 1 or len(article.text)
    return Claim(
        id=f"{article.document.id}: {words} {' < '.join(sources)}".strip(),
        type="RELEASE",
        roles={},
        span=Span.of(article.text, start, end),
        attribution=tuple(Attribution(name, "official", named=named) for name in sources),
        document=article.document,
        reader=READER,
    )


def groups(claims: Sequence[Claim], *articles: Article) -> list[OriginGroup]:
    """The groups of these claims."""
    return list(origin_groups(claims, families(articles), articles))


def members(claims: Sequence[Claim], *articles: Article) -> list[list[str]]:
    """The claims of each group."""
    return sorted(list(g.members) for g in groups(claims, *articles))


def test_one_article_may_rest_on_two_voices() -> None:
    """The ministry's number goes with the ministry, the paper's own number with the paper."""
    one = report("a", f"{WIRE} {OWN}", "Post")
    two = report("b", "The number was forty-six.", "Daily")
    quoted, own = claim(one, "Varland", "the Justice Ministry"), claim(one, "Our reporter")
    again = claim(two, "The number", "Justice Ministry")
    assert members([quoted, own, again], one, two) == [[own.id], sorted([quoted.id, again.id])]


def test_the_innermost_source_is_the_voice() -> None:
    """A paper that cites an agency that cites the ministry speaks with the ministry's voice."""
    one = report("a", OWN, "Post")
    first, second = claim(one, "Our", "Osmia Wire", "Ira Holt"), claim(one, "Our", "Holt")
    (group,) = groups([first, second], one)
    assert (group.name, group.reason) == ("Ira Holt", "the same source: Ira Holt")


def test_officials_without_a_name_are_no_voice() -> None:
    """Two papers that cite "officials" may have asked two of them."""
    one, two = report("a", OWN, "Post"), report("b", WIRE, "Daily")
    claims = [claim(one, "Our", "officials", named=False), claim(two, "Varland", "officials", named=False)]
    assert len(groups(claims, one, two)) == 2


def test_copied_words_are_their_owners_and_added_words_are_not() -> None:
    """A paper that runs the wire's text and adds a count of its own has one vote of its own: for it."""
    wire = report("wire", WIRE, "Osmia Wire", published="2026-03-05")
    paper = report("paper", f"{WIRE} {OWN}", "Post", published="2026-03-06")
    copied, own, first = claim(paper, "Varland"), claim(paper, "Our"), claim(wire, "Varland")
    assert members([copied, own, first], wire, paper) == [[own.id], sorted([copied.id, first.id])]
    reasons = {g.name: g.reason for g in groups([copied, own, first], wire, paper)}
    assert reasons["Osmia Wire"] == "the same outlet: Osmia Wire; the words of Osmia Wire"


def test_a_rewritten_sentence_is_still_its_owners() -> None:
    """Some words changed, a claim of a rewritten report goes with the text it was rewritten from."""
    wire = report("wire", WIRE, "Osmia Wire", published="2026-03-05")
    text = WIRE.replace("people go on", "people leave on").replace("driven", "taken").replace("two", "three")
    paper = report("paper", text, "Post", published="2026-03-06")
    assert len(groups([claim(wire, "Varland"), claim(paper, "Varland")], wire, paper)) == 1


def test_the_agency_owns_the_words_even_when_its_customer_was_first() -> None:
    """Of two reports with one text, the credited one tells whose it is."""
    first = report("a", WIRE, "Post", published="2026-03-04")
    second = report("b", WIRE, "Daily", credit="AP", published="2026-03-05")
    third = report("c", OWN, "AP News")
    claims = [claim(first, "Varland"), claim(second, "Varland"), claim(third, "Our")]
    (group,) = groups(claims, first, second, third)
    assert group.name == "AP"


def test_a_copy_that_names_the_outlet_it_has_it_from_owns_no_words() -> None:
    """Of two reports of one text and one day, the one that names the other's outlet gives its words."""
    for first, second in (("one", "two"), ("two", "one")):  # ids decide nothing
        post, daily = (
            report(first, WIRE, "Post"),
            report(second, f"{WIRE} That is what the Post says.", "Daily"),
        )
        claims = [claim(post, "Varland"), claim(daily, "Varland", "Post"), claim(daily, "Nineteen")]
        assert {g.name for g in groups(claims, post, daily)} == {"Post"}


def test_an_outlet_that_runs_wires_does_not_make_the_wires_one() -> None:
    """AP and AFP stay two voices although one paper prints both, and its own report is a third."""
    articles = [
        report("a", WIRE, "Post", credit="AP"), report("b", OWN, "Post", credit="AFP"),
        report("c", "Nobody at the gate would say anything about the others.", "Post"),
    ]  # fmt: skip
    claims = [claim(articles[0], "Varland"), claim(articles[1], "Our"), claim(articles[2], "Nobody")]
    assert len(groups(claims, *articles)) == 3


def test_one_byline_in_two_outlets_is_one_voice() -> None:
    """Who writes for two papers is heard once: in the outlet that was first."""
    one = report("a", OWN, "Post", byline="By Ilsa Brandt", published="2026-03-01")
    two = report("b", WIRE, "Daily", byline="Ilsa Brandt", published="2026-03-02")
    (group,) = groups([claim(one, "Our"), claim(two, "Varland")], one, two)
    assert (group.name, group.reason) == ("Post", "the same byline: ilsa brandt")


def test_every_claim_is_in_one_group_and_order_is_nothing() -> None:
    """Claims in another order, and documents without a text or an outlet, give the same groups."""
    one, two = report("a", WIRE, "Post"), report("b", OWN)
    claims = [
        claim(one, "Varland"),
        claim(one, "Nineteen"),
        claim(two, "Our"),
        claim(one, "The list", "Holt"),
    ]
    found = origin_groups(claims, families([one, two]), [one])
    assert sorted(m for g in found for m in g.members) == sorted(c.id for c in claims)
    assert origin_groups(claims[::-1], families([two, one]), [one]) == found


def judged(left: Article, right: Article, verdict: Verdict4, made: str = "2026-03-09") -> Judgement:
    """Ada's word on two reports."""
    return Judgement(
        id=f"{verdict} {made}", about="report", left=left.document.sha256, right=right.document.sha256,
        verdict=verdict, author="Ada", made=made,
    )  # fmt: skip


def test_somebodys_word_makes_two_reports_one_voice() -> None:
    """A telephoned tip that nobody credits: a person knows, the latest word counts."""
    one = report("a", WIRE, "Post", published="2026-03-01")
    two = report("b", OWN, "Daily", published="2026-03-02")
    claims = [claim(one, "Varland"), claim(two, "Our")]
    same, apart = judged(one, two, "same"), judged(two, one, "different", "2026-03-10")
    (group,) = origin_groups(claims, (), [one, two], [same])
    assert (group.name, "judged one by Ada" in group.reason) == ("Post", True)
    assert len(origin_groups(claims, (), [one, two], [apart, same])) == 2


def test_somebodys_word_takes_a_copy_apart() -> None:
    """Two reports of one outlet, or with one text, are two voices where a person says so."""
    one = report("a", WIRE, "Post", published="2026-03-01")
    two = report("b", WIRE, "Post", published="2026-03-02")
    claims, texts = [claim(one, "Varland"), claim(two, "Varland")], [one, two]
    assert len(origin_groups(claims, families(texts), texts)) == 1
    found = origin_groups(claims, families(texts), texts, [judged(one, two, "different")])
    assert sorted(g.reason for g in found) == ["judged apart by Ada", "the same outlet: Post"]


@pytest.mark.parametrize(
    ("article", "expected"),
    [
        (report("a", WIRE, credit="The Associated Press"), "AP"),
        (report("a", WIRE, credit="Osmia Wire"), "Osmia Wire"),
        (report("a", WIRE, credit="agencies"), None),
        (report("a", WIRE, byline="Reuters Staff"), "Reuters"),
        (report("a", f"Story by Agence France-Presse.\n{WIRE}"), "AFP"),
        (report("a", f"{WIRE}\n(Source: TASS)"), "TASS"),
        (report("a", f"{WIRE}\nWith reporting by Ilsa Brandt and Reuters"), "Reuters"),
        (report("a", f"{WIRE}\nИсточник: Интерфакс"), "Interfax"),
        (report("a", f"{WIRE}\nSources close to Reuters denied it."), None),
        (report("a", WIRE, "dpa"), "dpa"),
        (report("a", WIRE, "Post", byline="Ilsa Brandt"), None),
    ],
)  # fmt: skip
def test_an_agency_is_credited_by_dateline_byline_or_line(article: Article, expected: str | None) -> None:
    """Only a credit counts: a mention of an agency in the running text does not."""
    assert credit(article) == expected


def test_writers_are_people() -> None:
    """Agencies, desks and half sentences sign nothing."""
    assert writers(report("a", WIRE, byline="Ilsa Brandt and Reuters")) == ("ilsa brandt",)
    assert writers(report("a", f"{WIRE}\nStory by Ilsa Brandt")) == ("ilsa brandt",)
    assert writers(report("a", f"{WIRE}\nSources: people at the gate", byline="Staff Reporter")) == ()
    assert agency("Ilsa Brandt") is None
