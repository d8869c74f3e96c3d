"""Plays a script in a room: who does what in each phase, and who leads."""

import asyncio
import random
from collections.abc import Iterable
from contextlib import suppress
from typing import Any, Final
from urllib.parse import urlsplit

from accord.domain import commands as c
from accord.domain.catalogue import TEAMS, Catalogue, Language
from accord.domain.commands import Command
from accord.domain.words import NOTE
from accord.live.peer import Bucket
from accord.rehearse.agenda import steps
from accord.rehearse.filling import Filling
from accord.rehearse.person import ANSWER_WITHIN, Person, Record
from accord.rehearse.script import LATER, PASS, Accord, Keys, Player, Script, Written
from accord.rehearse.site import Browser, Trouble
from accord.rehearse.words import spoken, tell, words

Move = tuple[str, Command]
"""A player, and what they ask for."""

TRIES: Final = 5
MOVED: Final = frozenset({"stale", "pen_busy", "heads_last"})
TYPING: Final = 4.0
"""Most seconds between taking a pen and writing: it falls free after ten."""
POLITE: Final = (15.0, 45.0)
"""Commands a second, and at once, on a server that is not ours: less than it allows everybody."""
BEGIN, END = 0.08, 0.8
"""The part of a phase in which simulated people act, when they take their time."""


class Pace:
    """Real time is speed 1; without a speed nobody waits for anything but answers."""

    def __init__(self, speed: float | None, chance: random.Random) -> None:
        self.speed, self._chance = speed, chance

    async def wait(self, seconds: float) -> None:
        if self.speed:
            await asyncio.sleep(seconds / self.speed)

    def moments(self, n: int, seconds: float) -> list[float]:
        """When the moves of one person happen, in seconds of the workshop from the phase's beginning."""
        return sorted(self._chance.uniform(BEGIN, END) * seconds for _ in range(n))


