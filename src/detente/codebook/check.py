"""What a sound codebook keeps: every type told in full, every word known, every neighbour mutual.

In comes a :class:`~detente.codebook.shapes.Codebook`, out come :class:`Fault` s, none for a sound one.
What cannot be loaded at all raises while loading; what is loaded but thin or crooked is a fault here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import get_args

from detente.codebook.shapes import (
    Codebook,
    Entry,
    EventType,
    Example,
    Expect,
    Role,
    StatusTrack,
    several,
)
from detente.records import Factuality, Mode, TypeName

EXAMPLES_NEEDED = 9
"""Three of the table's own and six in other registers."""

OTHERS_NEEDED = 2
"""How many examples of a type show what it is not."""


class Fault(Entry, frozen=True):
    """One thing that is missing or does not fit, and where."""

    where: str
    message: str


def check(book: Codebook) -> tuple[Fault, ...]:
    """Everything that is missing or does not fit, in the order of the codebook.

    Example:
        >>> from detente.codebook import codebook
        >>> check(codebook())
        ()
    """
    found = [*_types(book), *_roles(book), *_modes(book)]
    found += [fault for track in book.statuses for fault in _track(book, track)]
    found += [*_linkage(book), *_coverage(book), *_words_shown(book)]
    return tuple(found)


def _types(book: Codebook) -> Iterator[Fault]:
    for name in get_args(TypeName):
        if name not in book.types:
            yield Fault(where=name, message=f"expected events/{name.lower()}.toml; found none; write it")
    for kind in book.types.values():
        yield from _headings(kind)
        yield from _neighbours(book, kind)
        yield from _examples(book, kind)


def _headings(kind: EventType) -> Iterator[Fault]:
    for heading in ("title", "definition", "include", "exclude", "confusable_with", "roles", "examples"):
        if not getattr(kind, heading):
            yield Fault(where=kind.name, message=f"expected {heading}; found nothing; write it")
    if not kind.plover.manual:
        yield Fault(where=kind.name, message="expected a PLOVER code or 'none'; found nothing; write it")
    for sub in (sub for code in (*kind.plover.manual, *kind.plover.table) for sub in code.subs):
        if sub not in kind.sub:
            yield Fault(
                where=kind.name, message=f"a PLOVER code is for {sub}, which is no sub; mend one of them"
            )


def _neighbours(book: Codebook, kind: EventType) -> Iterator[Fault]:
    for other in kind.confusable_with:
        if other in book.types and kind.name not in book.types[other].confusable_with:
            message = f"is confusable with {other}, but {other} does not say so; add it there"
            yield Fault(where=kind.name, message=message)


def _examples(book: Codebook, kind: EventType) -> Iterator[Fault]:
    others = sum(example.instead is not None for example in kind.examples)
    if len(kind.examples) < EXAMPLES_NEEDED:
        message = f"expected {EXAMPLES_NEEDED} examples; found {len(kind.examples)}; write more"
        yield Fault(where=kind.name, message=message)
    if others < OTHERS_NEEDED:
        message = f"expected {OTHERS_NEEDED} examples of what it is not; found {others}; write more"
        yield Fault(where=kind.name, message=message)
    for example in kind.examples:
        where = f"{kind.name}: {example.text[:40]!r}"
        for message in (*_purpose(kind, example), *_words(book, example)):
            yield Fault(where=where, message=message)


def _purpose(kind: EventType, example: Example) -> Iterator[str]:
    shown = any(expect.type == kind.name for expect in example.expect)
    if example.instead is None and not shown:
        yield f"expected a claim of {kind.name}, or 'instead'; found neither"
    if example.instead is not None and not any(never.type == kind.name for never in example.never):
        yield f"is not {kind.name}; expected that among its never; found it missing"


def _words(book: Codebook, example: Example) -> Iterator[str]:
    numbers = {phenomenon.number for phenomenon in book.phenomena}
    for number in sorted(set(example.phenomenon) - numbers):
        yield f"phenomenon {number} is not in phenomena.toml"
    for rule in sorted(set(example.rule) - set(book.never_inferred)):
        yield f"rule {rule} is not in phenomena.toml"
    for line in (*example.headings, *example.boilerplate):
        if line not in example.text:
            yield f"marks {line!r}, which is not in the text"
    for expect in (*example.expect, *example.never):
        yield from _predicate(book, expect, example.text)


def _predicate(book: Codebook, expect: Expect, text: str) -> Iterator[str]:
    if expect.type not in book.types:
        yield f"names {expect.type}, which has no file"
        return
    kind = book.types[expect.type]
    known = {role.name for role in kind.roles}
    for name in sorted({part for key in expect.roles for part in key.split("|")} - known):
        yield f"{expect.type} has no role {name}"
    for sub in sorted(set(several(expect.sub)) - set(kind.sub)):
        yield f"{expect.type} has no sub {sub}"
    for verbatim in (*expect.hedges, expect.label, expect.topic, expect.condition):
        if verbatim and verbatim not in text:
            yield f"expects {verbatim!r}, which is not in the text"


