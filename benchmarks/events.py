"""Are reports of one bargain told as one happening? ``python benchmarks/events.py GOLD [--json]``.

GOLD is a folder with ``gold.jsonl`` (``id``, ``deal``, ``lang``) and ``articles.jsonl``. All reports go
into one ledger in memory; the *main event* of a report is the first thing that it tells as done, a release
or pardon before a transfer, a transfer before anything else. Reports are grouped by their main events and
compared with their deals by B³ (Bagga and Baldwin 1998): for each report the share of its group that is of
its deal (precision), and the share of its deal that is in its group (recall), averaged. ``joined`` counts
groups with reports of two deals.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from pathlib import Path

from detente.records import Claim, State
from detente.workspace import open_workspace

FIRST = ("RELEASE", "CLEMENCY"), ("TRANSFER",)
DONE = ("performed", "asserted", "announced")


def main_event(state: State, claims: dict[str, Claim], report: str) -> str:
    """The event that a report is about; the report itself where it tells none."""
    best: tuple[bool, int, int, str] | None = None
    for event in state.events:
        told = [claims[c] for c in event.claims if claims[c].document.id == report]
        if told:
            done = any(c.mode in DONE for c in told)
            rank = min(
                next((n for n, kinds in enumerate(FIRST) if c.type in kinds), len(FIRST)) for c in told
            )
            key = (not done, rank, min(c.span.start for c in told), event.id)
            best = key if best is None else min(best, key)
    return f"none of {report}" if best is None else best[3]


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


def measure(gold: Path) -> dict[str, float]:
    """The figures over a folder of gold."""
    rows = [json.loads(line) for line in (gold / "gold.jsonl").read_text(encoding="utf-8").splitlines()]
    deals = {row["id"]: row["deal"] for row in rows if row.get("lang", "en") == "en"}
    with open_workspace() as workspace:
        workspace.read([str(gold / "articles.jsonl")])
        state = workspace.state()
    claims = {claim.id: claim for claim in state.claims}
    found = {report: main_event(state, claims, report) for report in deals}
    precision, recall, f1 = b_cubed(found, deals)
    joined = sum(len({deals[r] for r in deals if found[r] == event}) > 1 for event in set(found.values()))
    return {"reports": len(deals), "precision": precision, "recall": recall, "f1": f1, "joined": joined}


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
        print("\n".join(f"{name:10} {value:.3f}" for name, value in figures.items()))


if __name__ == "__main__":
    main()
