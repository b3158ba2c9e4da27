"""What a verb, an adjective or a noun says of the deed that hangs on it: done, to come, asked for, not done.

One table (``modes.toml``) tells it of a predicate whatever hangs on it, a noun ("opposed the release")
or a gerund ("opposed freeing them"). Of predicates that no list knows the form decides: an infinitive
is still to be done (Karttunen 1971), and so is a gerund behind *of*, *about*, *on*, *to*, *at* or *over*.
"""

from __future__ import annotations

from collections.abc import Mapping

from detente.reading.clauses.arguments import is_passive
from detente.reading.clauses.auxiliaries import came_to_it, of_others, opens, told_past, yet
from detente.reading.clauses.awaited import commanded
from detente.reading.clauses.stand import AIMED, BY_WEIGHT, Stand
from detente.reading.clauses.unfulfilled import enabled_by_law, lays_down
from detente.reading.lexicon import Lexicon
from detente.reading.parsing.words import Sentence, Word
from detente.records import Mode

__all__ = ["Governors"]

_ENDING = frozenset({"complete", "finish", "conclude"})
_OPEN = frozenset({"of", "about", "on", "to", "at", "over"})
"""Prepositions behind which a gerund is only thought of."""

_IN_THE_PAST = frozenset({"did", "had", "has", "have"})


def _kept(mode: Mode, lemma: str, prep: str) -> bool:
    """Does the verb keep to itself what it says, and not hand it on over the preposition?"""
    if mode == "demanded":
        return lemma == "call" and not prep  # "called it unlawful"
    if mode == "hypothetical":
        return prep == "to"  # "tied the release to talks"
    over = bool(prep) and mode in {"promised", "agreed", "denied"}
    return over and not (mode == "agreed" and prep in {"on", "to"})


