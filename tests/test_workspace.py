"""The façade: read, keep, answer. With a reader that needs no model."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from detente.errors import InputError, LedgerError, UnknownNameError
from detente.reading import Reader
from detente.records import to_builtins
from detente.registry import Registry
from detente.settings import load_settings
from detente.workspace import Workspace, open_workspace
from tests.fakes import NOW
from tests.readers import InterruptedReader, SilentReader, SmallReader

TEXT = "DORN, January 5, 2026. Varland freed {} men after a talk with Osmia on Monday.\n"


def _open(
    ledger: Path | None = None, *, reader: Callable[[], Reader] = SmallReader, batch: int = 32
) -> Workspace:
    settings = msgspec.structs.replace(load_settings(), reader="small", batch=batch)
    table = Registry("reader", {"small": reader})
    return open_workspace(ledger, settings=settings, now=lambda: NOW, readers=table)


def _reports(folder: Path, *counts: object) -> list[str]:
    paths = [folder / f"{number}.txt" for number, _ in enumerate(counts)]
    for path, count in zip(paths, counts, strict=True):
        path.write_text(TEXT.format(count), encoding="utf-8")
    return [str(path) for path in paths]


def test_what_was_read_is_answered_with_and_without_a_ledger(tmp_path: Path) -> None:
    """Memory and a file give the same state."""
    paths = _reports(tmp_path, 12, 14)
    with _open() as memory, _open(tmp_path / "l.detente") as ledger:
        for workspace in (memory, ledger):
            assert [o.status for o in workspace.read(paths).outcomes] == ["read", "read"]
        assert to_builtins(memory.state()) == to_builtins(ledger.state())
        assert [c.quantity.lo for c in memory.state().claims if c.quantity] == [12, 14]


def test_reading_the_same_again_changes_nothing(tmp_path: Path) -> None:
    """Neither the same file nor a copy of it elsewhere adds an entry."""
    paths = _reports(tmp_path, 12)
    copy = tmp_path / "elsewhere"
    copy.mkdir()
    with _open(tmp_path / "l.detente") as workspace:
        assert workspace.read(paths).new > 0
        before = to_builtins(workspace.state())
        again = workspace.read([*paths, *_reports(copy, 12)])
        assert (again.new, [o.status for o in again.outcomes]) == (0, ["held", "held"])
        assert to_builtins(workspace.state()) == before


def test_what_was_kept_is_there_when_the_ledger_is_opened_again(tmp_path: Path) -> None:
    """A later process answers from the file alone."""
    with _open(tmp_path / "l.detente") as first:
        first.read(_reports(tmp_path, 12))
        told = to_builtins(first.state())
    (tmp_path / "0.txt").unlink()
    with _open(tmp_path / "l.detente") as second:
        assert to_builtins(second.state()) == told
        assert second.verify().ok


def test_one_input_that_fails_never_stops_the_others(tmp_path: Path) -> None:
    """A missing path, an empty file, a reader's fault: each is an outcome, and the rest is read."""
    good = _reports(tmp_path, 12, "BAD 13", 14)
    (tmp_path / "empty.txt").touch()
    given = [good[0], str(tmp_path / "none.txt"), str(tmp_path / "empty.txt"), *good[1:]]
    with _open(reader=lambda: SmallReader(fails_on="BAD")) as workspace:
        report = workspace.read(given)
        assert [o.status for o in report.outcomes] == ["read", "failed", "failed", "failed", "read"]
        assert [o.issues[-1].code for o in report.failed] == ["no-input", "empty-file", "reading-fault"]
        assert len(workspace.state().claims) == 2


def test_a_reader_that_gives_too_little_is_a_fault_and_no_endless_loop(tmp_path: Path) -> None:
    """What the reader leaves out is said for each article."""
    with _open(reader=SilentReader) as workspace:
        report = workspace.read(_reports(tmp_path, 1, 2))
        assert [o.issues[-1].code for o in report.outcomes] == ["reading-fault", "reading-fault"]


