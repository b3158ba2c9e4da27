"""The reader's word lists and rule table, read once from ``data/<language>/``.

Nothing here decides anything: words and rules are data, with a version and a hash that stand on
every claim (``reader.config``).
"""

from __future__ import annotations

import functools
import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

from detente.errors import CodebookError, UnknownNameError
from detente.language.cues import Cue, Together
from detente.records import Mode, Stance, Step, TypeName
from detente.tables import parsed


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of the rule table; ``data/en/frames/1-custody.toml`` says what each key means."""

    id: str
    type: TypeName
    witness: str
    sub: str | None = None
    alt_type: TypeName | None = None
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    bare: tuple[str, ...] = ()  # verbs that need no ``then``
    shape: str = "transitive"
    patient: str = "any"
    patient_optional: bool = False
    agent_role: str = "agent"
    agent_kind: str | None = None
    then: Cue | None = None
    unless: Cue | None = None
    require: Cue | None = None
    object: Cue | None = None
    needs_place: bool = False
    freed: bool = False
    weak: bool = False
    refused: bool = False
    negated: bool = False
    present: bool = False
    background: bool = False
    step: Step | None = None
    stance: Stance | None = None
    mode: Mode | None = None  # what the words of the rule say of the mode by themselves
    voluntariness: str | None = None
    phenomena: tuple[int, ...] = ()


@dataclass(frozen=True, eq=False)
class Lexicon(dict[str, frozenset[str]]):
    """Everything the reader knows of one language; by their names its sets: ``lexicon["nouns.human"]``.

    By several names, ``lexicon["nouns.human nouns.office"]``, the words of all of them, put together once.

    Attributes:
        sets: ``"nouns.human"`` → lemmas, ``"verbs.report"``, ``"closed.negation"`` …
        forms: inflected form → lemma.
        by_verb, by_noun, by_adjective: lemma → rules, in the table's order.
        modes: what governs a clause → mode → words; ``modes.toml`` says which.
        model: the parser's package and the sha256 of its files; ``model.toml``.
        config: sixteen hex digits over the bytes of every data file and the dropped rules.
    """

    language: str
    version: str
    config: str
    rules: tuple[Rule, ...]
    sets: Mapping[str, frozenset[str]]
    forms: Mapping[str, str]
    modes: Mapping[str, Mapping[str, frozenset[str]]]
    model: Mapping[str, Any]
    phrases: Mapping[str, Any]
    confidence: Mapping[str, Any]
    by_verb: Mapping[str, tuple[Rule, ...]] = field(default_factory=dict)
    by_noun: Mapping[str, tuple[Rule, ...]] = field(default_factory=dict)
    by_adjective: Mapping[str, tuple[Rule, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Takes up its sets; its cues look together for what they need."""
        self.update(self.sets)
        of_rules = (getattr(rule, key) for rule in self.rules for key in _PATTERNS)
        Together([*self._cues.values(), self.no_tie, *(cue for cue in of_rules if cue is not None)])

    def __missing__(self, names: str) -> frozenset[str]:
        """The words of several sets."""
        if " " not in names:
            raise KeyError(names)
        words = self[names] = frozenset().union(*(self[name] for name in names.split()))
        return words

    @cached_property
    def pronouns(self) -> Mapping[str, str]:
        """Nouns that only a woman or only a man is called by → the pronoun: "widow" → "she"."""
        women, men = self.sets["lemmas.female"], self.sets["lemmas.male"]
        return {**dict.fromkeys(women, "she"), **dict.fromkeys(men, "he")}

    @cached_property
    def lemmas(self) -> frozenset[str]:
        """The lemmas that the form tables lead to."""
        return frozenset(self.forms.values())

    def pattern(self, name: str) -> Cue:
        """The pattern of this name in ``phrases.toml``, tried only where what it needs stands in the text."""
        return self._cues[name]

    @cached_property
    def _cues(self) -> Mapping[str, Cue]:
        needs = self.phrases["needs"]
        return {name: Cue(written, needs.get(name, ())) for name, written in self.phrases["patterns"].items()}

    @cached_property
    def ties(self) -> tuple[tuple[Mapping[str, Any], Cue], ...]:
        """The rows of what ties a give to a take, each with its cue."""
        rows = self.phrases["linkage"]
        return tuple((row, Cue(row["cue"], row.get("needs", ()))) for row in rows)

    def ties_in(self, text: str) -> list[tuple[Mapping[str, Any], Cue]]:
        """Those of :attr:`ties` that may stand in a text, in their order."""
        return [self.ties[number] for number in self._tying.those(text)]

    @cached_property
    def _tying(self) -> Together:
        return Together(cue for _, cue in self.ties)

    @cached_property
    def no_tie(self) -> Cue:
        """The cue of a source that says there was no exchange."""
        row = self.phrases["linkage_denied"]
        return Cue(row["cue"], row["needs"])


def lexicon(language: str = "en", *, without: frozenset[str] = frozenset()) -> Lexicon:
    """The lexicon of a language.

    Args:
        language: BCP 47, as the folder under ``data/`` is called.
        without: ids of rules to leave out, for the test that drops each rule.

    Raises:
        UnknownNameError: there are no data for this language.
        CodebookError: a data file cannot be understood.
    """
    return _load(language, without)


