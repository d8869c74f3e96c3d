"""The agreement as a PDF: printed at any moment, sealed once everybody signed, kept, and known again later."""

import asyncio
import hashlib
import urllib.request
from pathlib import Path
from typing import Any, Final

import structlog
from msgspec import Struct

from accord.agreement import certificate, cms, html
from accord.agreement.certificate import Certificate
from accord.agreement.draft import Draft, draft, frozen_of
from accord.agreement.evidence import attachments
from accord.agreement.examining import Examined
from accord.agreement.press import Press
from accord.agreement.sealing import Sealing, said_by_seal
from accord.domain import commands as c
from accord.domain.catalogue import Language
from accord.domain.events import Event, InForce
from accord.domain.state import State, Version
from accord.errors import Refused
from accord.http.limits import Clock
from accord.http.sessions import Now
from accord.ledger.contract import Document, Ledger
from accord.settings import Settings, make_secret

log = structlog.get_logger("accord.http")

MINUTE: Final = 60_000  # ms
AGAIN: Final = 600.0
"""Seconds after which a time stamp is asked for again."""

STAMP_SECONDS: Final = 10
STAMP_BYTES: Final = 64 * 1024


class Wish(Struct, frozen=True):
    """Which document."""

    workshop: str
    room: Any
    version: str
    language: Language

    @property
    def state(self) -> State:
        state: State = self.room.state
        return state


