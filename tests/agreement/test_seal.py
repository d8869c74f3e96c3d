"""The seal: other tools agree, the document stays what it was made to be, and no byte of the file changes unnoticed."""

import hashlib
import io
import random
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pdfua
import pikepdf
import pytest
from tests.agreement.conftest import pages, squeezed
from tests.support.agreed import sample
from tests.support.stamping import authority
from tests.support.tampering import changes

from accord.agreement import certificate, cms, examining, html, press
from accord.agreement.certificate import Certificate
from accord.agreement.draft import draft
from accord.agreement.evidence import AGREEMENT, EVIDENCE, attachments
from accord.agreement.examining import examine
from accord.agreement.printing import Job, work
from accord.agreement.sealing import Sealing, said_by_seal, seal
from accord.app import now
from accord.domain.catalogue import Language
from accord.domain.state import Version

PDFS = 400


class Made:
    """Documents of one signed workshop, in both languages, sealed with one certificate."""

    def __init__(self) -> None:
        self.state = sample(owed=0)
        self.key: Certificate = certificate.make(now())
        self.printed: dict[Language, bytes] = {}
        self.sealed: dict[Language, bytes] = {}
        self.pool = press._pool()
        for language in ("pl", "en"):
            self._make(language)

    @property
    def version(self) -> Version:
        assert self.state.latest
        return self.state.latest

    def _make(self, language: Language) -> None:
        found = draft(self.state, language, at=now(), head="ab" * 32)
        files = attachments(found, self.version.content, "w1", 99)
        answer = self.pool.submit(work, Job(html.page(found), files)).result(timeout=110)
        assert not answer.why, answer.cause
        self.printed[language] = answer.pdf
        self.sealed[language] = self.seal(answer.pdf)

    def seal(self, pdf: bytes, key: Certificate | None = None, stamped: bool = False) -> bytes:
        label, reason = said_by_seal("pl", "1.0", self.version.hash)
        job = Sealing(pdf, (key or self.key).pkcs12, "", label, reason, stamped)
        answer = self.pool.submit(seal, job).result(timeout=60)
        assert not answer.why, answer.cause
        return answer.pdf


@pytest.fixture(scope="module")
def made() -> Iterator[Made]:
    found = Made()
    yield found
    found.pool.shutdown(cancel_futures=True)


@pytest.fixture(params=["pl", "en"])
def language(request: pytest.FixtureRequest) -> Language:
    return "pl" if request.param == "pl" else "en"


def test_two_tools_that_share_no_code_find_the_seal_sound(made: Made, language: Language, tmp_path: Path) -> None:
    found = examine(made.sealed[language])
    assert found.problems == ()
    assert (found.certificate, found.fingerprint) == (made.key.fingerprint, made.version.hash)
    assert (found.version, found.signed, found.of) == ("1.0", 5, 5)
    assert abs(found.sealed_at - now()) < 600_000
    assert by_poppler(made.sealed[language], tmp_path) == (True, True)


def test_what_was_printed_is_the_beginning_of_what_was_sealed(made: Made, language: Language) -> None:
    assert made.sealed[language].startswith(made.printed[language])
    assert len(made.sealed[language]) - len(made.printed[language]) < 20_000


def test_sealed_it_still_is_a_pdf_for_archives_and_for_screen_readers(
    made: Made, language: Language, tmp_path: Path
) -> None:
    path = tmp_path / "sealed.pdf"
    path.write_bytes(made.sealed[language])
    with pikepdf.open(path) as pdf:
        with pdf.open_metadata() as metadata:
            assert (metadata.pdfa_status, metadata["pdfuaid:part"]) == ("3A", "1")
        assert (str(pdf.Root.Lang), bool(pdf.Root.MarkInfo.Marked)) == (language, True)
        field = pdf.Root.AcroForm.Fields[0]
        assert str(field.TU)
    assert not pdfua.validate(str(path)).findings
    assert subprocess.run(["qpdf", "--check", path], capture_output=True).returncode == 0


@pytest.mark.skipif(not shutil.which("verapdf"), reason="veraPDF is not installed here; it is no package of any system")
@pytest.mark.parametrize("profile", ["3a", "ua1"])
def test_verapdf_agrees_where_it_is_installed(made: Made, language: Language, profile: str, tmp_path: Path) -> None:
    path = tmp_path / "sealed.pdf"
    path.write_bytes(made.sealed[language])
    told = subprocess.run(["verapdf", "-f", profile, "--format", "text", path], capture_output=True, text=True)
    assert told.stdout.startswith("PASS"), told.stdout


