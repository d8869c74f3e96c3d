"""Values of a YAML file that know their line and key, and the list of what is wrong with them.

Unlike content files, a rehearsal file may hold whatever it likes beside what is asked for.
"""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Final

import yaml
from msgspec import Struct

from accord.domain.words import LINES, clean
from accord.errors import Refused
from accord.rehearse.words import words

LARGEST_FILE: Final = 16 * 1024 * 1024
DEEPEST: Final = 100
_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_EMPTY: Final = "tag:yaml.org,2002:null"


class Mistake(Struct, frozen=True):
    """`line` counts from 1; `key` is the way to the value, list places counted from 1."""

    file: str
    line: int
    key: str
    message: str
    detail: dict[str, str] = {}

    def sentence(self) -> str:
        place = f"{self.file}:{self.line}: {self.key + ': ' if self.key else ''}"
        return place + words(self.message, **self.detail)


class Broken(Exception):
    """The file cannot be played."""

    def __init__(self, mistakes: Iterable[Mistake]) -> None:
        self.mistakes = tuple(sorted(mistakes, key=lambda one: one.line))
        super().__init__("\n".join(one.sentence() for one in self.mistakes))


class Sheet:
    """One file: its name, what is wrong with it, and what will differ from it in a room."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.wrong: list[Mistake] = []
        self.remarks: list[Mistake] = []


class Value:
    """A value, or the place where one is missing, which reads as empty."""

    def __init__(self, sheet: Sheet, node: yaml.Node | None, key: str = "", line: int = 1) -> None:
        self.sheet, self.key = sheet, key
        self.node = None if node is not None and node.tag == _EMPTY else node
        self.line = node.start_mark.line + 1 if node is not None else line

    def __bool__(self) -> bool:
        return self.node is not None

    def wrong(self, message: str, **detail: object) -> None:
        self.sheet.wrong.append(self._said(message, detail))

    def remark(self, message: str, **detail: object) -> None:
        self.sheet.remarks.append(self._said(message, detail))

    def _said(self, message: str, detail: dict[str, object]) -> Mistake:
        said = {name: str(value)[:200] for name, value in detail.items()}
        return Mistake(self.sheet.name, self.line, self.key, message, said)

    def __getitem__(self, name: str) -> "Value":
        if self.node is not None and not isinstance(self.node, yaml.MappingNode):
            self.wrong("rehearse-not-mapping")
            self.node = None
        fields = self.node.value if self.node else ()
        found = next((value for key, value in fields if key.value == name), None)
        return Value(self.sheet, found, ".".join(part for part in (self.key, name) if part), self.line)

    def list(self) -> "list[Value]":
        if self.node is not None and not isinstance(self.node, yaml.SequenceNode):
            self.wrong("rehearse-not-list")
            self.node = None
        nodes = self.node.value if self.node else ()
        return [Value(self.sheet, node, f"{self.key}.{n}") for n, node in enumerate(nodes, 1)]

    def raw(self) -> str:
        """A scalar as it was written; "" where there is none."""
        if self.node is not None and not isinstance(self.node, yaml.ScalarNode):
            self.wrong("rehearse-not-text")
            self.node = None
        return str(self.node.value) if self.node else ""

    def name(self) -> str:
        """An id that must be there."""
        value = self.raw()
        if not value.strip():
            self.wrong("rehearse-missing")
        return value

    def text(self, limit: int, usual: str | None = None, line: bool = False) -> str:
        """People's words as a room keeps them; too long ones are cut, and that is noted."""
        given = " ".join(self.raw().split()) if line else self.raw()
        if usual is not None and not given.strip():
            return usual
        try:
            return clean(given, limit)
        except Refused as refused:
            if refused.detail["why"] == "long":
                return self._cut(given, limit)
            empty = refused.detail["why"] == "empty"
            self.wrong("rehearse-missing" if empty else "rehearse-bad-characters")
            return ""

    def _cut(self, given: str, limit: int) -> str:
        self.remark("rehearse-cut", limit=limit)
        lines = "\n".join(given.replace("\r", "\n").split("\n")[:LINES])
        return clean(lines, 4 * len(lines), empty=True)[:limit].strip()

    def whole(self, least: int, most: int) -> int:
        value = self.raw()
        if re.fullmatch(r"[+-]?\d{1,9}", value) and least <= int(value) <= most:
            return int(value)
        self.wrong("rehearse-not-whole", least=least, most=most)
        return least

    def choice(self, known: Iterable[str], usual: str = "") -> str:
        value, options = self.raw() or usual, list(known)
        if value not in options:
            self.wrong("rehearse-unknown", value=value, known=", ".join(options))
            return options[0]
        return value


def read(path: Path) -> Value:
    """The file's top mapping. Raises Broken when it is not one, OSError when it cannot be read."""
    sheet = Sheet(path.name)
    found = Value(sheet, _compose(path, sheet))
    if not isinstance(found.node, yaml.MappingNode) and not sheet.wrong:
        found.line = 1
        found.wrong("rehearse-not-mapping")
    if sheet.wrong:
        raise Broken(sheet.wrong)
    return found


def _compose(path: Path, sheet: Sheet) -> yaml.Node | None:
    raw = path.read_bytes()
    line, why = 1, ""
    try:
        if len(raw) > LARGEST_FILE:
            why = words("rehearse-why-large")
        elif _too_deep(raw.decode()):
            why = words("rehearse-why-deep")
        else:
            return yaml.compose(raw.decode(), Loader=_LOADER)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line, why = mark.line + 1 if mark else 1, str(getattr(error, "problem", None) or error)
    except UnicodeDecodeError as error:
        line, why = raw[: error.start].count(b"\n") + 1, words("rehearse-why-bytes")
    sheet.wrong.append(Mistake(sheet.name, line, "", "rehearse-not-yaml", {"why": why}))
    return None


def _too_deep(text: str) -> bool:
    """Composing is recursive, in C too, where it ends without an exception."""
    depth = 0
    for event in yaml.parse(text, Loader=_LOADER):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            return True
    return False
