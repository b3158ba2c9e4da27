"""Clauses that the small model ties wrongly, tied as English ties them."""

from __future__ import annotations

from detente.reading.parsing.mends import Row
from detente.reading.parsing.words import DAYS, MONTHS, PROPER, SUBJECTS, Word, hangs_on

_ASIDE = frozenset({"IN", "RB", "TO"})
_LINKED = frozenset({"parataxis", "ccomp", "dep", "advcl", "conj"})


def attach(words: list[Word], i: int, head: int, dep: str) -> bool:
    """Hang a word below another, unless that would tie a knot."""
    if hangs_on(words, head, {i}):
        return False
    words[i].head, words[i].dep = head, dep
    return True


def own(words: list[Word], i: int, deps: frozenset[str]) -> bool:
    """Has the word a child with one of these labels?"""
    return any(k.head == i and k.dep in deps and k.i != i for k in words)


def _had_it_done(words: list[Word], w: Word) -> None:
    """ "had his sentence quashed and walked out": what is done to him is passive, what he does is his."""
    head = words[w.head]
    caused = w.dep == "ccomp" and head.lemma == "have" and w.tag in {"VBN", "VBD"} and w.i > head.i
    if caused and not own(words, w.i, frozenset({"dobj", "aux", "auxpass", "mark"})):
        w.tag = "VBN"
        for k in words:
            if k.head == w.i and k.dep == "nsubj" and head.i < k.i < w.i:
                k.dep = "nsubjpass"
    above = words[head.head]
    plain = w.tag == "VBD" and w.dep == "conj" and not own(words, w.i, SUBJECTS)
    if plain and head.dep == "ccomp" and above.lemma == "have" and above.tag == "VBD":
        attach(words, w.i, above.i, "conj")


def _given_a_sum(words: list[Word], w: Word) -> None:
    """ "fined two editors 500 dollars": of two counted nouns in a row the first is given the other."""
    if w.dep not in {"nmod", "compound"} or w.tag not in {"NNS", "NN"}:
        return
    head, before = words[w.head], words[w.i - 1]
    ahead = head.dep == "dobj" and head.i > w.i and before.tag in {"CD", "DT", "JJ"}
    if ahead and words[w.i + 1].tag == "CD":
        attach(words, w.i, head.head, "dative")


def _taken_for_adjective(words: list[Word], w: Word) -> None:
    """ "will not be unfrozen": what the model takes for a state is the verb of a passive."""
    be = words[w.head]
    done = w.lemma != w.low and w.low.endswith(("ed", "en")) and w.tag == "JJ" and w.dep == "acomp"
    if not done or be.low not in {"be", "been", "being"} or be.lemma != "be":
        return
    root = be.head == be.i
    w.head, w.dep, w.tag = (w.i if root else be.head), be.dep, "VBN"
    for k in words:
        if k.head == be.i and k.i not in {w.i, be.i}:
            k.head = w.i
            k.dep = {"nsubj": "nsubjpass", "csubj": "nsubjpass"}.get(k.dep, k.dep)
    be.head, be.dep = w.i, "auxpass"


def _of_behind_date(words: list[Word], w: Word) -> None:
    """ "the release on 3 June of nine divers": an *of* behind a date belongs to the noun before it."""
    head = words[w.head]
    if w.low != "of" or head.low not in DAYS or head.dep != "pobj":
        return
    prep = words[head.head]  # on the noun, or on the verb over it: "hailed the release in May of nine"
    noun = words[prep.i - 1] if words[prep.head].tag[:1] == "V" else words[prep.head]
    if noun.tag in {"NN", "NNS"} and noun.i < head.i and noun.lemma not in MONTHS:
        attach(words, w.i, noun.i, "prep")


