"""Names given one a line, for people told before: "They are:" and then "- Ada Orlu, 31, a nurse"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from detente.reading.clauses.draft import Draft, by_sentence
from detente.reading.discourse.antecedents import OF_CUSTODY
from detente.reading.discourse.roster_names import Roster
from detente.reading.lexicon import Lexicon
from detente.reading.nouns.mentions import Mentions
from detente.reading.parsing.words import Sentence
from detente.reading.shapes.rolls import first_verb, name_of, runs

_LONGEST = 18
"""Words of a line; a longer one is a sentence of its own."""
_BULLET = re.compile(r"[-–—•*·]|\d{1,3}[.)]")


def line_rosters(
    text: str, page: Sequence[tuple[Sentence, Mentions]], drafts: Sequence[Draft], lexicon: Lexicon
) -> list[Roster]:
    """The names that open the lines under a sentence which ends in a colon and points to people.

    Args:
        text: of the article; line breaks and bullets are looked for in it.
        page: its sentences in order.
        drafts: all of the document.
        lexicon: patterns and word classes.
    """
    told = by_sentence(drafts)
    out: list[Roster] = []
    for number, (s, _) in enumerate(page):
        if not s.text.rstrip().endswith(":") or lexicon.pattern("not_of_the_told").search(s.text):
            continue
        match = lexicon.pattern("names_follow").search(s.text)
        before = page[number - 1][0].text if number else ""
        if lexicon.pattern("lists_of_others").search(s.text) or (
            match is not None and lexicon.pattern("others_told_last").search(before)
        ):
            continue
        own = [d for d in told.get(id(s), ()) if d.type in OF_CUSTODY and d.stand.mode != "denied"]
        names = tuple(names_below(text, page, number, lexicon)) if match is not None or own else ()
        told_of = _told_of(text, page, number, lexicon) if match is not None else []
        if len(told_of) > len(names):
            for several in (False, True):  # one in each line, or also those joined to them: as many as told
                every_one = tuple(x for line in told_of for x in (line if several else line[:1]))
                out.append(Roster(number, s.end, every_one, len(every_one), "", every=True))
        elif names:
            every = "includ" not in s.text
            group = next((m for d in own for m in d.slots.get("people", ()) if m.kind == "group"), None)
            start = s.start + match.start() if match is not None else s.end
            noun = group.noun if group is not None and group.anaphor is None and match is None else ""
            out.append(Roster(number, start, names, None, noun, every=every))
    return out


def names_below(
    text: str, page: Sequence[tuple[Sentence, Mentions]], at: int, lexicon: Lexicon
) -> Iterator[str]:
    """The names that the lines below a sentence open with.

    Args:
        text: of the article.
        page: its sentences in order.
        at: the index of the sentence.
        lexicon: patterns and word classes.

    Yields:
        Each name in full, up to the first line that opens with none.
    """
    end, gap, bullets = page[at][0].end, "", None
    for s, ms in page[at + 1 :]:
        between = text[end : s.start]
        marked = _BULLET.search(between) is not None
        if "\n" not in between or len(s) > _LONGEST or first_verb(s) is not None:
            return
        bullets = marked if bullets is None else bullets
        if marked != bullets or (gap and between != gap):
            return  # another paragraph
        named = runs(s, 0, len(s) - 1, lexicon)
        if (
            not named
            or any(w.tag[:1] == "V" for w in s.words[: named[0].lo])
            or "," in s.span_text(0, named[0].lo)
        ):
            return
        labelled = any(w.text == ":" for w in s.words[: named[0].lo])  # "- nurses: Ada Orlu and Ben Roth"
        for r in named if labelled else named[:1]:
            yield ms.names.whole(name_of(s, r))
        end, gap = s.end, "" if marked else between


def _told_of(
    text: str, page: Sequence[tuple[Sentence, Mentions]], at: int, lexicon: Lexicon
) -> list[tuple[str, ...]]:
    """ "• Ada Orlu, a nurse, was seized in May. • Ben Roth (a Dane)": whom each bullet opens with."""
    end, out = page[at][0].end, list[tuple[str, ...]]()
    for s, ms in page[at + 1 :]:
        between, end = text[end : s.start], s.end
        if "\n" not in between:
            continue  # more of the same
        named = runs(s, 0, len(s) - 1, lexicon, ms.names) if _BULLET.search(between) is not None else []
        if not named or any(w.tag[:1] == "V" or w.text == "," for w in s.words[: named[0].lo]):
            break
        labelled = any(w.text == ":" for w in s.words[: named[0].lo])
        joined = (r for r in named[1:] if (labelled or s[r.lo - 1].low == "and") and _closes(s, r.hi))
        out.append(tuple(ms.names.whole(name_of(s, r)) for r in (named[0], *joined)))
    return out if len(out) > 1 else []


def _closes(s: Sentence, i: int) -> bool:
    """Does a name end a phrase here?"""
    return i + 1 >= len(s) or s[i + 1].tag in {",", ".", ":", "-LRB-"}
