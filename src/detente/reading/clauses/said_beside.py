"""Who tells of a deed beside it: who made it known, gives thanks for it, goes on behind what he said."""

from __future__ import annotations

from detente.reading.clauses.arguments import is_passive, subject
from detente.reading.lexicon import Lexicon
from detente.reading.nouns.mentions import Mentions
from detente.reading.parsing.words import PROPER, Sentence, Word

_QUOTE = frozenset({'"', "“", "”", "„", "«", "»"})
_NOUNS = frozenset({"NN", "NNS"})
_TIES = frozenset({"IN", "TO"})
_KNOWN = frozenset({"known", "nicknamed", "dubbed"})
_LOOSE = frozenset({"appos", "npadvmod", "dep"})
_AGAINST = frozenset({"while", "whereas", "whilst"})
_SPEAKER = 12
"""So many words may stand before the colon behind a speaker."""


def is_parted(s: Sentence, below: Word, verb: Word) -> bool:
    """ "X says 12 were freed; Y counts ten": another main clause, which the model takes for what is said."""
    lo, hi = min(below.i, verb.i), max(below.i, verb.i)
    if not any(w.text == ";" for w in s.words[lo:hi]):
        return False
    return below.i < verb.i or any(k.i < verb.i for k in s.kids(verb.i, "ccomp"))


def is_quoted_on(s: Sentence, verb: Word, below: Word) -> bool:
    """ "…," he said, "and nobody was freed": the quote goes on behind who speaks."""
    lo = next((i for i in s.subtree(below.i) if i > verb.i), below.i)
    opened = any(w.text in _QUOTE or w.tag == "``" for w in s.words[verb.i : min(lo + 3, below.i + 1)])
    before = any(w.text in _QUOTE or w.tag in {"``", "''"} for w in s.words[: verb.i])
    return opened and before and below.i > verb.i


def as_saying(s: Sentence, verb: Word) -> bool:
    """ "was quoted by the paper as saying": what he says may stand before it all."""
    how = s.kids(verb.i, "prep", "advcl")
    return any(p.low in {"saying", "telling"} for k in how if k.low == "as" for p in s.kids(k.i, "pcomp"))


def as_said(s: Sentence, k: Word) -> list[tuple[int, str]]:
    """ "as X reported", "as reported by X": head and cue of who says so."""
    if not any(m.low == "as" and m.i < k.i for m in s.kids(k.i, "mark", "advmod", "prep")):
        return []
    by = [p.i for b in s.kids(k.i, "agent", "prep") if b.low == "by" for p in s.kids(b.i, "pobj")]
    own = [w.i for w in s.kids(k.i, "nsubj")]
    return [(i, k.text) for i in (by or own)[:1]]


def crediting(s: Sentence, verb: Word) -> list[int]:
    """ "X thanked Oman for freeing them", "Oman was accused by X of holding them": X says it was done."""
    if is_passive(s, verb.i):
        return [p.i for k in s.kids(verb.i, "agent") for p in s.kids(k.i, "pobj")]
    return subject(s, verb.i)[0]


def goes_on(s: Sentence, verb: Word, below: Word, lex: Lexicon) -> bool:
    """ "Two were freed, said X, and six others were moved": behind a comma X may well go on.

    Not where somebody else says the second: "…, said X, and Y added that six were moved".
    """
    if below.i < verb.i or verb.lemma not in lex["verbs.report"] or below.dep not in {"conj", "ccomp"}:
        return False
    said = [k for k in s.kids(verb.i, "ccomp") if k.i < verb.i and s.kid(k.i, "mark") is None]
    new = s.kids(below.i, "nsubj", "nsubjpass", "expl")
    if not (said and new and s.kids(verb.i, "nsubj")):
        return False
    joined = [w for w in s.words[verb.i + 1 : new[0].i] if w.tag == "CC" and s[w.i - 1].tag == ","]
    return bool(joined) and below.lemma not in lex["verbs.report"]


def made_known(s: Sentence, i: int, lex: Lexicon, *, own: bool) -> tuple[int, Word] | None:
    """ "the amnesty, announced by state radio, covers 40", "the release, which the army reported".

    Args:
        s: the sentence.
        i: a deed told as a noun, or a verb.
        lex: what can be made known, and the verbs for it.
        own: does the verb itself tell the deed, so that its subject may be what was made known?
    """
    for noun in [s[i]] if s[i].tag in _NOUNS else s.kids(i, "nsubj", "nsubjpass") if own else []:
        if noun.lemma not in lex["nouns.announced"]:
            continue
        for k in s.kids(noun.i, "acl", "relcl"):
            if k.lemma not in lex["lemmas.making_known"] or k.i < noun.i:
                continue
            by = [p.i for a in s.kids(k.i, "agent", "prep") if a.low == "by" for p in s.kids(a.i, "pobj")]
            active = not is_passive(s, k.i) and k.tag != "VBG"
            heads = by or ([x.i for x in s.kids(k.i, "nsubj")] if active else [])
            if heads:
                return heads[0], k
    return None


