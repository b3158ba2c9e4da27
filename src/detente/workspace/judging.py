"""Who is who, and which reports tell one happening: the doubts, and people's words on them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import Literal, get_args

from detente.errors import InputError, UnknownNameError
from detente.ledger import entry_of
from detente.records import Article, Claim, Judgement, State, content_id
from detente.records.base import Record
from detente.records.links import Verdict4
from detente.settings import Settings
from detente.workspace.keeping import Keeper, Standing
from detente.workspace.warm import Warm

VERDICTS: tuple[str, ...] = get_args(Verdict4)
KINDS = ("entity", "event", "report")
COLUMNS = ("id", "about", "left", "right", "left_name", "right_name", "left_source", "right_source",
           "left_words", "right_words", "score", "reasons", "verdict", "reason")  # fmt: skip
"""The columns of the spreadsheet; ``verdict`` and ``reason`` are to be filled in."""
SHOWN = 3
"""Claims whose words are shown for each side."""


class Side(Record, frozen=True, kw_only=True):
    """One of the two that may be one."""

    key: str  # of a name ("<sha256>#<name>") or a claim
    name: str
    source: str  # publisher and day
    words: tuple[str, ...] = ()  # of the claims that speak of it
    claims: tuple[str, ...] = ()


class Candidate(Record, frozen=True, kw_only=True):
    """Two that may be one, side by side, with what speaks for and against. Nobody has decided it yet."""

    id: str
    about: Literal["entity", "event", "report"]
    left: Side
    right: Side
    score: float | None = None
    reasons: tuple[str, ...] = ()


class Judge:
    """The part of a workspace in which people say what is one and what is not."""

    settings: Settings
    _keeper: Keeper
    _warm: Warm
    _now: Callable[[], str]

    def candidates(self) -> tuple[Candidate, ...]:
        """The queue of doubts: names first, then happenings, each the likeliest first.

        What somebody has said *same*, *different* or *unsure* of is not in it; so a review that was left goes
        on where it stopped, and a judgement that is retracted brings the doubt back.

        Example:
            >>> from detente.workspace import open_workspace
            >>> with open_workspace() as workspace:
            ...     workspace.candidates()
            ()
        """
        stands, state = self._standing(None), self.state()
        doubts = [j for j in state.judgements if j.made is None and j.verdict == "unsure"]
        doubts += self._warm.doubts()
        sight = _Sight(state, stands.articles)
        found = (sight.candidate(j) for j in doubts)
        return tuple(sorted(found, key=lambda c: (c.about != "entity", -(c.score or 0), c.id)))

    def judge(self, wanted: str, verdict: str, *, reason: str = "", author: str | None = None) -> Judgement:
        """Keep what somebody says of a candidate. It is undone by :meth:`retract`, or by a later word.

        Args:
            wanted: the candidate's id.
            verdict: ``same``, ``different``, ``unsure``, or ``none`` to leave it to the rules again.
            reason: why.
            author: who says so; left out, the settings' author.

        Raises:
            UnknownNameError: no such candidate.
            InputError: no such verdict.
        """
        found = {c.id: c for c in self.candidates()}
        if wanted not in found:
            raise UnknownNameError(
                f"expected the id of a candidate; found {wanted!r}; `detente review --json` lists them"
            )
        c = found[wanted]
        return self.judge_pair(c.about, c.left.key, c.right.key, verdict, reason=reason, author=author)

    def judge_pair(
        self, about: str, left: str, right: str, verdict: str, *, reason: str = "", author: str | None = None
    ) -> Judgement:
        """Keep what somebody says of any two: names, happenings, or reports.

        Args:
            about: ``entity``, ``event`` or ``report``.
            left: the key of a name, the id of a claim, or of a report its id or SHA-256.
            right: the other.
            verdict: of two reports, whether they are one voice.
            reason: why.
            author: who says so; left out, the settings' author.

        Raises:
            InputError: no such verdict, or nothing of that kind.
        """
        judgement = self._judgement(self._there(), about, left, right, verdict, reason, author)
        self._keeper.append([entry_of(judgement)])
        return judgement

    def judge_rows(
        self, rows: Iterable[Mapping[str, str]], *, author: str | None = None
    ) -> tuple[Judgement, ...]:
        """Keep the words of a spreadsheet: rows with a verdict; all of them, or, where one is wrong, none.

        Args:
            rows: as :func:`row_of` gives them, with verdicts and reasons filled in.
            author: who says so.

        Raises:
            InputError: a row without its columns, or with a verdict that is none; it says which row.
        """
        made: list[Judgement] = []
        there = self._there()
        for number, row in enumerate(rows, 2):
            missing = [name for name in ("about", "left", "right", "verdict") if row.get(name) is None]
            if missing:
                raise InputError(
                    f"row {number}: expected the columns {', '.join(missing)}; found none; export anew"
                )
            if row["verdict"].strip():
                try:
                    made.append(
                        self._judgement(
                            there, row["about"], row["left"], row["right"], row["verdict"].strip().lower(),
                            row.get("reason") or "", author,
                        )
                    )  # fmt: skip
                except InputError as error:
                    raise InputError(f"row {number}: {error}; nothing was kept") from error
        self._keeper.append([entry_of(j) for j in made])
        return tuple(made)

    def judgements(self) -> tuple[Judgement, ...]:
        """Every word of people on what is one, in order of time, those taken back left out."""
        return tuple(sorted(self._standing(None).judgements, key=lambda j: (j.made or "", j.id)))

    # -- wiring ------------------------------------------------------------------------------

    def _judgement(
        self, there: _There, about: str, left: str, right: str, verdict: str, reason: str, author: str | None
    ) -> Judgement:
        if verdict not in VERDICTS:
            raise InputError(f"expected a verdict out of {', '.join(VERDICTS)}; found {verdict!r}")
        if about not in KINDS:
            raise InputError(f"expected one of {', '.join(KINDS)}; found {about!r}")
        left, right = there.one(about, left), there.one(about, right)
        if left == right:
            raise InputError(f"expected two that may be one; found {left!r} twice")
        who, made = author or self.settings.author, self._now()
        return Judgement(
            id=content_id("jdg", about, left, right, verdict, who, made, reason),
            about=about, left=left, right=right, verdict=verdict, author=who, made=made,  # type: ignore[arg-type]
            reasons=(reason,) if reason else (),
        )  # fmt: skip

    def _there(self) -> _There:
        return _There(self._standing(None))

    def _standing(self, known_by: str | None) -> Standing:
        raise NotImplementedError

    def state(self) -> State:
        """What the reports together support."""
        raise NotImplementedError


class _There:
    """What may be judged of: what is kept, and stands. Nothing is settled to know it."""

    def __init__(self, stands: Standing) -> None:
        self._stands = stands

    @cached_property
    def reports(self) -> Mapping[str, str]:
        """Id or SHA-256 of a report → its SHA-256."""
        documents = [r.document for r in self._stands.readings] + [a.document for a in self._stands.articles]
        return {name: d.sha256 for d in documents for name in (d.sha256, d.id)}

    @cached_property
    def claims(self) -> frozenset[str]:
        """The claims of all reports, as people corrected them."""
        from detente.pipeline import chosen_of  # brings the stages, which a word on a name does not need

        chosen = chosen_of(self._stands.readings, self._stands.articles, self._stands.codings)
        return frozenset(c.id for reading in chosen for c in reading.claims)

    def one(self, about: str, wanted: str) -> str:
        """The key of it.

        Raises:
            InputError: there is no such thing.
        """
        found: str | None = None
        if about == "event":
            kind = "the id of a claim that stands"
            found = wanted if wanted in self.claims else None
        elif about == "report":
            kind = "the id or SHA-256 of a report"
            found = self.reports.get(wanted)
        else:
            kind = "the key of a name"
            document, _, name = wanted.partition("#")
            found = wanted if name and self.reports.get(document) == document else None
        if found is None:
            raise InputError(f"expected {kind}; found {wanted!r}")
        return found


def row_of(candidate: Candidate) -> dict[str, str]:
    """A candidate as a row of a spreadsheet, with ``verdict`` and ``reason`` to be filled in."""
    left, right = candidate.left, candidate.right
    score = "" if candidate.score is None else f"{candidate.score:.2f}"
    told = (
        candidate.id, candidate.about, left.key, right.key, left.name, right.name, left.source, right.source,
        " / ".join(left.words), " / ".join(right.words), score, "; ".join(candidate.reasons), "", "",
    )  # fmt: skip
    return dict(zip(COLUMNS, told, strict=True))


class _Sight:
    """What a person needs to see of two: names, sources, words."""

    def __init__(self, state: State, articles: Iterable[Article]) -> None:
        self._claims = {c.id: c for c in state.claims}
        self._articles = {a.document.sha256: a for a in articles}
        self._naming: dict[str, list[Claim]] = {}
        for claim in state.claims:
            for filler in (f for fillers in claim.roles.values() for f in fillers if f.kind == "person"):
                self._naming.setdefault(f"{claim.document.sha256}#{filler.name}", []).append(claim)

    def candidate(self, j: Judgement) -> Candidate:
        look = self._name if j.about == "entity" else self._told
        left, right = look(j.left), look(j.right)
        score, reasons = j.score, j.reasons
        if j.about == "entity":
            from detente.language.names import compare

            found = compare(left.name, right.name)
            score = round(found.score, 2)
            reasons = (*(f"{r.rule}: {r.what}" for r in found.reasons), *j.reasons)
        return Candidate(id=j.id, about=j.about, left=left, right=right, score=score, reasons=reasons)

    def _name(self, key: str) -> Side:
        document, _, name = key.partition("#")
        claims = {c.id: c.span.exact for c in self._naming.get(key, [])}
        words = tuple(claims.values())[:SHOWN]
        return Side(key=key, name=name, source=self._source(document), words=words, claims=tuple(claims))

    def _told(self, key: str) -> Side:
        claim = self._claims[key]
        source = self._source(claim.document.sha256)
        return Side(key=key, name=claim.type, source=source, words=(claim.span.exact,), claims=(key,))

    def _source(self, document: str) -> str:
        article = self._articles.get(document)
        if article is None:
            return document[:12]
        return f"{article.publisher or article.document.path}, {article.published or 'no date'}"
