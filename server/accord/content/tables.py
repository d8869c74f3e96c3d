"""Reads the tables of an activity: fields, starters, and what people mark."""

from collections.abc import Callable, Iterable, Mapping
from typing import Final, TypeVar, cast, get_args

import yaml
from msgspec import Struct, field

from accord.domain import catalogue as c
from accord.domain.catalogue import Text
from accord.reading import Spot, both, known_as

T = TypeVar("T")
TABLES: Final = "content-unknown-table"
STARTERS: Final = "content-unknown-starter"


def refer(spot: Spot, known: Iterable[str], message: str, value: str | None = None) -> str:
    """The words at `spot`, which must be one of `known`, if anything is known at all."""
    said, options = spot.words() if value is None else value, list(known)
    if said and options and said not in options:
        spot.wrong(message, value=said, known=known_as(said, options))
    return said


def distinct(pairs: Iterable[tuple[Spot, T]], name: Callable[[T], str]) -> tuple[T, ...]:
    """The values; an id that comes a second time is noted where it comes."""
    seen: dict[str, T] = {}
    for spot, value in pairs:
        if name(value) and name(value) in seen:
            spot.wrong("content-id-twice", "id", value=name(value))
        seen.setdefault(name(value), value)
    return tuple(seen.values())


def each(spot: Spot, read: Callable[[Spot], T]) -> list[tuple[Spot, T]]:
    """Every value of a list, each once: readers note their mistakes as they go."""
    return [(one, read(one)) for one in spot.spots()]


class Tables(Struct):
    """The tables of all activities, and what in them names other tables and can be checked only at the end."""

    known: dict[str, c.Table] = field(default_factory=dict)
    named: list[tuple[Spot, str]] = field(default_factory=list)
    begun: list[tuple[Spot, str, str]] = field(default_factory=list)  # table, starter; "" is any table

    def check(self) -> None:
        for spot, table in self.named:
            refer(spot, self.known, TABLES, table)
        for spot, table, starter in self.begun:
            among = self.known.values() if not table else [self.known[table]] if table in self.known else []
            refer(spot, [one.id for wide in among for one in wide.starters], STARTERS, starter)

    def starters(self, table: str) -> list[str]:
        return [one.id for one in self.known[table].starters] if table in self.known else []


def option(spot: Spot) -> c.Option:
    f = spot.fields("id pl en", "requires_text")
    if "requires_text" in f:
        f["requires_text"].flag()
    return c.Option(f["id"].id(), both(f))


def options(spot: Spot) -> tuple[c.Option, ...]:
    return distinct(each(spot, option), lambda one: one.id)


def _field(spot: Spot, tables: Tables) -> c.Field:
    f = spot.fields("id title", "kind required prompt good weak options table promise")
    kind = f["kind"].choice(get_args(c.FieldKind)) if "kind" in f else "text"
    for needed, of in (("options", "choice"), ("table", "refs")):
        if kind == of and needed not in f:
            spot.wrong("content-missing-key", needed, name=needed)
    table = f["table"].id() if "table" in f else ""
    if table:
        tables.named.append((f["table"], table))
    return c.Field(
        id=f["id"].id(),
        title=f["title"].text(),
        kind=cast(c.FieldKind, kind),
        required=f["required"].flag() if "required" in f else False,
        prompt=f["prompt"].text() if "prompt" in f else None,
        good=f["good"].text() if "good" in f else None,
        weak=f["weak"].text() if "weak" in f else None,
        options=options(f["options"]) if "options" in f else (),
        table=table,
        promise=f["promise"].flag() if "promise" in f else False,
    )


def _said(spot: Spot) -> str:
    """Words, a number, or a list of words, one a line."""
    if isinstance(spot.node, yaml.SequenceNode):
        return "\n".join(one.words() for one in spot.spots())
    if isinstance(spot.node, yaml.ScalarNode) and spot.node.tag.rpartition(":")[2] in ("int", "float"):
        return str(spot.node.value)
    return spot.words()


def _cell(spot: Spot, column: c.Field, tables: Tables) -> Text:
    if isinstance(spot.node, yaml.MappingNode):
        f = spot.fields("pl en")
        return Text(pl=_said(f["pl"]), en=_said(f["en"]))
    if column.kind == "refs":
        found = spot.spots() if isinstance(spot.node, yaml.SequenceNode) else [spot]
        tables.begun += [(one, column.table, one.words()) for one in found]
        said = ", ".join(one.words() for one in found)
    else:
        said = _said(spot)
    if column.kind == "choice":
        refer(spot, [one.id for one in column.options], "content-not-one-of", said)
    elif column.kind in ("text", "list", "person") and said:
        spot.wrong("content-not-mapping")
    return Text(pl=said, en=said)