def _object_behind_aside(words: list[Word], w: Word) -> None:
    """ "to suspend, from June to May, the asset freeze": an object behind an aside between commas."""
    if w.dep not in {"dep", "appos", "npadvmod", "ccomp"} or w.tag not in {"NN", "NNS"}:
        return
    first = min([w.i, *(k.i for k in words if k.head == w.i and k.i < w.i)])
    if first < 2 or words[first - 1].tag != "," or words[first].tag not in {"DT", "PRP$", "NNS", "JJ"}:
        return
    verb = next((k for k in reversed(words[: first - 1]) if k.tag in {"VB", "VBG", "VBD"}), None)
    aside = 1 if verb is None or words[verb.i + 1].tag != "," else 2
    if verb is None or (aside == 1 and w.dep != "ccomp") or words[verb.i + aside].tag not in _ASIDE:
        return
    if not own(words, verb.i, frozenset({"dobj", "ccomp", "xcomp"})):
        attach(words, w.i, verb.i, "dobj")


def _that_for_conjunction(words: list[Word], w: Word) -> None:
    """ "told parliament that aid will not be unfrozen": *that* opens a clause with its noun as subject."""
    if w.dep != "ccomp" or own(words, w.i, SUBJECTS) or not own(words, w.i, frozenset({"aux", "auxpass"})):
        return
    for k in words[words[w.head].i + 1 : w.i]:
        if (
            k.dep == "dobj"
            and k.head == w.head
            and words[k.i - 1].low == "that"
            and words[k.i - 1].head == k.i
        ):
            passive = own(words, w.i, frozenset({"auxpass"}))
            words[k.i - 1].dep = "mark"
            words[k.i - 1].head = w.i
            attach(words, k.i, w.i, "nsubjpass" if passive else "nsubj")
            return


def _told_that(words: list[Word], w: Word) -> None:
    """ "tells the inquiry that officers beat him": a clause with a subject of its own is what is told."""
    noun = words[w.head]
    if w.dep != "relcl" or noun.dep != "dobj" or words[noun.head].lemma not in _TELLING:
        return
    that = next((k for k in words[noun.i + 1 : w.i] if k.head == w.i and k.low == "that"), None)
    if that is not None and that.dep == "mark" and own(words, w.i, SUBJECTS):
        attach(words, w.i, noun.head, "ccomp")


def _let_out(words: list[Word], w: Word) -> None:
    """ "let the two cameramen out on bail": the noun taken for a clause is whom the verb lets out."""
    if w.dep != "ccomp" or w.tag not in {"NN", "NNS", "NNP", "NNPS"} or words[w.head].lemma != "let":
        return
    out = words[w.i + 1] if w.i + 1 < len(words) else w
    if out.low not in {"out", "off"} or own(words, w.i, SUBJECTS | {"aux", "auxpass", "cop"}):
        return
    if attach(words, out.i, w.head, "prt"):
        attach(words, w.i, w.head, "dobj")
        for k in words:
            if k.head == w.i and k.i > out.i and k.dep == "prep":
                attach(words, k.i, w.head, "prep")


def swap_heads(words: list[Word], w: Word, subject: Word, main: Word) -> None:
    """The later verb takes the subject and the place of the first, which then describes the subject."""
    passive = own(words, main.i, frozenset({"auxpass"}))
    root = w.head == w.i
    main.head, main.dep = (main.i if root else w.head), w.dep
    subject.head, subject.dep = main.i, "nsubjpass" if passive else "nsubj"
    w.head, w.dep, w.tag = subject.i, "acl", "VBN"
    for k in words:
        if k.head == w.i and k.i > main.i:
            k.head = main.i


