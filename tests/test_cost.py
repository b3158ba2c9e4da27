"""What a start does not pay for; how long it takes is for ``benchmarks/startup.py`` to say."""

from __future__ import annotations

import subprocess
import sys


def test_help_and_codebook_load_no_model() -> None:
    """What needs no parse does not load spaCy, nor what cleans pages."""
    code = (
        "import sys; from detente.views.cli import main\n"
        "try: main()\nexcept SystemExit: pass\n"
        "heavy = ('spacy', 'trafilatura', 'htmldate', 'numpy')\n"
        "print([m for m in heavy if m in sys.modules], file=sys.stderr)"
    )
    for arguments in (("--help",), ("codebook", "RELEASE"), ("verify", "--help")):
        done = subprocess.run(
            [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True
        )
        assert done.stderr.strip() == "[]", arguments
