"""What happens inside the press's own process: HTML becomes PDF/A-3a and PDF/UA-1. Nothing here can reach a network.

The process is prepared once and then prints up to fifty documents. WeasyPrint is imported here and nowhere else.
"""

import contextlib
import ctypes
import io
import os
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, Final, Literal
from urllib.parse import unquote

from msgspec import Struct

from accord import resources

BASE: Final = "https://accord.invalid/"
"""Addresses in our templates are resolved against this; the name cannot exist, so nothing could ever answer."""

MEMORY: Final = 1_536 * 1024 * 1024
SECONDS: Final = 60
NICENESS: Final = 10
"""A document can wait; people who type cannot."""

NEW_USER, NEW_NET = 0x10000000, 0x40000000
WAYS_OUT: Final = ("socket.connect", "socket.getaddrinfo", "socket.gethostby", "socket.bind", "socket.sendto")
STARTING: Final = ("subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.fork")

UA: Final = (
    b'<rdf:Description rdf:about="" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
    b' xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1"/>'
    b'<rdf:Description rdf:about="" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
    b' xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"'
    b' xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"'
    b' xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"><pdfaExtension:schemas><rdf:Bag>'
    b'<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>'
    b"<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
    b"<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>"
    b'<rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>'
    b"<pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>"
    b"<pdfaProperty:description>Part of ISO 14289 to which the file conforms</pdfaProperty:description></rdf:li>"
    b"</rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>"
)
"""The PDF/UA claim for the metadata of a PDF/A, which has to declare the schema it comes from."""


class Attached(Struct, frozen=True):
    """A file inside the PDF. `at` in ms since 1970, UTC: the same input gives the same bytes."""

    name: str
    content: bytes
    description: str
    at: int = 0
    relationship: str = "Source"


class Job(Struct, frozen=True):
    """`zoom` enlarges sheet and letters alike: √2 makes an A3 of an A4."""

    html: str
    attachments: tuple[Attached, ...] = ()
    zoom: float = 1.0


class Printed(Struct, frozen=True):
    """`why` is "" (done), library (Pango is missing) or failed; `cause` names the kind of error, never its words."""

    pdf: bytes = b""
    why: Literal["", "library", "failed"] = ""
    cause: str = ""


def prepare() -> None:
    """Run once in the new process, before anything is printed."""
    os.environ["FONTCONFIG_FILE"] = str(resources.exports() / "fonts" / "fonts.conf")
    os.environ["SOURCE_DATE_EPOCH"] = "1577836800"  # else every subset of a font carries the second it was made
    yield_to_the_room()
    leave_network()
    with contextlib.suppress(ImportError, OSError):
        import weasyprint  # noqa: F401 – finding its libraries starts a process, so it comes before the doors close
    close_doors()
    limit_memory()


def work(job: Job) -> Printed:
    limit_time()
    try:
        import weasyprint
    except (ImportError, OSError) as missing:
        return Printed(why="library", cause=type(missing).__name__)
    try:
        return Printed(_write(job))
    except (Exception, weasyprint.urls.FatalURLFetchingError) as failed:  # that one is a BaseException
        return Printed(why="failed", cause=type(failed).__name__)


# --- walls ---


def leave_network() -> bool:
    """Into a network namespace of its own, where there is no way out; False where the system does not allow it."""
    try:
        unshare = ctypes.CDLL(None, use_errno=True).unshare
    except (AttributeError, OSError):
        return False
    return bool(unshare(NEW_NET) == 0 or unshare(NEW_USER | NEW_NET) == 0)


def close_doors() -> None:
    """From here on connecting, looking up names and starting programs raise. An audit hook cannot be taken off."""

    def refuse(event: str, _: tuple[Any, ...]) -> None:
        if event.startswith(WAYS_OUT + STARTING):
            raise PermissionError(f"the press may not {event}")

    sys.addaudithook(refuse)


