"""A question about other days, settled from the reports that bear on it, is answered as from all."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
from benchmarks.drafts import READER
from benchmarks.world import World

from detente.ledger import decode, entry_of, open_journal
from detente.pipeline import Settler
from detente.reconciliation.answers import WIDE
from detente.records import Claim, Coding, Entry, Judgement, Reading, Retraction, Verdict4, to_builtins
from detente.settings import load_settings
from detente.workspace import Workspace, open_workspace
from tests.rough import Rough

NOW = "2026-01-31T08:00:00Z"
SAID, BETWEEN, SINCE = "2025-06-01", "2025-07-01", "2025-08-01"


Words = Callable[[list[Reading], random.Random], Iterator[Entry]]


def _ledger(path: Path, world: World, claims: int, *words: Words) -> list[Reading]:
    """A ledger of invented reports, and of people's words on them."""
    pairs = list(world.reports(claims))
    readings = [reading for reading, _ in pairs]
    with open_journal(path, now=lambda: NOW) as journal:
        journal.append(entry_of(record) for reading, article in pairs for record in (article, reading))
        for said in words:
            journal.append(said(readings, world.chance))
    return readings


def _of_all_kinds(readings: list[Reading], chance: random.Random) -> Iterator[Entry]:
    """Reports taken back, claims found to be misread, happenings and people told to be two, or one."""
    some = [reading for reading in chance.sample(readings, 20) if len(reading.claims) > 1]
    for number, reading in enumerate(some):
        document, was = reading.document.sha256, chance.choice(reading.claims)
        if number < 5:
            yield entry_of(Retraction(id=f"rtr_{number}", target=document, author="ira", made=NOW))
        elif number < 10:
            yield entry_of(
                Coding(id=f"cod_{number}", kind="rejection", author="ira", made=NOW, reason="no", was=was)
            )
        else:
            other = chance.choice(chance.choice(readings).claims)
            verdict: Verdict4 = "same" if chance.random() < 0.5 else "different"
            yield entry_of(
                Judgement(
                    id=f"jdg_{number}", about="event", left=was.id, right=other.id, verdict=verdict,
                    author="ira", made=NOW,
                )
            )  # fmt: skip


def _open(path: Path) -> Workspace:
    settings = msgspec.structs.replace(load_settings(), reader=READER.name)
    return open_workspace(path, settings=settings, now=lambda: NOW)


