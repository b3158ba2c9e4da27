"""Done, promised, asked for, denied: the mode, polarity and factuality of a trigger in its clause.

The scale is FactBank's (Saurí & Pustejovsky 2009), relative to the innermost source; the mode is
CODEBOOK §3. One walk from the trigger up to the main clause collects what stands above it.
"""

from __future__ import annotations

import re

from detente.reading.clauses.arguments import is_passive
from detente.reading.clauses.asked import questioned
from detente.reading.clauses.auxiliaries import (
    auxiliaries,
    beside_it,
    called_upon,
    came_to_it,
    cleft,
    counts,
    determiners,
    for_purpose,
    gapped,
    inverted,
    long_after,
    not_one,
    participle,
    same_clause,
    told_past,
)
from detente.reading.clauses.awaited import ahead, alone, not_before, only_after, present, tomorrow, whenever
from detente.reading.clauses.false_reports import untrue, untrue_that
from detente.reading.clauses.governors import Governors
from detente.reading.clauses.hedged import set_hedges
from detente.reading.clauses.nominal import infinitive_of_noun, nominal_stand
from detente.reading.clauses.prepositional import UNTIL_A_DAY, prepositional
from detente.reading.clauses.presupposed import comes_after
from detente.reading.clauses.staged import laid_down
from detente.reading.clauses.stand import Stand, without_speaker
from detente.reading.clauses.unfulfilled import (
    above,
    being_done,
    beside,
    bidden,
    fronted,
    in_passing,
    made_so,
    never_came,
    of_this_week,
    told_of,
)
from detente.reading.parsing.words import SUBJECTS, Sentence, Word

__all__ = ["Modality", "Stand"]

_IF = re.compile(
    r"\b(?:if|unless|provided(?: that)?|providing|on (?:the )?condition that|as long as|in case|until"
    r"|only (?:once|when|after|if))\b",
    re.I,
)
_UNTIL = re.compile(r"(?:not )?until\b", re.I)
_ONLY = re.compile(r"only (?:once|when|after)\b", re.I)
_ONCE = re.compile(r"(?:once|as soon as)\b", re.I)
_IF_LATER = re.compile(
    r"\b(?:provided(?: that)?|on (?:the )?condition that|as (?:long|soon) as|in case|(?<!at )once|if"
    r"|unless)\b.*"
)
_KEPT = re.compile(r"(?:provided(?: that)?|providing|on (?:the )?condition (?:that|of))\b", re.I)
_ONLY_SO = re.compile(r"not (?:only|merely|just)\b", re.I)
_INSTEAD = re.compile(r"(?:rather than|instead of)\b", re.I)


