"""What a plan or a deal lays down, step by step in the present tense, is still to be done (CODEBOOK A1)."""

from __future__ import annotations

from collections.abc import Sequence, Set

from detente.reading.clauses.auxiliaries import told_past
from detente.reading.clauses.draft import Draft
from detente.reading.lexicon import Lexicon
from detente.reading.parsing.words import PROPER, SUBJECTS, Sentence, Word
from detente.records import Mode

_UNDER = frozenset({"under", "to"})
_NOW = frozenset({"VBZ", "VBP"})
_MAIN = frozenset({"ROOT", "ccomp", "parataxis", "conj"})
_STEPS = frozenset({"RELEASE", "CLEMENCY", "TRANSFER", "SANCTION_EASE", "DIPLOMATIC_STEP", "TALKS"})
_AWAY = frozenset({"free", "home", "out"})
_APART = frozenset({"conj", "relcl", "advcl", "parataxis"})
_TO_COME = frozenset({"next", "tomorrow"})
_TODAY = frozenset({"today", "now", "tonight"})


def as_of_now(s: Sentence, v: int) -> bool:
    """ "frees", "are exchanged": a verb of the simple present, and not "has freed", "is being freed"?

    Args:
        s: the sentence.
        v: the verb.
    """
    helpers = s.kids(v, "aux", "auxpass")
    if any(w.low in _TODAY for w in s.words):
        return False
    if not helpers:
        return s[v].tag in _NOW
    return s[v].tag == "VBN" and all(k.lemma == "be" and k.tag in _NOW for k in helpers)


def gives(s: Sentence, v: int, lexicon: Lexicon) -> bool:
    """ "Frees", "reopens", "are lifted": is it a step that a side takes, and no state, court's term or curb?

    Args:
        s: the sentence.
        v: the verb.
        lexicon: word classes, and the rules of each verb.
    """
    verb = s[v].lemma
    if verb in lexicon["verbs.as_it_stands"]:
        beside = s.kids(v, "acomp", "advmod", "oprd", "prt")
        return any(k.low in _AWAY for k in beside)  # "gets out", "is free"
    return any(r.type in _STEPS for r in lexicon.by_verb.get(verb, ()))


def laid_down(s: Sentence, v: int, lexicon: Lexicon) -> Mode | None:
    """ "Under the agreement, Chad frees 40": how what a text says in the present stands; None elsewhere.

    Only of steps, for "under the deal, curbs remain" tells how things are. Not of a headline, where the
    deal stands behind: "Chad frees 40 under a deal".

    Args:
        s: the sentence.
        v: the verb.
        lexicon: word classes.
    """
    if not gives(s, v, lexicon) or not as_of_now(s, v):
        return None
    first = s[v]
    while first.dep == "conj" and s[first.head].tag[:1] == "V":
        first = s[first.head]
    found = _under_a_text(s, first, lexicon)
    if found is None and first.dep in _MAIN and s[0].low in {*_UNDER, "according"}:
        # "Under the deal, Chad frees 40; Kenya lifts the ban"
        found = _under_a_text(s, s[s[0].head], lexicon)
    if found is None or under_way(s, v, found[1], lexicon):
        return None
    who = s.kid(v, *SUBJECTS) or s.kid(first.i, *SUBJECTS)
    day = who is not None and any(w.lemma in lexicon["nouns.calendar"] for w in s.words[who.i : v])
    return None if day and found[0] == "agreed" else found[0]  # "Under the deal, Chad on Monday frees 40"


def _under_a_text(s: Sentence, verb: Word, lexicon: Lexicon) -> tuple[Mode, set[int]] | None:
    """The words in front of a clause, or above it, that name a text, and how what is in it stands."""
    over, who = s[verb.head], s.kid(verb.i, *SUBJECTS)
    if verb.tag[:1] != "V":
        return None
    if (mode := _told_before_colon(s, verb, lexicon)) is not None:
        return mode, set()
    if verb.dep == "ccomp" and _says(over, lexicon):
        for k in s.kids(over.i, "nsubj"):
            if (mode := _of_text(s, k, lexicon)) is not None:
                return mode, set(s.subtree(k.i))  # "the pact says that Chad frees 40"
    for k in s.kids(verb.i, "prep"):
        if k.low not in {*_UNDER, "according", "in"} or who is None or k.i > who.i:
            continue
        for text in _objects(s, k):
            part = k.low != "in" or text.lemma in lexicon["nouns.part_of_paper"]  # "in the first phase of it"
            if part and (mode := _of_text(s, text, lexicon)) is not None:
                return mode, set(s.subtree(k.i))
    return None


def _told_before_colon(s: Sentence, verb: Word, lexicon: Lexicon) -> Mode | None:
    """ "The plan is simple: Chad frees 40": how what is said of a text before a colon has its steps stand."""
    colon = next((w.i for w in s.words[: verb.i] if w.text == ":"), None)
    be = next((w for w in s.words[: colon or 0] if w.lemma == "be" and w.tag in _NOW), None)
    if be is None or s.kid(be.i, "neg") is not None or s.kid(be.i, "acomp", "attr") is None:
        return None
    return next((mode for k in s.kids(be.i, "nsubj") if (mode := _of_text(s, k, lexicon)) is not None), None)


