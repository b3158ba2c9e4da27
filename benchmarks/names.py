"""Pairs of names a second, one core: Detente beside plainer ways, in one run.

    python benchmarks/names.py [--names 50000] [--pairs 100000] [--gold ../shared/gold] [--peer PYTHON]

The names are made up (a fixed seed): given names from the tables, in every script they hold, and
surnames from syllables in Latin letters; all are distinct. *Random* pairs are what a join without an
index meets; *candidates* share a key, and nearly all of their time goes into weighing. Times are
CPU time. Peers that are not at hand are left out, and that is said: rapidfuzz (Jaro-Winkler in C++) in this
environment, nomenklatura (logic-v2) in one of its own (``benchmarks/names_nomenklatura.py``).
"""

from __future__ import annotations

import argparse
import csv
import importlib.util
import json
import random
import subprocess
import time
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import combinations, islice
from pathlib import Path
from typing import Any

from detente.language.names import Prepared, compare, compare_prepared, differ, prepare
from detente.language.names.letters import table

SYLLABLES = """
    dor ta mi be fi gra sko pri ze ru bla mon tre yu yas che khar pol vin ga do ku ka li na ro ve dzi shu mar
    tsi kol bor zhe ha lu pe sta vi go cha ni
"""
ENDINGS = "ov enko uk evich ski ova ik au son ian zadeh ez ou ska in ina oglu man"
Pair = tuple[str, str]


def made_up_names(count: int, seed: int = 7) -> list[str]:
    """So many distinct names, given names from the tables, surnames from syllables."""
    chance, syllables, endings = random.Random(seed), SYLLABLES.split(), ENDINGS.split()
    families = [f for group in table("given").values() for sex in group.values() for f in sex.values()]
    given = sorted({form.title() for forms in families for form in forms.split()})
    found: set[str] = set()
    while len(found) < count:
        surname = "".join(chance.choices(syllables, k=chance.randint(2, 3))) + chance.choice(endings)
        found.add(f"{chance.choice(given)} {surname.title()}")
    names = sorted(found)
    chance.shuffle(names)
    return names


def random_pairs(names: list[str], count: int, seed: int = 8) -> list[Pair]:
    """Pairs drawn at random."""
    chance = random.Random(seed)
    return [(chance.choice(names), chance.choice(names)) for _ in range(count)]


def candidate_pairs(prepared: Iterable[Prepared], count: int) -> list[tuple[Prepared, Prepared]]:
    """Pairs that share a key, at most twenty a key."""
    index: dict[str, list[Prepared]] = {}
    for name in prepared:
        for key in sorted(name.keys):
            index.setdefault(key, []).append(name)
    blocks = (islice(combinations(block, 2), 20) for block in index.values())
    return list(islice((pair for block in blocks for pair in block), count))


def timed(work: Callable[[], object]) -> float:
    """Seconds of CPU time."""
    began = time.process_time()
    work()
    return time.process_time() - began


def ascii_fold(name: str) -> str:
    """The simple fold: compatibility forms, no marks, lower case, words in order."""
    flat = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode() or name
    return " ".join(sorted(flat.lower().split()))


def jaro_winkler(a: str, b: str) -> float:
    """Jaro-Winkler in plain Python, for want of rapidfuzz."""
    reach = max(len(a), len(b)) // 2 - 1
    taken, hits = [False] * len(b), []
    for i, char in enumerate(a):
        for j in range(max(0, i - reach), min(len(b), i + reach + 1)):
            if not taken[j] and b[j] == char:
                taken[j] = True
                hits.append((i, j))
                break
    if not hits:
        return 0.0
    order = [b[j] for j in sorted(j for _, j in hits)]
    turned = sum(a[i] != char for (i, _), char in zip(hits, order, strict=True)) / 2
    jaro = (len(hits) / len(a) + len(hits) / len(b) + (len(hits) - turned) / len(hits)) / 3
    prefix = next((i for i in range(min(4, len(a), len(b))) if a[i] != b[i]), min(4, len(a), len(b)))
    return jaro + prefix * 0.1 * (1 - jaro)


def peers() -> dict[str, Callable[[str, str], object]]:
    """What is installed to compare with, by name."""
    found: dict[str, Callable[[str, str], object]] = {
        "simple fold, equal or not": lambda a, b: ascii_fold(a) == ascii_fold(b),
        "Jaro-Winkler on ascii, plain Python": lambda a, b: jaro_winkler(ascii_fold(a), ascii_fold(b)),
    }
    if importlib.util.find_spec("rapidfuzz"):
        from rapidfuzz.distance import JaroWinkler  # type: ignore[import-not-found,unused-ignore]

        found["Jaro-Winkler on ascii, rapidfuzz"] = lambda a, b: JaroWinkler.similarity(
            ascii_fold(a), ascii_fold(b)
        )
    else:
        print("rapidfuzz: left out, since it is not installed here (pip install rapidfuzz)")
    return found


def nomenklatura(python: str | None, pairs: list[Pair]) -> dict[str, Any] | None:
    """What logic-v2 makes of the pairs, and how long it took; None, with the reason printed."""
    if python is None:
        print("nomenklatura: left out, since no --peer was named (see benchmarks/names_nomenklatura.py)")
        return None
    script = Path(__file__).with_name("names_nomenklatura.py")
    done = subprocess.run(
        [python, str(script)], input=json.dumps(pairs), capture_output=True, text=True, check=False
    )
    if done.returncode:
        print(f"nomenklatura: left out, since it failed: {done.stderr.strip().splitlines()[-1:]}")
        return None
    found: dict[str, Any] = json.loads(done.stdout)
    return found


