"""How a record of a person, a group or a label begins: a draft with its span, mode and sources."""

from __future__ import annotations

from detente.reading.clauses.draft import Draft
from detente.reading.clauses.modality import Stand
from detente.reading.clauses.scene import Scene
from detente.records import Mode, TypeName


def record(
    scene: Scene,
    rule: str,
    type_: TypeName,
    lo: int,
    hi: int,
    *,
    sub: str | None = None,
    mode: Mode = "background",
) -> Draft:
    """A draft over the words ``lo`` to ``hi``; the chain of sources is kept where the text asserts it."""
    chain, certain = scene.sources.chain(scene.s, scene.ms, lo if lo == hi else hi)
    d = Draft(
        rule,
        type_,
        scene.s,
        scene.ms,
        hi,
        lo,
        hi,
        sub=sub,
        attribution=chain if mode == "asserted" else [],
        scope_certain=certain,
    )
    d.stand = Stand(mode)
    return d
