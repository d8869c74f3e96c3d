"""A company's agendas as YAML: written for `canvases/`, and read again with every mistake told by line and key.

A template says only what differs from the catalogue: a Team Canvas with one zone renamed stays a Team Canvas.
"""

import re
from collections.abc import Callable, Iterable
from typing import Any, Final, TypeVar, cast, get_args

import yaml
from msgspec import Struct

from accord.domain import adapting as a
from accord.domain import catalogue as c
from accord.domain.catalogue import Text
from accord.errors import Refused
from accord.reading import LARGEST_FILE, Mistake, Spot, both, compose, known_as

T = TypeVar("T")
MOST_MISTAKES: Final = 50
OWN_KINDS: Final = ("board", "questions")
_PROMPT_MAY: Final = "title prompt answer_type must_agree feeds asked guesses good weak preset"
_STEP_MAY: Final = "minutes phases session name kind author_visibility votes_per_person together prompts advice"


# Reading


def _refer(spot: Spot, options: Iterable[str], message: str) -> str:
    value, known = spot.words(), list(options)
    if value and value not in known:
        spot.wrong(message, value=value, known=known_as(value, known))
    return value


def _list(spot: Spot, read: Callable[[Spot], T], most: int) -> tuple[T, ...]:
    """The values of a list; an id that comes a second time, and a list that is too long, are noted."""
    spots, seen, made = spot.spots(), set[str](), []
    if len(spots) > most:
        spot.wrong("content-too-many", limit=str(most))
    for one in spots[:most]:
        value = read(one)
        name = getattr(value, "id", "")
        if name and name in seen:
            one.wrong("content-id-twice", "id", value=name)
        seen.add(name)
        made.append(value)
    return tuple(made)


def _phases(spot: Spot, minutes: int) -> dict[a.Phases, float]:
    found = {name: one.number(0, 480) for name, one in spot.fields("", " ".join(c.PHASES)).items()}
    if abs(sum(found.values()) - minutes) > 0.05:
        spot.wrong("content-minutes", sum=f"{sum(found.values()):g}", minutes=str(minutes))
    return cast(dict[a.Phases, float], found)


def _optional(f: dict[str, Spot], name: str, read: Callable[[Spot], T]) -> T | None:
    return read(f[name]) if name in f else None


def _team(spot: Spot) -> c.Team:
    return cast(c.Team, spot.choice(c.TEAMS))


def _prompt(spot: Spot, known: c.Catalogue, activity: c.Activity | None) -> a.CustomPrompt:
    f = spot.fields("id", _PROMPT_MAY)
    name = f["id"].id()
    usual = next((p for p in activity.prompts if p.id == name), None) if activity else None
    answer = _optional(f, "answer_type", lambda one: cast(c.AnswerType, one.choice(get_args(c.AnswerType))))
    asked, guesses = _optional(f, "asked", _team), _optional(f, "guesses", _team)
    if usual is None and "title" not in f:
        spot.wrong("content-missing-key", "title", name="title")
    if answer == "request_and_guess" and not (usual and usual.guesses) and {asked, guesses} != set(c.TEAMS):
        f["answer_type"].wrong("content-both-teams")
    sections = [section.id for section in known.sections]
    return a.CustomPrompt(
        id=name,
        title=_optional(f, "title", Spot.text),
        text=_optional(f, "prompt", Spot.text),
        answer_type=answer,
        must_agree=_optional(f, "must_agree", Spot.flag),
        feeds=_optional(
            f, "feeds", lambda one: tuple(_refer(s, sections, "content-unknown-section") for s in one.spots())
        ),
        asked=asked,
        guesses=guesses,
        good=_optional(f, "good", Spot.text),
        weak=_optional(f, "weak", Spot.text),
        preset=_optional(f, "preset", lambda one: _preset(one, usual, activity)),
    )


