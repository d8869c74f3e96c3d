"""What every ledger promises: the same rules on SQLite, on PostgreSQL and in the model."""

import asyncio
from typing import Any

import pytest
from msgspec.structs import replace

from accord.ledger.chain import genesis
from accord.ledger.contract import Batch, Document, Ledger, LedgerError, Seat, Session, Token
from accord.ledger.verify import verify

NOW = 1_000_000
TOKEN = Token(b"t" * 32, "w1", "join")
SESSION = Session(b"s" * 32, NOW, NOW, NOW + 1_000)


# ── the log ──────────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_what_was_acknowledged_is_read_back_as_it_was_given(ledger: Ledger, ask: Any) -> None:
    words = '{"t":"person_admitted","person":"zażółć 🌴 שלום"}'.encode()
    given = Batch("w1", 1, 123, "p1", "c1", 1, 4_294_967_295, [words, ask.payload])
    assert await ask.put(ledger, given, ask.batch(3, client="", n=0)) == ["", ""]
    rows = await ledger.run(lambda: list(ledger.read("w1")))
    assert [(row.seq, row.at, row.person, row.client, row.n, row.digest, row.payload) for row in rows] == [
        (1, 123, "p1", "c1", 1, 4_294_967_295, words),
        (2, 123, "p1", None, None, 4_294_967_295, ask.payload),
        (3, 1_003, "p1", None, None, 7, ask.payload),
    ]


async def test_events_form_a_chain_that_begins_with_the_workshop(ledger: Ledger, ask: Any) -> None:
    await ask.put(ledger, ask.batch(1), ask.batch(2, events=2))
    first, second, third = ledger.read("w1")
    assert first.prev == genesis("w1")
    assert (second.prev, third.prev) == (first.hash, second.hash)
    assert ledger.head("w1") == (3, third.hash)
    assert verify(ledger) == []


async def test_reading_begins_after_a_number(ledger: Ledger, ask: Any) -> None:
    await ask.put(ledger, *(ask.batch(seq) for seq in range(1, 6)))
    assert [row.seq for row in ledger.read("w1", after=3)] == [4, 5]
    assert list(ledger.read("w1", after=5)) == []


async def test_an_unknown_workshop_is_empty(ledger: Ledger) -> None:
    assert list(ledger.read("nowhere")) == []
    assert ledger.head("nowhere") == (0, genesis("nowhere"))
    assert ledger.workshops() == []


async def test_workshops_come_oldest_first(ledger: Ledger, ask: Any) -> None:
    await ask.put(ledger, ask.batch(1, "later", at=20), ask.batch(1, "z", at=10), ask.batch(1, "a", at=10))
    assert ledger.workshops() == ["a", "z", "later"]


@pytest.mark.parametrize("seq", [0, 1, 3, 4, 99])
async def test_a_number_that_does_not_follow_is_a_conflict(ledger: Ledger, ask: Any, seq: int) -> None:
    await ask.put(ledger, ask.batch(1), ask.batch(2))
    if seq != 3:
        assert await ask.put(ledger, ask.batch(seq, n=50)) == ["conflict"]
    assert await ask.put(ledger, ask.batch(3, n=51)) == [""]
    assert [row.seq for row in ledger.read("w1")] == [1, 2, 3]


async def test_a_workshop_that_is_not_there_is_gone(ledger: Ledger, ask: Any) -> None:
    assert await ask.put(ledger, ask.batch(2, "nowhere")) == ["gone"]
    assert ledger.workshops() == []


async def test_the_number_of_a_command_is_used_once(ledger: Ledger, ask: Any) -> None:
    await ask.put(ledger, ask.batch(1, client="c1", n=1))
    assert await ask.put(ledger, ask.batch(2, client="c1", n=1)) == ["conflict"]
    assert await ask.put(ledger, ask.batch(2, client="c2", n=1)) == [""]
    assert await ask.put(ledger, ask.batch(1, "w2", client="c1", n=1)) == [""]