Labelled = list[tuple[str, str, bool, str]]


def labelled(path: Path) -> Labelled:
    """The two names, whether they are of one person, and the kind of pair."""
    with path.open(encoding="utf-8", newline="") as file:
        return [(r["name1"], r["name2"], r["is_match"] == "True", r["kind"]) for r in csv.DictReader(file)]


def measured(rows: Labelled, said: list[bool]) -> str:
    """Recall and precision, with relatives and look-alikes wrongly joined."""
    hits = sum(s and truth for s, (_, _, truth, _) in zip(said, rows, strict=True))
    hard = [s for s, (*_, kind) in zip(said, rows, strict=True) if kind == "hardneg"]
    recall, precision = hits / sum(truth for _, _, truth, _ in rows), hits / max(1, sum(said))
    return f"recall {recall:.3f}  precision {precision:.3f}  look-alikes joined {sum(hard)}/{len(hard)}"


def by_kind(rows: Labelled) -> str:
    """How often we say what, for each kind of pair."""
    told = Counter((kind, compare(a, b).verdict) for a, b, _, kind in rows)
    kinds = dict.fromkeys(kind for *_, kind in rows)
    cells = [f"{k} " + " ".join(f"{v} {told[k, v]}" for v in ("same", "unsure", "different")) for k in kinds]
    return "; ".join(cells)


def print_speed(names: list[str], count: int, peer: str | None) -> None:
    """The table of speeds: random pairs, and pairs that share a key."""
    pairs = random_pairs(names, count)
    ours = count / timed(lambda: [compare(a, b) for a, b in pairs])
    prepared: dict[str, Prepared] = {}
    preparing = len(names) / timed(lambda: prepared.update((n, prepare(n)) for n in names))
    ready = [(prepared[a], prepared[b]) for a, b in pairs]
    candidates = candidate_pairs(prepared.values(), count)
    fast = [speed(compare_prepared, each) for each in (ready, candidates)]
    print(f"{len(names):,} distinct names, {count:,} random pairs, {len(candidates):,} that share a key")
    print(
        f"names prepared a second: {preparing:,.0f}\n{'pairs a second':44}{'random':>12}{'share a key':>14}"
    )
    near = [(a.name, b.name) for a, b in candidates]
    print(f"{'Detente, nothing prepared':44}{ours:12,.0f}{speed(compare, near):14,.0f}")
    print(f"{'Detente, prepared':44}{fast[0]:12,.0f}{fast[1]:14,.0f}")
    print(f"{'Detente, prepared, only whether they differ':44}{'':12}{speed(differ, candidates):14,.0f}")
    for label, function in peers().items():
        print(f"{label:44}{speed(function, pairs):12,.0f}{speed(function, near):14,.0f}")
    print_nomenklatura(peer, pairs[:5_000], near[:5_000])


def print_nomenklatura(peer: str | None, pairs: list[Pair], near: list[Pair]) -> None:
    """Two lines of the table, where it is at hand."""
    some, others = nomenklatura(peer, pairs), nomenklatura(peer, near) if peer is not None else None
    if some is not None and others is not None:
        for label, key in (("nothing prepared", "seconds"), ("entities made", "prepared")):
            print(f"{f'nomenklatura logic-v2, {label}':44}"
                  f"{len(pairs) / some[key]:12,.0f}{len(near) / others[key]:14,.0f}")  # fmt: skip


def speed(function: Callable[[Any, Any], object], pairs: Sequence[tuple[Any, Any]]) -> float:
    """Pairs a second, the answers let go one by one as screening does."""

    def work() -> None:
        for a, b in pairs:
            function(a, b)

    return len(pairs) / min(timed(work) for _ in range(3 if len(pairs) < 200_000 else 1))


def main() -> None:
    """Print speeds, and accuracy where gold is at hand."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--names", type=int, default=50_000)
    parser.add_argument("--pairs", type=int, default=100_000)
    parser.add_argument("--gold", type=Path, default=Path("../shared/gold"))
    parser.add_argument("--peer", help="the Python of an environment that has nomenklatura")
    options = parser.parse_args()
    print_speed(made_up_names(options.names), options.pairs, options.peer)
    own = Path(__file__).parents[1] / "tests" / "language" / "data" / "name_pairs.csv"
    for path in (options.gold / "names" / "people_pairs.csv", options.gold / "canada" / "pairs.csv", own):
        if path.is_file():
            print_accuracy(path, options.peer)


def print_accuracy(path: Path, peer: str | None) -> None:
    """Recall and precision on a sheet of labelled pairs, ours and the peers'."""
    rows = labelled(path)
    print(f"{path.name}, {len(rows)} pairs")
    print(f"  {'Detente, same':28}{measured(rows, [compare(a, b).verdict == 'same' for a, b, *_ in rows])}")
    print(f"  {'':28}{by_kind(rows)}")
    print(f"  {'Jaro-Winkler, .9':28}{measured(rows, [is_near(a, b) for a, b, *_ in rows])}")
    found = nomenklatura(peer, [(a, b) for a, b, *_ in rows]) if peer is not None else None
    if found is not None:
        print(f"  {'nomenklatura logic-v2, .7':28}{measured(rows, [s >= 0.7 for s in found['scores']])}")


def is_near(a: str, b: str) -> bool:
    """Jaro-Winkler of at least .9 on the plainest reading of both, so that scripts meet."""
    x, y = (" ".join(w.fine[0] for w in prepare(name).words) for name in (a, b))
    return jaro_winkler(x, y) >= 0.9


if __name__ == "__main__":
    main()
