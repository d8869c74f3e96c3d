"""After the last signature the PDF is sealed once, kept, noted in the log, and known to whoever holds it."""

import asyncio
import hashlib
import io
import os
import stat
import subprocess
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from tests.support.site import Browser, Site, Workshop, founded
from tests.support.stamping import authority

from accord.agreement import certificate, html
from accord.agreement.draft import draft
from accord.agreement.examining import Examined, examine
from accord.app import now
from accord.domain import commands as c
from accord.domain.state import State, Version, members
from accord.http import papers
from accord.ledger.verify import verify

FILE = "/api/w/{}/agreement.pdf?language={}"


@pytest.fixture
async def workshop(site: Site) -> Workshop:
    """With one clause, frozen, and two members who have not signed."""
    found = await founded(site)
    for name, team in (("Ola", "marketing"), ("Ewa", "sales")):
        await found.joined(name, team)
    await site.command(found.id, found.made["person"], c.AddClause("clause-01", "purpose", "20 nowych klientów"))
    await site.command(found.id, found.made["person"], c.Freeze())
    return found


@pytest.fixture(scope="module")
def stamping() -> Callable[[bytes], bytes]:
    return authority(now())


async def state_of(workshop: Workshop) -> State:
    return (await workshop.site.edge.rooms.open(workshop.id)).state


async def latest(workshop: Workshop) -> Version:
    found = (await state_of(workshop)).latest
    assert found
    return found


async def signed(workshop: Workshop, *, but: int = 0) -> Version:
    """By everybody but the last so many."""
    version, people = await latest(workshop), members(await state_of(workshop))
    for person in people[: len(people) - but]:
        sign = c.Sign(version.version, version.hash, True, "accept", person.name)
        await workshop.site.command(workshop.id, person.id, sign)
    return await latest(workshop)


async def settled(workshop: Workshop) -> None:
    """What the last signature began is done."""
    await asyncio.gather(*workshop.site.edge.papers._begun)


async def printed(workshop: Workshop, language: str = "pl") -> bytes:
    answer = await workshop.lead.get(FILE.format(workshop.id, language))
    assert answer.status_code == 200, answer.text
    return answer.content


async def look(pdf: bytes) -> Examined:
    """What the press finds; pyHanko wants a loop of its own."""
    return await asyncio.to_thread(examine, pdf)


def by_poppler(path: Path) -> tuple[bool, bool]:
    """The signature is valid; it covers the whole file."""
    told = subprocess.run(["pdfsig", path], capture_output=True, text=True, check=False).stdout
    return "Signature is Valid" in told, "Total document signed" in told


def by_qpdf(path: Path) -> bool:
    """Nothing is wrong with the file's structure."""
    return subprocess.run(["qpdf", "--check", path], capture_output=True, check=False).returncode == 0


async def asked(browser: Browser, about: str | bytes) -> dict[str, Any]:
    """What anybody is told about a fingerprint or a file."""
    if isinstance(about, str):
        answer = await browser.ask("/api/verify", {"hash": about})
    else:
        answer = await browser.post("/api/verify/file", content=about, headers={"content-type": "application/pdf"})
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def test_what_everybody_signed_is_sealed_once_and_handed_out_as_the_same_file(workshop: Workshop) -> None:
    site, version = workshop.site, await signed(workshop)
    first, second = await printed(workshop), await printed(workshop)
    assert first == second
    await settled(workshop)
    found = await look(first)
    own = site.settings.own_seal
    assert (found.problems, found.fingerprint) == ((), version.hash)
    assert found.certificate == certificate.Certificate(own.read_bytes()).fingerprint
    assert stat.S_IMODE(os.stat(own).st_mode) == 0o600
    with pikepdf.open(io.BytesIO(first)) as pdf:
        assert pdf.attachments["agreement.json"].get_file().read_bytes() == version.content.encode()
    seals = (await latest(workshop)).seals
    noted = {(one.file, one.signed, one.language) for one in seals}
    assert (hashlib.sha256(first).hexdigest(), 2, "pl") in noted
    assert len(seals) == 2
    await site.again()
    assert await printed(workshop) == first
    assert verify(site.folder / "accord.db") == []


async def test_before_the_last_signature_the_file_is_no_sealed_one_and_says_so(workshop: Workshop) -> None:
    version = await signed(workshop, but=1)
    found = await look(await printed(workshop))
    assert (found.problems, found.fingerprint, found.signed, found.of) == (("no_seal",), version.hash, 1, 2)
    assert (await latest(workshop)).seals == ()
    told = await asked(workshop.site.browser(), await printed(workshop))
    assert (told["verdict"], told["status"], told["signed"], told["of"]) == ("copy", "waiting", 1, 2)