def reckoned(s: Sentence, v: int, lex: Lexicon) -> tuple[int, str] | None:
    """ "Forty were arrested and 31 remain in jail, by the union's count": the owner of the last word."""
    for w in s.words[v + 1 :]:
        if w.low != "by" or s[w.i - 1].tag != ",":
            continue
        for o in s.words[w.i + 1 : w.i + 9]:
            owner = s.kid(o.i, "poss") if o.lemma in lex["lemmas.reckoning"] else None
            if owner is not None and owner.i > w.i and all(x.tag in {".", "''"} for x in s.words[o.i + 1 :]):
                return owner.i, s.span_text(w.i, o.i)
    return None


def issuer(s: Sentence, head: int, lex: Lexicon) -> int:
    """ "A statement by the ministry", "a note read out by the judge": who speaks in it, else itself."""
    if s[head].lemma not in lex["nouns.utterance nouns.word_sent nouns.report"]:
        return head
    read = [k.i for k in s.kids(head, "acl") if k.lemma in lex["verbs.reading_out"]]
    ties = [k for i in (head, *read) for k in s.kids(i, "prep", "agent") if k.low in {"by", "from"}]
    by = [p.i for k in ties for p in s.kids(k.i, "pobj")]
    return by[0] if by else head


def is_sure(s: Sentence, w: Word, lex: Lexicon) -> list[int] | None:
    """ "The lawyer is certain that they were freed": whose certainty it is."""
    if w.dep != "acomp" or w.low not in lex["closed.convinced"]:
        return None
    return subject(s, w.head)[0] or None


def holds(s: Sentence, verb: Word, lex: Lexicon) -> list[int]:
    """ "The ministry's line is that …", "state radio had it that …": whose line it is, and who had it."""
    if verb.lemma == "be":
        lines = [k for k in s.kids(verb.i, "nsubj") if k.lemma in lex["nouns.position"]]
        return [o.i for k in lines for o in s.kids(k.i, "poss")]
    if verb.lemma == "know" and s[verb.head].lemma == "let":
        return subject(s, verb.head)[0]  # "The consulate let the family know that …"
    it = any(k.low == "it" and k.i == verb.i + 1 for k in s.kids(verb.i, "dobj", "nsubj"))
    return subject(s, verb.i)[0] if verb.lemma == "have" and it else []


def learned_from(s: Sentence, verb: Word, lex: Lexicon) -> list[int]:
    """ "The agency learned from a guard that …": who let it know."""
    if verb.lemma not in lex["verbs.learning"] or s.kid(verb.i, "neg") is not None:
        return []
    return [o.i for k in s.kids(verb.i, "prep") if k.low == "from" for o in s.kids(k.i, "pobj")]


def called(s: Sentence, head: int) -> list[Word]:
    """ "Their commander, known as *Tiger*", "a lawyer who was there, *Ada Orlu*": names behind an office."""
    aside = [(k, "as") for k in s.kids(head, "acl") if k.low in _KNOWN]
    aside += [(k, "by") for k in s.kids(head, "relcl") if k.lemma == "go"]
    names = [o for k, tie in aside for p in s.kids(k.i, "prep") if p.low == tie for o in s.kids(p.i, "pobj")]
    told = s.kids(head, "relcl")
    end = s.subtree(told[0].i)[-1] if told else len(s)
    return names + [w for w in s.words[end + 1 :] if w.dep in _LOOSE and s.subtree(w.i)[0] == end + 2]


def put_out(s: Sentence, noun: Word, lex: Lexicon, below: Word) -> tuple[int, Word] | None:
    """ "The ministry put out a notice that", "from the ministry came word that": who let it be known.

    Args:
        s: the sentence.
        noun: what carries the clause: the notice, the word.
        lex: such nouns, and the verbs of putting them out.
        below: the verb of the clause.
    """
    verb = s[noun.head]
    if below.tag == "VBN" and below.lemma in lex["verbs.reading_out"] and s.kid(below.i, "auxpass") is None:
        return None  # "a notice signed by Ada Orlu, who was freed": she need not tell that
    if any(k.dep == "relcl" and s.kid(k.i, "mark") is None for k in s.kids(noun.i)):
        return None  # "the notice that nobody had read"
    if verb.low == "from" and s[verb.head].lemma == "come":  # "word came from the abbey that …"
        noun = next(iter(s.kids(verb.head, "nsubj")), noun)
        verb = s[noun.head]
    if noun.lemma not in lex["nouns.utterance nouns.word_sent"]:
        return None
    if (by := issuer(s, noun.i, lex)) != noun.i:
        return by, noun
    if noun.dep == "nsubj" and verb.lemma == "come":
        source = [p.i for k in s.kids(verb.i, "prep") if k.low == "from" for p in s.kids(k.i, "pobj")]
        return (source[0], noun) if source else None
    if noun.dep == "dobj" and verb.lemma in lex["verbs.putting_out"]:
        heads, _ = subject(s, verb.i)
        return (heads[0], noun) if heads else None
    return None


