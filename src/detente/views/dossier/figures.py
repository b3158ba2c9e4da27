"""Figures of a deal as SVG: how the destinations add up, and what happened when.

Everything drawn is in the deal: a bar ends where a stated count ends, what is derived is hatched, what no
place accounts for is an outline, and a day that nobody states has no mark.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from html import escape
from itertools import accumulate
from typing import Final, NamedTuple

from detente.records import Claim, Deal, Give, Quantity, Time
from detente.views.dossier import words
from detente.views.dossier.book import Book

WIDTH: Final = 800
_LEFT: Final = 310
_TOP: Final = 26
_ROW: Final = 30
LABEL: Final = 43
"""Letters of a label."""
_INKS: Final = ("#1f5f8b", "#4f8a5b", "#8a6d3b", "#6b5b95", "#a14a4a", "#3c7d7d")
_DEFS: Final = (
    '<defs><pattern id="derived" width="6" height="6" patternTransform="rotate(45)" '
    'patternUnits="userSpaceOnUse"><rect width="6" height="6" fill="#fff"/>'
    '<line x1="0" y1="0" x2="0" y2="6" stroke="#1f5f8b" stroke-width="3"/></pattern></defs>'
)


class _Bar(NamedTuple):
    """One stretch of the whole."""

    label: str
    lo: float
    hi: float | None
    kind: str  # stated, derived, rest


def destinations(deal: Deal) -> str | None:
    """The whole as one bar, each place as a part of it, and what is left; None where nothing is counted."""
    total = deal.released.quantity
    bars = [
        _bar(f"to {d.place}", d.quantity, "derived" if d.derived else "stated") for d in deal.destinations
    ]
    bars += [
        _bar("left over: nobody says where", u.quantity, "rest") for u in deal.unplaced if u.quantity.hi != 0
    ]
    silent = [f"to {d.place}" for d in deal.destinations if d.quantity is None]
    counted = [b for b in bars if b is not None]
    whole = _bar("freed in all", total, "stated")
    if whole is None or not counted:
        return None
    most = max(b.hi if b.hi is not None else b.lo for b in (whole, *counted)) or 1
    starts = [0.0, *accumulate((b.lo for b in counted[:-1]), initial=0.0)]
    most = max(
        most, *(at + (b.hi if b.hi is not None else b.lo) for at, b in zip(starts[1:], counted, strict=True))
    )
    scale = (WIDTH - _LEFT - 90) / most
    rows = [
        _row(n, b, scale, _INKS[n % len(_INKS)], at)
        for n, (at, b) in enumerate(zip(starts, (whole, *counted), strict=True))
    ]
    rows += [_silent(len(rows) + n, label) for n, label in enumerate(silent)]
    height = _TOP + _ROW * len(rows) + 26
    alone = whole.hi is None or any(b.hi is None for b in counted)
    title = f"Where they went: {words.quantity(total)} freed"
    return _svg(title, height, (*rows, _legend(height, open_ended=alone)))


def _bar(label: str, quantity: Quantity | None, kind: str) -> _Bar | None:
    if quantity is None or (quantity.lo is None and quantity.hi is None):
        return None
    return _Bar(label, float(quantity.lo or 0), None if quantity.hi is None else float(quantity.hi), kind)


def _row(number: int, bar: _Bar, scale: float, ink: str, at: float) -> str:
    """One bar; a part begins where the one before it ends, so that the eye can add up."""
    y, x = _TOP + number * _ROW, _LEFT + at * scale
    fill = {"stated": ink, "derived": "url(#derived)", "rest": "#fff"}[bar.kind]
    dash = ' stroke-dasharray="4 3"' if bar.kind == "rest" else ""
    sure, most = bar.lo * scale, (bar.hi if bar.hi is not None else bar.lo) * scale
    parts = [_label(bar.label, y + 15)]
    if most > sure:
        parts.append(_rect(x, y, most, "#d9e2ea", "#9fb4c4", dash))
    if sure or most <= sure:
        stroke = ink if bar.kind != "rest" else "#555"
        parts.append(_rect(x, y, max(sure, 1.5), fill, stroke, dash))
    end = x + max(sure, most, 1.5)
    if bar.hi is None:
        parts.append(f'<path d="M{end + 3:.1f} {y + 10} l8 0 m-4 -4 l4 4 l-4 4" class="open"/>')
        end += 12
    parts.append(_text(end + 8, y + 15, _range(bar), weight="600"))
    return "".join(parts)


def _label(text: str, y: float) -> str:
    """What a row is of, to its left; cut where it is too long, and whole where one points at it."""
    shown = _text(_LEFT - 10, y, _cut(text, LABEL), anchor="end")
    return shown if len(text) <= LABEL else f"<g><title>{escape(text)}</title>{shown}</g>"


def _silent(number: int, label: str) -> str:
    y = _TOP + number * _ROW
    text = _text(_LEFT, y + 15, "number not stated", css="faint")
    return _label(label, y + 15) + text


def _range(bar: _Bar) -> str:
    low = f"{bar.lo:g}"
    return f"at least {low}" if bar.hi is None else low if bar.hi == bar.lo else f"{low}–{bar.hi:g}"


def _legend(height: int, *, open_ended: bool) -> str:
    y = height - 12
    marks = [
        (_rect(0, 0, 14, _INKS[0], _INKS[0], ""), "stated"),
        (_rect(0, 0, 14, "#d9e2ea", "#9fb4c4", ""), "possible"),
        (_rect(0, 0, 14, "url(#derived)", _INKS[0], ""), "derived"),
        (_rect(0, 0, 14, "#fff", "#555", ' stroke-dasharray="4 3"'), "no place reported"),
    ]
    x, parts = _LEFT, list[str]()
    for mark, label in marks:
        drawn = f'<g transform="translate({x} {y - 9}) scale(.62)">{mark}</g>'
        parts.append(drawn + _text(x + 14, y, label, css="faint"))
        x += 22 + 7 * len(label)
    return "".join(parts) + (_text(x, y, "→ no upper bound", css="faint") if open_ended else "")


class _Mark(NamedTuple):
    """Something on a lane of the timeline."""

    start: date
    end: date
    kind: str  # promised, performed, report
    open: bool = False  # only a bound is known


class _Lane(NamedTuple):
    label: str
    marks: tuple[_Mark, ...]


def timeline(deal: Deal, book: Book) -> str | None:
    """Each concession's promise and performance, and the reports, on one line of days; None without days."""
    lanes = [_lane(side.party.name, give, book) for side in deal.sides for give in side.gives]
    lanes = [lane for lane in lanes if lane.marks]
    reports = sorted({d for c in book.of(deal.claims) if (d := _day(c.document.published))})
    lanes.append(_Lane("reports published", tuple(_Mark(d, d, "report") for d in reports)))
    days = [d for lane in lanes for m in lane.marks for d in (m.start, m.end)]
    if not days:
        return None
    first, last = min(days) - timedelta(1), max(days) + timedelta(1)
    scale = (WIDTH - _LEFT - 30) / max(1, (last - first).days)
    rows = [_lane_row(n, lane, first, scale) for n, lane in enumerate(lanes)]
    height = _TOP + _ROW * len(lanes) + 44
    title = f"What happened when: {first + timedelta(1)} to {last - timedelta(1)}"
    return _svg(title, height, (_axis(first, last, scale, height - 44), *rows, _keys(height)))


