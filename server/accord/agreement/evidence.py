"""evidence.json: who said what to which fingerprint, and where the workshop's log ended. Draft → bytes. Pure."""

import hashlib
from typing import Final

import msgspec
from msgspec import Struct

from accord.agreement.draft import Draft, Signature
from accord.agreement.printing import Attached
from accord.domain.catalogue import LANGUAGES, Language, Team
from accord.words import Words

FORMAT: Final = "accord-evidence/1"
AGREEMENT: Final = "agreement.json"
EVIDENCE: Final = "evidence.json"


class Said(Struct, frozen=True):
    """One answer to a version, in the order in which they came; a person's last one counts. `at` in ms UTC.

    By the signer's own device: `seconds` the text was open, whether to its end (`to_end`), its clock and time zone, and
    the SHA-256 of the sentence they ticked (`consent`; `sentence` is it, where this server knows it). `via`: how they
    came in (link, code, import); `admitted`: who let them in, where somebody had to.
    """

    name: str
    twin: int
    team: Team
    decision: str
    reason: str
    language: Language
    at: int
    seconds: int = 0
    to_end: bool = False
    device_at: int = 0
    device_zone: str = ""
    consent: str = ""
    sentence: str = ""
    via: str = ""
    admitted: str = ""


class Evidence(Struct, frozen=True):
    """`hash` is the SHA-256 of the attached agreement's bytes. `signed` of `of` people have signed.

    `seq` and `head` name the last event of the workshop's log; its hash stands for all events before it.
    """

    format: str
    workshop: str
    version: str
    hash: str
    frozen: int
    in_force: int | None
    signed: int
    of: int
    answers: tuple[Said, ...]
    seq: int
    head: str


def evidence(draft: Draft, workshop: str, seq: int) -> bytes:
    """Canonical JSON: sorted keys, no spaces, UTF-8. Of a frozen version."""
    found = Evidence(
        FORMAT,
        workshop,
        draft.version,
        draft.hash,
        draft.frozen or 0,
        draft.in_force,
        sum(one.decision in ("accept", "reserve") for one in draft.signatures),
        len(draft.signatures),
        tuple(_said(one) for one in draft.answers),
        seq,
        draft.head,
    )
    return msgspec.json.encode(found, order="sorted")


def attachments(draft: Draft, content: str, workshop: str, seq: int) -> tuple[Attached, ...]:
    """What a PDF of a frozen version carries along: the signed words, byte for byte, and who signed them."""
    words = Words(draft.language)
    about = words.say("document-file-agreement", version=draft.version, fingerprint=draft.hash)
    who = words.say("document-file-evidence", version=draft.version)
    return (
        Attached(AGREEMENT, content.encode(), about, draft.frozen or 0),
        Attached(EVIDENCE, evidence(draft, workshop, seq), who, draft.at, "Supplement"),
    )


def _said(one: Signature) -> Said:
    told = one.evidence
    said = (one.person.name, one.person.twin, one.team, one.decision, one.reason, one.language, one.at)
    device = (told.seconds, told.to_end, told.clock, told.zone)
    return Said(*said, *device, told.consent, sentences().get(told.consent, ""), one.via, one.admitted)


def sentences() -> dict[str, str]:
    """What signers tick, by its SHA-256 in hex."""
    said = (Words(language).say("sign-understand") for language in LANGUAGES)
    return {hashlib.sha256(one.encode()).hexdigest(): one for one in said}