class Governors:
    """Reads what governs a deed.

    Args:
        lexicon: word classes.
        tables: the tables of ``modes.toml``.
    """

    def __init__(self, lexicon: Lexicon, tables: Mapping[str, Mapping[str, frozenset[str]]]) -> None:
        self.lex, self.tables = lexicon, tables
        verbs = tables["verbs"]
        self._modes = {
            word: tuple(mode for mode in BY_WEIGHT if word in verbs.get(mode, ()))
            for word in frozenset().union(*verbs.values())
        }

    def effect(self, s: Sentence, v: Word, prep: str = "") -> Mode | None:
        """What a verb says of its object, or of what its preposition carries.

        Args:
            s: the sentence.
            v: the verb.
            prep: the preposition that carries the deed; none of a direct object.

        Returns:
            The mode; None where the table says nothing of the verb so built.
        """
        for whole in self._wholes(s, v, prep):
            if whole in self._modes:
                return self._modes[whole][0]
        thanks = prep == "for" and v.lemma in self.lex["verbs.thank"]
        trusts = prep == "in" and v.lemma in self.lex["verbs.trusting"]  # "did not believe in their release"
        if thanks or (prep and prep not in AIMED and not trusts):
            return None
        return next((m for m in self._modes.get(v.lemma, ()) if not _kept(m, v.lemma, prep)), None)

    @staticmethod
    def _wholes(s: Sentence, v: Word, prep: str = "") -> list[str]:
        """The verb with the words beside it, the longest first: "hold-off-on", "put-on-hold", "argue-for"."""
        near = s.kids(v.i, "prt", "advmod", "prep", "dobj", "oprd", "acomp")
        beside = [k.lemma if k.dep == "dobj" else k.low for k in near if k.dep != "prep" or not s.kids(k.i)]
        behind = [f"{k.low}-{x.low}" for k in near if k.dep == "prep" for x in s.kids(k.i, "pobj")]
        words = [f"{v.lemma}-{x}" for x in (*behind, *beside)]
        return [*(f"{w}-{prep}" for w in words if prep), *words, *([f"{v.lemma}-{prep}"] if prep else [])]

    def gerund(self, s: Sentence, head: Word, stand: Stand, prep: Word | None = None) -> None:
        """ "opposed freeing them", "thought of freeing them": a gerund stands as a noun would.

        Args:
            s: the sentence.
            head: what the gerund, or its preposition, hangs on.
            stand: the stand of the deed, to be changed.
            prep: the preposition before the gerund.
        """
        if is_passive(s, head.i) and self._adjective(head, stand):
            return  # "is committed to freeing them"
        if head.tag.startswith("V"):
            mode = self.effect(s, head, prep.low if prep is not None else "")
            if mode is None and prep is not None:
                mode = self._open(head, prep)
            if mode == "denied" and s.kid(head.i, "neg") is not None:
                mode = "hypothetical"
            if mode is not None:
                stand.set(mode, head.i)
        elif head.tag.startswith("JJ") and prep is not None and (mode := self._open(head, prep)):
            stand.set(mode, head.i)

    def _open(self, head: Word, prep: Word) -> Mode | None:
        """ "is wary of freeing them", "is intent on it": no word that it was done, save with "proud of" …"""
        felt = {head.lemma, head.low} & self.tables["gerund_governors"]["performed"]
        done = self.lex["verbs.owning_to verbs.criticise verbs.thank verbs.judging verbs.result"]
        return None if prep.low not in _OPEN or felt or head.lemma in done else "hypothetical"

    def _adjective(self, head: Word, stand: Stand) -> bool:
        for mode in ("intended", "hypothetical", "denied"):
            if head.low in self.tables["adjective_governors"][mode]:
                stand.set(mode, head.i)
                return True
        return False

    def _of_noun(self, noun: Word, prep: str) -> Mode | None:
        """What a noun says with its preposition ("decision on"), or else alone."""
        for known in (f"{noun.lemma}-{prep}", noun.lemma):
            for mode in BY_WEIGHT:
                if known in self.tables["noun_governors"].get(mode, ()):
                    return mode
        return None

    def _noun_governor(
        self, s: Sentence, head: Word, stand: Stand, deed: Word | None = None, prep: str = "",
        *, by_word: bool = False,
    ) -> bool:  # fmt: skip
        if deed is not None and head.lemma in self.tables["gerund_governors"]["hypothetical"]:
            stand.set("hypothetical", head.i)
        over = by_word or _brought_to_an_end(s, head, self.lex)
        if (mode := self._of_noun(head, prep)) is not None and not over:
            stand.set("denied" if any(k.low == "no" for k in s.kids(head.i, "det")) else mode, head.i)
        if head.lemma in self.lex["nouns.report nouns.evidence"]:
            self._of_report(s, head, stand)
        verb = s[head.head]
        lemma = self.phrasal(s, verb)
        dashed = lemma in self.tables["verbs"]["denied"] or lemma in self.lex["verbs.dash"]
        if dashed and head.dep in {"nsubjpass", "dobj"} and stand.mode != "demanded":
            stand.set("denied", verb.i)  # "hopes that … were dashed"
        if head.dep == "nsubj" and lemma in self.lex["lemmas.failing"]:
            stand.set("denied", verb.i)  # "attempts to free them had failed"
        if (head.dep in {"nsubjpass", "dobj"} and lemma in self.lex["verbs.deny"]) or (
            head.dep == "nsubj"
            and verb.lemma == "be"
            and any(k.low in self.lex["closed.false"] for k in s.kids(verb.i, "acomp", "attr"))
        ):
            stand.set("denied", verb.i)
        return False

    def _of_report(self, s: Sentence, report: Word, stand: Stand) -> None:
        """ "Waited for news that they were freed", "knew nothing of claims that …"."""
        carrier = s[report.head]
        prep = carrier.low if report.dep == "pobj" else ""
        verb = s[carrier.head] if prep else carrier
        truths = [k for k in (verb, *s.kids(verb.i, "attr")) if k.lemma in self.lex["nouns.truth"]]
        if any(x.low == "no" for k in truths for x in s.kids(k.i, "det")):
            stand.set("denied", verb.i)  # "there is no truth in reports that they were freed"
        elif verb.low in self.lex["closed.none"]:
            stand.set("hypothetical", verb.i)
        elif verb.tag.startswith("V") and (prep or report.dep in {"dobj", "nsubjpass"}):
            mode = self.effect(s, verb, prep)
            if mode is not None:
                stand.set("denied" if mode == "denied" else "hypothetical", verb.i)

    def _verb_governor(
        self, s: Sentence, cur: Word, head: Word, lemma: str, infinitive: bool, stand: Stand
    ) -> None:
        passive = is_passive(s, head.i)
        that = cur.tag == "VBP" and any(k.low == "that" for k in s.kids(cur.i, "mark")) and lemma != "insist"
        subjunctive = cur.tag == "VB" or that or any(k.low == "be" for k in s.kids(cur.i, "auxpass"))
        before = any(k.low == "first" for k in s.kids(cur.i, "advmod"))
        subjunctive = subjunctive or (before and cur.tag == "VBP")  # "insists that they first free him"
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
        elif lemma == "have" and infinitive and not is_passive(s, cur.i):
            stand.set("demanded", head.i)  # "had to free them": it does not say that they did
        elif lemma == "be" and infinitive:
            stand.set("intended", head.i)
        elif commanded(s, cur, head, self.lex["verbs.command"]):
            stand.set("demanded", head.i)
        elif (lemma in self.lex["verbs.deny"] and not self._undenied(s, cur, head)) or (
            lemma in self.lex["verbs.refuse verbs.failing_to"] and (infinitive or cur.tag == "VBG")
        ):
            twice = s.kid(head.i, "neg") is not None  # "has not ruled out freeing them"
            if not (twice and self._did_not_fail(s, head)):
                stand.set("hypothetical" if twice else "denied", head.i)
        elif lemma in self.lex["verbs.agree"] and (infinitive or self._modal(s, cur)):
            stand.set("agreed", head.i)
        elif lemma in self.lex["verbs.promise"] and (infinitive or self._modal(s, cur)):
            stand.set("promised", head.i)
        elif (
            lemma in self.lex["verbs.demand"]
            and (infinitive or (not passive and (subjunctive or self._modal(s, cur))))
        ) or (lemma in self.lex["verbs.threaten"] and infinitive):
            stand.set("demanded", head.i)
        elif passive and lemma in self.lex["verbs.uncertain verbs.foresee"] and infinitive:
            perfect = any(k.low == "have" for k in s.kids(cur.i, "aux"))
            if lemma in self.lex["verbs.foresee"] and not perfect:
                stand.set("intended", head.i)
            else:
                stand.factuality = "PR"
        elif lemma in {"seem", "appear"}:
            stand.factuality = "PR"
        elif cur.dep == "ccomp" and "rumour" in {head.lemma, *(k.lemma for k in s.kids(head.i, "nsubj"))}:
            stand.set("hypothetical", head.i)  # "it is rumoured that", "rumour has it that"
        elif self._as_laid_down(cur, lemma) and lays_down(s, head, self.lex):
            stand.set("agreed", head.i)  # "the deal included lifting them", "provides that they are freed"
        elif lemma in self.lex["verbs.intend"] and (infinitive or cur.tag in {"VB", "VBG", "VBN"}):
            stand.set("intended", head.i)
        elif infinitive and lemma in self.lex["verbs.enabling"] and enabled_by_law(s, head, self.lex):
            stand.set("hypothetical", head.i)
        elif infinitive and self._still_open(s, cur, head, lemma):
            whose = s.kid(head.i, "dobj") or s.kid(cur.i, "nsubj")
            own = whose is not None and whose.lemma in self.tables["infinitive_governors"]["intended"]
            asked = whose is not None and not passive and not own  # but "took steps to free them"
            stand.set("demanded" if asked else "intended", head.i)
        elif cur.tag == "VBG":
            self.gerund(s, head, stand)

    def _as_laid_down(self, cur: Word, lemma: str) -> bool:
        """A gerund, or a clause, below a verb of what is written down."""
        if lemma not in self.lex["verbs.laying_down"] and lemma != "provide":
            return False
        return cur.tag == "VBG" or cur.dep == "ccomp"

    @staticmethod
    def _undenied(s: Sentence, cur: Word, head: Word) -> bool:
        """ "did not deny that they had been freed"."""
        return cur.dep == "ccomp" and s.kid(head.i, "neg") is not None

    def _did_not_fail(self, s: Sentence, head: Word) -> bool:
        """ "Did not fail to free them", "never failed to": they did; "will not fail to" says it of none."""
        helpers = {k.low for k in s.kids(head.i, "aux")}
        past = head.tag == "VBD" or (bool(helpers) and helpers <= _IN_THE_PAST)
        return head.lemma in self.lex["verbs.failing_to"] and past

    def _still_open(self, s: Sentence, cur: Word, head: Word, lemma: str) -> bool:
        """ "was invited to free them", "omitted to free them": all but "managed to", "is said to"."""
        told = self.lex["verbs.report verbs.uncertain verbs.foresee verbs.implicate verbs.doing"]
        perfect = any(k.lemma == "have" for k in s.kids(cur.i, "aux"))
        moved = head.low in self.tables["adjective_governors"]["performed"]  # "was pleased to grant it"
        if moved or perfect or came_to_it(s, cur, head, self.lex):
            return False
        return lemma not in told and head.lemma not in told

    def phrasal(self, s: Sentence, v: Word) -> str:
        """The lemma with its particle where the lists know both as one: "rule-out"."""
        known = self.lex["verbs.refuse lemmas.failing"]
        return next((w for w in self._wholes(s, v) if w in self._modes or w in known), v.lemma)

    def _modal(self, s: Sentence, cur: Word) -> bool:
        return any(k.low in self.lex["closed.future"] for k in s.kids(cur.i, "aux"))


def _brought_to_an_end(s: Sentence, task: Word, lexicon: Lexicon) -> bool:
    """ "Completed the process of freeing them", "the decision was carried out": what was to be done is."""
    verb = s[task.head]
    if task.dep == "nsubjpass" and verb.lemma in lexicon["verbs.carrying_out"]:
        return told_past(s, verb) and s.kid(verb.i, "neg") is None
    return task.dep in {"dobj", "nsubjpass"} and verb.lemma in _ENDING and told_past(s, verb)
