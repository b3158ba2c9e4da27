"""Families over a corpus: whatever the buckets, those that all its articles in one index would make."""

from __future__ import annotations

import json
import random
from pathlib import Path

import msgspec
import pytest

from detente.corpus import families as stage
from detente.corpus import find_families, read_corpus
from detente.errors import DetenteError, InputError
from detente.records import Article
from detente.resolution.families import families
from tests.corpus.test_run import asked, clock
from tests.resolution.test_families import changed, prose

FREED = "Osmia released 12 prisoners on Tuesday, the justice ministry said."


def corpus(folder: Path) -> Path:
    """Fifty articles in five files: copies, cuts, rewrites, a roundup, twins, and many of one kind each."""
    chance, texts = random.Random(11), []
    for story in range(9):
        words = prose(story, chance.randint(60, 300))
        texts.append(words)
        for copy in range(chance.randint(0, 4)):
            cut = words[: chance.randint(50, len(words))] if copy % 2 else changed(words, 0.12, copy)
            texts.append(cut)
    texts.append([w for story in range(4) for w in prose(story, 60)])  # a roundup of four
    texts += [texts[0], texts[0]]
    texts += [prose(100 + n) for n in range(50 - len(texts))]
    chance.shuffle(texts)
    inputs = folder / "in"
    inputs.mkdir(parents=True)
    for n in range(5):
        lines = [line(f"{n}-{i}", words) for i, words in enumerate(texts[n::5])]
        (inputs / f"{n}.jsonl").write_text("\n".join(lines))
    out = folder / "out"
    read_corpus([str(inputs)], out, now=clock, workers=0)
    return out


def line(name: str, words: list[str]) -> str:
    """An article of a ``.jsonl``."""
    text = f"{FREED}\n\n{' '.join(words)}."
    given = {"id": name, "url": f"https://paper.example/{name}", "published": "2026-03-04", "title": "Freed"}
    return json.dumps(given | {"text": text, "language": "en", "publisher": "The Paper"})


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A corpus that is read once."""
    return corpus(tmp_path_factory.mktemp("families"))


def found(out: Path) -> list[tuple[object, ...]]:
    """The rows of the table."""
    return asked(f"SELECT * FROM read_parquet('{out}/families/*.parquet') ORDER BY ALL")


def in_one_index(out: Path) -> list[tuple[object, ...]]:
    """The same rows, from all articles at once."""
    texts = asked(f"SELECT article FROM read_parquet('{out}/articles/*.parquet') WHERE relevant")
    articles = [msgspec.json.decode(str(row[0]), type=Article) for row in texts]
    rows = (tuple(row.values()) for f in families(articles) for row in stage.rows_of(f))
    return sorted(rows, key=str)


@pytest.mark.parametrize(("texts", "workers"), [(1, 0), (7, 0), (7, 2), (20_000, 0)])
def test_buckets_change_nothing(out: Path, texts: int, workers: int) -> None:
    """Fifty buckets of one text, eight of seven by two processes, or one: the same families."""
    told = find_families(out, workers=workers, texts=texts)
    assert sorted(found(out), key=str) == in_one_index(out)
    assert told.articles == 50
    assert told.families == len({row[0] for row in found(out)}) > 5
    assert told.members == len({row[1] for row in found(out)})
    assert told.buckets > 1 or texts > 50


def test_what_was_found_is_not_sought_again(out: Path) -> None:
    """The same shards and buckets: no job is run; the answer is the same."""
    jobs: list[int] = []
    first = find_families(out, workers=0, texts=9)
    assert find_families(out, workers=0, texts=9, tick=jobs.append) == first
    assert jobs == []


def test_a_stop_between_two_jobs_loses_only_the_job(out: Path) -> None:
    """Whatever stops it, the next call does the rest, and the old table stands until the new one is whole."""
    find_families(out, workers=0, texts=20_000)
    before = found(out)

    def stops(jobs: int) -> None:
        raise KeyboardInterrupt

    for _ in range(3):
        with pytest.raises(KeyboardInterrupt):
            find_families(out, workers=0, texts=5, tick=stops)
        assert found(out) == before
    ticks: list[int] = []
    told = find_families(out, workers=0, texts=5, tick=ticks.append)
    assert found(out) == before
    assert not list(out.glob(".families-*"))
    assert len(ticks) == 50 // 5 + 1 + 5 + told.buckets - 3


def test_a_job_that_fails_is_named(out: Path) -> None:
    """What was expected, what was found, what to do."""
    path = next(iter(sorted((out / "keys").glob("*.parquet"))))
    whole = path.read_bytes()
    path.write_bytes(b"no table")
    try:
        with pytest.raises(
            DetenteError, match=r"pairs-00000: expected it to be done; found .*run this again"
        ):
            find_families(out, workers=0, texts=3)
    finally:
        path.write_bytes(whole)


def test_a_corpus_without_a_relevant_article_has_none(tmp_path: Path) -> None:
    """And a folder that is none of a corpus is misuse."""
    (tmp_path / "a.txt").write_text("It rained all week in the hills.")
    read_corpus([str(tmp_path / "a.txt")], tmp_path / "out", now=clock, workers=0)
    assert find_families(tmp_path / "out", workers=0) == stage.Found(buckets=1)
    with pytest.raises(InputError, match="expected the output of `detente corpus read`"):
        find_families(tmp_path, workers=0)


def test_the_command_says_how_many_and_where(out: Path) -> None:
    """In words, and as JSON."""
    from tests.views.cli.running import run

    told = find_families(out, workers=0)
    words = run("corpus", "families", str(out), "--workers", "0")
    assert words.out == f"{told.families} families of {told.members} articles; 50 are relevant\n"
    as_json = run("corpus", "families", str(out), "--workers", "0", "--json")
    assert as_json.rows == [msgspec.to_builtins(told)]
