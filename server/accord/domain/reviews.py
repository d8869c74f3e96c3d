"""Reviews: both teams judge the clauses of the version in force apart from each other, and what came of it. Pure."""

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

import msgspec
from msgspec import Struct

from accord.domain.catalogue import TEAMS, Marks, Team
from accord.domain.sections import standing, stands
from accord.domain.state import Marked, State, Version

ANNEX = "annex_"


class Verdict(Struct, frozen=True):
    """What was said of one clause: the majority's choice of each team that answered, "" where it has none."""

    clause: str
    tops: dict[str, str]


class Review(Struct, frozen=True):
    """One review that lies open. `at` is when its step began, ms UTC; `choices` in the order they are offered."""

    prompt: str
    at: int
    choices: tuple[str, ...]
    verdicts: tuple[Verdict, ...]


def both(tops: dict[str, str]) -> bool:
    return len(tops) == len(TEAMS)


def common(tops: dict[str, str]) -> str:
    """The choice of both majorities, "" if there is none."""
    said = set(tops.values())
    return said.pop() if both(tops) and len(said) == 1 else ""


def judged(state: State) -> tuple[str, ...]:
    """The clauses of the version in force that still stand, in reading order; of the latest, of the draft before it.

    Annexes hold what the agreement grew from: nobody promises anything there.
    """
    version = in_force(state)
    if version is not None:
        known = ((id_, state.clauses.get(id_)) for id_ in _clauses_of(version.content))
        return tuple(id_ for id_, one in known if one and stands(state, one.section))
    order = {section.id: at for at, section in enumerate(standing(state))}
    clauses = (one for one in state.clauses.values() if one.section in order and not one.section.startswith(ANNEX))
    draft = sorted(clauses, key=lambda one: (order[one.section], one.order, one.id))
    return tuple(one.id for one in draft)


def in_force(state: State) -> Version | None:
    """The last version that is, or was, in force; else the latest one."""
    return next((one for one in reversed(state.versions.values()) if one.in_force), state.latest)


@lru_cache(maxsize=64)
def _clauses_of(content: str) -> tuple[str, ...]:
    """Ids in reading order. A version never changes, and its clauses are asked for at each mark."""
    tree = msgspec.json.decode(content, type=_Tree)
    return tuple(one.id for section in tree.sections if not section.id.startswith(ANNEX) for one in section.clauses)


class _Clause(Struct):
    id: str


class _Section(Struct):
    id: str
    clauses: list[_Clause]


class _Tree(Struct):
    sections: list[_Section]


def tops(state: State, given: Marked, target: str) -> dict[str, str]:
    """The choice of each team's majority; "" without one. A team that said nothing is not there."""
    counts: dict[Team, Counter[str]] = {}
    for person, mine in given.items():
        choice, team = mine[target].choice if target in mine else "", team_of(state, person)
        if choice and team:
            counts.setdefault(team, Counter())[choice] += 1
    return {team: top(counts[team]) for team in TEAMS if team in counts}


def top(counts: Counter[str]) -> str:
    """The choice of the majority, "" without one."""
    first = [one for one in counts.most_common() if one[0]][:2]
    return first[0][0] if first and (len(first) == 1 or first[0][1] > first[1][1]) else ""


def team_of(state: State, person: str) -> Team | None:
    """After an import nobody is named: "marketing#2"."""
    found = state.people.get(person)
    return found.team if found else next((team for team in TEAMS if person.partition("#")[0] == team), None)


def reviews(state: State) -> tuple[Review, ...]:
    """Those that lie open, the earliest first. What hidden authors said is no team's."""
    found = [one for prompt in state.marks if (one := _review(state, prompt))]
    return tuple(sorted(found, key=lambda one: (one.at, one.prompt)))


def _review(state: State, prompt: str) -> Review | None:
    marks = state.planned_prompts[prompt].prompt.marks
    open_ = state.prompts[prompt].revealed and state.prompts[prompt].phase != "write"
    at = state.steps[state.step_of[prompt]].started
    if marks is None or not marks.review or not open_ or at is None:
        return None
    verdicts = tuple(_verdicts(state, state.marks[prompt]))
    return Review(prompt, at, tuple(one.id for one in marks.choices), verdicts) if verdicts else None


def _verdicts(state: State, given: Marked) -> Iterator[Verdict]:
    """Of whatever was judged, whether or not it stands in the agreement any more."""
    for clause in dict.fromkeys(target for mine in given.values() for target in mine):
        if said := tops(state, given, clause):
            yield Verdict(clause, said)


def is_review(marks: Marks | None) -> bool:
    return marks is not None and marks.review