def _preset(spot: Spot, prompt: c.Prompt | None, activity: c.Activity | None) -> tuple[str, ...]:
    tables = activity.tables if prompt and activity else ()
    starters = [one.id for table in tables if prompt and table.id == prompt.table for one in table.starters]
    return tuple(_refer(one, starters, "content-unknown-starter") for one in spot.spots())


def _pause(spot: Spot, known: c.Catalogue) -> a.CustomStep:
    f = spot.fields("break minutes", "name session")
    return a.CustomStep(
        pause=_refer(f["break"], known.breaks, "content-unknown-break"),
        minutes=f["minutes"].whole(1, 480),
        name=_optional(f, "name", Spot.text),
        session=f["session"].whole(1, 30) if "session" in f else 1,
    )


def _step(spot: Spot, known: c.Catalogue) -> a.CustomStep:
    if isinstance(spot.node, yaml.MappingNode) and any(key.value == "break" for key, _ in spot.node.value):
        return _pause(spot, known)
    f = spot.fields("activity minutes", _STEP_MAY.replace("minutes ", ""))
    own = "kind" in f
    name = f["activity"].id() if own else _refer(f["activity"], known.activities, "content-unknown-activity")
    activity = None if own else known.activities.get(name)
    if own:
        for key in ("name", "prompts"):
            if key not in f:
                spot.wrong("content-missing-key", key, name=key)
    minutes = f["minutes"].whole(1, 480)
    prompts = _optional(f, "prompts", lambda one: _list(one, lambda p: _prompt(p, known, activity), 60))
    if prompts == () and f["prompts"].node is not None:
        f["prompts"].wrong("content-no-prompts")
    return a.CustomStep(
        activity=name,
        name=_optional(f, "name", Spot.text),
        minutes=minutes,
        visibility=_optional(f, "author_visibility", lambda s: cast(c.Visibility, s.choice(get_args(c.Visibility)))),
        votes_per_person=_optional(f, "votes_per_person", lambda one: one.whole(0, 20)),
        together=_optional(f, "together", Spot.flag),
        phases=_optional(f, "phases", lambda one: _phases(one, minutes)),
        prompts=prompts,
        kind=cast(Any, f["kind"].choice(OWN_KINDS)) if own else None,
        session=f["session"].whole(1, 30) if "session" in f else 1,
        advice=_optional(f, "advice", Spot.texts) or (),
    )


def _option(spot: Spot) -> c.Option:
    f = spot.fields("id text")
    return c.Option(f["id"].id(), f["text"].text())


def _field(spot: Spot, table: c.Table) -> a.CustomField:
    f = spot.fields("id", "title kind options")
    name = f["id"].id()
    if table.field(name) is None and "title" not in f:
        spot.wrong("content-missing-key", "title", name="title")
    kind = _optional(f, "kind", lambda one: cast(c.FieldKind, one.choice(get_args(c.FieldKind))))
    if kind == "choice" and "options" not in f:
        spot.wrong("content-missing-key", "options", name="options")
    options = _optional(f, "options", lambda one: _list(one, _option, 30))
    return a.CustomField(name, _optional(f, "title", Spot.text), kind, options)


def _table(spot: Spot, known: c.Catalogue) -> a.CustomTable:
    tables = {table.id: table for activity in known.activities.values() for table in activity.tables}
    computed = {t.id for one in known.activities.values() if one.kind in a.COMPUTED for t in one.tables}
    f = spot.fields("id fields")
    name = _refer(f["id"], tables, "content-unknown-table")
    table = tables.get(name, c.Table(name, Text("", ""), ()))
    fields = _list(f["fields"], lambda one: _field(one, table), 40)
    if missing := a.needed(table, name in computed) - {field.id for field in fields}:
        f["fields"].wrong("content-columns-needed", names=", ".join(sorted(missing)))
    return a.CustomTable(name, fields)


