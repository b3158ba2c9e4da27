"""Are reports of one bargain told as one happening? ``python benchmarks/events.py GOLD [--json]``.

GOLD is a folder with ``gold.jsonl`` (``id``, ``deal``, ``lang``) and ``texts/`` or ``articles.jsonl``. All go
into one ledger in memory; the *main event* of a report is the first thing that it tells as done, a release
or pardon before a transfer, a transfer before anything else; of two told in the very same words ("five were
freed by each of both") the one that fewer reports tell, so that the figure flatters nobody and no change of
identifiers moves it. Reports are grouped by their main events and compared with their deals by B³ (Bagga and
Baldwin 1998): for each report the share of its group that is of its deal (precision), and the share of its
deal that is in its group (recall), averaged. ``joined`` counts
groups with reports of two deals. The figures ``bargain_…`` are the same, with the two sides of a swap and
the acts of one bargain taken together as Detente does: by the deal that the main event is a part of.
"""

from __future__ import annotations

import argparse
import io
import json
from collections import defaultdict
from pathlib import Path

from detente.evaluation import as_lines, load_gold
from detente.records import Claim, State
from detente.workspace import open_workspace

FIRST = ("RELEASE", "CLEMENCY"), ("TRANSFER",)
DONE = ("performed", "asserted", "announced")


def main_event(state: State, claims: dict[str, Claim], report: str) -> str:
    """The event that a report is about; the report itself where it tells none."""
    best: tuple[bool, int, int, int, str] | None = None
    for event in state.events:
        told = [claims[c] for c in event.claims if claims[c].document.id == report]
        if told:
            done = any(c.mode in DONE for c in told)
            rank = min(
                next((n for n, kinds in enumerate(FIRST) if c.type in kinds), len(FIRST)) for c in told
            )
            key = (not done, rank, min(c.span.start for c in told), len(event.documents), event.id)
            best = key if best is None else min(best, key)
    return f"none of {report}" if best is None else best[-1]


def b_cubed(found: dict[str, str], true: dict[str, str]) -> tuple[float, float, float]:
    """Precision, recall and F1 of a grouping."""
    groups, deals = defaultdict(set), defaultdict(set)
    for item in true:
        groups[found[item]].add(item)
        deals[true[item]].add(item)
    both = [(len(groups[found[i]] & deals[true[i]]), groups[found[i]], deals[true[i]]) for i in true]
    precision = sum(n / len(group) for n, group, _ in both) / len(both)
    recall = sum(n / len(deal) for n, _, deal in both) / len(both)
    return precision, recall, 2 * precision * recall / (precision + recall)


def _reports(gold: Path) -> bytes:
    """The texts with all that is known of them, where the folder says it; else with their dates."""
    told = gold / "articles.jsonl"
    return told.read_bytes() if told.exists() else as_lines(load_gold(gold, language="en"))


def measure(gold: Path) -> dict[str, float]:
    """The figures over a folder of gold."""
    rows = [json.loads(line) for line in (gold / "gold.jsonl").read_text(encoding="utf-8").splitlines()]
    deals = {row["id"]: row["deal"] for row in rows if row.get("lang", "en") == "en"}
    with open_workspace() as workspace:
        workspace.read(["-"], stdin=io.BytesIO(_reports(gold)))
        state = workspace.state()
    claims = {claim.id: claim for claim in state.claims}
    found = {report: main_event(state, claims, report) for report in deals}
    figures = _figures(found, deals)
    bargains = _figures(_bargains(state, found), deals)
    return {"reports": len(deals), **figures, **{f"bargain_{k}": v for k, v in bargains.items()}}


def _figures(found: dict[str, str], deals: dict[str, str]) -> dict[str, float]:
    precision, recall, f1 = b_cubed(found, deals)
    joined = sum(len({deals[r] for r in deals if found[r] == event}) > 1 for event in set(found.values()))
    return {"precision": precision, "recall": recall, "f1": f1, "joined": joined}


def _bargains(state: State, found: dict[str, str]) -> dict[str, str]:
    """The deal that each main event is a part of; the event itself where it is of none."""
    events = {event.id: set(event.claims) for event in state.events}
    held = {
        event: next((d.id for d in state.deals if claims & set(d.claims)), event)
        for event, claims in events.items()
    }
    return {report: held.get(event, event) for report, event in found.items()}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    figures = measure(given.gold)
    if given.json:
        print(json.dumps(figures))
    else:
        print("\n".join(f"{name:18} {value:.3f}" for name, value in figures.items()))


if __name__ == "__main__":
    main()
