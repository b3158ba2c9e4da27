"""Cues that tie a give to a take, with their class (CODEBOOK §6); headings give nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.reading.draft import Draft
from detente.reading.lexicon import Lexicon
from detente.reading.modality import Stand
from detente.reading.scene import Scene
from detente.reading.words import Sentence
from detente.records import Linkage, LinkageClass

_OURS = re.compile(
    r"\b(?:releas|free[ds]?\b|freed|freeing|freedom|pardon|amnest|clemency|swap|exchang|hostage|prisoner|detainee|sanction|relief|let (?:go|out)|jail|deal|talks|envoy|visit|concession|hand(?:ed)? over|gave|transfer)",
    re.I,
)  # fmt: skip
_ORDER_ONLY = re.compile(
    r"\b(?:releas|freed|pardon|swap|let go|let out|talks|deal|visit|move|step|announce|prisoner)", re.I
)


def linkages(scene: Scene, *, heading: bool = False) -> Iterator[Draft]:
    """Drafts of LINKAGE in a sentence or heading."""
    s, lex = scene.s, scene.lex
    denied = re.compile(lex.phrases["linkage_denied"]["cue"], re.I)
    if not _OURS.search(s.text):
        return
    for match in denied.finditer(s.text):
        if _about_ties(s.text, match):
            yield _make(scene, match, "L2", "-", heading)
    taken: list[tuple[int, int]] = [m.span() for m in denied.finditer(s.text)]
    for row in lex.phrases["linkage"]:
        if heading and row["class"] != "L2":
            continue
        for match in re.compile(row["cue"], re.I).finditer(s.text):
            if any(a < match.end() and b > match.start() for a, b in taken):
                continue
            if row["class"] == "L1" and not _order(s, match):
                continue
            taken.append(match.span())
            yield _make(scene, match, row["class"], "+", heading)


def _about_ties(text: str, match: re.Match[str]) -> bool:
    cue = match.group(0).lower()
    if "humanitarian" in cue or "unilateral" in cue or "mercy" in cue:
        return (
            re.search(r"\b(?:release|pardon|freed|grounds|act|gesture|move|step)\b", text, re.I) is not None
        )
    if "ransom" in cue:
        return re.search(r"\b(?:den(?:y|ies|ied)|not)\b", text[: match.start()], re.I) is not None
    return True


def _order(s: Sentence, match: re.Match[str]) -> bool:
    """Order in time counts between acts of ours, on both sides of the cue."""
    before, after = s.text[: match.start()], s.text[match.start() :]
    start_of = s.text[: match.start()].strip() == ""
    return bool(_ORDER_ONLY.search(after)) and (bool(_ORDER_ONLY.search(before)) or start_of)


def _make(scene: Scene, match: re.Match[str], class_: LinkageClass, polarity: str, heading: bool) -> Draft:
    s = scene.s
    words = s.at(s.start + match.start(), s.start + match.end())
    lo, hi = words[0], words[-1]
    lo, hi = (0, len(s) - 1) if heading else _widen(s, lo, hi)
    d = Draft(
        "linkage.cue" if polarity == "+" else "linkage.denied", "LINKAGE", s, scene.ms, words[0], lo, hi
    )
    d.stand = Stand("asserted")
    if polarity == "-":
        d.stand.polarity, d.stand.mode = "-", "denied"
    chain, certain = scene.sources.chain(s, scene.ms, words[0])
    d.attribution, d.scope_certain = chain, certain
    d.kind = "heading" if heading else "body"
    d.linkage = Linkage(class_, match.group(0), "answers" if class_ == "L2" else _direction(match.group(0)))
    for i in range(lo, min(hi + 6, len(s))):
        m = scene.ms.at(i)
        if m is not None and m.kind == "state" and not m.city and m.head == i:
            d.put("party", m)
    return d


def _direction(cue: str):
    """Does what stands before the cue follow or precede what stands after it?"""
    return "precedes" if re.search(r"\bbefore\b", cue, re.I) else "follows"


def _widen(s: Sentence, lo: int, hi: int) -> tuple[int, int]:
    """Take in the object of the cue and, where the cue is a verb, its subject."""
    start = lo
    for i in range(start, hi + 1):
        for k in s.kids(i, "pobj", "dobj", "pcomp"):
            if k.i > hi:
                hi = max(hi, s.np(k.i)[1])
    if hi + 1 < len(s) and s[hi + 1].low in {"with", "between", "of"}:
        for i in range(hi + 2, min(hi + 10, len(s))):
            if s[i].tag in {"NNP", "NNPS", "NNS", "NN"}:
                hi = i
            elif s[i].tag not in {"DT", "JJ", "CC", "CD", "POS"}:
                break
    if s[start].tag.startswith("V"):
        subject = s.kid(start, "nsubj", "nsubjpass")
        if subject is not None:
            lo = min(lo, s.np(subject.i)[0])
    return lo, hi


def has_condition(lexicon: Lexicon, text: str) -> bool:
    """Does the text hold a word of condition?"""
    return re.search(lexicon.phrases["conditions"]["cue"], text, re.I) is not None
