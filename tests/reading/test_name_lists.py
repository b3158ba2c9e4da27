"""Lists of names in languages that are not parsed: who is told free by them, and who is not."""

from __future__ import annotations

import hashlib
import tomllib
from pathlib import Path
from typing import Any

import pytest
from tests.reading.reports import PUBLISHED, reader

from detente.pipeline import settle
from detente.reading import READERS
from detente.reading.lists.list_words import list_words
from detente.reading.lists.name_lists import ListReader
from detente.records import UNSTATED, Article, Claim, DocumentRef, Issue, Span

TEXTS = tomllib.loads(Path(__file__).with_name("name_lists.toml").read_text(encoding="utf-8"))["text"]
WITNESSES = [
    (language, part, text)
    for language in ("ru", "be", "uk")
    for part, text in sorted(list_words(language).witnesses.items())
]
COLONY = "Из колонии отпустили несколько заключённых. "


def article(text: str, language: str | None = "ru", **more: Any) -> Article:
    """A report in another language."""
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    ref = DocumentRef(id="r", path="-", sha256=sha256)
    fields: dict[str, Any] = {"published": PUBLISHED, "language": language, **more}
    return Article(document=ref, text=text, **fields)


def read(report: Article) -> tuple[tuple[Claim, ...], tuple[Issue, ...]]:
    """What the default reader tells of it."""
    reading, issues = next(reader().read([report]))
    return reading.claims, issues


def names(text: str, **more: Any) -> list[str]:
    """Who is told as let go or forgiven, today."""
    return [n for c in read(article(text, **more))[0] if c.mode == "performed" for n in c.names("person")]


@pytest.mark.parametrize("row", TEXTS, ids=lambda row: " ".join(row["text"].split())[:50])
def test_a_list_tells_those_it_names_and_nobody_else(row: dict[str, Any]) -> None:
    """Freed, pardoned or long ago, by whom and by whose word; a list of anybody else gives nothing."""
    claims, _ = read(article(row["text"], row["language"]))
    told = {
        kind: [n for c in claims if (c.type, c.mode) in modes for n in c.names("person")]
        for kind, modes in {
            "freed": {("RELEASE", "performed")},
            "pardoned": {("CLEMENCY", "performed")},
            "background": {("RELEASE", "background"), ("CLEMENCY", "background")},
        }.items()
    }
    assert told == {kind: row.get(kind, []) for kind in told}
    assert [a.name for c in claims for a in c.attribution] == ([row["by"]] if "by" in row else [])
    assert [c.quantity.lo for c in claims if c.quantity] == ([row["count"]] if "count" in row else [])
    assert all(c.exhaustive is bool(row.get("complete")) for c in claims)
    agents = [c.names("releaser", "granter") for c in claims for _ in c.names("person")]
    if "agents" in row:
        assert agents == [(agent,) for agent in row["agents"]]
    for c in claims:
        assert row["text"][c.span.start : c.span.end] == c.span.exact
        assert all(" ".join(c.span.exact.split()).count(n) for n in c.names("person"))


CUSTODY = {"ru": "О колонии и тюрьме.", "be": "Пра калонію і турму.", "uk": "Про колонію і тюрму."}
QUIET = [row for row in TEXTS if not {"freed", "pardoned", "background"} & set(row)]


@pytest.mark.parametrize("row", QUIET, ids=lambda row: " ".join(row["text"].split())[:50])
def test_nobody_is_told_free_for_its_being_a_report_on_prisons(row: dict[str, Any]) -> None:
    """What keeps a list quiet is what it says, not that words of custody are missing."""
    report = article(f"{CUSTODY[row['language']]}\n{row['text']}", row["language"])
    assert read(report)[0] == ()


def test_a_third_of_the_texts_tell_nobody_free() -> None:
    """Lists of the held, the wanted, the swapped, of authors and officials are as many as they must be."""
    assert 3 * len(QUIET) >= len(TEXTS)


