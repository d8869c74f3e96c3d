"""What each person may see of a state: records with their audience. The only way out of a room, exports included."""

from collections.abc import Callable, Iterator
from typing import TypeVar

from accord.domain import events as e
from accord.domain import records as r
from accord.domain.attending import missing, present, quorum, sits
from accord.domain.catalogue import TEAMS, Section, Team
from accord.domain.events import Event
from accord.domain.freeze import next_version
from accord.domain.heads import said
from accord.domain.measures import change, divergence, ratings, score, tallies, total
from accord.domain.records import ALL, FACILITATORS, Both, Record, only
from accord.domain.rules.outcomes import others_answer
from accord.domain.sealing import exposed
from accord.domain.sections import NEEDED, sections, stands
from accord.domain.sight_actuals import look_actuals, scorecard
from accord.domain.sight_funnel import funnel, funnel_key
from accord.domain.sight_owing import debts, look_owed, owed_key
from accord.domain.sight_rows import about_marks, look_row, own_marks, tables
from accord.domain.sight_sessions import comparison, draft, sessions
from accord.domain.sight_shares import receipt, share, shares
from accord.domain.state import (
    Amendment,
    Note,
    Person,
    Proposal,
    State,
    Version,
    alike,
    asked_about,
    asked_of,
    dots,
    hides,
    members,
    mixed,
    place,
    twin,
    visibility,
)

Shown = tuple[str, Record]
"""(audience, record)"""

T = TypeVar("T")


def everything(state: State) -> dict[str, Shown]:
    """Every record of the state by key."""
    return {record.key: (audience, record) for audience, record in _all(state)}


def may_see(state: State, person: str, audience: str) -> bool:
    """Waiting people see only what is addressed to them by name."""
    if audience == only(person):
        return True
    found = state.people.get(person)
    if found is None or found.waiting or found.gone:
        return False
    return audience == ALL or (audience == FACILITATORS and found.facilitates)


def seen_by(state: State, person: str) -> dict[str, Record]:
    """The records a person may see, by key; "" is the projector, which sees what is for all."""
    shown = everything(state).items()
    if not person:
        return {key: record for key, (audience, record) in shown if audience == ALL}
    return {key: record for key, (audience, record) in shown if may_see(state, person, audience)}


# --- only what an event can have changed, for the commands that people send all the time ---


def touched(event: Event, state: State) -> tuple[str, ...] | None:
    """Keys of the records that the event can have changed (`state` is the one after it); None: look at everything."""
    match event:
        case e.NoteAdded(note=note, prompt=prompt, person=person):
            return (
                f"note:{note}",
                f"authorship:{note}",
                f"progress:{prompt}",
                f"writing:{prompt}",
                *_gap(state, prompt),
                *owed_key(state, prompt, person),
            )
        case e.NoteEdited(note=note):
            return (f"note:{note}", *_gap(state, state.notes[note].prompt))
        case e.NoteGrouped(note=note) if not state.prompts[state.notes[note].prompt].counted:
            return (f"note:{note}", *_gap(state, state.notes[note].prompt))
        case e.Voted(prompt=prompt, person=person):
            return (f"ballot:{prompt}@{person}", f"progress:{prompt}")
        case e.Rated(prompt=prompt, person=person):
            return (
                f"desk:{prompt}@{person}",
                f"progress:{prompt}",
                f"writing:{prompt}",
                *owed_key(state, prompt, person),
            )
        case e.DoneSet(prompt=prompt, person=person):
            return (
                f"desk:{prompt}@{person}",
                f"progress:{prompt}",
                f"writing:{prompt}",
                *owed_key(state, prompt, person),
            )
        case e.Marked(prompt=prompt, person=person):
            return (
                f"own_marks:{prompt}@{person}",
                f"progress:{prompt}",
                f"writing:{prompt}",
                *owed_key(state, prompt, person),
            )
        case e.WordsWritten(text=text) | e.PenTaken(text=text) | e.PenDropped(text=text):
            return _wording_keys(state, text)
        case e.Received(share=given, version=version):
            return (f"share:{given}",) if given else (f"receipt:{version}",)
        case e.ActualsSet(figures=figures):
            return tuple(dict.fromkeys(f"actuals:{one.row}" for one in figures))
    return None


def _gap(state: State, prompt: str) -> tuple[str, ...]:
    return (f"divergence:{prompt}",) if _compared(state, prompt) else ()


