"""How long a person waits for the first answer: import, help, one article to its dossier.

Each figure is the median of several fresh processes; the bounds are those of the project.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
ARTICLE = ROOT / "examples" / "1-great-lakes-courier.txt"
CLI = "from detente.views.cli import main; main()"
MEASURED = (
    ("python starts and stops", ("-c", "pass"), None),
    ("import detente", ("-c", "import detente"), 0.15),
    ("detente --help", ("-c", CLI, "--help"), 0.40),
    ("detente codebook", ("-c", CLI, "codebook"), None),
    ("detente read, one article to its dossier", ("-c", CLI, "read", str(ARTICLE)), 1.50),
)


def seconds(*arguments: str, times: int) -> float:
    """The median wall time of a fresh Python process with these arguments."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        subprocess.run([sys.executable, *arguments], check=True, capture_output=True, cwd=ROOT)
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def main() -> None:
    """Print the table."""
    print(f"{'what':<44} {'median s':>9} {'bound':>6}")
    for name, arguments, bound in MEASURED:
        taken = seconds(*arguments, times=5)
        late = "" if bound is None or taken <= bound else "  over"
        print(f"{name:<44} {taken:9.3f} {'' if bound is None else f'{bound:.2f}':>6}{late}")


if __name__ == "__main__":
    main()