@pytest.mark.parametrize(("language", "part", "text"), WITNESSES, ids=lambda x: x if len(x) < 10 else "")
def test_no_way_of_opening_a_list_can_be_dropped_without_loss(language: str, part: str, text: str) -> None:
    """Each shape and each deed has a witness that it reads and nothing else does."""
    report = article(text, language)
    (claim,) = next(ListReader().read([report]))[0].claims
    assert part in claim.rule.split(".")
    assert next(ListReader(without=frozenset({part})).read([report]))[0].claims == ()


def test_the_claims_are_those_of_the_reader_that_was_asked() -> None:
    """The default reader hands such reports over, and its name stands on them; the other reads them alone."""
    report = article(COLONY + "Список освобождённых: Анна Крук.")
    assert {c.reader for c in read(report)[0]} == {reader().ref}
    alone, _ = next(READERS.get("lists")().read([report]))
    assert [c.reader.name for c in alone.claims] == ["lists"]
    assert [c.names("person") for c in alone.claims] == [c.names("person") for c in read(report)[0]]


def test_words_of_another_language_are_loaded_with_its_first_report() -> None:
    """Who reads English alone pays nothing for them."""
    list_words.cache_clear()
    next(reader().read([article("Varland released nine prisoners. «Ça va», said one.", "en")]))
    reader().relevant("A café in the old town serves fish. " * 20)
    assert list_words.cache_info().currsize == 0
    names(COLONY)
    assert list_words.cache_info().currsize == 1


def test_what_is_no_list_is_an_issue() -> None:
    """Nothing but lists is read: a sentence that frees somebody otherwise is said to be missed."""
    claims, issues = read(article("Власти освободили Ивана Сороку. Погода была ясной."))
    assert claims == ()
    assert [(i.code, i.span.exact) for i in issues if i.span] == [
        ("no-frame", "Власти освободили Ивана Сороку.")
    ]
    assert read(article("Anna Dorn kam am Montag frei.", "de")) == ((), ())


def test_a_sentence_says_why_it_gave_no_list() -> None:
    """The word by which nobody in it was let go is shown."""
    (trace,) = reader().inspect(article("Не освобождены: Анна Крук, Олег Дорн."))
    assert "'не'" in str(trace.why)
    (trace,) = reader().inspect(article("Помилованы: Анна Крук, Олег Дорн."))
    assert (trace.fired, trace.triggers) == (("lists.done.pardon",), ("помилованы",))


def test_a_long_page_with_such_a_list_is_worth_reading() -> None:
    """The glance that passes over other subjects knows the deeds in other letters."""
    filler = "Погода в горах была ясной, и дороги открыли. " * 20
    assert reader().relevant(filler + "Список помилованных опубликован.")
    assert not reader().relevant(filler)


def test_those_handed_to_each_other_are_one_exchange() -> None:
    """Two lists under "whom X handed over" are tied by the word for the exchange; one list alone is not."""
    one = "Страны обменялись пленными.\nКого передала Грузия: Анна Крук, Олег Дорн.\n"
    both = read(article(one + "Кого передала Норвегия: Нина Заяц, Глеб Орлов."))[0]
    assert [c.linkage and (c.linkage.class_, c.linkage.cue, c.linkage.to) for c in both] == [
        ("L2", "обменялись", (both[1].id,)),
        ("L2", "обменялись", (both[0].id,)),
    ]
    assert [c.linkage for c in read(article(one))[0]] == [None]


def test_who_is_listed_is_one_of_those_an_english_report_frees() -> None:
    """A list in other letters: each is one person, and the deal has whom the list alone names."""
    english = (
        "Georgia freed 12 prisoners on Tuesday in exchange for the lifting of sanctions by Norway. "
        "Among those freed is the teacher Volha Kruk."
    )
    listed = "Из тюрем Грузии отпустили людей. Список освобождённых 3 марта:\n– Ольга Крук\n– Степан Гай"
    reports = [article(english, "en"), article(listed)]
    readings = [reading for reading, _ in reader().read(reports)]
    (deal,) = settle(readings, reports).deals
    forms = {frozenset(n.form for n in e.names) for e in settle(readings, reports).entities}
    assert frozenset({"Volha Kruk", "Ольга Крук"}) in forms
    assert len(deal.persons_freed) == 2
    assert "Степан Гай" in {p.name for p in deal.persons_freed}


