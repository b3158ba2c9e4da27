"""A measure that some tell as lifted and others as standing: both are shown (CODEBOOK §4).

No announcement moves the legal track; nor does it vanish because an instrument says otherwise.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from detente.reconciliation.conflicts import said_on
from detente.reconciliation.folding import is_denied
from detente.reconciliation.ground import ids, voice
from detente.reconciliation.status import day_of
from detente.records import DONE, Claim, Conflict
from detente.records.windows import day

LONG: Final = 31
"""Days after the lifting is told in which a word that the measure stands still answers it."""
_ENDED: Final = frozenset({"expired", "delisted", "repealed", "annulled"})


def lifted_or_not(claims: Sequence[Claim], about: str) -> tuple[Conflict, ...]:
    """The conflict of those who say that a measure is lifted with those who say that it stands.

    Args:
        claims: all of one measure, in order.
        about: what the measure is on.

    Returns:
        one conflict, with both sides' words; none where an instrument ended the measure.

    Example:
        >>> lifted_or_not((), "salt")
        ()
    """
    if any(c.type == "SANCTION_EASE" and c.step in _ENDED and not is_denied(c) for c in claims):
        return ()
    lifted = [c for c in claims if _is_lifted(c)]
    stands = [c for c in claims if any(_answers(c, other) for other in lifted)]
    against = [c for c in lifted if any(_answers(other, c) for other in stands)]
    if not stands:
        return ()
    return (
        Conflict(
            sentence=f"{about}: lifted ({_words(against)}) or not ({_words(stands)}).",
            claims=ids((*against, *stands)),
            settled_by="the list, licence or gazette on that day",
            about=about,
        ),
    )


def _words(claims: Sequence[Claim]) -> str:
    return "; ".join(dict.fromkeys(f"“{c.span.exact}”, {said_on(c)}" for c in claims))


def _is_lifted(claim: Claim) -> bool:
    """Is it told as done by a word alone, and not as a step of an instrument?"""
    eased = claim.type == "SANCTION_EASE" and claim.mode in DONE and not is_denied(claim)
    return eased and claim.step in (None, "unspecified")


def _answers(claim: Claim, lifted: Claim) -> bool:
    """Does another voice say, on that day or shortly after, that the measure stands?"""
    kept = claim.type == "SANCTION_KEEP" and claim.sub != "refused" and claim.mode in DONE
    told, since = day(claim.document.published), day(day_of(lifted) or lifted.document.published)
    if not (kept and not is_denied(claim)) or told is None or since is None:
        return False
    near = 0 <= (told - since).days <= LONG
    return near and voice(claim) != voice(lifted) and claim.document.sha256 != lifted.document.sha256
