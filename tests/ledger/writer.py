"""A process that appends batches to a ledger until it is stopped: for the tests of faults.

Usage: ``python writer.py LEDGER FIRST LAST [WRITER]``. Prints a line when it is ready and after each
append that returned.
"""

from __future__ import annotations

import random
import sys
from hashlib import sha256

import msgspec

from detente.ledger import open_journal
from detente.records import Entry


def batch(number: int, writer: str = "") -> list[Entry]:
    """The entries of this batch: the same whoever asks; some name bytes of their own."""
    chance = random.Random(f"{writer}{number}")
    entries = []
    for n in range(chance.randint(1, 30)):
        key, text = f"{writer}{number:04}-{n:02}", chance.randbytes(chance.randint(1, 2000)).hex()
        raw = text.encode() if n % 5 == 0 else None
        body = {"sha256": sha256(raw).hexdigest()} if raw else {"text": text}
        entries.append(
            Entry(
                kind="document" if raw else "issue",
                key=key,
                body=msgspec.Raw(msgspec.json.encode(body)),
                raw=raw,
            )
        )
    return entries


def _say(word: str) -> None:
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


def main(ledger: str, first: str, last: str, writer: str = "") -> int:
    """Append batch after batch; on Ctrl-C, one entry more to show that the journal can still be used."""
    with open_journal(ledger) as journal:
        _say("ready")
        try:
            for number in range(int(first), int(last)):
                journal.append(batch(number, writer))
                _say(str(number))
        except KeyboardInterrupt:
            journal.append([Entry(kind="issue", key="interrupted", body=msgspec.Raw(b"{}"))])
            return 130
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
