"""Gold is read, hashed and, where it is sealed, left alone."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import msgspec
import pytest

from detente.errors import InputError
from detente.evaluation import as_lines, load_claims, load_gold
from detente.evaluation.gold import by_text
from detente.records import Claim, to_json
from tests.evaluation.samples import claim_of, event, gold_of, text_of

ROOT = Path(__file__).resolve().parents[2]
ROWS: list[dict[str, Any]] = [
    {
        "id": "a",
        "lang": "en",
        "date": "2026-01-05",
        "events": [event("RELEASE", "asserted", "freed two", count=2)],
    },
    {"id": "b", "lang": "ru", "date": None, "relevant": False, "events": [], "extra": 1},
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A gold folder with an open and a sealed set; the sealed one cannot be read without an error."""
    for name in ("stories", "sealed"):
        (tmp_path / name / "texts").mkdir(parents=True)
        (tmp_path / name / "gold.jsonl").write_text("".join(json.dumps(row) + "\n" for row in ROWS), "utf-8")
        for row in ROWS:
            (tmp_path / name / "texts" / f"{row['id']}.txt").write_text("Osmia freed two men.\n", "utf-8")
    (tmp_path / "sealed" / "gold.jsonl").write_text("opened!\n", "utf-8")
    return tmp_path


def test_gold_is_read_from_its_folder_file_or_parent(folder: Path) -> None:
    """The set's folder, its gold.jsonl and the folder that holds the sets name the same gold."""
    one, two, three = (load_gold(p) for p in (folder / "stories", folder / "stories" / "gold.jsonl", folder))
    assert one == two == three
    assert [(text.id, text.lang, text.relevant, len(text.events)) for text in one.texts] == [
        ("a", "en", True, 1), ("b", "ru", False, 0),
    ]  # fmt: skip


@pytest.mark.parametrize("path", ["sealed", "sealed/gold.jsonl", "link", "inside"])
def test_a_sealed_set_is_not_opened(folder: Path, path: str) -> None:
    """By its folder, its file, or a link: refused before a byte is read, with the flag named."""
    (folder / "link").symlink_to(folder / "sealed")
    (folder / "inside").mkdir()
    (folder / "inside" / "gold.jsonl").symlink_to(folder / "sealed" / "gold.jsonl")
    with pytest.raises(InputError, match="--sealed"):
        load_gold(folder / path)


def test_a_sealed_set_is_opened_on_purpose(folder: Path) -> None:
    """With leave, the parent's sealed set is read and knows what it is; the open one is not touched."""
    shutil.copy(folder / "stories" / "gold.jsonl", folder / "sealed" / "gold.jsonl")
    (folder / "stories" / "gold.jsonl").unlink()
    assert load_gold(folder, sealed=True).sealed
    assert load_gold(folder / "sealed", sealed=True).name == "sealed"


def test_the_hash_is_of_what_was_annotated(folder: Path) -> None:
    """Another order and other white space are the same gold; another word, event or choice is not."""
    stories = folder / "stories"
    before = load_gold(stories).sha256
    (stories / "gold.jsonl").write_text(
        "\n".join(json.dumps(row, indent=None) for row in ROWS[::-1]), "utf-8"
    )
    assert load_gold(stories).sha256 == before
    assert load_gold(stories, language="en").sha256 != before
    (stories / "texts" / "a.txt").write_text("Osmia freed three men.\n", "utf-8")
    assert load_gold(stories).sha256 != before


def test_bad_gold_is_told_with_its_line(folder: Path) -> None:
    """No file, a line that is no gold, a text that is not there: one message each, saying what to do."""
    with pytest.raises(InputError, match="give another path"):
        load_gold(folder / "nowhere")
    with (folder / "stories" / "gold.jsonl").open("a", encoding="utf-8") as file:
        file.write('{"id": 7}\n')
    with pytest.raises(InputError, match="line 3"):
        load_gold(folder / "stories")
    (folder / "stories" / "gold.jsonl").write_text('{"id": "c"}\n', "utf-8")
    with pytest.raises(InputError, match="put it there"):
        load_gold(folder / "stories")


def test_texts_become_articles_with_their_dates(folder: Path) -> None:
    """One line a text, as a source reads it: id, words, date, language."""
    lines = [msgspec.json.decode(line) for line in as_lines(load_gold(folder)).splitlines()]
    assert lines[0] == {
        "id": "a",
        "text": "Osmia freed two men.\n",
        "published": "2026-01-05",
        "language": "en",
    }
    assert lines[1]["published"] is None


def test_claims_are_read_back_as_they_were_printed(tmp_path: Path) -> None:
    """What ``detente claims --json`` prints is read; a line that is no claim is told with its number."""
    text = text_of("a", "Osmia freed two men.")
    claim = claim_of(text, "freed two men", "RELEASE", quantity=2, roles={"releaser": "Osmia"})
    path = tmp_path / "claims.jsonl"
    path.write_bytes(to_json(claim) + b"\n")
    assert load_claims(path) == (claim,)
    path.write_text('{"id": "x"}\n', "utf-8")
    with pytest.raises(InputError, match="line 1"):
        load_claims(path)


def test_a_persons_kinds_of_fillers_are_taken_as_values(tmp_path: Path) -> None:
    """Who codes by hand may write a kind of their own; fillers that are no objects are told as an error."""
    text = text_of("a", "Osmia freed two men.")
    row = msgspec.to_builtins(claim_of(text, "freed two men", "RELEASE", roles={"releaser": "Osmia"}))
    row["roles"]["releaser"][0]["kind"] = "dukedom"
    path = tmp_path / "claims.jsonl"
    path.write_text(json.dumps(row), "utf-8")
    assert load_claims(path)[0].roles["releaser"][0].kind == "value"
    path.write_text(json.dumps({**row, "roles": {"releaser": ["Osmia"]}}), "utf-8")
    with pytest.raises(InputError, match="line 1"):
        load_claims(path)


def test_a_claim_belongs_to_the_text_of_its_id_or_file() -> None:
    """The document's id, as of a .jsonl of articles, or else the name of its file; strangers to none."""
    text = text_of("a", "Osmia freed two men.")
    claim = claim_of(text, "freed two men", "RELEASE")
    from_file = _moved(claim, id="doc_1", path="some/texts/a.txt")
    stranger = _moved(claim, id="doc_1", path="b.txt")
    assert by_text(gold_of(text), [_moved(claim, path="-"), from_file, stranger]) == {
        "a": [_moved(claim, path="-"), from_file]
    }


def _moved(claim: Claim, **where: str) -> Claim:
    document = msgspec.structs.replace(claim.document, **where)
    return msgspec.structs.replace(claim, document=document)


def test_the_projects_own_stories_are_gold() -> None:
    """The open set of this repository loads, and every scored event has its evidence in its text."""
    found = load_gold(ROOT / "gold")
    assert len(found.texts) >= 40
    assert [e.eid for t in found.texts for e in t.events if (e.evidence or "") not in t.text] == []