def _compared(state: State, prompt: str) -> bool:
    """Both sides lie open. While people write again, what is compared rests."""
    return state.prompts[prompt].revealed and state.prompts[prompt].phase != "write"


def _wording_keys(state: State, text: str) -> tuple[str, ...] | None:
    if "/" in text:
        return _row_keys(state, text.partition("/")[0])
    if text in state.clauses:
        return _clause_keys(state, text)
    return _proposal_keys(state, text)


def _proposal_keys(state: State, proposal: str) -> tuple[str, ...]:
    hands = tuple(f"own_consent:{proposal}@{person}" for person in state.people)
    return (f"proposal:{proposal}", f"asked:{proposal}", f"hands:{proposal}", *hands)


def _clause_keys(state: State, text: str) -> tuple[str, ...]:
    clauses, asked = alike(state, text), asked_about(state, text)
    sections = dict.fromkeys(f"comparison:{c.section}" for c in clauses)
    about = (*_proposal_keys(state, asked.id), *(f"row:{r}" for r in _asked_rows(state, asked))) if asked else ()
    return (*(f"clause:{c.id}" for c in clauses), *sections, *about)


def _row_keys(state: State, row: str) -> tuple[str, ...]:
    """With the other rows of one proposal: words in one open it for all again."""
    asked = asked_about(state, row)
    rows = dict.fromkeys((row, *_asked_rows(state, asked))) if asked else (row,)
    about = _proposal_keys(state, asked.id) if asked else ()
    clauses = [c for c in state.clauses.values() if c.row == row and (c.heads or c.draft)]
    drafts = (*(f"clause:{c.id}" for c in clauses), *dict.fromkeys(f"comparison:{c.section}" for c in clauses))
    return (*(f"row:{one}" for one in rows), *drafts, *funnel_key(state, row), *about)


def _asked_rows(state: State, asked: Proposal) -> Iterator[str]:
    """Rows that the proposal is about, themselves or as clauses."""
    named = (state.clauses[one].row if one in state.clauses else one for one in (*asked.rows, *asked.drafts))
    return (row for row in named if row in state.rows)


def look(state: State, key: str) -> Shown | None:
    """The record behind one of the keys of `touched`, or None if it is not there."""
    kind, _, id_ = key.partition(":")
    return _LOOK[kind](state, id_)


# --- record by record ---


def _all(state: State) -> Iterator[Shown]:
    yield from _about_workshop(state)
    for person in state.people.values():
        yield from _person(state, person)
    for order, step in enumerate(state.order):
        yield from _step(state, step, order)
    for prompt in state.prompts:
        yield from _prompt(state, prompt)
    for note in mixed(state):
        yield _note(state, note)
        if authorship := _authorship(state, note):
            yield authorship
    yield from tables(state)
    if counted := funnel(state):
        yield counted
    for theme in state.themes.values():
        yield ALL, r.Theme(theme.id, theme.prompt, theme.title, theme.place, theme.version)
    for proposal in state.proposals.values():
        yield from _about_proposal(state, proposal)
    yield from _about_agreement(state)


def _about_workshop(state: State) -> Iterator[Shown]:
    plan, now = state.plan, state.now
    yield (
        ALL,
        r.Workshop(
            "w",
            plan.title,
            plan.company,
            plan.languages,
            plan.timezone,
            plan.teams,
            plan.agenda_name,
            state.doors,
            state.ended,
            plan.starts_at,
            next_version(state),
        ),
    )
    yield from sessions(state)
    yield ALL, r.Roster("w", {team: tuple(s.name for s in missing(state, team)) for team in TEAMS})
    yield ALL, r.Now("w", now.step, now.turn, now.phase, now.deadline, now.left, now.seconds, state.started)
    for person, text in state.jots.items():
        yield only(person), r.Jottings(person, text)
    for item in state.parked.values():
        yield (
            ALL,
            r.ParkedItem(item.id, item.text, item.owner, item.due, item.prompt, item.proposal, item.closed),
        )


def _person(state: State, person: Person) -> Iterator[Shown]:
    if person.left:
        yield ALL, r.Leaver(person.id, person.name, person.team, twin(state, person))
    if person.gone:
        return
    record = r.Person(
        person.id,
        person.name,
        person.number,
        person.role,
        person.team,
        person.language,
        twin(state, person),
        person.head,
        person.away,
        person.waiting,
        person.via,
        person.excused,
        sits(state, person),
        person.returns,
    )
    yield FACILITATORS if person.waiting else ALL, record


