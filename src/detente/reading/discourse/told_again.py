"""An easing told again by its noun, where the document has told it as one to come."""

from __future__ import annotations

from collections.abc import Sequence

from detente.reading.clauses.auxiliaries import told_past
from detente.reading.clauses.draft import Draft
from detente.reading.lexicon import Lexicon
from detente.reading.parsing.words import SUBJECTS


def set_told_again(drafts: Sequence[Draft], lexicon: Lexicon) -> None:
    """ "Will lift some curbs. The easing, she said, comes after …": to come, where none is told as done.

    Args:
        drafts: all of the document, in order.
        lexicon: the verbs by which a deed is told to take place.
    """
    told = [d for d in drafts if d.type == "SANCTION_EASE"]
    done = [d for d in told if d.stand.mode in {"performed", "announced"} and not _the_deed(d, lexicon)]
    for n, d in enumerate(told):
        before = told[:n]
        if not done and before and _the_deed(d, lexicon) and d.stand.mode == "performed":
            last = before[-1].stand
            if last.mode in {"promised", "intended", "agreed"}:
                d.stand.set(last.mode, None)
                d.step = before[-1].step


def _the_deed(d: Draft, lexicon: Lexicon) -> bool:
    """ "The easing comes after talks"; but "the easing took effect"."""
    s, noun = d.sentence, d.trigger
    if not d.nominal or not any(k.low in {"the", "this", "that"} for k in s.kids(noun, "det")):
        return False
    verb = s[s[noun].head]
    happened = verb.lemma in lexicon["verbs.happening"] and told_past(s, verb)
    return not (happened and s[noun].dep in SUBJECTS)
