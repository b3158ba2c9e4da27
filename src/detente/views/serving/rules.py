"""Who may do what: one line for each route. A route without a line is open to nobody."""

from __future__ import annotations

from typing import Literal, NamedTuple

Role = Literal["reader", "analyst", "reviewer", "admin"]
ROLES: tuple[Role, ...] = ("reader", "analyst", "reviewer", "admin")
"""Each may do what those before it may."""
CLEARANCE: dict[Role, str] = {
    "reader": "named_publicly", "analyst": "at_risk", "reviewer": "sealed", "admin": "sealed",
}  # fmt: skip
"""How sensitive what they see may be. Who judges what texts say must see the texts."""
Scope = Literal["read", "upload", "review", "admin"]
SCOPES: tuple[Scope, ...] = ("read", "upload", "review", "admin")
"""What a token may be used for."""


class Rule(NamedTuple):
    """What a route asks of who calls it."""

    role: Role | None  # the least; None: anybody, signed in or not
    scope: Scope = "read"
    data: bool = True  # whether records may be in the answer, so that it is noted where they are at risk


OPEN = Rule(None, data=False)
READ = Rule("reader")
LIST = ("claims", "deals", "people", "measures", "counts", "conflicts", "events", "entities", "groups",
        "judgements", "documents")  # fmt: skip
PAGES = ("deal/{name}", "people", "person/{name}", "measures", "reports", "report/{name}", "conflicts", "map",
         "network", "timeline", "evidence", "changes", "search", "export", "ask", "ask/{name}")  # fmt: skip
LOOKS = ("claims", "article", "sentences")

RULES: dict[tuple[str, str], Rule] = {
    **{("GET", f"/{name}"): READ for name in LIST},
    **{("GET", f"/{name}/{{id}}"): READ for name in LIST if name not in ("counts", "conflicts")},
    **{("GET", f"/desk/{name}"): READ for name in PAGES},
    ("GET", "/"): READ,
    ("GET", "/state"): READ,
    ("GET", "/ask/{name}"): READ,
    ("GET", "/trace/{id}"): READ,
    ("GET", "/questions"): Rule("reader", data=False),
    ("GET", "/articles/{id}"): Rule("reviewer"),
    ("GET", "/issues"): Rule("reviewer"),
    ("GET", "/desk/review"): Rule("reviewer"),
    ("POST", "/desk/review"): Rule("reviewer", "review"),
    ("GET", "/search"): READ,
    **{("GET", f"/{name}"): Rule("reviewer") for name in ("candidates", "codings", "reviews")},
    **{
        ("POST", path): Rule("reviewer", "review")
        for path in (
            "/candidates/{id}",
            "/claims/{id}/confirmation",
            "/claims/{id}/rejection",
            "/claims/{id}/correction",
        )
    },
    **{("POST", f"/look/{name}"): Rule("analyst", "upload", data=False) for name in LOOKS},
    **{("GET", path): Rule("reader", data=False) for path in ("/codebook", "/codebook/{id}")},
    **{("GET", path): Rule("admin", "admin") for path in ("/verify", "/check")},
    ("POST", "/documents"): Rule("analyst", "upload"),
    ("GET", "/jobs/{id}"): Rule("analyst", "upload"),
    ("GET", "/jobs/{id}/events"): Rule("analyst", "upload"),
    ("GET", "/metrics"): Rule("admin", "admin", data=False),
    ("GET", "/health"): OPEN,
    ("GET", "/openapi.json"): OPEN,
    ("GET", "/static/{name}"): OPEN,
    ("GET", "/desk/login"): OPEN,
    ("POST", "/desk/login"): OPEN,
    ("POST", "/desk/logout"): Rule("reader", data=False),
}
"""By method and path, as the application knows it."""


def may(role: str, rule: Rule) -> bool:
    """Whether this role is enough.

    >>> may("analyst", Rule("reader")), may("reader", Rule("admin"))
    (True, False)
    """
    return rule.role is None or (role in ROLES and ROLES.index(role) >= ROLES.index(rule.role))
