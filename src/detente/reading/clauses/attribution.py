"""Who says so: the chain of sources above a clause, outer to inner (CODEBOOK §3, READING 9)."""

from __future__ import annotations

from detente.reading.clauses.arguments import credited, is_passive, subject
from detente.reading.clauses.said_beside import (
    as_said,
    as_saying,
    before_colon,
    called,
    crediting,
    goes_on,
    holds,
    in_contrast,
    in_words_of,
    is_parted,
    is_quoted_on,
    is_reason,
    is_sure,
    issuer,
    learned_from,
    made_known,
    put_out,
    reckoned,
)
from detente.reading.clauses.trailing import according, opens_inner, trailing
from detente.reading.lexicon import Lexicon
from detente.reading.nouns.mention import Mention
from detente.reading.nouns.mentions import Mentions
from detente.reading.parsing.words import Sentence, Word
from detente.records import AgentKind, Attribution

_ACCORDING = frozenset({"according", "per"})


_CITING = _ACCORDING | {"citing", "quoting"}
_AIDES = frozenset({"aide", "adviser", "advisor"})
_SEATS = frozenset({"presidential", "government", "ministerial", "royal", "palace", "kremlin"})


class Sources:
    """Finds the attribution chain of a trigger.

    Args:
        lexicon: reporting verbs and kinds of speakers.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self.lex = lexicon

    def chain(self, s: Sentence, ms: Mentions, v: int) -> tuple[list[Attribution], bool]:
        """The chain above the word ``v`` and whether it surely reaches this clause."""
        links: list[tuple[int, Attribution]] = []
        certain = True
        path = [v, *(u.i for u in s.up(v))]
        for k, i in enumerate(path):
            w = s[i]
            if k:
                below = s[path[k - 1]]
                if below.dep in {"advcl", "conj"} and in_contrast(s, below, self.lex):
                    break
                quoted = below.dep == "conj" and is_quoted_on(s, w, below)
                on = not quoted and goes_on(s, w, below, self.lex)
                certain = certain and not on
                if below.dep in {"ccomp", "xcomp", "parataxis", "dobj", "nsubjpass", "attr", "pcomp"} or (
                    below.dep == "nsubj" and is_passive(s, i)
                ):
                    if (sure := is_sure(s, w, self.lex)) is not None and below.dep == "ccomp":
                        links += [(0, a) for a in self._told_by(s, ms, sure, w.text)]
                    elif not is_parted(s, below, w):
                        links += [(0, link) for link in self._all_said(s, ms, w, below)]
                elif below.dep == "prep" and credited(s, path[k - 2] if k > 1 else v):
                    links += [(0, link) for link in self._told_by(s, ms, crediting(s, w), w.text)]
                elif below.low == "as" and below.dep in {"prep", "advcl"} and w.lemma in {"quote", "cite"}:
                    outer = self._said(s, ms, w, below)  # "X quoted Y as saying that …"
                    links += [(0, outer)] if outer is not None else []
                elif below.dep in {"acl", "relcl"} and (word := put_out(s, w, self.lex, below)) is not None:
                    links += [(0, a) for a in self._told_by(s, ms, [word[0]], word[1].text)]
                elif quoted or (on and below.dep == "conj"):
                    links += [(0, link) for link in self._all_said(s, ms, w, below)]
                elif below.dep in {"prep", "advcl", "npadvmod"} and any(
                    p.dep == "ccomp" for p in (s[j] for j in path[:k])
                ):
                    certain = certain and not self._loose(s, below)
                if (
                    below.dep == "conj"
                    and below.tag.startswith("V")
                    and s.kid(below.i, "nsubj", "nsubjpass") is not None
                    and w.dep == "ccomp"
                ):
                    certain = certain and s.kid(below.i, "mark") is not None
            links += [(1, a) for a in (*self._beside(s, ms, i, v), *self._announced(s, ms, i, i == v))]
        if s[0].low in _ACCORDING and not any(a.cue.lower().startswith("according") for _, a in links):
            links += [
                (1, a) for a in self._beside(s, ms, s[0].head, v) if a.cue.lower().startswith("according")
            ]
        loose = self._in_loose_clause(s, path)
        return self._ordered(links) or self._before_colon(s, ms, v) or self._lost(
            s, ms, v
        ), certain and not loose

    def _before_colon(self, s: Sentence, ms: Mentions, v: int) -> list[Attribution]:
        """ "The minister reported that it was done: nine were freed": he goes on behind the colon."""
        colon = next((w.i for w in s.words[:v] if w.text == ":"), None)
        if colon is None:
            return []
        for i in (v, *(u.i for u in s.up(v))):
            for k in s.kids(i, "ccomp", "parataxis"):
                said = k.i < colon and self.says(s, k) in self.lex["verbs.report"]
                heads = [x.i for x in s.kids(k.i, "nsubj")] if said and s.kid(k.i, "ccomp") else []
                link = self._link(s, ms, heads[0], k.text) if heads else None
                if link is not None:
                    return [link]
        return []

    def _lost(self, s: Sentence, ms: Mentions, v: int) -> list[Attribution]:
        """Who is told by the order of the words alone, where the parse gives nobody."""
        behind, beside = trailing(s, self.lex, v), according(s, v)
        found = [self._link(s, ms, behind[0], behind[1].text, others=[])] if behind is not None else []
        beside = beside or reckoned(s, v, self.lex)
        found += [self._link(s, ms, *beside)] if beside is not None else []
        if not found and (head := before_colon(s, ms, v, self.lex)) is not None:
            found = [self._link(s, ms, head, ":")]
        return [a for a in found if a is not None]

    def _all_said(self, s: Sentence, ms: Mentions, verb: Word, below: Word) -> list[Attribution]:
        """Innermost first: of "X quoted Y as saying" first Y, then X."""
        outer = self._said(s, ms, verb, below)
        links = [outer] if outer is not None else []
        if below.dep == "ccomp" and (known := learned_from(s, verb, self.lex)):
            papers = [a for a in links if a.kind == "outlet"]  # the paper tells on what it learned
            return [*self._told_by(s, ms, known[:1], verb.text), *papers]
        if below.dep == "ccomp" and is_passive(s, verb.i) and as_saying(s, verb):
            own = [k.i for k in s.kids(verb.i, "nsubjpass")]  # "…, her spokesman was quoted as saying"
            return [*self._told_by(s, ms, own, verb.text), *links]
        if verb.lemma in self.lex["verbs.quote"] and outer is not None:
            above = {below.i, *(u.i for u in s.up(below.i))}
            how = [k for k in s.kids(verb.i, "prep", "advcl") if k.low == "as"]
            saying = [p for k in how for p in s.kids(k.i, "pcomp")]
            told = [p for p in saying if p.low == "saying" and p.i not in above]
            said = [self._link(s, ms, o.i, p.text) for p in told[:1] for o in s.kids(verb.i, "dobj")[:1]]
            links = [*(a for a in said if a is not None), *links]
        return links

    def _told_by(self, s: Sentence, ms: Mentions, heads: list[int], cue: str) -> list[Attribution]:
        link = self._link(s, ms, heads[0], cue, others=heads[1:]) if heads else None
        return [link] if link is not None else []

    def _announced(self, s: Sentence, ms: Mentions, i: int, own: bool) -> list[Attribution]:
        found = made_known(s, i, self.lex, own=own)
        return self._told_by(s, ms, [found[0]], found[1].text) if found is not None else []

    # ── "X said that …", "…, X said", "X announced the release" ──
    def _said(self, s: Sentence, ms: Mentions, verb: Word, below: Word) -> Attribution | None:
        lemma = self.says(s, verb)
        if below.dep == "ccomp" and (who := holds(s, verb, self.lex)):
            return self._link(s, ms, who[0], verb.text)
        if lemma not in self.lex["verbs.report"] and lemma not in self.lex["verbs.quote"]:
            return self._accused(s, ms, verb, below)
        nominal = below.dep in {"dobj", "nsubjpass", "nsubj", "attr"}
        if nominal and lemma not in self.lex["lemmas.telling"]:
            return None
        if verb.lemma == "put" and not (nominal and below.lemma in self.lex["nouns.figure"]):
            return None
        if verb.lemma in self.lex["lemmas.perceiving"] and below.dep != "ccomp":
            return None
        if is_passive(s, verb.i):
            by = [p.i for k in s.kids(verb.i, "agent", "prep") if k.low == "by" for p in s.kids(k.i, "pobj")]
            if verb.lemma in {"tell", "inform", "assure"} and not by:
                return None
            return self._link(s, ms, by[0], verb.text) if by else None
        heads, _ = subject(s, verb.i)
        if not heads and verb.i and verb.dep == "ROOT" and s[verb.i - 1].tag in {"NNP", "NN", "NNS"}:
            heads = [verb.i - 1]  # "…, the daily X reported": the parse hung the speaker elsewhere
        if not heads and below.dep == "ccomp" and below.i < verb.i and s[verb.i - 1].tag in {",", "''"}:
            heads = [k.i for k in s.kids(verb.i, "dobj")]  # "…, insisted the minister"
        if verb.dep in {"acl", "advcl"} and verb.tag == "VBG" and not heads:
            return None
        if verb.lemma in self.lex["verbs.quote"] or (verb.low == "saying" and heads):
            quoting = s.verb_of(verb.i) if verb.low == "saying" else None
            objects = s.kid(quoting, "dobj") if quoting is not None and s[quoting].lemma == "quote" else None
            if objects is not None:
                heads = [objects.i]  # "PAP quoted Rau as saying": Rau says it
        return self._link(s, ms, heads[0], verb.text, others=heads[1:]) if heads else None

    def says(self, s: Sentence, verb: Word) -> str:
        """The lemma with the word that makes it a verb of saying: "read out", "made known", "let slip"."""
        for k in s.kids(verb.i, "prt", "ccomp", "acomp", "xcomp", "oprd"):
            if f"{verb.lemma}-{k.low}" in self.lex["verbs.report"]:
                return f"{verb.lemma}-{k.low}"
        asks = verb.lemma in self.lex["verbs.wonder"] and any(
            w.tag in {"WRB", "WP"} for w in s.words[verb.i + 1 : verb.i + 3]
        )
        reads = verb.lemma == "read" and any(
            k.lemma in self.lex["nouns.utterance"] for k in s.kids(verb.i, "nsubj")
        )
        return "say" if asks or reads else verb.lemma

    def _accused(self, s: Sentence, ms: Mentions, verb: Word, below: Word) -> Attribution | None:
        if verb.lemma in {"quote", "cite"} and below.dep in {"ccomp", "prep", "advcl"}:
            heads, _ = subject(s, verb.i)
            return self._link(s, ms, heads[0], verb.text) if heads else None
        return self._in_a_statement(s, ms, verb, below)

    def _in_a_statement(self, s: Sentence, ms: Mentions, verb: Word, below: Word) -> Attribution | None:
        """ "In a note the cabinet tied the pardons to talks": what it does there, it says."""
        where = [
            (p, o)
            for p in s.kids(verb.i, "prep")
            for o in s.kids(p.i, "pobj")
            if p.low in {"in", "on"} and o.lemma in self.lex["nouns.utterance"]
        ]
        if not where or is_passive(s, verb.i) or below.dep in {"nsubj", "nsubjpass"}:
            return None
        prep, what = where[0]
        heads, shared = subject(s, verb.i)
        own = any(w.low in {"a", "an"} or w.tag == "PRP$" for w in s.kids(what.i))
        if below.i == prep.i or not heads or shared or not own:
            return None
        return self._link(s, ms, heads[0], s.span_text(prep.i, what.i))

    # ── "according to X", "citing X", "X's count" ──
    def _beside(self, s: Sentence, ms: Mentions, i: int, v: int) -> list[Attribution]:
        found: list[Attribution] = []
        for k in s.kids(i, "parataxis"):
            if k.lemma in self.lex["verbs.report"] and s.kid(k.i, "ccomp", "dobj") is None and k.i != v:
                heads, shared = subject(s, k.i)
                heads = learned_from(s, k, self.lex) or heads
                link = self._link(s, ms, heads[0], k.text, others=heads[1:]) if heads and not shared else None
                told = self._beside(s, ms, k.i, v)  # "…, said X, citing Y", but "…, X said, as reported by Y"
                inner = [a for a in told if a.cue.lower().split()[0] in _CITING]
                found += [*(a for a in told if a not in inner), *([link] if link else []), *inner]
        own = s.kids(i, "prep", "advmod", "advcl", "acl", "npadvmod", "mark")
        own += [k for c in s.kids(i, "ccomp") if c.low == "go" for k in s.kids(c.i, "advcl")]  # "let them go"
        own += [k for n in s.kids(i, "nsubj") for k in s.kids(n.i, "acl") if k.low in _CITING]
        helped = [k for x in s.kids(i, "aux", "auxpass") for k in s.kids(x.i, "prep")]  # "was, by …, hung"
        for k in (*own, *helped):
            for head, cue in self._heads_beside(s, k, v):
                if k.low == "citing" and is_reason(s, ms, head, self.lex):
                    continue
                link = self._link(s, ms, head, cue)
                found += [link] if link else []
                if k.low in {"citing", "quoting"}:
                    found += self._quoted_further(s, ms, head)
        return found

    def _heads_beside(self, s: Sentence, k: Word, v: int) -> list[tuple[int, str]]:
        """Heads of the sources that a word beside the clause names, each with its cue."""
        if k.low in _ACCORDING:
            if v < k.i and opens_inner(s, k.i):
                return []
            inner = s.kids(k.i, "prep") or [k]
            return [(o.i, s.span_text(k.i, p.i)) for p in inner for o in s.kids(p.i, "pobj")]
        above = {s[k.head].lemma, s[s[k.head].head].lemma}  # "state radio, quoting police, said …"
        inside = bool(above & self.lex["verbs.report"])
        if k.low == "citing" or (k.low == "quoting" and (k.i > v or inside)):
            return [(o.i, k.text) for o in s.kids(k.i, "dobj")]
        if k.dep in {"advcl", "mark"} and k.lemma in self.lex["verbs.report"]:
            return as_said(s, k)
        if k.dep == "prep" and k.low in {"in", "with"}:
            return in_words_of(s, k, self.lex)
        if k.dep == "prep" and k.low == "by":
            counts = [o for o in s.kids(k.i, "pobj") if o.lemma in self.lex["lemmas.reckoning"]]
            owners = [(o, s.kid(o.i, "poss")) for o in counts]
            return [(w.i, s.span_text(k.i, o.i)) for o, w in owners if w is not None]
        return []

    def _quoted_further(self, s: Sentence, ms: Mentions, i: int) -> list[Attribution]:
        for r in s.kids(i, "relcl"):
            if r.lemma in self.lex["verbs.quote"]:
                for o in s.kids(r.i, "dobj"):
                    link = self._link(s, ms, o.i, r.text)
                    return [link] if link else []
        return []

    def as_link(self, s: Sentence, ms: Mentions, head: int, cue: str) -> Attribution | None:
        """The noun phrase at this head as a source of its own."""
        return self._link(s, ms, head, cue)

    # ── links ──
    def _link(
        self, s: Sentence, ms: Mentions, head: int, cue: str, *, others: list[int] | None = None
    ) -> Attribution | None:
        head = issuer(s, head, self.lex)
        m = ms.at(head)
        if s[head].low in self.lex["nouns.calendar"]:
            return None  # "an initiative announced Wednesday"
        if m is None or m.negative or m.anaphor in {"who", "i"}:
            return None  # *we* in a quote is who is quoted, outside one the outlet itself
        if m.anaphor in {"it", "they", "he", "she"}:
            m = self._spoke_before(s, ms, m) or m
        holder = self._holder(s, ms, m)
        group = [m.head, *(others if others is not None else s.conjuncts(head)[1:])]
        parts = [p for p in (ms.at(i) for i in group) if p is not None]
        name = self.name(s, m) if len(parts) == 1 else s.span_text(parts[0].lo, parts[-1].hi)
        name = name.removeprefix("whose ")
        kind = self.kind(s, m)
        if holder is not None and len(parts) == 1:
            return Attribution(holder.name, kind, cue, True)
        proper = m.kind in {"person", "state"} and m.anaphor is None
        named = proper or (m.kind == "organisation" and s[head].tag.startswith("NNP"))
        return Attribution(
            name, kind, cue, named, tuple(self.name(s, p) for p in parts) if len(parts) > 1 else ()
        )

    def _spoke_before(self, s: Sentence, ms: Mentions, m: Mention) -> Mention | None:
        """ "The mission confirmed it; it also said …": who spoke in the clause before."""
        for w in reversed(s.words[: m.head]):
            speaks = s[w.head].lemma in self.lex["verbs.report"] and w.head < m.head
            found = ms.at(w.i) if w.dep == "nsubj" and w.tag[:2] == "NN" and speaks else None
            if found is not None and (m.anaphor == "they") == (found.plural or w.tag in {"NNS", "NNPS"}):
                return found
        return None

    def _holder(self, s: Sentence, ms: Mentions, m: Mention) -> Mention | None:
        """The person named behind an office: "the foreign minister, Ruth Otieno,"."""
        if m.plural:
            return None
        if s[m.head].lemma not in self.lex["nouns.office"] and s[m.head].lemma not in self.lex["nouns.human"]:
            return None
        for k in (*s.kids(m.head, "appos"), *called(s, m.head)):
            found = ms.at(k.i) if k.tag in {"NNP", "NNPS"} else None
            told = found is not None and (found.kind == "person" or k.dep == "pobj")
            if found is not None and told and " " in found.name and found.lo >= m.head + 1:
                return found
        return None

    def name(self, s: Sentence, m: Mention) -> str:
        """A speaker's name, with what tells it from others: "the rights group Viasna"."""
        if m.kind in {"person", "state"} and m.anaphor is None:
            return m.name
        if m.anaphor is not None and m.anaphor in {"he", "she", "they", "it", "i"}:
            return m.anaphor if s[m.head].tag == "PRP$" else m.name  # "by his own account": he says it
        hi = m.hi
        if s[m.head].lemma in self.lex["nouns.body"]:  # "the state agency Wam": the name may hang elsewhere
            while hi + 1 < len(s) and s[hi + 1].tag in {"NNP", "NNPS"}:
                hi += 1
        for k in s.kids(m.head, "prep", "appos"):
            if (k.dep == "prep" and k.low in {"of", "for", "in", "from"} and k.i == hi + 1) or (
                k.dep == "appos" and k.i <= hi + 4 and k.tag.startswith("NNP")
            ):
                below = s.subtree(k.i)
                if len(below) <= 7 and below[-1] - k.i < 8:
                    hi = max(hi, max(j for j in below if s[j].tag != ","))
        text = s.span_text(m.lo, hi)
        if "(" in text and ")" not in text and hi + 1 < len(s) and s[hi + 1].text == ")":
            text = s.span_text(m.lo, hi + 1)
        return text[4:] if text[:4].lower() == "the " else text

    def kind(self, s: Sentence, m: Mention) -> AgentKind:
        """What kind of speaker a noun phrase is."""
        lemma = s[m.head].lemma
        words = {s[k].lemma for k in range(m.lo, m.hi + 1)}
        if m.kind == "state":
            return "official"
        if lemma in self.lex["nouns.outlet nouns.airwaves"]:
            return "outlet"
        if "right" in words or "rights" in words or lemma in {"ngo", "charity", "watchdog"}:
            return "ngo"
        if lemma in self.lex["nouns.witness"]:
            return "witness"
        if words & self.lex["nouns.party"] and lemma not in {"minister", "president"}:
            return "party"
        titles = {t.lower() for t in m.titles}
        if titles & self.lex["nouns.official"] or lemma in self.lex["nouns.official"]:
            return "official"
        if titles & _AIDES and words & _SEATS:
            return "official"  # "presidential aide X"
        if lemma in self.lex["nouns.ngo"]:
            return "ngo"
        if lemma in {"source", "sources"}:
            return "official" if "official" in words else "unnamed"
        if m.kind == "person":
            return "person"
        if m.kind == "organisation" and words & self.lex["nouns.outlet"]:
            return "outlet"  # "the daily Lantern"
        return "organisation" if m.kind == "organisation" else "unnamed"

    # ── scope ──
    def _loose(self, s: Sentence, w: Word) -> bool:
        return w.low == "with" or (
            w.dep == "advcl" and s.kid(w.i, "mark") is None and s.kid(w.i, "nsubj") is not None
        )

    def _in_loose_clause(self, s: Sentence, path: list[int]) -> bool:
        said = next((k for k, i in enumerate(path) if k and s[i].lemma in self.lex["verbs.report"]), None)
        if said is None:
            return False
        return any(s[i].low == "with" and s[i].dep == "prep" for i in path[1:said])

    def _ordered(self, links: list[tuple[int, Attribution]]) -> list[Attribution]:
        """From the clause outwards the walk met the innermost first; citations are inner to their verb."""
        said = [a for kind, a in links if kind == 0]
        beside = [a for kind, a in links if kind == 1]
        outer = list(reversed(said))
        names = {a.name for a in outer}
        return outer + [a for a in beside if a.name not in names]
