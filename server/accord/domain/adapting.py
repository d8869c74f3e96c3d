"""Plans the steps of a workshop from what somebody wishes: the catalogue's activities, changed or their own. Pure."""

from collections.abc import Iterable
from math import ceil
from typing import Annotated, Final, Literal, cast

import msgspec
from msgspec import Meta, Struct

from accord.domain import catalogue as c
from accord.domain.catalogue import Catalogue, PlannedStep, Text
from accord.domain.planning import SCALES, Minutes, chosen, given, pause_of, plan_steps, split, step_of, tips_of
from accord.domain.words import clean
from accord.errors import Refused

Name = Annotated[str, Meta(max_length=2_000)]
Phases = Literal["write", "reveal", "discuss", "vote", "agree"]
Length = Annotated[float, Meta(ge=0, le=480)]


class CustomPrompt(Struct, frozen=True, forbid_unknown_fields=True):
    """A prompt of a step put together by somebody; what is None comes from the catalogue."""

    id: Annotated[str, Meta(min_length=1, max_length=120)]
    title: Name | Text | None = None
    text: Name | Text | None = None
    answer_type: c.AnswerType | None = None
    must_agree: bool | None = None
    feeds: tuple[str, ...] | None = None
    asked: c.Team | None = None
    guesses: c.Team | None = None
    good: Name | Text | None = None
    weak: Name | Text | None = None
    preset: Annotated[tuple[str, ...], Meta(max_length=60)] | None = None


class CustomField(Struct, frozen=True, forbid_unknown_fields=True):
    """A column of a table; what is None comes from the catalogue."""

    id: Annotated[str, Meta(min_length=1, max_length=120)]
    title: Name | Text | None = None
    kind: c.FieldKind | None = None
    options: Annotated[tuple[c.Option, ...], Meta(max_length=30)] | None = None


class CustomTable(Struct, frozen=True, forbid_unknown_fields=True):
    """The columns of a table of the catalogue that stay, in this order, and new ones; in every step that has it."""

    id: Annotated[str, Meta(min_length=1, max_length=120)]
    fields: Annotated[tuple[CustomField, ...], Meta(max_length=40)]


class CustomStep(Struct, frozen=True, forbid_unknown_fields=True):
    """A step put together by somebody; what is None comes from the catalogue. A break has `pause` and no activity.

    With a `kind` it is an activity of its own, whatever the catalogue has under that id.
    """

    activity: Annotated[str, Meta(max_length=120)] = ""
    pause: str = ""
    name: Name | Text | None = None
    minutes: Annotated[int, Meta(ge=1, le=480)] | None = None
    visibility: c.Visibility | None = None
    votes_per_person: Annotated[int, Meta(ge=0, le=1_000)] | None = None
    together: bool | None = None
    phases: dict[Phases, Length] | None = None
    prompts: Annotated[tuple[CustomPrompt, ...], Meta(max_length=60)] | None = None
    kind: Literal["board", "questions"] | None = None
    session: Annotated[int, Meta(ge=1, le=30)] = 1
    advice: Annotated[tuple[Text, ...], Meta(max_length=10)] = ()


Steps = Annotated[tuple[CustomStep, ...], Meta(max_length=60)]
Tables = Annotated[tuple[CustomTable, ...], Meta(max_length=40)]
USUAL_MINUTES: Final = 20


class Template(Struct, frozen=True, forbid_unknown_fields=True):
    """An agenda made of wishes: what a company keeps. `minutes` are those booked, 0 is as long as the steps take."""

    id: Annotated[str, Meta(min_length=1, max_length=120)]
    name: Name | Text
    steps: Annotated[tuple[CustomStep, ...], Meta(min_length=1, max_length=60)]
    suits: Name | Text | None = None
    outcome: Name | Text | None = None
    minutes: Annotated[int, Meta(ge=0, le=5_000)] = 0
    sittings: Annotated[tuple[c.Sitting, ...], Meta(max_length=30)] = ()
    tables: Tables = ()


def _said(value: str | Text | None, field: str) -> Text | None:
    """Words in both languages, those of one where the other says nothing; None where neither does."""
    pl, en = (value.pl, value.en) if isinstance(value, Text) else (value or "", value or "")
    pl, en = (clean(words, 2_000, field, empty=True) for words in (pl, en))
    return Text(pl=pl or en, en=en or pl) if pl or en else None


def _custom_feeds(catalogue: Catalogue, prompt: c.Prompt | None, wanted: tuple[str, ...]) -> tuple[c.Feed, ...]:
    """Feeds to the sections, explained as the catalogue's prompt does where it feeds the same one."""
    titles = {section.id: section.title for section in catalogue.sections}
    hows = {feed.section: feed.how for feed in prompt.feeds} if prompt else {}
    for section in wanted:
        if section not in titles:
            raise Refused("bad_input", field="feeds")
    return tuple(c.Feed(section, hows.get(section, titles[section])) for section in dict.fromkeys(wanted))


