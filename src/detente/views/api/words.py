"""The routes for people's words: what is in doubt, what was said of it, and saying it; and search."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Body, Query, Request
from starlette.responses import Response

from detente.records import Coding, Judgement, Placed, to_json
from detente.views.api import formats
from detente.views.api.paging import page
from detente.views.api.routes import DAY, AsOf, Cursor, Id, KnownBy, Limit
from detente.views.api.schema import answers, listed, ref
from detente.views.serving import Gate
from detente.workspace import Workspace
from detente.workspace.judging import Candidate
from detente.workspace.searching import Hit, Wanted

Text = Annotated[str | None, Query(max_length=200)]
Day = Annotated[str | None, Query(pattern=DAY)]
Reason = Annotated[str, Body(max_length=2000, description="Why.")]
Verdict = Literal["same", "different", "unsure", "none"]


def wording(gate: Gate) -> APIRouter:
    """Search, and the words of people."""
    router = APIRouter(tags=["words"])
    _reads(router, gate)
    _writes(router, gate)
    return router


def _reads(router: APIRouter, gate: Gate) -> None:
    def search(
        request: Request, q: Annotated[str, Query(max_length=500)],
        type: Text = None, mode: Text = None, source: Text = None, verdict: Text = None,  # noqa: A002
        first: Day = None, last: Day = None, as_of: AsOf = None, known_by: KnownBy = None,
    ) -> Response:  # fmt: skip
        view = gate.desk(request).view(as_of, known_by)
        hits = view.index.search(q, Wanted(type, mode, source, verdict, first, last))
        return formats.many(request, hits, {"Detente-Head": view.head}, Hit.__struct_fields__)

    router.add_api_route(
        "/search", search, summary="Claims, reports, persons: words, or a name in any script.",
        operation_id="get-search", response_model=None,
        responses=answers(listed(Hit), 304, 406, 422, 503, many=True),
    )  # fmt: skip
    for name, record, found, what in (
        ("candidates", Candidate, lambda w: w.candidates(), "List: two that may be one, nobody has decided."),
        ("codings", Placed, lambda w: w.codings(), "List: words of people on claims."),
        ("reviews", Judgement, lambda w: w.judgements(), "List: words of people on what is one."),
    ):
        _list(router, gate, name, record, found, what)


def _list(
    router: APIRouter, gate: Gate, name: str, record: Any, found: Callable[[Workspace], Any], what: str
) -> None:
    def endpoint(request: Request, limit: Limit = 100, cursor: Cursor = None) -> Response:
        head, items = gate.desk(request).room.call(lambda w: (w.head(), found(w)))
        part = page(request, items, limit=limit, cursor=cursor, head=head)
        return formats.many(request, part.items, part.headers, record.__struct_fields__)

    router.add_api_route(
        f"/{name}", endpoint, summary=what, operation_id=f"get-{name}", response_model=None,
        responses=answers(listed(record), 304, 406, 410, 422, 503, many=True),
    )  # fmt: skip


def _writes(router: APIRouter, gate: Gate) -> None:
    def judge(request: Request, id: Id, verdict: Annotated[Verdict, Body()], reason: Reason = "") -> Response:  # noqa: A002
        return _kept(gate, request, lambda w, who: w.judge(id, verdict, reason=reason, author=who))

    def correct(
        request: Request,
        id: Id,  # noqa: A002
        changes: Annotated[dict[str, Any], Body()],
        reason: Reason = "",
    ) -> Response:
        return _kept(gate, request, lambda w, who: w.correct_claim(id, changes, author=who, reason=reason))

    for path, function, record, what in (
        ("/candidates/{id}", judge, Judgement, "Say whether the two are one; the last word of each counts."),
        (
            "/claims/{id}/confirmation",
            _word(gate, Workspace.confirm_claim),
            Coding,
            "Say that the text does say this.",
        ),
        (
            "/claims/{id}/rejection",
            _word(gate, Workspace.reject_claim),
            Coding,
            "Say that the text does not say this.",
        ),
        ("/claims/{id}/correction", correct, Coding, "Say what the text says instead; the reader's stays."),
    ):
        name = path.strip("/").replace("/", "-").replace("{id}", "id")
        router.add_api_route(
            path, function, methods=["POST"], status_code=201, summary=what, operation_id=f"post-{name}",
            response_model=None, responses=answers(ref(record), 404, 413, 422, 503, ok=201),
        )  # fmt: skip


def _word(gate: Gate, keep: Callable[..., Coding]) -> Callable[..., Response]:
    """A word on a claim that needs nothing but a reason."""

    def word(
        request: Request,
        id: Id,  # noqa: A002
        reason: Annotated[str, Body(embed=True, max_length=2000)] = "",
    ) -> Response:
        return _kept(gate, request, lambda w, who: keep(w, id, author=who, reason=reason))

    return word


def _kept(gate: Gate, request: Request, work: Callable[[Workspace, str], object]) -> Response:
    desk, account = gate.desk(request), gate.account(request)
    author = account.name if account else desk.settings.author
    return Response(to_json(desk.write(lambda workspace: work(workspace, author))), 201, None, formats.JSON)
