"""Does a claim say what an example expects: the codebook's own measure of a reader.

Names are compared by their words: case, articles, possessives, accents and words of number in front do
not count, and *U.S.* is *United States*. A state must be the very state; any other name fits when one is
part of the other and the word that carries it (the surname, the noun before *of*) is in both. Fields that
an example leaves out are not looked at.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from detente.codebook.load import codebook
from detente.codebook.shapes import Bounds, Example, Expect, NameWords, Tie, Window, several
from detente.records import UNSTATED, Claim, Filler, Linkage, Quantity, Time


def misses(example: Example, claims: Sequence[Claim]) -> tuple[str, ...]:
    """Why these claims are not what the example expects; nothing when it is read right."""
    return (*_missing(example, claims), *_forbidden(example, claims))


def never_fits(example: Example, claims: Sequence[Claim]) -> tuple[str, ...]:
    """What came out of an example that must never come out of it."""
    return tuple(_forbidden(example, claims))


def fits(claim: Claim, expect: Expect, text: str) -> str | None:
    """None when the claim is what is expected, else the first reason why not.

    Args:
        claim: what a reader gave.
        expect: the predicate.
        text: the text that was read; the claim's span must stand in it word for word.

    What must never come out is judged by :func:`never_fits`, which asks more of names: a surname
    alone is not every person who bears it.
    """
    if text[claim.span.start : claim.span.end] != claim.span.exact:
        return f"span {claim.span.start}:{claim.span.end} is not what the text has there"
    return next((why for test in TESTS if (why := test(claim, expect)) is not None), None)


def same_name(expected: str, found: str, *, state: bool = False) -> bool:
    """Do two names say the same.

    Args:
        expected: the name as the example has it.
        found: the name as a reader gave it.
        state: the found name is a state's, and must be that very state.

    Example:
        >>> same_name("the U.S.", "United States", state=True)
        True
        >>> same_name("Lena Marr", "Marr"), same_name("Lena Marr", "Lena")
        (True, False)
        >>> same_name("teachers", "four of the nine teachers"), same_name("Iran", "families in Iran")
        (True, False)
    """
    left, right = _words(expected), _words(found)
    if not left or not right or state:
        return left == right
    return _part_of(left, right) or _part_of(right, left)


def _part_of(short: Sequence[str], long: Sequence[str]) -> bool:
    return set(short) <= set(long) and _head(long) in short and _head(short) in long


def _head(words: Sequence[str]) -> str:
    before: list[str] = []
    for word in words:
        if word in codebook().names.head_ends and before:
            break
        before.append(word)
    return before[-1]


def _words(name: str) -> list[str]:
    known = codebook().names
    folded = unicodedata.normalize("NFKD", name.casefold().replace("’", "'"))
    plain = "".join(c for c in folded if not unicodedata.combining(c))
    plain = _articles().sub("", re.sub(r"'s\b|'(?=\s|$)", "", plain))
    short = " ".join(re.findall(r"\w+", plain))
    return _uncounted(known.same.get(short, short).split(), known)


def _uncounted(words: list[str], known: NameWords) -> list[str]:
    start = 0
    while start < len(words) and (
        words[start].isdigit() or words[start] in known.numbers or (start > 0 and words[start] == "of")
    ):
        start += 1
    return words[start:] or words


@cache
def _articles() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(codebook().names.articles)})\b(?![.'\w])")


def _missing(example: Example, claims: Sequence[Claim]) -> Iterator[str]:
    for expect in example.expect:
        reasons = [(claim, _whole(claim, expect, example.text, claims)) for claim in claims]
        if all(why is not None for _, why in reasons):
            near = [f"{why}" for claim, why in reasons if claim.type == expect.type]
            yield f"expected {_brief(expect)}; " + (
                f"nearest: {'; '.join(near)}" if near else "no such claim"
            )


def _forbidden(example: Example, claims: Sequence[Claim]) -> Iterator[str]:
    for never in example.never:
        for claim in claims:
            if _whole(claim, never, example.text, claims) is None and _surely(claim, never):
                yield f"never {_brief(never)}; found {claim.span.exact!r} by rule {claim.rule!r}"


def _surely(claim: Claim, never: Expect) -> bool:
    """A forbidden name must be said in full: a bare surname is not yet the wrong person."""
    return all(_in_full(key, name, claim) for key, names in never.roles.items() for name in several(names))


def _in_full(key: str, names: str, claim: Claim) -> bool:
    found = [set(_words(name)) for name in claim.names(*key.split("|"))]
    return UNSTATED in names or any(
        set(_words(name)) <= words for name in names.split("|") for words in found
    )


def _whole(claim: Claim, expect: Expect, text: str, claims: Sequence[Claim]) -> str | None:
    return fits(claim, expect, text) or _content(claim, expect, claims)


def _content(claim: Claim, expect: Expect, claims: Sequence[Claim]) -> str | None:
    types = {other.type for other in claims if other.id in claim.content}
    lacking = [name for name in expect.content if name not in types]
    return f"content: expected {', '.join(lacking)}, found {sorted(types)}" if lacking else None


def _brief(expect: Expect) -> str:
    words = [expect.type, *several(expect.sub), *several(expect.mode), expect.step or ""]
    names = [f"{role}={'/'.join(several(name))}" for role, name in expect.roles.items()]
    return " ".join(word for word in (*words, *names) if word)


def _plain(field: str) -> Callable[[Claim, Expect], str | None]:
    def test(claim: Claim, expect: Expect) -> str | None:
        wanted, found = several(getattr(expect, field)), getattr(claim, field)
        if not wanted or found in wanted:
            return None
        return f"{field}: expected {' or '.join(wanted)}, found {found}"

    return test


def _verbatim(field: str) -> Callable[[Claim, Expect], str | None]:
    def test(claim: Claim, expect: Expect) -> str | None:
        wanted, found = getattr(expect, field), getattr(claim, field)
        if wanted is None or (found is not None and (wanted in found or same_name(wanted, found))):
            return None
        return f"{field}: expected {wanted!r}, found {found!r}"

    return test


def _number(field: str) -> Callable[[Claim, Expect], str | None]:
    def test(claim: Claim, expect: Expect) -> str | None:
        return _bounds(field, getattr(claim, field), getattr(expect, field))

    return test


def _bounds(field: str, found: Quantity | None, wanted: Bounds | None) -> str | None:
    if wanted is None:
        return None
    if found is None:
        return f"{field}: expected {wanted.lo}..{wanted.hi}, found none"
    soft = (wanted.soft_lo, found.soft_lo), (wanted.soft_hi, found.soft_hi)
    if (wanted.lo, wanted.hi) != (found.lo, found.hi) or any(a not in (None, b) for a, b in soft):
        return f"{field}: expected {_shown(wanted)}, found {_shown(found)}"
    return None


def _shown(quantity: Bounds | Quantity) -> str:
    low = f"{quantity.lo}{' soft' if quantity.soft_lo else ''}"
    return f"{low}..{quantity.hi}{' soft' if quantity.soft_hi else ''}"


def _roles(claim: Claim, expect: Expect) -> str | None:
    for key, names in expect.roles.items():
        fillers = [filler for role in key.split("|") for filler in claim.roles.get(role, ())]
        for name in several(names):
            if not _filled(name, fillers):
                return f"{key}: expected {name}, found {[filler.name for filler in fillers]}"
    return None


def _filled(names: str, fillers: Sequence[Filler]) -> bool:
    stated = [filler for filler in fillers if filler.name != UNSTATED]
    return any(
        same_name(name, filler.name, state=filler.kind == "state")
        for name in names.split("|")
        for filler in stated
    ) or (UNSTATED in names.split("|") and not stated)


def _attribution(claim: Claim, expect: Expect) -> str | None:
    if expect.attribution is None:
        return None
    if not claim.attribution or not expect.attribution:
        found = claim.attribution[-1].name if claim.attribution else ""
        return None if found == expect.attribution else _said(expect.attribution, found)
    inner = claim.attribution[-1]
    if any(same_name(a, b) for a in expect.attribution.split("|") for b in (inner.name, *inner.parts)):
        return None
    return _said(expect.attribution, inner.name)


def _said(wanted: str, found: str) -> str:
    return f"attribution: expected {wanted or 'the outlet'}, found {found or 'the outlet'}"


def _chain(claim: Claim, expect: Expect) -> str | None:
    names = [link.name for link in claim.attribution]
    if not expect.chain or (len(names) == len(expect.chain) and all(map(same_name, expect.chain, names))):
        return None
    return f"chain: expected {' < '.join(expect.chain)}, found {' < '.join(names)}"


def _hedges(claim: Claim, expect: Expect) -> str | None:
    said = [hedge.casefold() for hedge in claim.hedges]
    for hedge in expect.hedges:
        if not any(hedge.casefold() in found for found in said):
            return f"hedges: expected {hedge!r}, found {list(claim.hedges)}"
    return None


def _linkage(claim: Claim, expect: Expect) -> str | None:
    wanted, found = expect.linkage, claim.linkage
    if wanted is None or (found is not None and _tied(wanted, found)):
        return None
    return f"linkage: expected {wanted.class_} {wanted.cue or ''}, found {found}"


def _tied(wanted: Tie, found: Linkage) -> bool:
    cue = wanted.cue is None or wanted.cue.casefold() in found.cue.casefold()
    return cue and wanted.class_ == found.class_


def _time(claim: Claim, expect: Expect) -> str | None:
    wanted, found = expect.time, claim.time
    if wanted is None or (found is not None and _when(wanted, found)):
        return None
    shown = f"{found.start}..{found.end} {found.precision}" if found else "none"
    return f"time: expected {wanted.start}..{wanted.end}, found {shown}"


def _when(wanted: Window, found: Time) -> bool:
    same = (wanted.start, wanted.end) == (found.start, found.end)
    return same and wanted.precision in (None, found.precision)


TESTS: tuple[Callable[[Claim, Expect], str | None], ...] = (
    *map(_plain, ("type", "polarity", "mode", "sub", "step", "stance", "factuality")),
    *map(_plain, ("voluntariness", "duration")),
    _roles,
    *map(_number, ("quantity", "penalty", "money")),
    *map(_verbatim, ("label", "topic", "condition")),
    _attribution,
    _chain,
    _hedges,
    _linkage,
    _time,
)
"""Every field that an example may name, in the order in which a difference is told."""
