"""What is told of stories, games, satire and animals: nobody is held or freed there (CODEBOOK D5)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from detente.reading.clauses.draft import Draft
from detente.reading.discourse.pets import BEFALLS, are_moved, in_law
from detente.reading.discourse.world import both
from detente.reading.lexicon import Lexicon
from detente.reading.parsing.words import PROPER, Sentence, Word

_POINTING_BACK = frozenset({"all", "number", "they", "rest", "others", "group", "one"})
_IN_JEST = frozenset({"joked", "jokes", "quipped", "quips", "jested"})


def made_up(d: Draft, lexicon: Lexicon) -> str | None:
    """Why a draft tells of no real happening; None where it may.

    Args:
        d: the draft.
        lexicon: word classes.
    """
    if lexicon.pattern("played").search(_clause(d)):
        return "it is played or written, and not done"
    if any(link.cue.lower() in _IN_JEST for link in d.attribution):
        return "it is said in jest"
    if in_the_present(d):
        if lexicon.pattern("in_a_story").search(d.sentence.text):
            return "it is told in a story"
        if any(lexicon.pattern("satirical").search(text) for text in _sayers(d, lexicon)):
            return "a satirist tells it"
    return "it is told of nobody in particular" if _of_whoever(d) else None


def _clause(d: Draft) -> str:
    """What stands around a deed between two semicolons: "in her dreams she is free; Varland holds her"."""
    text, at = d.sentence.text, d.sentence[d.trigger].start - d.sentence.start
    end = text.find(";", at)
    return text[text.rfind(";", 0, at) + 1 : end if end >= 0 else None]


def titled(d: Draft, lexicon: Lexicon) -> bool:
    """ "The Colonel's Prisoner, released on Friday": with capitals, a work is told of, and nobody held."""
    s, people = d.sentence, d.slots.get("people", ())
    held = lexicon["nouns.held nouns.human"]
    return bool(people) and all(
        m.head > 0 and s[m.head].text[:1].isupper() and s[m.head].low in held and s[m.head].tag in PROPER
        for m in people
    )


def frees_nobody(d: Draft) -> bool:
    """ "Singing sets us free": what holds of all of us, always, is no deed."""
    always = d.sentence[d.trigger].tag in {"VBZ", "VBP"}
    return always and any(m.anaphor == "i" for m in d.slots.get("people", ()))


def by_the_writer(d: Draft) -> bool:
    """ "We let bankers go", in nobody's mouth: a column, no deed."""
    agents = {d.sentence[m.head].low for r in ("releaser", "granter", "mover") for m in d.slots.get(r, ())}
    counted = d.type == "TRANSFER" and d.quantity is not None  # "we brought 63 of them home"
    told = d.stand.mode == "performed" and bool(agents & {"we", "i", "you"}) and not counted
    return told and not d.attribution and '"' not in _flat(d.sentence.text)


def _flat(text: str) -> str:
    return text.replace("“", '"').replace("”", '"')


def _sayers(d: Draft, lexicon: Lexicon) -> Iterator[str]:
    """The subjects of the verbs of saying above a deed, in full."""
    s = d.sentence
    for w in s.up(d.trigger):
        if w.lemma in lexicon["verbs.report"]:
            for k in s.kids(w.i, "nsubj"):
                below = s.subtree(k.i)
                yield s.span_text(below[0], below[-1])


def in_the_present(d: Draft) -> bool:
    """ "He is arrested again, then pardoned": its own or the main verb tells it as of now."""
    s = d.sentence
    own = s.verb_of(d.trigger) if d.nominal or s[d.trigger].tag[:1] != "V" else d.trigger
    heads = [w.i for w in s.words if w.dep == "ROOT"][:1] + ([own] if own is not None else [])
    verbs = [w for i in heads for w in (s[i], *s.kids(i, "aux", "auxpass"))]
    verbs += [k for i in heads if s[i].low in {"let", "set", "put"} for k in s.kids(i, "conj")]
    return any(w.tag in {"VBZ", "VBP"} and w.lemma != "have" for w in verbs)


def _of_whoever(d: Draft) -> bool:
    """ "Those who pay are let out": what holds of whoever does so, always, is no deed."""
    s, v = d.sentence, d.trigger
    helpers = s.kids(v, "aux", "auxpass")
    now = any(w.tag in {"VBZ", "VBP"} and w.lemma == "be" for w in helpers)
    if not now or any(w.low == "being" for w in helpers) or d.stand.mode != "performed":
        return False
    return any(
        s[m.head].low in {"those", "anyone", "whoever"} and _does_always(d, s[m.head])
        for m in d.slots.get("people", ())
    )


def _does_always(d: Draft, who: Word) -> bool:
    s = d.sentence
    return any(
        (k.tag == "VBP" and k.lemma not in {"be", "have"} and s.kid(k.i, "aux", "auxpass", "advmod") is None)
        or (k.tag == "VBN" and [x.low for x in s.kids(k.i, "aux", "auxpass", "advmod")] == ["are"])
        for k in s.kids(who.i, "relcl")
    )


def with_the_animals(
    drafts: Sequence[Draft], animals: Sequence[Draft], sentences: Sequence[Sentence], lexicon: Lexicon
) -> None:
    """Drop "one was brought back", "two others died in captivity" behind what was told of animals.

    Args:
        drafts: the drafts of a text in their order; those dropped say why.
        animals: the drafts that were dropped since whom they tell of are animals or things.
        sentences: all of the text.
        lexicon: word classes.
    """
    behind = _behind_a_herd(sentences, lexicon)
    called = {m.name for a in animals for m in a.slots.get("people", ()) if m.kind == "person"}
    for d in drafts:
        people = d.slots.get("people", ())
        if d.type in BEFALLS and people and all(m.name in called for m in people):
            d.dropped = "it is told of an animal by name"
            continue
        pointing = bool(people) and all(m.anaphor in _POINTING_BACK for m in people)
        if d.type not in BEFALLS or not pointing or in_law(d):
            continue
        before = [_place(a) for a in animals if _place(a) < _place(d)]
        if id(d.sentence) in behind:
            before.append((d.sentence.start, 0))
        if before and not any(_of_people(x, before[-1], _place(d)) for x in drafts):
            d.dropped = "it is told of the animals before"


def _behind_a_herd(sentences: Sequence[Sentence], lexicon: Lexicon) -> set[int]:
    """The ids of sentences behind one of animals that were moved, or so many: "Two pandas left …"."""
    out = set()
    for s, after in pairwise(sentences):
        root = next((w for w in s.words if w.dep == "ROOT"), None)
        subjects = s.kids(root.i, "nsubj", "nsubjpass") if root is not None else []
        herds = [k for k in subjects if k.tag == "NNS" and both([k.low]) & lexicon["worlds.animals"]]
        if any(s.kid(k.i, "nummod") is not None or are_moved(s, k, lexicon) for k in herds):
            out.add(id(after))
    return out


def _place(d: Draft) -> tuple[int, int]:
    return d.sentence.start, d.trigger


def _of_people(x: Draft, first: tuple[int, int], last: tuple[int, int]) -> bool:
    """Does a draft between two places tell of people by a word of their own?"""
    people = x.slots.get("people", ())
    return (
        first[0] <= x.sentence.start
        and _place(x) < last
        and any(m.human and m.anaphor is None for m in people)
    )