@functools.lru_cache(maxsize=4)
def _load(language: str, without: frozenset[str]) -> Lexicon:
    folder = resources.files("detente.reading").joinpath("data", language)
    if not folder.joinpath("words.toml").is_file():
        raise UnknownNameError(f"expected word lists for language {language!r}; found none in the package")
    raw = {name: path.read_bytes() for name, path in sorted(_files(folder))}
    tables = {name: _toml(name, data) for name, data in raw.items()}
    rules = tuple(r for r in _rules(tables) if r.id not in without)
    sets = _sets(tables["words.toml"]) | _sets(tables["worlds.toml"])
    digest = hashlib.sha256()
    for name, data in raw.items():
        digest.update(name.encode() + b"\0" + data)
    digest.update("\0".join(sorted(without)).encode())
    return Lexicon(
        language=language,
        version=tables["words.toml"]["version"],
        config=digest.hexdigest()[:16],
        rules=rules,
        sets=sets,
        forms=_forms(tables["forms.toml"], rules, sets, tables["modes.toml"]),
        modes={
            part: {mode: frozenset(words.split()) for mode, words in lists.items()}
            for part, lists in tables["modes.toml"].items()
        },
        model=tables["model.toml"],
        phrases=tables["phrases.toml"],
        confidence=tables["confidence.toml"],
        by_verb=_index(rules, "verbs"),
        by_noun=_index(rules, "nouns"),
        by_adjective=_index(rules, "adjectives"),
    )


def _files(folder: Traversable) -> Iterator[tuple[str, Traversable]]:
    for path in folder.iterdir():
        if path.name == "frames":
            yield from ((f"frames/{p.name}", p) for p in path.iterdir() if p.name.endswith(".toml"))
        elif path.name.endswith(".toml"):
            yield path.name, path


def _toml(name: str, data: bytes) -> dict[str, Any]:
    try:
        return parsed(data)
    except ValueError as e:
        raise CodebookError(f"expected TOML in the reader's {name}; found {e}") from e


def _sets(words: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    return {
        f"{part}.{name}": frozenset(text.split())
        for part, lists in words.items()
        if isinstance(lists, dict)
        for name, text in lists.items()
    }


_PATTERNS = ("then", "unless", "require", "object")
_TUPLES = ("verbs", "nouns", "adjectives", "bare", "phenomena")


def _rules(tables: Mapping[str, Mapping[str, Any]]) -> Iterator[Rule]:
    for name, table in tables.items():
        for row in table.get("rule", ()):
            fields = dict(row)
            try:
                for key in _PATTERNS:
                    if key in fields:
                        fields[key] = Cue(fields[key])
                for key in _TUPLES:
                    if key in fields:
                        fields[key] = tuple(fields[key])
                yield Rule(**fields)
            except TypeError as e:
                raise CodebookError(f"expected a rule in {name}; found {row.get('id')!r}: {e}") from e


def _index(rules: tuple[Rule, ...], key: str) -> dict[str, tuple[Rule, ...]]:
    found: dict[str, list[Rule]] = {}
    for rule in rules:
        for lemma in getattr(rule, key):
            found.setdefault(lemma, []).append(rule)
    return {lemma: tuple(rs) for lemma, rs in found.items()}


def _forms(
    table: Mapping[str, Any],
    rules: tuple[Rule, ...],
    sets: Mapping[str, frozenset[str]],
    modes: Mapping[str, Mapping[str, str]],
) -> dict[str, str]:
    verbs = {v for r in rules for v in r.verbs} | {
        v for k, s in sets.items() if k.startswith(("verbs.", "lemmas.")) for v in s
    }
    verbs |= {v.split("-")[0] for words in modes["verbs"].values() for v in words.split()}
    nouns = {n for r in rules for n in r.nouns} | {
        n for k, s in sets.items() if k.startswith("nouns.") for n in s
    }
    governing = (modes["noun_governors"], modes["gerund_governors"])
    nouns |= {n for table in governing for words in table.values() for n in words.split()}
    forms: dict[str, str] = {}
    for noun in sorted(nouns):
        for form in _plural(noun):
            forms.setdefault(form, noun)
    for lemma, text in table["nouns"].items():
        forms.update(dict.fromkeys(text.split(), lemma))
    for verb in sorted(verbs):
        for form in _conjugate(verb):
            forms.setdefault(form, verb)
    for lemma, text in table["verbs"].items():
        for form in text.split():
            forms[form] = lemma
    for form in table["drop"]["forms"]:
        forms.pop(form, None)
    return forms


def _plural(noun: str) -> tuple[str, ...]:
    if noun.endswith("s") and not noun.endswith("ss"):
        return ()
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return (noun[:-1] + "ies",)
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return (noun + "es",)
    if noun.endswith("man"):
        return (noun[:-3] + "men", noun + "s")
    return (noun + "s",)


_SHORT = re.compile(r"[^aeiou]+[aeiou][bdgklmnprt]")  # "step", "drag": the last letter is doubled


def _conjugate(verb: str) -> tuple[str, ...]:
    if verb.endswith("e"):
        return (verb + "s", verb + "d", verb[:-1] + "ing")
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return (verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing")
    if verb.endswith(("s", "x", "z", "ch", "sh")):
        return (verb + "es", verb + "ed", verb + "ing")
    if _SHORT.fullmatch(verb):
        return (verb + "s", verb + verb[-1] + "ed", verb + verb[-1] + "ing")
    return (verb + "s", verb + "ed", verb + "ing")
