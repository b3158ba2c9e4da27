"""The language of a text."""

from __future__ import annotations

import pytest

from detente.articles.languages import language_of
from tests.articles.samples import article


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The two men were freed on Monday and taken to the border by bus.", "en"),
        ("Двое мужчин были освобождены в понедельник, и их отвезли на границу.", "ru"),
        ("Двоє чоловіків були звільнені в понеділок, і їх відвезли на кордон.", "uk"),
        ("Двое мужчын былі вызвалены ў панядзелак, і іх адвезлі на мяжу.", "be"),
        ("Dwaj mężczyźni zostali zwolnieni w poniedziałek i odwiezieni na granicę.", "pl"),
        ("Du vyrai buvo paleisti pirmadienį ir nuvežti į pasienį.", "lt"),
        ("Die beiden Männer wurden am Montag freigelassen und an die Grenze gebracht.", "de"),
        ("Les deux hommes ont été libérés lundi et conduits à la frontière.", "fr"),
        ("Los dos hombres fueron liberados el lunes y llevados a la frontera.", "es"),
        ("1234 5678", None),
        ("Xqzt vrblk", None),
    ],
)
def test_letters_and_small_words_tell_the_language(text: str, language: str | None) -> None:
    """Nine languages; None where nothing tells."""
    assert language_of(text) == language


def test_the_given_language_wins_over_the_text_and_the_text_over_the_page() -> None:
    """Templates declare English over any text, so the words are believed before the page."""
    page = (
        '<html lang="en"><p>Двое мужчин были освобождены в понедельник, и их отвезли на границу.</p></html>'
    )
    assert article(page, "text/html").language == "ru"
    assert article(page, "text/html", language="mk").language == "mk"
    assert article('<html lang="sq-AL"><p>Xqzt vrblk</p></html>', "text/html").language == "sq"