@pytest.mark.parametrize("batch", [1, 2, 32])
def test_ctrl_c_keeps_what_was_finished(tmp_path: Path, batch: int) -> None:
    """Between files or inside a batch: the finished ones are in the ledger, the others are not."""
    paths = _reports(tmp_path, 12, 13, 14, "STOP", 15)
    with _open(tmp_path / "l.detente", reader=InterruptedReader, batch=batch) as workspace:
        report = workspace.read(paths)
        assert report.interrupted
        assert [o.path for o in report.outcomes] == paths[:3]
        assert len(workspace.state().claims) == 3
        assert workspace.verify().ok


def test_a_newer_reader_adds_a_reading_and_the_settle_uses_one(tmp_path: Path) -> None:
    """Both readings stay in the ledger; claims are not told twice."""
    paths = _reports(tmp_path, 12)
    for version in ("1", "2"):
        with _open(tmp_path / "l.detente", reader=lambda v=version: SmallReader(version=v)) as workspace:  # type: ignore[misc]
            assert workspace.read(paths).new > 0
            assert [c.reader.version for c in workspace.state().claims] == [version]


def test_known_by_leaves_out_what_was_published_later(tmp_path: Path) -> None:
    """The day before publication nothing is known; on the day it is."""
    line = '{"id": "a", "published": "2026-01-05", "text": "Varland freed 12 men."}\n'
    (tmp_path / "a.jsonl").write_text(line, encoding="utf-8")
    with _open() as workspace:
        workspace.read([str(tmp_path / "a.jsonl")])
        assert workspace.state(known_by="2026-01-04").claims == ()
        assert len(workspace.state(known_by="2026-01-05").claims) == 1


def test_days_must_be_days() -> None:
    """Half a date is refused, with the form that is wanted."""
    with _open() as workspace, pytest.raises(InputError, match="expected a day like"):
        workspace.state(as_of="2026-1-5")
    with _open() as workspace, pytest.raises(InputError, match="expected a day like"):
        workspace.state(known_by="last week")


def test_a_trace_leads_from_an_id_to_the_words_and_the_bytes(tmp_path: Path) -> None:
    """The first characters of an id will do; the words stand in the text, the bytes give the hash."""
    with _open() as workspace:
        workspace.read(_reports(tmp_path, 12))
        claim = workspace.state().claims[0]
        trace = workspace.trace(claim.id[:12])
        assert (trace.id, trace.kind) == (claim.id, "claim")
        (quoted,) = trace.quotes
        assert (quoted.exact, quoted.intact) == ("Varland freed 12 men", True)
        assert quoted.before.endswith("2026. ")


def test_every_record_of_a_state_can_be_traced(tmp_path: Path) -> None:
    """Documents, entities and events lead to claims, as claims do."""
    with _open() as workspace:
        workspace.read(_reports(tmp_path, 12, 14))
        state = workspace.state()
        ids = [entity.id for entity in state.entities] + [event.id for event in state.events]
        ids.append(state.claims[0].document.sha256)
        assert all(workspace.trace(i).quotes for i in ids)


def test_an_id_that_is_not_there_or_not_one_is_refused(tmp_path: Path) -> None:
    """Too short, unknown, or the beginning of several: the message says which."""
    with _open() as workspace:
        workspace.read(_reports(tmp_path, *range(40)))
        with pytest.raises(UnknownNameError, match="expected the id of something"):
            workspace.trace("clm_zz")
        with pytest.raises(UnknownNameError, match="expected the id of something"):
            workspace.trace("clm")
        shared = next(
            c.id[:6] for c in workspace.state().claims
            if sum(d.id.startswith(c.id[:6]) for d in workspace.state().claims) > 1
        )  # fmt: skip
        with pytest.raises(UnknownNameError, match="give more of it"):
            workspace.trace(shared)


def test_inspect_takes_a_path_or_a_text(tmp_path: Path) -> None:
    """A single word that is no path is a slip, and is not read as a text."""
    with _open() as workspace:
        assert workspace.inspect(_reports(tmp_path, 3)[0])[0].kept
        assert workspace.inspect("Osmia kept silent today.")[0].why == "nobody is freed in it"
        with pytest.raises(InputError, match="found nothing"):
            workspace.inspect("exampels/1.txt")


def test_standard_input_is_an_input(tmp_path: Path) -> None:
    """``-`` reads the stream that was given."""
    with _open() as workspace:
        report = workspace.read(["-"], stdin=io.BytesIO(TEXT.format(7).encode()))
        assert [o.claims for o in report.outcomes] == [1]


