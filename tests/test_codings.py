"""People's own claims and corrections: they outrank a reader, replace nothing, and can be taken back."""

from __future__ import annotations

from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.errors import InputError, UnknownNameError
from detente.reading import Reader
from detente.records import Claim, State, to_builtins
from detente.registry import Registry
from detente.settings import load_settings
from detente.workspace import Workspace, open_workspace
from tests.readers import SmallReader

TEXT = "DORN, January 5, 2026. On Monday Varland freed {} men after a talk with Osmia.\n"
QUOTE = "Varland freed 12 men"


class Clock:
    """A second passes with every look at it."""

    def __init__(self) -> None:
        self.seconds = 0

    def __call__(self) -> str:
        """A second later than before."""
        self.seconds += 1
        return f"2026-01-31T08:{self.seconds // 60:02}:{self.seconds % 60:02}Z"


def _open(ledger: Path | None = None, *, version: str = "1", clock: Clock | None = None) -> Workspace:
    settings = msgspec.structs.replace(load_settings(), reader="small")
    table = Registry[Reader]("reader", {"small": lambda: SmallReader(version=version)})
    return open_workspace(ledger, settings=settings, now=clock or Clock(), readers=table)


def _report(folder: Path, text: str = TEXT.format(12), name: str = "a.txt") -> str:
    (folder / name).write_text(text, encoding="utf-8")
    return str(folder / name)


def _counts(state: State) -> list[object]:
    return [c.quantity.lo for c in state.claims if c.quantity]


def test_a_correction_outranks_the_readers_claim_and_replaces_nothing(tmp_path: Path) -> None:
    """The settle uses the person's words; the reader's claim stays in the ledger."""
    with _open(tmp_path / "l.detente") as workspace:
        workspace.read([_report(tmp_path)])
        (claim,) = workspace.state().claims
        coding = workspace.correct_claim(claim.id, {"quantity": "at least 14"}, reason="misprint")
        (told,) = workspace.state().claims
        assert told.quantity is not None
        assert (told.quantity.lo, told.quantity.hi, told.reader.name) == (14, None, "person")
        assert (told.span, told.document) == (claim.span, claim.document)
        assert coding.was is not None
        assert coding.was.id == claim.id
        assert workspace.verify().ok
        assert workspace.check() == ()


def test_a_rejection_takes_a_claim_out_and_its_retraction_puts_it_back(tmp_path: Path) -> None:
    """Retracting an entry restores the record before it; retracting the retraction undoes that."""
    with _open() as workspace:
        workspace.read([_report(tmp_path)])
        before = to_builtins(workspace.state())
        rejected = workspace.reject_claim(workspace.state().claims[0].id)
        assert workspace.state().claims == ()
        back = workspace.retract(rejected.id)
        assert to_builtins(workspace.state()) == before
        assert [p.status for p in workspace.codings()] == ["retracted"]
        workspace.retract(back.id)
        assert workspace.state().claims == ()


def test_the_last_word_of_an_author_counts_and_two_authors_may_differ(tmp_path: Path) -> None:
    """One person changes their mind; of two people who disagree both are kept."""
    with _open() as workspace:
        workspace.read([_report(tmp_path)])
        claim = workspace.state().claims[0]
        first = workspace.correct_claim(claim.id, {"quantity": "13"}, author="ana")
        assert first.claim is not None
        workspace.correct_claim(first.claim.id, {"quantity": "14"}, author="ana")
        assert _counts(workspace.state()) == [14]
        workspace.confirm_claim(claim.id, author="ben")
        assert sorted(map(str, _counts(workspace.state()))) == ["12", "14"]


def test_a_correction_stays_with_a_newer_reading(tmp_path: Path) -> None:
    """A new reader version gives new claim ids; the correction finds its words again."""
    with _open(tmp_path / "l.detente") as workspace:
        workspace.read([_report(tmp_path)])
        workspace.correct_claim(workspace.state().claims[0].id, {"mode": "denied"})
    with _open(tmp_path / "l.detente", version="2") as workspace:
        assert workspace.read([_report(tmp_path)]).new > 0
        assert [c.mode for c in workspace.state().claims] == ["denied"]


def _line(text: str) -> str:
    url = "https://example.org/a"
    return (
        msgspec.json.encode({"id": "a", "url": url, "published": "2026-01-05", "text": text}).decode() + "\n"
    )


def test_a_changed_page_moves_the_correction_by_its_quote_or_reopens_it(tmp_path: Path) -> None:
    """Words that stand elsewhere in the new version carry it; words that are gone leave it open."""
    clock = Clock()
    with _open(clock=clock) as workspace:
        workspace.read([_report(tmp_path, _line(f"{QUOTE}."), "a.jsonl")])
        workspace.correct_claim(workspace.state().claims[0].id, {"quantity": "14"})
        workspace.read([_report(tmp_path, _line(f"Corrected. On Monday {QUOTE}."), "b.jsonl")])
        assert sorted(p.status for p in workspace.codings()) == ["attached", "moved"]
        assert _counts(workspace.state()) == [14, 14]
        workspace.read([_report(tmp_path, _line("Varland freed 9 women."), "c.jsonl")])
        assert sorted(p.status for p in workspace.codings()) == ["attached", "moved", "open"]
        assert sorted(map(str, _counts(workspace.state()))) == ["14", "14", "9"]