async def test_events_without_a_client_never_conflict(ledger: Ledger, ask: Any) -> None:
    assert await ask.put(ledger, *(ask.batch(seq, client="", n=0) for seq in (1, 2, 3))) == ["", "", ""]


async def test_a_failed_batch_leaves_nothing_and_takes_only_its_own_followers_along(ledger: Ledger, ask: Any) -> None:
    await ask.put(ledger, ask.batch(1), ask.batch(1, "w2"))
    twice = ask.batch(2, n=1, events=3)
    answers = await ask.put(ledger, ask.batch(2, "w2"), twice, ask.batch(5), ask.batch(3, "w2"), ask.batch(1, "w3"))
    assert answers == ["", "conflict", "conflict", "", ""]
    assert [ledger.head(one)[0] for one in ("w1", "w2", "w3")] == [1, 3, 1]
    assert await ask.put(ledger, ask.batch(2)) == [""]
    assert verify(ledger) == []


async def test_answers_come_in_the_order_of_the_questions_and_never_at_once(ledger: Ledger, ask: Any) -> None:
    heard: list[int] = []
    finished = asyncio.Event()

    def done(batch: Batch, error: LedgerError | None) -> None:
        assert error is None
        heard.append(batch.seq)
        if batch.seq == 20:
            finished.set()

    for seq in range(1, 21):
        ledger.append(ask.batch(seq), done)
        if seq % 7 == 0:
            await asyncio.sleep(0)
    assert 20 not in heard
    await finished.wait()
    assert heard == list(range(1, 21))


async def test_what_arrives_in_one_turn_of_the_loop_is_one_commit(ledger: Any, ask: Any) -> None:
    commits = getattr(ledger, "pen", ledger)
    before = commits.commits
    await ask.put(ledger, *(ask.batch(seq) for seq in range(1, 201)))
    assert commits.commits == before + 1


async def test_a_mistake_of_one_listener_does_not_reach_the_others(ledger: Ledger, ask: Any) -> None:
    mistakes: list[object] = []
    if hasattr(ledger, "pen"):
        asyncio.get_running_loop().set_exception_handler(lambda _, context: mistakes.append(context["exception"]))
        ledger.append(ask.batch(1), lambda batch, error: [][batch.seq])
        assert await ask.put(ledger, ask.batch(2)) == [""]
        assert isinstance(mistakes[0], IndexError)


async def test_a_deleted_workshop_is_gone_with_its_links_and_seats_and_others_stay(ledger: Ledger, ask: Any) -> None:
    await ask.put(ledger, ask.batch(1), ask.batch(1, "w2"))
    await ledger.run(ledger.put_token, TOKEN)
    await ledger.run(ledger.put_session, SESSION)
    for workshop in ("w1", "w2"):
        await ledger.run(ledger.put_seat, Seat(SESSION.digest, workshop, "p1"))
    await ledger.run(ledger.delete, "w1")
    assert ledger.workshops() == ["w2"]
    assert list(ledger.read("w1")) == []
    assert ledger.tokens_of("w1") == []
    assert [seat.workshop for seat in ledger.seats_of(SESSION.digest)] == ["w2"]
    assert await ask.put(ledger, ask.batch(2), ask.batch(2, "w2")) == ["gone", ""]
    assert await ask.put(ledger, ask.batch(1)) == [""]


async def test_a_closed_ledger_says_so_and_has_kept_what_waited(ledger: Ledger, ask: Any) -> None:
    heard: list[LedgerError | None] = []
    ledger.append(ask.batch(1), lambda _, error: heard.append(error))
    ledger.close()
    assert await ask.put(ledger, ask.batch(2)) == ["unavailable"]
    assert heard == [None]
    with pytest.raises(LedgerError, match="unavailable"):
        ledger.put_token(TOKEN).result(timeout=5)


# ── links and codes ──────────────────────────────────────────────────────────────────────────────────────────────────


