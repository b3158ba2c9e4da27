"""Whose a measure is, by the words of its own noun phrase."""

from __future__ import annotations

from detente.reading.clauses.draft import Draft
from detente.reading.clauses.scene import Scene
from detente.reading.nouns.mentions import Mention
from detente.reading.shapes.sanction_measures import is_entry
from detente.reading.shapes.sanction_shapes import imposes, named, pattern, speaks_for
from detente.records import Filler


def authority_of(scene: Scene, d: Draft, measures: list[Mention]) -> None:
    """ "American sanctions", "the EU's ban", "U.S. sanctions": whose measure it is."""
    s = scene.s
    for p in measures:
        for i in range(p.lo, p.head + 1):
            if s[i].dep == "poss" and is_entry(scene, p):
                continue  # "Mali's designation": it is the one that is listed
            hit = scene.ms.hit_at(i)
            if hit is None or hit.kind not in {"demonym", "state", "body", "capital", "office", "seat"}:
                continue
            name = speaks_for(s[i].text) or hit.actor or hit.name
            related = s.text[s[i].end - s.start :].startswith("-related")  # "Oman-related sanctions"
            before = not imposes(name) and s[i].dep in {"compound", "nmod"}
            of_programme = related or (before and _is_on_it(scene, p, i))
            if of_programme or (hit.kind == "demonym" and pattern("aimed_at").search(s.span_text(i, p.hi))):
                d.add("target", Filler(name, "state"))
            elif not d.slots.get("authority"):
                d.add(
                    "authority",
                    Filler(name, "organisation" if hit.kind == "body" or speaks_for(s[i].text) else "state"),
                )
            break


def _is_on_it(scene: Scene, p: Mention, i: int) -> bool:
    """ "the Oman sanctions program", "Oman sanctions relief": the state before a body of measures, or behind
    which nothing says on whom else they are, is whom they are on."""
    s = scene.s
    sure = i + 1 < len(s) and s[i + 1].lemma in scene.lex["nouns.sanction_sure"]
    hit = scene.ms.hit_at(i)
    by_name = sure and hit is not None and hit.kind == "state" and not s.objects(p.head, {"on", "against"})
    return named(s[p.head], "programme") or by_name
