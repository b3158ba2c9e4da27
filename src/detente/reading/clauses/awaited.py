"""What is ordered, waited for or listed to be done (a clause or an infinitive) is not done."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from detente.reading.clauses.arguments import is_passive
from detente.reading.clauses.draft import Draft
from detente.reading.lexicon import Lexicon
from detente.reading.parsing.words import Sentence, Word
from detente.records import Mode

_LEADS: tuple[tuple[Mode, str], ...] = (
    ("demanded", "verbs.demand"), ("agreed", "verbs.agree"), ("promised", "verbs.promise"),
)  # fmt: skip
_TERM = frozenset({"serve", "pay", "spend"})
_EACH_TIME = re.compile(r"(?:as soon as|whenever|each time|every time)\b", re.I)
_AFTER = frozenset({"once", "when", "after"})
_DAY_AHEAD = frozenset({"tomorrow", "tonight"})
_BEING = frozenset({"be", "been", "being", "to"})


def infinitive(s: Sentence, v: int) -> bool:
    """Does the verb stand with *to*?"""
    return any(k.low == "to" for k in s.kids(v, "aux"))


def commanded(s: Sentence, cur: Word, head: Word, commands: Set[str]) -> bool:
    """ "ordered the police to free them", "were told to free them": it does not say that they did.

    Who is ordered to be freed is freed: the court does it.
    """
    lemma = head.lemma
    if lemma not in commands or not infinitive(s, cur.i) or is_passive(s, cur.i):
        return False
    if cur.lemma in _TERM:  # "was ordered to serve nine years": that is the penalty
        return False
    whom = s.kid(head.i, "dobj", "dative") or s.kid(cur.i, "nsubj")
    return is_passive(s, head.i) or (whom is not None and head.i < whom.i < cur.i)


def still_expected(sentences: Sequence[Sentence], drafts: Sequence[Draft], lexicon: Lexicon) -> None:
    """ "A judge ordered nine clerks freed. They are expected out tonight.": ordered, and not yet done.

    Nor is it where the next sentences tell that nobody was let out, or that they were refused it.
    """
    place = {id(s): n for n, s in enumerate(sentences)}
    for d in drafts:
        if d.type != "RELEASE" or d.stand.mode != "performed":
            continue
        at = place.get(id(d.sentence))
        ordered = any(w.lemma in lexicon["verbs.command"] for w in d.sentence.words[: d.trigger])
        after = " ".join(s.text for s in sentences[at + 1 : at + 3]) if at is not None else ""
        if ordered and any(_refused(x, d, place) or _stayed(x, lexicon) for x in drafts):
            d.stand.set("intended", d.trigger)
        if ordered and lexicon.pattern("expected_out").search(after):
            d.stand.mode, d.stand.governor = "announced", d.trigger


_NOBODY = re.compile(
    r"(?:none|not one|neither)(?: of (?:them|those|these)\b.*)?$|(?:nobody|no one|they)$", re.I
)


def _stayed(x: Draft, lexicon: Lexicon) -> bool:
    """ "stayed the order to free him": what the lower court had ordered was not carried out."""
    if x.type != "RELEASE" or x.stand.mode not in {"denied", "hypothetical"}:
        return False
    return any(
        u.lemma in lexicon["verbs.disobeying"]
        and any(k.lemma in lexicon["nouns.ruling"] for k in x.sentence.kids(u.i, "dobj", "nsubjpass"))
        for u in x.sentence.up(x.trigger)
    )


def _refused(x: Draft, d: Draft, place: dict[int, int]) -> bool:
    """ "none of them has been let out", "the police refused to free them", not far behind the order."""
    if x is d or x.type != "RELEASE" or x.stand.mode != "denied" or x.sentence.start < d.sentence.start:
        return False
    near = place.get(id(x.sentence), 0) - place.get(id(d.sentence), 0) <= 2
    meant = any(_NOBODY.match(n) for n in x.names("person", "group"))
    same = set(x.names("person", "group")) & set(d.names("person", "group"))
    return near and (meant or bool(same))


def not_before(s: Sentence, v: int) -> bool:
    """ "there may be relief, but not before the nine are freed": what is waited for."""
    marks = [w for w in s.words[1:v] if w.low == "before" and s[w.i - 1].low in {"not", "never"}]
    return bool(marks) and not any(_finite(s, w, v) for w in s.words[marks[-1].i + 1 : v])


def only_after(s: Sentence, v: int) -> bool:
    """ "will be lifted only once all have been freed": waited for; not "only after all were freed"."""
    marks = [w for w in s.words[1:v] if w.low in _AFTER and s[w.i - 1].low == "only"]
    if not marks or not present(s, s[v]):
        return False
    return not any(_finite(s, w, v) for w in s.words[marks[-1].i + 1 : v])


def ahead(s: Sentence, be: Word, human: Set[str]) -> bool:
    """ "were to be sent home": a *be* of people with an infinitive behind it tells what was still to come.

    Args:
        s: the sentence.
        be: the verb.
        human: nouns for somebody.
    """
    who = s.kids(be.i, "nsubj")
    of_people = any(k.tag in {"PRP", "NNS", "NNP", "CD"} or k.lemma in human for k in who)
    below = s.kids(be.i, "xcomp") if be.lemma == "be" and of_people else []
    return any(be.i < k.i < be.i + 5 and infinitive(s, k.i) for k in below)


def tomorrow(s: Sentence, v: Word) -> bool:
    """ "Chad frees nine tomorrow", "they are flown home next week": a present told of a day ahead.

    Args:
        s: the sentence.
        v: the verb.
    """
    ahead_of = _DAY_AHEAD - {"tonight"} if v.lemma == "be" else _DAY_AHEAD  # "they are home tonight"
    days = [w for w in s.words[v.i + 1 :] if w.low in ahead_of or (w.low == "next" and w.tag == "JJ")]
    return present(s, v) and any(_in_its_clause(s, w, v) for w in days if s[w.head].dep != "pobj")


def _in_its_clause(s: Sentence, w: Word, v: Word) -> bool:
    over = next((u for u in s.up(w.i) if u.tag[:1] in {"V", "M"}), None)
    return over is not None and over.i == v.i


def _finite(s: Sentence, w: Word, v: int) -> bool:
    """Is it a verb of another clause, save one that only says who somebody is?"""
    told = {w.dep, s[w.head].dep} & {"relcl", "acl"}
    return w.tag in {"VBD", "VBZ", "VBP", "MD"} and w.head != v and not told


def whenever(s: Sentence, cur: Word, head: Word, opening: str) -> bool:
    """ "lists are updated as soon as bans are imposed": it tells what happens each time, and no time."""
    soon = head.low == "soon"
    now = all(present(s, w) for w in (cur, s[head.head] if soon else head))
    return now and (soon or _EACH_TIME.match(opening) is not None)


def present(s: Sentence, w: Word) -> bool:
    """Is the verb told in the present: "is freed", "frees", "has been freed"?"""
    tags = {w.tag, *(k.tag for k in s.kids(w.i, "aux", "auxpass"))}
    return bool(tags & {"VBZ", "VBP"}) and not tags & {"VBD", "MD"}


def alone(s: Sentence, v: int) -> bool:
    """ "– to free them at once;": an infinitive that is all of a sentence tells what is to be done."""
    w = s[v]
    while w.dep == "conj" and s.kid(w.i, "nsubj", "nsubjpass") is None and s[w.head].tag == "VB":
        w = s[w.head]
    return w.dep == "ROOT" and w.tag == "VB" and infinitive(s, w.i) and s[0].low == "to"


def led_in(s: Sentence, lex: Lexicon) -> Mode | None:
    """ "The union calls on Varland:": how the infinitives listed behind a colon stand."""
    if not s.text.rstrip(" –—-").endswith(":"):
        return None
    verbs = {w.lemma for w in s.words if w.tag.startswith("V")}
    return next((mode for mode, listed in _LEADS if verbs & lex[listed]), None)


def would(s: Sentence, v: int) -> bool:
    """ "Ten would go home": of a main clause that no verb of saying stands above."""
    return s[v].dep == "ROOT" and any(k.low == "would" for k in s.kids(v, "aux"))


def opened_by_should(s: Sentence) -> bool:
    """ "Should the ransom be paid, free them": all that follows hangs on it."""
    if s[0].low != "should" or s.text.rstrip().endswith("?"):
        return False
    return any(w.tag == "," for w in s.words)


def shared(s: Sentence, v: int, lows: set[str]) -> bool:
    """ "will lose his post and be deported": a *be* without a tense has that of the verb before it."""
    w = s[v]
    bare = bool(lows) and lows <= _BEING and "to" not in lows and "be" in lows
    return bare and w.dep == "conj" and s.kid(v, "nsubj", "nsubjpass") is None