def is_reason(s: Sentence, ms: Mentions, head: int, lex: Lexicon) -> bool:
    """ "Lifted the ban, citing reforms", "citing progress in the talks": why it is done, and no source."""
    m = ms.at(head)
    speaks = "utterance word_sent report outlet official body ngo party human office witness speaker thing"
    known = lex[" ".join(f"nouns.{name}" for name in speaks.split())] | lex["lemmas.reckoning"]
    return m is not None and m.kind == "topic" and s[head].lemma not in known


def in_contrast(s: Sentence, verb: Word, lex: Lexicon) -> bool:
    """ "X said nine were held, while Y said two were": what Y says there is none of what X says."""
    against = any(k.low in _AGAINST for k in s.kids(verb.i, "mark", "advmod"))
    if verb.dep == "conj":
        against = any(k.low == "but" and k.i < verb.i for k in s.kids(verb.head, "cc"))
    return against and verb.lemma in lex["verbs.report"] and s.kid(verb.i, "nsubj") is not None


def in_words_of(s: Sentence, prep: Word, lex: Lexicon) -> list[tuple[int, str]]:
    """ "In the words of the ministry, …", "with reference to her lawyer": head and cue of whose they are.

    "In view of the vote" gives a reason.
    """
    out = []
    for o in s.kids(prep.i, "pobj"):
        if prep.low == "with" and s[prep.head].lemma not in lex["verbs.report"]:
            continue  # "freed with reference to their age"
        if prep.low == "with":
            cited = s.objects(o.i, {"to"}) if o.low == "reference" else []
            out += [(i, s.span_text(prep.i, o.i)) for i in cited[:1]]
            continue
        if o.lemma in lex["nouns.own_words"] and s.kid(o.i, "det", "poss") is not None:
            owner = s.objects(o.i, {"of"}) or [k.i for k in s.kids(o.i, "poss")]
            out += [(i, s.span_text(prep.i, o.i)) for i in owner[:1]]
    return out


def before_colon(s: Sentence, ms: Mentions, v: int, lex: Lexicon) -> int | None:
    """ "Interior ministry: all 43 were let go": the speaker, where that is all before the colon.

    "A blow to Ada Orlu: nine were arrested" tells of her; so does "Police under fire: nine were freed".
    """
    colon = next((w.i for w in s.words[:v] if w.text == ":" and not s[max(w.i - 1, 0)].text.isdigit()), None)
    if colon is None or colon > _SPEAKER or any(w.tag[:1] in {"V", "M"} for w in s.words[:colon]):
        return None
    if any(w.tag in _TIES and not _of_office(s, w, lex) for w in s.words[:colon]):
        return None
    heads = [i for i in _openings(s, colon) if s[i].tag in {*PROPER, *_NOUNS}]
    found = [m for m in map(ms.at, heads) if m is not None and m.quantity is None]
    if not found or found[0].head != heads[0]:
        return None
    bodies = lex["nouns.body nouns.official"]
    if found[0].kind != "person" and not {s[found[0].head].lemma} & (bodies | lex["nouns.human"]):
        return None
    people = [m.head for m in found if m.kind == "person"]
    return next(iter(people or [m.head for m in found if s[m.head].lemma in bodies]), None)


def _openings(s: Sentence, end: int) -> list[int]:
    """Heads of what opens a line, and each part behind a comma: "Lena *Marr*, *lawyer* of the union"."""
    out: list[int] = []
    opens = True
    for w in s.words[:end]:
        if w.tag in {"IN", "TO", "POS", "CC"}:
            opens = False
        elif w.tag == ",":
            opens = True
        nxt = s[w.i + 1]
        if opens and w.tag[:2] == "NN" and (nxt.tag in {",", "IN", "TO", "CC"} or nxt.i == end):
            out.append(w.i)
    return out


def _of_office(s: Sentence, prep: Word, lex: Lexicon) -> bool:
    """ "Lawyer *of* the union", "the police *in* Chad": it says whose, and tells nothing of anybody."""
    if prep.low == "of":
        return True
    beside = s.kids(prep.i, "pobj")
    if any(o.lemma in lex["nouns.utterance nouns.outlet nouns.airwaves"] for o in beside):
        return prep.low in {"in", "on"}  # "the minister on state television: …"
    place = (o.tag in PROPER or o.lemma in lex["nouns.body nouns.official"] for o in beside)
    return prep.low in {"for", "at", "in"} and any(place)
