"""People, measures, counts, conflicts and events as sections, for ``detente show``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from detente.records import Alternative, Conflict, Count, Event, Measure, PersonStatus, Track
from detente.views.dossier import words
from detente.views.dossier.book import Book
from detente.views.dossier.deals import conflict_lines
from detente.views.dossier.lines import Line, Section


def of_people(people: Iterable[PersonStatus], book: Book) -> Iterator[Section]:
    """A section for each person: the four tracks, side by side, never mixed."""
    for person in people:
        tracks = person.tracks
        lines = [Line(text=_forms(person), claims=(person.entity,))] if person.names else []
        lines += [
            _track(name, track)
            for name, track in (
                ("custody", tracks.custody),
                ("legal", tracks.legal),
                ("location", tracks.location),
            )
        ]
        lines += [
            Line(text=f"called “{one.label}” by {book.plain(one.by)}", claims=one.claims)
            for one in tracks.recognition
        ]
        lines += [Line(text=f"{one.sub}: {one.value}", claims=one.claims) for one in person.attributes]
        lines += conflict_lines(person.conflicts, book)
        yield Section(title=person.name, lines=tuple(lines))


def _forms(person: PersonStatus) -> str:
    return "written: " + ", ".join(dict.fromkeys(form.form for form in person.names))


def _track(name: str, track: Track) -> Line:
    if track.state == "unknown" and not (track.claims or track.derived_from):
        return Line(text=f"{name}: unknown", mark="unknown")
    holder = f" by {track.holder}" if track.holder else ""
    since = f", {words.span_of_days(track.since)}" if track.since else ""
    derived = f"; derived ({track.rule})" if track.rule else ""
    return Line(
        text=f"{name}: {words.state(track.state)}{holder}{since} ({track.verdict}{derived})",
        claims=track.claims or track.derived_from,
        mark="unknown" if track.state == "unknown" else "derived" if track.derived_from else "plain",
    )


def of_measures(measures: Iterable[Measure], book: Book) -> Iterator[Section]:
    """A section for each measure: what the law says, and beside it what was announced."""
    for measure in measures:
        about = " · ".join(filter(None, (measure.target, measure.sector, measure.programme)))
        legal, said = measure.legal, measure.announced
        dates = "".join(
            f", {word} {day}" for word, day in (("since", legal.since), ("until", legal.until)) if day
        )
        instrument = f" ({legal.instrument})" if legal.instrument else ""
        by = f" by {book.plain(', '.join(said.by))}" if said.by else ""
        on = f", {said.since}" if said.since else ""
        lines = [
            Line(text="measure", claims=(measure.measure,)),
            Line(text=f"legal: {words.state(legal.state)}{dates}{instrument}", claims=legal.claims),
            Line(text=f"announced: {words.state(said.state)}{by}{on}", claims=said.claims),
            *conflict_lines(measure.conflicts, book),
        ]
        yield Section(title=f"{words.party(measure.authority)}: {about or 'measures'}", lines=tuple(lines))


def of_counts(counts: Iterable[Count], book: Book) -> Iterator[Section]:
    """A section for each counted population: every stated value, the parts, what they leave open."""
    for count in counts:
        owner = f", by the count of {book.plain(count.owner)}" if count.owner else ""
        when = f", as of {count.as_of}" if count.as_of else ""
        lines = [
            Line(text=f"{words.quantity(count.quantity)}{owner}{when} ({count.verdict})", claims=count.claims)
        ]
        if len(count.alternatives) > 1:
            lines += [_stated(one, book) for one in count.alternatives]
        for part in count.parts:
            rule = f" (derived: {part.rule})" if part.derived else ""
            text = f"of these, {part.what}: {words.quantity(part.quantity)}{rule}"
            lines.append(Line(text=text, claims=part.claims or part.derived_from, level=1))
        if count.unplaced is not None:
            rest = count.unplaced
            text = f"left over: {words.quantity(rest.quantity)} {rest.what} (derived: {rest.rule})"
            lines.append(Line(text=text, claims=rest.derived_from, level=1, mark="derived"))
        yield Section(title=count.population, lines=(*lines, *conflict_lines(count.conflicts, book)))


def _stated(one: Alternative, book: Book) -> Line:
    text = f"{words.quantity(one.quantity)} – {book.sources_of(one)}"
    return Line(text=text, claims=one.claims, level=1)


def of_conflicts(conflicts: Iterable[Conflict], book: Book) -> Iterator[Section]:
    """One section with every conflict, and what would settle it."""
    yield Section(title="Where sources disagree", lines=tuple(conflict_lines(conflicts, book)))


def of_events(events: Iterable[Event], book: Book) -> Iterator[Section]:
    """One section with every happening: its type, its day, and who tells it in which words."""
    lines = []
    for event in events:
        lines.append(
            Line(
                text=f"{event.type}, {words.state(event.status)}, {words.span_of_days(event.time)}",
                claims=(event.id,),
            )
        )
        lines += [book.told([claim], level=1) for claim in book.of(event.claims)]
    yield Section(title="Happenings", lines=tuple(lines))