def _pairs(days: list[str], chance: random.Random) -> Iterator[tuple[str | None, str | None]]:
    yield None, chance.choice(days[len(days) // 2 :])
    yield chance.choice(days), None
    yield chance.choice(days), chance.choice(days)


def _renamed(readings: list[Reading], chance: random.Random) -> Iterator[Entry]:
    """Of two people who were freed somebody found that they are called otherwise; one of the two words was
    taken back, the other put anew."""
    freed = [c for r in readings for c in r.claims if c.type == "RELEASE" and c.names("person")]
    for number, was in enumerate(chance.sample(freed, 2)):
        first = _called(was, "Zora Quill", f"cod_{number}")
        yield entry_of(first, known=SAID)
        if number:
            yield entry_of(_called(was, "Vita Norr", "cod_more"), known=SINCE)
        else:
            yield entry_of(Retraction(id="rtr_cod", target=first.id, author="ira", made=NOW), known=SINCE)


def _called(was: Claim, name: str, id_: str) -> Coding:
    named = tuple(msgspec.structs.replace(f, name=name) for f in was.roles["person"])
    claim = msgspec.structs.replace(was, roles={**was.roles, "person": named})
    return Coding(id=id_, kind="correction", author="ira", made=NOW, reason="x", was=was, claim=claim)


def _made_one(readings: list[Reading], chance: random.Random) -> Iterator[Entry]:
    """Happenings that somebody took for one, and no longer does."""
    told = [c for r in readings for c in r.claims if c.type in ("RELEASE", "SANCTION_EASE")]
    for number in range(12):
        left, right = (c.id for c in chance.sample(told, 2))
        yield entry_of(
            Judgement(
                id=f"jdg_{number}", about="event", left=left, right=right, verdict="same",
                author="ira", made=NOW,
            ),
            known=SAID,
        )  # fmt: skip
        taken = Retraction(id=f"rtr_{number}", target=f"jdg_{number}", author="ira", made=NOW)
        yield entry_of(taken, known=SINCE)


@pytest.mark.parametrize(("words", "name"), [(_renamed, "Zora Quill"), (_made_one, None)])
def test_what_people_said_by_then_and_took_back_since_is_answered_as_it_stood(
    words: Words, name: str | None, tmp_path: Path
) -> None:
    """A name put right and put back, happenings made one and parted: on a day between, as it was then."""
    path = tmp_path / "l.detente"
    _ledger(path, World(5, states=9), 500, words)
    with _open(path) as warm, _open(path) as whole:
        parties = {s.party.name for d in warm.state().deals for s in d.sides if s.party.kind == "state"}
        whole.state(known_by=BETWEEN)
        given = [{"country": party} for party in sorted(parties)[:4]] + ([{"person": name}] if name else [])
        for question in (q for q in warm.questions() if q.name not in WIDE | {"diff"}):
            for one in (g for g in given if not g.keys() - set(question.filters)):
                part, all_ = (w.ask(question.name, known_by=BETWEEN, **one) for w in (warm, whole))
                assert to_builtins(part) == to_builtins(all_), (question.name, one)
        assert name is None or warm.ask("released", known_by=BETWEEN, person=name).rows


@pytest.mark.parametrize(
    ("world", "words"),
    [
        (World(5, states=9), ()),
        (Rough(2, states=40, surnames=200), ()),
        (Rough(2, states=40, surnames=200), (_of_all_kinds,)),
    ],
    ids=["dense", "rough", "spoken of"],
)
def test_part_of_the_reports_answers_as_all_of_them(
    world: World, words: tuple[Words, ...], tmp_path: Path
) -> None:
    """Every question of a country, a person or a record, on days drawn at random, to the last byte."""
    path, chance = tmp_path / "l.detente", random.Random(5)
    days = sorted({r.document.published or "" for r in _ledger(path, world, 1200, *words)})
    with _open(path) as warm, _open(path) as whole:
        state = warm.state()
        parties = {s.party.name for d in state.deals for s in d.sides if s.party.kind == "state"}
        for held, known in _pairs(days, chance):
            whole.state(as_of=held, known_by=known)  # at hand: the other asks all of it
            asked = {
                "country": chance.choice(sorted(parties)),
                "person": chance.choice(state.people).name,
                "record": chance.choice(state.claims).id,
            }
            for question in (q for q in warm.questions() if q.name not in WIDE | {"diff"}):
                for key, value in asked.items():
                    if key in question.filters:
                        given = {key: value}
                        part, all_ = (
                            w.ask(question.name, as_of=held, known_by=known, **given) for w in (warm, whole)
                        )
                        assert to_builtins(part) == to_builtins(all_), (question.name, given, held, known)


@pytest.mark.parametrize(
    "world", [World(7, states=9), Rough(4, states=40, surnames=200)], ids=["dense", "rough"]
)
def test_what_another_settler_found_makes_no_state_other(world: World) -> None:
    """Of any of the reports, on any days, beside the words of people on what is one."""
    chance, pairs = random.Random(3), list(world.reports(800))
    words = [w for e in _of_all_kinds([r for r, _ in pairs], chance) if isinstance(w := decode(e), Judgement)]
    known = Settler()
    known.settle([r for r, _ in pairs], [a for _, a in pairs], words)
    days = sorted({r.document.published or "" for r, _ in pairs})
    for held, known_by in [*_pairs(days, chance), (None, None)]:
        some = pairs if held is None else chance.sample(pairs, len(pairs) * 2 // 3)
        readings, articles = [r for r, _ in some], [a for _, a in some]
        said = words[: chance.randrange(len(words) + 1)]
        found, anew = (
            s.settle(readings, articles, said, as_of=held, known_by=known_by)
            for s in (Settler(known=known), Settler())
        )
        assert found == anew, (held, known_by)


@pytest.mark.parametrize(
    "world", [World(8, states=9), Rough(6, states=40, surnames=200)], ids=["dense", "rough"]
)
def test_what_was_taken_over_is_as_good_as_found_when_reports_come_and_go_later(world: World) -> None:
    """What was left where it stands, not being asked for, is there when more come, of which the other knows
    nothing; so it is where somebody said who is one, or what is, to one of the two alone."""
    chance, pairs = random.Random(8), list(world.reports(700))
    words = [w for e in _of_all_kinds([r for r, _ in pairs], chance) if isinstance(w := decode(e), Judgement)]
    words += _on_people([r for r, _ in pairs], chance)
    days = sorted({r.document.published or "" for r, _ in pairs})
    for told in ([], words, words[::2]):
        before, known = chance.sample(pairs, len(pairs) * 2 // 3), Settler()
        known.settle([r for r, _ in before], [a for _, a in before], told)
        found = Settler(known=known)
        for said in ([], told, words, []):
            some = before if said == [] else chance.sample(pairs, len(pairs) * 3 // 4)
            held = chance.choice([None, *days[-9:]])
            readings, articles = [r for r, _ in some], [a for _, a in some]
            state = found.settle(readings, articles, said, as_of=held)
            assert state == Settler().settle(readings, articles, said, as_of=held), (held, len(said))


def _on_people(readings: list[Reading], chance: random.Random) -> Iterator[Judgement]:
    """Of people whom two reports call by one name: that they are one, or two."""
    reports = defaultdict[str, set[str]](set)
    for reading in readings:
        for name in (n for c in reading.claims for n in c.names("person")):
            reports[name].add(reading.document.sha256)
    several = sorted(name for name, found in reports.items() if len(found) > 1)
    for number, name in enumerate(chance.sample(several, 12)):
        left, right = (f"{document}#{name}" for document in sorted(reports[name])[:2])
        verdict: Verdict4 = "same" if chance.random() < 0.3 else "different"
        yield Judgement(
            id=f"jdg_who_{number}", about="entity", left=left, right=right, verdict=verdict,
            author="ira", made=NOW,
        )  # fmt: skip


def test_what_stands_as_it_did_is_the_very_record_of_the_other_settler() -> None:
    """Claims, happenings and people are not made again; of deals those of which something was taken back."""
    pairs, known = list(World(7, states=9).reports(400)), Settler()
    readings, articles = [r for r, _ in pairs], [a for _, a in pairs]
    state = known.settle(readings, articles)
    again = Settler(known=known).settle(readings, articles)
    for one, two in (
        (again.claims, state.claims),
        (again.events, state.events),
        (again.people, state.people),
    ):
        assert one
        assert all(a is b for a, b in zip(one, two, strict=True))
    back = {d.id for d in state.deals for s in d.sides for g in s.gives if g.compliance == "R"}
    deals = zip(again.deals, state.deals, strict=True)
    assert len(back) < len(state.deals)
    assert all(a is b for a, b in deals if a.id not in back)