def _lane(party: str, give: Give, book: Book) -> _Lane:
    promised = (_mark(c, "promised") for c in book.of(give.promised))
    performed = (_mark(c, "performed") for c in book.of(give.performed))
    marks = [m for m in (*promised, *performed) if m is not None]
    sharp = [m for m in marks if not m.open]
    kinds = {m.kind for m in sharp}
    kept = [m for m in marks if not m.open or m.kind not in kinds]  # a bound adds nothing to a day
    step = f" ({give.step})" if give.step else ""
    return _Lane(f"{party}: {give.what}{step}", tuple(dict.fromkeys(kept)))


def _mark(claim: Claim, kind: str) -> _Mark | None:
    """A promise lies on the day of its report; a performance on its own days, else before its report."""
    published = _day(claim.document.published)
    if kind == "promised":
        return None if published is None else _Mark(published, published, kind)
    start, end = _days(claim.time)
    if start is not None and end is not None:
        return _Mark(start, end, kind)
    bound = end or published
    return None if bound is None else _Mark(bound, bound, kind, open=True)


def _days(time: Time | None) -> tuple[date | None, date | None]:
    if time is None:
        return None, None
    start = None if time.basis == "publication_bound" else _day(time.start)
    return start, _day(time.end)


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat((text or "")[:10])
    except ValueError:
        return None


