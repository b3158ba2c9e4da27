"""Small gold and small claims, written where they are used; and claims made out of gold itself."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec

from detente.evaluation.gold import Gold, GoldEvent, GoldText
from detente.evaluation.matching import locate
from detente.records import Attribution, Claim, DocumentRef, Filler, Quantity, ReaderRef, Span, claim_id

READER = ReaderRef("sample", "1", "none")
MODE_OF = {"asserted": "performed", "planned": "promised", "conditional": "conditional", "denied": "denied",
           "called_for": "demanded", "past_background": "background"}  # fmt: skip
AGENT_ROLE = {"RELEASE": "releaser", "DETAIN": "detainer", "TRANSFER": "mover", "TALKS": "participants"}


def gold_of(*texts: GoldText) -> Gold:
    """Gold that was never on a disk."""
    return Gold(name="sample", sha256="0" * 64, texts=texts)


def text_of(id_: str, text: str, *events: Mapping[str, Any], **fields: Any) -> GoldText:
    """An annotated text; events as a line of the file has them."""
    return msgspec.convert({"id": id_, "text": text, "events": events, **fields}, GoldText)


def event(type_: str, modality: str, evidence: str, **fields: Any) -> dict[str, Any]:
    """An event as a line of the file has it; ``agent="X"`` and ``count=12`` are written out."""
    row = {"type": type_, "modality": modality, "evidence": evidence, **fields}
    if isinstance(row.get("agent"), str):
        row["agent"] = {"name": row["agent"]}
    if isinstance(row.get("count"), int):
        row["count"] = {"value": row["count"], "kind": "exact"}
    return row


def claim_of(text: GoldText, words: str, type_: str, mode: str = "performed", **fields: Any) -> Claim:
    """A claim on these words of a text. ``roles`` maps a role to a name; ``quantity``: number or bounds."""
    where = locate(text.text, words)
    assert where is not None, words
    span = Span.of(text.text, *where)
    roles = {role: _filler(role, name) for role, name in fields.pop("roles", {}).items()}
    quantity = _quantity(fields.pop("quantity", None))
    said = tuple(Attribution(name, "official") for name in fields.pop("attribution", ()))
    sha = hashlib.sha256(text.text.encode()).hexdigest()
    sub = fields.pop("sub", None)
    id_ = claim_id(sha, span, type_, sub, roles, quantity, mode, "+", said, READER)
    row = {"id": id_, "type": type_, "sub": sub, "mode": mode, "roles": {}, "span": {}, **fields}
    row["span"] = msgspec.to_builtins(span)
    row["document"] = msgspec.to_builtins(DocumentRef(id=text.id, path=f"{text.id}.txt", sha256=sha))
    row["reader"] = msgspec.to_builtins(READER)
    made = msgspec.convert(row, Claim)
    return msgspec.structs.replace(made, roles=roles, quantity=quantity, attribution=said)


def _filler(role: str, name: str | tuple[str, ...]) -> tuple[Filler, ...]:
    names = (name,) if isinstance(name, str) else name
    return tuple(Filler(n, "person" if role == "person" else "organisation") for n in names)


def _quantity(value: int | tuple[int | None, int | None] | None) -> Quantity | None:
    if value is None:
        return None
    lo, hi = (value, value) if isinstance(value, int) else value
    return Quantity(lo, hi, exact=lo == hi)


def perfect(texts: Iterable[GoldText]) -> tuple[Claim, ...]:
    """Claims that say exactly what gold says, one for each scored event."""
    return tuple(claim for text in texts for claim in _perfect(text))


def _perfect(text: GoldText) -> Iterator[Claim]:
    for number, wanted in enumerate(text.events):
        if wanted.type in ("DEAL", "STATEMENT", "CALL") or locate(text.text, wanted.evidence or "") is None:
            continue
        made = claim_of(
            text, wanted.evidence or "", wanted.type, MODE_OF[wanted.modality], roles=_roles(wanted),
            quantity=_bounds(wanted), attribution=[wanted.attributed_to] if wanted.attributed_to else (),
            confidence=0.99,
        )  # fmt: skip
        yield msgspec.structs.replace(made, id=f"{made.id}-{number:03}")


def _roles(wanted: GoldEvent) -> dict[str, Any]:
    named = {
        AGENT_ROLE.get(wanted.type, "authority"): wanted.agent.name if wanted.agent else "",
        "person": wanted.persons,
        "from": wanted.from_ or "",
        "to": wanted.to or "",
        "sector": wanted.sector or "",
    }
    return {role: name for role, name in named.items() if name}


def _bounds(wanted: GoldEvent) -> tuple[int | None, int | None] | None:
    count = wanted.count
    if count is None or not isinstance(count.value, int):
        return None
    return {"min": (count.value, None), "max": (None, count.value)}.get(count.kind, (count.value,) * 2)