async def test_anybody_with_the_file_or_its_fingerprint_learns_what_it_is(workshop: Workshop) -> None:
    version = await signed(workshop)
    pdf, stranger = await printed(workshop), workshop.site.browser()
    told = await asked(stranger, pdf)
    assert (told["verdict"], told["title"], told["version"], told["status"]) == (
        "sealed",
        "Warsztat",
        "1.0",
        "in_force",
    )
    assert (told["signed"], told["of"], told["in_force"]) == (2, 2, version.in_force)
    for typed in (version.hash, version.hash[:16].upper(), f"https://accord.example/verify#{version.hash}"):
        told = await asked(stranger, typed)
        assert (told["verdict"], told["fingerprint"], told["status"]) == ("version", version.hash, "in_force")
    assert (await asked(stranger, hashlib.sha256(pdf).hexdigest()))["verdict"] == "sealed"
    changed = pdf.replace(b"20 nowych", b"90 nowych") if b"20 nowych" in pdf else pdf[:-40] + b"x" + pdf[-39:]
    told = await asked(stranger, changed)
    assert (told["verdict"], told["title"]) == ("changed", "Warsztat")
    assert (await asked(stranger, b"%PDF-1.7 nothing"))["verdict"] == "not_pdf"


async def test_who_holds_nothing_learns_nothing(workshop: Workshop) -> None:
    await signed(workshop)
    stranger = workshop.site.browser()
    assert await asked(stranger, "0" * 64) == {"verdict": "unknown"}
    for short in ("", "0123456789abcde", "xyz", "0" * 65):
        answer = await stranger.ask("/api/verify", {"hash": short})
        assert answer.json() == {"code": "bad_input", "detail": {"field": "hash", "why": "hash"}}
    answers = [(await stranger.ask("/api/verify", {"hash": "0" * 64})).status_code for _ in range(40)]
    assert answers[-1] == 429
    assert (await asked(workshop.site.browser("198.51.100.7"), "0" * 64)) == {"verdict": "unknown"}


async def test_an_upload_may_be_large_and_not_larger_and_is_a_pdf(site: Site) -> None:
    stranger, statuses = site.browser(), []
    for size, kind in ((19_000_000, "pdf"), (21_500_000, "pdf"), (10, "json"), (10, "octet-stream")):
        headers = {"content-type": f"application/{kind}"}
        statuses.append((await stranger.post("/api/verify/file", content=b"x" * size, headers=headers)).status_code)
    assert statuses == [200, 413, 415, 415]


async def test_a_file_that_was_changed_in_the_store_is_not_handed_out(workshop: Workshop) -> None:
    import sqlite3

    site, _ = workshop.site, await signed(workshop)
    first = await printed(workshop)
    await settled(workshop)
    with sqlite3.connect(site.folder / "accord.db") as store:
        store.execute("UPDATE document SET content = ? WHERE language = 'pl'", (first[:-1],))
    store.close()
    assert [one.code for one in verify(site.folder / "accord.db")] == ["document"]
    again = await printed(workshop)
    assert again != first[:-1]
    assert (await look(again)).problems == ()


async def test_the_certificate_is_given_to_whoever_wants_to_check(workshop: Workshop) -> None:
    answer = await workshop.site.browser().get("/api/seal.pem")
    assert b"BEGIN CERTIFICATE" in answer.content
    assert b"PRIVATE" not in answer.content


async def test_another_tool_finds_the_seal_valid_and_the_whole_file_covered(workshop: Workshop, tmp_path: Path) -> None:
    await signed(workshop)
    path = tmp_path / "sealed.pdf"
    path.write_bytes(await printed(workshop, "en"))
    assert await asyncio.to_thread(by_poppler, path) == (True, True)
    assert await asyncio.to_thread(by_qpdf, path)
    path.write_bytes(path.read_bytes().replace(b"/Title", b"/Titel", 1))
    assert await asyncio.to_thread(by_poppler, path) == (False, True)


async def test_the_last_signature_seals_in_both_languages_before_anybody_asks(workshop: Workshop) -> None:
    await signed(workshop)
    await settled(workshop)
    version = await latest(workshop)
    assert {seal.language for seal in version.seals} == {"pl", "en"}
    for language in ("pl", "en"):
        digest = hashlib.sha256(await printed(workshop, language)).hexdigest()
        assert digest in {seal.file for seal in version.seals}
    assert len((await latest(workshop)).seals) == 2


