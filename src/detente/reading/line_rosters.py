"""Names given one a line, for people told before: "They are:" and then "- Ada Orlu, 31, a nurse"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from detente.reading.antecedents import OF_CUSTODY
from detente.reading.draft import Draft, by_sentence
from detente.reading.lexicon import Lexicon
from detente.reading.mentions import Mentions
from detente.reading.rolls import first_verb, runs
from detente.reading.roster_names import Roster
from detente.reading.words import Sentence

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
        own = [d for d in told.get(id(s), ()) if d.type in OF_CUSTODY and d.stand.mode != "denied"]
        names = tuple(_below(text, page, number, lexicon)) if match is not None or own else ()
        if names:
            every = "includ" not in s.text
            group = next((m for d in own for m in d.slots.get("people", ()) if m.kind == "group"), None)
            start = s.start + match.start() if match is not None else s.end
            noun = group.noun if group is not None and group.anaphor is None and match is None else ""
            out.append(Roster(number, start, names, None, noun, every=every))
    return out


def _below(text: str, page: Sequence[tuple[Sentence, Mentions]], at: int, lexicon: Lexicon) -> Iterator[str]:
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
        yield ms.names.whole(s.span_text(named[0].lo, named[0].hi))
        end, gap = s.end, "" if marked else between
