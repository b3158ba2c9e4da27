"""The head of a report: tags, title, standfirst, byline, dates and dateline, up to its first words."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass, field

from detente.articles.datelines import Dateline, dateline
from detente.articles.letterheads import (
    best_name,
    is_letterhead,
    is_outlet_line,
    motto_of,
    sender_in,
    sender_of,
    senders,
)
from detente.articles.lines import Line, ends_sentence, live_stamp
from detente.articles.mastheads import Masthead, masthead, sends, written
from detente.articles.phrases import captions
from detente.articles.signatures import Dated, Signature, opens_with_stamp, sign
from detente.articles.titles import (
    is_section,
    is_signed,
    is_standfirst,
    is_tag,
    is_title,
    may_be_sentence_standfirst,
)

_LOOKED_AT = 24  # lines: no head is longer
_JUNK_AFTER_STAMP = 100
_CAPTION = 300


@dataclass
class Head:
    """What stands before a report's first words, by line number and by offset."""

    title: int | None = None
    standfirsts: list[int] = field(default_factory=list)
    captions: list[int] = field(default_factory=list)
    furniture: list[tuple[int, int]] = field(default_factory=list)
    whole: set[int] = field(default_factory=set)  # lines that are furniture from end to end
    title_start: int | None = None
    dates: list[tuple[int, Dated]] = field(default_factory=list)  # how much each counts
    byline: str | None = None
    publisher: str | None = None
    number: str | None = None
    place: str | None = None
    credit: str | None = None
    body: int = 0  # the number of the first line of the report itself
    kind: bool = False  # a line says what the paper is: a press statement, a media note
    senders: list[str] = field(default_factory=list)  # names on lines of their own

    def take(self, number: int, line: Line) -> None:
        """Mark a whole line as furniture."""
        self.furniture.append((line.start, line.end))
        self.whole.add(number)


def is_caption(line: Line) -> bool:
    """Does the line stand under a picture or a film?"""
    if line.length > _CAPTION:
        return False
    return captions().start.match(line.text) is not None or captions().end.search(line.text) is not None


def read_head(text: str, lines: Sequence[Line], junk: Set[int], *, titled: bool) -> Head:
    """Read the first lines, as far as they are no report yet.

    Args:
        text: the whole text.
        lines: its lines.
        junk: numbers of lines that are boilerplate.
        titled: the title is known already, and need not stand in the text.
    """
    head = Head()
    numbers = [i for i in range(min(len(lines), _LOOKED_AT)) if i not in junk]
    head.body = numbers[0] if numbers else len(lines)
    for at, number in enumerate(numbers):
        head.body = number
        following = [lines[n] for n in numbers[at + 1 :]]
        if not _take(text, lines[number], number, following, head, titled=titled):
            break
    else:
        head.body = len(lines) if len(numbers) == len(lines) - len(junk) else head.body
    _name_publisher(text, lines, head)
    return head


def _name_publisher(text: str, lines: Sequence[Line], head: Head) -> None:
    """The publisher by the letterhead; a statement without one may name its sender in its title."""
    title = lines[head.title].text if head.title is not None else ""
    name = best_name(head.senders) or sender_of(title)
    below = text[lines[head.body].start :] if head.body < len(lines) else ""
    if name is None and head.kind:
        name = sender_in(title, below)
    if name is not None:
        head.publisher = head.publisher or written(name, below)


def _take(text: str, line: Line, number: int, following: Sequence[Line], head: Head, *, titled: bool) -> bool:
    """Put a line into the head; False when the report begins with it."""
    if head.title is None and (name := motto_of(line, following)) is not None:
        head.senders.append(name)
        head.take(number, line)
        return True
    if _take_dateline(line, head):
        return _is_alone(line, number, head)
    found = masthead(line.text)
    plain = found is not None and (found.kind or found.number is not None or not found.names)
    if plain and _take_masthead(line, number, following, head, titled=titled):
        return True
    signature = sign(line.text)
    if signature is not None:
        rest = _take_signature(text, line, number, signature, head, titled=titled)
        if rest is None:
            return True
        if _take_dateline(rest, head):
            return _is_alone(rest, number, head)
        line = rest
    elif _take_masthead(line, number, following, head, titled=titled):
        return True
    return _take_words(text, line, number, following, head, titled=titled)


def _take_dateline(line: Line, head: Head) -> bool:
    found: Dateline | None = dateline(line.text)
    if found is None:
        return False
    head.furniture.append((line.start, line.start + len(line.text[: found.end].rstrip())))
    head.place, head.credit = found.place or head.place, found.credit
    if found.date is not None:
        head.dates.append((3, Dated(found.date, "")))
    return True