def test_a_note_is_a_document_and_its_claim_is_settled_with_the_others(tmp_path: Path) -> None:
    """An interview, a call: the note is kept with its hash, and the claim quotes it."""
    with _open(tmp_path / "l.detente") as workspace:
        workspace.read([_report(tmp_path)])
        coding = workspace.add_claim(
            {"type": "RELEASE", "roles": {"releaser": "Varland:state", "person": "Lena Marr"},
             "attribution": "Jon Marr:witness", "time": "2026-01-05"},
            note="Call with Jon Marr. His sister came home on Monday.", quote="came home on Monday",
            published="2026-01-06", author="ana",
        )  # fmt: skip
        assert coding.claim is not None
        freed = {n for c in workspace.state().claims for n in c.names("person")}
        assert freed == {"Lena Marr"}
        assert {c.document.publisher for c in workspace.state(known_by="2026-01-05").claims} == {None}
        trace = workspace.trace(coding.claim.id)
        assert [(q.exact, q.intact) for q in trace.quotes] == [("came home on Monday", True)]
        assert workspace.check() == ()
        workspace.retract(coding.id)
        assert "Lena Marr" not in {n for c in workspace.state().claims for n in c.names("person")}


def test_a_claim_may_be_added_to_a_report_that_was_read(tmp_path: Path) -> None:
    """What the reader overlooked is claimed at its words."""
    with _open() as workspace:
        workspace.read([_report(tmp_path)])
        document = workspace.state().claims[0].document.id
        workspace.add_claim(
            {"type": "TALKS", "roles": {"participants": ["Varland:state", "Osmia:state"]}},
            document=document, quote="a talk with Osmia",
        )  # fmt: skip
        assert [c.type for c in workspace.state().claims] == ["RELEASE", "TALKS"]


def test_what_pointed_to_the_corrected_claim_points_to_the_correction(tmp_path: Path) -> None:
    """A promise keeps its content."""
    with _open() as workspace:
        workspace.read([_report(tmp_path)])
        freed = workspace.state().claims[0]
        workspace.add_claim(
            {"type": "COMMIT", "roles": {"committer": "Varland:state"}, "content": [freed.id]},
            document=freed.document.id, quote="after a talk",
        )  # fmt: skip
        coding = workspace.correct_claim(freed.id, {"quantity": "14"})
        assert coding.claim is not None
        (commit,) = (c for c in workspace.state().claims if c.type == "COMMIT")
        assert commit.content == (coding.claim.id,)


def test_a_report_that_was_withdrawn_counts_until_that_day(tmp_path: Path) -> None:
    """--since is a day of knowledge; without it the report never counted."""
    with _open() as workspace:
        workspace.read([_report(tmp_path, _line(f"{QUOTE}."), "a.jsonl")])
        document = workspace.state().claims[0].document
        workspace.retract(document.sha256, since="2026-01-20")
        assert workspace.state().claims == ()
        assert len(workspace.state(known_by="2026-01-19").claims) == 1
        assert workspace.state(known_by="2026-01-20").claims == ()


@pytest.mark.parametrize(
    "changes",
    [{}, {"quantety": "12"}, {"roles": {"releazer": "Osmia"}}, {"quantity": "many hands"}, {"time": "Monday"},
     {"mode": "perhaps"}, {"sub": "escape"}, {"id": "clm_1"}, {"type": "PARTY"}],
)  # fmt: skip
def test_what_is_no_claim_of_the_codebook_is_refused(tmp_path: Path, changes: dict[str, object]) -> None:
    """The message names what was found, and nothing is kept."""
    with _open() as workspace:
        workspace.read([_report(tmp_path)])
        with pytest.raises(InputError, match="expected"):
            workspace.correct_claim(workspace.state().claims[0].id, changes)
        assert workspace.codings() == ()


def test_ids_that_are_none_are_refused() -> None:
    """No claim, no report, nothing to take back."""
    with _open() as workspace:
        for refused in (workspace.reject_claim, workspace.retract):
            with pytest.raises(UnknownNameError):
                refused("clm_0000000000000000")
        with pytest.raises(InputError):
            workspace.add_claim({"type": "RELEASE"})


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.sampled_from(["correct", "reject", "confirm", "own"]), min_size=1, max_size=4), st.randoms()
)
def test_taking_back_all_that_people_said_restores_the_record(kinds: list[str], random: Random) -> None:
    """Whatever was said, and in whatever order it is taken back."""
    with TemporaryDirectory() as folder, _open() as workspace:
        workspace.read([_report(Path(folder))])
        before = to_builtins(workspace.state())
        claim = workspace.state().claims[0]
        said = [_say(workspace, kind, claim, f"person{n}") for n, kind in enumerate(kinds)]
        random.shuffle(said)
        for coding in said:
            workspace.retract(coding)
        assert to_builtins(workspace.state()) == before


def _say(workspace: Workspace, kind: str, claim: Claim, author: str) -> str:
    """One word of one person on a claim, or a claim of their own in its report."""
    if kind == "correct":
        return workspace.correct_claim(claim.id, {"quantity": "at least 14"}, author=author).id
    if kind == "reject":
        return workspace.reject_claim(claim.id, author=author).id
    if kind == "confirm":
        return workspace.confirm_claim(claim.id, author=author).id
    fields = {"type": "RELEASE", "roles": {"group": "men"}, "quantity": "3"}
    return workspace.add_claim(fields, document=claim.document.id, quote=QUOTE, author=author).id