def _garden_path(words: list[Word], w: Word) -> None:
    """ "Nobody held under the law was included": of two verbs of one subject the first only describes it."""
    if w.tag not in {"VBD", "VBN"} or own(words, w.i, frozenset({"aux", "auxpass", "ccomp", "xcomp", "prt"})):
        return
    if w.low != "given" and own(words, w.i, frozenset({"dobj"})):
        return  # not "the teacher given nine years is free": *given* alone is no finite verb
    subject = next(
        (k for k in words if k.head == w.i and k.dep in {"nsubj", "nsubjpass"} and k.i == w.i - 1), None
    )
    if subject is None or subject.tag not in {"NN", "NNS", "NNP", "CD", "DT"}:
        return
    main = next(
        (k for k in words[w.i + 1 :] if k.head == w.i and k.dep in _LINKED and k.tag.startswith("V")), None
    )
    if main is None or own(words, main.i, SUBJECTS | {"mark", "cc"}):
        return
    if main.tag == "VBD" and main.dep == "conj" and not own(words, main.i, frozenset({"aux", "auxpass"})):
        joined = any(k.tag in {"CC", ","} for k in words[w.i : main.i])
        if not joined and not own(words, w.i, frozenset({"cc"})):
            swap_heads(words, w, subject, main)
        return
    helps = [k for k in words if k.head == main.i and k.dep in {"aux", "auxpass"} and k.i < main.i]
    helps = helps or ([main] if main.low in {"include", "are"} else [])  # "Others freed include X"
    if not helps or helps[0].tag not in {"VBD", "VBZ", "VBP", "MD"}:
        return
    if words[helps[0].i - 1].tag not in {",", "CC", ":"} and words[helps[0].i - 1].dep != "mark":
        swap_heads(words, w, subject, main)


def _clause_behind_time(words: list[Word], w: Word) -> None:
    """ "Said that evening that it was given", "denied at the time that it had": it belongs to the verb."""
    head = words[w.head]
    if w.dep not in {"relcl", "acl"}:
        return
    above = words[head.head] if head.dep == "npadvmod" else words[words[head.head].head]
    if head.dep != "npadvmod" and (head.dep != "pobj" or head.low != "time" or above.lemma not in _SAYING):
        return
    that = next((k for k in words if k.head == w.i and k.low == "that" and k.dep in {"mark", "advmod"}), None)
    if that is not None and above.tag.startswith("V") and own(words, w.i, SUBJECTS):
        that.dep = "mark"
        attach(words, w.i, above.i, "ccomp")


def _verb_taken_for_noun(words: list[Word], w: Word) -> None:
    """ "The United States thanks Oman": what has a subject and an object is no noun."""
    if w.dep != "ROOT" or w.tag != "NNS" or not w.low.endswith("s"):
        return
    if own(words, w.i, frozenset({"nsubj"})) and own(words, w.i, frozenset({"dobj"})):
        w.tag = "VBZ"


def _verb_taken_for_subject(words: list[Word], w: Word) -> None:
    """ "The Front rejoices at it but counts ten": no plural noun is the subject of a verb in the singular."""
    main = words[w.head]
    if w.dep != "nsubj" or w.tag != "NNS" or main.tag != "VBZ" or not w.low.endswith("s") or w.i < 1:
        return
    joint = next((k for k in words[w.i : main.i] if k.head == w.i and k.dep == "cc"), None)
    noun = words[w.i - 1]
    if joint is None or own(words, w.i, frozenset({"conj"})) or noun.head != w.i or noun.dep != "compound":
        return
    if own(words, main.i, SUBJECTS - {"nsubj"}) or w.head == w.i:
        return
    w.tag, w.head, w.dep = "VBZ", (w.i if main.head == main.i else main.head), main.dep
    main.head, main.dep = w.i, "conj"
    noun.dep, noun.tag = "nsubj", "NNP" if noun.text[:1].isupper() else "NN"
    for k in words[: noun.i]:
        if k.head == w.i:
            k.head = noun.i


