"""What people add to a workspace by hand: claims of their own, corrections, and taking things back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, get_args

from detente.errors import InputError, UnknownNameError
from detente.ledger import decode, entry_of
from detente.records import (
    Article,
    Asserted,
    Assertion,
    Checked,
    Claim,
    Coding,
    CodingKind,
    Entry,
    Given,
    Placed,
    Retraction,
    State,
    content_id,
)
from detente.settings import Settings
from detente.sources.documents import document_of
from detente.workspace import collecting, forms, keeping
from detente.workspace.collecting import Result
from detente.workspace.forms import Fields
from detente.workspace.keeping import Keeper, Standing

if TYPE_CHECKING:
    from detente.reconciliation.coded import Coded


MADE = ("coding", "judgement", "retraction", "assertion")
"""The kinds of entries that people make."""


class Coder:
    """The part of a workspace in which people add their own words."""

    settings: Settings
    _whole: bool  # whether all of the ledger may be seen
    _keeper: Keeper
    _now: Callable[[], str]

    def add_claim(
        self,
        fields: Fields,
        *,
        note: str | None = None,
        document: str | None = None,
        quote: str | None = None,
        published: str | None = None,
        author: str | None = None,
        reason: str = "",
    ) -> Coding:
        """Keep a claim of one's own: of a note on an interview or a call, or of a report that was read.

        Args:
            fields: of the claim, by their public names; see :func:`detente.workspace.forms.filled`.
            note: the note that is written down; it becomes a document.
            document: instead of a note: the id of a report in the ledger, or its SHA-256.
            quote: the words that say so; left out, the whole text.
            published: of a note: the day from which it was known; left out, today.
            author: who says so; left out, the settings' author.
            reason: why, for those who review it.

        Raises:
            InputError: neither note nor report, words that are not in it, or a field that cannot be.
            UnknownNameError: no such report.
        """
        who = author or self.settings.author
        if (note is None) == (document is None):
            raise InputError("expected a note or a report; found both or neither; give one of them")
        article = self._noted(note, published, who) if note is not None else self._article_of(document or "")
        claim = forms.own_claim(fields, article, quote=quote, author=who)
        return self._code("own", None, claim, who, reason)

    def correct_claim(
        self, wanted: str, changes: Fields, *, author: str | None = None, reason: str = ""
    ) -> Coding:
        """Keep other words for a claim. It outranks the reader's and never replaces it.

        Args:
            wanted: id of the claim, or its beginning.
            changes: fields by their public names; a role that is None is taken out.
            author: who says so; left out, the settings' author.
            reason: why.

        Raises:
            UnknownNameError: no such claim.
            InputError: nothing changes, or a field cannot be.
        """
        who = author or self.settings.author
        claim, was = self._claim(wanted)
        return self._code("correction", was, forms.corrected(claim, changes, author=who), who, reason)

    def reject_claim(self, wanted: str, *, author: str | None = None, reason: str = "") -> Coding:
        """Keep that the text does not say this.

        Raises:
            UnknownNameError: no such claim.
        """
        return self._code("rejection", self._claim(wanted)[1], None, author or self.settings.author, reason)

    def confirm_claim(self, wanted: str, *, author: str | None = None, reason: str = "") -> Coding:
        """Keep that the text does say this.

        Raises:
            UnknownNameError: no such claim.
        """
        was = self._claim(wanted)[1]
        return self._code("confirmation", was, was, author or self.settings.author, reason)

    def retract(
        self, target: str, *, since: str | None = None, author: str | None = None, reason: str = ""
    ) -> Retraction:
        """Take something back: it stays in the ledger and no longer counts. A retraction can be retracted.

        Args:
            target: id of a coding, its claim, a judgement, a report or a retraction.
            since: a day of knowledge: who asks as known before it still sees it. None: it never counted.
            author: who takes it back; left out, the settings' author.
            reason: why.

        Raises:
            UnknownNameError: nothing of that id can be taken back.
        """
        who, entry = author or self.settings.author, self._retractable(target)
        name, made = _name_of(entry), self._now()
        since = keeping.checked_day("since", since)
        found = Retraction(
            id=content_id("rtr", name, who, made),
            target=name,
            reason=reason,
            author=who,
            made=made,
            since=since,
        )
        self._keeper.append([entry_of(found, known=since or entry.known)])
        return found

    def expect(
        self,
        what: Asserted,
        count: str,
        *,
        country: str | None = None,
        since: str | None = None,
        by: str | None = None,
        per: str | None = None,
        author: str | None = None,
        reason: str = "",
    ) -> Checked:
        """Keep what the record is expected to hold; every settle checks it, and a miss says by how much.

        Args:
            what: ``released``, ``pardoned`` or ``held``.
            count: in words, as ``"24"`` or ``"at least 24"``.
            country: who frees, pardons or holds.
            since: of happenings from this day on.
            by: of happenings up to this day; of stocks the last by it.
            per: by whose count.
            author: who expects it; left out, the settings' author.
            reason: why.

        Raises:
            InputError: no number, or no day.
        """
        for name, day in (("since", since), ("by", by)):
            keeping.checked_day(name, day)
        if what not in get_args(Asserted):
            raise InputError(f"expected one of {', '.join(get_args(Asserted))}; found {what!r}")
        quantity, who, made = forms.number(count), author or self.settings.author, self._now()
        found = Assertion(
            id=content_id("ast", what, quantity, country, since, by, per, who, made), what=what,
            count=quantity, country=country, since=since, by=by, per=per, reason=reason, author=who,
            made=made,
        )  # fmt: skip
        self._keeper.append([entry_of(found)])
        return next(c for c in self.state().assertions if c.assertion.id == found.id)

    def codings(self, *, known_by: str | None = None) -> tuple[Placed, ...]:
        """Every word of people on claims, and where it stands in the texts that are used now.

        One whose words are gone from a changed text is ``open``: it has no effect there until
        somebody looks. What was taken back is ``retracted``.
        """
        stands = self._standing(known_by)
        placed = _coded(stands).placed
        entries = self._keeper.read(known_by=known_by, kinds=("coding",)) if self._whole else ()
        every = [c for c in map(decode, entries) if isinstance(c, Coding)]
        live = {c.id for c in stands.codings}
        gone = (c for c in every if c.id not in live)
        back = (Placed(coding=c, document=c.about.document, status="retracted") for c in gone)
        return tuple(sorted((*placed, *back), key=lambda p: (p.coding.made, p.coding.id, p.document.sha256)))

    # -- wiring ------------------------------------------------------------------------------

    def _standing(self, known_by: str | None) -> Standing:
        raise NotImplementedError

    def state(self, *, as_of: str | None = None, known_by: str | None = None) -> State:
        """What the reports together support."""
        raise NotImplementedError

    def _code(
        self, kind: CodingKind, was: Claim | None, claim: Claim | None, author: str, reason: str
    ) -> Coding:
        made = self._now()
        id_ = content_id("cod", kind, was and was.id, claim, author, made)
        coding = Coding(id=id_, kind=kind, was=was, claim=claim, reason=reason, author=author, made=made)
        self._keeper.append([entry_of(coding)])
        return coding

    def _noted(self, note: str, published: str | None, author: str) -> Article:
        """The note as a document of its own, kept."""
        now = self._now()
        day = keeping.checked_day("published", published) or now[:10]
        given = Given(publisher=author, published=day, byline=author, encoding="utf-8")
        result = collecting.with_article(
            Result(path="note", document=document_of(note.encode(), "note", now, given))
        )
        if result.article is None:
            raise InputError("expected a note with words in it; found none; write what was said")
        self._keeper.append(keeping.entries(result))
        return result.article

    def _article_of(self, wanted: str) -> Article:
        for article in self._standing(None).articles:
            if wanted in (article.document.id, article.document.sha256):
                return article
        raise UnknownNameError(f"expected the id of a report in the ledger; found {wanted!r}")

    def _claim(self, wanted: str) -> tuple[Claim, Claim]:
        """The claim of this id as it stands, and the reader's claim that it stands for."""
        done = _coded(self._standing(None))
        claims = {c.id: c for r in done.readings for c in r.claims}
        codings = (p.coding for p in done.placed)
        claims |= {c.id: c for coding in codings for c in (coding.was, coding.claim) if c is not None}
        near = [wanted] if wanted in claims else sorted(i for i in claims if i.startswith(wanted))
        if len(near) != 1 or len(wanted) < 6:
            found = f"{len(near)} that begin so" if near else "none"
            raise UnknownNameError(f"expected the id of one claim; found {found} for {wanted!r}")
        claim = claims[near[0]]
        made_of = {p.coding.claim.id: p.coding.was for p in done.placed if p.coding.claim and p.coding.was}
        return claim, made_of.get(claim.id) or claim

    def _retractable(self, target: str) -> Entry:
        made = target.startswith(("cod_", "clm_", "jdg_", "rtr_", "ast_"))
        for entry in self._keeper.read(kinds=MADE if made else ("document",)):
            record = decode(entry)
            names = {getattr(record, "id", ""), getattr(record, "sha256", "")}
            if isinstance(record, Coding) and record.kind == "own" and record.claim is not None:
                names.add(record.claim.id)
            if target in names - {""}:
                return entry
        raise UnknownNameError(
            f"expected the id of a coding, judgement, report or retraction of the ledger; found {target!r}; "
            "a reader's claim is rejected, not retracted"
        )


def _name_of(entry: Entry) -> str:
    record = decode(entry)
    return str(getattr(record, "sha256", None) or getattr(record, "id", ""))


def _coded(stands: Standing) -> Coded:
    from detente.pipeline import one_per_document  # resolution brings numpy: only where it is needed
    from detente.reconciliation.coded import coded

    return coded(one_per_document(stands.readings), stands.articles, stands.codings)
