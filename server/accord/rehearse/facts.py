"""What the people of a rehearsal saw in the end, by the ids of its file."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from accord.domain.catalogue import TEAMS
from accord.rehearse.person import Record
from accord.rehearse.play import Rehearsal
from accord.rehearse.script import OF_TABLES, Place
from accord.rehearse.table_facts import tables

Facts = dict[str, Any]


class Seen:
    """All records that anybody of the rehearsal holds. What is for all is the same for all."""

    def __init__(self, rehearsal: Rehearsal) -> None:
        self.rehearsal = rehearsal
        self.public = rehearsal.watch
        self.players = {person.id: player for player, person in rehearsal.people.items()}
        self.notes = {key: note for note, key in rehearsal.keys.items()}
        wrote = {note.id: note.author for note in rehearsal.script.notes}
        self.authors = {key: rehearsal.people[wrote[note]].id for key, note in self.notes.items()}
        self.authors |= {
            record["id"]: record["person"]
            for person in rehearsal.people.values()
            for record in person.all("authorship")
        }
        self.teams = {record["id"]: record.get("team") for record in self.public.all("person")}

    def prompts(self) -> dict[Place, Record]:
        """In the order of the agenda."""
        found = sorted(self.public.all("prompt"), key=lambda one: int(one["order"]))
        places = self.rehearsal.places
        return {places[one["id"]]: one for one in found if one["id"] in places}

    def of(self, kind: str, prompt: str) -> list[Record]:
        return [record for record in self.public.all(kind) if record.get("prompt") == prompt]

    def notes_of(self, prompt: str) -> list[Record]:
        return sorted(self.of("note", prompt), key=lambda note: int(note["place"]))

    def of_table(self, clause: Record) -> bool:
        """It says what a table says in a sentence."""
        result = self.public.get("result", clause.get("result", ""))
        return result is not None and self.rehearsal.places.get(result["prompt"]) in OF_TABLES

    def ids(self, notes: Iterable[str]) -> list[str]:
        return [self.notes.get(note, note) for note in notes]

    def player(self, person: str) -> str:
        return self.players.get(person, person)


def facts(rehearsal: Rehearsal, checked: Facts) -> Facts:
    """The whole of facts.json. `checked`: what the document's check says in the end."""
    seen = Seen(rehearsal)
    prompts = {"/".join(place): prompt for place, prompt in seen.prompts().items()}
    sentences = {"/".join(place) for place in OF_TABLES} & set(prompts)
    return {
        "people": _people(seen),
        "notes": _filled(prompts, lambda prompt: _notes(seen, prompt)),
        "themes": _filled(prompts, lambda prompt: _themes(seen, prompt)),
        "votes": _filled(prompts, lambda prompt: _votes(seen, prompt)),
        "divergence": _filled(prompts, lambda prompt: _divergence(seen, prompt)),
        "results": {key: _result(seen, one) for key, one in prompts.items() if key not in sentences},
        "sentences": {key: _result(seen, prompts[key])["wording"] for key in sorted(sentences)},
        "sections": [_section(seen, s) for s in sorted(seen.public.all("section"), key=lambda s: int(s["order"]))],
        **tables(seen.public, seen.player, rehearsal.rows),
        "findings": [_finding(seen, one, checked["stops"]) for one in checked["findings"]],
        "versions": [_version(seen, version) for version in seen.public.all("version")],
        "refusals": [refusal for person in rehearsal.connected for refusal in person.refusals],
    }


def _finding(seen: Seen, one: Record, stops: list[str]) -> Facts:
    """By the ids of the file; a person as in "sales.s2"."""
    rows, before = seen.rehearsal.rows, one["object"].rpartition(".")
    name = (
        rows[one["object"]].id if one["object"] in rows else ".".join(filter(None, (before[0], seen.player(before[2]))))
    )
    kept = {"object": name, "changes": [change["kind"] for change in one["changes"]], "stops": one["id"] in stops}
    return {key: one[key] for key in ("rule", "severity", "section", "field")} | kept


def _filled(prompts: dict[str, Record], make: Any) -> Facts:
    made = {key: make(prompt) for key, prompt in prompts.items()}
    return {key: value for key, value in made.items() if value}