def _blank_prompt(wish: CustomPrompt, siblings: Iterable[c.Prompt]) -> c.Prompt:
    """Where everything is asked in one table, what is new is asked there too."""
    name, tables = clean(wish.id, 120, "prompts.id"), {prompt.table for prompt in siblings}
    return c.Prompt(name, Text(name, name), Text(name, name), table=tables.pop() if len(tables) == 1 else "")


def _custom_prompt(catalogue: Catalogue, known: c.Prompt | None, blank: c.Prompt, wish: CustomPrompt) -> c.Prompt:
    base = known or blank
    answer = wish.answer_type or base.answer_type
    title = _said(wish.title, "title") or base.title
    return msgspec.structs.replace(
        base,
        title=title,
        text=_said(wish.text, "text") or (base.text if known else title),
        answer_type=answer,
        must_agree=base.must_agree if wish.must_agree is None else wish.must_agree,
        feeds=base.feeds if wish.feeds is None else _custom_feeds(catalogue, known, wish.feeds),
        scale=_custom_scale(base.scale, answer),
        asked=wish.asked or base.asked,
        guesses=wish.guesses or base.guesses,
        good=_said(wish.good, "good") or base.good,
        weak=_said(wish.weak, "weak") or base.weak,
        preset=base.preset if wish.preset is None else wish.preset,
    )


def _custom_scale(scale: c.Scale | None, answer: str) -> c.Scale | None:
    if answer not in SCALES:
        return None
    low, high = SCALES[answer]
    if scale and (scale.min, scale.max) == (low, high):
        return scale
    return c.Scale(low, high, Text(str(low), str(low)), Text(str(high), str(high)))


def _custom_prompts(catalogue: Catalogue, known: c.Activity | None, wish: CustomStep) -> tuple[c.Prompt, ...]:
    usual = {prompt.id: prompt for prompt in known.prompts} if known else {}
    whole = chosen(known, ()).prompts if known else ()
    made = (_custom_prompt(catalogue, usual.get(p.id), _blank_prompt(p, usual.values()), p) for p in wish.prompts or ())
    prompts = _placed(tuple(made), tuple(usual.values())) or whole
    if not prompts or len({prompt.id for prompt in prompts}) < len(prompts):
        raise Refused("bad_input", field="prompts")
    starters = {table.id: {one.id for one in table.starters} for table in (known.tables if known else ())}
    if any(set(p.preset) - starters.get(p.table, set()) for p in prompts):
        raise Refused("bad_input", field="preset")
    if any(p.answer_type == "request_and_guess" and {p.asked, p.guesses} != set(c.TEAMS) for p in prompts):
        raise Refused("bad_input", field="asked")
    return prompts


def _placed(prompts: tuple[c.Prompt, ...], usual: tuple[c.Prompt, ...]) -> tuple[c.Prompt, ...]:
    """On a sheet, a new zone lies where one lay that was left out."""
    kept = {prompt.id for prompt in prompts}
    free = iter([one.place for one in usual if one.place and one.id not in kept])
    return tuple(p if p.place else msgspec.structs.replace(p, place=next(free, None)) for p in prompts)


COMPUTED: Final = frozenset({"funnel", "process"})
"""Kinds of activities that reckon with every column of their tables."""


def _custom_tables(base: c.Activity, wishes: dict[str, CustomTable]) -> tuple[c.Table, ...]:
    computed = base.kind in COMPUTED
    made = (_custom_table(table, wishes[table.id], computed) if table.id in wishes else table for table in base.tables)
    return tuple(made)


def needed(table: c.Table, computed: bool) -> frozenset[str]:
    """The columns without which its rows say nothing: they may be renamed and moved, not left out."""
    if computed:
        return frozenset(field.id for field in table.fields)
    return frozenset({field.id for field in table.fields if field.required} | ({table.head, table.owner} - {""}))


def _custom_table(table: c.Table, wish: CustomTable, computed: bool) -> c.Table:
    fields = tuple(_custom_field(table.field(one.id), one) for one in wish.fields)
    kept = {field.id for field in fields}
    if len(kept) < len(fields):
        raise Refused("bad_input", field="tables", why="twice")
    if needed(table, computed) - kept:
        raise Refused("bad_input", field="tables", why="needed")
    starters = tuple(
        msgspec.structs.replace(one, cells={k: v for k, v in one.cells.items() if k in kept}) for one in table.starters
    )
    return msgspec.structs.replace(table, fields=fields, starters=starters)


