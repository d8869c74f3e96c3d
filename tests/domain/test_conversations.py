"""The rules of a workshop, told as stories."""

from pathlib import Path

import pytest
from tests.support.conversations import Misunderstood, stories, tell


@pytest.mark.parametrize("path", stories(), ids=lambda path: path.stem)
def test_a_conversation_goes_as_it_is_told(path: Path) -> None:
    tell(path.read_text())


def test_there_are_stories() -> None:
    assert len(stories()) >= 15


STORY = """
story: somebody writes
told:
  - f1: {go_to: {step: s1, turn: 0, phase: write}}
  - m1: {add_note: {id: note-1, prompt: s1.q1, text: hello}}
"""


@pytest.mark.parametrize(
    "wrong",
    [
        "  - s1: {add_note: {id: note-1, prompt: s1.q1, text: again}}",
        "  - m1: {edit_note: {note: note-1, text: other, base: 1}}\n    refused: stale",
        "  - m1: {edit_note: {note: note-1, text: other, base: 7}}\n    refused: not_found",
        "  - m1: {edit_note: {note: note-1, text: other, base: 7}}\n    refused: stale\n    detail: {text: bye}",
        "  - sees: {s1: [note:note-1]}",
        "  - sees: {m1: {note:note-1: {text: bye}}}",
        "  - sees_nothing_of: {m1: [note]}",
        "  - sees_nothing_of: {m1: [note:note-1]}",
    ],
)
def test_a_story_that_goes_otherwise_is_noticed(wrong: str) -> None:
    """Negative control."""
    tell(STORY)
    with pytest.raises(AssertionError, match="line 3"):
        tell(f"{STORY}{wrong}\n")


@pytest.mark.parametrize(
    "unread", ["  - m1: {dance: {}}", "  - m1: {add_note: {id: note-2}}", "  - m1: {freeze: {now: true}}"]
)
def test_a_story_that_cannot_be_read_says_so(unread: str) -> None:
    with pytest.raises(Misunderstood):
        tell(f"{STORY}{unread}\n")