async def test_who_asks_for_the_certificate_at_once_gets_the_one_that_is_made(site: Site) -> None:
    papers_ = site.edge.papers
    first, *others = await asyncio.gather(*(papers_.certificate() for _ in range(4)))
    assert all(one is first for one in others)


async def test_a_signature_after_the_seal_makes_another_file_and_both_are_known(
    workshop: Workshop,
) -> None:
    version = await signed(workshop)
    first = await printed(workshop)
    _, late = await workshop.joined("Zofia", "sales")
    await workshop.site.command(workshop.id, late, c.Sign(version.version, version.hash, True, "accept", "Zofia"))
    second = await printed(workshop)
    found = await look(second)
    assert (found.problems, found.signed, found.of) == ((), 3, 3)
    for file in (first, second):
        assert (await asked(workshop.site.browser(), file))["verdict"] == "sealed"


async def test_the_code_on_a_document_leads_to_the_verify_page_where_the_server_knows_its_address(
    workshop: Workshop,
) -> None:
    version = await signed(workshop, but=1)
    path = f"/api/w/{workshop.id}/agreement.html?language=en"
    assert "https://accord.example/verify" in (await workshop.lead.get(path)).text
    assert workshop.site.edge.papers.verify == "https://accord.example/verify"
    page = html.page(draft(await state_of(workshop), "en"))
    assert "/verify" not in page
    assert html.qr(f"accord 1.0 sha256 {version.hash}").path in page


class Authority:
    """A time stamping authority in another place: first it does not answer."""

    def __init__(self, stamp: Callable[[bytes], bytes]) -> None:
        self.stamp, self.asked, self.works = stamp, 0, False

    def __call__(self, address: str, request: bytes) -> bytes:
        self.asked += 1
        if not self.works:
            raise OSError("no way there")
        return self.stamp(request)


async def test_an_authority_that_does_not_answer_stops_no_seal_and_is_asked_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stamping: Callable[[bytes], bytes]
) -> None:
    authority = Authority(stamping)
    monkeypatch.setattr(papers, "ask_authority", authority)
    async with Site(tmp_path, seal_timestamps="http://tsa.example") as site:
        found = await founded(site, languages=["pl"])
        for name, team in (("Ola", "marketing"), ("Ewa", "sales")):
            await found.joined(name, team)
        await site.command(found.id, found.made["person"], c.AddClause("clause-01", "purpose", "20 klientów"))
        await site.command(found.id, found.made["person"], c.Freeze())
        await signed(found)
        first = await printed(found)
        assert ((await look(first)).problems, (await look(first)).stamped_at, authority.asked) == ((), 0, 1)
        authority.works = True
        assert await printed(found) == first  # not yet: an authority is not asked all the time
        site.time.on(minutes=11)
        second = await printed(found)
        judged = await look(second)
        assert (judged.problems, judged.stamped_at > 0, len(second)) == ((), True, len(first))
        site.time.on(minutes=11)
        assert await printed(found) == second
        assert authority.asked == 2
        for file in (first, second):
            assert (await asked(site.browser(), file))["verdict"] == "sealed"


async def test_a_file_made_to_choke_on_costs_itself(workshop: Workshop) -> None:
    """A gigabyte and a half of zeros, packed twice into a few kilobytes."""
    await signed(workshop)
    whole = await printed(workshop)
    bomb = await asyncio.to_thread(choking)
    assert len(bomb) < 100_000
    answer = await workshop.site.browser().post(
        "/api/verify/file", content=bomb, headers={"content-type": "application/pdf"}
    )
    assert answer.json().get("verdict") == "not_pdf" or answer.json()["code"] == "unavailable", answer.text
    assert (await asked(workshop.site.browser(), whole))["verdict"] == "sealed"
    assert (await asked(workshop.site.browser(), whole[:-40] + b"x" + whole[-39:]))["verdict"] == "changed"


def choking() -> bytes:
    outer, inner = zlib.compressobj(1), zlib.compressobj(1)
    parts = [outer.compress(inner.compress(bytes(1_000_000))) for _ in range(1_600)]
    parts += [outer.compress(inner.flush()), outer.flush()]
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.attachments["agreement.json"] = pikepdf.AttachedFileSpec(pdf, b"x")
        stream = pdf.attachments["agreement.json"].get_file().obj
        stream.write(b"".join(parts), filter=pikepdf.Array([pikepdf.Name.FlateDecode, pikepdf.Name.FlateDecode]))
        out = io.BytesIO()
        pdf.save(out, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)
    return out.getvalue()
