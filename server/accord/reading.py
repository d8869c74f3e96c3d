"""Reads YAML so that every value knows its file, line and key, and collects what is wrong with it.

A reader never stops at a mistake: it notes it, gives something harmless back and goes on, so all mistakes come at once.
"""

import re
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Final

import yaml
from msgspec import Struct

from accord import resources
from accord.domain.catalogue import LANGUAGES, Text

SUFFIX: Final = ".yaml"
LARGEST_FILE: Final = 512 * 1024
LONGEST_TEXT: Final = 4_000
_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_ID: Final = re.compile(r"[a-z][a-z0-9_-]{0,39}")


class Mistake(Struct, frozen=True):
    """One thing wrong in one file. `line` counts from 1; `key` is the way to the value, list places counted from 1."""

    file: str
    line: int
    key: str
    message: str
    detail: dict[str, str] = {}

    def sentence(self, language: str = "en") -> str:
        bundle = resources.words("content", language)
        pattern = bundle.get_message(self.message).value
        assert pattern is not None
        return str(bundle.format_pattern(pattern, self.detail)[0])

    def line_of_print(self, language: str = "en") -> str:
        return f"{self.file}:{self.line}: {self.key + ': ' if self.key else ''}{self.sentence(language)}"


class ContentError(Exception):
    """The folder has mistakes; file, line, key and sentence are those of the first."""

    def __init__(self, mistakes: Sequence[Mistake]) -> None:
        self.mistakes = tuple(sorted(mistakes, key=lambda one: (one.file, one.line, one.key)))
        first = self.mistakes[0]
        self.file, self.line, self.key, self.sentence = first.file, first.line, first.key, first.sentence()
        super().__init__("\n".join(m.line_of_print() for m in self.mistakes))


class Spot:
    """A value in a file. Each reader returns the value, or notes a mistake and returns something harmless.

    A spot without a node stands for something missing that has been noted already, and stays silent.
    """

    def __init__(self, file: str, node: yaml.Node | None, key: str, mistakes: list[Mistake], line: int = 1) -> None:
        self.file, self.node, self.key, self.mistakes = file, node, key, mistakes
        self.line = node.start_mark.line + 1 if node else line

    def wrong(self, message: str, key: str = "", line: int = 0, **detail: str) -> None:
        if self.node is None:
            return
        self.mistakes.append(Mistake(self.file, line or self.line, _join(self.key, key), message, detail))

    def fields(self, needed: str, allowed: str = "") -> "dict[str, Spot]":
        """The values of a mapping by key: all needed ones, and the allowed ones that are there."""
        if not isinstance(self.node, yaml.MappingNode):
            self.wrong("content-not-mapping")
            return {name: Spot(self.file, None, name, self.mistakes) for name in needed.split()}
        found: dict[str, Spot] = {}
        for key, value in self.node.value:
            self._field(found, key, value, (needed + " " + allowed).split())
        for name in needed.split():
            if name not in found:
                message = "content-missing-language" if name in LANGUAGES else "content-missing-key"
                self.wrong(message, name, name=name)
                found[name] = Spot(self.file, None, name, self.mistakes)
        return found

    def _field(self, found: "dict[str, Spot]", key: yaml.Node, value: yaml.Node, known: list[str]) -> None:
        name, line = str(key.value), key.start_mark.line + 1
        if name in found:
            self.wrong("content-key-twice", name, line)
        elif name in known:
            found[name] = Spot(self.file, value, _join(self.key, name), self.mistakes)
        else:
            self.wrong("content-unknown-key", name, line, name=name, known=known_as(name, known))

    def spots(self) -> "list[Spot]":
        if not isinstance(self.node, yaml.SequenceNode):
            self.wrong("content-not-list")
            return []
        return [Spot(self.file, n, f"{self.key}.{i}", self.mistakes) for i, n in enumerate(self.node.value, 1)]

    def _scalar(self, tags: str, message: str) -> str | None:
        if isinstance(self.node, yaml.ScalarNode) and self.node.tag.rpartition(":")[2] in tags.split():
            return str(self.node.value)
        self.wrong(message)
        return None

    def words(self) -> str:
        """A string that is not empty."""
        value = self._scalar("str", "content-not-text")
        if value is not None and not value.strip():
            self.wrong("content-empty")
        if value is not None and len(value) > LONGEST_TEXT:
            self.wrong("content-long", limit=str(LONGEST_TEXT))
        return (value or "").strip()

    def text(self) -> Text:
        """Words in both languages."""
        return both(self.fields("pl en"))

    def texts(self) -> tuple[Text, ...]:
        return tuple(spot.text() for spot in self.spots())

    def id(self) -> str:
        value = self.words()
        if value and not _ID.fullmatch(value):
            self.wrong("content-bad-id", value=value)
        return value

    def ids(self) -> tuple[str, ...]:
        return tuple(spot.words() for spot in self.spots())

    def number(self, least: float = 0, most: float = 1_000) -> float:
        value = self._scalar("int float", "content-not-number")
        try:
            number = float(value or "nan")
        except ValueError:
            number = float("nan")
        if value is not None and not least <= number <= most:
            self.wrong("content-out-of-range", least=f"{least:g}", most=f"{most:g}")
        return number if least <= number <= most else least

    def whole(self, least: int = 0, most: int = 1_000) -> int:
        number = self.number(least, most)
        if number != int(number):
            self.wrong("content-not-whole")
        return int(number)

    def flag(self) -> bool:
        return (self._scalar("bool", "content-not-flag") or "").lower() in ("true", "yes", "on")

    def choice(self, known: Iterable[str]) -> str:
        value, options = self.words(), list(known)
        if value and value not in options:
            self.wrong("content-not-one-of", value=value, known=known_as(value, options))
        return value if value in options else options[0]

    def plain(self) -> object:
        """Whatever is there, as plain values, for parts this server does not interpret yet."""
        if isinstance(self.node, yaml.MappingNode):
            names = " ".join(str(key.value) for key, _ in self.node.value)
            return {name: spot.plain() for name, spot in self.fields("", names).items()}
        if isinstance(self.node, yaml.SequenceNode):
            return [spot.plain() for spot in self.spots()]
        return str(self.node.value) if self.node else ""


