"""FollowTheMoney: reports, who is named, and what is told, under the names and types of its schema."""

from __future__ import annotations

import re
from typing import Any, Final

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from detente.records import Filler, State
from detente.views.exports import EXPORTERS
from tests.ledgers import state

LEDGER = """
= m1 2026-03-14 The Harbour Times
freed: RELEASE/release | releaser France | person Lena Marr
| place Lyon | on 2026-03-12 | says harbour police, official
soon: RELEASE/release announced | releaser France | group sailors | on ?2026-03-14
list: SANCTION_IMPOSE/designate | authority Chile | target Salt Union (organisation)
| programme SALT | on 2026-03
free: SANCTION_EASE | authority Chile | target Salt Union (organisation)
| step delisted | on 2026-03-11
paper: SANCTION_EASE | authority Chile | target Salt Union (organisation)
| step licensed | on 2026-03-10
say: SANCTION_EASE announced | authority Chile | target Salt Union (organisation)
| step delisted | on 2026-03-09
salt: SANCTION_IMPOSE/sectoral_ban | authority Chile | sector salt
= m2 2026-03-15 Meridian Wire
again: RELEASE/release | releaser France | person Lena Marr | on 2026-03-12
"""
THING = {
    "name": "name", "alias": "name", "country": "country", "summary": "text", "notes": "text",
    "description": "text", "sourceUrl": "url", "publisher": "string", "keywords": "string", "proof": "entity",
}  # fmt: skip
TOLD = {
    "recordId": "string", "summary": "text", "description": "text", "proof": "entity", "sourceUrl": "url",
    "publisher": "string", "date": "date", "startDate": "date", "endDate": "date",
}  # fmt: skip
SCHEMA: Final[dict[str, dict[str, str]]] = {
    "Article": THING | {"fileName": "string", "publishedAt": "date"},
    "Person": THING, "Organization": THING, "PublicBody": THING,
    "Event": THING | TOLD | {"location": "address", "organizer": "entity", "involved": "entity"},
    "Sanction": TOLD | {
        "entity": "entity", "authority": "string", "country": "country", "program": "string",
        "provisions": "string", "status": "string", "listingDate": "date",
    },
}  # fmt: skip
"""Schema → the properties that may be written, with their types in FtM 4 (checked against it below)."""
NEEDED = {"Article": "fileName", "Event": "name", "Sanction": "entity"}
SHAPES = {
    "entity": re.compile(r"[0-9a-zA-Z]([0-9a-zA-Z.-]{0,198}[0-9a-zA-Z])?"),
    "country": re.compile(r"[a-z]{2}"),
    "date": re.compile(r"\d{4}(-\d\d(-\d\d)?)?"),
    "url": re.compile(r"https?://\S+"),
}
Rows = list[dict[str, Any]]


def _rows(found: State) -> Rows:
    return [msgspec.json.decode(line) for line in EXPORTERS.get("ftm")()(found)]


def _faults(rows: Rows) -> list[str]:
    """What FtM would refuse or drop."""
    ids = {row["id"] for row in rows}
    found = [] if len(ids) == len(rows) else ["an id twice"]
    for row in rows:
        schema, values = SCHEMA[row["schema"]], row["properties"]
        found += [f"no {NEEDED[row['schema']]}"] if not values.get(NEEDED.get(row["schema"], "name")) else []
        for name, given_values in values.items():
            shape = SHAPES.get(schema.get(name, ""), re.compile(r"(?s).+"))
            found += [name for v in given_values if name not in schema or not shape.fullmatch(v)]
            found += [
                f"{name} leads nowhere" for v in given_values if schema[name] == "entity" and v not in ids
            ]
    return found


def _told(rows: Rows, schema: str) -> list[dict[str, list[str]]]:
    return [row["properties"] for row in rows if row["schema"] == schema]


def test_every_property_and_value_is_one_of_the_schema() -> None:
    """No property that FtM has not, no value of another type, no reference that leads nowhere."""
    rows = _rows(state(LEDGER))
    assert {row["schema"] for row in rows} == set(SCHEMA)
    assert _faults(rows) == []


