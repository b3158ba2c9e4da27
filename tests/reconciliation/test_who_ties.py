"""Whose words a tie is in: a side's own, or somebody else's (CODEBOOK §6)."""

from __future__ import annotations

import pytest
from tests import ledgers


@pytest.mark.parametrize(
    ("source", "class_"),
    [
        ("A Foreign Office source", "L3"),
        ("Foreign Office aides", "L3"),
        ("a British source", "L2"),
        ("a former Foreign Office aide", "L2"),
        ("a critic of the Foreign Office", "L2"),
    ],
)
def test_whoever_speaks_from_inside_an_office_speaks_for_its_side(source: str, class_: str) -> None:
    """CODEBOOK §6, L3: a side or its organ ties the acts, under no name too; a critic is no organ."""
    text = f"""
        = a 2026-02-26 Post
        ease: SANCTION_EASE | authority United Kingdom | target Kolm Lines (organisation) | step suspended
        freed: RELEASE | releaser Varland | person Lena Marr | on 2026-02-25
        tie: LINKAGE | class L2 | cue was part of | ties freed, ease | says {source}, unnamed
    """
    assert [t.class_ for t in ledgers.deal(text).linkage] == [class_]