def _garden_path_above(words: list[Word], w: Word) -> None:
    """The same, where the model hangs the first verb below the second: "Nobody held there was included"."""
    main, first = words[w.head], w.i - 1
    while first > 0 and words[first].head == w.i and words[first].low == "still":
        first -= 1  # "Others *still* held there include X"
    if w.dep not in {"ccomp", "csubj"} or main.i < w.i or w.tag not in {"VBD", "VBN"} or first < 0:
        return
    subject = words[first]
    if (
        subject.head != w.i
        or subject.dep not in {"nsubj", "nsubjpass"}
        or any(k.tag == "," or _joins_verbs(words, k) for k in words[w.i : main.i])
        or sum(k.tag == ":" for k in words[w.i : main.i]) % 2  # an aside stands between two dashes
    ):
        return
    bare = not own(words, w.i, frozenset({"dobj", "aux", "auxpass", "ccomp", "xcomp", "prt", "mark"}))
    told = main.tag in {"VBD", "VBZ", "VBP"} or own(words, main.i, frozenset({"aux", "auxpass"}))
    if bare and told and not own(words, main.i, SUBJECTS):
        subject.head = main.i
        subject.dep = "nsubjpass" if own(words, main.i, frozenset({"auxpass"})) else "nsubj"
        w.head, w.dep, w.tag = subject.i, "acl", "VBN"


def _joins_verbs(words: list[Word], w: Word) -> bool:
    return w.tag == "CC" and words[w.head].tag[:2] not in {"NN", "CD", "JJ"}


def _prefixed(words: list[Word], w: Word) -> None:
    """ "the ex-premier", "eight co-accused", cut in three: the last piece is the noun."""
    if w.low not in {"ex", "co", "vice"} or w.i + 2 >= len(words) or words[w.i + 1].text != "-":
        return
    dash, noun = words[w.i + 1], words[w.i + 2]
    if noun.tag not in {"NN", "NNS", "NNP", "VBN", "VBD"} or w.head == w.i:
        return
    if hangs_on(words, w.head, {dash.i, noun.i}):
        return
    if noun.tag.startswith("V"):
        noun.tag = "NNS" if any(k.head == w.i and k.tag == "CD" for k in words) else "NN"
        noun.lemma = noun.low
    noun.head, noun.dep = w.head, w.dep
    for k in words:
        if k.head in {w.i, dash.i} and k.i not in {w.i, dash.i, noun.i}:
            k.head = noun.i
    w.head, w.dep, dash.head, dash.dep = noun.i, "compound", noun.i, "punct"


def _small_clause(words: list[Word], w: Word) -> None:
    """ "ordered Ada Orlu freed": a bare participle behind an object tells what is done to the object."""
    if (
        w.dep != "ccomp"
        or w.tag not in {"VBD", "VBN"}
        or own(words, w.i, SUBJECTS | {"dobj", "aux", "auxpass"})
    ):
        return
    before = words[w.i - 1]
    if (
        before.dep == "dobj"
        and before.head == w.head
        and words[w.head].lemma in {"order", "want", "rule", "see"}
    ):
        w.tag = "VBN"
        attach(words, before.i, w.i, "nsubjpass")


def _on_bail(words: list[Word], w: Word) -> None:
    """ "released on bail the lawyer X": *bail* is a noun, and whom it frees is the verb's object."""
    if w.low != "bail" or w.tag != "VB" or w.dep != "pobj":
        return
    w.tag = "NN"
    for k in words:
        if k.head == w.i and k.dep == "dobj":
            attach(words, k.i, words[w.head].head, "dobj")


def _joined_behind_aside(words: list[Word], w: Word) -> None:
    """ "X, jailed for spying, and a second man": a noun is joined to the noun, not to its participle."""
    verb = words[w.head]
    if w.dep != "conj" or w.tag[:2] not in {"NN", "CD"} or verb.dep != "acl" or verb.tag[:1] != "V":
        return
    noun = words[verb.head]
    first = min([w.i, *(k.i for k in words if k.head == w.i and k.i < w.i)])
    if noun.tag[:2] == "NN" and first > 2 and words[first - 1].tag == "CC" and words[first - 2].tag == ",":
        attach(words, w.i, noun.i, "conj")
        attach(words, first - 1, noun.i, "cc")