def limit_memory() -> None:
    import resource

    with contextlib.suppress(ValueError, OSError):  # macOS has no such limit
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def yield_to_the_room() -> None:
    """Print with what the live path leaves over: where the system knows idle work, it gives way at once."""
    os.nice(NICENESS)
    if hasattr(os, "SCHED_IDLE"):
        with contextlib.suppress(OSError):
            os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0))


def limit_time(seconds: int = SECONDS) -> None:
    """Processor seconds for one job; the process has used some for the jobs before."""
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF)
    with contextlib.suppress(ValueError, OSError):
        hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
        resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime) + seconds, hard))


# --- printing ---


def assets() -> dict[str, Path]:
    """The only things a document may refer to: our style sheets and fonts, by address."""
    root = resources.exports()
    found = [*root.glob("*.css"), *root.glob("fonts/*.woff2")]
    return {f"{BASE}exports/{path.relative_to(root).as_posix()}": path for path in found}


def _fetcher() -> Any:
    from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

    class AssetFetcher(URLFetcher):  # type: ignore[misc]
        """Hands out our own files and stops the printing of anything that asks for something else."""

        def __init__(self) -> None:
            super().__init__(allowed_protocols=(), allow_redirects=False)
            self.assets = assets()

        def fetch(self, url: str, headers: dict[str, str] | None = None) -> Any:
            path = self.assets.get(unquote(url))
            if path is None:
                raise FatalURLFetchingError("refused")
            kind = "text/css" if path.suffix == ".css" else "font/woff2"
            return URLFetcherResponse(url, io.BytesIO(path.read_bytes()), {"Content-Type": kind})

    return AssetFetcher()


def _write(job: Job) -> bytes:
    from weasyprint import HTML

    document = HTML(string=job.html, base_url=BASE, url_fetcher=_fetcher(), media_type="print")
    files = [_attachment(file) for file in job.attachments]
    return bytes(
        document.write_pdf(
            pdf_variant="pdf/a-3a", finisher=finish, attachments=files, font_config=_unpacked_fonts(), zoom=job.zoom
        )
    )


@cache
def _unpacked_fonts() -> Any:
    """Unpacking our faces takes three seconds, so the process does it once."""
    from weasyprint.text.fonts import FontConfiguration

    return FontConfiguration()


def _attachment(file: Attached) -> Any:
    from datetime import UTC, datetime

    from weasyprint import Attachment

    at = datetime.fromtimestamp(file.at / 1000, UTC)
    return Attachment(
        string=file.content,
        name=file.name,
        description=file.description,
        relationship=file.relationship,
        created=at,
        modified=at,
    )


def finish(_: Any, pdf: Any) -> None:
    """What WeasyPrint leaves out for PDF/UA-1. Rests on its internals: pyproject.toml pins the version, tests look."""
    import pydyf

    for found in pdf.objects:
        if isinstance(found, dict) and found.get("S") == "/TH":
            _scope(found, pydyf.Dictionary)
    _claim(pdf)
    preferences = pdf.catalog.get("ViewerPreferences") or pydyf.Dictionary()
    preferences["DisplayDocTitle"] = "true"
    pdf.catalog["ViewerPreferences"] = preferences


def _scope(cell: Any, dictionary: Callable[[dict[str, str]], Any]) -> None:
    """WeasyPrint's id of a header cell is table-row-column: below the first row it heads its row."""
    about = cell.get("A") or dictionary({"O": "/Table"})
    heads_row = cell.get("ID") is not None and cell["ID"].string.split("-")[1] != "0"
    about["Scope"] = "/Row" if heads_row else "/Column"
    cell["A"] = about


def _claim(pdf: Any) -> None:
    metadata = pdf.objects[int(pdf.catalog["Metadata"].split()[0])]
    data = b"".join(part if isinstance(part, bytes) else str(part).encode() for part in metadata.stream)
    metadata.stream = [data.replace(b"</rdf:RDF>", UA + b"</rdf:RDF>")]
