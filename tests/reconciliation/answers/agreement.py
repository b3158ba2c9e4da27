"""Does an answer say what the shared gold of one deal in six reports expects, row for row?

Each question has its comparison below. Reports are compared as sets over the whole answer; ``m2``, a
copy of ``m1``, may be left out. What comes back is a list of differences: empty is agreement.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from detente.reconciliation.answers.keys import country

Json = dict[str, Any]
COPY = "m2"
PUT: Mapping[int, tuple[str, dict[str, str]]] = {
    1: ("released", {"from": "2026-03-05", "to": "2026-03-05"}),
    2: ("how-many", {}),
    3: ("adds-up", {}),
    4: ("status", {"person": "Kerim Dovletov"}),
    5: ("freed-and-held", {}),
    6: ("still-inside", {}),
    7: ("pardoned-not-seen", {}),
    8: ("taken-again", {}),
    9: ("expelled", {}),
    10: ("nationals", {}),
    11: ("who-calls", {}),
    15: ("measures", {"sector": "cotton"}),
    16: ("step", {"sector": "cotton", "country": "United States"}),
    17: ("excluded", {}),
    18: ("stays", {}),
    19: ("measure-history", {"sector": "cotton", "country": "United States"}),
    20: ("press-v-law", {}),
    23: ("reversible", {}),
    24: ("deal", {}),
    25: ("linkage", {}),
    27: ("talks", {}),
    28: ("unperformed", {}),
    29: ("first", {}),
    33: ("reactions", {}),
    36: ("sources", {}),
}
"""How each question of the gold is put: its name and its filters."""
# Answers about a set of people that the gold keeps to those who answer the question by name.
PERSONS_ONLY = {1}


def agrees(expected: Json, answer: Json) -> list[str]:
    """What differs between the expected row of the gold and our answer."""
    number, answer = int(expected["q"]), json.loads(json.dumps(answer))
    rows = [r for r in answer["rows"] if not (number in PERSONS_ONLY and r["cells"]["is"] != "person")]
    bad = (
        []
        if answer["verdict"] in _words(expected, rows, number, answer)
        else [f"verdict {answer['verdict']}"]
    )
    bad += _reports(expected, rows)
    bad += _forbidden(expected, rows)
    try:
        bad += ROWS[number](expected["answer"], rows)
    except (KeyError, TypeError, IndexError, StopIteration, ValueError) as error:
        bad.append(f"shape: {error!r}")
    return bad


def _words(expected: Json, rows: list[Json], number: int, answer: Json) -> set[str]:
    if number in PERSONS_ONLY and rows:  # the groups beside them have a verdict of their own
        order = ["contested", "single-source", "supported", "confirmed"]
        answer["verdict"] = min((r["verdict"] for r in rows), key=order.index)
    return {expected["verdict"], *expected["verdict_also"]}


def _reports(expected: Json, rows: list[Json]) -> list[str]:
    """The reports behind the answer: no report missing, none too many; of a copy only its original counts."""
    found = {d for r in rows for d in r["documents"]} - {COPY}
    wanted = set(expected["reports"]) - {COPY}
    return [] if found == wanted else [f"reports {sorted(found)} for {sorted(wanted)}"]


def _forbidden(expected: Json, rows: list[Json]) -> list[str]:
    """No statement that the gold rules out; names are looked for in the cells, phrases by their question."""
    told = json.dumps([r["cells"] for r in rows if r["cells"].get("votes", 1) != 0])
    names = [n for n in expected["must_not"] if n[0].isupper() and len(n.split()) == 2 and n != "EU eased"]
    names = [n for n in names if not n.startswith("US ")]
    return [f"must not: {n}" for n in names if n in told and " ".join(n.split()[:2]) == n]


def _count(cell: Json | None) -> list[Any] | None:
    return None if cell is None else [cell["lo"], cell["hi"]]


def _same(what: str, got: object, wanted: object) -> list[str]:
    return [] if got == wanted else [f"{what}: {got!r} for {wanted!r}"]


def _sets(got: list[Any], wanted: list[Any]) -> list[str]:
    left, right = sorted(map(repr, got)), sorted(map(repr, wanted))
    return [] if left == right else [f"{got} for {wanted}"]


def _in(part: str | None, whole: object) -> bool:
    return part is None or part.lower() in json.dumps(whole, ensure_ascii=False).lower()


def _cells(rows: list[Json], *columns: str) -> list[list[Any]]:
    return [[r["cells"][c] for c in columns] for r in rows]


def _released(want: list[Json], rows: list[Json]) -> list[str]:
    got = [[*c, r["verdict"]] for c, r in zip(_cells(rows, "who", "released", "to"), rows, strict=True)]
    return _sets(got, [[w["person"], w["released"], w["to"], w["verdict"]] for w in want])


def _how_many(want: Json, rows: list[Json]) -> list[str]:
    head = {r["cells"]["what"]: r for r in rows if r["cells"]["owner"] is None}
    bad = _same("released", _count(head["released"]["cells"]["count"]), list(want["released"].values()))
    for w in want["by_owner"]:
        own = [r for r in rows if r["cells"]["owner"] and r["cells"]["what"] == w["what"]]
        hit = [r for r in own if _in(w["owner"], r["cells"]["owner"])]
        told = [r for r in hit if _count(r["cells"]["count"]) == [w["count"]["lo"], w["count"]["hi"]]]
        bad += [] if told else [f"no {w['what']} by {w['owner']}"]
        before = w.get("superseded")
        if before and told:
            lost = [s for s in told[0]["cells"]["superseded"] if s.startswith(str(before["count"]["lo"]))]
            bad += [] if lost else ["superseded"]
        if "verdict" in w:
            bad += _same(w["what"], head[w["what"]]["verdict"], w["verdict"])
    return bad


def _adds_up(want: Json, rows: list[Json]) -> list[str]:
    total, *rest = rows
    bad = _same("total", _count(total["cells"]["count"]), list(want["total"].values()))
    parts = [[r["cells"]["to"], _count(r["cells"]["count"]), r["verdict"]] for r in rest if r["cells"]["to"]]
    bad += _sets(parts, [[p["to"], list(p["count"].values()), p["verdict"]] for p in want["parts"]])
    left = next(r for r in rest if r["cells"]["to"] is None)
    bad += _same("remainder", _count(left["cells"]["count"]), list(want["remainder"].values()))
    return bad + _same("derived", left["rule"] is not None, want["remainder_derived"])


def _status(want: Json, rows: list[Json]) -> list[str]:
    bad = []
    for track, w in want.items():
        row = next(r for r in rows if r["cells"]["track"] == track)
        cells, value = row["cells"], w["value"]
        if value.startswith("listed by "):
            bad += _same(track, cells["by_or_at"], value.removeprefix("listed by "))
        else:
            bad += _same(track, cells["value"], value)
        bad += _same(f"{track} verdict", row["verdict"], w["verdict"])
        for key, column in (
            ("since", "since"),
            ("at", "by_or_at"),
            ("last_known", "last_known"),
            ("as_of", "last_known"),
        ):
            bad += _same(f"{track} {key}", cells[column], w[key]) if key in w else []
    return bad


def _freed_and_held(want: list[Json], rows: list[Json]) -> list[str]:
    return _sets(_cells(rows, "person", "days_between"), [[w["person"], w["days_between"]] for w in want])


def _still_inside(want: Json, rows: list[Json]) -> list[str]:
    lists = [r["cells"] for r in rows if r["main"]]
    got = [[_count(c["count"]), c["list"], c["as_of"]] for c in lists]
    bad = _sets(got, [[list(want["count"].values()), want["owner"], want["as_of"]]])
    named = [[r["cells"]["who"], r["cells"]["as_of"]] for r in rows if not r["main"]]
    return bad + _sets(named, [[w["person"], w["as_of"]] for w in want["named"]])


def _pardoned(want: Json, rows: list[Json]) -> list[str]:
    count = [r for r in rows if r["rule"]]
    bad = _sets([_count(r["cells"]["count"]) for r in count], [list(want["count"].values())])
    named = [[r["cells"]["who"], r["verdict"]] for r in rows if not r["rule"]]
    return bad + _sets(named, [[w["person"], w["verdict"]] for w in want["persons"]])


def _taken_again(want: list[Json], rows: list[Json]) -> list[str]:
    kinds = {"refused to cross": "refuse to leave", "led away by police": "re detain"}
    bad = _sets(
        _cells(rows, "person", "date", "what"), [[w["person"], w["date"], kinds[w["what"]]] for w in want]
    )
    for w in want:
        row = next((r for r in rows if r["cells"]["what"] == kinds[w["what"]]), None)
        bad += _same("border", row and row["cells"]["place"], w["border"]) if "border" in w else []
        bad += _same("since", row and row["cells"]["now"], w["since"]) if "since" in w else []
    return bad


def _expelled(want: list[Json], rows: list[Json]) -> list[str]:
    got = [
        [_count(r["cells"]["count"]), *(r["cells"][c] for c in ("voluntariness", "speaker", "through"))]
        for r in rows
    ]
    return _sets(
        got, [[list(w["group"].values()), w["voluntariness"], w["speaker"], w["through"]] for w in want]
    )


def _nationals(want: list[Json], rows: list[Json]) -> list[str]:
    got = [[r["cells"]["nationality"], _count(r["cells"]["count"])] for r in rows]
    bad = _sets(got, [[w["nationality"], list(w["count"].values())] for w in want])
    return bad + [
        f"speaker {w['speaker']}"
        for w in want
        if not _in(w["speaker"], [r["cells"]["speaker"] for r in rows])
    ]


def _who_calls(want: list[Json], rows: list[Json]) -> list[str]:
    groups = [r for r in rows if r["cells"]["of"]]
    got = [[r["cells"]["recogniser"], r["cells"]["label"], _count(r["cells"]["of"])] for r in groups]
    return _sets(got, [[w["recogniser"], w["label"], list(w["of"].values())] for w in want])


def _measures(want: list[Json], rows: list[Json]) -> list[str]:
    bad = _sets(
        [
            [*c, r["verdict"]]
            for c, r in zip(_cells(rows, "authority", "legal", "announced"), rows, strict=True)
        ],
        [[w["authority"], w["legal"], w["announced"], w["verdict"]] for w in want],
    )
    for w in want:
        cells: Json = next((r["cells"] for r in rows if r["cells"]["authority"] == w["authority"]), {})
        on = w["target"].replace("Turkmen ", "")
        bad += [] if _in(on, cells.get("on")) else [f"target {w['target']}"]
        for key in ("from", "until", "said_on"):
            bad += _same(key, cells.get(key), w[key]) if key in w else []
    return bad


def _step(want: Json, rows: list[Json]) -> list[str]:
    (row,) = rows
    bad = [d for k in ("step", "instrument") for d in _same(k, row["cells"][k], want[k])]
    return bad + (_same("date", row["cells"]["date"], want["date"]) if "date" in want else [])


def _excluded(want: list[Json], rows: list[Json]) -> list[str]:
    told = [r["cells"]["left_out"] for r in rows]
    words = [next(iter(w.values())).split()[0] for w in want]
    return _same("rows", len(told), len(want)) + [f"no {w}" for w in words if not _in(w, told)]


def _stays(want: list[Json], rows: list[Json]) -> list[str]:
    got = [
        [r["cells"]["authority"], r["cells"]["what"].lower(), r["cells"]["speaker"].removeprefix("a ")]
        for r in rows
    ]
    return _sets(got, [[w["authority"], w["what"].lower(), w["speaker"]] for w in want])


def _history(want: list[Json], rows: list[Json]) -> list[str]:
    got = _cells(rows, "date", "track", "step", "until")
    return _same("steps", got, [[w["date"], w["track"], w["step"], w.get("until")] for w in want])


def _press(want: list[Json], rows: list[Json]) -> list[str]:
    bad = _same("rows", len(rows), len(want))
    for w in want:
        hit = [
            r["cells"] for r in rows if _in(w["verb"], r["cells"]["verb"]) and _in(w["by"], r["cells"]["by"])
        ]
        cells = hit[0] if hit else {}
        bad += _same(w["verb"], [cells.get(k) for k in ("legal", "days")], [w["legal"], w["days"]])
        bad += _same("date", cells.get("legal_date"), w.get("legal_date"))
    return bad


def _reversible(want: list[Json], rows: list[Json]) -> list[str]:
    columns = ("instrument", "until", "revocable")
    return _sets(_cells(rows, *columns), [[w[c] for c in columns] for w in want])


def _deal(want: list[Json], rows: list[Json]) -> list[str]:
    got = [
        [c["party"], c["gives"], _count(c["count"]), c["sector"], c["step"], c["status"]]
        for c in (r["cells"] for r in rows)
    ]
    counted = [w["count"] and list(w["count"].values()) if "count" in w else None for w in want]
    wanted = [
        [w["party"], w["kind"], n, w.get("sector"), w.get("step"), w["status"]]
        for w, n in zip(want, counted, strict=True)
    ]
    graded = {r["cells"]["party"]: r["cells"]["compliance"] for r in rows}
    return _sets(got, wanted) + [
        d for w in want if "compliance" in w for d in _same("compliance", graded[w["party"]], w["compliance"])
    ]


def _linkage(want: Json, rows: list[Json]) -> list[str]:
    bad = _same("class", {r["cells"]["class"] for r in rows if r["main"]}, {want["class"]})
    rest = [r["cells"] for r in rows if not r["main"]]
    cues = [w["cue"] for w in want["linkages"]]
    got = [[c["class"], c["by"], _begun(c["cue"], cues), c["polarity"]] for c in rest]
    return bad + _sets(got, [[w.get("class"), w["by"], w["cue"], w["polarity"]] for w in want["linkages"]])


def _begun(cue: str, cues: list[str]) -> str:
    """The wanted cue that these words begin with: "in connection with the lifting" of …"""
    return next((c for c in cues if cue.startswith(c)), cue)


def _talks(want: list[Json], rows: list[Json]) -> list[str]:
    bad = _same("rows", len(rows), len(want))
    for w, r in zip(want, rows, strict=False):
        c = r["cells"]
        for key, held in (("speaker", "speaker"), ("for", "for"), ("broker", "broker")):
            bad += [] if _in(w[key], c[held]) or _same_office(w[key], c[held]) else [f"{key}: {c[held]}"]
        bad += [d for k in ("counterpart", "place", "days", "about") for d in _same(k, c[k], w[k])]
    return bad


def _same_office(wanted: str, held: list[str]) -> bool:
    """The US president is the president of the United States."""
    office = wanted.split()[0]
    return any(office in name and country(name) == country(wanted) for name in held)


def _unperformed(want: list[Json], rows: list[Json]) -> list[str]:
    got = _cells(rows, "party", "since", "days", "compliance", "done")
    return _sets(got, [[w["party"], w["since"], w["days"], w["compliance"], w.get("done")] for w in want])


def _first(want: Json, rows: list[Json]) -> list[str]:
    wanted = [[want["first"], want["on"], None]]
    if want["second"]:
        wanted.append([want["second"], want["second_on"], want["days_between"]])
    return _same("order", _cells(rows, "party", "on", "days_after"), wanted)


def _reactions(want: list[Json], rows: list[Json]) -> list[str]:
    got = [[_called(c["speaker"]), c["stance"]] for c in (r["cells"] for r in rows)]
    return _sets(got, [[_called(w["speaker"]), w["stance"]] for w in want])


def _called(name: str) -> list[str]:
    """ "The office of the Union" is the Union office: a name by its words, whatever their order."""
    return sorted({*country(name).split()} - {"of", "the"})


def _sources(want: Json, rows: list[Json]) -> list[str]:
    head, *rest = rows
    bad = _same("groups", head["cells"]["votes"], want["groups"])
    value = head["cells"]["count"]
    own = [
        sorted(set(r["cells"]["reports"]) - {COPY}) for r in rest if r["cells"]["count"]["lo"] == value["lo"]
    ]
    bad += _sets(own, want["members"])
    folded = [
        r["cells"] for r in rest if _count(r["cells"]["count"]) == list(want["copies_support"].values())
    ]
    return (
        bad
        + _sets([c["reports"] for c in folded], want["copies_folded"])
        + _sets([c["votes"] for c in folded], [0])
    )


ROWS: Mapping[int, Callable[[Any, list[Json]], list[str]]] = {
    1: _released, 2: _how_many, 3: _adds_up, 4: _status, 5: _freed_and_held, 6: _still_inside, 7: _pardoned,
    8: _taken_again, 9: _expelled, 10: _nationals, 11: _who_calls, 15: _measures, 16: _step, 17: _excluded,
    18: _stays, 19: _history, 20: _press, 23: _reversible, 24: _deal, 25: _linkage, 27: _talks,
    28: _unperformed, 29: _first, 33: _reactions, 36: _sources,
}  # fmt: skip
