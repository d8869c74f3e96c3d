"""`accord verify` at a terminal: a document, an export and a store, and what the exit code says."""

import asyncio
import io
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pikepdf
import pytest
from tests.http.test_serving import ACCORD, ENGLISH
from tests.support.agreed import sample
from tests.support.site import Site, founded

from accord.agreement import certificate, html, json, press
from accord.agreement.certificate import Certificate
from accord.agreement.draft import draft
from accord.agreement.evidence import attachments
from accord.agreement.printing import Job, work
from accord.agreement.sealing import Sealing, seal
from accord.app import now
from accord.domain import commands as c
from accord.domain.state import members
from accord.ledger.chain import genesis, link
from accord.ledger.ledger import open_log
from accord.ledger.verify import verify
from accord.settings import make_secret


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A server's data with its certificate, a PDF it sealed and one it did not, and an export."""
    path, state, key = tmp_path_factory.mktemp("data"), sample(owed=0), certificate.make(now())
    assert state.latest
    make_secret(path / "seal.p12", key.pkcs12)
    found = draft(state, "en", at=now(), head="ab" * 32)
    files = attachments(found, state.latest.content, "w1", 99)
    pool = press._pool()
    printed = pool.submit(work, Job(html.page(found), files)).result(timeout=110).pdf
    for name, one in (("sealed", key), ("foreign", certificate.make(now()))):
        (path / f"{name}.pdf").write_bytes(pool.submit(seal, sealing(printed, one)).result(timeout=60).pdf)
    pool.shutdown()
    (path / "draft.pdf").write_bytes(printed)
    (path / "seal.pem").write_bytes(key.pem)
    (path / "workshop.json").write_bytes(json.write(state, "w1", 99, "ab" * 32, now()))
    return path


def sealing(pdf: bytes, key: Certificate) -> Sealing:
    return Sealing(pdf, key.pkcs12, "", "Seal", "Signed by everyone")


def said(*arguments: object, language: str = "C.UTF-8", data: Path) -> tuple[int, str]:
    command = [*ACCORD, "verify", *map(str, arguments), "--data", str(data)]
    done = subprocess.run(command, env={**ENGLISH, "LC_ALL": language}, capture_output=True, text=True, timeout=60)
    return done.returncode, done.stdout + done.stderr


def test_a_document_as_it_was_sealed_here_is_said_to_be_so(folder: Path) -> None:
    code, text = said(folder / "sealed.pdf", data=folder)
    assert code == 0
    assert "is the file as it was sealed: version 1.0" in text
    assert "5 of 5 signatures" in text
    assert "of a server known here" in text
    assert "zapieczętowano: wersja 1.0" in said(folder / "sealed.pdf", language="pl_PL.UTF-8", data=folder)[1]


def test_elsewhere_the_certificate_is_unknown_until_it_is_given(folder: Path, tmp_path: Path) -> None:
    code, text = said(folder / "sealed.pdf", data=tmp_path)
    assert (code, "does not know the certificate" in text) == (3, True)
    given = ("--certificate", folder / "seal.pem")
    assert said(folder / "sealed.pdf", *given, data=tmp_path)[0] == 0
    assert said(folder / "foreign.pdf", *given, data=folder)[0] == 3


@pytest.mark.parametrize("name", ["flipped.pdf", "saved.pdf", "draft.pdf"])
def test_a_document_that_is_not_as_it_was_sealed_is_said_to_be_so(folder: Path, name: str) -> None:
    sealed = (folder / "sealed.pdf").read_bytes()
    (folder / "flipped.pdf").write_bytes(sealed[:5000] + bytes([sealed[5000] ^ 1]) + sealed[5001:])
    with pikepdf.open(io.BytesIO(sealed)) as pdf:
        pdf.save(folder / "saved.pdf")
    code, text = said(folder / name, data=folder)
    assert code == 1
    assert ("has no seal" if name == "draft.pdf" else "is not the file that was sealed") in text


def test_an_export_is_checked_too(folder: Path) -> None:
    assert said(folder / "workshop.json", data=folder)[0] == 0
    changed = folder / "changed.json"
    changed.write_bytes((folder / "workshop.json").read_bytes().replace(b"Watomir", b"Wotamir", 1))
    code, text = said(changed, data=folder)
    assert (code, "is not as it was written" in text) == (1, True)


def test_a_certificate_that_cannot_be_opened_is_said_when_the_server_starts(tmp_path: Path) -> None:
    (tmp_path / "mine.p12").write_bytes(b"nothing")
    command = [sys.executable, "-m", "accord.cli", "serve", "--port", "0", "--data", str(tmp_path)]
    env = {**ENGLISH, "ACCORD_SEAL_CERTIFICATE": str(tmp_path / "mine.p12")}
    done = subprocess.run(command, env=env, capture_output=True, text=True, timeout=60)
    assert done.returncode == 2
    assert "certificate to seal with cannot be opened" in done.stderr


async def test_a_log_that_was_written_anew_contradicts_every_document(tmp_path: Path) -> None:
    """Whoever rewrites a whole chain, hashes and all, cannot rewrite the papers that people have."""
    async with Site(tmp_path) as site:
        found = await founded(site, languages=["en"])
        for name, team in (("Ola", "marketing"), ("Ewa", "sales")):
            await found.joined(name, team)
        await site.command(found.id, found.made["person"], c.AddClause("clause-01", "purpose", "20 customers"))
        await site.command(found.id, found.made["person"], c.Freeze())
        room = await site.edge.rooms.open(found.id)
        for person in members(room.state):
            version = room.state.latest
            assert version
            sign = c.Sign(version.version, version.hash, True, "accept", person.name)
            await site.command(found.id, person.id, sign)
        pdf = await found.lead.get(f"/api/w/{found.id}/agreement.pdf?language=en")
    path = tmp_path / "sealed.pdf"
    path.write_bytes(pdf.content)
    code, text = await asyncio.to_thread(said, path, data=tmp_path)
    assert (code, "agrees with the document" in text) == (0, True)
    await asyncio.to_thread(rewrite, tmp_path / "accord.db", found.id)
    assert verify(tmp_path / "accord.db") == []
    code, text = await asyncio.to_thread(said, path, data=tmp_path)
    assert (code, "is not the one the document was made from" in text) == (1, True)


def rewrite(store: Path, workshop: str) -> None:
    """One event later than it was, and the chain anew from there."""
    log = open_log(store)
    rows, prev = [*log.read(workshop)], genesis(workshop)
    log.let_go()
    with closing(sqlite3.connect(store, isolation_level=None)) as connection:
        for row in rows:
            at = row.at + (row.seq == 3)
            own = link(prev, row.seq, at, row.person, row.client, row.n, row.digest, row.payload)
            connection.execute(
                "UPDATE event SET at = ?, prev = ?, hash = ? WHERE workshop = ? AND seq = ?",
                (at, prev, own, workshop, row.seq),
            )
            prev = own