async def test_a_token_is_found_by_its_digest_alone(ledger: Ledger) -> None:
    full = Token(b"\x00\xff" * 16, "w1", "return", "p1", NOW, None, 0)
    await ledger.run(ledger.put_token, full)
    assert await ledger.run(ledger.find_token, full.digest) == full
    assert await ledger.run(ledger.find_token, b"other") is None
    assert ledger.tokens_of("w1") == [full]
    await ledger.run(ledger.drop_token, full.digest)
    assert ledger.tokens_of("w1") == []


async def test_a_token_is_kept_once(ledger: Ledger) -> None:
    await ledger.run(ledger.put_token, TOKEN)
    with pytest.raises(LedgerError, match="conflict"):
        await ledger.run(ledger.put_token, TOKEN)


async def test_of_many_who_use_a_token_at_once_one_gets_it(ledger: Ledger) -> None:
    await ledger.run(ledger.put_token, TOKEN)
    got = await asyncio.gather(*(ledger.run(ledger.use_token, TOKEN.digest, NOW + i) for i in range(20)))
    assert len([one for one in got if one]) == 1
    assert (await ledger.run(ledger.find_token, TOKEN.digest)) in got


@pytest.mark.parametrize(("at", "opens"), [(NOW - 1, True), (NOW, False), (NOW + 1, False)])
async def test_an_expired_token_opens_nothing(ledger: Ledger, at: int, opens: bool) -> None:
    await ledger.run(ledger.put_token, replace(TOKEN, expires=NOW))
    assert bool(await ledger.run(ledger.use_token, TOKEN.digest, at)) is opens


async def test_rotation_puts_a_new_token_in_the_place_of_its_kind_and_person(ledger: Ledger) -> None:
    others = [replace(TOKEN, digest=b"o" * 32, kind="observer"), replace(TOKEN, digest=b"p" * 32, person="p1")]
    for one in (TOKEN, *others):
        await ledger.run(ledger.put_token, one)
    assert await ledger.run(ledger.rotate, replace(TOKEN, digest=b"n" * 32)) == 1
    assert await ledger.run(ledger.rotate, replace(TOKEN, digest=b"m" * 32)) == 2
    assert ledger.tokens_of("w1") == [replace(TOKEN, digest=b"m" * 32, rotation=2), *others]


async def test_the_first_rotation_of_a_kind_is_number_zero(ledger: Ledger) -> None:
    assert await ledger.run(ledger.rotate, TOKEN) == 0


# ── browsers and who they are ────────────────────────────────────────────────────────────────────────────────────────


async def test_a_session_is_found_touched_and_dropped_with_its_seats(ledger: Ledger) -> None:
    await ledger.run(ledger.put_session, SESSION)
    await ledger.run(ledger.touch_session, SESSION.digest, NOW + 5, NOW + 2_000)
    assert await ledger.run(ledger.find_session, SESSION.digest) == replace(SESSION, seen=NOW + 5, expires=NOW + 2_000)
    await ledger.run(ledger.put_seat, Seat(SESSION.digest, "w1", "p1"))
    await ledger.run(ledger.drop_session, SESSION.digest)
    assert await ledger.run(ledger.find_session, SESSION.digest) is None
    assert await ledger.run(ledger.seats_of, SESSION.digest) == []


async def test_a_browser_sits_in_many_workshops_and_once_in_each(ledger: Ledger) -> None:
    await ledger.run(ledger.put_session, SESSION)
    for workshop, person in (("w1", "p1"), ("w2", "p2"), ("w1", "p3")):
        await ledger.run(ledger.put_seat, Seat(SESSION.digest, workshop, person))
    assert [(seat.workshop, seat.person) for seat in ledger.seats_of(SESSION.digest)] == [("w1", "p3"), ("w2", "p2")]
    assert ledger.find_seat(SESSION.digest, "w1") == Seat(SESSION.digest, "w1", "p3")
    assert ledger.find_seat(SESSION.digest, "w9") is None


