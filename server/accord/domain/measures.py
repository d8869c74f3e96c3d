"""Figures with both teams balanced: scores of votes and the difference between the teams (domain.md 2.0.2, 2.0.3)."""

from collections.abc import Iterable

from accord.domain.catalogue import TEAMS, Team
from accord.domain.records import Both
from accord.domain.state import Note, Person, State


def score(votes: Both, total: Both) -> float:
    """½ · votes_m / Σvotes_m + ½ · votes_s / Σvotes_s.

    A team that cast no votes is left out and the other counts whole.
    """
    shares = [getattr(votes, team) / getattr(total, team) for team in TEAMS if getattr(total, team)]
    return sum(shares) / len(shares) if shares else 0.0


def tallies(state: State, prompt: str) -> dict[str, Both]:
    """Votes per note and theme under a prompt; a theme's include those on its notes.

    Targets without votes are left out.
    """
    sums: dict[str, dict[str, int]] = {}
    for person, ballot in state.ballots.get(prompt, {}).items():
        team = _team(state, person)
        for target, dots in ballot.items() if team else ():
            for counted in _counted(state, target):
                sums.setdefault(counted, dict.fromkeys(TEAMS, 0))[team or ""] += dots
    return {target: Both(**found) for target, found in sums.items()}


def total(state: State, prompt: str) -> Both:
    """Every dot under a prompt, per team."""
    sums = dict.fromkeys(TEAMS, 0)
    for person, ballot in state.ballots.get(prompt, {}).items():
        team = _team(state, person)
        if team:
            sums[team] += sum(ballot.values())
    return Both(**sums)


def _team(state: State, person: str) -> Team | None:
    """A voter's team. After an import a whole team votes as one: "marketing", or "marketing#1" for a rating."""
    found: Person | None = state.people.get(person)
    if found:
        return found.team
    return next((team for team in TEAMS if person.partition("#")[0] == team), None)


def _counted(state: State, target: str) -> tuple[str, ...]:
    note = state.notes.get(target)
    return (target, note.theme) if note and note.theme else (target,)


# --- the difference between the teams ---

Measured = tuple[str, float, bool, dict[str, float]]


def divergence(state: State, prompt: str) -> Measured | None:
    """(measure, value, flag, parts) of a prompt's shown notes, or None while there is nothing to compare."""
    kind = state.planned_prompts[prompt].prompt.answer_type
    notes = [n for n in state.notes.values() if n.prompt == prompt and n.shown]
    if kind.startswith("scale"):
        return _scale_gap(state, prompt)
    if kind == "request_and_guess":
        return _guessed(state, prompt, notes)
    if kind == "ordered_steps" and any(n.days is not None for n in notes):
        return _steps(notes)
    if kind == "ranking_with_evidence":
        return _shared_top3(notes)
    return _one_sided(notes)


def mean(values: Iterable[float]) -> float:
    found = list(values)
    return sum(found) / len(found)


def _scale_gap(state: State, prompt: str) -> Measured | None:
    sides = ratings(state, prompt)
    if not all(sides.values()):
        return None
    means = {team: mean(sides[team]) for team in TEAMS}
    gap = round(abs(means["marketing"] - means["sales"]), 12)
    return "scale_gap", gap, gap >= 1.0, {str(k): v for k, v in means.items()}


def ratings(state: State, prompt: str) -> dict[Team, tuple[int, ...]]:
    """Every rating under a prompt, sorted, per team."""
    found = state.ratings.get(prompt, {})
    return {team: tuple(sorted(v for p, v in found.items() if _team(state, p) == team)) for team in TEAMS}


def change(state: State, prompt: str) -> tuple[str, dict[Team, float], dict[Team, float]] | None:
    """(the prompt that asked first, means then, means now) of a scale that is asked again, per team with answers."""
    asked = state.planned_prompts[prompt].prompt
    same = [p for p, planned in state.planned_prompts.items() if planned.prompt.id == asked.id and planned.prompt.scale]
    first = next((p for p in sorted(same, key=lambda p: state.order_of[p]) if _rated(state, p)), "")
    if not asked.scale or not first or state.order_of[first] >= state.order_of[prompt]:
        return None
    before, after = _means(state, first), _means(state, prompt)
    return (first, before, after) if before and after else None


def _means(state: State, prompt: str) -> dict[Team, float]:
    return {team: mean(found) for team, found in ratings(state, prompt).items() if found}


def _rated(state: State, prompt: str) -> bool:
    return state.prompts[prompt].revealed and bool(state.ratings.get(prompt))


def _sides(notes: Iterable[Note]) -> dict[str, set[str]]:
    """Theme → teams that raised it."""
    sides: dict[str, set[str]] = {}
    for note in notes:
        if note.theme and note.team:
            sides.setdefault(note.theme, set()).add(note.team)
    return sides


def _one_sided(notes: list[Note]) -> Measured | None:
    sides = _sides(notes)
    if not sides:
        return None
    alone = [next(iter(teams)) for teams in sides.values() if len(teams) == 1]
    parts = {"themes": len(sides), "marketing": alone.count("marketing"), "sales": alone.count("sales")}
    value = len(alone) / len(sides)
    return "one_sided_themes", value, value >= 0.5, {k: float(v) for k, v in parts.items()}


def _guessed(state: State, prompt: str, notes: list[Note]) -> Measured | None:
    """A need is guessed when a guess of the other team lies in the same theme."""
    asked = state.planned_prompts[prompt].prompt.asked
    needs = [n for n in notes if n.team == asked]
    guessed_themes = {n.theme for n in notes if n.team != asked and n.theme}
    if not needs or len(needs) == len(notes):
        return None
    hits = sum(1 for n in needs if n.theme in guessed_themes)
    value = hits / len(needs)
    return "guessed", value, value < 0.4, {"needs": float(len(needs)), "hits": float(hits)}


def _shared_top3(notes: list[Note]) -> Measured | None:
    tops = {team: _top3(n for n in notes if n.team == team) for team in TEAMS}
    if not all(tops.values()):
        return None
    common = len(set(tops["marketing"]) & set(tops["sales"]))
    sizes = {str(team): float(len(found)) for team, found in tops.items()}
    return "shared_top3", float(common), common < 2, {"common": float(common), **sizes}


def _top3(notes: Iterable[Note]) -> list[str]:
    """The first three different items in reading order; grouped notes are one item."""
    return list(dict.fromkeys(n.theme or n.text.casefold() for n in sorted(notes, key=lambda n: n.place)))[:3]


def _steps(notes: list[Note]) -> Measured | None:
    """Steps and days of an average author of each team."""
    sides = {team: _average(n for n in notes if n.team == team) for team in TEAMS}
    m, s = sides["marketing"], sides["sales"]
    if not m or not s:
        return None
    longer = max(m[1], s[1])
    steps, time = abs(m[0] - s[0]), abs(m[1] - s[1]) / longer if longer else 0.0
    parts = {"steps_marketing": m[0], "steps_sales": s[0], "days_marketing": m[1], "days_sales": s[1]}
    value = max(steps / 2, time / 0.3)
    return "steps", value, value >= 1, parts


def _average(notes: Iterable[Note]) -> tuple[float, float] | None:
    authors: dict[str, list[float]] = {}
    for note in notes:
        authors.setdefault(note.person, []).append(note.days or 0.0)
    if not authors:
        return None
    return mean(len(days) for days in authors.values()), mean(sum(days) for days in authors.values())