def _custom_field(known: c.Field | None, wish: CustomField) -> c.Field:
    title = _said(wish.title, "tables")
    if known:
        return msgspec.structs.replace(known, title=title or known.title)
    if title is None:
        raise Refused("bad_input", field="tables", why="empty")
    if wish.kind == "choice" and not wish.options:
        raise Refused("bad_input", field="options", why="empty")
    return c.Field(clean(wish.id, 120, "tables"), title, wish.kind or "text", options=wish.options or ())


def _custom_phases(catalogue: Catalogue, wish: CustomStep, agrees: bool, minutes: int) -> Minutes:
    """As given; else those of an activity taken whole; else all, without agreement where nothing must be agreed."""
    if wish.phases:
        if wish.minutes and abs(sum(wish.phases.values()) - wish.minutes) > 0.05:
            raise Refused("bad_input", field="phases", why="sum")
        return given(cast(dict[str, float], wish.phases))
    known = _known(catalogue, wish)
    if known and not wish.prompts:
        return split(known.phases, minutes)
    return split({g.id: g.minutes_share for g in catalogue.phases if agrees or g.id != "agree"}, minutes)


def _known(catalogue: Catalogue, wish: CustomStep) -> c.Activity | None:
    return None if wish.kind else catalogue.activities.get(wish.activity)


def _blank(activity: str, kind: c.Kind) -> c.Activity:
    name = Text(activity, activity)
    return c.Activity(activity, kind, name, name, name, name, {"standard": USUAL_MINUTES}, {}, ())


def _custom_pause(catalogue: Catalogue, step: str, wish: CustomStep) -> PlannedStep:
    if wish.pause not in catalogue.breaks:
        raise Refused("bad_input", field="activity")
    made = pause_of(catalogue, step, wish.pause, wish.minutes or 10)
    return msgspec.structs.replace(made, name=_said(wish.name, "name") or made.name, session=wish.session)


def _custom(catalogue: Catalogue, step: str, wish: CustomStep, tables: dict[str, CustomTable]) -> PlannedStep:
    if not wish.activity:
        return _custom_pause(catalogue, step, wish)
    known = _known(catalogue, wish)
    base = known or _blank(clean(wish.activity, 120, "activity"), wish.kind or "board")
    minutes = wish.minutes or ceil(sum((wish.phases or {}).values())) or base.minutes["standard"]
    prompts = _custom_prompts(catalogue, known, wish)
    activity = msgspec.structs.replace(
        base,
        name=_said(wish.name, "name") or base.name,
        prompts=prompts,
        visibility=wish.visibility or base.visibility,
        votes_per_person=base.votes_per_person if wish.votes_per_person is None else wish.votes_per_person,
        together=base.together if wish.together is None else wish.together,
        tables=_custom_tables(base, tables),
    )
    phases = _custom_phases(catalogue, wish, any(p.must_agree for p in prompts), minutes)
    made = step_of(step, activity, minutes, phases)
    made = msgspec.structs.replace(made, session=wish.session, tips=(*_advice(wish), *made.tips))
    return made if known else msgspec.structs.replace(made, purpose=None)


def _advice(wish: CustomStep) -> tuple[Text, ...]:
    return tuple(said for one in wish.advice if (said := _said(one, "advice")))


def custom_steps(catalogue: Catalogue, items: object) -> tuple[PlannedStep, ...]:
    """The steps of a plan somebody put together: `items` is a list of CustomStep, or the same as plain JSON values.

    Known activities and prompts are taken from the catalogue and overridden by what is given; unknown ones are made
    from what is given. Refused("bad_input") names the field that cannot be used.
    """
    try:
        wishes = msgspec.convert(items, Steps)
    except msgspec.ValidationError as error:
        raise Refused("bad_input", field="steps", why=str(error)) from None
    if not wishes:
        raise Refused("bad_input", field="steps")
    return _steps(catalogue, wishes, ())


def _steps(catalogue: Catalogue, wishes: tuple[CustomStep, ...], tables: Tables) -> tuple[PlannedStep, ...]:
    """A refusal says in which step, counted from 1."""
    changed, made = {table.id: table for table in tables}, []
    for n, wish in enumerate(wishes, 1):
        try:
            made.append(_custom(catalogue, f"s{n}", wish, changed))
        except Refused as refused:
            raise Refused(refused.code, **{**refused.detail, "step": n}) from None
    return tuple(made)


def template_steps(catalogue: Catalogue, template: Template) -> tuple[PlannedStep, ...]:
    """The steps of a workshop after a template. Refused("bad_input") names the field, and the step from 1."""
    for n, step in enumerate(template.steps, 1):
        _named(catalogue, step, n)
    return tuple(_even(catalogue, step) for step in _steps(catalogue, template.steps, template.tables))