def test_nobody_is_said_to_free_them_where_the_list_does_not_say() -> None:
    """The needed role stays open, and a pardon gives no release."""
    (claim,) = read(article("Помилованы: Анна Крук, Олег Дорн."))[0]
    assert [f.name for f in claim.roles["granter"]] == [UNSTATED]


def test_when_is_what_the_opening_says_else_the_day_of_the_report_bounds_it() -> None:
    """A day in the words that open the list; a report known to the month alone bounds it by that."""
    dated, bounded = (
        read(article(COLONY + text))[0][0].time
        for text in ("Список освобождённых 2 марта: Анна Крук.", "Список освобождённых: Анна Крук.")
    )
    assert dated is not None
    assert bounded is not None
    assert (dated.start, dated.end) == ("2026-03-02", "2026-03-02")
    assert (bounded.start, bounded.end, bounded.basis) == (None, PUBLISHED, "publication_bound")
    month = article(COLONY + "Список освобождённых 2 марта: Анна Крук.", published="2026-03")
    assert read(month)[0][0].mode == "performed"


@pytest.mark.parametrize(
    ("listed", "who"),
    [
        ("Анна Крук, Олега Дорна", ["Анна Крук"]),  # declined: no name of the list
        ("Александра Крук, Ивана Дорна", []),  # all may be declined
        ("Ольга Крук, Хорст Мельде", ["Ольга Крук", "Хорст Мельде"]),  # a foreign name among known ones
        ("Хорст Мельде, Ульф Карре", []),  # nothing shows that these are people
        ("депутат партии «Весна» Анна Крук (29 лет)", ["Анна Крук"]),
        ("экс-депутат Олег Дорн, журналист-фотограф Анна Крук", ["Олег Дорн", "Анна Крук"]),
        ("АННА Крук, Олег Дорн", ["АННА Крук", "Олег Дорн"]),
        ("Анна, Олег", []),
        ("двое граждан Осмии, Анна Крук", []),  # she may be anybody's
        ("защитник Анна Крук рассказала о них", []),
    ],
)
def test_a_name_of_a_list_stands_in_the_nominative(listed: str, who: list[str]) -> None:
    """Alone or behind an office; what cannot be told from another case is left out."""
    assert names(f"{COLONY}Освобождены: {listed}.") == who


def test_who_wrote_the_report_is_not_in_its_list() -> None:
    """A byline below the names, and what is no part of the report."""
    text = COLONY + "\nОсвобождены:\nАнна Крук\nОлег Дорн\nНина Заяц\nГлеб Орлов"
    at = text.index("Глеб")
    foot = (Span.of(text, at, len(text)),)
    assert names(text, byline="Нина Заяц", furniture=foot) == ["Анна Крук", "Олег Дорн"]


def test_lines_without_bullets_go_on_as_they_began() -> None:
    """A gap that was not there between the first two ends the list; so does a bullet."""
    text = COLONY + "\nОсвобождены:\nАнна Крук\nОлег Дорн\n{}"
    assert names(text.format("\nНина Заяц")) == ["Анна Крук", "Олег Дорн"]
    assert names(text.format("– Нина Заяц")) == ["Анна Крук", "Олег Дорн"]
    assert names(text.format("Нина Заяц рассказала о них")) == ["Анна Крук", "Олег Дорн"]


def test_a_numbered_list_goes_on_after_what_it_tells_of_one() -> None:
    """Lines between two numbers are of the one before; a number that does not follow ends it."""
    text = (
        COLONY + "\nОсвобождены:\n1. Анна Крук\nЖурналистка, пять лет колонии.\n2. Олег Дорн\n{}. Нина Заяц"
    )
    assert names(text.format(3)) == ["Анна Крук", "Олег Дорн", "Нина Заяц"]
    assert names(text.format(7)) == ["Анна Крук", "Олег Дорн"]