def test_the_signed_words_and_their_evidence_are_attached_byte_for_byte(made: Made, language: Language) -> None:
    with pikepdf.open(io.BytesIO(made.sealed[language])) as pdf:
        words = pdf.attachments[AGREEMENT].get_file().read_bytes()
        evidence = msgspec.json.decode(pdf.attachments[EVIDENCE].get_file().read_bytes())
        relations = {name: str(pdf.attachments[name].obj.AFRelationship) for name in (AGREEMENT, EVIDENCE)}
    assert words == made.version.content.encode()
    assert hashlib.sha256(words).hexdigest() == made.version.hash == evidence["hash"]
    assert relations == {AGREEMENT: "/Source", EVIDENCE: "/Supplement"}
    assert [one["decision"] for one in evidence["answers"]] == ["reserve", *["accept"] * 4]
    assert (evidence["seq"], evidence["head"]) == (99, "ab" * 32)
    assert {one["via"] for one in evidence["answers"]} == {"link"}


def test_the_evidence_page_says_who_answered_what_when_and_in_which_language(made: Made, tmp_path: Path) -> None:
    path = tmp_path / "sealed.pdf"
    path.write_bytes(made.sealed["en"])
    page = squeezed(
        next(text for text in pages(path) if "Evidence of the signatures" in text and "Server time" in text)
    )
    for words in (
        "Zażółć Gęślą",
        "Signed with a reservation",
        "Polish",
        made.version.hash,
        "9 December 2026",
        "abab" * 16,
    ):
        assert squeezed(words) in page, words


# --- nothing changes unnoticed ---


def test_every_random_change_of_a_sealed_file_is_found(made: Made) -> None:
    missed = [what for what, pdf in changes(made.sealed["pl"], PDFS, seed=1) if examine(pdf).sealed]
    assert missed == []


def test_every_character_between_the_parts_that_are_signed_counts(made: Made) -> None:
    """The signature itself cannot be covered by itself, so this is where others look away."""
    pdf = made.sealed["pl"]
    spans = seal_of(pdf).spans
    chance = random.Random(2)
    for at in [*range(spans[1], spans[1] + 40), *chance.sample(range(spans[1], spans[2]), 120)]:
        changed = bytearray(pdf)
        changed[at] = ord("0") if pdf[at] != ord("0") else ord("A")
        assert not examine(bytes(changed)).sealed, at


def test_a_check_of_the_signature_alone_would_miss_some_of_them(made: Made) -> None:
    """Negative control: what is strict in the rules is needed."""
    pdf = made.sealed["pl"]
    found = seal_of(pdf)
    last = found.spans[2] - 2
    changed = pdf[:last] + b"7" + pdf[last + 1 :]
    assert seal_of(changed)._signed(changed)
    assert "changed" in examine(changed).problems
    lower = pdf[: found.spans[1] + 1] + pdf[found.spans[1] + 1 : last].lower() + pdf[last:]
    assert "changed" in examine(lower).problems


def test_something_added_behind_the_seal_is_found(made: Made) -> None:
    for added in (b"\n", b"% a comment\n", made.sealed["pl"][-700:]):
        assert not examine(made.sealed["pl"] + added).sealed


def test_a_file_that_was_saved_anew_is_not_the_sealed_one(made: Made) -> None:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(made.sealed["pl"])) as pdf:
        pdf.docinfo["/Title"] = "Other"
        pdf.save(out)
    found = examine(out.getvalue())
    assert "changed" in found.problems
    assert found.fingerprint == made.version.hash


def test_a_forgery_with_another_certificate_is_sound_and_shows_the_other_certificate(made: Made) -> None:
    """A seal alone proves nothing about who sealed: that is why the certificate is compared."""
    other = certificate.make(now())
    found = examine(made.seal(made.printed["pl"], other))
    assert found.problems == ()
    assert found.certificate == other.fingerprint != made.key.fingerprint


def test_a_seal_that_allows_changes_or_comes_second_is_not_ours(made: Made) -> None:
    once = sealed_loosely(made)
    assert "other_seal" in examine(once).problems
    assert {"other_seal", "changed"} <= set(examine(sealed_loosely(made, once)).problems)