def _even(catalogue: Catalogue, step: PlannedStep) -> PlannedStep:
    """A sheet with a hole where a zone was left out is no picture: its zones lie evenly then."""
    known = catalogue.activities.get(step.activity)
    places = {prompt.place for prompt in known.prompts} - {None} if known else set()
    if not places - {one.prompt.place for one in step.prompts}:
        return step
    bare = (
        msgspec.structs.replace(one, prompt=msgspec.structs.replace(one.prompt, place=None)) for one in step.prompts
    )
    return msgspec.structs.replace(step, prompts=tuple(bare))


def _named(catalogue: Catalogue, step: CustomStep, n: int) -> None:
    """What is nowhere in the catalogue needs words of its own."""
    known = _known(catalogue, step)
    usual = {prompt.id for prompt in known.prompts} if known else ()
    if step.kind and not _said(step.name, "name"):
        raise Refused("bad_input", field="name", why="empty", step=n)
    for prompt in step.prompts or ():
        if prompt.id not in usual and not _said(prompt.title, "title"):
            raise Refused("bad_input", field="title", why="empty", step=n, prompt=prompt.id)


def as_template(catalogue: Catalogue, agenda_id: str) -> Template:
    """An agenda as wishes, so that it can be changed; its plan stays the same. Refused as `plan_steps`."""
    steps = tuple(wish_of(catalogue, step) for step in plan_steps(catalogue, agenda_id))
    agenda = catalogue.agendas[agenda_id]
    minutes = sum(step.minutes or 0 for step in steps)
    return Template(agenda.id, agenda.name, steps, agenda.suits, agenda.outcome, minutes, agenda.sittings)


def wish_of(catalogue: Catalogue, step: PlannedStep) -> CustomStep:
    """What to wish for to get this step; only what differs from the catalogue is said."""
    if step.kind == "break":
        pause = next(name for name, said in catalogue.breaks.items() if said == step.name)
        return CustomStep(pause=pause, minutes=step.minutes, session=step.session)
    known = catalogue.activities[step.activity]
    whole = tuple(one.prompt for one in step.prompts) == chosen(known, ()).prompts
    return CustomStep(
        activity=step.activity,
        name=None if step.name == known.name else step.name,
        minutes=step.minutes,
        phases=cast(dict[Phases, float], dict(step.phases)),
        prompts=None if whole else tuple(_wish_of(known, one.prompt) for one in step.prompts),
        session=step.session,
        advice=step.tips[: len(step.tips) - len(tips_of(known))],
    )


def _wish_of(known: c.Activity, prompt: c.Prompt) -> CustomPrompt:
    usual = next(one for one in known.prompts if one.id == prompt.id)
    return CustomPrompt(prompt.id, preset=None if prompt.preset == usual.preset else prompt.preset)


def _in_sessions(template: Template) -> Template:
    """Sessions that have steps, numbered from 1; a session that lost its last step is none any more."""
    numbers = [sitting.number for sitting in template.sittings]
    asked = [step.session for step in template.steps]
    for n, session in enumerate(asked, 1):
        if session not in (numbers or [1]) or session < max(asked[:n]):
            raise Refused("bad_input", field="session", step=n)
    kept = [sitting for sitting in template.sittings if sitting.number in asked]
    now = {sitting.number: n for n, sitting in enumerate(kept, 1)} or {1: 1}
    return msgspec.structs.replace(
        template,
        sittings=tuple(msgspec.structs.replace(sitting, number=now[sitting.number]) for sitting in kept),
        steps=tuple(msgspec.structs.replace(step, session=now[step.session]) for step in template.steps),
    )


def settled(template: Template) -> Template:
    """The same with clean words in both languages and sessions that have steps.

    Refused("bad_input") names the field, and the step from 1.
    """
    template = _in_sessions(template)
    name = _said(template.name, "name")
    if name is None:
        raise Refused("bad_input", field="name", why="empty")
    return msgspec.structs.replace(
        template,
        name=name,
        suits=_said(template.suits, "suits"),
        outcome=_said(template.outcome, "outcome"),
        steps=tuple(_settled_step(step) for step in template.steps),
        tables=tuple(_settled_table(table) for table in template.tables),
    )


def _settled_step(step: CustomStep) -> CustomStep:
    prompts = None if step.prompts is None else tuple(_settled_prompt(prompt) for prompt in step.prompts)
    return msgspec.structs.replace(step, name=_said(step.name, "name"), prompts=prompts, advice=_advice(step))


def _settled_prompt(prompt: CustomPrompt) -> CustomPrompt:
    words = {name: _said(getattr(prompt, name), name) for name in ("title", "text", "good", "weak")}
    return msgspec.structs.replace(prompt, **words)


def _settled_table(table: CustomTable) -> CustomTable:
    fields = tuple(msgspec.structs.replace(one, title=_said(one.title, "tables")) for one in table.fields)
    return msgspec.structs.replace(table, fields=fields)
