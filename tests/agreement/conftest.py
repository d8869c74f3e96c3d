"""One press process for all tests here, and a reader of what it printed."""

import re
import subprocess
import unicodedata
from collections.abc import Callable, Iterator
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest

from accord.agreement import press
from accord.agreement.printing import Attached, Job, Printed, work

Print = Callable[..., Printed]


@pytest.fixture(scope="session")
def printed() -> Iterator[Print]:
    """HTML and attachments → what the press answers."""
    pool = press._pool()

    def printing(html: str, attachments: tuple[Attached, ...] = ()) -> Printed:
        nonlocal pool
        try:
            return pool.submit(work, Job(html, attachments)).result(timeout=110)
        except BrokenProcessPool:
            pool = press._pool()  # one test's trouble is not the next one's
            raise

    yield printing
    pool.shutdown(cancel_futures=True)


@pytest.fixture
def pdf(printed: Print, tmp_path: Path) -> Callable[..., Path]:
    """HTML → the file."""

    def written(html: str, attachments: tuple[Attached, ...] = ()) -> Path:
        answer = printed(html, attachments)
        assert not answer.why, answer.cause
        path = tmp_path / "printed.pdf"
        path.write_bytes(answer.pdf)
        return path

    return written


def pages(path: Path) -> list[str]:
    """The text of each page, one space between words, without marks of direction."""
    raw = subprocess.run(["pdftotext", "-enc", "UTF-8", path, "-"], check=True, capture_output=True, timeout=60).stdout
    return [plain(page) for page in raw.decode().split("\f")[:-1]]


def plain(text: str) -> str:
    """NFC, no-break spaces as spaces, without marks of direction and joiners that only layout needs."""
    kept = re.sub("[\u200e\u200f\u202a-\u202e\u2066-\u2069\u2060]", "", unicodedata.normalize("NFC", text))
    return " ".join(kept.split())


def squeezed(text: str) -> str:
    """Without any spaces: lines of the page fall anywhere."""
    return re.sub(r"\s|\u200d|\ufe0f", "", plain(text))
