"""Proper names: persons with their titles, states and capitals, bodies, places."""

from __future__ import annotations

from detente.language.gazetteer import Hit
from detente.reading.nouns.common_nouns import common
from detente.reading.nouns.groups import group
from detente.reading.nouns.mention import Mention, without_article
from detente.reading.nouns.offices import body, name_start, office
from detente.reading.nouns.phrases import Phrases
from detente.reading.parsing.words import PROPER, SUBJECTS, Word
from detente.records import FillerKind

_BODIES = frozenset({"ORG", "NORP", "PRODUCT", "WORK_OF_ART", "EVENT", "LAW"})
_CITIES = frozenset({"capital", "city", "region"})
_NEVER_PERSONS = frozenset({"state", "body", "demonym", "people", "seat", "capital"})
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ"})


def proper(p: Phrases, w: Word, lo: int, hi: int, hit: Hit | None) -> Mention:
    """The mention of a name: by the gazetteer, by its title or head noun, by the model's own guess."""
    if hit is not None and not _is_person(p, w, hit) and not _is_surname(p, w, lo, hit):
        return _from_hit(p, w, lo, hi, hit)
    if w.lemma in p.lex["nouns.office"] and not p.names.knows(w.text):
        return office(p, w, lo, hi)
    one = any(k.low in {"a", "an", "another"} for k in p.s.kids(w.i, "det"))  # "another former US Marine"
    if (w.tag == "NNPS" or one) and w.lemma in p.lex["nouns.human"]:
        return common(p, w, lo, hi) or _crowd(p, w, lo, hi)
    return _realm(p, w, lo) or _person(p, w, lo, hi, hit) or _by_guess(p, w, lo, hi)


_CALLED = frozenset({"NN", "JJ", "JJR"})  # the model takes "cleaner" for a measure
_REALMS = frozenset({"kingdom", "republic", "sultanate", "emirate", "principality", "commonwealth"})


def _realm(p: Phrases, w: Word, lo: int) -> Mention | None:
    """ "the Kingdom of Norway", "the Republic of Chad": the state by its longer name."""
    of = p.of(w) if w.low in _REALMS else None
    if of is None or of.kind != "state" or of.hi - w.i > 4:
        return None
    return Mention(
        w.i, lo, of.hi, "state", of.name, p.text(lo, of.hi), w.low, definite=True, state=of.name, hit=of.hit
    )


def _crowd(p: Phrases, w: Word, lo: int, hi: int) -> Mention:
    text = p.text(lo, hi)
    return Mention(
        w.i, lo, hi, "group", without_article(text), text, w.lemma, human=True, plural=True
    )  # fmt: skip


def _person(p: Phrases, w: Word, lo: int, hi: int, hit: Hit | None) -> Mention | None:
    """Somebody known, described ("editor X") or titled ("Mr X") as a person; no "St. Anne's School"."""
    if w.lemma in p.lex["nouns.premises nouns.named_act"] or _is_imprint(p, w, lo):
        return None
    first, titles = name_start(p, w, lo)
    before = [p.s[k] for k in range(lo, first)]
    noun = p.s[lo - 1] if lo else w
    twice = noun is not w and noun.head == w.head and {noun.dep, w.dep} <= SUBJECTS
    if twice or (w.dep == "appos" and w.head == lo - 1):
        before.append(noun)  # "the poet Marek Tolan", the name in apposition, or told for a second subject
    described = any(b.tag in _CALLED and b.lemma in p.lex["nouns.human"] for b in before)
    titled = bool(titles) and w.lemma not in p.lex["nouns.body"]
    aged = any(b.low == "old" and p.s[b.i - 1].text == "-" for b in before)  # "the 61-year-old Ada Orlu"
    if not (_is_person(p, w, hit) or described or titled or aged):
        return None
    joined = p.text(first - 2, w.i) if first == w.i > 1 and p.s[first - 1].text == "-" else ""
    name = p.names.whole(joined if p.names.knows(joined) else p.text(first, w.i))  # "al-Dabbagh"
    return Mention(
        w.i, lo, hi, "person", name, p.text(lo, hi), w.low,
        human=True, definite=True, titles=titles, state=p.state_in(lo, first),
    )  # fmt: skip


