"""The sentences of the document: complete in both languages, with the same values, all of them used."""

import re

import pytest

from accord import resources
from accord.agreement import typography
from accord.words import Words

BUILT = ("language-", "status-", "sign-", "gap-", "invite-expect-")
"""Beginnings of ids that templates put together."""


def entries(language: str) -> dict[str, set[str]]:
    """Id → names of its values."""
    text = (resources.PACKAGE / "words" / language / "document.ftl").read_text("utf-8")
    parts = re.split(r"^document-([\w-]+) = ", text, flags=re.MULTILINE)[1:]
    return {id_: set(re.findall(r"\$([\w-]+)", body)) for id_, body in zip(parts[::2], parts[1::2], strict=True)}


def test_both_languages_say_the_same_with_the_same_values() -> None:
    assert entries("pl") == entries("en")


def test_every_sentence_is_used() -> None:
    root = resources.exports()
    files = [*root.glob("*.jinja"), *(resources.PACKAGE / "agreement").glob("*.py")]
    source = "".join(file.read_text("utf-8") for file in files)
    unused = [
        id_ for id_ in entries("pl") if not re.search(f'"(document-)?{id_}"', source) and not id_.startswith(BUILT)
    ]
    assert not unused


def test_a_missing_sentence_or_value_is_an_error() -> None:
    with pytest.raises(KeyError):
        Words("pl").say("document-nothing-like-it")
    with pytest.raises(ValueError, match="document-seal"):
        Words("pl").say("document-seal")


@pytest.mark.parametrize(("count", "said"), [(1, "1 podpis z 9"), (3, "3 podpisy z 9"), (5, "5 podpisów z 9")])
def test_polish_plurals_are_right(count: int, said: str) -> None:
    assert said in Words("pl").say("document-status-waiting", version="1.0", left=count, of=9)


@pytest.mark.parametrize(
    ("words", "bound"),
    [
        ("a w domu i u nas", "a~w~domu i~u~nas"),
        ("W I kwartale 2027", "W~I~kwartale 2027"),
        ("900 000 zł i 5 dni", "900~000~zł i~5~dni"),
        ("do 29 stycznia – albo nie", "do 29~stycznia~– albo nie"),
    ],
)
def test_polish_lines_do_not_end_badly(words: str, bound: str) -> None:
    assert typography.bound(words, "pl").replace(typography.NBSP, "~") == bound


def test_times_carry_their_zone_and_an_unknown_zone_is_utc() -> None:
    at = 1_796_800_000_000
    assert typography.moment(at, "Europe/Warsaw", "pl").replace("\u00a0", " ") == "9 grudnia 2026, 08:06 CET"
    assert typography.moment(at, "Asia/Kolkata", "en").replace("\u00a0", " ") == "9 December 2026, 12:36 GMT+05:30"
    assert "07:06" in typography.moment(at, "Nowhere/At-all", "en")
