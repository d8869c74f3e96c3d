"""A server whose every write and sync is noted: `power.py PATH SYNCHRONOUS NOTES`.

SQLite's own door to the operating system (its VFS) is opened in the very library that Python uses, so what is noted is
what the ledger does: the pen, its pragmas, migrations and checkpoints. NOTES becomes a pickled list of

    ("write", file, offset, bytes)  ("truncate", file, size)  ("sync", file)  ("delete", file)
    ("acknowledged", workshop, seq)

Exit code 77: this Python hides its SQLite.
"""

import asyncio
import ctypes
import pickle
import random
import sys
from pathlib import Path
from typing import Any

from accord.ledger.contract import Batch, LedgerError
from accord.ledger.ledger import SqlLedger, open_ledger

NOTES: list[tuple[Any, ...]] = []
COMMANDS = 700
PAYLOAD = b'{"t":"person_admitted","person":"%s"}' % (b"p" * 300)

Pointer, Int, Long, Text = ctypes.c_void_p, ctypes.c_int, ctypes.c_int64, ctypes.c_char_p
Open = ctypes.CFUNCTYPE(Int, Pointer, Pointer, Pointer, Int, Pointer)  # SQLite keeps the name: it must not be copied
Delete = ctypes.CFUNCTYPE(Int, Pointer, Text, Int)
Write = ctypes.CFUNCTYPE(Int, Pointer, Pointer, Int, Long)
Truncate = ctypes.CFUNCTYPE(Int, Pointer, Long)
Sync = ctypes.CFUNCTYPE(Int, Pointer, Int)


class Vfs(ctypes.Structure):
    """The beginning of sqlite3_vfs."""

    _fields_ = (
        ("version", Int),
        ("size_of_file", Int),
        ("longest_path", Int),
        ("next", Pointer),
        ("name", Text),
        ("data", Pointer),
        ("open", Open),
        ("delete", Delete),
    )


class Methods(ctypes.Structure):
    """sqlite3_io_methods, version 3."""

    _fields_ = (
        ("version", Int),
        ("close", Pointer),
        ("read", Pointer),
        ("write", Write),
        ("truncate", Truncate),
        ("sync", Sync),
        ("others", Pointer * 13),
    )


class File(ctypes.Structure):
    _fields_ = (("methods", ctypes.POINTER(Methods)),)


def library() -> Any:
    import _sqlite3

    # Finds SQLite wherever it is: inside the module, or in a library that the module uses.
    return ctypes.CDLL(getattr(_sqlite3, "__file__", None))


def own(function: Any, kind: Any) -> Any:
    """A function that stays the same when the field it was read from gets another."""
    return kind(ctypes.cast(function, Pointer).value)


class Noting:
    """Keeps alive what SQLite holds pointers to."""

    def __init__(self, vfs: Vfs) -> None:
        self.names: dict[int, str] = {}
        self.kept: list[Any] = []
        self.real_open, self.real_delete = own(vfs.open, Open), own(vfs.delete, Delete)
        self.open, self.delete = Open(self._open), Delete(self._delete)
        vfs.open, vfs.delete = self.open, self.delete

    def _open(self, vfs: int, name: int | None, file: int, flags: int, out: int) -> int:
        code: int = self.real_open(vfs, name, file, flags, out)
        here = File.from_address(file)
        if code == 0 and name and here.methods:
            self.names[file] = Path(ctypes.string_at(name).decode()).name
            here.methods = ctypes.pointer(self._noting(here.methods.contents))
        return code

    def _delete(self, vfs: int, name: bytes, sync_folder: int) -> int:
        NOTES.append(("delete", Path(name.decode()).name))
        return int(self.real_delete(vfs, name, sync_folder))

    def _noting(self, real: Methods) -> Methods:
        copy = Methods.from_buffer_copy(real)
        real_write, real_truncate, real_sync = (
            own(real.write, Write),
            own(real.truncate, Truncate),
            own(real.sync, Sync),
        )

        def write(file: int, data: int, size: int, offset: int) -> int:
            NOTES.append(("write", self.names[file], offset, ctypes.string_at(data, size)))
            return int(real_write(file, data, size, offset))

        def truncate(file: int, size: int) -> int:
            NOTES.append(("truncate", self.names[file], size))
            return int(real_truncate(file, size))

        def sync(file: int, flags: int) -> int:
            code = int(real_sync(file, flags))
            NOTES.append(("sync", self.names[file]))
            return code

        copy.write, copy.truncate, copy.sync = Write(write), Truncate(truncate), Sync(sync)
        self.kept += [copy, real_write, real_truncate, real_sync]
        return copy


def note_everything() -> Noting:
    sqlite = library()
    if not hasattr(sqlite, "sqlite3_vfs_find"):
        sys.exit(77)
    sqlite.sqlite3_vfs_find.restype = ctypes.POINTER(Vfs)
    sqlite.sqlite3_vfs_find.argtypes = [Text]
    return Noting(sqlite.sqlite3_vfs_find(None).contents)


async def work(ledger: SqlLedger) -> None:
    chance = random.Random(3)
    heads = dict.fromkeys(("w1", "w2", "w3"), 0)
    finished = asyncio.Event()
    answers = 0

    def done(batch: Batch, error: LedgerError | None) -> None:
        nonlocal answers
        assert error is None, error
        NOTES.append(("acknowledged", batch.workshop, batch.last))
        answers += 1
        if answers == COMMANDS:
            finished.set()

    for n in range(1, COMMANDS + 1):
        workshop = chance.choice(list(heads))
        batch = Batch(workshop, heads[workshop] + 1, n, "p1", "c1", n, 7, [PAYLOAD] * chance.randint(1, 3))
        heads[workshop] = batch.last
        ledger.append(batch, done)
        if chance.random() < 0.5:
            await asyncio.sleep(0.001 * chance.random())
    await finished.wait()


def main(path: str, synchronous: str, notes: str) -> None:
    noting = note_everything()
    ledger = open_ledger(path, synchronous=synchronous, checkpoint_pages=60)
    asyncio.run(work(ledger))
    ledger.close()
    assert noting.names
    Path(notes).write_bytes(pickle.dumps(NOTES))


main(*sys.argv[1:])
