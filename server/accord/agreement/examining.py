"""Is a PDF what was sealed? Two tools answer that share no code, and both must be content.

pyHanko reads and judges the file its own way; the other way is pikepdf (qpdf) and the bare rules of CMS. A file comes
from anybody, so the server examines it inside the press's process.
"""

import hashlib
import io
from datetime import UTC, datetime
from typing import Any, Final

import msgspec
from msgspec import Struct

from accord.agreement import cms
from accord.agreement.evidence import AGREEMENT, EVIDENCE, Evidence
from accord.agreement.printing import limit_time

NO_SEAL: Final = "no_seal"
SECONDS: Final = 10


class Examined(Struct, frozen=True):
    """What a file says of itself and whether that holds. `problems` is () for the file as it was sealed.

    not_pdf     no PDF that can be read             no_seal    nobody sealed it
    changed     bytes are not those that were sealed (also: added, cut off, or between the seal's own digits)
    other_seal  sealed in another way than Accord does: several signatures, or one that allows changes
    no_words    the machine-readable agreement is missing, or is not the one its evidence speaks of
    stamp       the time stamp does not belong to the seal

    `certificate` is the SHA-256 of the seal's certificate in hex. Times in ms UTC, 0 when not said. `fingerprint` is
    the SHA-256 of the attached agreement; version, title, company, signed (signatures) are what the file claims.
    `seq` and `head` name the event after which it was printed, in the log of `workshop`.
    """

    problems: tuple[str, ...] = ()
    certificate: str = ""
    subject: str = ""
    sealed_at: int = 0
    stamped_at: int = 0
    fingerprint: str = ""
    version: str = ""
    title: str = ""
    company: str = ""
    signed: int = 0
    of: int = 0
    workshop: str = ""
    seq: int = 0
    head: str = ""

    @property
    def sealed(self) -> bool:
        return not self.problems


class Read(Struct, frozen=True):
    """What pikepdf found. `seal` is None without one; `loose` when it is sealed in another way."""

    agreement: bytes | None
    evidence: bytes | None
    seal: cms.Seal | None
    loose: bool


def work(pdf: bytes) -> Examined:
    """In the press's process: a file from anybody may not keep those who print waiting."""
    limit_time(SECONDS)
    return examine(pdf)


def examine(pdf: bytes) -> Examined:
    """Never raises for what a file holds. Not for use inside an event loop: pyHanko runs its own."""
    try:
        return _examined(pdf)
    except Exception:
        return Examined(("not_pdf",))


def _examined(pdf: bytes) -> Examined:
    if not pdf.startswith(b"%PDF-"):
        return Examined(("not_pdf",))
    found = _read(pdf)
    words, missing = _words(found)
    if found.seal is None:
        return msgspec.structs.replace(words, problems=(NO_SEAL, *missing))
    problems = [*found.seal.problems(pdf), *(["other_seal"] if found.loose else []), *missing]
    # What one tool finds changed needs no second one, and pyHanko is slow.
    more, sealed_at, stamped_at = ([], 0, 0) if problems else _second_look(pdf)
    return msgspec.structs.replace(
        words,
        problems=tuple(dict.fromkeys([*problems, *more])),
        certificate=found.seal.fingerprint,
        subject=found.seal.subject,
        sealed_at=sealed_at,
        stamped_at=stamped_at,
    )


# --- with pikepdf ---


def _read(pdf: bytes) -> Read:
    import pikepdf

    with pikepdf.open(io.BytesIO(pdf)) as file:
        form = file.Root.get("/AcroForm", pikepdf.Dictionary())
        fields = [one for one in form.get("/Fields", []) if one.get("/FT") == "/Sig" and "/V" in one]
        seal, loose = None, len(fields) > 1
        if fields:
            value = fields[0].V
            seal = cms.Seal(tuple(int(at) for at in value.ByteRange), bytes(value.Contents))
            loose = loose or not _certifies(file, value)
        return Read(_attached(file, AGREEMENT), _attached(file, EVIDENCE), seal, loose)


def _certifies(file: Any, value: Any) -> bool:
    """The seal speaks for the whole document and allows no change at all."""
    allowed = file.Root.get("/Perms", {}).get("/DocMDP")
    rules = [one for one in value.get("/Reference", []) if one.get("/TransformMethod") == "/DocMDP"]
    return bool(
        allowed is not None
        and allowed.objgen == value.objgen
        and len(rules) == 1
        and rules[0].TransformParams.get("/P") == 1
        and value.get("/SubFilter") == "/ETSI.CAdES.detached"
    )


def _attached(file: Any, name: str) -> bytes | None:
    return bytes(file.attachments[name].get_file().read_bytes()) if name in file.attachments else None


def _words(found: Read) -> tuple[Examined, list[str]]:
    """What the attached agreement says, and whether it is the one that was signed."""
    if found.agreement is None:
        return Examined(), ["no_words"]
    fingerprint = hashlib.sha256(found.agreement).hexdigest()
    try:
        tree = msgspec.json.decode(found.agreement, type=dict[str, Any])
        evidence = msgspec.json.decode(found.evidence or b"", type=Evidence)
    except msgspec.MsgspecError:
        return Examined(fingerprint=fingerprint), ["no_words"]
    version, title, company = (str(tree.get(key, "")) for key in ("version", "title", "company"))
    said = Examined(
        fingerprint=fingerprint,
        version=version,
        title=title,
        company=company,
        signed=evidence.signed,
        of=evidence.of,
        workshop=evidence.workshop,
        seq=evidence.seq,
        head=evidence.head,
    )
    agree = (evidence.hash, evidence.version) == (fingerprint, version)
    return said, [] if agree else ["no_words"]


# --- with pyHanko ---


def _second_look(pdf: bytes) -> tuple[list[str], int, int]:
    """Problems, when it was sealed and when that was stamped."""
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.sign.validation import validate_pdf_signature
    from pyhanko.sign.validation.settings import KeyUsageConstraints
    from pyhanko_certvalidator import ValidationContext

    try:
        reader = PdfFileReader(io.BytesIO(pdf), strict=True)
        seals = reader.embedded_signatures
        seal = seals[0]
        at = seal.self_reported_timestamp or datetime.fromtimestamp(0, UTC)
        # Who is trusted is decided by the certificate's fingerprint; here only whether the file is as it was.
        itself = ValidationContext(
            trust_roots=[seal.signer_cert], allow_fetching=False, moment=max(at, seal.signer_cert.not_valid_before)
        )
        status: Any = validate_pdf_signature(
            seal, itself, key_usage_settings=KeyUsageConstraints(key_usage=set(), extd_key_usage=set())
        )
    except Exception:
        return ["changed"], 0, 0
    sound = status.intact and status.valid and status.coverage.name == "ENTIRE_FILE"
    problems = [] if sound else ["changed"]
    if len(seals) != 1 or not status.docmdp_ok:
        problems.append("other_seal")
    stamp = status.timestamp_validity
    if stamp is not None and not (stamp.intact and stamp.valid):
        problems.append("stamp")
    return problems, _ms(at), _ms(stamp.timestamp) if stamp is not None else 0


def _ms(at: datetime) -> int:
    return int(at.timestamp() * 1000)
