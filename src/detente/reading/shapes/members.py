"""What a text says of the members of a group: their nationalities, what they are, who is one of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.language.numbers import FoundQuantity, bare_plural
from detente.reading.clauses.arguments import subject
from detente.reading.clauses.auxiliaries import still_to_be
from detente.reading.clauses.draft import Draft
from detente.reading.clauses.scene import Scene
from detente.reading.clauses.stand import Stand
from detente.reading.nouns.mentions import Mention
from detente.reading.parsing.words import PROPER, Word
from detente.reading.shapes.drafting import record
from detente.reading.shapes.in_one_list import person_at
from detente.reading.shapes.rolls import is_byname, list_behind, of_neither, relative_clauses, runs, when_done
from detente.records import Filler, Quantity


# ── "Among the 123 are citizens of several countries, including at least one U.S. citizen" ──
def nationalities(scene: Scene) -> Iterator[Draft]:
    """Drafts of ATTRIBUTE for the nations that members of a group belong to."""
    s = scene.s
    opening = scene.lex.pattern("members_opening").search(s.text)
    straight = scene.lex.pattern("is_among").search(s.text) or scene.lex.pattern("on_the_list").search(s.text)
    for w in s.words:
        m = scene.ms.at(w.i)
        if m is None or m.kind != "group" or m.head != w.i or w.dep in {"compound", "poss", "amod"}:
            continue
        if _part_behind(scene, w) is not None:
            continue  # "five of the freed are French citizens" counts the five
        if w.dep in {"nsubj", "dobj"} and s[w.head].lemma in scene.lex["verbs.report"]:
            continue  # "among them a poet, a French official said", "citing France's attorney general"
        behind = opening is not None and w.start >= s.start + opening.start()
        before = straight is not None and w.end <= s.start + straight.start() and w.dep in {"nsubj", "conj"}
        if (behind or before) and _by_nation(scene, m):
            yield _nation(scene, m)


def passports(scene: Scene) -> Iterator[Draft]:
    """ "Two of the divers carry Danish papers": the nation of some, or of somebody by name."""
    s = scene.s
    for match in scene.lex.pattern("holds_passport").finditer(s.text):
        words = s.at(s.start + match.start("nation"), s.start + match.end("nation"))
        hit = scene.ms.hit_at(words[0])
        if hit is None or hit.kind not in {"demonym", "state"}:
            continue
        before = [q for q in scene.ms.numbers if q.kind == "count" and q.end <= match.start()]
        verb = s.at(s.start + match.start(), s.start + match.end())
        who = [m for m in scene.mentions(subject(s, verb[0])[0]) if m.kind == "person" and m.anaphor is None]
        if not before and not who:
            continue
        d = record(
            scene, "attribute.passport", "ATTRIBUTE", verb[0], verb[-1], sub="nationality", mode="asserted"
        )
        d.put("subject", *who)
        for m in who:
            d.widen(m.lo, m.hi)
        if before and not who:
            d.quantity = before[-1].quantity
            d.hedges += _count_hedges(scene, before[-1].quantity)
            d.widen(*s.at(s.start + before[-1].start, s.start + before[-1].end))
        d.add("value", Filler(match.group("nation"), "value"))
        yield d


def _by_nation(scene: Scene, m: Mention) -> bool:
    s = scene.s
    nation = scene.lex.pattern("nation_noun")
    if not (m.hit is not None or m.state is not None or nation.search(m.text)):
        return False
    named = m.hit is None and m.state is None and s[m.head].tag in PROPER  # "the Board for Missing Citizens"
    if m.definite or m.anaphor is not None or named or s.kid(m.head, "poss") is not None:
        return False
    if s[s[m.head].head].low == "to" and s.span_text(0, s[m.head].head).lower().endswith("according to"):
        return False
    up = s[s[m.head].head]
    of_another = s[m.head].dep == "pobj" and up.low == "of"
    if of_another and s[up.head].lemma in scene.lex.by_noun:
        return False  # "included the release of 40 Danes": a deed is told of them, and it has no members
    return not (of_another and nation.search(s.span_text(0, max(0, up.i - 1))[-14:]))


def _nation(scene: Scene, m: Mention) -> Draft:
    s = scene.s
    lo, hi = m.lo, m.head
    if hi + 2 < len(s) and s[hi + 1].low in {"of", "from"}:
        hi = next((i for i in range(hi + 2, min(hi + 7, len(s))) if _ends_noun(scene, i)), hi)
    d = record(scene, "attribute.member_nation", "ATTRIBUTE", lo, hi, sub="nationality", mode="asserted")
    q = _number_before(scene, lo) or scene.ms.number_in(lo, hi)
    d.quantity = q.quantity if q is not None and q.kind == "count" else m.quantity or _softly_plural(m)
    if q is not None:
        d.widen(*s.at(s.start + q.start, s.start + q.end))
        d.hedges += _count_hedges(scene, q.quantity)
    d.add("value", Filler(s.span_text(d.lo, d.hi), "value"))
    d.slots["freed"] = []
    return d


def _ends_noun(scene: Scene, i: int) -> bool:
    s = scene.s
    nouns = {"NN", "NNS", "NNP", "NNPS"}
    return s[i].tag in nouns and (i + 1 >= len(s) or s[i + 1].tag not in nouns)


def _number_before(scene: Scene, lo: int) -> FoundQuantity | None:
    at, start = scene.s[lo].start, scene.s.start
    touching = (q for q in scene.ms.numbers if start + q.start <= at <= start + q.end + 1)
    return next((q for q in touching if q.kind == "count"), None)


def _count_hedges(scene: Scene, quantity: Quantity) -> list[str]:
    """The words that make a count a bound, verbatim: "At least", "several"."""
    match = scene.lex.pattern("count_hedge").match(quantity.cue or "")
    return [match.group(0)] if match is not None else []


def _softly_plural(m: Mention) -> Quantity | None:
    """Two or more, softly, where a bare plural stands."""
    return bare_plural(m.text.split()[0]) if m.plural else None


# ── "Three of the sixty are priests" ──
def kinds(scene: Scene) -> Iterator[Draft]:
    """Drafts of ATTRIBUTE for what a counted part of a group is."""
    s = scene.s
    for w in s.words:
        part, value = _part_behind(scene, w), scene.ms.at(w.i)
        if part is None or value is None or not (part.human or scene.human(value)):
            continue
        if scene.modality.of_verb(s, w.head).mode != "performed":
            continue
        sub = "nationality" if _by_nation(scene, value) else "description"
        d = record(scene, f"attribute.part_{sub}", "ATTRIBUTE", part.lo, value.hi, sub=sub, mode="asserted")
        d.put("subject", part)
        d.quantity = part.quantity
        d.hedges += _count_hedges(scene, part.quantity) if part.quantity is not None else []
        d.add("value", Filler(value.name, "value"))
        yield d


def _part_behind(scene: Scene, w: Word) -> Mention | None:
    """The counted part of which an indefinite noun is said: "three of the sixty are *priests*"."""
    s = scene.s
    if w.dep != "attr" or w.tag not in {"NN", "NNS"} or s[w.head].lemma != "be":
        return None
    value = scene.ms.at(w.i)
    if value is None or value.definite:
        return None
    parts = (m for m in scene.mentions(subject(s, w.head)[0]) if m.whole is not None or _bare_count(m))
    return next((m for m in parts if m.kind == "group" and m.quantity is not None), None)


def _bare_count(m: Mention) -> bool:
    """ "Eleven are members of the union": a number alone is a part of the people told before."""
    return m.quantity is not None and m.quantity.cue == m.text


# ── "Those released include X and Y" ──
def memberships(scene: Scene) -> Iterator[Draft]:
    """Drafts of ATTRIBUTE and RELEASE for those told to be among the released."""
    s, lex = scene.s, scene.lex
    inverted = lex.pattern("members_include").search(s.text) or lex.pattern("members_inverted").search(s.text)
    match = inverted or lex.pattern("is_among").search(s.text)
    recalls = match is None
    if recalls:
        inverted = lex.pattern("members_recalled").search(s.text) or lex.pattern("members_so").search(s.text)
        inverted = inverted or lex.pattern("members_told").search(s.text)
        match = inverted or lex.pattern("on_the_list").search(s.text)
        match = match or lex.pattern("shown_leaving").search(s.text)
        match = match or lex.pattern("among_so_many").search(s.text)
        match = match or lex.pattern("among_the_group").search(s.text)
        if re.search(r"\b(?:not|never|n[’']t)\b", s.text):
            return  # "X, who was on the list, has not been released"
        if match is not None and of_neither(s, match.start()):
            return  # "neither X nor Y was among them"
    if match is None or re.search(r"\b(?:not|no longer|n[’']t)\b", match.group(0)):
        return
    if re.search(r"\b(?:not|nor|never)\W*$", s.text[: match.start()], re.IGNORECASE):
        return  # "Not among the exchanged was X"
    what = _FREED_FROM.search(match.group(0))
    ours = lex["worlds.custody nouns.prison nouns.captor nouns.rebel"]
    if what is not None and not ours & set(what.group(1).split()):
        return  # "one of the men freed of blame is X"
    if when_done(s, s.start + match.end()):
        return  # "X was in the room when they freed Y"
    if re.match(r"\s*(?:not|never)\b", s.text[match.end() :]):
        return  # "those freed were not X and Y"
    shown = "on" in match.re.groupindex  # the words behind those who are shown
    words = s.at(s.start + match.start("on" if shown else 0), s.start + match.end())
    among = _AMONG_BEFORE.search(s.text[: s[words[-1]].start - s.start]) is not None
    helps = s[words[-1]].dep in {"aux", "auxpass"} and s[words[-1]].head > words[-1]
    if inverted is not None and helps and not among:
        return  # "The two freed hostages were flown by helicopter"
    if inverted is not None and words[0] - 1 in relative_clauses(s):
        return  # "The crowd that greeted the freed monks included X"
    verb = words[-1] if inverted is not None else words[0]
    people = listed_behind(scene, verb) if inverted is not None else _named_before(scene, verb)
    people += _besides(scene, words[0]) if inverted is not None else _behind_colon(scene, words[-1], people)
    people = list({m.name if m.kind == "person" else str(m.head): m for m in reversed(people)}.values())[::-1]
    counted = inverted is not None  # "Among them are X and nine teachers"
    people = [m for m in people if not recalls or m.kind == "person" or (counted and m.quantity is not None)]
    people = [m for m in people if not (shown and m.titles)]  # a minister who is there was not freed
    if inverted is not None and _ON_BOARD.match(match.group(0)):
        people = [m for m in people if m.kind == "person"]
        people = [] if any(_in_office(scene, m) for m in people) else people
    if not people:
        return
    told = lex.pattern("members_told").search(s.text) is not None and inverted is not None and recalls
    cue = s[verb].text if inverted is not None else "among"
    whole = _membership(scene, words, people, cue, inverted=inverted is not None)
    whole.recalls, whole.names_all = recalls, len(people) if told else 0
    if scene.modality.of_verb(s, verb).mode != "denied":
        yield whole
    given = _BY_WHOM.search(match.group(0)) is not None
    by = _by_whom(scene, words) if given else _told_by(scene, words)
    if _RETURNED.search(match.group(0)) and not given:
        return  # they are named beside the eight who were returned
    group, stand = _whole(scene, words, verb), _how_told(scene, words, verb)
    for m in people:
        lo, hi = min(m.lo, words[0]), max(m.hi, words[-1])
        if inverted is not None:
            lo, hi = words[0] if m is people[0] else m.lo, m.hi
            hi = max(hi, words[-1]) if m.lo < words[0] else hi  # "besides X, those freed were Y"
        if stand.mode == "denied" and inverted is None:
            lo = min(scene.s.subtree(min(m.head, *subject(scene.s, verb)[0])))
        member = _member(scene, m, (lo, hi), words[-1], verb, cue)
        if _PARDON.search(match.group(0)):  # the paper, not the open door
            member.rule, member.type, member.sub = "clemency.member", "CLEMENCY", "pardon"
        if _OTHER_SIDE.search(match.group(0)):  # whoever let the first ones go did not let these go
            member.sub = "swap_release"
        member.recalls, member.names_all, member.whole = recalls, whole.names_all, group
        member.stand = stand.copy()
        member.put("releaser", *by)
        yield member


def _besides(scene: Scene, first: int) -> list[Mention]:
    """ "*Besides X*, those freed were Y and Z": whom the others stand beside."""
    s = scene.s
    match = scene.lex.pattern("besides").match(s.text)
    if match is None or s.start + match.end() > s[first].start:
        return []
    opens = s.at(s.start + match.start(), s.start + match.end())[-1] + 1
    return [person_at(scene, r) for r in runs(s, opens, first - 1, scene.lex, scene.ms.names)]


def _behind_colon(scene: Scene, last: int, people: list[Mention]) -> list[Mention]:
    """ "Three deputies are among them: X, Y and Z": as many names as are counted."""
    s = scene.s
    if last + 2 >= len(s) or s[last + 1].tag != ":":
        return []
    found = runs(s, last + 2, list_behind(s, last + 2, scene.lex), scene.lex, scene.ms.names)
    acts = [w for w in s.words[found[-1].hi :] if w.tag in {"VBD", "VBZ", "VBP", "VB", "MD"}] if found else []
    if any(w.i not in relative_clauses(s) for w in acts):
        return []  # "two lawyers are among them: X and Y defend the rest"
    told = [m.quantity.lo for m in people if m.quantity is not None and m.quantity.exact]
    return [person_at(scene, r) for r in found] if told in ([], [len(found)]) else []


def _by_whom(scene: Scene, words: list[int]) -> list[Mention]:
    """ "Among those *Chad* returned": who let them go."""
    named = [m for m in scene.mentions(words) if m.head in words]
    return [m for m in named if m.kind in {"state", "organisation"} and m.text[:1].isupper()][:1]


def _told_by(scene: Scene, words: list[int]) -> list[Mention]:
    """ "Among those freed *by Chad*": who let them go."""
    s = scene.s
    agents = (k for i in words if s[i].tag == "VBN" for k in s.kids(i, "agent"))
    found = scene.mentions([k.i for a in agents for k in s.kids(a.i, "pobj")])
    return [m for m in found if m.kind in {"state", "organisation", "person"} and m.anaphor is None]


_ON_BOARD = re.compile(r"\W*(?:also )?(?:on|aboard)\b", re.I)


def _in_office(scene: Scene, m: Mention) -> bool:
    """A minister or a nurse who is aboard was not freed, nor were those told in one breath with them."""
    s = scene.s
    beside = (j for k in s.kids(m.head, "appos") for j in range(m.head, k.i + 1))
    words = {s[i].lemma for i in (*range(m.lo, m.hi + 1), *beside)}
    return bool(words & scene.lex["nouns.office nouns.companion"])


_FREED_FROM = re.compile(r"\b(?:freed|released) from ((?:[a-z]+ ?){1,3})")
_AMONG_BEFORE = re.compile(r"(?:\bamong\b|^\W*(?:also )?(?:included|involved|part)\b)[^.,;]*$", re.I)


def _whole(scene: Scene, words: list[int], verb: int) -> Mention | None:
    """The group that they are among: "the freed *Danes* include X", "X is among the *Danes* freed"."""
    heads = [*subject(scene.s, verb)[0], *range(words[0], min(words[-1] + _NEAR, len(scene.s)))]
    found = (scene.ms.at(i) for i in heads if scene.s[i].tag in {"NNS", "NNPS"})
    return next((m for m in found if m is not None and m.kind == "group"), None)


def _how_told(scene: Scene, words: list[int], verb: int) -> Stand:
    """ "Those *to be freed* include X": how the deed stands that tells whose number they are of."""
    stand = Stand()
    if scene.modality.of_verb(scene.s, verb).mode == "denied":
        stand.set("denied", verb)  # "neither X nor Y was among the freed"
    for i in words:
        if i != verb and scene.s[i].tag == "VBN":
            stand.take(scene.modality.of_verb(scene.s, i))
            behind = scene.s.text[scene.s[i].end - scene.s.start :]
            if still_to_be(scene.s, i) or behind.startswith(" for release"):
                stand.set("intended", i)  # "among the forty set for release"
    return stand


def _membership(scene: Scene, words: list[int], people: list[Mention], cue: str, *, inverted: bool) -> Draft:
    s = scene.s
    lo, hi = words[0], words[-1]
    d = record(scene, "attribute.membership", "ATTRIBUTE", lo, hi, sub="membership", mode="asserted")
    d.put("subject", *people)
    value = s.span_text(lo, hi - 1) if inverted else _AMONG.sub("", s.span_text(lo + 1, hi))
    d.add("value", Filler(value, "group"))
    d.exhaustive = False
    d.hedges.append(cue)
    return d


_NEAR = 6
_OTHER_SIDE = re.compile(r"\b(?:other|opposite) (?:side|way|direction)\b", re.I)
_RETURNED = re.compile(r"\b(?:returned|sent (?:back|home)|repatriated)\b", re.I)
_BY_WHOM = re.compile(r"\bthose (?:whom |that )?(?-i:[A-Z])", re.I)
_PARDON = re.compile(r"\b(?:pardon|amnest)", re.I)
_AMONG = re.compile(r"^(?:also |both |all )?(?:among|one of|part of|in) ", re.I)


def _member(scene: Scene, m: Mention, span: tuple[int, int], trigger: int, verb: int, cue: str) -> Draft:
    d = record(scene, "release.member", "RELEASE", *span, sub="release", mode="performed")
    d.trigger = trigger
    d.attribution, d.scope_certain = scene.sources.chain(scene.s, scene.ms, verb)
    d.put("people", m)
    d.quantity = m.quantity if m.kind == "group" else None
    d.exhaustive = False
    d.hedges.append(cue)
    return d


_LISTED = frozenset({"dobj", "conj", "attr", "appos", "nsubj", "nsubjpass", "oprd", "pobj", "ROOT", "dep"})
_ASIDE = frozenset({"relcl", "acl", "poss", "prep"})


def listed_behind(scene: Scene, verb: int) -> list[Mention]:
    """Persons and counted groups in the list behind the verb, without those of other clauses."""
    s = scene.s
    last, inside = list_behind(s, verb + 1, scene.lex), relative_clauses(s)
    named = {r.hi: person_at(scene, r) for r in runs(s, verb + 1, last, scene.lex, scene.ms.names)}
    found = []
    for i in range(verb + 1, last + 1):
        m = scene.ms.at(i)
        if i in named:
            found.append(named[i])
            continue
        if m is None or m.head != i or m.anaphor is not None or s[i].dep not in _LISTED or i in inside:
            continue
        if is_byname(s, m.lo):
            continue
        if any(u.dep in _ASIDE and u.i > verb for u in [s[i], *s.up(i)]):
            continue
        if (m.kind == "person" and s[i].tag in {"NNP", "NNPS"}) or _counted(scene, m):
            found.append(m)
    return found


def _counted(scene: Scene, m: Mention) -> bool:
    """A group in a list that is counted or indefinite: "two nuns", "a bookseller"; a nation is told apart."""
    if scene.s[m.head].dep == "appos" or m.definite or m.whole is not None:
        return False
    if _one_of_them(scene, m):
        return True
    known = scene.human(m) and m.kind == "group" and m.quantity is not None
    return known and not _by_nation(scene, m)


def _one_of_them(scene: Scene, m: Mention) -> bool:
    """ "a bookseller": an indefinite singular that names no thing is a person where people are listed."""
    s, lex = scene.s, scene.lex
    w = s[m.head]
    if m.kind != "topic" or w.tag != "NN" or s[m.lo].low not in {"a", "an", "another", "one"}:
        return False
    if w.lemma in lex["nouns.thing"] or w.lemma in lex["nouns.body"] or w.lemma in lex["nouns.collective"]:
        return False
    m.kind, m.human = "group", True
    m.quantity = Quantity(1, 1, exact=True, cue=s[m.lo].text)
    return True


def _named_before(scene: Scene, verb: int) -> list[Mention]:
    s = scene.s
    heads, _ = subject(s, verb)
    apposed = [c for h in heads for k in s.kids(h, "appos") for c in s.conjuncts(k.i)]
    found = scene.mentions(sorted({*heads, *apposed}))
    people = [m for m in found if m.kind == "person" or (_counted(scene, m) and m.head in heads)]
    # "The journalist Ana Dorn was among them": a word for her and her name are one member
    return [m for n, m in enumerate(people) if not any(m.name == x.name for x in people[:n])]
