"""Done, promised, asked for, denied: the mode, polarity and factuality of a trigger in its clause.

The scale is FactBank's (Saurí & Pustejovsky 2009), relative to the innermost source; the mode is
CODEBOOK §3. One walk from the trigger up to the main clause collects what stands above it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from detente.reading.arguments import is_passive
from detente.reading.asked import questioned
from detente.reading.auxiliaries import auxiliaries, bare, gapped, of_others, opens, yet
from detente.reading.lexicon import Lexicon
from detente.reading.nominal import nominal_stand
from detente.reading.stand import Stand
from detente.reading.words import Sentence, Word

__all__ = ["Modality", "Stand"]

_IF = re.compile(
    r"\b(?:if|unless|provided(?: that)?|providing|on (?:the )?condition that|as long as|in case|until"
    r"|only (?:once|when|after))\b",
    re.I,
)
_UNTIL = re.compile(r"(?:not )?until\b", re.I)
_ONCE = re.compile(r"(?:once|as soon as)\b", re.I)
_IF_LATER = re.compile(
    r"\b(?:provided(?: that)?|on (?:the )?condition that|as (?:long|soon) as|in case|once|if|unless)\b.*"
)
_INSTEAD = re.compile(r"(?:rather than|instead of)\b", re.I)
_CONDITION = re.compile(r"(?:on )?(?:the )?condition\b", re.I)
_ALLEGING = frozenset({"of", "for", "on", "with", "over"})  # "arrested on suspicion of kidnapping"


def _at_least(s: Sentence, i: int) -> bool:
    """ "no fewer than nine" denies nothing."""
    return s[i].low == "no" and i + 1 < len(s) and s[i + 1].low in {"fewer", "less", "more"}


class Modality:
    """Reads the mode of triggers.

    Args:
        lexicon: word classes ("verbs.agree" …) and the tables of ``modes.toml``.
    """

    def __init__(self, lexicon: Lexicon, tables: Mapping[str, Mapping[str, frozenset[str]]]) -> None:
        self.lex, self.tables = lexicon, tables

    def of_verb(self, s: Sentence, v: int) -> Stand:
        """The stand of a verb."""
        shared = gapped(s, v)
        if shared is not None:
            return self.of_verb(s, shared)
        stand = Stand()
        self._local(s, v, stand, own=True)
        if questioned(s, v):
            stand.set("hypothetical", None)
        else:
            self._climb(s, v, stand)
            self._conditions(s, v, stand)
        self._hedges(s, v, stand)
        w = s[v]
        if w.dep in {"acl", "relcl"} or any(u.dep == "relcl" for u in self._same_clause(s, v)):
            stand.modifier = True
        if stand.mode == "performed" and s.text.rstrip().endswith("?"):
            stand.set("hypothetical", None)
        return stand

    def of_noun(self, s: Sentence, n: int) -> Stand:
        """The stand of an event told as a noun: "the release of 123 prisoners"."""
        stand = nominal_stand(s, n, self.lex, self.tables, self)
        self._hedges(s, n, stand)
        return stand

    # ── what stands on the verb itself ──
    def _local(self, s: Sentence, v: int, stand: Stand, *, own: bool) -> None:
        lows = auxiliaries(s, v)
        w = s[v]
        if self._negated(s, v):
            stand.set("denied", v)
        if own:
            stand.perfect = "had" in lows
            stand.present = w.tag in {"VBZ", "VBP", "VBG"} or bool(lows & {"is", "are", "'s", "’s"})
        self._modals(s, w, lows, stand, own=own)
        none = [k for k in self._determiners(s, v) if k.low in self.lex["closed.nobody"]]
        if own and any(not _counts(s, k.i) for k in none):
            stand.set("denied", v)

    def _negated(self, s: Sentence, v: int) -> bool:
        """ "not" and "never" on the verb itself, "is no longer"."""
        near = [k for k in s.kids(v) if k.i < v + 3 and k.dep in {"neg", "advmod", "preconj", "det"}]
        return any(
            k.dep == "neg"
            or k.low in self.lex["closed.negation"]
            or (k.low == "longer" and s[v].lemma == "be" and s.kid(k.i, "neg", "det") is not None)
            for k in near
        )

    def _modals(self, s: Sentence, w: Word, lows: set[str], stand: Stand, *, own: bool) -> None:
        """ "must free", "may free", "will free", "Free them!"."""
        if lows & self.lex["closed.must"]:
            stand.set("demanded", w.i)
        elif lows & self.lex["closed.possible"]:
            stand.set("hypothetical", w.i)
            stand.factuality = "PS"
        elif lows >= {"would", "have"}:
            stand.set("hypothetical", w.i)  # "would have been freed": it did not come to that
        elif lows & self.lex["closed.future"]:
            told = w.dep == "ccomp" and s[w.head].lemma in self.lex["verbs.report"]
            stand.set("promised" if own and (told or not is_passive(s, w.i)) else "intended", w.i)
        if own and w.tag == "VB" and bare(s, w) and opens(s, w.i):
            stand.set("demanded", w.i)

    def _determiners(self, s: Sentence, v: int) -> list[Word]:
        out = []
        for k in s.kids(v, "nsubj", "nsubjpass", "dobj", "attr"):
            out.append(k)
            out += [x for x in s.kids(k.i, "det", "neg", "preconj") if not _at_least(s, x.i)]
            out += [c for c in s.kids(k.i, "cc") if c.i < k.i]  # "neither X nor Y"
        return out

    # ── what stands above ──
    def _climb(self, s: Sentence, v: int, stand: Stand) -> None:
        cur = s[v]
        for _ in range(12):
            if cur.head == cur.i:
                return
            head = s[cur.head]
            if cur.dep == "conj":
                if cur.tag in {"VB", "VBN", "VBG"} and s.kid(cur.i, "nsubj", "nsubjpass") is None:
                    cur = head
                    continue
                if head.dep in {"ccomp", "conj", "relcl"}:
                    cur = head
                    continue
                return
            if cur.dep in {"relcl"}:
                return
            if cur.dep == "advcl":
                self._adverbial(s, cur, head, stand)
                return
            if not self._governed(s, cur, head, stand):
                return
            cur = head

    def _adverbial(self, s: Sentence, cur: Word, head: Word, stand: Stand) -> None:
        marks = {k.low for k in s.kids(cur.i, "mark")}
        if "since" in marks:
            stand.set("background", cur.i)
        if "before" in marks and stand.mode in {"hypothetical", "intended", "promised"}:
            stand.set("denied", cur.i)  # "before he could be sentenced": it did not come to that
        opening = s.span_text(min(s.subtree(cur.i)), cur.i)
        if _INSTEAD.match(opening):
            stand.set("denied", cur.i)
            return
        if _IF.match(opening) or any(
            k.low in {"if", "unless", "until"} for k in s.kids(cur.i, "mark", "advmod")
        ):
            awaited = _UNTIL.match(opening) and self._not_yet(s, head.i)
            stand.set("demanded" if awaited else "conditional", cur.i)
            stand.condition = None if awaited else s.span_text(min(s.subtree(cur.i)), max(s.subtree(cur.i)))
        elif _ONCE.match(opening) and self._not_yet(s, head.i):
            stand.set("demanded", cur.i)
        elif cur.tag == "VB" and any(k.low == "to" for k in s.kids(cur.i, "aux")):
            asked = head.lemma in {"appeal", "call", "plead"} and any(
                k.low in {"to", "on"} for k in s.kids(head.i, "prep")
            )
            stand.set("demanded" if asked else "intended", head.i)
        elif cur.tag == "VBG" and s.kid(cur.i, "mark", "prep") is None:
            above = Stand()
            self._local(s, head.i, above, own=False)
            if above.mode != "performed":
                stand.set(above.mode, head.i)

    def _not_yet(self, s: Sentence, v: int) -> bool:
        """ "No relief until all are freed", "will be given up once X is freed": what is waited for."""
        above = Stand()
        self._local(s, v, above, own=True)
        return above.mode != "performed"

    def _governed(self, s: Sentence, cur: Word, head: Word, stand: Stand) -> bool:
        """Apply what governs ``cur``; False where the walk ends."""
        lemma, dep = head.lemma, cur.dep
        if (
            dep == "ccomp"
            and cur.i < head.i
            and lemma not in self.lex["verbs.report"]
            and s.kid(cur.i, "mark") is None
        ):
            return False  # "he was taken; the charge was not made public": two main clauses side by side
        infinitive = any(k.low == "to" for k in s.kids(cur.i, "aux"))
        if dep == "pcomp" and self._prepositional(s, head, stand):
            return False
        if dep == "csubj":  # "freeing them is not on the table"
            self._local_above(s, head, stand)
            return False
        if head.tag.startswith("JJ") and dep == "prep" and self._adjective(head, stand):
            return True
        if dep in {"pcomp", "pobj", "prep"}:
            if head.tag.startswith("NN") and dep == "prep":
                return self._noun_governor(s, head, stand)
            if dep == "prep" and lemma in self.lex["verbs.result"]:
                self._local_above(s, head, stand)
            return True
        if head.tag.startswith(("JJ", "VBN")) and dep in {"xcomp", "ccomp"} and self._adjective(head, stand):
            return True
        if head.tag.startswith("NN") and dep in {"acl", "ccomp", "xcomp"}:
            return self._noun_governor(s, head, stand)
        if not head.tag.startswith(("V", "MD")):
            return dep in {"xcomp", "ccomp", "acomp"}
        if dep == "acomp":
            self._local_above(s, head, stand)
            return True
        if dep in {"xcomp", "ccomp", "acl", "oprd", "attr"}:
            self._verb_governor(s, cur, head, self.phrasal(s, head), infinitive, stand)
            self._local_above(s, head, stand)
            return True
        return False

    def _prepositional(self, s: Sentence, prep: Word, stand: Stand) -> bool:
        """What a preposition says of the deed behind it: "without freeing", "accused of freeing"."""
        above = s[prep.head]
        beside = {above.low, *(k.low for k in s.kids(prep.i, "advmod"))}
        if prep.low in {"provided", "providing"} or _CONDITION.match(s.span_text(above.i, prep.i)):
            stand.set("conditional", prep.i)
            return True
        if prep.low in {"without", "from", "against"} or beside & {"instead", "short"}:
            stand.set("denied", prep.i)
            return True
        if prep.low in _ALLEGING and above.lemma in self.lex["verbs.allege"]:
            stand.set("hypothetical", above.i)
            return True
        return False

    def _local_above(self, s: Sentence, head: Word, stand: Stand) -> None:
        if head.lemma in self.lex["verbs.report"] and stand.mode == "performed":
            above = Stand()
            self._local(s, head.i, above, own=False)
            if above.mode == "denied" and head.lemma in {"confirm", "announce", "say", "report"}:
                stand.factuality = "U"
                stand.set("hypothetical", head.i)
            return
        if head.lemma in self.lex["verbs.report"]:
            return
        above = Stand()
        self._local(s, head.i, above, own=False)
        if above.mode == "denied" and head.lemma not in self.lex["verbs.refuse"]:
            stand.set("denied", head.i)
        elif (
            above.mode in {"hypothetical", "demanded", "intended", "promised"}
            and head.lemma not in self.lex["verbs.report"]
        ):
            stand.set(above.mode, head.i)

    def _adjective(self, head: Word, stand: Stand) -> bool:
        for mode in ("intended", "hypothetical", "denied"):
            if head.low in self.tables["adjective_governors"][mode]:
                stand.set(mode, head.i)
                return True
        return False

    def _noun_governor(self, s: Sentence, head: Word, stand: Stand) -> bool:
        for mode in ("promised", "agreed", "intended", "demanded", "hypothetical", "denied"):
            if head.lemma in self.tables["noun_governors"][mode]:
                stand.set("denied" if any(k.low == "no" for k in s.kids(head.i, "det")) else mode, head.i)
                break
        verb = s[head.head]
        dashed = verb.lemma in self.tables["verbs"]["denied"] | self.lex["verbs.dash"]
        if dashed and head.dep in {"nsubjpass", "dobj"} and stand.mode != "demanded":
            stand.set("denied", verb.i)  # "hopes that … were dashed"
        if (head.dep in {"nsubjpass", "dobj"} and verb.lemma in self.lex["verbs.deny"]) or (
            head.dep == "nsubj"
            and verb.lemma == "be"
            and any(
                k.low in {"false", "untrue", "wrong", "unfounded", "baseless"}
                for k in s.kids(verb.i, "acomp", "attr")
            )
        ):
            stand.set("denied", verb.i)
        return False

    def _verb_governor(
        self, s: Sentence, cur: Word, head: Word, lemma: str, infinitive: bool, stand: Stand
    ) -> None:
        passive = is_passive(s, head.i)
        subjunctive = cur.tag == "VB" or any(k.low == "be" for k in s.kids(cur.i, "auxpass"))
        if lemma in self.lex["verbs.suppose"] and opens(s, head.i):
            stand.set("hypothetical", head.i)
        elif lemma in self.lex["verbs.want"] and of_others(s, cur, head, lemma):
            stand.set("demanded", head.i)
        elif (lemma in self.lex["verbs.ponder"] and not passive) or (
            lemma in self.lex["verbs.hope"] and not infinitive and cur.tag != "VBG"
        ):
            stand.set("hypothetical", head.i)
        elif lemma in {"have", "be"} and infinitive and yet(s, head, cur):
            stand.set("denied", head.i)  # "has yet to free"
        elif lemma == "be" and infinitive:
            stand.set("intended", head.i)
        elif lemma in self.lex["verbs.deny"] or (
            lemma in self.lex["verbs.refuse"] and (infinitive or cur.tag == "VBG")
        ):
            stand.set("denied", head.i)
        elif lemma in self.lex["verbs.agree"] and (infinitive or self._modal(s, cur)):
            stand.set("agreed", head.i)
        elif lemma in self.lex["verbs.promise"] and (infinitive or self._modal(s, cur)):
            stand.set("promised", head.i)
        elif (
            lemma in self.lex["verbs.demand"]
            and not passive
            and (infinitive or subjunctive or self._modal(s, cur))
        ) or (lemma in self.lex["verbs.threaten"] and infinitive):
            stand.set("demanded", head.i)
        elif passive and lemma in self.lex["verbs.uncertain"] | self.lex["verbs.foresee"] and infinitive:
            perfect = any(k.low in {"have", "be"} and k.low == "have" for k in s.kids(cur.i, "aux"))
            if lemma in self.lex["verbs.foresee"] and not perfect:
                stand.set("intended", head.i)
            else:
                stand.factuality = "PR"
        elif lemma in {"seem", "appear"}:
            stand.factuality = "PR"
        elif lemma in self.lex["verbs.intend"] and (infinitive or cur.tag in {"VB", "VBG", "VBN"}):
            stand.set("intended", head.i)

    def phrasal(self, s: Sentence, v: Word) -> str:
        """The lemma with its particle where the lists know both as one: "rule-out"."""
        particle = s.kid(v.i, "prt")
        whole = f"{v.lemma}-{particle.low}" if particle is not None else v.lemma
        known = (
            whole in self.lex["verbs.refuse"] | self.tables["verbs"]["denied"] | self.lex["lemmas.failing"]
        )
        return whole if known else v.lemma

    def _modal(self, s: Sentence, cur: Word) -> bool:
        return any(k.low in self.lex["closed.future"] for k in s.kids(cur.i, "aux"))

    def _same_clause(self, s: Sentence, v: int) -> list[Word]:
        out = []
        for u in s.up(v):
            if s[v].dep not in {"conj", "xcomp", "ccomp"}:
                break
            out.append(u)
            v = u.i
        return out

    # ── conditions and hedges ──
    def _conditions(self, s: Sentence, v: int, stand: Stand) -> None:
        chain = [s[v], *[u for u in s.up(v) if u.tag.startswith(("V", "MD", "JJ"))][:3]]
        for w in chain:
            if w.i != v and w.lemma in self.lex["verbs.report"] and w.low not in {"ready"}:
                break
            for k in s.kids(w.i, "advcl", "prep", "mark"):
                below = s.subtree(k.i)
                if v in below:
                    continue
                text = s.span_text(below[0], below[-1])
                if _IF.match(text) and (
                    stand.mode != "performed" or not text.lower().startswith(("until", "once"))
                ):
                    stand.set("conditional", k.i)
                    stand.condition = text
        self._inverted(s, v, stand)
        if stand.mode in {"intended", "promised", "hypothetical", "agreed"} and stand.condition is None:
            m = _IF_LATER.search(s.text.lower())
            if m and s.start + m.start() > s[v].start:
                stand.set("conditional", None)
                stand.condition = s.text[m.start() :].rstrip(" .")

    def _inverted(self, s: Sentence, v: int, stand: Stand) -> None:
        """ "Should X be freed, …", "Had the ransom been paid, …": a condition without its *if*."""
        first = s[0]
        if (
            first.low not in {"should", "had", "were"}
            or first.head == 0
            or first.dep not in {"aux", "auxpass"}
        ):
            return
        opened = first.head
        if opened == v:
            stand.set("conditional", 0)
            stand.mode = "conditional"
        elif s[opened].dep in {"advcl", "ccomp"} and v in {s[opened].head, *s.conjuncts(s[opened].head)}:
            below = s.subtree(opened)
            stand.set("conditional", opened)
            stand.condition = stand.condition or s.span_text(below[0], below[-1])

    def _hedges(self, s: Sentence, v: int, stand: Stand) -> None:
        for k in s.kids(v, "advmod"):
            if k.low in self.lex["closed.hedge"]:
                stand.hedges.append(s[k.i].text)
                if stand.mode == "performed":
                    stand.factuality = "PS" if k.low in self.lex["closed.weak_hedge"] else "PR"


def _counts(s: Sentence, i: int) -> bool:
    """Is it the "No." of a number, as in "prison No. 2"?"""
    after = [s[k].low for k in range(i + 1, min(i + 3, len(s)))]
    return any(word[:1].isdigit() for word in after) and after[:1] in (["."], [after[-1]])