def _is_alone(line: Line, number: int, head: Head) -> bool:
    """Does the dateline just taken fill its line, so that the report begins with the next?"""
    if head.furniture[-1][1] < line.end:
        return False
    head.whole.add(number)
    return True


def _take_signature(
    text: str, line: Line, number: int, signature: Signature, head: Head, *, titled: bool
) -> Line | None:
    """Keep what a line signs; the words that follow it in the line, or None."""
    rest = line.rest(text, signature.end)
    knows_title = titled or head.title is not None
    stamp = knows_title and bool(signature.dates) and _is_stamp(rest)
    if rest.length and not stamp and not opens_with_stamp(line.text, signature):
        return line  # "By …", "On 4 March …" open a sentence
    for dated in signature.dates:
        head.dates.append((_weight(dated, signature, after_title=knows_title), dated))
    head.byline = head.byline or signature.byline
    head.publisher = head.publisher or signature.publisher
    head.number = head.number or signature.number
    if rest.length == 0 or stamp:
        head.take(number, line)
        return None
    head.furniture.append((line.start, line.start + len(line.text[: signature.end].rstrip())))
    return rest


def _is_stamp(rest: Line) -> bool:
    """Is what follows a date below the title only the desk's stamp: short, and no sentence?"""
    return rest.length <= _JUNK_AFTER_STAMP and not ends_sentence(rest.text)


def _weight(dated: Dated, signature: Signature, *, after_title: bool) -> int:
    """How much a date counts as the day of publication."""
    if dated.label == "published":
        return 6
    if dated.label == "updated":
        return 1
    if signature.byline is not None or signature.number is not None:
        return 5
    return 4 if after_title or dated.label == "plain" else 2


def _take_masthead(line: Line, number: int, following: Sequence[Line], head: Head, *, titled: bool) -> bool:
    """Keep what a line of names, kinds and a date says of the paper, if it is no title itself."""
    found = masthead(line.text)
    if found is None or not following:
        return False
    knows_title = titled or head.title is not None
    if not (knows_title or found.known or head.senders or _title_below(line, following)):
        return False
    _place_names(found, head, alone=not knows_title)
    head.kind = head.kind or found.kind
    head.number = head.number or found.number
    head.dates += [(6 if d.label == "published" else 5 if found.known else 4, d) for d in found.dates]
    head.take(number, line)
    return True


def _place_names(found: Masthead, head: Head, *, alone: bool) -> None:
    """Names of a masthead: the first or the one that publishes to the senders, another is a place."""
    names = list(found.names)
    taken = head.publisher is not None or bool(head.senders)
    placed = found.place is not None or not (found.kind or alone)
    publishing = [n for n in names if sends(n)] or (names[:1] if placed and not taken else [])
    head.senders += publishing
    others = [n for n in names if n not in publishing]
    head.place = head.place or found.place or (others[0] if others else None)


def _take_letterhead(
    text: str, line: Line, number: int, following: Sequence[Line], head: Head, *, titled: bool
) -> bool:
    """Keep the sender's name on a line of its own: above the title, or beside the date below it."""
    if head.title is None and not titled:
        found = is_letterhead(text, line, following, kind=head.kind)
    else:
        below_signed = number - 1 in head.whole
        found = is_outlet_line(line, following, below_signed=below_signed)
    if not found:
        return False
    head.senders += senders(line.text)
    head.take(number, line)
    return True


def _take_words(
    text: str, line: Line, number: int, following: Sequence[Line], head: Head, *, titled: bool
) -> bool:
    next_line = following[0] if following else None
    if is_caption(line):
        head.captions.append(number)
        return True
    if head.title is not None and is_section(line) and not line.gap and following:
        head.take(number, line)
        return True
    if head.title is None and is_tag(line, next_line) and _title_below(line, following):
        head.publisher = head.publisher or (line.text if not is_section(line) else None)
        head.take(number, line)
        return True
    if _take_letterhead(text, line, number, following, head, titled=titled):
        return True
    if head.title is None and is_title(line, next_line):
        head.title, head.title_start = number, line.start
        return True
    if (head.title is None and not titled) or live_stamp(line.text) is not None:
        return False
    return _take_standfirst(line, number, following, head)


def _title_below(line: Line, following: Sequence[Line]) -> bool:
    """Does a longer title stand below what may be a tag?"""
    if len(following) < 2:
        return False
    return is_title(following[0], following[1]) and following[0].length > line.length


def _take_standfirst(line: Line, number: int, following: Sequence[Line], head: Head) -> bool:
    if len(head.standfirsts) >= 2 or not following:
        return False
    signed_below = any(is_signed(other) for other in following[:2]) and len(following) > 2
    close = not line.gap and head.title is not None and is_standfirst(line, following[0])
    if close or (signed_below and may_be_sentence_standfirst(line)):
        head.standfirsts.append(number)
        return True
    return False