def test_a_folder_counts_its_files_and_leaves_aside_what_is_no_report(tmp_path: Path) -> None:
    """A left-aside file is no failure."""
    _reports(tmp_path, 1, 2)
    (tmp_path / "notes.json").write_text("{}", encoding="utf-8")
    with _open() as workspace:
        report = workspace.read([str(tmp_path)])
        assert [o.status for o in report.outcomes] == ["read", "read", "skipped"]
        assert report.failed == ()


def test_without_a_ledger_there_is_nothing_to_verify() -> None:
    """The message says how to name one."""
    with _open() as workspace, pytest.raises(LedgerError, match="--ledger"):
        workspace.verify()


def test_the_content_of_a_ledger_is_checked(tmp_path: Path) -> None:
    """What was read by a clock that runs holds; a report from the future is said."""
    with _open(tmp_path / "l.detente") as workspace:
        workspace.read(_reports(tmp_path, 12))
        assert workspace.check() == ()
        line = '{"id": "a", "published": "2999-01-05", "text": "Varland freed 12 men."}\n'
        (tmp_path / "a.jsonl").write_text(line, encoding="utf-8")
        workspace.read([str(tmp_path / "a.jsonl")])
        assert {issue.code for issue in workspace.check()} == {"published-later"}
        assert workspace.verify().ok


def test_issues_are_kept_and_listed(tmp_path: Path) -> None:
    """What was wrong with an input can be asked for later, from the ledger alone."""
    (tmp_path / "empty.txt").touch()
    with _open(tmp_path / "l.detente") as workspace:
        workspace.read([str(tmp_path / "empty.txt")])
    with _open(tmp_path / "l.detente") as workspace:
        assert [issue.code for issue in workspace.issues()] == ["empty-file"]


def test_a_type_is_found_by_name_or_number() -> None:
    """A slip is answered with the nearest name."""
    with _open() as workspace:
        assert workspace.codebook("sanction-ease") == workspace.codebook("S2")
        assert len(workspace.codebook()) == 19
        with pytest.raises(UnknownNameError, match="did you mean RELEASE"):
            workspace.codebook("RELAESE")


def test_an_unknown_reader_is_misuse(tmp_path: Path) -> None:
    """Nothing is read, and the readers there are are named."""
    with _open() as workspace, pytest.raises(UnknownNameError, match="small"):
        workspace.read(_reports(tmp_path, 1), reader="large")


def test_a_workspace_that_stays_open_answers_as_one_that_is_opened_anew(tmp_path: Path) -> None:
    """What is kept warm is a projection: after every change, ours or another's, it is as from scratch."""
    ledger = tmp_path / "l.detente"
    with _open(ledger) as warm, _open(ledger) as other:
        for number, workspace in enumerate((warm, other, warm, other)):
            folder = tmp_path / str(number)
            folder.mkdir()
            workspace.read(_reports(folder, 12 + number))
            if number == 2:
                warm.correct_claim(warm.state().claims[0].id, {"quantity": "at least 40"})
            if number == 3:
                other.retract(other.codings()[0].coding.id)
            for days in ({}, {"known_by": "2026-01-05"}, {"as_of": "2026-01-04"}):
                with _open(ledger) as fresh:
                    assert to_builtins(warm.state(**days)) == to_builtins(fresh.state(**days))
                    asked = ("how-many", "released", "sources")
                    told = [to_builtins(warm.ask(name, **days)) for name in asked]
                    assert told == [to_builtins(fresh.ask(name, **days)) for name in asked]


def test_a_word_on_two_reports_is_kept_and_makes_them_one_voice(tmp_path: Path) -> None:
    """By id or by hash; of a report that is not there it says so, and nothing is kept."""
    with _open() as workspace:
        workspace.read(_reports(tmp_path, 12, 14))
        one, two = sorted({c.document.sha256: c.document for c in workspace.state().claims}.items())
        assert len(workspace.state().groups) == 2
        kept = workspace.judge_pair("report", one[1].id, two[0], "same", reason="one desk")
        assert (kept.left, kept.right) == (one[0], two[0])
        assert len(workspace.state().groups) == 1
        with pytest.raises(InputError, match="SHA-256 of a report"):
            workspace.judge_pair("report", one[0], "nowhere", "same")
        assert workspace.judgements() == (kept,)
