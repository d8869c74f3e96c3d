"""What a room shows, since when and to whom: put, gone and narrowed records."""

import json

from accord.domain.records import ALL, FACILITATORS, Theme, only
from accord.live.shown import Change, ShownRecords

M1, S1 = (ALL, only("m1")), (ALL, only("s1"))


def theme(title: str, id_: str = "t1") -> Theme:
    return Theme(id_, "s1.q1", title, 1, 1)


def since(shown: ShownRecords, seq: int, audiences: tuple[str, ...]) -> tuple[list[str], list[str]]:
    """(titles put, keys gone)"""
    put, gone = shown.since(seq, audiences)
    return [r["title"] for r in json.loads(b"[%b]" % put)], json.loads(b"[%b]" % gone)


def test_a_record_that_looks_the_same_is_not_shown_again() -> None:
    shown = ShownRecords()
    shown.update([("theme:t1", (ALL, theme("one")))], 1)
    change = shown.update([("theme:t1", (ALL, theme("one")))], 2)
    assert not change.audiences()
    assert since(shown, 1, M1) == ([], [])


def test_what_changed_after_a_number_is_put_and_what_went_is_gone() -> None:
    shown = ShownRecords()
    shown.update([("theme:t1", (ALL, theme("one"))), ("theme:t2", (ALL, theme("two", "t2")))], 1)
    shown.update([("theme:t1", None), ("theme:t2", (ALL, theme("new", "t2")))], 2)
    assert since(shown, 1, M1) == (["new"], ["theme:t1"])
    assert since(shown, 2, M1) == ([], [])


def test_a_narrowed_record_is_gone_for_those_who_lose_it_and_stays_with_the_others() -> None:
    shown = ShownRecords()
    shown.update([("theme:t1", (ALL, theme("one")))], 1)
    change = shown.update([("theme:t1", (only("m1"), theme("one")))], 2)
    assert (set(change.gone), set(change.put)) == ({ALL}, {only("m1")})
    assert since(shown, 1, M1) == (["one"], [])
    assert since(shown, 1, S1) == ([], ["theme:t1"])


def test_a_widened_record_is_put_to_everybody() -> None:
    shown = ShownRecords()
    shown.update([("theme:t1", (only("m1"), theme("one")))], 1)
    shown.update([("theme:t1", (ALL, theme("one")))], 2)
    assert since(shown, 1, M1) == (["one"], [])
    assert since(shown, 1, S1) == (["one"], [])


def test_what_went_is_named_only_to_those_who_could_see_it() -> None:
    shown = ShownRecords()
    shown.update([("theme:t1", (only("m1"), theme("one"))), ("theme:t2", (FACILITATORS, theme("two", "t2")))], 1)
    change = shown.update([("theme:t1", None), ("theme:t2", None)], 2)
    assert set(change.gone) == {only("m1"), FACILITATORS}
    assert since(shown, 1, M1) == ([], ["theme:t1"])
    assert since(shown, 1, S1) == ([], [])
    assert since(shown, 1, (*S1, FACILITATORS)) == ([], ["theme:t2"])


def test_a_record_that_went_and_came_back_to_fewer_is_gone_for_the_rest() -> None:
    shown = ShownRecords()
    shown.update([("theme:t1", (ALL, theme("one")))], 1)
    shown.update([("theme:t1", None)], 2)
    shown.update([("theme:t1", (only("m1"), theme("back")))], 3)
    assert since(shown, 1, M1) == (["back"], [])
    assert since(shown, 1, S1) == ([], ["theme:t1"])


def test_the_whole_of_an_audience_is_what_was_put_and_not_taken_away() -> None:
    shown = ShownRecords()
    change = shown.update([(f"theme:t{i}", (ALL, theme(str(i), f"t{i}"))) for i in range(5)], 1)
    assert isinstance(change, Change)
    shown.update([("theme:t3", None)], 2)
    assert [r["title"] for r in json.loads(b"[%b]" % shown.everything(ALL))] == ["0", "1", "2", "4"]
    assert shown.everything(only("m1")) == b""
