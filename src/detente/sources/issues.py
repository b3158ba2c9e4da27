"""Issues of this stage, all worded alike: what was expected, what was found, what to do."""

from __future__ import annotations

from detente.records import Issue


def issue(
    code: str,
    path: str,
    expected: str,
    found: str,
    advice: str,
    *,
    sha256: str | None = None,
    fatal: bool = True,
) -> Issue:
    """An issue of stage ``sources`` in the one form of words.

    >>> issue("empty-file", "a.txt", "a report", "an empty file", "give one with text").message
    'a.txt: expected a report; found an empty file; give one with text'
    """
    message = f"{path}: expected {expected}; found {found}; {advice}"
    return Issue(stage="sources", code=code, message=message, path=path, document=sha256, fatal=fatal)
