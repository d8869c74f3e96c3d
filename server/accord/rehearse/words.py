"""Sentences for the terminal, in the language of the terminal."""

import os
import sys

from accord import resources


def words(message: str, **details: str | int) -> str:
    """The sentence of words/<language>/rehearse.ftl. KeyError when there is none."""
    return spoken(language(), message, **details)


def spoken(among: str, message: str, **details: str | int) -> str:
    """The same for people of that language, whatever the terminal speaks."""
    bundle = resources.words("rehearse", among)
    pattern = bundle.get_message(message).value
    assert pattern is not None, message
    return str(bundle.format_pattern(pattern, details)[0])


def language() -> str:
    """pl or en, from the locale of the terminal."""
    named = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return "pl" if next((one for one in named if one), "").lower().startswith("pl") else "en"


def tell(message: str, **details: str | int) -> None:
    show(words(message, **details))


def show(text: str, error: bool = False) -> None:
    """One line on the terminal, to which control characters of people's words do nothing."""
    kept = "".join(letter if letter.isprintable() or letter == "\n" else " " for letter in text)
    out = sys.stderr if error else sys.stdout
    out.write(kept.encode(out.encoding or "utf-8", "replace").decode(out.encoding or "utf-8") + "\n")
    out.flush()
