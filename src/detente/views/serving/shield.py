"""What stands around every answer: headers that keep a browser in, a bound on bodies, the clock.

A plain ASGI middleware: it never holds an answer back, so that streams stay streams.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from detente.views.serving.metrics import Metrics

POLICY = "; ".join((
    "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:", "font-src 'self'",
    "connect-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'",
))  # fmt: skip
"""Nothing but our own files: no script in a page, no style in a tag, no other host."""
HEADERS: tuple[tuple[bytes, bytes], ...] = (
    (b"content-security-policy", POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), microphone=(), geolocation=(), interest-cohort=()"),
)
TOO_LARGE = (
    b'{"type":"about:blank","title":"Content Too Large","status":413,'
    b'"detail":"expected a body of at most %d bytes; found more; split it"}'
)
WRONG_HOST = (
    b'{"type":"about:blank","title":"Misdirected Request","status":421,'
    b'"detail":"expected to be called by a name of this machine; found another in Host; '
    b'open the address that detente serve printed"}'
)


WRONG_ORIGIN = (
    b'{"type":"about:blank","title":"Forbidden","status":403,'
    b'"detail":"expected a request of our own pages or of a program; found one sent by another site; '
    b'nothing was done"}'
)
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


class Shield:
    """Around the whole application.

    Args:
        app: what is inside.
        limit: bytes a body may have.
        hosts: names under which we may be called: a page of another host that points its name at this
            machine gets nothing.
        metrics: where answers are counted.
        clock: seconds.
    """

    def __init__(
        self, app: ASGIApp, *, limit: int, hosts: Sequence[str], metrics: Metrics, clock: Callable[[], float]
    ) -> None:
        self._app, self._limit, self._hosts = app, limit, frozenset(hosts)
        self._metrics, self._clock = metrics, clock

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        start, status = self._clock(), [500]

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                status[0] = message["status"]
                message["headers"] = [*message["headers"], *HEADERS]
            await send(message)

        headers = dict(scope["headers"])
        if _host(headers) not in self._hosts:
            await _refuse(sent, 421, WRONG_HOST)
        elif scope["method"] not in _SAFE and _foreign(headers):
            await _refuse(sent, 403, WRONG_ORIGIN)
        elif _length(headers) > self._limit:
            await _refuse(sent, 413, TOO_LARGE % self._limit)
        else:
            await self._bounded(scope, receive, sent)
        route = getattr(scope.get("route"), "path", "other")
        self._metrics.count(route, status[0], self._clock() - start)

    async def _bounded(self, scope: Scope, receive: Receive, sent: Send) -> None:
        """A body that says nothing of its length is counted while it comes."""
        size = 0

        async def counted() -> Message:
            nonlocal size
            message = await receive()
            size += len(message.get("body", b""))
            if size > self._limit:
                raise HTTPException(
                    413, f"expected a body of at most {self._limit} bytes; found more; split it"
                )
            return message

        await self._app(scope, counted, sent)


def _host(headers: dict[bytes, bytes]) -> str:
    """
    >>> _host({b"host": b"127.0.0.1:8000"}), _host({b"host": b"[::1]:8000"}), _host({b"host": b"Desk"})
    ('127.0.0.1', '[::1]', 'desk')
    """
    name = headers.get(b"host", b"").decode("latin-1").lower()
    head, colon, port = name.rpartition(":")
    return head if colon and port.isdigit() else name


def _foreign(headers: dict[bytes, bytes]) -> bool:
    """Was this sent by a page of another site? Programs say nothing of an origin.

    >>> _foreign({b"host": b"localhost:8000", b"origin": b"http://localhost:8000"})
    False
    >>> _foreign({b"host": b"localhost:8000", b"origin": b"null"})
    True
    """
    if headers.get(b"sec-fetch-site", b"none") not in (b"none", b"same-origin"):
        return True
    origin = headers.get(b"origin")
    return origin is not None and origin.partition(b"://")[2].lower() != headers.get(b"host", b"").lower()


def _length(headers: dict[bytes, bytes]) -> int:
    given = headers.get(b"content-length", b"0")
    return int(given) if given.isdigit() and len(given) < 20 else 0


async def _refuse(send: Send, status: int, body: bytes) -> None:
    kind = [(b"content-type", b"application/problem+json"), (b"content-length", str(len(body)).encode())]
    await send(
        {"type": "http.response.start", "status": status, "headers": [*kind, (b"connection", b"close")]}
    )
    await send({"type": "http.response.body", "body": body})