class Rehearsal(Filling):
    """One workshop. `people`: player → connection; `lead` is the facilitator's; `watch` sees what everybody sees.

    `polite` keeps to the limits of a server that others use too.
    """

    def __init__(
        self, script: Script, catalogue: Catalogue, server: str, language: Language, pace: Pace, polite: bool = False
    ) -> None:
        self.script, self.catalogue, self.server, self.language = script, catalogue, server, language
        self.pace, self.polite = pace, polite
        self.people: dict[str, Person] = {}
        self.steps, self.places = steps(script, catalogue)
        self.prompts = {place: prompt for prompt, place in self.places.items()}
        self.themes: dict[str, str] = {}
        """Theme in the room → its name in the file."""
        self.workshop, self.facilitator_link = "", ""
        self.lead: Person
        self.watch: Person
        self._by_id = {player.id: player for player in script.players}
        self._written = {note.id: note for note in script.notes}
        self.keys = {note.id: note.key for note in script.notes}
        """Note of the file → its id in the room; those of hidden authors get new ones at the reveal."""
        self._theme_keys = Keys("theme-")
        self._played: set[tuple[str, str]] = set()
        self._shown: set[str] = set()
        self.rows = {}

    # --- coming together ---

    async def found(self) -> None:
        """A workshop with this script's agenda, its facilitator connected."""
        leader = next((p for p in self.script.players if p.role == "facilitator"), None)
        browser = Browser(self.server)
        made = await browser.post("/api/workshops", self._wish(leader))
        self.workshop, self.facilitator_link = made["id"], made["facilitator_link"]
        self._join_key, self._observer_key = (_token(made[link]) for link in ("join_link", "observer_link"))
        self.lead = self.watch = self.person(browser, made["person"])
        if leader:
            self.people[leader.id] = self.lead
        await self.lead.arrive()

    def _wish(self, leader: Player | None) -> dict[str, Any]:
        script = self.script
        names = {team: spoken(self.language, f"rehearse-team-{team}") for team in TEAMS}
        return {
            "title": script.title,
            "company": script.company,
            "languages": [self.language, *(one for one in ("pl", "en") if one != self.language)],
            "timezone": script.timezone,
            "teams": {team: {"name": name} for team, name in names.items()},
            "agenda": "",
            "roster": [{"name": p.name, "team": p.team, "head": p.head} for p in script.members()],
            "name": leader.name if leader else spoken(self.language, "rehearse-facilitator"),
            "language": self.language,
            "steps": self.steps,
        }

    async def gather(self) -> None:
        """Everybody else knocks, joins and connects, each with a browser of their own."""
        for player in self.script.players:
            if player.id not in self.people:
                self.people[player.id] = await self._join(player)
        await asyncio.gather(*(p.arrive() for p in self.people.values() if p is not self.lead))
        for player in self.script.players:
            if player.role == "facilitator" and self.people[player.id] is not self.lead:
                await self.lead.do(c.SetRole(self.people[player.id].id, "cofacilitator"))
        await self._raise_votes()
        await self.lead.browser.get(f"/api/w/{self.workshop}/agreement.html")  # the press gets ready meanwhile

    async def _join(self, player: Player) -> Person:
        """Facilitators beside the first come in as observers and are made co-facilitators."""
        browser, member = Browser(self.server), player.role == "member"
        key = {"id": self.workshop, "token": self._join_key if member else self._observer_key}
        await browser.post("/api/door", key)
        who = {"name": player.name, "language": self.language, "head": player.head, "again": False}
        seat = await browser.post("/api/join", {**key, **who, **({"team": player.team} if member else {})})
        return self.person(browser, seat["person"])

    def person(self, browser: Browser, id_: str, view: str = "") -> Person:
        return Person(browser, self.workshop, id_, view, Bucket(*POLITE) if self.polite else None)

    async def _raise_votes(self) -> None:
        """Where the file has more votes than the people have dots."""
        for place, prompt in self.prompts.items():
            needed = self.script.votes_needed(place)
            if needed > self._record("prompt", prompt)["votes"]:
                await self.lead.do(c.SetVotes(prompt, needed))

    def _record(self, kind: str, id_: str) -> Record:
        found = self.watch.get(kind, id_)
        if found is None:
            raise Trouble(words("rehearse-not-seen", what=f"{kind} {id_}"))
        return found

    # --- leading ---

    async def play(self) -> None:
        """The whole agenda, led from the facilitator's seat."""
        later: list[tuple[str, int, Accord]] = []
        for step in sorted(self.lead.all("step"), key=lambda one: int(one["order"])):
            for turn, prompts in enumerate(step["turns"]):
                await self._turn(step["id"], turn, prompts)
                await self.fill(step["id"], turn, prompts)
                later += [(step["id"], turn, accord) for accord in self._accords(prompts)]
                later = await self._agree_what_can(later)
            await self.lead.do(c.FinishStep(step["id"]))
        for item in self.script.parking:
            await self.lead.do(c.Park(item.key, item.text, item.owner, item.due))
        if any(self.script.period):
            await self.lead.do(c.SetPeriod(*self.script.period))

    def _accords(self, prompts: Iterable[str]) -> list[Accord]:
        places = [self.places[prompt] for prompt in prompts]
        return [accord for accord in self.script.accords if accord.place in places]

    async def _turn(self, step: str, turn: int, prompts: list[str]) -> None:
        notes = [note for prompt in prompts for note in self.script.notes_of(self.places[prompt])]
        rated = any(self.script.ratings.get(self.places[prompt]) for prompt in prompts)
        if notes or rated:
            for phase in ("write", "reveal", "discuss"):
                await self._phase(step, turn, phase, prompts)
        if any(sum(note.votes.values()) for note in notes):
            await self._phase(step, turn, "vote", prompts)
        for prompt in prompts:
            self._tell(prompt)

    async def _phase(self, step: str, turn: int, phase: Any, prompts: list[str]) -> None:
        await self.lead.do(c.GoTo(step, turn, phase))
        seconds = self.seconds()
        await asyncio.gather(self.pace.wait(seconds), self.act(phase, prompts, seconds))

    def seconds(self) -> float:
        """Of the phase that is open."""
        return float(self._record("now", "w").get("seconds", 0))

    async def _agree_what_can(self, waiting: list[tuple[str, int, Accord]]) -> list[tuple[str, int, Accord]]:
        """A wording may cite notes that are revealed later in the day; it waits for them."""
        left = []
        for step, turn, accord in waiting:
            if not set(accord.based_on) <= self._shown:
                left.append((step, turn, accord))
                continue
            await self.lead.do(c.GoTo(step, turn, "agree"))
            await asyncio.gather(self.pace.wait(self.seconds()), self._decide(accord))
        return left

    async def _decide(self, accord: Accord) -> None:
        """What the room cannot agree on goes to the parking lot."""
        status = await self._agree(accord)
        if status not in ("agreed", "withdrawn", "parked"):
            head = next((p for p in self.script.members() if p.head), self.script.members()[0])
            due = (self.script.day + LATER).isoformat()
            await self.lead.do(c.Park(f"parked-{accord.key}"[:48], accord.text[:NOTE], head.name, due, accord.key))
            status = "parked"
        tell(f"rehearse-result-{status}", place="/".join(accord.place), people=len(accord.levels))

    def _tell(self, prompt: str) -> None:
        notes = self.script.notes_of(self.places[prompt])
        if notes:
            themes, votes = len({n.theme for n in notes if n.theme}), sum(sum(n.votes.values()) for n in notes)
            tell("rehearse-prompt", place="/".join(self.places[prompt]), notes=len(notes), themes=themes, votes=votes)

    # --- what people do ---

    async def act(self, phase: str, prompts: Iterable[str], seconds: float) -> None:
        """Everything that people do in a phase of these prompts; once, however often it is opened."""
        parts = {"write": self._write, "discuss": self._discuss, "vote": self._vote}
        for prompt in prompts:
            if phase != "write":
                await self._recognise(prompt)
                self._shown |= {note.id for note in self.script.notes_of(self.places[prompt])}
            if phase in parts and (prompt, phase) not in self._played:
                self._played.add((prompt, phase))
                await parts[phase](prompt, seconds)

    async def _recognise(self, prompt: str) -> None:
        """Notes of hidden authors are known by their words only."""
        if self._record("prompt", prompt)["visibility"] != "hidden" or (prompt, "recognise") in self._played:
            return
        self._played.add((prompt, "recognise"))
        for person in (self.watch, *self.people.values()):
            await person.caught_up()
        found = {note["text"]: note["id"] for note in self.watch.all("note") if note["prompt"] == prompt}
        self.keys |= {n.id: found[n.text] for n in self.script.notes_of(self.places[prompt]) if n.text in found}

    async def _write(self, prompt: str, seconds: float) -> None:
        place = self.places[prompt]
        notes: list[Move] = [(n.author, c.AddNote(n.key, prompt, n.text)) for n in self.script.notes_of(place)]
        rated: list[Move] = [(p, c.Rate(prompt, v)) for p, v in self.script.ratings.get(place, {}).items()]
        ranking = self._record("prompt", prompt)["answer_type"] == "ranking_with_evidence"
        await self._all(prompt, "write", notes, seconds, in_order=ranking)  # a ranking is compared in reading order
        await self._all(prompt, "write", rated, 0 if notes else seconds)

    async def _discuss(self, prompt: str, seconds: float) -> None:
        """Whoever needs a theme first makes it with their note; the others add theirs."""
        made: dict[str, str] = {}
        first: list[Move] = []
        then: list[Move] = []
        for note in self.script.notes_of(self.places[prompt]):
            if note.theme in made:
                then.append((note.author, c.GroupNote(self.keys[note.id], made[note.theme])))
            elif note.theme:
                made[note.theme] = key = self._theme_keys.of(note.theme)
                self.themes[key] = note.theme
                first.append((note.author, c.AddTheme(key, prompt, note.title, (self.keys[note.id],))))
        await self._all(prompt, "discuss", first, seconds / 2)
        await self._all(prompt, "discuss", then, seconds / 2)

    async def _vote(self, prompt: str, seconds: float) -> None:
        notes = self.script.notes_of(self.places[prompt])
        spread = {team: _spread(notes, team, self.script.members(team)) for team in TEAMS}
        moves: list[Move] = [
            (player, c.Vote(prompt, self.keys[note], dots))
            for ballots in spread.values()
            for player, ballot in ballots.items()
            for note, dots in ballot.items()
        ]
        await self._all(prompt, "vote", moves, seconds)

    async def _all(self, prompt: str, phase: str, moves: list[Move], seconds: float, in_order: bool = False) -> None:
        """The moves of everybody side by side, each person's own in their order."""
        if self.pace.speed:
            await asyncio.gather(
                *(self._slowly(prompt, phase, p, own, seconds) for p, own in _by_player(moves).items())
            )
        elif in_order:
            for player, command in moves:
                await self.people[player].do(command)
        else:
            answers = [self.people[player].ask(command) for player, command in moves]
            await asyncio.wait_for(asyncio.gather(*answers), ANSWER_WITHIN)

    async def _slowly(self, prompt: str, phase: str, player: str, moves: list[Command], seconds: float) -> None:
        """At moments spread over the phase, as long as it is open."""
        person, at = self.people[player], 0.0
        for moment, command in zip(self.pace.moments(len(moves), seconds), moves, strict=True):
            await self.pace.wait(moment - at)
            at = moment
            if await self._sees(person, prompt, phase):
                await person.do(command)

    async def _sees(self, person: Person, prompt: str, phase: str) -> bool:
        """The phase is open for this person, whose news may be a moment late; False when it is over."""
        with suppress(TimeoutError):
            await person.until(lambda: (person.get("prompt", prompt) or {}).get("phase") == phase, 2)
            return True
        return False

    # --- agreeing ---

    async def agree(self, prompts: Iterable[str]) -> None:
        """Put the wordings of these prompts to the room, where somebody else leads."""
        for accord in self._accords(prompts):
            if (accord.key, "agree") not in self._played:
                self._played.add((accord.key, "agree"))
                await self._agree(accord)

    async def _agree(self, accord: Accord) -> str:
        """The proposal's status in the end: agreed, failed, or open where a team has nobody to agree."""
        writer, key = self.people[self._writer(accord)], self._proposed(accord)
        if not key:
            await self._propose(writer, accord)
        status = await self._consent(key or accord.key, accord)
        if status == "failed" and not key:
            await self._amend(writer, accord)
            status = await self._consent(accord.key, accord)
        return status

    def _proposed(self, accord: Accord) -> str:
        """A wording that somebody else has put to the room already."""
        prompt, still = self.prompts[accord.place], ("draft", "open", "failed")
        found = [one for one in self.watch.all("proposal") if one["prompt"] == prompt and one["status"] in still]
        return str(found[0]["id"]) if found else ""

    def _writer(self, accord: Accord) -> str:
        """Who wrote the first note it is based on, else the first member."""
        return next((self._written[id_].author for id_ in accord.based_on), self.script.members()[0].id)

    async def _propose(self, writer: Person, accord: Accord) -> None:
        prompt = self.prompts[accord.place]
        based_on = tuple(self.keys[id_] for id_ in accord.based_on if id_ in self._shown)
        opened = writer.ask(c.Propose(accord.key, prompt, "", based_on))
        if self.pace.speed:
            await opened
            await asyncio.sleep(min(TYPING, 5 / self.pace.speed))
        written = writer.ask(c.WritePen(accord.key, accord.text, 1))
        dropped = writer.ask(c.DropPen(accord.key))
        await asyncio.gather(opened, written, dropped)

    async def _amend(self, writer: Person, accord: Accord) -> None:
        """A second round needs a changed wording; this one comes back to what the file has."""
        await writer.do(c.TakePen(accord.key))
        version = int((writer.get("proposal", accord.key) or {})["version"])
        changed = f"{accord.text[:9_000]} …"
        asked = [c.WritePen(accord.key, changed, version), c.WritePen(accord.key, accord.text, version + 1)]
        await asyncio.gather(*(writer.ask(command) for command in (*asked, c.DropPen(accord.key))))

    async def _consent(self, key: str, accord: Accord) -> str:
        """One round on the words as they are now; heads answer when all others have. The status after it."""
        await self.watch.caught_up()
        version = int(self._record("proposal", key)["version"])
        for heads in (False, True):
            players = [player for player in self.script.members() if player.head == heads]
            await asyncio.gather(*(self._show(player, key, version, accord) for player in players))
        await self.watch.caught_up()
        return str(self._record("proposal", key)["status"])

    async def _show(self, player: Player, key: str, version: int, accord: Accord) -> None:
        """This person's hand, once they see these words or later ones; again when the words moved meanwhile."""
        person, level = self.people[player.id], accord.levels[player.id]
        reason = accord.reasons.get(player.id, spoken(self.language, "rehearse-usual-reason") if level < PASS else "")
        for _ in range(TRIES):
            await person.until(lambda: _ready(person.get("proposal", key), version))
            await self.pace.wait(self.pace.moments(1, 30)[0])
            proposal = person.get("proposal", key) or {}
            if proposal["status"] not in ("open", "draft"):
                return
            if await person.do(c.Consent(key, int(proposal["version"]), level, reason)) not in MOVED:
                return

    # --- signing ---

    async def freeze(self) -> bool:
        """False when there is nothing to freeze."""
        if not self.lead.all("clause"):
            return False
        await self.mend()
        await self.lead.do(c.Freeze())
        return True

    async def sign(self, everybody: bool) -> None:
        """As the file says, or everybody who has not refused."""
        moves = [self._sign(p, everybody) for p in self.script.members() if p.decision or everybody]
        await asyncio.gather(*moves)

    async def _sign(self, player: Player, everybody: bool) -> None:
        person = self.people[player.id]
        await person.until(lambda: _current(person))
        await self.pace.wait(self.pace.moments(1, 60)[0])
        version, me = _current(person), person.get("person", person.id)
        if version and me:
            decision: Any = player.decision or "accept"
            await person.do(c.Sign(version["id"], version["hash"], True, decision, me["name"], player.reason))

    # --- the end ---

    @property
    def connected(self) -> list[Person]:
        return [*self.people.values(), *({self.lead, self.watch} - set(self.people.values()))]

    async def settle(self) -> None:
        """Everybody has seen everything."""
        await asyncio.gather(*(person.caught_up() for person in self.people.values()), self.watch.caught_up())

    async def leave(self) -> None:
        await asyncio.gather(*(person.go() for person in self.connected))


def _ready(proposal: Record | None, version: int) -> bool:
    """These words or later ones, with no pen in motion."""
    return proposal is not None and int(proposal["version"]) >= version and proposal["status"] != "draft"


def _current(person: Person) -> Record | None:
    return next((version for version in person.all("version") if version["current"]), None)


def _token(link: str) -> str:
    return urlsplit(link).fragment.partition("=")[2]


def _by_player(moves: Iterable[Move]) -> dict[str, list[Command]]:
    found: dict[str, list[Command]] = {}
    for player, command in moves:
        found.setdefault(player, []).append(command)
    return found


def _spread(notes: Iterable[Written], team: Any, members: list[Player]) -> dict[str, dict[str, int]]:
    """Dots per member and note of the file: dealt like cards, so nobody has two more than anybody else."""
    ballots: dict[str, dict[str, int]] = {player.id: {} for player in members}
    dealt = 0
    for note in notes:
        for _ in range(note.votes[team]):
            ballot = ballots[members[dealt % len(members)].id]
            ballot[note.id] = ballot.get(note.id, 0) + 1
            dealt += 1
    return ballots
