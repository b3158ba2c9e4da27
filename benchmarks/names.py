"""Pairs of names a second, one core: Detente beside plainer ways, in one run.

    python benchmarks/names.py [--names 50000] [--pairs 100000] [--gold ../shared/gold]

The names are made up (a fixed seed): given names from the tables, in every script they hold, and
surnames from syllables in Latin letters; all are distinct. *Random* pairs are what a join without an
index meets; *candidates* share a key, and nearly all of their time goes into weighing. Times are
CPU time of this process. Peers that are not installed are left out: rapidfuzz (Jaro-Winkler in C++),
nomenklatura (logic-v2; run it in an environment of its own).
"""

from __future__ import annotations

import argparse
import csv
import importlib.util
import random
import time
import unicodedata
from collections.abc import Callable, Iterable
from itertools import combinations, islice
from pathlib import Path

from detente.language.names import Prepared, compare, compare_prepared, prepare
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
    return found


def measure_gold(path: Path, same: Callable[[str, str], bool]) -> str:
    """Recall and precision on labelled pairs, with relatives and look-alikes wrongly joined."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = [(r["name1"], r["name2"], r["is_match"] == "True", r["kind"]) for r in csv.DictReader(file)]
    said = [(same(a, b), truth, kind) for a, b, truth, kind in rows]
    hits = sum(s and t for s, t, _ in said)
    hard = [s for s, _, kind in said if kind == "hardneg"]
    recall, precision = hits / sum(t for _, t, _ in said), hits / max(1, sum(s for s, *_ in said))
    return f"recall {recall:.3f}  precision {precision:.3f}  look-alikes joined {sum(hard)}/{len(hard)}"


def print_speed(names: list[str], count: int) -> None:
    """The table of speeds."""
    pairs = random_pairs(names, count)
    ours = count / timed(lambda: [compare(a, b) for a, b in pairs])
    prepared: dict[str, Prepared] = {}
    preparing = len(names) / timed(lambda: prepared.update((n, prepare(n)) for n in names))
    ready = [(prepared[a], prepared[b]) for a, b in pairs]
    fast = count / timed(lambda: [compare_prepared(a, b) for a, b in ready])
    candidates = candidate_pairs(prepared.values(), count)
    weighing = len(candidates) / timed(lambda: [compare_prepared(a, b) for a, b in candidates])
    print(f"{len(names):,} distinct names, {count:,} random pairs, {len(candidates):,} candidates")
    print(f"{'prepare':44}{preparing:12,.0f} names/s")
    for label, rate in (("compare, nothing prepared, random", ours), ("compare_prepared, random", fast),
                        ("compare_prepared, candidates", weighing)):  # fmt: skip
        print(f"{label:44}{rate:12,.0f} pairs/s")
    for label, peer in peers().items():
        rate = count / timed(lambda peer=peer: [peer(a, b) for a, b in pairs])  # type: ignore[misc]
        print(f"{label:44}{rate:12,.0f} pairs/s   ours {ours / rate:6.2f}x  prepared {fast / rate:7.1f}x")


def main() -> None:
    """Print speeds, and accuracy where gold is at hand."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--names", type=int, default=50_000)
    parser.add_argument("--pairs", type=int, default=100_000)
    parser.add_argument("--gold", type=Path, default=Path("../shared/gold"))
    options = parser.parse_args()
    print_speed(made_up_names(options.names), options.pairs)
    own = Path(__file__).parents[1] / "tests" / "language" / "data" / "name_pairs.csv"
    for path in (options.gold / "names" / "people_pairs.csv", options.gold / "canada" / "pairs.csv", own):
        if path.is_file():
            print(f"{path.name:18} Detente        {measure_gold(path, is_same)}")
            print(f"{'':18} Jaro-Winkler   {measure_gold(path, is_near)}")


def is_same(a: str, b: str) -> bool:
    """Our verdict."""
    return compare(a, b).verdict == "same"


def is_near(a: str, b: str) -> bool:
    """Jaro-Winkler of at least .9 on the plainest reading of both, so that scripts meet."""
    x, y = (" ".join(w.fine[0] for w in prepare(name).words) for name in (a, b))
    return jaro_winkler(x, y) >= 0.9


if __name__ == "__main__":
    main()