def _step(state: State, step_id: str, order: int) -> Iterator[Shown]:
    plan, step = state.planned_steps[step_id], state.steps[step_id]
    status = "finished" if step.ended else "running" if step.started else "skipped" if step.skipped else "planned"
    yield (
        ALL,
        r.Step(
            step_id,
            order,
            plan.activity,
            plan.kind,
            plan.name,
            step.minutes,
            plan.phases,
            plan.turns,
            plan.visibility,
            status,
            plan.minutes,
            step.started,
            step.ended,
            plan.purpose,
            plan.credit,
            plan.session,
            exposed(state) if plan.visibility == "hidden" and not step.ended else (),
        ),
    )
    if plan.tips:
        yield FACILITATORS, r.Guide(step_id, plan.tips)


def _prompt(state: State, prompt_id: str) -> Iterator[Shown]:
    plan, prompt = state.planned_prompts[prompt_id].prompt, state.prompts[prompt_id]
    step = state.step_of[prompt_id]
    yield (
        ALL,
        r.Prompt(
            prompt_id,
            step,
            state.order_of[prompt_id],
            plan.id,
            plan.title,
            plan.text,
            plan.answer_type,
            plan.must_agree,
            prompt.phase,
            prompt.revealed,
            state.planned_steps[step].visibility,
            prompt.votes,
            plan.good,
            plan.weak,
            plan.asked,
            plan.guesses,
            plan.scale,
            plan.place,
            plan.icon,
            plan.minutes,
            tuple(feed.section for feed in plan.feeds),
            plan.table,
            plan.starter,
            prompt.prework,
        ),
    )
    if plan.follow_ups:
        yield FACILITATORS, r.Guide(prompt_id, plan.follow_ups)
    if prompt.phase != "waiting" or prompt.prework:
        yield from _about_prompt(state, prompt_id)


def _about_prompt(state: State, prompt: str) -> Iterator[Shown]:
    yield _progress(state, prompt)
    if writing := _writing(state, prompt):
        yield writing
    for person in state.people:
        if desk := _desk(state, prompt, person):
            yield desk
        if ballot := _ballot(state, prompt, person):
            yield ballot
    if gap := _divergence(state, prompt):
        yield gap
    yield from about_marks(state, prompt, _compared(state, prompt))
    if _compared(state, prompt) and state.planned_prompts[prompt].prompt.scale:
        yield ALL, r.Ratings(prompt, **ratings(state, prompt))
        if found := change(state, prompt):
            yield ALL, r.Change(prompt, *found)
    if state.prompts[prompt].counted:
        sums, of = tallies(state, prompt), total(state, prompt)
        for target, votes in sums.items():
            yield ALL, r.Tally(target, prompt, votes, round(score(votes, of), 12))


def _count(state: State, people: set[str]) -> Both:
    here = {p.id: p.team for p in members(state)}
    sides: dict[Team, int] = {team: sum(here.get(p) == team for p in people) for team in TEAMS}
    return Both(**sides)


def _unlinked(state: State, prompt: str) -> bool:
    """Hidden authors of shown notes: a count that moves with a note would name them."""
    return state.prompts[prompt].revealed and hides(state, prompt)


def _progress(state: State, prompt: str) -> Shown:
    answered = set() if _unlinked(state, prompt) else _answered(state, prompt)
    voted = {p for p, ballot in state.ballots.get(prompt, {}).items() if ballot}
    of = _count(state, {p.id for p in present(state)})
    return ALL, r.Progress(prompt, _count(state, answered), _count(state, voted), of)


def _answered(state: State, prompt: str) -> set[str]:
    """Who answered; where authors are hidden, who says to be done: whether somebody wrote would tell too."""
    if hides(state, prompt):
        return set(state.done.get(prompt, ()))
    return (
        {p for p, n in state.counts.get(prompt, {}).items() if n}
        | set(state.ratings.get(prompt, {}))
        | _markers(state, prompt)
    )


def _markers(state: State, prompt: str) -> set[str]:
    return {person for person, marks in state.marks.get(prompt, {}).items() if marks}