def _by_guess(p: Phrases, w: Word, lo: int, hi: int) -> Mention:
    """What the model takes it for, where neither list nor title tells."""
    imprint = w.ent != "PERSON" and _is_imprint(p, w, lo)
    if w.lemma in p.lex["nouns.body"] or w.ent in _BODIES or imprint:
        return body(p, w, lo, hi)
    text = p.text(lo, hi)
    if w.lemma in p.lex["nouns.named_act"]:
        return Mention(w.i, lo, hi, "topic", without_article(text), text, w.low, definite=True)
    premises = w.lemma in p.lex["nouns.premises"]
    if premises or (w.ent in {"GPE", "LOC", "FAC"} and not _is_described(p, w)):
        kind: FillerKind = "facility" if premises or w.ent == "FAC" else "place"
        return Mention(w.i, lo, hi, kind, without_article(text), text, w.low, definite=True, city=True)
    if w.lemma in p.lex["nouns.human"]:
        return group(p, w, lo, hi, text, state=p.state_in(lo, hi), plural=w.tag == "NNPS")
    if w.lemma in p.lex["nouns.landing"] or w.low in p.lex["nouns.landing"]:
        return Mention(w.i, lo, hi, "place", without_article(text), text, w.low, definite=True, city=True,
                       state=p.state_in(lo, hi))  # fmt: skip
    first, titles = name_start(p, w, lo)
    if w.i > first and w.tag in PROPER:
        name = p.text(first, w.i)
        return Mention(w.i, lo, hi, "person", name, text, w.low, human=True, definite=True, titles=titles)
    return Mention(w.i, lo, hi, "organisation", without_article(text), text, w.low, definite=True)


def _is_imprint(p: Phrases, w: Word, lo: int) -> bool:
    """ "BBC Radio", "Radio Dorn": a paper or a station by its name."""
    first = p.s[name_start(p, w, lo)[0]]
    return w.lemma in p.lex["nouns.imprint"] or (first.i < w.i and first.low in p.lex["nouns.airwaves"])


def _is_described(p: Phrases, w: Word) -> bool:
    """ "Bounmy Keola, a monk", "Keola, chairman of a union": who is called somebody is no place."""
    human, offices = p.lex["nouns.human nouns.office"], p.lex["nouns.office"]
    return any(
        k.tag == "NN"
        and k.lemma in human
        and (p.s.kid(k.i, "det") is not None or (k.lemma in offices and p.of(k) is not None))
        for k in p.s.kids(w.i, "appos")
    )


def _is_person(p: Phrases, w: Word, hit: Hit | None) -> bool:
    if hit is not None and hit.kind in _NEVER_PERSONS:
        return False
    if p.names.knows(w.text):
        return True
    name = p.text(name_start(p, w, p.s.np(w.i)[0])[0], w.i)
    if name.casefold() in p.names.given:
        return True  # "Bekele", of one Bekele Gerba
    whole = hit is None or " " in name
    return w.ent == "PERSON" and whole and w.lemma not in p.lex["nouns.body"]


def _is_surname(p: Phrases, w: Word, lo: int, hit: Hit) -> bool:
    """ "Transport Minister Ada Salem": a city's name that closes a name behind a title is somebody's."""
    if hit.kind not in _CITIES or p.s.text[hit.start : hit.end] != w.text:
        return False
    first, titles = name_start(p, w, lo)
    return bool(titles) and first < w.i


def _from_hit(p: Phrases, w: Word, lo: int, hi: int, hit: Hit) -> Mention:
    text = p.text(lo, hi)
    if hit.kind == "people":
        return group(p, w, lo, hi, text, state=hit.name, plural=hit.plural)
    if hit.kind == "demonym":
        plural = w.tag in _NOUNS and (hit.plural or w.tag in {"NNS", "NNPS"})
        return group(p, w, lo, hi, text, state=hit.name, plural=plural)
    if hit.kind in {"office", "outlet"}:
        return _seat_of_power(p, w, lo, hi, hit)
    if hit.kind in {"state", "seat", "capital"}:
        name = hit.actor or hit.name
        return Mention(w.i, lo, hi, "state", name, text, w.low, definite=True, state=name,
                       city=hit.kind == "capital", hit=hit)  # fmt: skip
    if hit.kind in {"city", "region"}:
        name = without_article(text)
        return Mention(w.i, lo, hi, "place", name, text, w.low, definite=True, city=True, hit=hit)
    return Mention(w.i, lo, hi, "organisation", hit.name, text, w.low, definite=True, hit=hit)


def _seat_of_power(p: Phrases, w: Word, lo: int, hi: int, hit: Hit) -> Mention:
    """ "the Kremlin", "the Belta agency": an office or an outlet, by the longer of its two forms."""
    text = p.text(lo, hi)
    last = max(i for i in range(w.i, len(p.s)) if p.hit_at(i) is hit)
    whole, name = without_article(p.s.text[hit.start : hit.end]), without_article(text)
    if w.tag == "NN" and any(k.i < w.i for k in p.s.kids(w.i, "amod")):
        whole = without_article(p.text(lo, last))  # "the interim government of X"
    name = whole if len(whole) > len(name) else name
    return Mention(
        w.i, lo, hi, "organisation", name, text, w.lemma, definite=True, state=hit.actor, hit=hit
    )  # fmt: skip