class Modality(Governors):
    """Reads the mode of triggers.

    Args:
        lexicon: word classes ("verbs.agree" …) and the tables of ``modes.toml``.
    """

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
            beside(s, v, self.lex, stand)
            self._conditions(s, v, stand)
            self._of_the_clause_above(s, v, stand)
        set_hedges(s, v, self.lex, stand)
        w = s[v]
        if w.dep in {"acl", "relcl"} or any(u.dep == "relcl" for u in same_clause(s, v)):
            news = told_of(s, v) and of_this_week(s, v, self.lex)
            stand.modifier = not (news or cleft(s, v))
            if cleft(s, v) and self._negated(s, s[w.head].head):
                stand.set("denied", v)  # "it was not X who was freed"
        if stand.mode == "performed" and s.text.rstrip().endswith("?"):
            stand.set("hypothetical", None)
        return stand

    def _of_the_clause_above(self, s: Sentence, v: int, stand: Stand) -> None:
        """ "would see them freed", "no sign of them being freed": how the verb or noun above stands."""
        if (verb := made_so(s, v)) is not None:
            stand.take(self.of_verb(s, verb))
        if (noun := being_done(s, v)) is not None:
            stand.take(self.of_noun(s, noun))

    def of_noun(self, s: Sentence, n: int) -> Stand:
        """The stand of an event told as a noun: "the release of 123 prisoners"."""
        stand = nominal_stand(s, n, self.lex, self.tables, self)
        if never_came(s, n, self.lex):
            stand.set("denied", n)
        set_hedges(s, n, self.lex, stand)
        return stand

    def _local(self, s: Sentence, v: int, stand: Stand, *, own: bool) -> None:
        lows = auxiliaries(s, v)
        w = s[v]
        if self._negated(s, v):
            stand.set("denied", v)
        if own:
            stand.perfect = "had" in lows
            mode = laid_down(s, v, self.lex)
            if mode is not None or ahead(s, w, self.lex["nouns.human"]) or tomorrow(s, w):
                stand.set(mode or "intended", v)
            if {"to", "be"} <= lows and any(k.low == "that" for k in s.kids(v, "mark")):
                stand.set("intended", v)  # "said that the curbs to be lifted include the freeze"
            stand.present = w.tag in {"VBZ", "VBP", "VBG"} or bool(lows & {"is", "are", "'s", "’s"})
        self._modals(s, w, lows, stand, own=own)
        none = [k for k in determiners(s, v) if k.low in self.lex["closed.nobody"] or not_one(s, k.i)]
        if own and any(not counts(s, k.i) for k in none):
            stand.set("denied", v)

    def _negated(self, s: Sentence, v: int) -> bool:
        """ "not" and "never" on the verb itself, "is no longer"."""
        near = [k for k in s.kids(v) if k.i < v + 3 and k.dep in {"neg", "advmod", "preconj", "det"}]
        near = [k for k in near if k.low != "not" or not _ONLY_SO.match(s.span_text(k.i, len(s) - 1))]
        return fronted(s, v, self.lex["nouns.never_at"]) or any(
            k.dep == "neg"
            or k.low in self.lex["closed.negation"]
            or (k.low == "longer" and s[k.i - 1].low == "no")
            for k in near
        )

    def _modals(self, s: Sentence, w: Word, lows: set[str], stand: Stand, *, own: bool) -> None:
        """ "must free", "may free", "will free", "Free them!"."""
        if lows & self.lex["closed.must"]:
            stand.set("demanded", w.i)
        elif lows & self.lex["closed.possible"] and not for_purpose(s, w):
            stand.set("hypothetical", w.i)
            stand.factuality = "PS"
        elif lows & self.lex["closed.possible"]:
            stand.set("intended", w.i)
        elif lows >= {"would", "have"}:
            stand.set("hypothetical", w.i)  # "would have been freed": it did not come to that
        elif lows & self.lex["closed.future"]:
            told = w.dep == "ccomp" and s[w.head].lemma in self.lex["verbs.report"]
            stand.set("promised" if own and (told or not is_passive(s, w.i)) else "intended", w.i)
        if own and w.tag in {"VB", "VBP"} and bidden(s, w):
            stand.set("demanded", w.i)
        if own and (not_before(s, w.i) or only_after(s, w.i)):
            stand.set("demanded", w.i)
        elif own and alone(s, w.i):
            stand.set("intended", w.i)

    def _climb(self, s: Sentence, v: int, stand: Stand) -> None:
        cur, untrue_at = s[v], untrue_that(s, self.lex)
        for _ in range(12):
            if cur.head == cur.i or any(k.i == untrue_at for k in s.kids(cur.i, "mark")):
                return
            head = s[cur.head]
            if cur.dep == "conj":
                if any(k.low == "than" for k in s.kids(head.i, "cc") if head.i < k.i < cur.i):
                    stand.set("denied", cur.i)  # "were suspended rather than lifted"
                bare = cur.tag in {"VB", "VBN", "VBG"} or (cur.tag, head.tag) == ("VBP", "VB")
                if bare and s.kid(cur.i, "nsubj", "nsubjpass") is None:
                    cur = head
                    continue
                if head.dep in {"ccomp", "conj", "relcl"}:
                    cur = head
                    continue
                return
            alone = cur.i == v and cur.tag == "VBN" and s.kid(v, "mark", "aux", "auxpass") is None
            infinitive_of_noun(s, cur, head, self.tables, stand)
            above(s, cur, head, self.lex, stand)
            if cur.dep == "relcl" or (alone and cur.dep == "acl"):
                return  # "talks held in Dorn": a participle tells of the noun, and not what it is about
            if cur.dep == "advcl":
                self._adverbial(s, cur, head, stand)
                return
            barred = s[head.head]
            if barred.low == "from" and comes_after(s, s[v], head) and told_past(s, s[barred.head]):
                return  # "was barred from leaving after being freed"
            if cur.i < head.i and any(w.text == ";" for w in s.words[cur.i : head.i]):
                return  # "A court jails her; the appeal is heard tomorrow"
            if not self._governed(s, cur, head, stand):
                return
            cur = head

    def _adverbial(self, s: Sentence, cur: Word, head: Word, stand: Stand) -> None:
        marks = {k.low for k in s.kids(cur.i, "mark")}
        if "since" in marks or ("after" in marks and long_after(s, cur)):
            stand.set("background", cur.i)
        if "before" in marks and stand.mode in {"hypothetical", "intended", "promised"}:
            stand.set("denied", cur.i)  # "before he could be sentenced": it did not come to that
        opening = s.span_text(min(s.subtree(cur.i)), cur.i)
        denied = "that" in marks and head.lemma in self.lex["verbs.deny"]
        denied = denied or ("than" in marks and cur.tag == "VB")  # "would sooner resign than free them"
        if denied or _INSTEAD.match(opening):  # "rejected reports, told on air, that …"
            stand.set("denied", cur.i)
            return
        if _ONLY.match(opening) and told_past(s, cur) and not self._not_yet(s, head.i):
            return  # "opened only after they were freed"
        if _IF.match(opening) or any(
            k.low in {"if", "unless", "until"} for k in s.kids(cur.i, "mark", "advmod")
        ):
            awaited = _UNTIL.match(opening) and (present(s, cur) or self._not_yet(s, head.i))
            awaited = awaited or (_ONLY.match(opening) and present(s, cur))
            stand.set("demanded" if awaited else "conditional", cur.i)
            below, report = s.subtree(cur.i), self.lex["verbs.report"]
            stand.condition = None if awaited else without_speaker(s, below[0], below[-1], report)
        elif _ONCE.match(opening) and self._not_yet(s, head.i):
            stand.set("demanded", cur.i)
        elif marks & {"as"} and opening[:3].lower() == "as " and present(s, cur) and self._not_yet(s, head.i):
            stand.set("conditional", cur.i)  # "will be lifted step by step as prisoners are freed"
        elif whenever(s, cur, head, opening):
            stand.set("hypothetical", cur.i)
        elif in_passing(s, cur) or (cur.tag == "VB" and any(k.low == "to" for k in s.kids(cur.i, "aux"))):
            if cur.lemma in self.lex["verbs.report"] and told_past(s, head) and not self._negated(s, head.i):
                return  # "took to the air to say that they were freed"
            if came_to_it(s, cur, head, self.lex):
                stand.take(self.of_verb(s, head.i))
                return
            asked = head.lemma in {"appeal", "call", "plead"} and any(
                k.low in {"to", "on", "upon", "with"} for k in s.kids(head.i, "prep")
            )
            asked = asked or called_upon(s, head.i, self.lex["verbs.calling"]) is not None
            stand.set("demanded" if asked else "intended", head.i)
            dealt = any(k.lemma in self.lex["nouns.agreement"] for k in s.kids(head.i, "dobj", "nsubjpass"))
            if dealt and self.of_verb(s, head.i).mode == "denied":
                stand.set("denied", head.i)  # "denied that he made a deal to lift them"
        elif cur.tag == "VBG" and s.kid(cur.i, "mark", "prep") is None:
            before = s[cur.i - 1]
            if cur.i and before.head == head.i and before.dep == "prt":
                self.gerund(s, head, stand)  # "put off freeing them"
            over = Stand()
            self._local(s, head.i, over, own=False)
            if over.mode != "performed":
                stand.set(over.mode, head.i)

    def _not_yet(self, s: Sentence, v: int) -> bool:
        """ "No relief until all are freed", "will be given up once X is freed": what is waited for."""
        over = Stand()
        self._local(s, v, over, own=True)
        return over.mode != "performed"

    def _governed(self, s: Sentence, cur: Word, head: Word, stand: Stand) -> bool:
        """Apply what governs ``cur``; False where the walk ends."""
        lemma, dep = head.lemma, cur.dep
        if (
            dep == "ccomp"
            and cur.i < head.i
            and lemma not in self.lex["verbs.report"]
            and not (lemma in self.lex["verbs.promise"] and self._modal(s, cur))
            and s.kid(cur.i, "mark") is None
        ):
            return False  # "he was taken; the charge was not made public": two main clauses side by side
        infinitive = any(k.low == "to" for k in s.kids(cur.i, "aux"))
        if dep == "pcomp" and prepositional(s, head, self.lex, self.of_verb, stand):
            return False
        if dep == "csubj" or (dep in SUBJECTS and cur.tag == "VBG"):  # "freeing them is not on the table"
            self._local_above(s, head, stand)
            return False
        if head.tag.startswith("JJ") and dep == "prep" and self._adjective(head, stand):
            return True
        if dep in {"pcomp", "pobj", "prep"}:
            deed = s.kid(cur.i, "pcomp") if dep == "prep" else None
            if deed is not None and deed.tag == "VBG":
                over = s[head.head] if head.tag.startswith("RB") else head  # "thought better of"
                self.gerund(s, over, stand, cur)
            if head.tag.startswith("NN") and dep == "prep":
                return self._noun_governor(s, head, stand, deed=deed, prep=cur.low)
            planned = lemma in self.lex["verbs.intend"] and s.kid(cur.i, "pcomp") is not None
            bound = lemma in self.lex["verbs.promise"] and s.kid(cur.i, "pcomp") is not None
            if dep == "prep" and (planned or bound) and head.tag.startswith("V"):
                stand.set("intended", head.i)  # "do not plan on going", "is committed to freeing"
            if dep == "prep" and (planned or lemma in self.lex["verbs.result"]):
                self._local_above(s, head, stand)
            return True
        active = head.tag == "VBN" and any(k.lemma == "have" for k in s.kids(head.i, "aux"))
        adjective = head.tag.startswith(("JJ", "VBN")) and not (active and not is_passive(s, head.i))
        if adjective and dep in {"xcomp", "ccomp"} and self._adjective(head, stand):
            return True  # but "has opposed freeing them" is a verb
        if head.tag.startswith("NN") and dep in {"acl", "ccomp", "xcomp"}:
            acts = self.lex["verbs.adopting verbs.enacting verbs.taking_effect"]
            if head.dep == "dobj" and s[head.head].lemma in acts:
                stand.take(self.of_verb(s, head.head))  # "failed to adopt a measure to extend it"
            by_word = head.low == "decision" and cur.lemma in self.lex["verbs.done_by_word"]
            return self._noun_governor(s, head, stand, by_word=by_word)
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

    def _local_above(self, s: Sentence, head: Word, stand: Stand) -> None:
        if head.lemma in self.lex["verbs.report"] and stand.mode == "performed":
            over = Stand()
            self._local(s, head.i, over, own=False)
            if over.mode == "denied" and head.lemma in {"confirm", "announce", "say", "report", "rule"}:
                stand.factuality = "U"
                stand.set("hypothetical", head.i)
            return
        if head.lemma in self.lex["verbs.report"]:
            return
        over = Stand()
        self._local(s, head.i, over, own=False)
        if over.mode == "denied" and self.effect(s, head) == "denied":
            stand.set("hypothetical", head.i)  # "has not ruled out freeing them"
            return
        if over.mode == "denied" and head.lemma not in self.lex["verbs.refuse verbs.failing_to"]:
            stand.set("denied", head.i)
        elif over.mode in {"hypothetical", "demanded", "intended", "promised"}:
            stand.set(over.mode, head.i)

    def _conditions(self, s: Sentence, v: int, stand: Stand) -> None:
        above = [] if participle(s, v) else [u for u in s.up(v) if u.tag.startswith(("V", "MD", "JJ"))][:3]
        chain = [s[v], *above]
        for w in chain:
            if w.i != v and w.lemma in self.lex["verbs.report"] and w.low not in {"ready"}:
                break
            for k in s.kids(w.i, "advcl", "prep", "mark"):
                below = s.subtree(k.i)
                text = without_speaker(s, below[0], below[-1], self.lex["verbs.report"])
                until = _UNTIL.match(text) or _ONLY.match(text)
                waited = k.dep == "mark" and stand.mode == "demanded" and until
                if v in below or waited or (k.dep == "prep" and UNTIL_A_DAY.match(text)):
                    continue
                if w.i < k.i < v and beside_it(s, v) and told_past(s, s[v]):
                    continue  # "will be freed if they sign, and two were let out on Monday"
                if _KEPT.match(text) and stand.mode == "performed" and told_past(s, w):
                    continue  # "was freed on condition that he leave": he agreed
                if _ONLY.match(text) and stand.mode == "performed" and told_past(s, w) and told_past(s, k):
                    continue  # "were freed only after the ransom had come"
                if _IF.match(text) and (
                    stand.mode != "performed" or not text.lower().startswith(("until", "once"))
                ):
                    keeps = k.dep != "mark" and text.lower().startswith(("until", "as long as"))
                    if stand.mode != "demanded" or not keeps:
                        stand.set("conditional", k.i)
                    if k.dep == "mark" and w.i == v and stand.mode == "denied":
                        stand.mode = "conditional"  # "if they are not freed": nobody says so
                    stand.condition = text
        inverted(s, v, stand)
        if (mode := untrue(s, v, self.lex)) is not None:
            stand.set(mode, None)
        if stand.mode in {"intended", "promised", "hypothetical", "agreed"} and stand.condition is None:
            m = _IF_LATER.search(s.text.lower())
            if m and s.start + m.start() > s[v].start:
                stand.set("conditional", None)
                first = s.at(s.start + m.start(), s.end)[0]
                stand.condition = without_speaker(s, first, len(s) - 1, self.lex["verbs.report"])
