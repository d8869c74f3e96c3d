"""A workshop file with sixty people and something nasty in every field."""

from typing import Any

NASTY = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "{{ 7*7 }} {% include '/etc/passwd' %}",
    "\u202emirrored\u202c and \u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627",
    "\U0001f469\u200d\U0001f52c\U0001f1f5\U0001f1f1 e\u0301\u0323 zero\u200bwidth",
    "nul\x00bell\x07esc\x1b[31mred",
    '=HYPERLINK("http://x.invalid";"y")',
    "\"'`\\ ';DROP TABLE notes;--",
    "]]>&amp;&#60;b&#62;</style></title>",
    "url(http://x.invalid/a.png) @import 'x'; javascript:alert(1)",
    "+1-1 @SUM(A1) |cmd",
    "Zażółć gęślą jaźń ŁÓDŹ ŚĆ \u2011 \u00a0 \u00ad soft",
)
PLACES = (
    ("canvas-basic", "goals"),
    ("nine-questions", "q6"),
    ("nine-questions", "q7"),
    ("risks", "fears"),
    ("../<b>activity</b> @ {{x}}", "zone @ '\"<i>"),
    ("../<b>activity</b> @ {{x}}", "\x00zone.s1@p1"),
    ("a" * 100, "\U0001f525"),
)


def nasty(n: int, more: str = "") -> str:
    return f"{NASTY[n % len(NASTY)]} {more}".strip()


def hostile(people: int = 60) -> dict[str, Any]:
    """Valid in shape, hostile in words. Every third result is refused by somebody and parked."""
    members = [_person(n) for n in range(people - 1)]
    notes = [_note(n, members[n % len(members)]) for n in range(3 * len(members))]
    return {
        "meta": {"language": "pl", "workshop": {"title": nasty(0, "title"), "timezone": "Europe/Warsaw"}},
        "company": {"name": nasty(1, "company")},
        "participants": [
            {"id": "f</script>", "name": nasty(2, "leads"), "team": "none", "role": "facilitator"},
            *members,
        ],
        "notes": notes,
        "scale_answers": [_ratings(members)],
        "agreed": [_accord(n, place, members, notes) for n, place in enumerate(PLACES)],
        "tables": {"parking": [{"id": "../x", "text": nasty(3, "later"), "owner": nasty(4), "due": "2027-01-29"}]},
        "sla": {"signatures": [_signature(n, member) for n, member in enumerate(members[:6])]},
    }


def _person(n: int) -> dict[str, Any]:
    """Every tenth has the name of the one before."""
    name = nasty(n - (n % 10 == 9), f"p{n - (n % 10 == 9)}")[-58:]
    team = "marketing" if n % 5 < 2 else "sales"
    return {"id": f"p{n} <{n}>", "name": name, "team": team, "role": "team_lead" if n in (0, 2) else "member"}


def _note(n: int, member: dict[str, Any]) -> dict[str, Any]:
    activity, zone = PLACES[n % len(PLACES)]
    long = "x" * 1_900 if n % 40 == 7 else f"note{n}"
    votes = {"marketing": n % 4, "sales": (n * 7) % 5}
    found = {"id": f"{n}'\"<", "activity": activity, "zone": zone, "author": member["id"], "team": member["team"]}
    theme = {"theme": nasty(n % 5, "theme")} if n % 3 else {}
    return {**found, "text": nasty(n, long), **({"votes": votes} if zone != "q7" else {}), **theme}


def _ratings(members: list[dict[str, Any]]) -> dict[str, Any]:
    sides = {team: [1 + n % 5 for n, m in enumerate(members) if m["team"] == team] for team in ("marketing", "sales")}
    return {"activity": "nine-questions", "zone": "q5", **sides}


def _accord(
    n: int, place: tuple[str, str], members: list[dict[str, Any]], notes: list[dict[str, Any]]
) -> dict[str, Any]:
    low = 1 if n % 3 == 2 else 3
    sides = {
        team: [low if m is members[4] else 5 - (k % 2) for k, m in enumerate(members) if m["team"] == team]
        for team in ("marketing", "sales")
    }
    return {
        "id": f"r{n} </a>",
        "activity": place[0],
        "zone": place[1],
        "text": nasty(n, f"wording{n} " + "words and more words " * 20),
        "based_on": [note["id"] for note in notes[n::11]],
        "consent": sides,
        "reservations": [{"by": members[4]["id"], "text": nasty(n + 1, "reservation")}],
        "feeds": ["purpose", "definitions", "annex_risks"][: 1 + n % 3],
    }


def _signature(n: int, member: dict[str, Any]) -> dict[str, Any]:
    decision = ("accept", "accept_with_reservation", "refuse", "pending")[n % 4]
    return {"person": member["id"], "decision": decision, "reservation": nasty(n), "reason": nasty(n + 5)}
