"""As of when somebody is told to be held, or a measure to stand."""

from __future__ import annotations

from detente.reading.clauses.draft import Draft
from detente.records import Article


def _was_so_before(d: Draft) -> bool:
    """ "Had stayed in prison for a year", in the report's own words: so it was until then."""
    s = d.sentence
    since = any(k.low in {"since", "still"} for k in s.words)
    return d.type == "CUSTODY_STATE" and d.stand.perfect and not d.attribution and not since


def set_state_date(d: Draft, article: Article) -> None:
    """A state holds as of the date told, else of publication; it is asserted, not performed."""
    if d.type == "CUSTODY_STATE" or d.type == "SANCTION_KEEP":
        if d.stand.mode == "performed" and d.sub != "renewed":
            d.stand.mode = "background" if _was_so_before(d) else "asserted"
        stated = d.time is not None and d.time.basis != "publication_bound" and (d.time.end or d.time.start)
        d.as_of = (d.time.end or d.time.start) if stated and d.time is not None else article.published
        if not stated:
            d.time = None