def _sitting(spot: Spot) -> c.Sitting:
    f = spot.fields("number name minutes", "version homework heads gap before who")
    return c.Sitting(
        number=f["number"].whole(1, 30),
        name=f["name"].text(),
        minutes=f["minutes"].whole(1, 2_000),
        version=f["version"].words() if "version" in f else "",
        homework=_optional(f, "homework", Spot.text),
        heads=f["heads"].flag() if "heads" in f else False,
        gap=f["gap"].whole(0, 365) if "gap" in f else 0,
        before=_optional(f, "before", Spot.text),
        who=_optional(f, "who", Spot.text),
    )


def situation(spot: Spot, agendas: Iterable[str]) -> c.Situation:
    f = spot.fields("id agendas pl en")
    named = tuple(_refer(one, agendas, "content-unknown-agenda") for one in f["agendas"].spots())
    return c.Situation(f["id"].id(), named, both(f))


def template(spot: Spot, known: c.Catalogue) -> a.Template:
    """The value under `template`, settled, its mistakes noted in the spot's list."""
    before = len(spot.mistakes)
    f = spot.fields("id name steps", "for outcome minutes sessions tables")
    name = f["id"].id()
    if name in known.agendas:
        f["id"].wrong("content-id-twice", value=name)
    made = a.Template(
        id=name,
        name=f["name"].text(),
        steps=_list(f["steps"], lambda one: _step(one, known), 60),
        suits=_optional(f, "for", Spot.text),
        outcome=_optional(f, "outcome", Spot.text),
        minutes=f["minutes"].whole(0, 5_000) if "minutes" in f else 0,
        sittings=_optional(f, "sessions", lambda one: _list(one, _sitting, 30)) or (),
        tables=_optional(f, "tables", lambda one: _list(one, lambda t: _table(t, known), 40)) or (),
    )
    if not made.steps:
        f["steps"].wrong("content-empty")
    if len(spot.mistakes) > before or not made.steps:
        return made
    return _runs(made, known, f["steps"].spots())


def _runs(made: a.Template, known: c.Catalogue, steps: list[Spot]) -> a.Template:
    """The template settled, if a workshop can begin with it."""
    try:
        whole = a.settled(made)
        a.template_steps(known, whole)
    except Refused as refused:
        at, key = cast(int, refused.detail.get("step", 1)), str(refused.detail.get("field", ""))
        steps[at - 1].wrong("content-cannot-run", key)
        return made
    return whole


class Read(Struct, frozen=True):
    """What came of a file: a template, or all that is wrong with it."""

    template: a.Template | None
    mistakes: tuple[Mistake, ...]


def read(text: str, known: c.Catalogue, file: str = "template.yaml") -> Read:
    """A template from YAML that somebody brings. Never raises for what is in it."""
    mistakes: list[Mistake] = []
    node = None if _unsafe(text, file, mistakes) else compose(text, file, mistakes)
    made = None
    if node is not None:
        made = template(Spot(file, node, "", mistakes).fields("template")["template"], known)
    elif not mistakes:
        mistakes.append(Mistake(file, 1, "", "content-empty"))
    told = sorted(mistakes, key=lambda one: (one.line, one.key))[:MOST_MISTAKES]
    return Read(None if told else made, tuple(told))


def _unsafe(text: str, file: str, mistakes: list[Mistake]) -> bool:
    """Too large, or with anchors, by which a few lines can mean millions."""
    if len(text.encode(errors="replace")) > LARGEST_FILE:
        mistakes.append(Mistake(file, 1, "", "content-file-large"))
    elif found := re.search(r"(?m)(?:^|[\s,:\[{-])\*[\w-]", re.sub(r'"(?:[^"\\]|\\.)*"|\'[^\']*\'|#.*', _blank, text)):
        mistakes.append(Mistake(file, text.count("\n", 0, found.end()) + 1, "", "content-no-anchors"))
    return bool(mistakes)


