"""What a rehearsal file says: who takes part, what they write, vote and agree. Read and checked, nothing played yet.

The shape is that of canvases/examples/; whatever else stands in a file is left to those who know it.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from math import ceil
from pathlib import Path
from typing import Final, TypeVar, cast
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import yaml
from msgspec import Struct, structs

from accord.domain.catalogue import LANGUAGES, TEAMS, Catalogue, Language, Team
from accord.domain.planning import SCALES
from accord.domain.words import NAME, NOTE, TITLE, WORDING, clean_name
from accord.errors import Refused
from accord.rehearse.nodes import Broken, Mistake, Value, read
from accord.rehearse.tables import Filled, Tables, spread
from accord.rehearse.words import spoken

MOST_PEOPLE: Final = 480
MOST_VOTES: Final = 99
"""Dots per person and prompt."""
PASS: Final = 3
OF_TABLES: Final = (("reporting", "central_tool"), ("meetings-communication", "mode"))
"""Where what the tables say in a sentence is agreed."""
USUAL_LEVEL: Final = 4
"""Consent where a file has none: whoever wrote down that it was agreed saw nobody below 3."""
LATER: Final = timedelta(days=30)
DECISIONS: Final = {"accept": "accept", "accept_with_reservation": "reserve", "refuse": "refuse", "pending": ""}

Place = tuple[str, str]
"""Activity and prompt, as the file names them."""

T = TypeVar("T")


class Player(Struct, frozen=True):
    """Somebody of the file. `role` is member, facilitator or observer; only members have a team.

    `decision` is accept, reserve, refuse, or "" for who does not sign.
    """

    id: str
    name: str
    team: Team | None
    role: str
    head: bool = False
    decision: str = "accept"
    reason: str = ""


class Written(Struct, frozen=True):
    """A note. `key` is its id in the room; `title` what its theme is called there; `votes` are those of each team."""

    id: str
    key: str
    place: Place
    author: str
    text: str
    theme: str
    title: str
    votes: dict[Team, int]


class Accord(Struct, frozen=True):
    """A wording put to the room; what everybody shows (player → 0…5), and why, where the file says so."""

    id: str
    key: str
    place: Place
    text: str
    based_on: tuple[str, ...]
    levels: dict[str, int]
    reasons: dict[str, str]
    feeds: tuple[str, ...] | None


class Later(Struct, frozen=True):
    """Something for the parking lot."""

    key: str
    text: str
    owner: str
    due: str


class Sorted(Struct, frozen=True):
    """A round in which everybody sorted the cards of a calibration: player → card → (choice, words)."""

    marks: dict[str, dict[str, tuple[str, str]]]


class Script(Struct, frozen=True):
    """A whole file. `ratings`: place → player → value; `scales`: lowest and highest value of those places.

    `period`: from, to and review of the agreement, ISO dates or "".
    """

    title: str
    company: str
    timezone: str
    language: Language
    day: date
    players: tuple[Player, ...]
    notes: tuple[Written, ...]
    ratings: dict[Place, dict[str, int]]
    scales: dict[Place, tuple[int, int]]
    accords: tuple[Accord, ...]
    parking: tuple[Later, ...]
    remarks: tuple[Mistake, ...]
    rows: tuple[Filled, ...] = ()
    rounds: tuple[Sorted, ...] = ()
    period: tuple[str, str, str] = ("", "", "")

    @property
    def places(self) -> tuple[Place, ...]:
        """Everything that is written, rated or agreed under, in the order of the file."""
        tables = (row.place for row in self.rows)
        given = (*(n.place for n in self.notes), *self.ratings, *(a.place for a in self.accords), *tables)
        return tuple(dict.fromkeys(given))

    def members(self, team: Team | None = None) -> list[Player]:
        return [p for p in self.players if p.role == "member" and team in (None, p.team)]

    def notes_of(self, place: Place) -> list[Written]:
        return [note for note in self.notes if note.place == place]

    def votes_needed(self, place: Place) -> int:
        """Dots the busiest person needs when a team's votes are spread evenly."""
        return max(ceil(self._votes(place, team) / max(1, len(self.members(team)))) for team in TEAMS)

    def _votes(self, place: Place, team: Team) -> int:
        return sum(note.votes.get(team, 0) for note in self.notes_of(place))


