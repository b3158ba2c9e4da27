"""Whose paper it is, and what only looks like a letterhead."""

from __future__ import annotations

import pytest

from tests.articles.samples import article, exact

BODY = "The nine sailors whom Varland held for a year came home on Friday, and a band played on the pier."


@pytest.mark.parametrize(
    ("head", "publisher", "place"),
    [
        ("The Dorn Lantern\nNairobi, 4 May 2025", "The Dorn Lantern", "Nairobi"),
        ("Le Phare de Kell, Nairobi, 4 May 2025", "Le Phare de Kell", "Nairobi"),
        ("European Commission - Press release\nBrussels, 4 May 2025", "European Commission", "Brussels"),
        ("Kell Prison Watch\nNews Release\n4 May 2025", "Kell Prison Watch", None),
        ("Ports & Rivers Office\nPress release\nPublished 4 May 2025", "Ports & Rivers Office", None),
        ("Liga Kell\n4 May 2025 | Statement", "Liga Kell", None),
        ("Amis du Port – Public Statement, Nairobi\n4 May 2025", "Amis du Port", "Nairobi"),
        ("Office of the Envoy, Osmian Ministry of Ports\nMay 4, 2025", "Osmian Ministry of Ports", None),
    ],
)
def test_a_letterhead_above_the_title_names_the_sender(head: str, publisher: str, place: str | None) -> None:
    """Sender, place and day of a letterhead are furniture, and the title is the line below it."""
    read = article(f"{head}\n\nNine sailors come home\n\n{BODY}")
    assert (read.title, read.publisher, read.dateline_place) == ("Nine sailors come home", publisher, place)
    assert (read.published, exact(read.furniture)) == ("2025-05-04", head.split("\n"))


@pytest.mark.parametrize(
    ("above", "publisher"),
    [
        ("KELL LANTERN – the weekly bulletin of the harbour", "Kell Lantern"),
        ("Open Pier — independent news from the Varland coast", "Open Pier"),
        ("THE FERRYMAN - a journal for those at sea", "The Ferryman"),
    ],
)
@pytest.mark.parametrize(("number", "found"), [("Bulletin No. 88", "88"), ("Report nº 1204", "1204")])
def test_a_paper_that_says_what_it_is_names_itself(
    above: str, publisher: str, number: str, found: str
) -> None:
    """A name and what kind of paper it is, above a dated and numbered line, are the sender and no place."""
    read = article(f"{above}\n4 May 2025. {number}\n\nNine sailors come home\n\n{BODY}")
    assert (read.title, read.publisher, read.dateline_place) == ("Nine sailors come home", publisher, None)
    assert (read.published, read.number) == ("2025-05-04", found)


def test_a_dateline_is_no_paper_that_says_what_it_is() -> None:
    """A place before a dash stays a place, and a sentence behind the dash stays the report."""
    for line in ("NAIROBI – news of the sailors came at noon", "KELL – The weekly bulletin says so."):
        assert article(f"{line}\n4 May 2025\n\n{BODY}").publisher is None


@pytest.mark.parametrize(
    ("foot", "number"),
    [
        ("© 2025 The Kell Lantern. Article 512", "512"),
        ("Follow us on Facebook. © 2025 The Kell Lantern. Bulletin No. 77", "77"),
        ("© 2025 The Kell Lantern. All rights reserved under article 512", None),
    ],
)
def test_a_number_that_closes_the_page_is_the_articles(foot: str, number: str | None) -> None:
    """The publisher's number may stand below the report, as a sentence of its own."""
    read = article(
        f"Nine sailors come home\n\nBy Ada Lind for The Kell Lantern, 4 May 2025\n\n{BODY}\n\n{foot}"
    )
    assert read.number == number