def _blank(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", found[0])


# Writing


class _Said(str):
    """Words of people, always in quotation marks: `no` and `1.0` are words too."""


class _Line(dict[str, Any]):
    """A mapping on one line."""


class _Row(list[str]):
    """A list on one line."""


class _Dumper(yaml.SafeDumper):
    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)


_Dumper.add_representer(_Said, lambda dumper, said: dumper.represent_scalar("tag:yaml.org,2002:str", said, style='"'))
_Dumper.add_representer(
    _Line, lambda dumper, line: dumper.represent_mapping("tag:yaml.org,2002:map", line, flow_style=True)
)
_Dumper.add_representer(
    _Row, lambda dumper, row: dumper.represent_sequence("tag:yaml.org,2002:seq", row, flow_style=True)
)
HEAD: Final = """\
# Saved from Accord: put it into a folder of your own in canvases/, or open it in the set-up of a workshop.
# Zapisane z Accord: umieść we własnym folderze w canvases/ albo otwórz przy zakładaniu warsztatu.
"""


def write(made: a.Template) -> str:
    """The file, for `canvases/` or for somebody else's browser. `made` is settled."""
    value = {"template": _plain_template(made)}
    return HEAD + yaml.dump(value, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=100_000)


def _words(text: object) -> _Line | None:
    if not isinstance(text, Text):
        return None
    return _Line(pl=_Said(text.pl), en=_Said(text.en))


def _some(**values: Any) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}


def _plain_template(made: a.Template) -> dict[str, Any]:
    return _some(
        id=made.id,
        name=_words(made.name),
        **{"for": _words(made.suits)},
        outcome=_words(made.outcome),
        minutes=made.minutes or None,
        sessions=[_plain_sitting(one) for one in made.sittings] or None,
        steps=[_plain_step(one) for one in made.steps],
        tables=[{"id": one.id, "fields": [_plain_field(f) for f in one.fields]} for one in made.tables] or None,
    )


def _plain_sitting(one: c.Sitting) -> dict[str, Any]:
    return _some(
        number=one.number,
        name=_words(one.name),
        minutes=one.minutes,
        version=_Said(one.version) if one.version else None,
        homework=_words(one.homework),
        heads=one.heads or None,
        gap=one.gap or None,
        before=_words(one.before),
        who=_words(one.who),
    )


def _plain_step(step: a.CustomStep) -> dict[str, Any]:
    session = step.session if step.session > 1 else None
    if not step.activity:
        name = _words(step.name)
        return _Line(_some(**{"break": step.pause}, minutes=step.minutes or 10, name=name, session=session))
    return _some(
        activity=step.activity,
        kind=step.kind,
        minutes=step.minutes,
        phases=_Line({name: _figure(share) for name, share in step.phases.items()}) if step.phases else None,
        session=session,
        name=_words(step.name),
        author_visibility=step.visibility,
        votes_per_person=step.votes_per_person,
        together=step.together,
        prompts=[_plain_prompt(one) for one in step.prompts] if step.prompts else None,
        advice=[_words(one) for one in step.advice] or None,
    )


def _figure(minutes: float) -> float:
    return int(minutes) if minutes == int(minutes) else minutes


def _plain_prompt(one: a.CustomPrompt) -> dict[str, Any]:
    plain = _some(
        id=one.id,
        title=_words(one.title),
        prompt=_words(one.text),
        answer_type=one.answer_type,
        must_agree=one.must_agree,
        feeds=None if one.feeds is None else _Row(one.feeds),
        asked=one.asked,
        guesses=one.guesses,
        good=_words(one.good),
        weak=_words(one.weak),
        preset=None if one.preset is None else _Row(one.preset),
    )
    return _Line(plain) if len(plain) == 1 else plain


def _plain_field(one: a.CustomField) -> dict[str, Any]:
    options = [_Line(id=option.id, text=_words(option.text)) for option in one.options] if one.options else None
    return _Line(_some(id=one.id, title=_words(one.title), kind=one.kind, options=options))