def _return_home(words: list[Word], w: Word) -> None:
    """ "await the return home of nine men": *home* says where to, and is no noun that *return* names."""
    home = words[w.head]
    over = words[home.head]
    if w.lemma != "return" or w.dep != "compound" or home.low != "home" or over.i == home.i:
        return
    w.head, w.dep = over.i, "dobj" if over.tag[:1] == "V" else "pobj"
    for k in words:
        if k.head == home.i and k.i not in {w.i, home.i}:
            k.head = w.i
    home.head, home.dep = w.i, "advmod"


_SAYING = frozenset({"say", "deny", "admit", "claim", "insist", "confirm", "announce", "report", "maintain"})
_TELLING = frozenset({"tell", "inform", "assure", "warn", "remind"})


def _infinitive_taken_for_adjective(words: list[Word], w: Word) -> None:
    """ "the nine he had come to free": behind its *to* or *should* no word is an adjective."""
    to = any((k.low, k.head, k.dep) == ("to", w.i, "aux") for k in words[max(w.i - 3, 0) : w.i])
    if w.tag == "JJ" and (to or (_helped(words, w) and own(words, w.i, frozenset({"dobj"})))):
        w.tag = "VB"


def _helped(words: list[Word], w: Word) -> bool:
    """ "should at once and unconditionally free them": with *should* and an object it is a verb."""
    return any(k.head == w.i and k.tag == "MD" and k.i < w.i for k in words)


def _set_free(words: list[Word], w: Word) -> None:
    """ "set Lena Marr free", taken for one name: it is she who is set free."""
    verb = words[w.head]
    names = [k for k in words if k.head == w.i and k.dep == "compound" and k.tag in PROPER]
    if w.low != "free" or verb.lemma != "set" or not names or names[-1].i != w.i - 1:
        return
    last = names[-1]
    last.head, last.dep, w.dep = verb.i, "dobj", "oprd"
    for k in names[:-1]:
        k.head = last.i


def _past_with_that(words: list[Word], w: Word) -> None:
    """ "The ministry denied on Sunday that it had freed them": with a subject and *that* it is a past."""
    told = {k.i for k in words[w.i + 1 :] if k.head == w.i and k.dep == "ccomp"}
    that = any(m.head in told and m.low == "that" and m.dep == "mark" for m in words[w.i + 1 :])
    if that and own(words, w.i, SUBJECTS) and not own(words, w.i, frozenset({"aux", "auxpass"})):
        w.tag = "VBD"


def _past_behind_gerund(words: list[Word], w: Word) -> None:
    """ "accused them of belonging to a gang and invoked a law": a past verb joins a past verb, no gerund."""
    head = words[w.head]
    if (
        w.dep != "conj"
        or w.tag != "VBD"
        or (head.tag, head.dep) != ("VBG", "pcomp")
        or own(words, w.i, SUBJECTS)
    ):
        return
    past = next((k for k in reversed(words[: head.i]) if k.tag == "VBD" and own(words, k.i, SUBJECTS)), None)
    if past is not None:
        attach(words, w.i, past.i, "conj")


CLAUSES: tuple[Row, ...] = (
    ("conj", _past_behind_gerund),
    ("VBN", _past_with_that),
    ("=free", _set_free),
    ("compound", _return_home),
    ("conj", _joined_behind_aside),
    ("JJ", _infinitive_taken_for_adjective),
    ("relcl", _told_that),
    ("ccomp", _let_out),
    ("=ex =co =vice", _prefixed),
    ("ccomp", _small_clause),
    ("=bail", _on_bail),
    ("ccomp conj", _had_it_done),
    ("nmod compound", _given_a_sum),
    ("=of", _of_behind_date),
    ("dep appos npadvmod ccomp", _object_behind_aside),
    ("ccomp", _that_for_conjunction),
    ("VBD VBN", _garden_path),
    ("ccomp csubj", _garden_path_above),
    ("acomp", _taken_for_adjective),
    ("relcl acl", _clause_behind_time),
    ("ROOT", _verb_taken_for_noun),
    ("nsubj", _verb_taken_for_subject),
)
