"""Figures that a report takes back or puts right (READING 23)."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from detente.language.dates import bound
from detente.reading.clauses.attribution import Sources
from detente.reading.clauses.draft import Draft
from detente.reading.clauses.false_reports import in_false_report
from detente.reading.discourse.not_so import meant_by
from detente.reading.lexicon import Lexicon
from detente.reading.nouns.mentions import Mentions
from detente.reading.parsing.words import Sentence
from detente.records import LET_GO, Filler, Quantity

_TOLD_FALSE = frozenset(
    {
        "RELEASE",
        "CLEMENCY",
        "TRANSFER",
        "DETAIN",
        "CUSTODY_STATE",
        "SENTENCE",
        "SANCTION_EASE",
        "SANCTION_IMPOSE",
    }
)
_OPENS = 20
"""So near its start the next sentence is about what the one before it told."""
_COUNTED = frozenset({"RELEASE", "CLEMENCY", "TRANSFER", "DETAIN", "CUSTODY_STATE"})


def correct(
    sentences: Sequence[tuple[Sentence, Mentions]],
    drafts: list[Draft],
    lexicon: Lexicon,
    published: str | None = None,
) -> list[Draft]:
    """Deny what "an earlier version" said and rumours called false; add what "the correct figure" is.

    Args:
        sentences: the document's sentences in order.
        drafts: what they gave so far.
        lexicon: the patterns ``earlier_version``, ``hearsay``, ``taken_back``, ``correct_figure``,
            ``figure_given``, ``revised_from``, ``revised_to`` and ``pardoned_figure``.
        published: the day of the report, which bounds figures that have none of their own.

    Returns:
        The drafts with the withdrawn ones denied and the corrected ones added.
    """
    out = list(drafts)
    _call_false(sentences, out, lexicon)
    _retell_false(out, lexicon)
    sources, known = Sources(lexicon), len(out)
    for s, ms in sentences:
        pardoned = lexicon.pattern("pardoned_figure").search(s.text)
        out += _pardoned(s, ms, pardoned) if pardoned is not None else []
        for name in ("revised_from", "correct_figure", "revised_to"):
            match = lexicon.pattern(name).search(s.text)
            if match is not None:
                out += _corrected(s, ms, match, out)
                break
    for d in out[known:]:
        d.attribution, d.scope_certain = sources.chain(d.sentence, d.mentions, _verb(d))
        d.time = d.time or (bound(published) if published else None)
    return out


def _verb(d: Draft) -> int:
    """The verb of the words that give the figure: "the number freed *is* 44"."""
    return next((w.i for w in d.sentence.words[d.lo : d.hi + 1] if w.lemma == "be"), d.trigger)


def _call_false(
    sentences: Sequence[tuple[Sentence, Mentions]], drafts: Sequence[Draft], lexicon: Lexicon
) -> None:
    """What was heard, and is withdrawn in its own sentence or called false in the next, is denied."""
    told: dict[int, list[Draft]] = {}
    for d in drafts:
        if d.type in _TOLD_FALSE:
            told.setdefault(id(d.sentence), []).append(d)
    for n, (s, ms) in enumerate(sentences):
        if id(s) not in told:
            continue
        after = sentences[n + 1][0].text if n + 1 < len(sentences) else ""
        _no_longer_said(s, after, told[id(s)], lexicon)
        if (match := lexicon.pattern("not_so").match(after)) is not None:
            said = lexicon["verbs.report verbs.uncertain"]
            others = [d for d in told[id(s)] if _not_the_reports_own(d, said)]
            for d in meant_by(s, ms, others, match, said):
                d.stand.set("denied", None)
        false = lexicon.pattern("taken_back").search(after) or lexicon.pattern("but_not").search(s.text)
        names = ["earlier_version", *(["hearsay"] if false else [])]
        found = [m for m in (lexicon.pattern(name).search(s.text) for name in names) if m is not None]
        start = min((s.start + m.end() for m in found), default=s.end)
        for d in told[id(s)]:
            if start <= s[d.trigger].start:
                d.stand.set("denied", None)
                d.quantity = d.quantity or _given(d, lexicon)


def _retell_false(drafts: Sequence[Draft], lexicon: Lexicon) -> None:
    """ "Reports that X was freed were wrong. Channels had announced her release": it stays false.

    Not where the report tells it later in words or with a day of its own.
    """
    false = [
        d
        for d in drafts
        if d.type in LET_GO and d.stand.mode == "denied" and in_false_report(d.sentence, d.trigger, lexicon)
    ]
    for first in false:
        who = set(first.names("person"))
        for d in drafts:
            again = d.type in LET_GO and d.sentence.start > first.sentence.start
            back = (d.nominal or d.stand.perfect) and (d.time is None or d.time.basis != "stated")
            if again and back and d.stand.mode == "performed" and who & set(d.names("person")):
                d.stand.set("denied", None)


def _not_the_reports_own(d: Draft, said: Set[str]) -> bool:
    """ "The envoy asked why they had been freed. They had not been.": another's words, no wish."""
    s, v = d.sentence, _clause(d)
    below = s[v].dep in {"ccomp", "acl", "advcl", "pcomp"} or s.kid(v, "mark") is not None
    below = below or (s[v].dep == "xcomp" and s[s[v].head].lemma in said)  # "is said to have been freed"
    return (below or bool(d.attribution)) and d.stand.mode not in {"demanded", "conditional", "hypothetical"}