def both(fields: dict[str, Spot]) -> Text:
    return Text(pl=fields["pl"].words(), en=fields["en"].words())


def _join(way: str, name: str) -> str:
    return ".".join(part for part in (way, name) if part)


def known_as(value: str, options: Sequence[str]) -> str:
    """The option that was probably meant, or all of them."""
    return ", ".join(get_close_matches(value, options, 1) or sorted(o for o in options if o))


def _line_of(error: yaml.YAMLError) -> int:
    """Where to look: a bracket or quotation mark that is not closed is noticed lines after it was opened."""
    opened = re.search("flow|scalar", str(getattr(error, "context", "")))
    mark = getattr(error, "context_mark" if opened else "problem_mark", None)
    return int(mark.line) + 1 if mark else 1


def compose(text: str, file: str, mistakes: list[Mistake]) -> yaml.Node | None:
    """The text as a tree that knows its lines; None, and what is wrong noted, when it is no YAML."""
    try:
        return yaml.compose(text, Loader=_LOADER)
    except yaml.YAMLError as error:
        why = str(getattr(error, "problem", None) or error)
        mistakes.append(Mistake(file, _line_of(error), "", "content-not-yaml", {"why": why}))
    except RecursionError:
        mistakes.append(Mistake(file, 1, "", "content-not-yaml", {"why": "nesting"}))
    return None


def _read(path: Path, file: str, mistakes: list[Mistake]) -> yaml.Node | None:
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise ValueError("content-file-large")
        return compose(path.read_text("utf-8"), file, mistakes)
    except UnicodeDecodeError:
        mistakes.append(Mistake(file, 1, "", "content-not-utf8"))
    except ValueError as error:
        mistakes.append(Mistake(file, 1, "", str(error)))
    return None


class Folder:
    """canvases/ on disk, and the mistakes found so far."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.mistakes: list[Mistake] = []

    def root(self, path: Path, needed: str, allowed: str = "") -> dict[str, Spot]:
        """The fields of a file's top mapping; a file that cannot be read is noted and gives silent spots."""
        file, before = path.relative_to(self.path).as_posix(), len(self.mistakes)
        if not path.is_file():
            self.mistakes.append(Mistake(file, 1, "", "content-missing-file"))
        node = _read(path, file, self.mistakes) if path.is_file() else None
        if node is None and len(self.mistakes) == before:
            self.mistakes.append(Mistake(file, 1, "", "content-empty"))
        return Spot(file, node, "", self.mistakes).fields(needed, allowed)

    def one(self, name: str, key: str) -> Spot:
        return self.root(self.path / f"{name}{SUFFIX}", key)[key]

    def below(self, folder: str) -> list[Path]:
        return sorted((self.path / folder).glob(f"*{SUFFIX}"))
