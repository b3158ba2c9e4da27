"""Is it of our world: people in the hands of an authority or of captors?

Clubs release players, hospitals patients, studios films. What the word *release* means is told by who
acts, whom it befalls, what they are freed from, and by the company it keeps in its text
(``worlds.toml``; CODEBOOK D5, what is not counted).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from detente.reading.clauses.draft import Draft
from detente.reading.discourse.generalities import general, in_a_table
from detente.reading.discourse.make_believe import (
    by_the_writer,
    frees_nobody,
    in_the_present,
    made_up,
    titled,
)
from detente.reading.discourse.private_worlds import (
    PENAL,
    TELLING,
    against_disease,
    among_themselves,
    arms_and_fines,
    brought_home,
    brought_to_safety,
    carries,
    for_a_debt,
    kept_in,
    no_court,
    off_another_list,
    stays,
)
from detente.reading.discourse.world import NEAR, World, base, both, words_of
from detente.reading.lexicon import Lexicon
from detente.reading.nouns.mention import Mention
from detente.reading.parsing.words import PROPER, Word
from detente.reading.shapes.told_held import ToldHeld
from detente.records import FREED, LET_GO, MEASURES

HOLDING = frozenset({"DETAIN", "CUSTODY_STATE"})
TELLS_HELD = frozenset({"DETAIN", "SENTENCE", "CUSTODY_STATE", "CLEMENCY"})
SPOKEN = frozenset({"TALKS", "COMMIT", "DEMAND", "STATEMENT", "LINKAGE"})
_MAY_HOLD = frozenset({"detain.hold", "detain.held_since", "detain.seize", "custody.hold", "custody.list"})
BRIEF = 200
"""A text of fewer characters says too little to be judged by what it does not say."""
SHORT = 3 * NEAR
"""A text of no more characters speaks of one world."""
_FEW = 2
"""Fewer words of custody, and of those who hold in law, say nothing of either."""
_AMONG_STATES = 4
"""So many words of another world say that a text where states or officials act is not of ours."""
_WORD = re.compile(r"[\w-]+")
THINGS = "what is moved or held is nobody"
_STRIKING = ("work", "school", "ward", "sport")
_AGENTS = ("releaser", "detainer", "holder")
_ACTS = frozenset({"state", "organisation", "person", "group"})


def of_another_world(d: Draft, world: World, held: ToldHeld, lexicon: Lexicon) -> str | None:
    """Why a draft is about something else than people in custody; None where it is not.

    Args:
        d: the draft.
        world: what its text speaks of.
        held: the drafts of the text that tell people as arrested, sentenced, held or pardoned.
        lexicon: word classes.
    """
    if d.type in LET_GO | HOLDING and _moves_things(d, lexicon):
        return THINGS
    told = d.type in LET_GO | HOLDING | MEASURES | PENAL
    if told and (why := made_up(d, lexicon) or general(d, lexicon)) is not None:
        return why
    if d.type in LET_GO and world.others["story"] > 1 and titled(d, lexicon):
        return "it is a title"
    if d.type in LET_GO and (why := in_a_table(d, world.figures, lexicon)) is not None:
        return why
    if d.type in PENAL:
        return no_court(d, world.others["sport"], world.custody + world.authority, lexicon)
    if d.type == "TALKS" and among_themselves(d, lexicon):
        return "nobody in office sits there"
    if d.type in HOLDING and world.others["sport"] > 1 and not world.custody + world.authority:
        return "the text speaks of another world (sport)"
    if d.type in HOLDING and d.rule not in _MAY_HOLD:
        return kept_in(d, world, lexicon) if not _acts_in_law(d, lexicon) else None
    if d.rule.endswith(".member"):
        return None  # "X is among the forty": it stands with what it is a part of
    if d.type in LET_GO | HOLDING | {"TALKS"} and told_as_story(d, world, lexicon):
        return "it is told in a story"
    if d.type == "RELEASE" and frees_nobody(d):
        return "it is told of us all"
    if d.type in LET_GO and by_the_writer(d):
        return "the writer speaks of us all"
    lost = world.others["goods"] or (world.others["rescue"] > 0 and not world.custody)
    if d.sub == "remains" and not world.authority and lost:
        return "nobody was held"
    if d.type == "TRANSFER" and (brought_to_safety(d, world, held) or stays(d, world, held)):
        return "who is rescued or stays was not held"
    if d.type == "TRANSFER" and any(m.noun == "patient" for m in d.slots.get("people", ())):
        return "who is treated was not held"
    if d.type == "TRANSFER" and world.others["home"] > 1 and not world.custody:
        return "the child of a family is not held"
    if d.type == "TRANSFER" and world.others["ward"] > 1 + world.custody + world.authority:
        return "who is treated was not held"
    if d.type == "CLEMENCY" and _forgives_debts(d, world, lexicon):
        return "nobody is told to be held or tried"
    if d.type in FREED or d.type in HOLDING:
        return _no_custody(d, world, held, lexicon)
    if d.type in SPOKEN:
        return _no_diplomacy(d, world, lexicon)
    if d.type in MEASURES:
        return against_disease(d, world, lexicon) or _no_sanction(d, world, lexicon)
    return None


def _no_diplomacy(d: Draft, world: World, lexicon: Lexicon) -> str | None:
    """Clubs, unions and firms talk, offer, demand and thank as states do, about other things."""
    words = both(w.low for w in d.sentence.words)
    if world.length < BRIEF or words & lexicon["worlds.custody worlds.measures"]:
        return None
    states = {m.state or m.name for ms in d.slots.values() for m in ms if m.kind == "state" or m.state}
    states |= {f.name for fs in d.roles.values() for f in fs if f.kind == "state"}
    other, many = max(world.others.items(), key=lambda x: (x[1], x[0]))
    ours = world.custody + world.measures
    least = _AMONG_STATES if states or world.authority > 2 else 2
    if ours == 0 and len(states) < 2 and many >= least:
        return f"the text speaks of another world ({other})"
    in_office = states or any(_keeps_company(d, f"worlds.{w}", lexicon) for w in ("authority", "measures"))
    if not in_office and many > max(2, ours + world.authority):
        return f"the text speaks of another world ({other})"
    return None


def measured(d: Draft, drafts: Iterable[Draft]) -> bool:
    """Does the text near by tell of a measure of one state against another: so "the ban" is of our world?"""
    at = d.sentence.start
    others = (x for x in drafts if x.type in MEASURES and x is not d)
    return any(abs(x.sentence.start - at) < 2 * NEAR and _between_states(x) for x in others)


def _between_states(d: Draft) -> bool:
    whose = {m.state or m.name for m in d.slots.get("authority", ()) if m.kind == "state" or m.state}
    aimed = {f.name for f in d.roles.get("target", ()) if f.kind == "state"}
    if any(m.kind == "state" for m in d.slots.get("authority", ())):
        aimed |= {m.state for m in d.slots.get("target", ()) if m.state is not None}  # "on Fijian judges"
    return bool(whose) and bool(aimed - whose)


def _no_sanction(d: Draft, world: World, lexicon: Lexicon) -> str | None:
    """Mortgage curbs, hosepipe bans, the penalties of a league: no state is told to aim them at another."""
    words = both(w.low for w in d.sentence.words)
    if any(f.kind == "state" for f in d.roles.get("target", ())) or _between_states(d):
        return None
    if (why := for_a_debt(d, lexicon) or off_another_list(d, world, lexicon)) is not None:
        return why
    sure = bool(words & lexicon["worlds.measures_sure"])
    if words & lexicon["worlds.airfield"] and not sure and not _of_states(d):
        return "it is about traffic"
    if words & lexicon["worlds.discipline"] and not sure:
        return "who keeps order among its own sanctions nobody abroad"
    if _acts(d, lexicon["worlds.discipline"]):
        return "a regulator acts, and no state"
    if not _of_states(d) and _keeps_company(d, "worlds.sport", lexicon, roles=("authority", "target")):
        return "sport keeps order in its own house"
    if "embargo" in words and words & lexicon["worlds.embargoed"]:
        return "news is held back, and no trade"
    if _acts(d, lexicon["worlds.parish"], small=True) and not sure:
        return "a town acts in its own streets"
    if d.type != "SANCTION_KEEP" and _acts(d, lexicon["worlds.private"]) and not sure:
        return "a firm acts in its own house"
    named = bool(words & lexicon["worlds.measures"])
    permits = d.step == "licensed" or (d.source is not None and d.source.patient == "relief")
    by_state = any(m.kind == "state" for m in d.slots.get("authority", ()))
    if permits and not by_state and world.measures == 0 and world.length >= BRIEF:
        return "no measure is told that the licence is from"
    if world.others["sport"] > 2 and world.others["sport"] > world.measures + world.authority:
        return "the text speaks of another world (sport)"
    alone = not any(d.slots.get(r) or d.roles.get(r) for r in ("authority", "target", "sector"))
    alone = alone and not world.measures and not world.custody and world.authority < 2
    if d.type == "SANCTION_EASE" and alone and not named and world.length >= BRIEF:
        return "nobody is told to take it, and none it is on"
    states = [m for m in d.slots.get("authority", ()) if m.kind == "state" or m.state or m.hit is not None]
    other, many = max(world.others.items(), key=lambda x: (x[1], x[0]))
    if not named and many > 2 and many > world.measures + 2 * len(states):
        return f"the text speaks of another world ({other})"
    return None


def _of_states(d: Draft) -> bool:
    """Is any state, or anything of one, named in the sentence?"""
    found = (d.mentions.at(w.i) for w in d.sentence.words)
    return any(m is not None and (m.kind == "state" or m.state is not None) for m in found)


def _acts(d: Draft, who: Collection[str], *, small: bool = False) -> bool:
    """Is one of these behind the deed: "the regulator slapped sanctions on the broker"; in small letters?"""
    words = [d.sentence[i] for i in (d.args.agent if d.args is not None else ())]
    return any(base(w.low) in who and (not small or w.text.islower()) for w in words)


def _against(d: Draft, world: World, lexicon: Lexicon) -> tuple[str, int]:
    """The other world that speaks most against a draft.

    Who acts tells more than whom it befalls: a club frees no prisoners, but nurses and teachers are jailed.
    """
    weights = {}
    for name, many in world.others.items():
        known = words_of(name)
        acts = 2 * _keeps_company(d, known, lexicon, roles=_AGENTS)
        weights[name] = many + acts + (many > 1 and _keeps_company(d, known, lexicon))
    return max(weights.items(), key=lambda x: (x[1], x[0]))


def _no_custody(d: Draft, world: World, held: ToldHeld, lexicon: Lexicon) -> str | None:
    known = held.elsewhere(d) or (_points_back(d) and held.before(d))
    if not known and world.others["sport"] > max(1 + (world.authority > 0), world.custody + world.authority):
        return "the text speaks of another world (sport)"
    saved = d.rule == "release.rescue" and world.others["rescue"] > 1 and not world.custody
    if d.type == "RELEASE" and (saved or _rescues(d, lexicon)):
        return "who is rescued was not held"
    if not (in_law := _acts_in_law(d, lexicon)):
        if (why := kept_in(d, world, lexicon)) is not None:
            return why
        if brought_home(d, lexicon) and not _names_custody(d, lexicon) and not held.elsewhere(d):
            return "who had strayed is brought back"
        if d.type == "RELEASE" and (thing := _freed_from(d, lexicon, in_law=True)) is not None:
            return f"“{thing}” is no custody"
    if _names_custody(d, lexicon) or d.rule == "release.freedom":
        return None
    behind = d.sentence.text[d.sentence[d.trigger].end - d.sentence.start :] if d.type == "RELEASE" else ""
    if not known and lexicon.pattern("freed_to_do").match(behind):
        return "who is freed to play was bound, and not held"
    treated = both(w.low for w in d.sentence.words) & lexicon["nouns.clinic"]
    little = world.custody + world.authority < 2 or not world.custody
    if d.type == "RELEASE" and treated and not in_law and little:
        return "who is let out of a hospital was not held there"
    if d.type == "RELEASE" and (thing := _freed_from(d, lexicon, in_law=in_law)) is not None:
        return f"“{thing}” is no custody"
    seized = d.rule == "detain.seize" and any(m.kind == "person" for m in d.slots.get("people", ()))
    if seized or in_law or held.elsewhere(d):
        return None
    if not world.others["nature"] and _points_back(d) and held.before(d):
        return None
    out = d.rule == "release.walk_free" and d.args is not None and "free" not in d.args.after.split()[:2]
    if out and any(_keeps_company(d, f"worlds.{w}", lexicon) for w in _STRIKING):
        return "who works or studies there walks out of it"
    other, many = _against(d, world, lexicon)
    wished = d.stand.mode not in {"performed", "background"}  # who asks to free somebody says who is held
    by_them = _keeps_company(d, words_of(other), lexicon, roles=_AGENTS)
    least = 1 if by_them or (world.length >= BRIEF and not held.anybody(d)) else 2
    doubt = world.authority if wished else (world.authority > 2) + (world.custody > 0)
    if many > max(least, world.custody + doubt):
        return f"the text speaks of another world ({other})"
    silent = world.custody < _FEW and world.authority < _FEW and world.length >= TELLING
    if d.type == "RELEASE" and silent and not held.anybody(d):
        return "the text hardly speaks of custody"
    return None


def told_as_story(d: Draft, world: World, lexicon: Lexicon) -> bool:
    """A novel, a film or a game: told in the present tense, or by a text that speaks of little else.

    Args:
        d: the draft.
        world: what its text speaks of.
        lexicon: word classes.
    """
    told = world.others["story"]
    if told < 2 or (not world.works and (d.names("person") or _acts_in_law(d, lexicon))):
        return False  # "Varland frees the singer Lena Marr": artists are freed too
    if told > 2 and _keeps_company(d, "worlds.story", lexicon) and not d.names("person"):
        return True
    if _names_custody(d, lexicon) and not in_the_present(d):
        return False
    news = world.custody + world.authority
    return (in_the_present(d) and 3 * told >= news) or (world.works > 0 and told > 2 and told > news)


def _moves_things(d: Draft, lexicon: Lexicon) -> bool:
    """Wolves, bronzes, balloons: counted like people, and nobody."""
    words = lexicon["worlds.animals worlds.goods nouns.countable"]
    heads = both(w.low for m in d.slots.get("people", ()) for w in _named_by(d, m) if _is_word(d, w))
    told = both(w for f in d.roles.get("group", ()) for w in _WORD.findall(f.name)[-1:] if w.islower())
    bare = any(m.anaphor == "number" for m in d.slots.get("people", ()))
    near = d.sentence[: d.trigger] if bare else ()
    counted = {w.low for w in near if d.sentence.kid(w.i, "nummod") is not None and not carries(d, w)}
    every = [d.sentence[m.head] for m in d.slots.get("people", ())]
    driven = bool(every) and all({w.lemma, *both([w.low])} & lexicon["worlds.vehicles"] for w in every)
    return driven or bool((heads | told) & words) or bool(counted & lexicon["nouns.thing"])


def _named_by(d: Draft, m: Mention) -> Iterator[Word]:
    """The word for them; of "the animal, the third to be freed" both, of "the bust of Apollo" the bust."""
    w = d.sentence[m.head]
    yield w
    over = d.sentence[w.head]
    if over.low == "of":
        over = d.sentence[over.head]
    if w.tag in PROPER and over.i < w.i and any(x.low == "of" for x in d.sentence[over.i : w.i]):
        yield over
    yield from d.sentence.kids(m.head, "appos")
    if w.dep == "appos":
        yield d.sentence[w.head]


def _is_word(d: Draft, w: Word) -> bool:
    """ "Howard, a Green Turtle": a word for what it is, and no name; "four Grey Wolves" is one."""
    named = w.tag in PROPER or (w.i > 1 and w.text[:1].isupper() and d.sentence[w.i - 1].text[:1].isupper())
    return not named or any(k.low in {"a", "an"} for k in d.sentence.kids(w.i, "det"))


def _rescues(d: Draft, lexicon: Lexicon) -> bool:
    """Firefighters free children from locked cars, and nobody of custody unless the sentence says so."""
    doors = lexicon["worlds.custody"] - lexicon["worlds.doors"]
    by_them = _keeps_company(d, "worlds.rescue worlds.menders", lexicon, roles=_AGENTS)
    return by_them and not both(w.low for w in d.sentence.words if w.i != d.trigger) & doors


def _forgives_debts(d: Draft, world: World, lexicon: Lexicon) -> bool:
    """An amnesty for borrowers, taxpayers, owners of guns: of none in custody, and of no crime."""
    free = world.length >= BRIEF and not world.tried and not (both(world.ours) - lexicon["worlds.grace"])
    return free or arms_and_fines(d, world, lexicon)


def _names_custody(d: Draft, lexicon: Lexicon) -> bool:
    """Does the sentence itself speak of prison, arrest, captors, or of who walks out of a place by name?"""
    if d.rule == "release.walk_free" and d.args is not None:
        named = [i for p in ("of", "from") for i in d.args.preps.get(p, ()) if i > d.trigger]
        if any(d.sentence[i].tag in PROPER for i in named):
            return True
    return bool(both(w.low for w in d.sentence.words if w.i != d.trigger) & lexicon["worlds.custody"])


def _freed_from(d: Draft, lexicon: Lexicon, *, in_law: bool) -> str | None:
    """The word that says what they are freed from, where it is neither custody nor a place or captor.

    A court or a state may free people from what we have no word for, yet never from a contract.
    """
    if d.args is None:
        return None
    s, v = d.sentence, d.trigger
    of = [v, *(k.i for k in s.kids(v, "prt", "advmod", "prep") if k.low == "out")]
    bonds = lexicon["worlds.bonds"] - lexicon["worlds.places"]
    heads = [i for i in d.args.preps.get("from", ()) if i > v] + [i for j in of for i in s.objects(j, {"of"})]
    behind = [i for m in d.slots.get("people", ()) for i in s.objects(m.head, {"of", "from"}) if m.head > v]
    for i in (*heads, *(i for i in behind if base(s[i].low) in bonds)):  # "freed the baker of all liability"
        w, m = d.sentence[i], d.mentions.at(i)
        if w.tag not in {"NN", "NNS", "VBG"} or (s[w.head].low, s[w.head - 1].low[-2:]) == ("of", "ly"):
            continue
        if base(w.low) in bonds:
            return w.text  # whatever is said behind it: "from a contract that had held her hostage"
        if m is not None and (m.human or m.state or m.kind != "topic"):
            continue
        means = {j for k in s.kids(i, "prep") if k.low == "by" for j in s.subtree(k.i)}  # "by boat"
        below = both(s[j].low for j in s.subtree(i) if j not in means)
        if in_law and not below & lexicon["worlds.bonds"]:
            continue
        if not below & lexicon["worlds.custody worlds.places nouns.facility"]:
            return w.text
    return None


def is_ours(d: Draft, lexicon: Lexicon) -> bool:
    """Is a draft surely of our world, by the words of its own sentence or by who acts?"""
    return d.type == "RELEASE" and (_names_custody(d, lexicon) or _acts_in_law(d, lexicon))


def _acts_in_law(d: Draft, lexicon: Lexicon) -> bool:
    """Is who acts a state, a court, an army, or a gang?"""
    if d.type in HOLDING and any(m.kind == "state" or m.city for ms in d.slots.values() for m in ms):
        return True
    for role in _AGENTS:
        for m in d.slots.get(role, ()):
            words = both(d.sentence[i].low for i in range(m.lo, m.hi + 1))
            if m.kind == "state" or m.state or (m.kind in _ACTS and words & lexicon["worlds.authority"]):
                return True
    return False


_POINTING_BACK = frozenset({"all", "number", "they", "he", "she", "rest", "others", "group"})


def _points_back(d: Draft) -> bool:
    """ "All three were released", "nine of the workers": whoever the text told as held before."""
    s, people = d.sentence, d.slots.get("people", ())
    part = any(k.low == "the" for m in people if m.whole is not None for k in s.kids(m.whole, "det"))
    return part or any(m.anaphor in _POINTING_BACK for m in people)


def _keeps_company(d: Draft, world: str, lexicon: Lexicon, *, roles: Collection[str] | None = None) -> bool:
    """Is who acts, or whom it befalls, called by a word of that world?"""
    slots = [m for r, ms in d.slots.items() if roles is None or r in roles for m in ms]
    fillers = [f for r, fs in d.roles.items() if roles is None or r in roles for f in fs]
    here = (d.sentence[i].low for m in slots for i in range(m.lo, m.hi + 1))
    told = (w for f in fillers for w in _WORD.findall(f.name))
    return bool((both(here) | both(told)) & lexicon[world])