def _clause(d: Draft) -> int:
    """The verb whose clause tells the deed."""
    verb = d.sentence.verb_of(d.trigger) if d.nominal else d.trigger
    return d.trigger if verb is None else verb


def _no_longer_said(s: Sentence, after: str, drafts: Sequence[Draft], lexicon: Lexicon) -> None:
    """ "X had announced it; they later withdrew the post" denies it; a law yet to be signed frees nobody."""
    behind = f"{s.text} {after}"
    withdrawn = lexicon.pattern("withdrawn").search(behind)
    no_law = any(d.type == "CLEMENCY" for d in drafts) and lexicon.pattern("not_yet_law").search(behind)
    for d in drafts:
        at = s[d.trigger].start - s.start
        if (
            withdrawn is not None
            and at < withdrawn.start() < len(s.text) + _OPENS
            and d.stand.mode != "denied"
        ):
            d.stand.set("denied", None)
        elif no_law and d.type == "CLEMENCY" and d.stand.mode in {"performed", "announced"}:
            passed = any(w.lemma in lexicon["verbs.voting"] for w in s.words)
            d.stand.mode = "agreed" if passed else d.stand.mode


def _given(d: Draft, lexicon: Lexicon) -> Quantity | None:
    """ "Gave the number of miners who were freed as 28": the figure that is taken back."""
    match = lexicon.pattern("figure_given").search(d.sentence.text)
    if match is None or d.type not in _COUNTED:
        return None
    told = (q for q in d.mentions.numbers if match.start("to") <= q.start < match.end())
    return next((q.quantity for q in told if q.kind in {"count", "other"}), None)


def _pardoned(s: Sentence, ms: Mentions, match: re.Match[str]) -> list[Draft]:
    """ "Seventy is the total listed in the amnesty": how many were pardoned, and not freed."""
    group = "to" if match.group("to") is not None else "is"
    found = [q for q in ms.numbers if q.start <= match.start(group) < q.end]
    if not found:
        return []
    words = s.at(s.start + match.start(), s.start + match.end())
    d = Draft("clemency.figure", "CLEMENCY", s, ms, words[-1], words[0], words[-1])
    d.sub = "amnesty" if "amnest" in match.group(0).lower() else "pardon"
    d.quantity = found[0].quantity
    d.add("group", Filler(match.group("who") or match.group("of") or "people", "group"))
    return [d]


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
        d.sub, d.source, d.time = model.sub, model.source, model.time
        d.slots = {role: list(ms_) for role, ms_ in model.slots.items() if role != "people"}
        people = [p for p in model.slots.get("people", []) if p.kind == "group"]
        d.slots["people"] = people
        d.add("group", *(Filler(model.sentence[p.head].text, "group") for p in people))
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
