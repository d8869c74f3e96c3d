"""Plans the steps of a workshop from what somebody wishes: the catalogue's activities, changed or their own. Pure."""

from math import ceil
from typing import Annotated, Final, Literal, cast

import msgspec
from msgspec import Meta, Struct

from accord.domain import catalogue as c
from accord.domain.catalogue import Catalogue, PlannedStep, Text
from accord.domain.planning import SCALES, Minutes, given, pause_of, split, step_of
from accord.domain.words import clean
from accord.errors import Refused

Name = Annotated[str, Meta(max_length=2_000)]
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


class CustomStep(Struct, frozen=True, forbid_unknown_fields=True):
    """A step put together by somebody; what is None comes from the catalogue. A break has `pause` and no activity."""

    activity: Annotated[str, Meta(max_length=120)] = ""
    pause: str = ""
    name: Name | Text | None = None
    minutes: Annotated[int, Meta(ge=1, le=480)] | None = None
    visibility: c.Visibility | None = None
    votes_per_person: Annotated[int, Meta(ge=0, le=1_000)] | None = None
    together: bool | None = None
    phases: dict[Literal["write", "reveal", "discuss", "vote", "agree"], Length] | None = None
    prompts: Annotated[tuple[CustomPrompt, ...], Meta(max_length=60)] | None = None


Steps = Annotated[tuple[CustomStep, ...], Meta(max_length=60)]
USUAL_MINUTES: Final = 20


def _said(value: str | Text | None, field: str) -> Text | None:
    """Words in both languages from words in one; None where nothing is said."""
    if isinstance(value, Text):
        return Text(pl=clean(value.pl, 2_000, field), en=clean(value.en, 2_000, field))
    return None if value is None or not value.strip() else Text(pl=(s := clean(value, 2_000, field)), en=s)


def _custom_feeds(catalogue: Catalogue, prompt: c.Prompt | None, wanted: tuple[str, ...]) -> tuple[c.Feed, ...]:
    """Feeds to the sections, explained as the catalogue's prompt does where it feeds the same one."""
    titles = {section.id: section.title for section in catalogue.sections}
    hows = {feed.section: feed.how for feed in prompt.feeds} if prompt else {}
    for section in wanted:
        if section not in titles:
            raise Refused("bad_input", field="feeds")
    return tuple(c.Feed(section, hows.get(section, titles[section])) for section in dict.fromkeys(wanted))


def _custom_prompt(catalogue: Catalogue, known: c.Prompt | None, wish: CustomPrompt) -> c.Prompt:
    name = clean(wish.id, 120, "prompts.id")
    base = known or c.Prompt(name, title=Text(name, name), text=Text(name, name))
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
    prompts = tuple(_custom_prompt(catalogue, usual.get(p.id), p) for p in wish.prompts or ()) or tuple(usual.values())
    if not prompts or len({prompt.id for prompt in prompts}) < len(prompts):
        raise Refused("bad_input", field="prompts")
    if any(p.answer_type == "request_and_guess" and {p.asked, p.guesses} != set(c.TEAMS) for p in prompts):
        raise Refused("bad_input", field="asked")
    return prompts


def _custom_phases(catalogue: Catalogue, wish: CustomStep, agrees: bool, minutes: int) -> Minutes:
    """As given; else those of an activity taken whole; else all, without agreement where nothing must be agreed."""
    if wish.phases:
        return given(cast(dict[str, float], wish.phases))
    known = catalogue.activities.get(wish.activity)
    if known and not wish.prompts:
        return split(known.phases, minutes)
    return split({g.id: g.minutes_share for g in catalogue.phases if agrees or g.id != "agree"}, minutes)


def _blank(activity: str) -> c.Activity:
    name = Text(activity, activity)
    return c.Activity(activity, "board", name, name, name, name, {"standard": USUAL_MINUTES}, {}, ())


def _custom(catalogue: Catalogue, step: str, wish: CustomStep) -> PlannedStep:
    if not wish.activity:
        if wish.pause not in catalogue.breaks:
            raise Refused("bad_input", field="activity")
        return pause_of(catalogue, step, wish.pause, wish.minutes or 10)
    known = catalogue.activities.get(wish.activity)
    base = known or _blank(clean(wish.activity, 120, "activity"))
    minutes = wish.minutes or ceil(sum((wish.phases or {}).values())) or base.minutes["standard"]
    prompts = _custom_prompts(catalogue, known, wish)
    activity = msgspec.structs.replace(
        base,
        name=_said(wish.name, "name") or base.name,
        prompts=prompts,
        visibility=wish.visibility or base.visibility,
        votes_per_person=base.votes_per_person if wish.votes_per_person is None else wish.votes_per_person,
        together=base.together if wish.together is None else wish.together,
    )
    phases = _custom_phases(catalogue, wish, any(p.must_agree for p in prompts), minutes)
    made = step_of(step, activity, minutes, phases)
    return made if known else msgspec.structs.replace(made, purpose=None)


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
    return tuple(_custom(catalogue, f"s{n}", wish) for n, wish in enumerate(wishes, 1))
