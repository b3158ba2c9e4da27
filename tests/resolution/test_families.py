"""Families of reports: copies, cuts and rewrites are one text; independent reports are not."""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import combinations, permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.errors import DetenteError
from detente.records import Article, DocumentRef, Span, content_hash
from detente.resolution.families import Family, FamilyIndex, families
from detente.resolution.likeness import Text, tie
from detente.resolution.shingles import body, shingles

WORDS = [
    a + b + c for a in ("ba", "do", "ki", "lu", "me") for b in "nrstv" for c in ("a", "eda", "ovo", "ul")
]


def report(name: str, text: str, *, credit: str | None = None, published: str | None = None) -> Article:
    """An article of this name."""
    document = DocumentRef(id=name, path=name, sha256=content_hash(name), published=published)
    return Article(document=document, text=text, credit=credit)


def prose(seed: int, length: int = 120) -> list[str]:
    """Invented words; every seed a text of its own."""
    return random.Random(seed).choices([f"{w}{n}" for w in WORDS for n in range(9)], k=length)


def changed(words: Sequence[str], share: float, seed: int = 1) -> list[str]:
    """The words with some of them replaced."""
    chance = random.Random(seed)
    return [f"new{n}" if chance.random() < share else word for n, word in enumerate(words)]


def named(*articles: Article, threshold: float = 0.6) -> list[list[str]]:
    """Families by the names of their members."""
    ids = {a.document.sha256: a.document.id for a in articles}
    found = families(articles, threshold=threshold)
    return sorted(sorted(ids[m] for m in f.members) for f in found)


def test_a_copy_with_page_junk_and_a_cut_is_one_family() -> None:
    """Six tenths of the shorter text's five-word runs make a copy, and the family says how many."""
    words = prose(1)
    copy = ["read", "more", "here", *words[:80], "share", "this", "page", "now"]
    articles = [report("a", " ".join(words)), report("b", " ".join(copy)), report("c", " ".join(prose(2)))]
    assert named(*articles) == [["a", "b"]]
    (family,) = families(articles)
    assert (family.kind, family.reason) == (
        "copy", "one text, copied: 0.92 of the shorter text's five-word runs",
    )  # fmt: skip


def test_a_rewrite_of_every_seventh_word_is_one_family() -> None:
    """Where too few runs are left for a copy, half the words standing in common runs make a rewrite."""
    words = prose(3, 300)
    (family,) = families([report("a", " ".join(words)), report("b", " ".join(changed(words, 0.15)))])
    assert family.kind == "rewrite"
    assert "of its words stand in them" in family.reason
    assert family.contained < 0.6


def test_reports_that_quote_one_statement_are_no_family() -> None:
    """A third of a text in common, as a long quotation, makes no copy."""
    statement = prose(4, 50)
    one, two = prose(5, 100), prose(6, 100)
    assert (
        named(report("a", " ".join(one + statement)), report("b", " ".join(two[:50] + statement + two[50:])))
        == []
    )


def test_one_agency_named_by_both_asks_for_less() -> None:
    """Half-rewritten copy of one wire is one family where both name the wire, and says which wire."""
    words = prose(7, 200)
    other = [*words[:70], *prose(8, 130)]
    pair = [
        report("a", " ".join(words), credit="AP"),
        report("b", " ".join(other), credit="The Associated Press"),
    ]
    assert named(report("a", " ".join(words)), report("b", " ".join(other))) == []
    (family,) = families(pair)
    assert (family.kind, "credited to AP" in family.reason) == ("wire", True)


def test_a_roundup_is_in_each_family_and_no_bridge_between_them() -> None:
    """A page that holds four stories is a member of each one's family; the stories stay apart."""
    stories = [prose(n, 100) for n in range(20, 24)]
    articles = [report(f"s{n}", " ".join(s)) for n, s in enumerate(stories)]
    articles.append(report("roundup", " ".join(w for s in stories for w in s)))
    assert named(*articles) == [["roundup", f"s{0}"], ["roundup", "s1"], ["roundup", "s2"], ["roundup", "s3"]]


def test_a_flash_belongs_to_the_report_that_takes_it_in() -> None:
    """A short text finds the long one that holds it, however long that is."""
    flash = prose(30, 40)
    long = [*prose(31, 300), *flash, *prose(32, 500)]
    assert named(report("flash", " ".join(flash)), report("long", " ".join(long))) == [["flash", "long"]]


