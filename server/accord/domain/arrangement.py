"""How a workshop has arranged the sections of its agreement, where it differs from the plan."""

import re

from msgspec import Struct

from accord.domain.catalogue import Section, Text


class Arrangement(Struct, frozen=True):
    """`order`: ids as they stand now, those left out too; () as planned. `titles` are names without an annex's letter.

    `off` are left out of the agreement; their words stay. `own` were added by the workshop.
    """

    order: tuple[str, ...] = ()
    titles: dict[str, Text] = {}
    off: frozenset[str] = frozenset()
    own: tuple[Section, ...] = ()


_LETTERED = re.compile(r"^(?:Załącznik|Annex) ([A-Z])\.\s+(.+)$", re.DOTALL)


def lettered(title: str) -> tuple[str, str]:
    """An annex's letter and its name; ("", title) for a chapter."""
    found = _LETTERED.match(title)
    return (found[1], found[2]) if found else ("", title)


def named(title: Text) -> Text:
    """The name without a letter, in both languages."""
    return Text(_bare(title.pl), _bare(title.en))


def _bare(title: str) -> str:
    while (found := lettered(title))[0]:
        title = found[1]
    return title


def annexed(letter: str, name: Text) -> Text:
    return Text(f"Załącznik {letter}. {name.pl}", f"Annex {letter}. {name.en}")
