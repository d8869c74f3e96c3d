"""What happens inside the press's own process to seal a PDF. pyHanko signs here and nowhere else, without a network.

The seal is a certifying signature over the whole file that allows no change (DocMDP 1), added to its end: what was
printed stays as it was. A time stamp goes into the room that the seal keeps for it, so asking for one may fail, and
may be tried again, without touching the seal.
"""

import io
from typing import Any, Final

from msgspec import Struct

from accord.agreement.printing import Printed, limit_time
from accord.domain.catalogue import Language
from accord.words import Words

FIELD: Final = "Seal"
ROOM: Final = 24_576
"""Bytes of the file kept for a time stamp (hex digits, so half as much of it)."""


class Sealing(Struct, frozen=True):
    """`label` names the seal to who cannot see it, `reason` says what it means. `stamped`: room for a time stamp."""

    pdf: bytes
    pkcs12: bytes
    password: str
    label: str
    reason: str
    stamped: bool = False


def said_by_seal(language: Language, version: str, fingerprint: str) -> tuple[str, str]:
    """Label and reason of the seal of a version."""
    words = Words(language)
    return (
        words.say("document-seal-label", version=version),
        words.say("document-seal-reason", version=version, fingerprint=fingerprint),
    )


def seal(job: Sealing) -> Printed:
    """The sealed file."""
    limit_time()
    try:
        return Printed(_sealed(job))
    except Exception as failed:
        return Printed(why="failed", cause=type(failed).__name__)


def _sealed(job: Sealing) -> bytes:
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign import fields, signers

    signer = _signer(job)
    meta = signers.PdfSignatureMetadata(
        field_name=FIELD,
        md_algorithm="sha256",
        subfilter=fields.SigSeedSubFilter.PADES,
        certify=True,
        docmdp_permissions=fields.MDPPerm.NO_CHANGES,
        reason=job.reason,
        name=str(signer.subject_name),
    )
    spec = fields.SigFieldSpec(FIELD, readable_field_name=job.label)
    size = {"bytes_reserved": _needed(signer) + ROOM} if job.stamped else {}
    out: Any = signers.PdfSigner(meta, signer, new_field_spec=spec).sign_pdf(
        IncrementalPdfFileWriter(io.BytesIO(job.pdf)), **size
    )
    return bytes(out.getvalue())


def _signer(job: Sealing) -> Any:
    from pyhanko.sign import signers

    signer = signers.SimpleSigner.load_pkcs12_data(job.pkcs12, [], job.password.encode() or None)
    if signer is None:
        raise ValueError("the certificate cannot be opened")
    return signer


def _needed(signer: Any) -> int:
    """Hex digits that a seal without a time stamp may take; an even number."""
    certificates = sum(len(one.dump()) for one in signer.cert_registry) + len(signer.signing_cert.dump())
    return 2 * (certificates + 4096)
