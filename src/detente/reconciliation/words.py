"""The word lists of this stage, read once."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from detente.language.scripts import fold
from detente.tables import parsed


@cache
def lexicon() -> dict[str, frozenset[str]]:
    """Words by which a bargain is called one, and words for the whole and the rest of a group."""
    raw = parsed(files(__package__).joinpath("data/bargains.toml").read_bytes())
    return {key: frozenset(words) for key, words in raw.items()}


def calls_it_deal(text: str) -> bool:
    """Does the wording call something a deal, agreement, exchange or swap?

    >>> calls_it_deal("after a deal with Osmia")
    True
    >>> calls_it_deal("a great deal of snow")
    False
    """
    words = fold(text).replace("great deal", "").replace("good deal", "")
    tokens = set("".join(c if c.isalnum() else " " for c in words).split())
    return bool(tokens & lexicon()["words"]) or "quid pro quo" in words


_PAST = frozenset({"former", "ex", "late", "would-be", "failed"})


def is_mediator(value: str) -> bool:
    """Is somebody called a mediator by this word?"""
    words = fold(value).split()
    known = lexicon()["mediators"]
    return fold(value) in known or (len(words) in {2, 3} and words[-1] in known and words[0] not in _PAST)


def is_envoy(office: str) -> bool:
    """Is it the office of one who is sent to talk?

    >>> is_envoy("US special envoy"), is_envoy("President")
    (True, False)
    """
    return bool(set(fold(office).split()) & lexicon()["envoys"])


def share_of(cue: str) -> str | None:
    """``all`` or ``rest`` where a count's words say so."""
    folded = fold(cue)
    return next((k for k in ("all", "rest") if folded in lexicon()[k]), None)


def is_own(name: str) -> bool:
    """Does an outlet speak of itself by this word?

    >>> is_own("We"), is_own("Osmia")
    (True, False)
    """
    return fold(name) in lexicon()["ourselves"]


def ends_name(noun: str, name: str) -> bool:
    """Is a body called by its kind alone, as its full name ends?

    >>> ends_name("the network", "Lantern Rights Network"), ends_name("Lantern", "Lantern Rights Network")
    (True, False)
    """
    word = fold(noun).removeprefix("the ")
    return " " not in word and word.islower() and noun[:1].islower() and fold(name).endswith(f" {word}")


def list_owner(name: str) -> str:
    """Whose list it is that a count is taken from.

    >>> list_owner("the list of the Lantern Group"), list_owner("Lantern Group")
    ('Lantern Group', 'Lantern Group')
    """
    head, of, owner = name.partition(" of ")
    words = fold(head).removeprefix("the ")
    return owner.removeprefix("the ") if of and words in lexicon()["lists"] else name


def is_of_sector(body: str, sector: str) -> bool:
    """Does a body's own name say that it is of this sector?

    >>> is_of_sector("Ahal Cotton", "cotton industry"), is_of_sector("Ahal Rail", "cotton industry")
    (True, False)
    """
    one, two = ({w.rstrip("s") for w in fold(text).split() if len(w) > 3} for text in (body, sector))
    return bool(one & two - lexicon()["industries"])


def has_word(kind: str, text: str) -> bool:
    """Does the text hold one of the lexicon's words of this kind, as a word?

    >>> has_word("superlatives", "one of the largest releases")
    True
    """
    tokens = "".join(c if c.isalnum() else " " for c in fold(text)).split()
    plain = f" {' '.join(tokens)} "
    return any(f" {word} " in plain for word in lexicon()[kind])
