"""Instrument files: rows of a table and lists of a regulation become claims of what is in force."""

from __future__ import annotations

from pathlib import Path

import pytest

from detente.records import Measure
from detente.workspace import Workspace, open_workspace

TOML = """published = 2026-03-02

[[instrument]]
authority = "Osmia"
programme = "Varland"
instrument = "General Licence 7"
step = "licensed"
target = ["Ahal Cotton", "Marr Railways"]
from = 2026-03-01
until = 2026-09-01
exclusions = ["assets that are frozen stay frozen"]

[[instrument]]
authority = "Osmia"
instrument = "Order 12"
step = "lifted"
"""
CSV = "authority,instrument,step,target,from\nOsmia,Order 3,designated,Ahal Cotton;Dorn Timber,2025-01-01\n"


def _regulation(day: str, *names: str) -> str:
    year, month, date = day.split("-")
    items = "".join(
        f'<Item lims:inforce-start-date="2025-01-0{n}"><Label>{n}</Label><Text>{name}</Text></Item>'
        for n, name in enumerate(names, 1)
    )
    return (
        '<?xml version="1.0"?><Regulation xmlns:lims="http://justice.gc.ca/lims"><Identification>'
        "<InstrumentNumber>SOR/2025-1</InstrumentNumber><ConsolidationDate><Date>"
        f"<YYYY>{year}</YYYY><MM>{month}</MM><DD>{date}</DD></Date></ConsolidationDate>"
        "<LongTitle>Measures (Varland) Regulations</LongTitle></Identification><Schedule>"
        "<ScheduleFormHeading><TitleText>Persons</TitleText></ScheduleFormHeading>"
        f"<Heading><TitleText>Individuals</TitleText></Heading><List>{items}</List></Schedule></Regulation>"
    )


def _read(folder: Path, **files: str) -> Workspace:
    workspace = open_workspace()
    for name, text in files.items():
        path = folder / name.replace("_", ".")
        path.write_text(text, encoding="utf-8")
        workspace.read([str(path)])
    return workspace


def _laws(workspace: Workspace, **days: str) -> dict[str, Measure]:
    return {m.target or "": m for m in workspace.state(**days).measures}


def test_a_row_is_a_step_on_the_legal_track(tmp_path: Path) -> None:
    """With its day, its end, its instrument and what it leaves blocked; the verdict is confirmed."""
    workspace = _read(tmp_path, l_toml=TOML)
    law = _laws(workspace)["Ahal Cotton"].legal
    assert (law.state, law.since, law.until, law.instrument) == (
        "licensed", "2026-03-01", "2026-09-01", "General Licence 7",
    )  # fmt: skip
    answer = workspace.ask("excluded")
    assert answer.verdict == "confirmed"
    assert answer.rows[0].cells["left_out"] == "assets that are frozen stay frozen"


def test_a_licence_moves_a_measure_that_a_table_imposed(tmp_path: Path) -> None:
    """Before it nothing but the order; after it licensed; another target stays as it was."""
    workspace = _read(tmp_path, c_csv=CSV, l_toml=TOML)
    laws = _laws(workspace)
    assert (laws["Ahal Cotton"].legal.state, laws["Dorn Timber"].legal.state) == ("licensed", "in_force")
    assert _laws(workspace, as_of="2026-02-01")["Ahal Cotton"].legal.state == "in_force"


def test_a_row_that_cannot_be_is_an_issue_and_the_others_are_read(tmp_path: Path) -> None:
    """ "lifted" is no step of law: the message says which there are."""
    workspace = _read(tmp_path, l_toml=TOML)
    (issue,) = (i for i in workspace.issues() if i.code == "bad-instrument")
    assert "licensed" in issue.message
    assert "'lifted'" in issue.message


@pytest.mark.parametrize(
    "text", ["[[instrument]]\nauthority = \n", "<Regulation xmlns:l='justice.gc.ca/lims'><a>"]
)
def test_a_broken_file_is_an_issue_and_no_fault(tmp_path: Path, text: str) -> None:
    """It says where it breaks."""
    workspace = _read(tmp_path, l_toml=text)
    assert [i.code for i in workspace.issues() if i.stage == "reading"] == ["bad-instrument"]


def test_a_regulation_lists_names_with_their_days_and_other_names(tmp_path: Path) -> None:
    """Aliases are claims of their own; a repealed item names nobody."""
    text = _regulation(
        "2025-03-01", "Lena Marr (also known as Helena Mar)", "[Repealed, SOR/2025-2]", "Ivo Dorn"
    )
    workspace = _read(tmp_path, r_xml=text)
    laws = _laws(workspace)
    assert {name: m.legal.since for name, m in laws.items()} == {
        "Lena Marr": "2025-01-01",
        "Ivo Dorn": "2025-01-03",
    }
    (alias,) = (c for c in workspace.state().claims if c.type == "ATTRIBUTE")
    assert (alias.names("value"), alias.span.exact) == (("also known as Helena Mar",), "Helena Mar")


def test_snapshots_of_a_list_are_compared(tmp_path: Path) -> None:
    """Who came on is added; whom the newer snapshot lacks is off the list; the older day is as it was."""
    workspace = _read(
        tmp_path, a_xml=_regulation("2025-03-01", "Lena Marr", "Ivo Dorn"),
        b_xml=_regulation("2025-06-01", "Lena Marr", "Ana Rui"),
    )  # fmt: skip
    rows = workspace.ask("list-changes", from_="2025-03-01", to="2025-06-01").rows
    assert {(r.cells["change"], r.cells["on"].partition(" ·")[0]) for r in rows} == {  # type: ignore[union-attr]
        ("removed", "Ivo Dorn"), ("added", "Ana Rui"),
    }  # fmt: skip
    assert _laws(workspace)["Ivo Dorn"].legal.state == "delisted"
    assert _laws(workspace, known_by="2025-03-01")["Ivo Dorn"].legal.state == "in_force"