def load(path: Path, catalogue: Catalogue) -> Script:
    """The script of a file. Raises Broken with every mistake found, OSError when the file cannot be read."""
    root = read(path)
    script = _Reader(root, catalogue).script()
    if root.sheet.wrong:
        raise Broken(root.sheet.wrong)
    return structs.replace(script, remarks=tuple(root.sheet.remarks))


class Keys:
    """Ids for the room: the file's own where they may be used, else made up; never the same twice."""

    def __init__(self, before: str, shape: str = r"[A-Za-z0-9_-]{4,48}") -> None:
        self._before, self._shape, self._taken = before, re.compile(shape), set[str]()

    def of(self, id_: str) -> str:
        key, n = self._before + id_, len(self._taken)
        while not self._shape.fullmatch(key) or key in self._taken:
            n += 1
            key = f"{self._before}made-{n}"
        self._taken.add(key)
        return key


class _Reader:
    """Goes through the file once; mistakes gather in the sheet."""

    def __init__(self, root: Value, catalogue: Catalogue) -> None:
        self.root, self.catalogue = root, catalogue
        self.players: dict[str, Player] = {}
        self.notes: dict[str, Written] = {}
        self.scales: dict[Place, tuple[int, int]] = {}
        self.language = cast(Language, root["meta"]["language"].choice(LANGUAGES, "en"))
        self.day = self._date(root["meta"]["workshop"]["date"]) or date.today()

    def script(self) -> Script:
        workshop, company = self.root["meta"]["workshop"], self.root["company"]
        if not isinstance(company.node, yaml.ScalarNode):
            company = company["name"]
        self._read_players()
        self._read_signing()
        self._read_notes()
        return Script(
            title=workshop["title"].text(TITLE, spoken(self.language, "rehearse-usual-title"), line=True),
            company=company.text(TITLE, spoken(self.language, "rehearse-usual-company"), line=True),
            timezone=self._zone(workshop["timezone"]),
            language=self.language,
            day=self.day,
            players=tuple(self.players.values()),
            notes=tuple(self.notes.values()),
            ratings=self._ratings(),
            scales=self.scales,
            accords=(*self._accords(), *self._said_of_tables()),
            parking=self._parking(),
            remarks=(),
            rows=self._rows(),
            rounds=tuple(self._round(spot) for spot in self.root["tables"]["calibration"]["rounds"].list()),
            period=self._period(),
        )

    # --- tables ---

    def _rows(self) -> tuple[Filled, ...]:
        names = {player.id: player.name for player in self.players.values()}
        found = Tables(self.root, self.language, names, Keys("row-").of).rows()
        return spread(found, {team: [player.id for player in self._members(team)] for team in TEAMS})

    def _said_of_tables(self) -> list[Accord]:
        """What the tables say in sentences is agreed as one."""
        tables, keys = self.root["tables"], Keys("said-")
        rule, mode = tables["reporting"]["data_rule"], tables["cooperation"]["text"]
        found = list(zip(OF_TABLES, (rule, mode), strict=True))
        everybody = {player.id: USUAL_LEVEL for player in self._members()}
        return [
            Accord(place[1], keys.of(place[1]), place, spot.text(WORDING), (), everybody, {}, None)
            for place, spot in found
            if spot
        ]

    def _round(self, spot: Value) -> Sorted:
        """Lists of choices, one for each card in its order; words stand behind a colon: "reject: no company"."""
        cards = [card["id"].raw() for card in self.root["tables"]["calibration"]["leads"].list()]
        marks: dict[str, dict[str, tuple[str, str]]] = {}
        for player in self._members():
            said = [one.raw().partition(":") for one in spot[player.id].list()]
            pairs = ((choice.strip(), words.strip()) for choice, _, words in said)
            marks[player.id] = dict(zip(cards, pairs, strict=False))
        return Sorted(marks)

    def _period(self) -> tuple[str, str, str]:
        sla = self.root["sla"]
        start, end, review = (self._date(sla[name]) for name in ("valid_from", "valid_to", "review_date"))
        return tuple("" if one is None else one.isoformat() for one in (start, end, review))  # type: ignore[return-value]

    def _zone(self, value: Value) -> str:
        name = value.raw() or "Europe/Warsaw"
        try:
            return ZoneInfo(name).key
        except (ZoneInfoNotFoundError, ValueError, OSError):
            value.wrong("rehearse-bad-zone", value=name)
            return "UTC"

    def _date(self, value: Value) -> date | None:
        if not value.raw():
            return None
        try:
            return date.fromisoformat(value.raw()[:10])
        except ValueError:
            value.wrong("rehearse-bad-date", value=value.raw())
            return None

    def _distinct(self, values: Iterable[tuple[Value, T]], known: dict[str, T]) -> None:
        """Into `known` by id; one that comes again is a mistake."""
        for spot, value in values:
            id_ = spot["id"].name()
            if id_ in known:
                spot["id"].wrong("rehearse-twice", value=id_)
            known.setdefault(id_, value)

    # --- people ---

    def _read_players(self) -> None:
        spots = self.root["participants"]
        self._distinct(((spot, self._player(spot)) for spot in spots.list()), self.players)
        if not self._members():
            spots.wrong("rehearse-nobody")
        if len(self.players) > MOST_PEOPLE:
            spots.wrong("rehearse-too-many", most=MOST_PEOPLE)

    def _player(self, spot: Value) -> Player:
        role, team = spot["role"].raw(), spot["team"].choice((*TEAMS, "none"), "none")
        kind = "facilitator" if role == "facilitator" else "member" if team in TEAMS else "observer"
        return Player(
            id=spot["id"].raw(),
            name=self._name(spot["name"]),
            team=cast(Team, team) if kind == "member" else None,
            role=kind,
            head=role == "team_lead",
        )

    def _name(self, value: Value) -> str:
        name = value.text(NAME, line=True)
        try:
            return clean_name(name) if name else "–"
        except Refused:
            value.wrong("rehearse-missing")
            return "–"

    def _members(self, team: Team | None = None) -> list[Player]:
        return [p for p in self.players.values() if p.role == "member" and team in (None, p.team)]

    def _read_signing(self) -> None:
        """What each does when the agreement is frozen. Whom the file does not name there accepts."""
        for spot in self.root["sla"]["signatures"].list():
            decision = DECISIONS[spot["decision"].choice(DECISIONS, "accept")]
            why = spot["reservation" if decision == "reserve" else "reason"]
            reason = (
                why.text(NOTE, spoken(self.language, "rehearse-usual-reason"))
                if decision in ("reserve", "refuse")
                else ""
            )
            if player := self._member(spot["person"]):
                self.players[player.id] = structs.replace(player, decision=decision, reason=reason)

    def _member(self, value: Value) -> Player | None:
        player = self.players.get(value.name())
        if player is None and value.raw():
            value.wrong("rehearse-no-person", value=value.raw())
        elif player and player.role != "member":
            value.wrong("rehearse-no-member", value=value.raw())
            return None
        return player

    # --- notes and ratings ---

    def _place(self, spot: Value) -> Place:
        return spot["activity"].name(), spot["zone"].name()

    def _read_notes(self) -> None:
        keys = Keys("note-")
        self._distinct(((spot, self._note(spot, keys)) for spot in self.root["notes"].list()), self.notes)
        for place in {note.place for note in self.notes.values()}:
            self._check_votes(place)

    def _note(self, spot: Value, keys: Keys) -> Written:
        author, title = self._member(spot["author"]), spot["theme"].text(TITLE, "", line=True)
        if author and spot["team"] and spot["team"].raw() != author.team:
            spot["team"].wrong("rehearse-other-team", value=author.id, team=author.team)
        return Written(
            id=spot["id"].raw(),
            key=keys.of(spot["id"].raw()),
            place=self._place(spot),
            author=author.id if author else "",
            text=spot["text"].text(NOTE),
            theme=spot["theme"].raw() if title else "",
            title=title,
            votes={team: self._votes(spot["votes"], team) for team in TEAMS},
        )

    def _votes(self, spot: Value, team: Team) -> int:
        votes = spot[team].whole(0, 100_000) if spot[team] else 0
        if votes and not self._members(team):
            spot[team].wrong("rehearse-empty-team", team=team)
        return votes

    def _check_votes(self, place: Place) -> None:
        for team in TEAMS:
            votes = sum(note.votes[team] for note in self.notes.values() if note.place == place)
            if votes > MOST_VOTES * max(1, len(self._members(team))):
                self.root["notes"].wrong("rehearse-many-votes", place="/".join(place), most=MOST_VOTES)

    def _ratings(self) -> dict[Place, dict[str, int]]:
        found: dict[Place, dict[str, int]] = {}
        for spot in self.root["scale_answers"].list():
            place = self._place(spot)
            least, most = self.scales[place] = self._scale(spot["scale"], place)
            for team in TEAMS:
                given = self._by_member(spot[team], team, least, most, whole=False)
                found.setdefault(place, {}).update(given)
        return found

    def _scale(self, spot: Value, place: Place) -> tuple[int, int]:
        """As the file says, else as the question has it. The rooms know only scales from 1 to 4 and to 5."""
        activity = self.catalogue.activities.get(place[0])
        known = next((p.scale for p in activity.prompts if p.id == place[1]), None) if activity else None
        usual = (known.min, known.max) if known else (1, 5)
        least = spot["min"].whole(-1000, 1000) if spot["min"] else usual[0]
        most = spot["max"].whole(-1000, 1000) if spot["max"] else usual[1]
        if (least, most) not in SCALES.values():
            spot.wrong("rehearse-bad-scale")
            return usual
        return least, most

    def _by_member(self, spot: Value, team: Team, least: int, most: int, whole: bool = True) -> dict[str, int]:
        """A list of figures, one for each member in the order of the file; fewer only where not everybody must."""
        values, members = spot.list(), self._members(team)
        if len(values) > len(members) or (whole and len(values) < len(members)):
            spot.wrong("rehearse-other-length", found=len(values), people=len(members), team=team)
        figures = [value.whole(least, most) for value in values]
        return {player.id: figure for player, figure in zip(members, figures, strict=False)}

    # --- results ---

    def _accords(self) -> tuple[Accord, ...]:
        keys, found, seen = Keys(""), dict[str, Accord](), Counter[Place]()
        spots = [(spot, self._accord(spot, keys)) for spot in self.root["agreed"].list()]
        self._distinct(spots, found)
        for spot, accord in spots:
            seen[accord.place] += 1
            if seen[accord.place] > 1:
                spot.remark("rehearse-replaces", place="/".join(accord.place))
        return tuple(found.values())

    def _accord(self, spot: Value, keys: Keys) -> Accord:
        levels = self._levels(spot["consent"])
        return Accord(
            id=spot["id"].raw(),
            key=keys.of(spot["id"].raw()),
            place=self._place(spot),
            text=spot["text"].text(WORDING),
            based_on=tuple(self._known(one, self.notes, "rehearse-no-note") for one in spot["based_on"].list()),
            levels=levels,
            reasons=self._reasons(spot["reservations"], levels),
            feeds=self._feeds(spot["feeds"]),
        )

    def _known(self, value: Value, known: Mapping[str, object], message: str) -> str:
        if value.raw() not in known:
            value.wrong(message, value=value.raw())
        return value.raw()

    def _levels(self, spot: Value) -> dict[str, int]:
        levels = {player.id: USUAL_LEVEL for player in self._members()}
        for team in TEAMS:
            if spot[team]:
                levels.update(self._by_member(spot[team], team, 0, 5))
        return levels

    def _reasons(self, spots: Value, levels: dict[str, int]) -> dict[str, str]:
        """Only who shows 3 or less is asked for words."""
        reasons = {}
        for spot in spots.list():
            player, text = self._member(spot["by"]), spot["text"].text(NOTE)
            if player and levels.get(player.id, PASS) > PASS:
                spot["by"].remark("rehearse-not-asked", value=player.id, level=levels[player.id])
            elif player:
                reasons[player.id] = text
        return reasons

    def _feeds(self, spot: Value) -> tuple[str, ...] | None:
        sections = {section.id: section for section in self.catalogue.sections}
        return tuple(self._known(one, sections, "rehearse-no-section") for one in spot.list()) if spot else None

    def _parking(self) -> tuple[Later, ...]:
        keys, found = Keys("park-"), list[Later]()
        usual = next(
            (p.name for p in self.players.values() if p.role == "facilitator"),
            spoken(self.language, "rehearse-facilitator"),
        )
        for spot in self.root["tables"]["parking"].list():
            named = self.players.get(spot["owner"].raw())
            owner = named.name if named else spot["owner"].text(TITLE, usual, line=True)
            due = self._date(spot["due"]) or self.day + LATER
            found.append(Later(keys.of(spot["id"].raw()), spot["text"].text(NOTE), owner, due.isoformat()))
        return tuple(found)
