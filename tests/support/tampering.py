"""Random changes of a file: what chance and what somebody with an editor may do to it."""

import random
from collections.abc import Callable, Iterator

Change = Callable[[bytes, random.Random], bytes]


def changes(file: bytes, count: int, *, seed: int) -> Iterator[tuple[str, bytes]]:
    """(what was done, the changed file), each different from the file."""
    chance = random.Random(seed)
    kinds: tuple[Change, ...] = (_flip, _flip, _flip, _flip, _put, _cut, _swap, _shorten)
    made = 0
    while made < count:
        kind = chance.choice(kinds)
        changed = kind(file, chance)
        if changed != file:
            made += 1
            yield f"{kind.__name__} no. {made}", changed


def _flip(file: bytes, chance: random.Random) -> bytes:
    """One bit."""
    at = chance.randrange(len(file))
    return file[:at] + bytes([file[at] ^ (1 << chance.randrange(8))]) + file[at + 1 :]


def _put(file: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(file) + 1)
    return file[:at] + chance.randbytes(chance.randint(1, 8)) + file[at:]


def _cut(file: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(file))
    return file[:at] + file[at + chance.randint(1, 8) :]


def _swap(file: bytes, chance: random.Random) -> bytes:
    """Two neighbouring pieces change places."""
    size = chance.randint(1, 16)
    at = chance.randrange(max(1, len(file) - 2 * size))
    one, other = file[at : at + size], file[at + size : at + 2 * size]
    return file[:at] + other + one + file[at + 2 * size :]


def _shorten(file: bytes, chance: random.Random) -> bytes:
    return file[: chance.randrange(len(file))]