def _writing(state: State, prompt: str) -> Shown | None:
    if _unlinked(state, prompt):
        return None
    told = not hides(state, prompt)
    counts = {p: n for p, n in state.counts.get(prompt, {}).items() if n and told}
    for person in state.ratings.get(prompt, {}) if told else ():
        counts.setdefault(person, 0)
    for person in sorted(_markers(state, prompt)) if told else ():
        counts[person] = counts.get(person, 0) + len(state.marks[prompt][person])
    return FACILITATORS, r.Writing(prompt, counts, tuple(sorted(state.done.get(prompt, ()))))


def _desk(state: State, prompt: str, person: str) -> Shown | None:
    rating, done = state.ratings.get(prompt, {}).get(person), person in state.done.get(prompt, ())
    if rating is None and not done:
        return None
    return only(person), r.Desk(f"{prompt}@{person}", rating, done)


def _ballot(state: State, prompt: str, person: str) -> Shown | None:
    mine = dots(state, prompt, person)
    if not mine:
        return None
    left = state.prompts[prompt].votes - sum(mine.values())
    return only(person), r.Ballot(f"{prompt}@{person}", mine, left)


def _divergence(state: State, prompt: str) -> Shown | None:
    told = _compared(state, prompt) and visibility(state, prompt) != "hidden"  # a theme of one note would tell its team
    found = divergence(state, prompt) if told else None
    if found is None:
        return None
    measure, value, flag, parts = found
    return ALL, r.Divergence(prompt, measure, round(value, 12), flag, parts)


def _note(state: State, note: Note) -> Shown:
    team = None if hides(state, note.prompt) else note.team
    record = r.Note(
        note.id,
        note.prompt,
        note.text,
        place(state, note),
        note.version,
        team,
        note.theme,
        note.days,
        note.evidence,
        note.late,
        note.taken_up,
    )
    return ALL if note.shown else only(note.person), record


def _authorship(state: State, note: Note) -> Shown | None:
    """Nobody's where who wrote it is not known any more."""
    if not note.person:
        return None
    named = note.shown and visibility(state, note.prompt) == "named"
    return ALL if named else only(note.person), r.Authorship(note.id, note.person)


def _about_proposal(state: State, proposal: Proposal) -> Iterator[Shown]:
    yield _proposal(state, proposal)
    yield _asked(state, proposal)
    for hand in proposal.hands.values():
        yield only(hand.person), r.OwnConsent(f"{proposal.id}@{hand.person}", hand.level, hand.reason)
    if hands := _hands(state, proposal):
        yield hands


def _proposal(state: State, proposal: Proposal) -> Shown:
    words = proposal.wording
    return (
        ALL,
        r.Proposal(
            proposal.id,
            proposal.prompt,
            words.text,
            words.version,
            proposal.status,
            proposal.round,
            proposal.based_on,
            words.pen,
            words.by,
            words.before,
            proposal.rows,
            proposal.drafts,
        ),
    )


def _asked(state: State, proposal: Proposal) -> Shown:
    here = present(state)
    answered = _count(state, {p.id for p in here if p.id in proposal.hands})
    of = _count(state, {p.id for p in here})
    return ALL, r.Asked(proposal.id, answered, of, others_answer(state, proposal), quorum(state))


def _hands(state: State, proposal: Proposal) -> Shown | None:
    """Shown at once when the answers are in; heads last."""
    if proposal.end not in ("agreed", "failed", "parked") or not proposal.hands:
        return None
    found = [h for h in proposal.hands.values() if h.person in state.people]
    found.sort(key=lambda h: (state.people[h.person].head, state.people[h.person].number))
    return ALL, r.Hands(proposal.id, tuple(found))


def _about_agreement(state: State) -> Iterator[Shown]:
    for result in state.results.values():
        consent = {h.person: h.level for h in result.hands.values()}
        reservations = tuple(h for h in result.hands.values() if h.reason)
        yield (
            ALL,
            r.Result(
                result.id,
                result.prompt,
                result.text,
                consent,
                reservations,
                result.based_on,
                result.at,
                result.rows,
                result.heads,
            ),
        )
    covered = {clause.section for clause in state.clauses.values()}
    for section in sections(state):
        yield ALL, _section(state, section, section.id in covered)
    yield from draft(state)
    for clause in state.clauses:
        shown = _clause(state, clause)
        if shown:
            yield shown
    yield ALL, r.Term("w", state.period.start, state.period.end, state.period.review)
    for id_, kept in state.kept.items():
        yield ALL, r.KeptFinding(id_, kept.reason, kept.by, kept.at)
    for amendment in state.amendments.values():
        yield from _amendment(state, amendment)
    for version in state.versions.values():
        yield from _version(state, version)
    yield from shares(state)
    yield from scorecard(state)
    yield from debts(state)


