"""What is only felt, is a limb, is done by a club to its own, is billed, done in fun, or befalls a pet."""

from __future__ import annotations

from detente.reading.clauses.draft import Draft
from detente.reading.discourse.make_believe import in_the_present
from detente.reading.discourse.other_hands import in_other_hands
from detente.reading.discourse.pets import Pets
from detente.reading.discourse.world import World, both
from detente.reading.discourse.worlds import told_as_story
from detente.reading.lexicon import Lexicon
from detente.reading.nouns.mention import Mention
from detente.reading.nouns.pronouns import is_pronoun
from detente.reading.parsing.words import PROPER, Sentence, Word
from detente.reading.shapes.told_held import ToldHeld

_DONE_TO = frozenset({"RELEASE", "CLEMENCY", "TRANSFER", "DETAIN", "SENTENCE", "CUSTODY_STATE", "HARM"})
_HOSTAGE = frozenset({"hostage", "captive", "prisoner", "ransom"})
_NEAR = 160
_FEW = 2
_PUT_OUT = frozenset({"expel", "banish"})
_STATE_OR_CLUB = "federation"
_OUT_OF = frozenset({"border", "country", "abroad", "exile", "republic", "territory"})
_FOREIGN = frozenset({"diplomat", "ambassador", "attaché", "envoy", "foreigner", "migrant", "refugee"})
_COUNTRY = frozenset({"state", "government", "mission"})
_OF_WHOM = frozenset({"his", "her", "my", "our", "your", "their", "its"})
_FEEL = frozenset({"feel", "feels", "felt", "feeling"})
_FELT = frozenset({"ccomp", "acomp", "xcomp", "oprd"})
_AS_IF = frozenset({"if", "though", "like"})


def no_custody(d: Draft, text: str, world: World, held: ToldHeld, pets: Pets, lexicon: Lexicon) -> str | None:
    """Why a draft of people held or let go tells of nobody in custody; None where it may.

    Args:
        d: the draft.
        text: the article.
        world: what its text speaks of.
        held: the drafts of the text that tell people as held.
        pets: the animals of the text.
        lexicon: word classes.
    """
    if d.type not in _DONE_TO:
        return None
    if (why := in_other_hands(d, lexicon)) is not None:
        return why
    if only_felt(d):
        return "it is felt, and not done"
    if part_of_a_body(d, lexicon):
        return "what is held is a part of the body"
    if put_out_of_a_club(d, lexicon):
        return "who is put out of a club or a school leaves no country"
    if held_by_a_thing(d, lexicon):
        return "prices and weather hold nobody"
    if of_a_jury(d, text, lexicon):
        return "a jury is let out to think"
    if forgives_of_ones_own(d, lexicon):
        return "who suffered it forgives, and no state"
    if billed(d, text, lexicon) or (
        _is_taken_now(d) and world.works > 1 and told_as_story(d, world, lexicon)
    ):
        return "it is told in a story"
    named = any(not is_pronoun(name, lexicon) for name in d.names("person"))
    if not world.authority and lexicon.pattern("in_fun").search(text) and not named:
        return "it is done in fun"
    return "it is told of an animal" if pets.told(d, world, held) else None


def only_felt(d: Draft) -> bool:
    """ "We feel that we have been convicted", "felt imprisoned": a manner of speaking.

    Not "felt that they were jailed unjustly", "… because of a song": they say how they see what was done.
    Nor what stands beside the feeling: "felt relief when they were freed", "felt ill and had been beaten".

    Args:
        d: the draft.
    """
    s, w = d.sentence, d.sentence[d.trigger]
    judged = any(k.dep == "advcl" or (k.dep == "advmod" and k.low.endswith("ly")) for k in s.kids(w.i))
    while True:
        if any(k.low in _FEEL for k in s.kids(w.i, "aux", "auxpass")):
            return True  # "felt imprisoned", with *felt* taken for a helping verb
        if w.dep != "conj" or not _shares(s, w):
            break
        w = s[w.head]
    as_if = w.dep == "advcl" and any(k.low in _AS_IF for k in s.kids(w.i, "mark"))
    if s[w.head].low not in _FEEL or not (as_if or w.dep in _FELT) or _opens_otherwise(s, w):
        return False
    return not judged or s.kid(w.i, "aux", "auxpass") is None


def _shares(s: Sentence, w: Word) -> bool:
    """ "Felt betrayed and jailed": the second of two that are felt, and no clause of its own."""
    bare = s.kid(w.i, "aux", "auxpass") is None or s[w.head].dep == "ccomp"
    return bare and s.kid(w.i, "nsubj", "nsubjpass") is None


def _opens_otherwise(s: Sentence, w: Word) -> bool:
    """ "To release them", "when they were freed", "felt lucky that he was": told, and not felt."""
    if any(k.i < w.i for k in s.kids(w.head, "acomp", "dobj")):
        return True
    first = s.kids(w.i, "mark", "advmod", "aux")
    return any(k.i < w.i and k.tag in {"WRB", "TO", "IN"} and k.low not in {"that", *_AS_IF} for k in first)


def part_of_a_body(d: Draft, lexicon: Lexicon) -> bool:
    """ "She held his hand", "let his head go": not "held the head of the bank".

    Args:
        d: the draft.
        lexicon: word classes.
    """
    s = d.sentence
    people = d.slots.get("people", ())
    return bool(people) and all(
        s[m.head].lemma in lexicon["nouns.limb"] and any(k.low in _OF_WHOM for k in s.kids(m.head, "poss"))
        for m in people
    )