@given(
    st.text(min_size=1),
    st.sampled_from([None, "ftp://x", "https://a b", "https://example.org/a"]),
    st.text(min_size=1),
)
def test_no_name_address_or_word_makes_a_row_that_the_schema_refuses(
    name: str, url: str | None, words: str
) -> None:
    """Whatever a report is called and says."""
    claim = state(LEDGER).claims[0]
    odd = replace(
        claim, roles={"person": (Filler(name, "person"),), "releaser": (Filler(name, "state"),)},
        document=replace(claim.document, url=url), span=replace(claim.span, exact=words),
    )  # fmt: skip
    assert _faults(_rows(State(claims=(odd,)))) == []


def test_the_schema_written_here_is_that_of_the_library() -> None:
    """Where followthemoney is installed: each property is there, with that type, and is not deprecated."""
    model = pytest.importorskip("followthemoney").model
    for schema, properties in SCHEMA.items():
        for name, kind in properties.items():
            found = model.get(schema).get(name)
            assert (found.type.name, bool(found.deprecated)) == (kind, False), f"{schema}:{name}"
    for row in _rows(state(LEDGER)):
        model.get(row["schema"]).validate(row)
        kept = model.get_proxy(row, cleaned=False).to_dict()["properties"]
        assert {k: sorted(v) for k, v in kept.items()} == {k: sorted(v) for k, v in row["properties"].items()}


def test_a_release_is_an_event_with_who_and_when_and_the_words_of_the_report() -> None:
    """Doers organize, others are involved; who says so and how stand in the description."""
    rows = _rows(state(LEDGER))
    event = _told(rows, "Event")[0]
    names = {row["id"]: row["properties"].get("name", [""])[0] for row in rows}
    assert event["name"] == ["Release"]
    assert [names[i] for i in event["organizer"]] == ["France"]
    assert [names[i] for i in event["involved"]] == ["Lena Marr"]
    assert (event["date"], event["location"]) == (["2026-03-12"], ["Lyon"])
    assert event["keywords"] == ["RELEASE", "release", "performed"]
    assert "said by: harbour police" in event["description"]
    assert event["summary"][0].startswith("freed: RELEASE")


def test_what_is_announced_says_so_in_its_name_and_gets_no_date_of_publication() -> None:
    """The bound stands in the description."""
    event = next(e for e in _told(_rows(state(LEDGER)), "Event") if "announced" in e["keywords"])
    assert event["name"] == ["Release (announced)"]
    assert "date" not in event
    assert "time: ..2026-03-14 (day, publication_bound)" in event["description"]


def test_a_measure_ends_by_an_act_in_law_and_not_by_a_licence_or_a_word() -> None:
    """Delisted: an end date. Licensed: in force. Announced: no date of the measure at all."""
    sanctions = _told(_rows(state(LEDGER)), "Sanction")
    dates = {s["status"][0]: (s.get("startDate"), s.get("endDate"), s.get("date")) for s in sanctions}
    assert dates == {
        "Sanction impose: designate": (["2026-03"], None, ["2026-03"]),
        "Sanction ease: delisted": (None, ["2026-03-11"], ["2026-03-11"]),
        "Sanction ease: licensed": (None, None, ["2026-03-10"]),
        "Sanction ease (announced): delisted": (None, None, None),
    }
    assert all(s["authority"] == ["Chile"] and s["country"] == ["cl"] for s in sanctions)
    assert [s["program"] for s in sanctions if "program" in s] == [["SALT"]]


def test_a_ban_on_a_sector_is_an_event_for_nobody_is_its_target() -> None:
    """FtM's Sanction needs an entity, and none is made up."""
    assert "Sanction impose: sectoral ban" in [e["name"][0] for e in _told(_rows(state(LEDGER)), "Event")]


def test_who_is_named_in_two_reports_is_one_entity_with_two_proofs() -> None:
    """As the ledger resolved them; those whom it did not resolve are one in each report."""
    found = state(LEDGER)
    (lena,) = _told(_rows(found), "Person")
    assert (lena["name"], len(lena["proof"])) == (["Lena Marr"], 2)

    def apart(filler: Filler) -> Filler:
        return replace(filler, entity=None)

    claims = tuple(
        replace(c, roles={r: tuple(map(apart, fs)) for r, fs in c.roles.items()}) for c in found.claims
    )
    assert len(_told(_rows(State(claims=claims)), "Person")) == 2
