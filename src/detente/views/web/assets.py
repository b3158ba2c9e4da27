"""The files a page needs beside itself: style, scripts, letters, an icon; nothing from elsewhere."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib import resources

from fastapi import APIRouter, Request
from starlette.responses import Response

TYPES = {"css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml",
         "woff2": "font/woff2"}  # fmt: skip
FONTS = tuple(
    f"{family}-{script}-{style}.woff2"
    for family, styles in (("serif", ("normal", "italic")), ("sans", ("normal",)))
    for script in ("latin", "latin-ext", "cyrillic")
    for style in styles
)
FILES = ("desk.css", "desk.js", "htmx.min.js", "icon.svg", *FONTS)
"""Those that are given out: a name from a request is looked up here, never in a folder."""

router = APIRouter(include_in_schema=False)


@cache
def _file(name: str) -> tuple[bytes, str]:
    raw = resources.files(__package__).joinpath("static", name).read_bytes()
    return raw, f'"{hashlib.sha256(raw).hexdigest()[:32]}"'


@router.get("/static/{name}", response_model=None)
def static(request: Request, name: str) -> Response:
    """A file, with its ETag."""
    if name not in FILES:
        return Response("no such file\n", 404, media_type="text/plain")
    raw, tag = _file(name)
    headers = {"ETag": tag, "Cache-Control": "public, max-age=86400" if name in FONTS else "no-cache"}
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers=headers)
    return Response(raw, headers=headers, media_type=TYPES[name.rpartition(".")[2]])