class Papers:
    """Belongs to one event loop."""

    def __init__(self, ledger: Ledger, press: Press, settings: Settings, now: Now, clock: Clock) -> None:
        self._ledger, self._press, self._settings = ledger, press, settings
        self._now, self._clock = now, clock
        self._certificate: Certificate | None = None
        self._certifying = asyncio.Lock()
        self._remembered: set[tuple[str, str]] = set()
        self._sealing: dict[tuple[str, str, str, int], asyncio.Task[bytes]] = {}
        self._asked: dict[str, float] = {}
        self._begun: set[asyncio.Future[bytes]] = set()

    @property
    def verify(self) -> str:
        """Where the QR code of a document leads; "" unless the server was told its lasting address."""
        return f"{self._settings.origins[0]}/verify" if self._settings.origins else ""

    def happened(self, room: Any, events: tuple[Event, ...]) -> None:
        """After the last signature it is sealed in all languages, before anybody asks."""
        for event in events:
            if isinstance(event, InForce):
                for language in room.state.plan.languages:
                    asked = asyncio.ensure_future(self.pdf(Wish(room.workshop, room, event.version, language)))
                    self._begun.add(asked)
                    asked.add_done_callback(self._ended)

    def close(self) -> None:
        for task in (*self._begun, *self._sealing.values()):
            task.cancel()

    def _ended(self, asked: "asyncio.Future[bytes]") -> None:
        """What could not be sealed now is sealed when somebody asks for it."""
        self._begun.discard(asked)
        if not asked.cancelled() and (error := asked.exception()):
            log.warning("not_sealed_yet", error=type(error).__name__)

    async def pdf(self, wish: Wish) -> bytes:
        """What is in force is sealed and always the same file. Refused("unavailable", why=…), see Press; "seal"."""
        await self.remember(wish.workshop, wish.state)
        version = frozen_of(wish.state, wish.version)
        if version is None or version.in_force is None:
            return await self._print(wish, version, self._now() // MINUTE * MINUTE)
        key = (wish.workshop, version.version, wish.language, len(version.signatures))
        task = self._sealing.get(key)
        if task is None:
            task = self._sealing[key] = asyncio.create_task(self._sealed(wish, version))
            task.add_done_callback(lambda _: self._sealing.pop(key, None))
        return await asyncio.shield(task)

    async def remember(self, workshop: str, state: State) -> None:
        """From now on the fingerprints of its versions are known to who asks about one."""
        for version in state.versions.values():
            if (workshop, version.hash) not in self._remembered:
                known = Document(version.hash, workshop, version.version, "version", at=version.at)
                await self._ledger.run(self._ledger.put_document, known)
                self._remembered.add((workshop, version.hash))

    async def certificate(self) -> Certificate:
        """What this server seals with. Refused("unavailable", why="seal") when it cannot be read.

        Made once: whoever asks meanwhile waits, and does not read half of a file.
        """
        async with self._certifying:
            if self._certificate is None:
                try:
                    self._certificate = await asyncio.to_thread(certificate_of, self._settings, self._now())
                except (OSError, ValueError) as error:
                    raise _unsealed("certificate", error=type(error).__name__) from None
            return self._certificate

    # --- printing ---

    async def _print(self, wish: Wish, version: Version | None, at: int) -> bytes:
        seq, head = await self._ledger.run(self._ledger.head, wish.workshop)
        state = wish.state

        def made() -> tuple[Draft, str]:
            found = draft(state, wish.language, wish.version, at=at, head=head.hex())
            return found, html.page(found, self.verify)

        found, page = await asyncio.to_thread(made)
        files = attachments(found, version.content, wish.workshop, seq) if version else ()
        return await self._press.pdf(page, files)

    # --- sealing ---

    async def _sealed(self, wish: Wish, version: Version) -> bytes:
        """The newest file kept of this language with all answers that were given, made now if there is none."""
        kept = await self._ledger.run(self._ledger.documents_of, wish.workshop, version.version)
        fits = [one for one in kept if _fits(one, wish.language, len(version.signatures))]
        if fits:
            found = await self._stamp_again(fits[-1], version.hash)
        else:
            found = await self._seal(wish, version)
        await self._note(wish, version, found)
        return found.content

    async def _seal(self, wish: Wish, version: Version) -> Document:
        key = await self.certificate()
        printed = await self._print(wish, version, self._now())
        label, reason = said_by_seal(wish.language, version.version, version.hash)
        job = Sealing(printed, key.pkcs12, key.password, label, reason, bool(self._settings.seal_timestamps))
        sealed = await self._press.seal(job)
        if not sealed.startswith(printed):
            raise _unsealed("rewritten")
        found = Document("", wish.workshop, version.version, "sealed", wish.language, len(version.signatures))
        return await self._stamped(await self._checked(found, sealed, version.hash), version.hash)

    async def _checked(self, about: Document, content: bytes, fingerprint: str) -> Document:
        """Called sealed only when two tools found it so, with our certificate and the words that were signed."""
        found: Examined = await self._press.examine(content)
        ours = (await self.certificate()).fingerprint
        if found.problems or (found.certificate, found.fingerprint) != (ours, fingerprint):
            raise _unsealed("unsound", problems=found.problems)
        kind = "stamped" if found.stamped_at else "sealed"
        return _with(about, content, kind, self._now())

    async def _note(self, wish: Wish, version: Version, found: Document) -> None:
        """On the disk first, then in the log; only then anybody gets it."""
        if found.digest in {seal.file for seal in version.seals}:
            return
        await self._ledger.run(self._ledger.put_document, found)
        key = (await self.certificate()).fingerprint
        asked = c.Seal(version.version, version.hash, found.digest, key, wish.language, found.signed)
        await wish.room.ask("", asked)

    # --- time stamps ---

    async def _stamp_again(self, kept: Document, fingerprint: str) -> Document:
        """A stamp that could not be had before is asked for from time to time."""
        due = self._clock() - self._asked.get(kept.digest, -AGAIN) >= AGAIN
        return await self._stamped(kept, fingerprint) if kept.kind == "sealed" and due else kept

    async def _stamped(self, found: Document, fingerprint: str) -> Document:
        """With a time stamp, if an authority is named and gives one; that it does not never stops a seal."""
        if not self._settings.seal_timestamps:
            return found
        self._asked[found.digest] = self._clock()
        try:
            seal = await asyncio.to_thread(seal_in, found.content)
            answer = await asyncio.to_thread(ask_authority, self._settings.seal_timestamps, cms.stamp_request(seal))
            content = cms.stamped(found.content, seal, answer)
            return await self._checked(found, content, fingerprint)
        except (OSError, ValueError, Refused) as error:
            log.warning("no_time_stamp", error=type(error).__name__)
            return found


def certificate_of(settings: Settings, now: int) -> Certificate:
    """The one that was given, else this server's own, made at first need. Raises OSError, ValueError."""
    if settings.seal_certificate:
        found = Certificate(settings.seal_certificate.read_bytes(), settings.seal_password.get_secret_value())
    else:
        found = Certificate(_own(settings.own_seal, now))
    found.der  # noqa: B018 – it can be opened
    return found


def _own(path: Path, now: int) -> bytes:
    if not path.exists():
        make_secret(path, certificate.make(now).pkcs12)
    return path.read_bytes()


def ask_authority(address: str, request: bytes) -> bytes:
    """A time stamping authority's answer. Raises OSError, ValueError."""
    asking = urllib.request.Request(address, request, {"content-type": "application/timestamp-query"})
    with urllib.request.urlopen(asking, timeout=STAMP_SECONDS) as answer:
        return bytes(answer.read(STAMP_BYTES))


def seal_in(content: bytes) -> cms.Seal:
    """The seal of a file that this server sealed itself."""
    start = content.rindex(b"/ByteRange")
    spans = tuple(int(one) for one in content[content.index(b"[", start) + 1 : content.index(b"]", start)].split())
    return cms.Seal(spans, bytes.fromhex(content[spans[1] + 1 : spans[2] - 1].decode()))


def _fits(kept: Document, language: str, signed: int) -> bool:
    whole = hashlib.sha256(kept.content).hexdigest() == kept.digest
    return kept.kind != "version" and (kept.language, kept.signed) == (language, signed) and whole


def _with(about: Document, content: bytes, kind: str, at: int) -> Document:
    digest = hashlib.sha256(content).hexdigest()
    return Document(digest, about.workshop, about.version, kind, about.language, about.signed, at, content)


def _unsealed(step: str, **known: object) -> Refused:
    log.error("not_sealed", step=step, **known)
    return Refused("unavailable", why="seal")
