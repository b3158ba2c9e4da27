"""Who says that the people of a list were let go: before it, behind it, or in the verb that publishes it."""

from __future__ import annotations

import re

from detente.reading.lists.list_words import ListWords
from detente.records import Attribution

_QUOTED = re.compile(r"[«“„\"]([^«»“”„\"]+)[»”“\"]")


class ListSources:
    """Finds the sources of lists in one language."""

    def __init__(self, words: ListWords) -> None:
        self._words = words

    def without(self, lead: str) -> str:
        """What stands before an opening, folded, without the source and the words that add nothing."""
        rest, patterns = lead.lstrip(), (*self._words.by, self._words.patterns["known"])
        while True:
            m = next((m for p in patterns if (m := p.search(rest))), None)
            if m is None or m.end() == 0:
                return rest
            rest = f"{rest[: m.start()]} {rest[m.end() :].lstrip(' ,—–')}".lstrip()

    def told(self, sentence: str, opening: int, stop: int) -> tuple[Attribution, ...]:
        """The source of a list.

        Args:
            sentence: as written.
            opening: where the opening starts in it.
            stop: where the names end; who is told behind them says it.
        """
        low = self._words.folded(sentence)
        for pattern in self._words.by:
            m = pattern.search(low[:opening])
            if m is not None:
                return (self._speaker(sentence, low, m),)
        m = self._words.patterns["after"].search(low.rstrip(" .!…"), max(0, stop - 1))
        return () if m is None else (self._speaker(sentence, low, m),)

    def _speaker(self, sentence: str, low: str, m: re.Match[str]) -> Attribution:
        """The source in the nominative where we can put it so; else in the words of the text, as unnamed."""
        group = "whose" if "whose" in m.re.groupindex else "who"
        start, end = m.span(group)
        who, folded = sentence[start:end].strip(), low[start:end].strip()
        cue = " ".join((sentence[m.start() : start] if group == "whose" else sentence[end : m.end()]).split())
        cue = cue.strip(" ,—–.") or " ".join(sentence[m.start() : start].split()).strip(" ,—–.")
        for genitive, nominative, kind in self._words.bodies:
            form = genitive if group == "whose" else self._words.folded(nominative)
            if re.match(rf"{re.escape(form)}(?!\w)", folded):
                name = nominative + who[len(form) :] if group == "whose" else who
                return Attribution(name, kind, cue, _is_name(name[1:]))
        if group == "who":
            if (quoted := _QUOTED.fullmatch(who)) is not None:
                return Attribution(quoted[1], "organisation", cue, named=True)
            parts = who.split()
            given = [i for i, part in enumerate(parts[:-1]) if self._words.is_given(part)]
            if given:
                official = given[-1] > 0 and self._words.folded(parts[0]) in self._words.officials
                name = " ".join(parts[given[-1] :])
                return Attribution(name, "official" if official else "person", cue, named=True)
        return Attribution(who, "unnamed", cue)


def _is_name(text: str) -> bool:
    return any(c.isupper() for c in text)