def _roles(book: Codebook) -> Iterator[Fault]:
    for kind in book.types.values():
        names = [role.name for role in kind.roles]
        for twice in sorted({name for name in names if names.count(name) > 1}):
            yield Fault(where=kind.name, message=f"role {twice} is there twice; take one out")
        for role in kind.roles:
            yield from (Fault(where=kind.name, message=message) for message in _role(book, role))
    used = {role.name for kind in book.types.values() for role in kind.roles}
    for name in sorted(set(book.roles) - used):
        yield Fault(where="roles.toml", message=f"no type has the role {name}; take it out")


def _role(book: Codebook, role: Role) -> Iterator[str]:
    word = book.roles.get(role.name)
    if word is None:
        yield f"role {role.name} is not in roles.toml; add it there"
        return
    for kind in sorted(set(role.kinds) - set(word.kinds)):
        yield f"role {role.name} takes {kind}, which roles.toml does not allow"
    if not role.kinds and role.field is None:
        yield f"role {role.name} says neither which kinds fill it nor which field holds it"


def _modes(book: Codebook) -> Iterator[Fault]:
    for name in sorted(set(get_args(Mode)) - set(book.modes)):
        yield Fault(where="modes.toml", message=f"mode {name} is missing; add it")
    for name in sorted(set(get_args(Factuality)) - set(book.factuality)):
        yield Fault(where="modes.toml", message=f"factuality {name} is missing; add it")


def _track(book: Codebook, track: StatusTrack) -> Iterator[Fault]:
    where, known = f"{track.subject}/{track.name}", {state.name for state in track.states}
    named = {state for move in track.moves for state in (*move.from_, move.to)} | {track.start}
    for state in sorted(named - known - {"*"}):
        yield Fault(where=where, message=f"a move names the state {state}, which the track has not")
    for state in sorted(known - {move.to for move in track.moves} - {track.start}):
        yield Fault(where=where, message=f"no move leads to {state}")
    for trigger in sorted({trigger for move in track.moves for trigger in move.by}):
        if not _trigger_known(book, trigger):
            yield Fault(where=where, message=f"moved by {trigger}, which no type has")


def _trigger_known(book: Codebook, trigger: str) -> bool:
    if trigger.startswith("step:"):
        return any(trigger.removeprefix("step:") in kind.step for kind in book.types.values())
    if trigger.startswith("deal:"):
        return True
    name, _, sub = trigger.partition("/")
    kinds = [kind for kind in book.types.values() if kind.name == name]
    return bool(kinds) and (not sub or sub in kinds[0].sub)


def _linkage(book: Codebook) -> Iterator[Fault]:
    classes = {kind.class_ for kind in book.linkage.classes}
    for cue in book.linkage.cues:
        if cue.class_ not in classes:
            yield Fault(
                where="linkage.toml", message=f"{cue.cue!r} is of class {cue.class_}, which is missing"
            )
    for cue_text in _doubles(cue.cue for cue in book.linkage.cues):
        yield Fault(where="linkage.toml", message=f"{cue_text!r} is there twice; take one out")


def _coverage(book: Codebook) -> Iterator[Fault]:
    examples = [example for kind in book.types.values() for example in kind.examples]
    shown = {number for example in examples for number in example.phenomenon}
    for phenomenon in book.phenomena:
        if phenomenon.number not in shown:
            yield Fault(where="examples", message=f"none shows phenomenon {phenomenon.number}; write one")
    ruled = {rule for example in examples for rule in example.rule}
    for rule in book.never_inferred:
        if rule not in ruled:
            yield Fault(where="examples", message=f"none shows rule {rule}; write one")
    for text in _doubles(example.text for example in examples):
        yield Fault(where="examples", message=f"{text[:40]!r} is there twice; change one")


def _words_shown(book: Codebook) -> Iterator[Fault]:
    expects = [expect for kind in book.types.values() for e in kind.examples for expect in e.expect]
    shown = {(expect.type, word) for expect in expects for word in _shown(expect)}
    for kind in book.types.values():
        for word in (*kind.sub, *kind.step, *kind.stance):
            if (kind.name, word) not in shown:
                yield Fault(where=kind.name, message=f"no example expects {word}; write one")
    modes = {expect.mode for expect in expects}
    for mode in book.modes:
        if mode not in modes:
            yield Fault(where="modes.toml", message=f"no example expects {mode} and no other; write one")


def _shown(expect: Expect) -> tuple[str, ...]:
    return (*several(expect.sub), *several(expect.step), *several(expect.stance))


def _doubles(words: Iterable[str]) -> tuple[str, ...]:
    seen = list(words)
    return tuple(sorted({word for word in seen if seen.count(word) > 1}))
