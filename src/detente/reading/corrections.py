"""Figures that a report takes back or puts right (READING 23)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from detente.reading.draft import Draft
from detente.reading.lexicon import Lexicon
from detente.reading.mentions import Mentions
from detente.reading.words import Sentence
from detente.records import Filler

_COUNTED = frozenset({"RELEASE", "CLEMENCY", "TRANSFER", "DETAIN", "CUSTODY_STATE"})


def correct(
    sentences: Sequence[tuple[Sentence, Mentions]], drafts: list[Draft], lexicon: Lexicon
) -> list[Draft]:
    """Deny what "an earlier version" said; add what "the correct figure" is.

    Args:
        sentences: the document's sentences in order.
        drafts: what they gave so far.
        lexicon: the patterns ``earlier_version``, ``correct_figure`` and ``revised_from``.

    Returns:
        The drafts with the withdrawn ones denied and the corrected ones added.
    """
    out = list(drafts)
    for s, ms in sentences:
        withdrawn = lexicon.pattern("earlier_version").search(s.text)
        if withdrawn is not None:
            for d in out:
                if d.sentence is s and d.type in _COUNTED and s[d.trigger].start > s.start + withdrawn.end():
                    d.stand.set("denied", None)
        for name in ("revised_from", "correct_figure"):
            match = lexicon.pattern(name).search(s.text)
            if match is not None:
                out += _corrected(s, ms, match, out)
                break
    return out


def _corrected(s: Sentence, ms: Mentions, match: re.Match[str], drafts: Sequence[Draft]) -> list[Draft]:
    """The corrected figure as a claim like the last counted one before it, or told by the sentence itself."""
    found = [q for q in ms.numbers if q.start <= match.start("to") < q.end and q.kind in {"count", "other"}]
    model = _model(s, match, drafts)
    of = re.search(r"\b(?:freed|released|pardoned)\b", s.text, re.I)
    if not found or (model is None and of is None):
        return []
    words = s.at(s.start + match.start(), s.start + match.end())
    d = Draft(
        "release.correction",
        model.type if model is not None else "RELEASE",
        s,
        ms,
        words[-1],
        words[0],
        words[-1],
    )
    if model is not None:
        d.sub, d.source = model.sub, model.source
        d.slots = {role: list(ms_) for role, ms_ in model.slots.items() if role != "people"}
        d.slots["people"] = [p for p in model.slots.get("people", []) if p.kind == "group"]
    else:
        d.sub = "release"
        noun = re.search(r"\b(?:freed|released|pardoned) (\w+)", s.text, re.I)
        d.add("group", Filler(noun.group(1) if noun is not None else found[0].quantity.cue, "group"))
    d.quantity = found[0].quantity
    d.hedges.append(match.group("cue"))
    return [d]


def _model(s: Sentence, match: re.Match[str], drafts: Sequence[Draft]) -> Draft | None:
    """The last counted claim before the figure: of those let go, where the figure's own words say so."""
    before = [
        d for d in drafts if d.quantity is not None and d.type in _COUNTED and d.sentence.start <= s.start
    ]
    told = re.search(r"\b(?:freed|released)\b", match.group("cue"))
    alike = [d for d in before if d.type == "RELEASE"] if told else before
    return max(alike or before, key=lambda d: d.sentence.start, default=None)
