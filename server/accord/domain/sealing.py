"""What hidden authors write, until the reveal destroys who wrote it (decisions/0025).

Until then it is sealed: it is kept apart from the log, and nothing of it enters the chain. The reveal is one event that
holds the notes under new ids in the order of these ids, which says nothing, and nobody's name.
"""

from collections.abc import Callable, Mapping

from accord.domain import events as e
from accord.domain.attending import present
from accord.domain.catalogue import TEAMS, Team
from accord.domain.events import Event
from accord.domain.measures import ratings
from accord.domain.state import Marked, Note, State, hides
from accord.errors import Refused

FEWEST, FEWEST_OF_A_TEAM = 4, 3
"""With fewer people the mode is refused; with fewer in a team people are told that they may be guessed."""


def sealed(state: State, events: tuple[Event, ...]) -> str:
    """The prompt under whose seal the events are kept, "" for those of the log. `state` is the one before them."""
    found = {_prompt(state, event) for event in events}
    return found.pop() if len(found) == 1 else ""


def _prompt(state: State, event: Event) -> str:
    match event:
        case e.NoteAdded(prompt=prompt, late=False) | e.Rated(prompt=prompt) | e.Marked(prompt=prompt):
            return prompt if hides(state, prompt) else ""
        case e.NoteEdited(note=note) | e.NoteRemoved(note=note) | e.NotePlaced(note=note):
            found = state.notes[note]
            return found.prompt if is_sealed(state, found) else ""
    return ""


def is_sealed(state: State, note: Note) -> bool:
    return not note.shown and hides(state, note.prompt)


def unsealed(events: tuple[Event, ...]) -> tuple[str, ...]:
    """The prompts whose seal the events break."""
    return tuple(event.prompt for event in events if isinstance(event, e.Unsealed))


def unseal(state: State, prompt: str, new_id: Callable[[], str]) -> e.Unsealed | None:
    """The event that shows what was sealed under the prompt, or None if there is nothing."""
    if not hides(state, prompt):
        return None
    notes = [n for n in state.notes.values() if n.prompt == prompt and not n.shown]
    rated, marked = _people(state, state.ratings.get(prompt, {})), _people(state, state.marks.get(prompt, {}))
    if not notes and not rated and not marked:
        return None
    fresh = [e.UnsealedNote(new_id(), n.text, n.days, n.evidence) for n in notes]
    figures = _figures(state, prompt) if rated else {}
    return e.Unsealed(
        prompt, tuple(sorted(fresh, key=lambda note: note.note)), figures, _nameless(state, prompt, marked)
    )


def _people(state: State, given: Mapping[str, object]) -> list[str]:
    """Whose it is, as long as that is known."""
    return [person for person in given if person in state.people]


def _figures(state: State, prompt: str) -> dict[str, int]:
    sides = ratings(state, prompt)
    return {f"{team}#{at}": value for team in TEAMS for at, value in enumerate(sides[team], 1)}


def _nameless(state: State, prompt: str, people: list[str]) -> Marked:
    sets = sorted((state.marks[prompt][person] for person in people), key=repr)
    return {f"#{at}": marks for at, marks in enumerate(sets, 1)}


def some_sealed(state: State) -> bool:
    """Something may be sealed now."""
    open_ = (p for p, prompt in state.prompts.items() if prompt.phase == "write" or not prompt.revealed)
    return any(state.prompts[p].phase != "waiting" and hides(state, p) for p in open_)


def still_hides(state: State, prompt: str) -> None:
    """Refused("late_to_hide") once what one person adds would tell by itself whose it is."""
    if state.prompts[prompt].revealed and hides(state, prompt):
        raise Refused("late_to_hide")


def enough(here: int) -> None:
    """Refused("too_few_to_hide") where so many people are too few to hide among."""
    if here < FEWEST:
        raise Refused("too_few_to_hide", here=here, fewest=FEWEST)


def exposed(state: State) -> tuple[Team, ...]:
    """Teams with so few people here that a hidden author of theirs may be guessed."""
    return tuple(team for team in TEAMS if len(present(state, team)) < FEWEST_OF_A_TEAM)