def _lane_row(number: int, lane: _Lane, first: date, scale: float) -> str:
    y = _TOP + number * _ROW + 11
    parts = [
        f'<line x1="{_LEFT}" y1="{y}" x2="{WIDTH - 30}" y2="{y}" class="lane"/>',
        _label(lane.label, y + 4),
    ]
    return "".join(parts + [_drawn(m, y, first, scale) for m in lane.marks])


def _drawn(mark: _Mark, y: int, first: date, scale: float) -> str:
    x, end = (_LEFT + (d - first).days * scale for d in (mark.start, mark.end))
    said = f"<title>{mark.kind} {mark.start}{f' to {mark.end}' if mark.end != mark.start else ''}</title>"
    if mark.kind == "report":
        return f'<g>{said}<line x1="{x:.1f}" y1="{y - 7}" x2="{x:.1f}" y2="{y + 7}" class="report"/></g>'
    if mark.open:
        return f'<g>{said}<path d="M{x:.1f} {y - 6} l-9 6 l9 6 z" class="bound"/></g>'
    if end > x:
        long = f'width="{end - x:.1f}" height="10" rx="5" class="span"'
        return f'<g>{said}<rect x="{x:.1f}" y="{y - 5}" {long}/></g>'
    return f'<g>{said}<circle cx="{x:.1f}" cy="{y}" r="6" class="{mark.kind}"/></g>'


def _axis(first: date, last: date, scale: float, bottom: int) -> str:
    """At most eight days with their names, evenly spaced, the first and last among them where they fit."""
    days = (last - first).days
    step = max(1, -(-days // 7))
    parts = []
    for n in range(0, days + 1, step):
        x, day = _LEFT + n * scale, first + timedelta(n)
        parts.append(f'<line x1="{x:.1f}" y1="{_TOP - 6}" x2="{x:.1f}" y2="{bottom}" class="day"/>')
        label = f"{day.day} {day:%b}" if days < 300 else f"{day:%b %Y}"
        parts.append(_text(x, bottom + 14, label, anchor="middle", css="faint"))
    return "".join(parts)


def _keys(height: int) -> str:
    y, x, parts = height - 8, _LEFT, list[str]()
    marks = (
        ('<circle cx="6" cy="-4" r="5" class="promised"/>', "promised"),
        ('<circle cx="6" cy="-4" r="5" class="performed"/>', "performed"),
        ('<rect x="0" y="-9" width="14" height="10" rx="5" class="span"/>', "some day of these"),
        ('<path d="M10 -9 l-8 5 l8 5 z" class="bound"/>', "on or before"),
        ('<line x1="6" y1="-10" x2="6" y2="2" class="report"/>', "report"),
    )
    for mark, label in marks:
        parts.append(f'<g transform="translate({x} {y})">{mark}</g>{_text(x + 16, y, label, css="faint")}')
        x += 28 + 6 * len(label)
    return "".join(parts)


def _rect(x: float, y: float, width: float, fill: str, stroke: str, more: str) -> str:
    place = f'x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="20"'
    return f'<rect {place} fill="{fill}" stroke="{stroke}"{more}/>'


def _text(x: float, y: float, text: str, *, anchor: str = "start", weight: str = "400", css: str = "") -> str:
    kind = f' class="{css}"' if css else ""
    place = f'x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" font-weight="{weight}"'
    return f"<text {place}{kind}>{escape(text)}</text>"


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else f"{text[: width - 1].rstrip()}…"


def _svg(title: str, height: int, parts: Iterable[str]) -> str:
    inside: Sequence[str] = (f"<title>{escape(title)}</title>", _DEFS, *parts)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" '
        f'height="{height}" role="img" aria-label="{escape(title)}">{"".join(inside)}</svg>'
    )
