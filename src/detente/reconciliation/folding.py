"""What is told of a measure in general, told of the measures that are named: by sector, target and body.

Everything is looked up by key, so that an authority of which much is told costs little more than its claims.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from detente.language.scripts import fold
from detente.reconciliation.aims import Aim, aims, are_apart
from detente.reconciliation.concessions import LEGAL
from detente.reconciliation.words import is_of_sector
from detente.records import Claim

Key = tuple[str, str, str]
"""Authority, target or "", sector or programme or "": all by entity or folded name."""
Found = dict[Key, list[Claim]]


def is_denied(claim: Claim) -> bool:
    """Is it said that this did not happen? "No licence was issued" leaves a measure where it was."""
    return claim.polarity == "-" or claim.mode == "denied"


class _Whose(dict[Key, frozenset[Aim]]):
    """Whom measures are aimed at, by what is told of them before anything is folded in."""

    def __init__(self, found: Found) -> None:
        super().__init__()
        self._told = {key: tuple(claims) for key, claims in found.items()}

    def __missing__(self, key: Key) -> frozenset[Aim]:
        self[key] = aims(self._told[key])
        return self[key]


def fold_in_general(found: Found) -> None:
    """ "Consented to relax its curbs on them" is told of the measures that are named, not of one more.

    What stays in force does not fold in: "other sanctions" are just those that nobody names.
    """
    general = [k for k in found if not k[2] and not (k[1] and _names_body(found[k]))]
    _fold_in_bodies(found, [k for k in found if not k[2]], set(general))
    eased = [k for k in found if any(map(_is_easing, found[k]))]
    by_target, bodies = _by_target(eased), {k for k in eased if k[1] and _names_body(found[k])}
    whose = _Whose(found)
    for key in general:
        easing = [c for c in found[key] if c.type == "SANCTION_EASE"]
        if not easing:
            continue
        # a measure on a sector or a body, by the authority that is told of with neither
        near = {*by_target[key[:2]], *by_target[key[0], ""], *(k for k in bodies if k[0] == key[0])}
        named = {k for k in near - {key} if not are_apart(whose[k], whose[key])}
        if len(named) > 1:  # of several measures, a licence that names none is told of none of them
            easing = [c for c in easing if c.step not in LEGAL or is_denied(c)]
        if named and easing:
            for other in named:
                found[other].extend(easing)
            bodies -= {k for k in named & bodies if not _names_body(found[k])}
            told = {c.id for c in easing}
            found[key] = [c for c in found[key] if c.id not in told]
            if key[1] and any(map(_is_easing, found[key])) and _names_body(found[key]):
                bodies.add(key)  # what is left in it is told of a body alone


def _by_target(keys: Iterable[Key]) -> defaultdict[tuple[str, str], list[Key]]:
    """Keys that name a sector, by authority and target."""
    out = defaultdict[tuple[str, str], list[Key]](list)
    for key in keys:
        if key[2]:
            out[key[:2]].append(key)
    return out


def _fold_in_bodies(found: Found, keys: Sequence[Key], general: set[Key]) -> None:
    """One body's measure, told here with its sector and there without."""
    same = _by_target(found)
    for key in keys:
        if key not in general and len(same[key[:2]]) == 1:
            found[same[key[:2]][0]].extend(found.pop(key))


def _is_easing(claim: Claim) -> bool:
    return claim.type == "SANCTION_EASE" and not is_denied(claim)


def fold_in_sector(found: Found) -> None:
    """Easing of a sector, nobody named, is told of the one body of that sector which is named."""
    bodies = [k for k in found if _has_body(found[k])]
    if not bodies:
        return
    whose = _Whose(found)
    for key in [k for k in found if k[2] and not _has_body(found[k])]:
        if any(c.type != "SANCTION_EASE" for c in found[key]):
            continue
        same = [k for k in bodies if k[0] == key[0] and _in_sector(k, key, found)]
        same = [k for k in same if not are_apart(whose[k], whose[key])]
        if len(same) == 1:
            found[same[0]].extend(found.pop(key))


def _in_sector(body: Key, sector: Key, found: Found) -> bool:
    """Is a body's measure of the sector, by what is told of it or by the body's own name?"""
    names = (n for c in found[body] for n in c.names("target", "sector"))
    return body[2] == sector[2] or (not body[2] and any(is_of_sector(n, sector[2]) for n in names))


def fold_in_places(found: Found) -> None:
    """ "The Lumwana cobalt ban" and "the cobalt ban" of one authority are one, where there is no other.

    The name of a place or country before a sector says whose it is, and makes no other sector of it.
    """
    for key in [k for k in found if k[2]]:
        longer = [k for k in found if k[0] == key[0] and _is_of_place(found[k], k[2], key[2])]
        longer = [k for k in longer if k[1] == key[1] or "" in (k[1], key[1])]
        if len(longer) == 1:
            found[longer[0]].extend(found.pop(key))


def _is_of_place(claims: Sequence[Claim], key: str, sector: str) -> bool:
    """Is what is known by this key told as the sector with nothing but names before it?"""
    lead = len(key) - len(sector)
    told = {
        n for c in claims for n in c.names("sector", "programme") if fold(n) == key and len(n) == len(key)
    }
    return key.endswith(f" {sector}") and any(all(w[:1].isupper() for w in n[:lead].split()) for n in told)


def _has_body(claims: Sequence[Claim]) -> bool:
    return any(f.kind not in ("state", "unstated") for c in claims for f in c.roles.get("target", ()))


def _names_body(claims: Sequence[Claim]) -> bool:
    """A company or body is a measure of its own, with or without its sector; a whole country is none."""
    return all(f.kind not in ("state", "unstated") for c in claims for f in c.roles.get("target", ()))
