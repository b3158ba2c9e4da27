"""The codebook as a page for people: ``python -m detente.codebook.page > docs/codebook.md``.

In comes a :class:`~detente.codebook.shapes.Codebook`, out comes Markdown. The page in ``docs/`` is
this function's output and nothing else; a test compares the two.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from detente.codebook.load import codebook
from detente.codebook.shapes import (
    Bounds,
    Code,
    Codebook,
    EventType,
    Example,
    Expect,
    QuantitySample,
    Role,
    StatusTrack,
    Window,
    several,
)

GROUPS = {
    "D": "People and custody",
    "S": "Sanctions",
    "T": "Talks and diplomacy",
    "A": "Words that bind, ask or judge",
    "R": "Record types",
}

INTRODUCTION = """\
A *claim* is one event or state, as told by one chain of sources, in one span of one text. This page says
which types of claim there are, how to tell them apart, and what a reader must get out of real wording. It
is made from the files in `src/detente/codebook/`; change those, not this page
(`python -m detente.codebook.page > docs/codebook.md`).

Four rules hold for all types. One clause may give several claims. Where two types could stand, the earlier
one in this page is taken and the other is kept as `alt_type`. A needed role that the text leaves open is
`UNSTATED`, never guessed. What is promised, demanded or denied is a claim too, in that mode, and never told
as done.
"""

READING = """\
Under each example stands what a reader must get out of it (**expect**) and what must not come out
(**never**). A field that is not named is not looked at; words joined by *or* are both accepted; a name fits
when its words do, articles and titles aside. Text dated only by weekday or month is read against the day of
publication: Wednesday, 4 March 2026, unless the example says otherwise. Places and people are invented; so
is every event.
"""


def page(book: Codebook) -> str:
    """The whole codebook as Markdown."""
    parts = ["# The codebook", INTRODUCTION, *_overview(book), *_sections(book), *_tables(book)]
    return "\n\n".join(part.strip("\n") for part in parts) + "\n"


def main() -> None:
    """Write the page of the shipped codebook to standard output, in UTF-8 whatever the terminal says."""
    sys.stdout.buffer.write(page(codebook()).encode())


def _overview(book: Codebook) -> Iterator[str]:
    examples = [example for kind in book.types.values() for example in kind.examples]
    others = sum(example.instead is not None for example in examples)
    unread = sum(example.read == "unread" for example in examples)
    registers = Counter(example.register for example in examples)
    told = ", ".join(f"{count} {_words(name)}" for name, count in sorted(registers.items()))
    yield (
        f"There are {len(book.types)} types and {len(examples)} examples ({others} of them show what a type "
        f"is *not*; {unread} are marked as not read yet). By register: {told}."
    )
    rows = [
        (kind.code, f"[{kind.name}](#{_anchor(kind)})", kind.definition, str(len(kind.examples)))
        for kind in book.types.values()
    ]
    yield _table(("", "type", "definition", "examples"), rows)


def _sections(book: Codebook) -> Iterator[str]:
    yield "## How to read the examples"
    yield READING
    group = ""
    for kind in book.types.values():
        if kind.group != group:
            group = kind.group
            yield f"## {GROUPS[group]}"
        yield from _section(kind)


def _section(kind: EventType) -> Iterator[str]:
    yield f"### {kind.code} {kind.name}: {kind.title}"
    yield kind.definition
    yield f"**Counts as.** {_sentences(kind.include)}"
    yield f"**Does not count as.** {_sentences(kind.exclude)}"
    for note in kind.notes:
        yield f"> {note}"
    yield "**Roles**"
    yield _table(("role", "needed", "meaning", "filled by"), [_role(role) for role in kind.roles])
    for heading, words in (("Sub-types", kind.sub), ("Steps", kind.step), ("Stances", kind.stance)):
        if words:
            yield f"**{heading}**"
            yield _bullets(f"`{name}`: {meaning}" for name, meaning in words.items())
    yield "**Easily taken for**"
    yield _bullets(f"{other}: {how}" for other, how in kind.confusable_with.items())
    yield f"**Elsewhere.** {_codes(kind)}"
    yield "**Examples**"
    yield from (_example(number, example) for number, example in enumerate(kind.examples, 1))


def _role(role: Role) -> tuple[str, ...]:
    needed = "yes" if role.needed else ""
    if role.one_of:
        needed += f" (one of those marked *{role.one_of}*)"
    by = f"the claim's `{role.field}`" if role.field else ", ".join(role.kinds)
    return (role.name, needed, role.meaning, by)


def _codes(kind: EventType) -> str:
    manual = "; ".join(map(_code, kind.plover.manual))
    table = f" (its CAMEO table: {'; '.join(map(_code, kind.plover.table))})" if kind.plover.table else ""
    cameo = ", ".join(kind.cameo) or "none"
    return f"PLOVER {manual}{table}. CAMEO {cameo}."


def _code(code: Code) -> str:
    name = code.event + (f"/{code.mode}" if code.mode else "")
    contexts = f" {{{', '.join(code.contexts)}}}" if code.contexts else ""
    return name + contexts + (f" [{code.when}]" if code.when else "")


def _example(number: int, example: Example) -> str:
    lines = [f"{number}. *{_words(example.register)}*{_tags(example)}", ""]
    lines += [f"   > {line}" if line else "   >" for line in example.text.split("\n")]
    lines += [""]
    if example.instead is not None:
        lines.append(f"   - not this type: {example.instead}")
    lines += [f"   - **expect** {_expect(expect)}" for expect in example.expect]
    lines += [f"   - **never** {_expect(never)}" for never in example.never]
    return "\n".join(lines)


def _tags(example: Example) -> str:
    tags = [f"published {example.published}"] if example.published != "2026-03-04" else []
    tags += [f"phenomenon {', '.join(map(str, example.phenomenon))}"] if example.phenomenon else []
    tags += [f"rule {', '.join(example.rule)}"] if example.rule else []
    tags += ["not read yet"] if example.read else []
    tags += [f"heading: “{line}”" for line in example.headings]
    tags += [f"furniture: “{line}”" for line in example.boilerplate]
    return f" ({'; '.join(tags)})" if tags else ""


def _expect(expect: Expect) -> str:
    return "; ".join([expect.type, *_said(expect), *_filled(expect), *_measured(expect)])


def _said(expect: Expect) -> Iterator[str]:
    for field in ("sub", "mode", "polarity", "factuality", "step", "stance", "voluntariness", "duration"):
        words = several(getattr(expect, field))
        if words:
            yield f"{field} {' or '.join(words)}"
    for field in ("label", "topic", "condition"):
        if getattr(expect, field) is not None:
            yield f"{field} “{getattr(expect, field)}”"


def _filled(expect: Expect) -> Iterator[str]:
    for role, names in expect.roles.items():
        said = " + ".join(name.replace("|", " or ") for name in several(names))
        yield f"{role.replace('|', ' or ')} = {said}"
    if expect.attribution is not None:
        yield f"said by {expect.attribution.replace('|', ' or ') or 'the outlet itself'}"
    if expect.chain:
        yield f"chain {' ← '.join(expect.chain)}"


def _measured(expect: Expect) -> Iterator[str]:
    for field in ("quantity", "penalty", "money"):
        if getattr(expect, field) is not None:
            yield f"{field} {_bounds(getattr(expect, field))}"
    if expect.hedges:
        yield "hedge " + ", ".join(f"“{hedge}”" for hedge in expect.hedges)
    if expect.linkage is not None:
        cue = f" “{expect.linkage.cue}”" if expect.linkage.cue else ""
        yield f"linkage {expect.linkage.class_}{cue}"
    if expect.time is not None:
        yield f"time {_window(expect.time)}"
    if expect.content:
        yield f"points to {', '.join(expect.content)}"


def _bounds(bounds: Bounds | QuantitySample) -> str:
    low = "open" if bounds.lo is None else f"{bounds.lo}{' soft' if bounds.soft_lo else ''}"
    high = "open" if bounds.hi is None else f"{bounds.hi}{' soft' if bounds.soft_hi else ''}"
    return low if low == high else f"{low} to {high}"


def _window(window: Window) -> str:
    if window.start == window.end:
        return str(window.start)
    return f"{window.start or 'open'} to {window.end or 'open'}"


def _tables(book: Codebook) -> Iterator[str]:
    yield "## Modes"
    yield "How a text puts the event. Only some modes say that it has happened."
    modes = [(m.name, "yes" if m.done else "", m.meaning, ", ".join(m.cues)) for m in book.modes.values()]
    yield _table(("mode", "says it happened", "meaning", "such as"), modes)
    yield "Factuality, relative to the innermost source:"
    sure = [(f.name, f.meaning, ", ".join(f.cues)) for f in book.factuality.values()]
    yield _table(("factuality", "meaning", "such as"), sure)
    yield "## Roles"
    roles = [(r.name, r.side, r.meaning, ", ".join(r.kinds)) for r in book.roles.values()]
    yield _table(("role", "side", "meaning", "filled by"), roles)
    yield "## Quantities"
    yield _quantities(book)
    yield "## Statuses"
    for track in book.statuses:
        yield from _track(track)
    yield from _linkage(book)
    yield from _grading(book)
    yield from _lists(book)


def _quantities(book: Codebook) -> str:
    rows = [
        (
            rule.name,
            ", ".join(rule.cues),
            rule.lower,
            rule.upper,
            ", ".join(rule.soft),
            _samples(rule.samples),
        )
        for rule in book.quantities
    ]
    return _table(("words", "cues", "at least", "at most", "soft", "so that"), rows)


def _samples(samples: Sequence[QuantitySample]) -> str:
    return "; ".join(f"“{sample.text}” is {_bounds(sample)}" for sample in samples)


def _track(track: StatusTrack) -> Iterator[str]:
    per = f", one for each {track.per}" if track.per else ""
    yield f"### {track.subject.capitalize()}: {track.name}"
    yield f"{track.meaning} Starts at `{track.start}`{per}."
    for note in track.notes:
        yield f"> {note}"
    yield _table(("state", "meaning"), [(state.name, state.meaning) for state in track.states])
    moves = [
        (", ".join("any" if old == "*" else old for old in move.from_), move.to, ", ".join(move.by))
        for move in track.moves
    ]
    yield _table(("from", "to", "on"), moves)


def _linkage(book: Codebook) -> Iterator[str]:
    yield "## Linkage"
    classes = [(c.class_, c.evidence, "yes" if c.makes_deal else "no") for c in book.linkage.classes]
    yield _table(("class", "evidence", "makes a deal"), classes)
    cues = [(cue.cue, cue.class_, cue.direction, cue.polarity) for cue in book.linkage.cues]
    yield _table(("cue", "class", "direction", "polarity"), cues)


def _grading(book: Codebook) -> Iterator[str]:
    grading = book.grading
    yield "## Grading"
    yield f"A source whose letter nobody has set counts as {grading.unknown}."
    letters = [(x.letter, x.meaning, f"{x.prior:.2f}", f"{x.strength:g}") for x in grading.letters]
    yield _table(("letter", "meaning", "prior", "strength"), letters)
    yield _table(("source", "about", "weight"), [(a.source, a.about, a.weight) for a in grading.authority])
    yield _table(("digit", "meaning"), [(str(digit.digit), digit.meaning) for digit in grading.digits])
    yield _table(("verdict", "meaning"), [(verdict.name, verdict.meaning) for verdict in grading.verdicts])
    yield _table(("one origin", ""), [(_words(k), f"{v:g}") for k, v in grading.origin.items()])
    yield _table(("one happening", ""), [(_words(k), f"{v:g}") for k, v in grading.coreference.items()])


def _lists(book: Codebook) -> Iterator[str]:
    examples = [example for kind in book.types.values() for example in kind.examples]
    shown = Counter(number for example in examples for number in example.phenomenon)
    ruled = Counter(rule for example in examples for rule in example.rule)
    yield "## Phenomena"
    yield "What real reporting does; examples name these by number."
    yield _table(
        ("", "phenomenon", "examples"),
        [(str(p.number), p.title, str(shown[p.number])) for p in book.phenomena],
    )
    yield "## Never inferred"
    yield "Whatever a text suggests; examples name these by rule."
    yield _table(
        ("rule", "never", "examples"), [(r, t, str(ruled[r])) for r, t in book.never_inferred.items()]
    )


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)


def _bullets(items: Iterable[str]) -> str:
    return "\n".join(f"- {item}" for item in items)


def _sentences(items: Sequence[str]) -> str:
    joined = "; ".join(items)
    return joined[:1].upper() + joined[1:] + "."


def _words(name: str) -> str:
    return name.replace("_", " ")


def _anchor(kind: EventType) -> str:
    title = f"{kind.code} {kind.name}: {kind.title}".lower()
    kept = "".join(c for c in title if c.isalnum() or c in " -_")
    return kept.replace(" ", "-")


if __name__ == "__main__":
    main()