def test_what_a_page_puts_round_a_report_makes_no_copy() -> None:
    """Boilerplate, headings and furniture are left out of the runs."""
    footer = " ".join(prose(40, 200))
    articles = []
    for name, seed in (("a", 41), ("b", 42)):
        text = " ".join(prose(seed, 60)) + "\n" + footer
        span = Span.of(text, text.index(footer), len(text), "boilerplate")
        articles.append(report(name, text))
        articles.append(
            Article(document=DocumentRef(id=f"{name}2", path="-", sha256=content_hash(f"{name}2")), text=text,
                    boilerplate=(span,))
        )  # fmt: skip
    assert body(articles[1]).split() == prose(41, 60)
    marked = [articles[1], articles[3]]
    assert named(*marked) == []
    assert named(articles[0], articles[2]) == [["a", "b"]]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("МИНИСТЕРСТВО сообщило, что трое вышли", "министерство сообщило — что трое вышли"),
        ("L’élu a été libéré hier soir à Dorn", "l'elu a ete libere hier soir a dorn"),
        ("Re\u00adporters were let go on Friday", "reporters WERE let go, on Friday"),
        ("当局星期五释放了二十六名囚犯", "当局星期五释放了二十六名囚犯。"),
        ("วันศุกร์ทางการปล่อยตัวนักโทษ", "วันศุกร์ทางการปล่อยตัวนักโทษ!"),
        ("й́ один два три чотири", "Й один два три чотири"),
    ],
)  # fmt: skip
def test_writing_makes_no_difference_in_any_script(one: str, two: str) -> None:
    """Case, accents, dashes, soft hyphens and apostrophes are folded away before runs are made."""
    left, right = shingles([one, two])
    assert len(left) > 0
    assert left.tolist() == right.tolist()


def test_runs_do_not_reach_from_one_text_into_the_next() -> None:
    """A text's runs are the same whatever texts are hashed beside it."""
    texts = [" ".join(prose(n, n)) for n in range(12)] + ["", "囚犯", " ".join(prose(1, 70_000))]
    alone = [next(shingles([t])).tolist() for t in texts]
    assert [r.tolist() for r in shingles(texts)] == alone
    assert [len(r) for r in alone[:7]] == [0, 0, 0, 0, 0, 1, 2]


def test_texts_without_words_are_nobodys_copy() -> None:
    """Empty pages have nothing in common."""
    assert named(report("a", ""), report("b", ""), report("c", "..."), report("d", "Page.")) == []


def test_an_article_given_twice_counts_once() -> None:
    """A family is of two documents at least."""
    one = report("a", " ".join(prose(50)))
    index = FamilyIndex()
    index.extend([one, one])
    assert (index.add(one).now, len(index), index.families()) == ((), 1, ())


def test_a_threshold_that_is_no_share_is_refused() -> None:
    """The message says what was expected and what was found."""
    with pytest.raises(DetenteError, match=r"at most 1; found 60"):
        families([], threshold=60)


def test_adding_tells_what_changed() -> None:
    """A third copy makes the family of two give way to one of three; a stranger changes nothing."""
    words = " ".join(prose(60))
    index = FamilyIndex()
    assert index.add(report("a", words)) == ((), ())
    first = index.add(report("b", words + " more of the same"))
    assert (len(first.now), first.before) == (1, ())
    second = index.add(report("c", "now " + words))
    assert (len(second.now[0].members), second.before) == (3, first.now)
    assert index.add(report("d", " ".join(prose(61)))) == ((), ())


@st.composite
def presses(draw: st.DrawFn) -> list[Article]:
    """Reports made of few passages, so that copies, cuts, roundups and rewrites abound."""
    passages = [prose(n, draw(st.sampled_from([6, 30, 90]))) for n in range(100, 104)]
    articles = []
    for number in range(draw(st.integers(2, 9))):
        chosen = draw(st.lists(st.sampled_from(passages), min_size=1, max_size=4))
        words = changed([w for p in chosen for w in p], draw(st.sampled_from([0, 0, 0.1])), seed=number)
        credit = draw(st.sampled_from([None, None, "AP", "Osmia Wire"]))
        day = draw(st.sampled_from([None, "2026-03-01", "2026-03-02"]))
        articles.append(report(f"r{number}", " ".join(words), credit=credit, published=day))
    return articles


@given(presses(), st.data())
@settings(deadline=None, max_examples=60)
def test_one_by_one_in_any_order_is_the_same_as_from_scratch(
    articles: list[Article], data: st.DataObject
) -> None:
    """The families do not depend on the order of articles, nor on how many come at a time."""
    whole = families(articles)
    index, known = FamilyIndex(), set[Family]()
    for article in data.draw(st.permutations(articles)):
        change = index.add(article)
        assert set(change.before) <= known
        known = (known - set(change.before)) | set(change.now)
    assert index.families() == whole
    assert known == set(whole)


def test_which_article_of_one_wording_came_first_plays_no_part() -> None:
    """Two texts of one length, of which one holds the other's runs and not the other way round."""
    one, other = prose(100, 6), prose(101, 6)
    again = " ".join(one * 4)
    texts = [again, *[" ".join([*one, *one, *other, *one])] * 2]
    for names in permutations(["r0", "r1", "r2"]):
        reports = [report(name, text) for name, text in zip(names, texts, strict=True)]
        assert len({families(order) for order in permutations(reports)}) == 1


@given(presses())
@settings(deadline=None, max_examples=60)
def test_whatever_is_tied_is_in_one_family_or_shares_a_roundup(articles: list[Article]) -> None:
    """The index misses no pair of like length that the comparison of all with all would find."""
    found = families(articles)
    rows = shingles([body(a) for a in articles])
    texts = [
        Text(a.document.sha256, r, (True, "9", ""), a.credit) for a, r in zip(articles, rows, strict=True)
    ]
    for left, right in combinations(texts, 2):
        between = tie(left, right, 0.6)
        if between is not None and between.kind == "copy" and between.shared > 40:
            assert any({left.sha256, right.sha256} <= set(f.members) for f in found)
