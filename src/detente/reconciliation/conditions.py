"""What the acts of a bargain were made to depend on, and whether it came about (CODEBOOK §6)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from detente.language.scripts import fold
from detente.reconciliation.concessions import is_asked_for
from detente.reconciliation.ground import Ground, ids, in_order, is_member
from detente.reconciliation.merging import Bargain
from detente.reconciliation.promises import keeping
from detente.reconciliation.stated import overlap
from detente.reconciliation.words import has_word
from detente.records import DONE, Claim, Condition, Event


def conditions(ground: Ground, bargain: Bargain) -> tuple[Condition, ...]:
    """Every condition in its own words: ``met`` where its act is told as done later, else ``open``.

    Silence meets no condition and fails none; it has failed where the one whose freedom was asked for died.
    """
    found: dict[str, list[Claim]] = {}
    for claim in in_order((*_acts(ground, bargain), *_demands(ground, bargain))):
        text = claim.condition or (claim.span.exact if claim.type == "DEMAND" else None)
        if text and not is_asked_for(claim):
            found.setdefault(text, []).append(claim)
    return tuple(_condition(ground, bargain, text, claims) for text, claims in found.items())


def _acts(ground: Ground, bargain: Bargain) -> tuple[Claim, ...]:
    return ground.of(ground.events[i] for i in bargain.events)


def _demands(ground: Ground, bargain: Bargain) -> Iterator[Claim]:
    told = (c for d in sorted(bargain.documents) for c in ground.by_document.get(d, ()))
    return (c for c in told if c.type == "DEMAND" and c.sub == "condition")


def _condition(ground: Ground, bargain: Bargain, text: str, claims: Sequence[Claim]) -> Condition:
    since = min((c.document.published or "9" for c in claims), default="9")
    met = in_order(c for c in _meeting(ground, bargain, text, claims) if _is_later(c, since))
    died = in_order(c for c in _deaths(ground, bargain, text) if _is_later(c, since))
    if met:
        return Condition(text=text, state="met", claims=ids((*claims, *met)))
    return Condition(text=text, state="failed" if died else "open", claims=ids((*claims, *died)))


def _is_later(claim: Claim, since: str) -> bool:
    return (claim.document.published or "") >= since


def _meeting(ground: Ground, bargain: Bargain, text: str, claims: Sequence[Claim]) -> Iterator[Claim]:
    """Claims that tell as done what the condition asks for: its own act, or the freedom of one it names."""
    for asked in acts_asked(ground, bargain, text, claims):
        kept = (e for e in keeping(ground, asked) if e.id in bargain.events and e.status == "done")
        yield from (c for e in kept for c in ground.of([e]) if _is_all(ground, asked, c))
    if has_word("freedom", text):
        freed = (c for c in _acts(ground, bargain) if c.type == "RELEASE" and c.polarity == "+")
        yield from (c for c in freed if c.mode in DONE and _names(ground, c, text))


def acts_asked(ground: Ground, bargain: Bargain, text: str, claims: Sequence[Claim]) -> Iterator[Event]:
    """The events to come that stand in the condition's own words, in its own report."""
    own = {c.id for c in claims}
    tellers = {c.document.sha256 for c in claims}
    for event in (ground.events[i] for i in sorted(bargain.events)):
        told = ground.of([event])
        inside = (c for c in told if c.document.sha256 in tellers and c.id not in own)
        if event.status == "to_come" and any(_within(c.span.exact, text) for c in inside):
            yield event


def _within(words: str, text: str) -> bool:
    return fold(words) in fold(text) or fold(text) in fold(words)


def _is_all(ground: Ground, asked: Event, done: Claim) -> bool:
    """A part of the people asked for meets no condition; whoever is not counted may be all."""
    wanted = [c for c in ground.of([asked], "RELEASE") if c.quantity is not None and not is_member(c)]
    return all(done.quantity is not None and overlap(c, done) for c in wanted)


def _names(ground: Ground, claim: Claim, text: str) -> bool:
    """Does the text name, in full, somebody of whom the claim tells?"""
    people = (f.entity for f in claim.roles.get("person", ()) if f.entity in ground.entities)
    forms = (n.form for e in people if e for n in ground.entities[e].names)
    return any(" " in form and fold(form) in fold(text) for form in forms)


def _deaths(ground: Ground, bargain: Bargain, text: str) -> Iterable[Claim]:
    if not has_word("freedom", text):
        return ()
    told = (c for d in sorted(bargain.documents) for c in ground.by_document.get(d, ()))
    died = (c for c in told if c.type == "HARM" and c.sub == "death" and c.polarity == "+")
    return (c for c in died if _names(ground, c, text))
