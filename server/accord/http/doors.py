"""The doors of a workshop: its links and its code. Kept as digests, made again from the server's secret to be shown."""

import asyncio
import hashlib
from typing import Final

from msgspec import Struct

from accord.http import tokens
from accord.http.tokens import (
    Kind,
    Random,
    derive,
    derive_code,
    derive_share,
    derive_visit,
    digest,
    digest_code,
    mint,
    tidy_code,
)
from accord.ledger.contract import Ledger, LedgerError, Token

DERIVED: Final[tuple[Kind, ...]] = ("facilitator", "join", "observer", "code")
RETURN_LASTS: Final = 15 * 60_000  # ms


class Keys(Struct, frozen=True):
    """What opens a workshop, as people see it."""

    join: str
    observer: str
    code: str
    facilitator: str


class Doors:
    """Makes, shows, finds and changes the tokens of workshops."""

    def __init__(self, ledger: Ledger, secret: bytes, random: Random) -> None:
        self._ledger, self._secret, self._random = ledger, secret, random
        self._one_at_a_time = asyncio.Lock()

    async def make(self, workshop: str, founder: str) -> str:
        """The first set of a new workshop. Answers the recovery code, which is never shown again."""
        for kind in ("join", "observer", "code"):
            await self.rotate(workshop, kind)
        return await self.rotate_leading(workshop, founder)

    async def rotate_leading(self, workshop: str, founder: str) -> str:
        """A new facilitator link and recovery code for that person; the old ones are dead."""
        await self.rotate(workshop, "facilitator", founder)
        code = tokens.mint_recovery(self._random)
        row = Token(digest_recovery(workshop, code), workshop, "recovery", founder)
        await self._ledger.run(self._ledger.rotate, row)
        return code

    async def rotate(self, workshop: str, kind: Kind, person: str | None = None) -> None:
        """The next token of that kind; the one before opens nothing from now on."""
        async with self._one_at_a_time:
            rotation = (await self._rotations(workshop)).get(kind, -1) + 1
            row = Token(self._digest(workshop, kind, rotation), workshop, kind, person, rotation=rotation)
            await self._ledger.run(self._ledger.rotate, row)

    async def mend(self, workshop: str) -> None:
        """After a restore under another secret nothing kept could be shown: new tokens take their place."""
        kept = {token.kind: token for token in await self._ledger.run(self._ledger.tokens_of, workshop)}
        for kind in DERIVED:
            token = kept.get(kind)
            if token and token.digest != self._digest(workshop, kind, token.rotation):
                await self.rotate(workshop, kind, token.person)

    async def keys(self, workshop: str) -> Keys:
        """The tokens that are valid now, to be shown."""
        rotations = await self._rotations(workshop)
        links = (kind for kind in DERIVED if kind != "code")
        shown = {kind: derive(self._secret, workshop, kind, rotations.get(kind, 0)) for kind in links}
        code = derive_code(self._secret, workshop, rotations.get("code", 0))
        return Keys(shown["join"], shown["observer"], code, shown["facilitator"])

    async def founder(self, workshop: str) -> str:
        """Whose the facilitator link is."""
        held = (t.person for t in await self._ledger.run(self._ledger.tokens_of, workshop) if t.kind == "facilitator")
        return next(held, None) or ""

    async def find(self, workshop: str, token: str, now: int) -> Token | None:
        """The token if it opens this workshop now. Says nothing about doors, and a single-use one stays unused."""
        if tokens.kind_of(token) is None:
            return None
        return self._valid(await self._ledger.run(self._ledger.find_token, digest(token)), workshop, now)

    async def find_code(self, typed: str) -> Token | None:
        """The workshop behind a code. Every try asks the ledger once, also one that cannot be a code."""
        return await self._ledger.run(self._ledger.find_token, digest_code(self._secret, typed))

    async def find_recovery(self, workshop: str, typed: str) -> Token | None:
        found = await self._ledger.run(self._ledger.find_token, digest_recovery(workshop, typed))
        return found if found and found.workshop == workshop and found.kind == "recovery" else None

    async def use(self, token: Token, now: int) -> bool:
        """Uses up a return link; exactly one caller gets True."""
        return await self._ledger.run(self._ledger.use_token, token.digest, now) is not None

    async def make_return(self, workshop: str, person: str, now: int) -> str:
        """A link into this person's seat for another device: once, within 15 minutes. It replaces an earlier one."""
        token = mint("return", self._random)
        row = Token(digest(token), workshop, "return", person, expires=now + RETURN_LASTS)
        await self._ledger.run(self._ledger.rotate, row)
        return token

    async def make_later(self, workshop: str, person: str) -> str:
        """A link into this person's seat to sign later. It replaces an earlier one."""
        async with self._one_at_a_time:
            kept = await self._kept_later(workshop, person)
            token = derive(self._secret, workshop, "later", kept.rotation + 1 if kept else 0, person)
            await self._ledger.run(self._ledger.rotate, Token(digest(token), workshop, "later", person))
            return token

    async def later(self, workshop: str, person: str) -> str:
        """The link this person has to sign later, once more; a new one if there is none that can be shown."""
        kept = await self._kept_later(workshop, person)
        token = derive(self._secret, workshop, "later", kept.rotation, person) if kept else ""
        return token if kept and digest(token) == kept.digest else await self.make_later(workshop, person)

    async def _kept_later(self, workshop: str, person: str) -> Token | None:
        kept = await self._ledger.run(self._ledger.tokens_of, workshop)
        return next((one for one in kept if (one.kind, one.person) == ("later", person)), None)

    def share(self, workshop: str, share: str) -> str:
        """The token of a link to read by (server/decisions/0061)."""
        return derive_share(self._secret, workshop, share)

    def visit(self, workshop: str, share: str, at: int) -> str:
        """What a browser keeps that opened it."""
        return derive_visit(self._secret, workshop, share, at)

    async def claim(self, workshop: str, person: str) -> bool:
        """An imported seat is taken over once; True for exactly one caller ever."""
        mark = hashlib.sha256(f"claimed\x00{workshop}\x00{person}".encode()).digest()
        try:
            await self._ledger.run(self._ledger.put_token, Token(mark, workshop, "claimed", person))
        except LedgerError as error:
            if error.kind == "conflict":
                return False
            raise
        return True

    def _digest(self, workshop: str, kind: Kind, rotation: int) -> bytes:
        if kind == "code":
            return digest_code(self._secret, derive_code(self._secret, workshop, rotation))
        return digest(derive(self._secret, workshop, kind, rotation))

    async def _rotations(self, workshop: str) -> dict[str, int]:
        return {token.kind: token.rotation for token in await self._ledger.run(self._ledger.tokens_of, workshop)}

    def _valid(self, token: Token | None, workshop: str, now: int) -> Token | None:
        if token is None or token.workshop != workshop or token.used is not None:
            return None
        return token if token.expires is None or now < token.expires else None


def digest_recovery(workshop: str, typed: str) -> bytes:
    """Long enough (79 bits) to be kept without the server's secret: it still works after a restore elsewhere."""
    return hashlib.sha256(f"recovery\x00{workshop}\x00{tidy_code(typed)}".encode(errors="replace")).digest()