def put_out_of_a_club(d: Draft, lexicon: Lexicon) -> bool:
    """ "The party expelled two members": they leave a body, and no country.

    Only states deport, expel diplomats, and send anybody over a border; who says "the Federation" means
    one, unless it speaks of sport.

    Args:
        d: the draft.
        lexicon: word classes.
    """
    s, people = d.sentence, d.slots.get("people", ())
    if d.sub != "deport" or s[d.trigger].lemma not in _PUT_OUT or any(w.lemma in _OUT_OF for w in s.words):
        return False
    if d.slots.get("to") or d.slots.get("from") or any(s[m.head].lemma in _FOREIGN for m in people):
        return False
    clubs, by = lexicon["nouns.with_members"], d.slots.get("mover", ())
    if by:
        sport = bool(both(w.low for w in s.words if w.lemma != _STATE_OR_CLUB) & lexicon["worlds.sport"])
        return all(m.kind != "state" and s[m.head].lemma in clubs and (sport or not _rules(s, m)) for m in by)
    enrolled = any(s[m.head].lemma in lexicon["nouns.enrolled"] for m in people)
    return enrolled and any(w.lemma in clubs for w in s.words)


def _rules(s: Sentence, m: Mention) -> bool:
    """ "The Federation", "the head of state": who stands for a country."""
    alone = s[m.head].tag in PROPER and s[m.head].lemma == _STATE_OR_CLUB and m.hi - m.lo < _FEW
    return alone or any(o.lemma in _COUNTRY for k in s.kids(m.head, "prep") for o in s.kids(k.i, "pobj"))


def held_by_a_thing(d: Draft, lexicon: Lexicon) -> bool:
    """ "Owners are held hostage by the price of batteries": what holds them is nobody.

    Args:
        d: the draft.
        lexicon: word classes.
    """
    if d.type not in {"DETAIN", "CUSTODY_STATE"} or d.args is None:
        return False
    s = d.sentence
    by = [i for p in ("by", "to") for i in d.args.preps.get(p, ()) if s[s[i].head].low == p]
    by += [i for k in s.kids(d.trigger, "agent") for i in (x.i for x in s.kids(k.i, "pobj"))]
    whole = {w.low for w in s.words[d.trigger : d.trigger + 3]} & _HOSTAGE
    bands = lexicon["nouns.captor nouns.body"]
    return bool(whole and by) and all(
        s[i].tag in {"NN", "NNS"}
        and s[i].lemma not in bands
        and (m := d.mentions.at(i)) is not None
        and m.kind == "topic"
        for i in by
    )


def of_a_jury(d: Draft, text: str, lexicon: Lexicon) -> bool:
    """ "The jury had been out for nine hours. They were released until Monday": by the judge, and home.

    Args:
        d: the draft.
        text: the article.
        lexicon: word classes.
    """
    people, jury = d.slots.get("people", ()), lexicon["nouns.jury"]
    near = text[max(0, d.sentence.start - _NEAR) : d.sentence.end].lower()
    meant = bool(people) and all(m.anaphor in {"they", "all"} or m.noun in jury for m in people)
    a_while = d.args is not None and lexicon.pattern("until_then").match(d.args.after) is not None
    return d.type == "RELEASE" and meant and a_while and any(w in near for w in jury)


def forgives_of_ones_own(d: Draft, lexicon: Lexicon) -> bool:
    """ "The mother of a victim said that she forgives the man who shot him": a pardon by no law.

    Not who is told with an office, "the king's brother, the emir, forgave nine men"; who pardons only as
    somebody's kin, and one alone: "her mother pardoned the thief".

    Args:
        d: the draft.
        lexicon: word classes.
    """
    s = d.sentence
    if d.type != "CLEMENCY" or not d.slots.get("granter"):
        return False
    if s[d.trigger].lemma != "forgive" and not _as_kin(d):
        return False
    own, office = lexicon["nouns.kinship nouns.sufferer"], lexicon["nouns.office nouns.official"]
    by = [s[m.head] for m in d.slots["granter"]]
    pointing = any(m.anaphor is not None for m in d.slots["granter"])
    said = [k for w in s.up(d.trigger) if w.lemma in lexicon["verbs.report"] for k in s.kids(w.i, "nsubj")]
    return any(
        w.lemma in own and not any(s[i].lemma in office for i in s.subtree(w.i))
        for w in (*by, *(said if pointing else ()))
    )


def _as_kin(d: Draft) -> bool:
    """ "Her mother pardoned the thief": not "his son pardoned forty men", nor "pardoned Tom Hale"."""
    s, people = d.sentence, d.slots.get("people", ())
    alone = bool(people) and not any(m.plural or m.kind == "person" for m in people)
    own = all(any(k.low in _OF_WHOM for k in s.kids(m.head, "poss")) for m in d.slots["granter"])
    return s[d.trigger].lemma == "pardon" and alone and own


def billed(d: Draft, text: str, lexicon: Lexicon) -> bool:
    """ "Handcuffed (18), Gate, nightly. A policewoman is abducted": what a film or a programme tells.

    Args:
        d: the draft.
        text: the article.
        lexicon: word classes.
    """
    if not in_the_present(d):
        return False
    start = text.rfind("\n", 0, d.sentence.start) + 1
    return lexicon.pattern("billing").search(text[start : d.sentence.end]) is not None


def _is_taken_now(d: Draft) -> bool:
    """ "A woman is jailed", "smugglers kidnap him": of those taken and tried as of now, by no state."""
    verbs = (d.sentence[d.trigger], *d.sentence.kids(d.trigger, "aux", "auxpass"))
    now = any(w.tag in {"VBZ", "VBP"} and w.lemma != "have" for w in verbs)
    by_a_state = any(m.kind == "state" or m.state for ms in d.slots.values() for m in ms)
    return now and d.type in {"DETAIN", "SENTENCE"} and not by_a_state