def _people(seen: Seen) -> Facts:
    inside = [person for person in seen.public.all("person") if not person.get("waiting")]
    teams: Counter[str] = Counter(p["team"] for p in inside if p["role"] == "member")
    leading = sum(p["role"] in ("facilitator", "cofacilitator") for p in inside)
    return {"marketing": teams["marketing"], "sales": teams["sales"], "facilitator": leading}


def _notes(seen: Seen, prompt: Record) -> Facts:
    """Where the team is not shown, whoever wrote it still knows."""
    authors = (seen.authors.get(note["id"], "") for note in seen.notes_of(prompt["id"]))
    teams = [seen.teams.get(author) for author in authors]
    return {"marketing": teams.count("marketing"), "sales": teams.count("sales")} if teams else {}


def _themes(seen: Seen, prompt: Record) -> Facts:
    themes = sorted(seen.of("theme", prompt["id"]), key=lambda theme: int(theme["place"]))
    names = seen.rehearsal.themes
    return {str(names.get(one["id"], one["title"])): _tally(seen, one["id"]) for one in themes}


def _votes(seen: Seen, prompt: Record) -> Facts:
    if not seen.of("tally", prompt["id"]):
        return {}
    notes = (note["id"] for note in seen.notes_of(prompt["id"]))
    return {seen.notes.get(note, note): _tally(seen, note) for note in notes}


def _tally(seen: Seen, target: str) -> Facts:
    tally = seen.public.get("tally", target) or {"votes": {}, "score": 0}
    votes: Facts = {team: int(tally["votes"].get(team, 0)) for team in TEAMS}
    return {**votes, "score": float(tally["score"])}


def _divergence(seen: Seen, prompt: Record) -> Facts:
    found = seen.public.get("divergence", prompt["id"])
    return {name: found[name] for name in ("measure", "value", "flag")} if found else {}


def _result(seen: Seen, prompt: Record) -> Facts:
    result = next((one for one in seen.of("result", prompt["id"]) if not one.get("rows")), None)
    if result:
        return _outcome(seen, "agreed", result, list(result["consent"].values()), result["reservations"])
    asked = (p for p in seen.of("proposal", prompt["id"]) if not p.get("rows"))
    parked = next((p for p in asked if p["status"] == "parked"), None)
    if parked:
        shown = (seen.public.get("hands", parked["id"]) or {"hands": []})["hands"]
        return _outcome(seen, "parked", parked, [h["level"] for h in shown], [h for h in shown if h.get("reason")])
    status = "open" if prompt["must_agree"] else "personal"
    return {"status": status, "wording": "", "consent": {}, "reservations": [], "based_on": []}


def _outcome(seen: Seen, status: str, record: Record, levels: list[int], hands: list[Record]) -> Facts:
    counted = Counter(levels)
    return {
        "status": status,
        "wording": record["text"],
        "consent": {str(level): counted[level] for level in sorted(counted, reverse=True)},
        "reservations": [{"by": seen.player(hand["person"]), "text": hand.get("reason", "")} for hand in hands],
        "based_on": seen.ids(record["based_on"]),
    }


def _section(seen: Seen, section: Record) -> Facts:
    clauses = [clause for clause in seen.public.all("clause") if clause["section"] == section["id"]]
    clauses.sort(key=lambda clause: (clause["order"], clause["id"]))
    worded = [one for one in clauses if one["text"] and not seen.of_table(one)]
    said = [{"id": one["id"], "text": one["text"], "sources": seen.ids(one.get("sources", ()))} for one in worded]
    names = seen.rehearsal.rows
    rows = [names[one["row"]].id if one["row"] in names else one["row"] for one in clauses if not one["text"]]
    status = "covered" if section["covered"] else "not_covered"
    return {"id": section["id"], "status": status, "clauses": said, "rows": rows}


def _version(seen: Seen, version: Record) -> Facts:
    """Who signed is known to each of them alone; together they know."""
    given: dict[str, list[str]] = {"signed": [], "missing": [], "refused": []}
    for player, person in seen.rehearsal.people.items():
        if (seen.public.get("person", person.id) or {}).get("role") != "member":
            continue
        signature = person.get("signature", f"{version['id']}@{person.id}")
        decision = signature["decision"] if signature else ""
        given["refused" if decision == "refuse" else "signed" if decision else "missing"].append(player)
    return {"version": version["id"], "hash": version["hash"], **given}