@pytest.mark.parametrize(
    "title",
    [
        "Varland Frees Ten Sailors",
        "Ministry of Justice Frees Ten Prisoners",
        "TEN FREED IN DORN",
        "Oren Tash",
        "A Timeline of the Kell Swap",
    ],
)
@pytest.mark.parametrize("below", ["4 May 2025", "Nairobi, 4 May 2025"])
def test_a_title_of_capitals_stays_a_title(title: str, below: str) -> None:
    """Capitals and a day below them make no letterhead where no other title stands below."""
    read = article(f"{title}\n{below}\n\nOren Tash is free. {BODY}")
    assert (read.title, read.publisher, read.published) == (title, None, "2025-05-04")
    assert exact(read.furniture) == [below]


@pytest.mark.parametrize(
    ("title", "publisher"),
    [
        ("Kell Prison Watch welcomes release of ten", "Kell Prison Watch"),
        ("Statement by the Ministry of Ports of Osmia", "Ministry of Ports of Osmia"),
        ("Ten sailors are free", None),
        ("Oren Tash is free at last", None),
    ],
)
def test_a_statement_may_name_its_sender_in_its_title(title: str, publisher: str | None) -> None:
    """A group or an authority that opens the title of a statement is its publisher; a person is not."""
    read = article(f"{title}\nPress statement, Kigali, 3 June 2025\n\n{BODY}")
    assert (read.title, read.publisher, read.dateline_place) == (title, publisher, "Kigali")


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("By Ada Lind (translated from the French by our desk)", "Ada Lind"),
        ("EXCLUSIVE by Ada Lind, Chief Crime Reporter, in Kell", "Ada Lind"),
        ("By Ada Lind in Nairobi and Tom Rask in Dorn", "Ada Lind and Tom Rask"),
        ("Live coverage by Ada Lind", "Ada Lind"),
    ],
)
def test_a_byline_is_names_alone(byline: str, names: str) -> None:
    """What a person does, where from, and who translated it is furniture and no name."""
    read = article(f"Nine sailors come home\n{byline}\n\n{BODY}")
    assert (read.byline, read.publisher, exact(read.furniture)) == (names, None, [byline])


@pytest.mark.parametrize(
    "opening", ["Dorn – ", "Nairobi – a city in fear – ", "NATO. ", "Background – ", "Kenya – "]
)
def test_a_word_before_a_dash_is_no_dateline(opening: str) -> None:
    """Without capitals, agency or day only a city of the tables is one, before the start of a sentence."""
    assert article(f"Nine sailors come home\n\n{opening}{BODY}").dateline_place is None


def test_a_better_date_wins_over_the_one_below_the_report() -> None:
    """``Published in …`` below a report dates it only when nothing above does."""
    foot = "Published in The Dorn Echo, May 19th, 2025"
    read = article(f"Nine sailors come home\n18 May 2025\n\n{BODY}\n\n{foot}")
    assert (read.published, read.published_from, read.publisher) == ("2025-05-18", "text", "The Dorn Echo")


def test_two_hours_make_no_live_page() -> None:
    """Lines that begin with an hour are entries of a live page from three on."""
    lines = [f"14:{n} {BODY}" for n in (10, 20, 30)]
    found = [exact(article("\n\n".join(["Live from the pier", *lines[:n]])).furniture) for n in (2, 3)]
    assert found == [[], ["14:10", "14:20", "14:30"]]


@pytest.mark.parametrize(
    ("head", "publisher", "byline"),
    [
        (
            "Dorn World Service\nEvening bulletin, Thursday 7 May 2026\nPresented by Ada Lind",
            "Dorn World Service",
            "Ada Lind",
        ),
        (
            "Kell Television\nLate news bulletin\n7 May 2026\nHosted by Ada Lind",
            "Kell Television",
            "Ada Lind",
        ),
        ("Dorn World Service\nTranscript, 7 May 2026\nRead by Tom Rask", "Dorn World Service", "Tom Rask"),
    ],
)
def test_a_bulletin_has_its_station_its_day_and_who_reads_it(head: str, publisher: str, byline: str) -> None:
    """Broadcasts have no title: the station, the bulletin with its day, and who presents it stand above."""
    read = article(f"{head}\n\nGood evening. {BODY}\n\nAnd now the weather.")
    assert (read.publisher, read.published, read.byline) == (publisher, "2026-05-07", byline)
