"""The queue of what a person should look at: two that may be one, claims the reader is unsure of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from detente.errors import InputError
from detente.records import Claim, Coding, Judgement, Placed
from detente.views.serving import View
from detente.views.serving.view import Quote
from detente.workspace import Workspace
from detente.workspace.judging import Candidate

UNSURE = 0.75
"""Claims the reader is less sure of than this are in the queue."""
VERDICTS = (("same", "s", "The same"), ("different", "d", "Different"), ("unsure", "u", "Cannot tell"))
"""Verdict, key, and what stands on the button."""
CODINGS = (("confirm", "a", "The text says so"), ("reject", "r", "The text does not say this"))


class Item(NamedTuple):
    """One thing to look at."""

    key: str  # pair-… or claim-…
    candidate: Candidate | None
    left: tuple[Quote, ...]
    right: tuple[Quote, ...]
    quote: Quote | None  # of a claim
    said: tuple[Coding, ...]  # what people said of it before


class Agreement(NamedTuple):
    """How far reviewers agree on what more than one of them looked at."""

    shared: int
    same: int


class Queue(NamedTuple):
    """All that the page sets."""

    items: tuple[Item, ...]
    at: int
    agreement: Agreement
    codings: tuple[Placed, ...]
    judgements: tuple[Judgement, ...]

    @property
    def item(self) -> Item | None:
        """What is looked at now."""
        return self.items[self.at] if self.at < len(self.items) else None


class Made(NamedTuple):
    """What people said so far, and what is in doubt."""

    candidates: tuple[Candidate, ...]
    codings: tuple[Placed, ...]
    judgements: tuple[Judgement, ...]


def made(workspace: Workspace) -> Made:
    """Asked of the workspace in its own thread."""
    return Made(workspace.candidates(), workspace.codings(), workspace.judgements())


def queue(view: View, found: Made, *, at: int, author: str) -> Queue:
    """What the page of review shows to this reviewer: what they have not yet looked at."""
    mine = {c.was.id for c in _codings(found) if c.was is not None and c.author == author}
    mine |= {c.claim.id for c in _codings(found) if c.claim is not None and c.author == author}
    unsure = sorted(
        (c for c in view.state.claims if c.confidence < UNSURE), key=lambda c: (c.confidence, c.id)
    )
    items = [_pair(candidate, view) for candidate in found.candidates]
    items += [_claim(claim, view, found) for claim in unsure if claim.id not in mine]
    start = min(max(at, 0), max(len(items) - 1, 0))
    return Queue(tuple(items), start, agreement(found), found.codings, found.judgements)


def _codings(found: Made) -> Iterable[Coding]:
    return (placed.coding for placed in found.codings if placed.status != "retracted")


def _pair(candidate: Candidate, view: View) -> Item:
    left, right = (view.quotes(side.claims[:3]) for side in (candidate.left, candidate.right))
    return Item(f"pair-{candidate.id}", candidate, left, right, None, ())


def _claim(claim: Claim, view: View, found: Made) -> Item:
    said = tuple(c for c in _codings(found) if claim.id in {x.id for x in (c.was, c.claim) if x is not None})
    return Item(f"claim-{claim.id}", None, (), (), view.quoted(claim), said)


def agreement(found: Made) -> Agreement:
    """Of what two or more people judged, on how much they say the same."""
    said: dict[tuple[str, ...], dict[str, str]] = defaultdict(dict)
    for j in found.judgements:
        said[j.about, *sorted((j.left, j.right))][j.author] = j.verdict
    for coding in _codings(found):
        if coding.was is not None:
            said["claim", coding.was.id][coding.author] = coding.kind
    shared: Sequence[dict[str, str]] = [words for words in said.values() if len(words) > 1]
    return Agreement(len(shared), sum(len(set(words.values())) == 1 for words in shared))


def say(workspace: Workspace, form: dict[str, str], author: str) -> None:
    """Keep what a reviewer says.

    Raises:
        InputError: the form says nothing that can be kept.
        UnknownNameError: what it is about is not there.
    """
    kind, _, name = form.get("key", "").partition("-")
    word, reason = form.get("word", ""), form.get("reason", "").strip()
    if kind == "pair":
        workspace.judge(name, word, reason=reason, author=author)
    elif kind == "claim" and word == "confirm":
        workspace.confirm_claim(name, author=author, reason=reason)
    elif kind == "claim" and word == "reject":
        workspace.reject_claim(name, author=author, reason=reason)
    elif kind == "claim" and word == "correct":
        fields = ("type", "mode", "polarity", "quantity", "step")
        changes = {field: form[field].strip() for field in fields if form.get(field, "").strip()}
        workspace.correct_claim(name, changes, author=author, reason=reason)
    else:
        raise InputError(f"expected a word on a pair or a claim; found {word!r} on {form.get('key', '')!r}")