async def test_a_seat_needs_a_session(ledger: Ledger) -> None:
    with pytest.raises(LedgerError, match="gone"):
        await ledger.run(ledger.put_seat, Seat(b"unknown", "w1", "p1"))


async def test_whose_browsers_sit_in_a_seat_can_be_told(ledger: Ledger) -> None:
    for digest in (b"a", b"b", b"c"):
        await ledger.run(ledger.put_session, replace(SESSION, digest=digest))
    for digest, person in ((b"a", "p1"), (b"b", "p1"), (b"c", "p2")):
        await ledger.run(ledger.put_seat, Seat(digest, "w1", person))
    found = await ledger.run(ledger.sessions_in, "w1", "p1")
    assert [one.digest for one in found] == [b"a", b"b"]
    assert await ledger.run(ledger.sessions_in, "w2", "p1") == []


async def test_a_person_can_be_put_out_of_every_browser(ledger: Ledger) -> None:
    for digest in (b"a", b"b"):
        await ledger.run(ledger.put_session, replace(SESSION, digest=digest))
        await ledger.run(ledger.put_seat, Seat(digest, "w1", "p1"))
    await ledger.run(ledger.put_seat, Seat(b"b", "w2", "p1"))
    await ledger.run(ledger.drop_seats, "w1", "p1")
    assert ledger.seats_of(b"a") == []
    assert [seat.workshop for seat in ledger.seats_of(b"b")] == ["w2"]


async def test_sweeping_forgets_what_has_expired_and_nothing_else(ledger: Ledger) -> None:
    for digest, expires in ((b"old", NOW), (b"new", NOW + 1), (b"ever", None)):
        await ledger.run(ledger.put_token, replace(TOKEN, digest=digest, expires=expires))
    for digest, until in ((b"old", NOW), (b"new", NOW + 1)):
        await ledger.run(ledger.put_session, replace(SESSION, digest=digest, expires=until))
    await ledger.run(ledger.put_seat, Seat(b"old", "w1", "p1"))
    assert await ledger.run(ledger.sweep, NOW) == 2
    assert [token.digest for token in ledger.tokens_of("w1")] == [b"ever", b"new"]
    assert (ledger.find_session(b"old"), ledger.seats_of(b"old")) == (None, [])
    assert ledger.find_session(b"new")


# ── documents that were given out ────────────────────────────────────────────────────────────────────────────────────

FILE = Document("ab" * 32, "w1", "1.0", "sealed", "pl", 5, NOW, b"%PDF \x00\xff")


async def test_a_document_is_found_by_the_beginning_of_its_digest_without_its_content(ledger: Ledger) -> None:
    await ledger.run(ledger.put_document, FILE)
    await ledger.run(ledger.put_document, replace(FILE, digest="ac" * 32, at=NOW + 1))
    assert ledger.find_documents("ab" * 32) == [replace(FILE, content=b"")]
    assert [one.digest[:2] for one in ledger.find_documents("a")] == ["ab", "ac"]
    assert ledger.find_documents("ad") == []
    assert ledger.find_documents("b") == []


async def test_a_document_is_kept_once_and_never_changed(ledger: Ledger) -> None:
    await ledger.run(ledger.put_document, FILE)
    await ledger.run(ledger.put_document, replace(FILE, content=b"other"))
    await ledger.run(ledger.put_document, replace(FILE, workshop="w2"))
    assert ledger.documents_of("w1", "1.0") == [FILE]
    assert [one.workshop for one in ledger.find_documents("ab")] == ["w1", "w2"]
    assert ledger.documents_of("w1", "1.1") == []


async def test_a_workshop_takes_its_documents_along_when_it_goes(ledger: Ledger) -> None:
    await ledger.run(ledger.put_document, FILE)
    await ledger.run(ledger.put_document, replace(FILE, workshop="w2"))
    await ledger.run(ledger.delete, "w1")
    assert [one.workshop for one in ledger.find_documents("ab")] == ["w2"]