def _section(state: State, one: Section, covered: bool) -> r.Section:
    own = any(one.id == mine.id for mine in state.arranged.own)
    renamed = one.id in state.arranged.titles and not own
    planned = next((s.title for s in state.plan.sections if s.id == one.id), None) if renamed else None
    return r.Section(
        one.id, one.order, one.core, one.title, covered, not stands(state, one.id), own, one.id in NEEDED, planned
    )


def _amendment(state: State, one: Amendment) -> Iterator[Shown]:
    answered, of = _count(state, set(one.hands)), _count(state, {p.id for p in asked_of(state, one)})
    hands = tuple(one.hands.values()) if one.end else ()
    yield (
        ALL,
        r.Amendment(
            one.id,
            one.number,
            one.text,
            one.words,
            one.base,
            one.reason,
            one.person,
            one.at,
            one.until,
            answered,
            of,
            one.version,
            one.end,
            hands,
        ),
    )
    for hand in one.hands.values():
        yield only(hand.person), r.OwnConsent(f"{one.id}@{hand.person}", hand.level, hand.reason)


def _clause(state: State, clause_id: str) -> Shown | None:
    clause = state.clauses.get(clause_id)
    if clause is None:
        return None
    words, now, asked = clause.wording, said(state, clause), asked_about(state, clause.id)
    return (
        ALL,
        r.Clause(
            clause.id,
            clause.section,
            clause.order,
            words.text,
            words.version,
            clause.result,
            clause.sources,
            words.pen,
            words.by,
            clause.edited,
            clause.row,
            clause.heads,
            clause.draft if clause.draft != now else "",
            clause.taken_on,
            asked.id if asked else "",
        ),
    )


def _version(state: State, version: Version) -> Iterator[Shown]:
    last = {s.person: s for s in version.signatures}
    signed = _count(state, {p for p, s in last.items() if s.decision != "refuse"})
    refused = sum(s.decision == "refuse" for s in last.values())
    of, latest = _count(state, {p.id for p in members(state)}), state.latest
    current = latest is not None and latest.version == version.version
    sealed = version.seals[0].at if version.seals else None
    yield (
        ALL,
        r.Version(version.version, version.hash, version.at, signed, of, refused, current, version.in_force, sealed),
    )
    for s in last.values():
        yield (
            only(s.person),
            r.Signature(f"{version.version}@{s.person}", s.decision, s.at, s.name, version.hash, s.reason),
        )


# --- look-ups for touched keys ---


def _look_note(state: State, id_: str) -> Shown | None:
    note = state.notes.get(id_)
    return _note(state, note) if note else None


def _look_authorship(state: State, id_: str) -> Shown | None:
    note = state.notes.get(id_)
    return _authorship(state, note) if note else None


def _look_proposal(make: Callable[[State, Proposal], T]) -> Callable[[State, str], T | None]:
    def look_(state: State, id_: str) -> T | None:
        proposal = state.proposals.get(id_)
        return make(state, proposal) if proposal else None

    return look_


def _look_own_consent(state: State, id_: str) -> Shown | None:
    proposal_id, _, person = id_.partition("@")
    proposal = state.proposals.get(proposal_id)
    hand = proposal.hands.get(person) if proposal else None
    return (only(person), r.OwnConsent(id_, hand.level, hand.reason)) if hand else None


def _split(make: Callable[[State, str, str], Shown | None]) -> Callable[[State, str], Shown | None]:
    def look_(state: State, id_: str) -> Shown | None:
        prompt, _, person = id_.rpartition("@")
        return make(state, prompt, person)

    return look_


_LOOK: dict[str, Callable[[State, str], Shown | None]] = {
    "note": _look_note,
    "authorship": _look_authorship,
    "progress": _progress,
    "writing": _writing,
    "desk": _split(_desk),
    "ballot": _split(_ballot),
    "divergence": _divergence,
    "proposal": _look_proposal(_proposal),
    "asked": _look_proposal(_asked),
    "hands": _look_proposal(_hands),
    "own_consent": _look_own_consent,
    "clause": _clause,
    "comparison": comparison,
    "row": look_row,
    "funnel": funnel,
    "own_marks": _split(own_marks),
    "share": share,
    "receipt": receipt,
    "actuals": look_actuals,
    "owed": look_owed,
}