def _starter(spot: Spot, fields: Mapping[str, c.Field], head: str, tables: Tables) -> c.Starter:
    """`pl` and `en` are the words of the head field."""
    f = spot.fields("id", f"pl en pairs_with prompt note {' '.join(fields)}")
    cells = {name: _cell(f[name], fields[name], tables) for name in fields if name in f}
    if "pl" in f or "en" in f:
        for name in ("pl", "en"):
            if name not in f:
                spot.wrong("content-missing-language", name, name=name)
        cells = {head: Text(pl=f["pl"].words() if "pl" in f else "", en=f["en"].words() if "en" in f else ""), **cells}
    pairs = f["pairs_with"].spots() if "pairs_with" in f else []
    tables.begun += [(one, "", one.words()) for one in pairs]
    return c.Starter(
        id=f["id"].id(),
        cells=cells,
        pairs_with=tuple(one.words() for one in pairs),
        prompt=f["prompt"].id() if "prompt" in f else "",
        note=f["note"].text() if "note" in f else None,
    )


def _fields(f: dict[str, Spot], rows: Iterable[c.Prompt], tables: Tables) -> tuple[c.Field, ...]:
    """The own fields; with `fields_of` those of another table, or of the activity's `rows`, in which own ones stand in
    for those of the same id."""
    own = distinct(each(f["fields"], lambda one: _field(one, tables)), lambda one: one.id) if "fields" in f else ()
    if "fields_of" not in f:
        return own
    of = f["fields_of"].id()
    if of == "rows":
        return (*own, *(c.Field(r.id, r.title, prompt=r.text, good=r.good, weak=r.weak) for r in rows))
    refer(f["fields_of"], tables.known, TABLES, of)
    base = tables.known[of].fields if of in tables.known else ()
    mine = {one.id: one for one in own}
    return (*(mine.pop(one.id, one) for one in base), *mine.values())


def table(spot: Spot, f: dict[str, Spot], rows: Iterable[c.Prompt], tables: Tables) -> c.Table:
    """One table; `f` are the values of its mapping."""
    fields = {one.id: one for one in _fields(f, rows, tables)}
    if not fields:
        spot.wrong("content-missing-key", "fields", name="fields")
    head = refer(f["head"], fields, "content-unknown-field") if "head" in f else next(iter(fields), "")
    starters = each(f["starters"], lambda one: _starter(one, fields, head, tables)) if "starters" in f else []
    return c.Table(
        id=f["id"].id(),
        title=f["title"].text(),
        fields=tuple(fields.values()),
        starters=distinct(starters, lambda one: one.id),
        head=head,
        team=cast(c.Team, f["team"].choice(c.TEAMS)) if "team" in f else None,
        owner=refer(f["owner"], fields, "content-unknown-field") if "owner" in f else "",
        fixed=f["fixed"].flag() if "fixed" in f else False,
        prefix=f["prefix"].words() if "prefix" in f else "",
    )


MAY: Final = "fields fields_of starters head team owner fixed prefix"


def read(found: Iterable[tuple[Spot, tuple[c.Prompt, ...]]]) -> tuple[Tables, list[tuple[Spot, str]]]:
    """All tables of all activities; those that take over fields come after those they take them from.

    `found` are the lists of tables with the rows of their activity. The second value says which list has which table.
    """
    opened = [(of, one, one.fields("id title", MAY), rows) for of, rows in found for one in of.spots()]
    tables, homes = Tables(), []
    for of, spot, f, rows in sorted(opened, key=lambda one: "fields_of" in one[2]):
        made = table(spot, f, rows, tables)
        if made.id in tables.known:
            spot.wrong("content-id-twice", "id", value=made.id)
        tables.known.setdefault(made.id, made)
        homes.append((of, made.id))
    tables.check()
    return tables, homes


def marks(spot: Spot, tables: Tables) -> c.Marks:
    f = spot.fields("of", "kind choices keys rounds tables review")
    kind = f["kind"].choice(get_args(c.MarkKind)) if "kind" in f else "choice"
    of = f["of"].choice(get_args(c.MarksOf))
    for needed, wanted in (("choices", kind == "choice"), ("keys", of == "keys")):
        if wanted and needed not in f:
            spot.wrong("content-missing-key", needed, name=needed)
    return c.Marks(
        of=cast(c.MarksOf, of),
        kind=cast(c.MarkKind, kind),
        choices=options(f["choices"]) if "choices" in f else (),
        says=_saying(f["choices"]) if "choices" in f else (),
        keys=options(f["keys"]) if "keys" in f else (),
        rounds=f["rounds"].flag() if "rounds" in f else False,
        tables=tuple(refer(one, tables.known, TABLES) for one in f["tables"].spots()) if "tables" in f else (),
        review=f["review"].flag() if "review" in f else False,
    )


def _saying(spot: Spot) -> tuple[str, ...]:
    """The choices that need words: `requires_text: true`."""
    plain = cast(list[object], spot.plain())
    return tuple(str(one["id"]) for one in plain if isinstance(one, dict) and one.get("requires_text") == "true")
