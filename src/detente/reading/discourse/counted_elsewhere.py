"""How many were freed, where another sentence of the report counts them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from detente.reading.clauses.draft import Draft
from detente.reading.discourse.antecedents import BESIDE, OF_CUSTODY, together
from detente.reading.lexicon import Lexicon
from detente.reading.nouns.mention import Mention, surname
from detente.reading.nouns.mentions import Mentions
from detente.reading.parsing.words import Sentence
from detente.records import FREED, Filler, Quantity

_GOING = frozenset({"RELEASE", "TRANSFER"})
_TELLING = frozenset({"acl", "relcl", "prep"})
_NEXT = 2
"""So many sentences further on, "the two" are still those last named."""


def counted_elsewhere(drafts: Sequence[Draft], page: Sequence[tuple[Sentence, Mentions]]) -> None:
    """Give a release the number that the rest of the report has for its people.

    "Danes freed by Varland landed in Oslo. … The ten Danes": a bare plural is as many as those who are then
    called *the ten*; "the mass release" is of the only group of which the report tells that it went.
    """
    _massed(drafts)
    bare = [(d, m) for d in drafts if d.quantity is None for m in _bare(d)]
    if not bare:
        return
    held = {
        (d.sentence.start, m.head)
        for d in drafts
        if d.type not in _GOING or d.stand.mode == "denied"
        for m in _people(d)
    }
    counts = [(s, m) for s, ms in page for m in _counted(s, ms)]
    for d, m in bare:
        same = [(s, x) for s, x in counts if x.noun == m.noun]
        behind = [(s, x) for s, x in same if s.start > d.sentence.start and _the_very(s, x, x.quantity)]
        later = [x for s, x in behind if (s.start, x.head) not in held]
        if later and len({_exact(x.quantity) for _, x in same}) == 1:
            d.quantity = later[0].quantity


def _massed(drafts: Sequence[Draft]) -> None:
    """ "The mass release", told of nobody: of the one counted group that is told to have gone."""
    going = [d for d in drafts if d.type in _GOING and d.stand.mode == "performed" and d.quantity is not None]
    told = {_exact(d.quantity) for d in going}
    if len(told) != 1 or None in told:
        return
    for d in drafts:
        mass = d.source is not None and d.source.shape == "mass_noun" and d.stand.mode == "performed"
        if mass and d.quantity is None and not d.names("group", "person"):
            d.quantity = going[0].quantity
            d.add("group", *(Filler(name, "group", None, True) for name in going[0].names("group")[:1]))


def _people(d: Draft) -> Sequence[Mention]:
    return d.slots.get("people", ())


def _bare(d: Draft) -> Iterator[Mention]:
    """People by a plural that no number and no article limits: "Danish sailors", told as gone."""
    done = d.type in _GOING and d.stand.mode == "performed"
    for m in _people(d) if done and len(_people(d)) == 1 else ():
        if m.kind == "group" and m.plural and not m.definite and m.anaphor is None and m.hi == m.head:
            yield m


def _counted(s: Sentence, ms: Mentions) -> Iterator[Mention]:
    for w in s.words:
        m = ms.at(w.i) if w.tag[:2] == "NN" else None
        if m is not None and m.head == w.i and m.kind == "group" and m.quantity is not None:
            yield m


def _the_very(s: Sentence, m: Mention, q: Quantity | None) -> bool:
    """ "the ten Danes", and not "the ten Danes held in Chad"."""
    plain = not any(k.i > m.head for k in s.kids(m.head, *_TELLING))
    return m.definite and m.whole is None and plain and _exact(q) is not None


def _exact(q: Quantity | None) -> float | None:
    return q.lo if q is not None and q.exact and q.lo is not None and q.lo > 1 else None


def counted_anew(drafts: Sequence[Draft], lexicon: Lexicon) -> None:
    """Who counts anew tells of those last told of: of the same past, or of the same who are held.

    "The last amnesty freed 90. A charity puts it at 80." "A thousand are still held. A charity counts 1,100."

    Args:
        drafts: all of the document in their order.
        lexicon: patterns.
    """
    last: Draft | None = None
    for d in drafts:
        if d.source is None or d.source.shape != "recount":
            last = d if d.type in FREED or (d.type == "CUSTODY_STATE" and _several(d)) else last
        elif last is not None and last.stand.mode == "background" and d.stand.mode == "performed":
            d.stand.mode, d.time = "background", d.time or last.time
        elif d.type in FREED and _of_those_inside(d, last, lexicon):
            d.rule, d.type, d.sub, d.alt_type = "custody.recount", "CUSTODY_STATE", "held", None
            d.stand.mode, d.time, d.source = "asserted", None, None
            d.roles.pop("releaser", None)


def _of_those_inside(d: Draft, last: Draft | None, lexicon: Lexicon) -> bool:
    """ "Counts 1,150 people still behind bars", or counts those of whom this was told just before."""
    if lexicon.pattern("release_word").search(d.sentence.text) is not None:
        return False
    behind = d.sentence.text[d.sentence[d.trigger].end - d.sentence.start :]
    return lexicon.pattern("told_of_others").search(behind) is not None or (
        last is not None and _inside(last)
    )


def _several(d: Draft) -> bool:
    return any(m.kind == "group" and (m.plural or m.quantity is not None) for m in _people(d))


def _inside(d: Draft) -> bool:
    """Is it told of those who are held: that they are, or that all of them should be freed?"""
    if d.type == "CUSTODY_STATE":
        return d.stand.mode != "denied"
    whole = (w.low for m in _people(d) for w in d.sentence.words[m.lo : m.head])
    return d.stand.mode == "demanded" and bool({"all", "every"} & {*whole})


def named_as_many(
    drafts: Sequence[Draft], page: Sequence[tuple[Sentence, Mentions]], lexicon: Lexicon
) -> None:
    """Give those told by name alone the number by which the report calls them; names are not counted up.

    "Ada Orlu and Ben Roth were freed. Both had …", "X and Y, two Danes held since May, landed in Oslo".

    Args:
        drafts: all of the document, with their roles.
        page: its sentences in order.
        lexicon: word classes.
    """
    told = [d for d in drafts if d.type in OF_CUSTODY]
    bare = [d for d in told if d.quantity is None and len(d.names("person")) > 1 and _by_name_alone(d)]
    if not bare:
        return
    numbers = {s.start: n for n, (s, _) in enumerate(page)}
    for d in bare:
        names = set(map(surname, d.names("person")))
        alike = (
            x.quantity
            for x in told
            if x.quantity is not None and set(map(surname, x.names("person"))) == names
        )
        found = next((q for q in alike if q.exact and q.lo == q.hi == len(names)), None)
        at = numbers.get(d.sentence.start)
        if found is None and at is not None and not any(f.inferred for f in d.roles["person"]):
            found = _called(d, page[at + 1 : at + 1 + _NEXT], len(names), lexicon)
        d.quantity = found


def _by_name_alone(d: Draft) -> bool:
    """ "The nurses Ada Orlu and Ben Roth", "they": names, and no group beside them."""
    people = _people(d)
    named = [m for m in people if m.kind == "person"]
    return all(
        m.kind == "person" or m.anaphor == "they" or any(m.hi + 1 == n.lo for n in named) for m in people
    )


def _called(
    d: Draft, behind: Sequence[tuple[Sentence, Mentions]], many: int, lexicon: Lexicon
) -> Quantity | None:
    """The number in "both", "the two" or "the pair", where no others of that number are told before it."""
    last = max((m.hi for m in _people(d)), default=d.trigger)
    for s, ms in ((d.sentence, d.mentions), *behind):
        for w in s.words[last + 1 if s is d.sentence else 0 :]:
            m = ms.at(w.i)
            if m is None or m.head != w.i or m.kind != "group" or not m.human or m.whole is not None:
                continue
            two = m.noun == "both" or m.noun in lexicon["nouns.two"]
            q = Quantity(2, 2, exact=True, cue=w.text) if two and m.quantity is None else m.quantity
            if q is None or not q.exact or q.lo != many:
                continue
            if any(m.noun in lexicon[name] for name in BESIDE):
                continue  # "the two presidents"
            return q if _the_very(s, m, q) else None
        if s is not d.sentence and any(len(p.names) == many for p in together(s, ms, 0)):
            return None  # others named together since
    return None
