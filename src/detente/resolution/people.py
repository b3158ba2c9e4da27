"""People inside one report: a bare surname means the person whose full name the report gives."""

from __future__ import annotations

from collections.abc import Iterable

from detente.language.names import compare
from detente.resolution.keys import name_words


def whole_names(names: Iterable[str]) -> dict[str, str]:
    """Each name as it stands with the longest form of the same person in the report.

    A form that could belong to two people stays by itself.

    >>> whole_names(["Lena Marr", "Marr", "Ira Holt"])["Marr"]
    'Lena Marr'
    >>> whole_names(["Lena Marr", "Jon Marr", "Marr"])["Marr"]
    'Marr'
    """
    forms = sorted(set(names), key=lambda n: (-len(name_words(n)), -len(n), n))
    whole: dict[str, str] = {}
    for form in forms:
        fits = {whole[other] for other in whole if is_short_for(form, other) or _is_spelling(form, other)}
        whole[form] = fits.pop() if len(fits) == 1 else form
    return whole


def _is_spelling(form: str, other: str) -> bool:
    """Two full names of one report that are one name, a middle name or a spelling apart."""
    return " " in form and " " in other and compare(form, other).verdict == "same"


def is_short_for(short: str, long: str) -> bool:
    """Is the one name a part of the other: same surname, and no word the other lacks?

    >>> is_short_for("President Marr", "Lena Marr")
    True
    >>> is_short_for("Lena Holt", "Lena Marr")
    False
    """
    few, many = name_words(short), name_words(long)
    if not few or not many:
        return False
    if len(few) == 1:
        return few[0] == many[-1]
    return few[-1] == many[-1] and _first_fits(few[0], many[0]) and set(few[1:]) <= set(many[1:])


def _first_fits(few: str, many: str) -> bool:
    return few == many or (len(few) == 1 and many.startswith(few))