def test_other_words_attached_than_the_evidence_speaks_of_are_found(made: Made) -> None:
    found = draft(made.state, "pl", at=now(), head="ab" * 32)
    files = attachments(found, made.version.content.replace("a", "o"), "w1", 99)
    answer = made.pool.submit(work, Job("<!doctype html><html lang=pl><title>x</title><p>x", files)).result(timeout=60)
    assert "no_words" in examine(made.seal(answer.pdf)).problems


@pytest.mark.parametrize("file", [b"", b"%PDF-", b"%PDF-1.7\n%%EOF", b"\x00" * 4096, b"{}"])
def test_what_is_no_pdf_is_said_to_be_none(file: bytes) -> None:
    assert examine(file).problems == ("not_pdf",)


# --- certificates ---


def test_a_given_certificate_with_a_password_seals_too(made: Made) -> None:
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.serialization import pkcs12

    key, found, _ = pkcs12.load_key_and_certificates(made.key.pkcs12, None)
    locked = serialization.BestAvailableEncryption(b"tajne")
    given = Certificate(pkcs12.serialize_key_and_certificates(b"x", key, found, None, locked), "tajne")  # type: ignore[arg-type]
    assert given.fingerprint == made.key.fingerprint
    assert "tajne" not in repr(given)
    job = Sealing(made.printed["pl"], given.pkcs12, given.password, "x", "y")
    assert examine(made.pool.submit(seal, job).result(timeout=60).pdf).problems == ()
    with pytest.raises(ValueError, match=r"."):
        _ = Certificate(given.pkcs12, "inne").der
    wrong = made.pool.submit(seal, msgspec.structs.replace(job, password="inne")).result(timeout=60)
    assert wrong.why == "failed"


# --- time stamps ---


def test_a_time_stamp_goes_into_its_room_and_the_seal_stays_sound(
    made: Made, stamping: Callable[[bytes], bytes], tmp_path: Path
) -> None:
    sealed = made.seal(made.printed["pl"], stamped=True)
    found = seal_of(sealed)
    stamped = cms.stamped(sealed, found, stamping(cms.stamp_request(found)))
    assert (len(stamped), stamped != sealed) == (len(sealed), True)
    judged = examine(stamped)
    assert judged.problems == ()
    assert abs(judged.stamped_at - now()) < 600_000
    assert by_poppler(stamped, tmp_path) == (True, True)


def test_a_time_stamp_of_something_else_is_found(made: Made, stamping: Callable[[bytes], bytes]) -> None:
    one, other = (made.seal(made.printed[language], stamped=True) for language in ("pl", "en"))
    wrong = cms.stamped(one, seal_of(one), stamping(cms.stamp_request(seal_of(other))))
    assert "stamp" in examine(wrong).problems


def test_an_authority_that_refuses_or_says_too_much_leaves_the_file_alone(
    made: Made, stamping: Callable[[bytes], bytes]
) -> None:
    small = made.sealed["pl"]
    found = seal_of(small)
    with pytest.raises(ValueError, match="room"):
        cms.stamped(small, found, stamping(cms.stamp_request(found)))
    with pytest.raises(ValueError, match=r"."):
        cms.stamped(small, found, b"<html>no</html>")


@pytest.fixture(scope="module")
def stamping() -> Callable[[bytes], bytes]:
    return authority(now())


# --- help ---


def seal_of(pdf: bytes) -> cms.Seal:
    found = examining._read(pdf).seal
    assert found
    return found


def sealed_loosely(made: Made, pdf: bytes = b"") -> bytes:
    """As a certifying signature that lets forms be filled in, or a second one."""
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign import fields, signers

    signer: Any = signers.SimpleSigner.load_pkcs12_data(made.key.pkcs12, [], None)
    meta = signers.PdfSignatureMetadata(
        field_name="Second" if pdf else "First",
        md_algorithm="sha256",
        subfilter=fields.SigSeedSubFilter.PADES,
        certify=not pdf,
        docmdp_permissions=fields.MDPPerm.FILL_FORMS,
    )
    out: Any = signers.PdfSigner(meta, signer).sign_pdf(
        IncrementalPdfFileWriter(io.BytesIO(pdf or made.printed["pl"])), in_place=False
    )
    return bytes(out.getvalue())


def by_poppler(pdf: bytes, folder: Path) -> tuple[bool, bool]:
    """The signature is valid; it covers the whole file."""
    path = folder / "poppler.pdf"
    path.write_bytes(pdf)
    told = subprocess.run(["pdfsig", path], capture_output=True, text=True).stdout
    return "Signature is Valid" in told, "Total document signed" in told