def _says(verb: Word, lexicon: Lexicon) -> bool:
    return verb.lemma in lexicon["verbs.report"]


def under_way(s: Sentence, v: int, text: Set[int], lexicon: Lexicon) -> bool:
    """ "Frees 40, the first of whom arrived", "frees them as the buses crossed the line", "… last night".

    Only what its own clause tells: not "the deal signed last night", "frees Marr, whose arrest began it",
    "frees the pilots who landed in Dorn by mistake", nor what stands beside it.

    Args:
        s: the sentence.
        v: the verb of the present tense.
        text: the words that name the plan, which do not count.
        lexicon: word classes and the pattern ``past_day``.
    """
    own = set(s.subtree(v)) - text
    clauses = [s[i] for i in own if i != v and s[i].dep in _APART]
    for c in clauses:
        if _goes_with_it(s, v, c) and _moved(s, c, lexicon):
            return True
    for c in clauses:
        own -= set(s.subtree(c.i))
    return lexicon.pattern("past_day").search(" ".join(s[i].text for i in sorted(own))) is not None


def _goes_with_it(s: Sentence, v: int, clause: Word) -> bool:
    """ "As the buses crossed", "40, the first of whom arrived": beside the deed, of those it befalls."""
    if clause.dep == "advcl":
        return clause.head == v
    whom = s[clause.head]
    return clause.dep == "relcl" and whom.tag not in PROPER and s[min(s.subtree(clause.i)) - 1].low == ","


def _moved(s: Sentence, clause: Word, lexicon: Lexicon) -> bool:
    moving = (w for w in (clause, *s.kids(clause.i, "conj")) if w.lemma in lexicon["verbs.under_way"])
    return any(told_past(s, w) and not as_of_now(s, w.i) for w in moving)


def _of_text(s: Sentence, text: Word, lexicon: Lexicon) -> Mode | None:
    """How what stands in a text is told: as agreed, or as meant; a map or a decree lays down no steps."""
    if text.lemma in lexicon["nouns.agreement"]:
        return "agreed"
    if text.lemma in lexicon["nouns.part_of_paper"]:
        if any(k.low in {"draft", "proposed"} for k in s.kids(text.i, "amod", "compound")):
            return "intended"
        whole = [p for k in s.kids(text.i, "prep") if k.low == "of" for p in s.kids(k.i, "pobj")]
        whole += s.kids(text.i, "poss")  # "the deal's text"
        return next((mode for p in whole if (mode := _of_text(s, p, lexicon)) is not None), None)
    return "intended" if text.lemma in lexicon["nouns.laid_down_in"] else None


def _objects(s: Sentence, prep: Word) -> list[Word]:
    carriers = [prep, *s.kids(prep.i, "prep")]
    return [s[i] for c in carriers for i in (k.i for k in s.kids(c.i, "pobj"))]


def sets_out(s: Sentence, lexicon: Lexicon) -> bool:
    """ "The plan has three steps", "proposes a swap in stages": do the steps of it follow?

    Args:
        s: the sentence.
        lexicon: word classes and the pattern ``in_steps``.
    """
    verbs = {w.i for w in s.words if w.lemma in lexicon["verbs.holding_steps"] and w.tag in _NOW}
    if not verbs or not lexicon.pattern("in_steps").search(s.text):
        return False
    texts = lexicon["nouns.laid_down_in nouns.agreement"] - lexicon["nouns.part_of_paper"]
    return any(
        w.head in verbs and w.lemma in texts and (w.dep in SUBJECTS or w.lemma in lexicon["nouns.agreement"])
        for w in s.words
    )


def goes_on(s: Sentence) -> bool:
    """Is its main verb told in the simple present: so a further step?

    Args:
        s: the sentence.
    """
    root = next((w for w in s.words if w.dep == "ROOT"), None)
    return root is not None and any(as_of_now(s, w.i) for w in (root, *s.kids(root.i, "ccomp")))


def a_step(s: Sentence, v: int, lexicon: Lexicon) -> bool:
    """May a verb behind a plan's announcement tell one of its steps: not under way?

    Args:
        s: the sentence.
        v: the verb.
        lexicon: word classes and patterns of days.
    """
    return gives(s, v, lexicon) and as_of_now(s, v) and not under_way(s, v, set(), lexicon)


def done_since(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, with "Under the deal, Chad also frees 40" as done in a report of people freed under it.

    Args:
        drafts: all of the document.
    """
    done = {d.type for d in drafts if d.stand.mode == "performed" and not as_of_now(d.sentence, d.trigger)}
    agreed = (d for d in drafts if d.stand.mode == "agreed" and d.type in done)
    told = [d for d in agreed if d.stand.governor == d.trigger and as_of_now(d.sentence, d.trigger)]
    told = [d for d in told if not any(w.low in _TO_COME for w in d.sentence.words[d.trigger :])]
    for d in told:
        d.stand.mode, d.stand.factuality = "performed", "CT"
    at = {(id(d.sentence), d.trigger) for d in told}
    return [d for d in drafts if d.type != "COMMIT" or (id(d.sentence), d.trigger) not in at]
