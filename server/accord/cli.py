"""The command line: `accord serve` and friends. Talks to the person who typed it, in Polish or English."""

import errno
import json
import os
import socket
import sys
import webbrowser
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer
from pydantic import ValidationError

from accord import content as contents
from accord import resources
from accord.errors import Refused
from accord.ledger.contract import LedgerError
from accord.settings import Settings
from accord.words import Words

CANNOT = 2
"""Exit code when something outside must change first: a port, a folder, a file."""

CHANGED, UNKNOWN = 1, 3
"""Exit codes of `verify`: it is not what it was; it is, but nobody here knows who sealed it."""

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)


def language() -> str:
    """pl or en, from the locale of the terminal."""
    named = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return "pl" if next((one for one in named if one), "").lower().startswith("pl") else "en"


def words(message: str, **details: str | int) -> str:
    return Words(language()).say(f"cli-{message}", **details)


def say(message: str, **details: str | int) -> None:
    typer.echo(words(message, **details))


def stop(message: str, code: int = CANNOT, **details: str | int) -> NoReturn:
    """One sentence with the next step, then the end."""
    typer.echo(words(message, **details), err=True)
    raise typer.Exit(code)


def option(name: str, *flags: str) -> Any:
    return typer.Option(*flags, help=words(f"help-{name}"))


Data = Annotated[Path | None, option("data", "--data")]


@app.callback(help=words("about"))
def accord() -> None:
    pass


@app.command(help=words("help-serve"))
def serve(
    host: Annotated[str | None, option("host", "--host")] = None,
    port: Annotated[int | None, option("port", "--port", "-p")] = None,
    open_browser: Annotated[bool, option("open", "--open")] = False,
    data: Data = None,
) -> None:
    from accord.http.server import run

    settings = settings_of(host=host, port=port, data=data)
    listening = listen(settings)  # first: whoever comes while the rest starts is kept waiting, not turned away
    prepare_data(settings)
    catalogue = read_content(resources.canvases())
    ledger = open_store(settings)
    if not has_pango():
        say("no-pango")
    port = listening.getsockname()[1]
    run(settings, catalogue, ledger, listening, lambda: announce(settings, port, open_browser))
    say("stopped")


def settings_of(**given: object) -> Settings:
    """The settings of the environment, with what was given on the command line before them."""
    try:
        return Settings(**{name: value for name, value in given.items() if value is not None})  # type: ignore[arg-type]
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        stop("settings-broken", why=f"{'.'.join(map(str, first['loc']))}: {first['msg']}")


def prepare_data(settings: Settings) -> None:
    """The folder is there and can be written, the secret can be read."""
    try:
        settings.data.mkdir(parents=True, exist_ok=True, mode=0o700)
        probe = settings.data / f".writable-{os.getpid()}"
        probe.touch()
        probe.unlink()
    except OSError as error:
        full = error.errno == errno.ENOSPC
        stop("store-full" if full else "data-readonly", path=str(settings.data), why=error.strerror or str(error))
    try:
        settings.secret()
    except (OSError, ValueError) as error:
        stop("secret-broken", path=str(settings.secret_file or settings.data / "secret"), why=_reason(error))
    _known_seals(settings, None)  # a certificate that cannot be opened is said now, not after the last signature


def listen(settings: Settings) -> socket.socket:
    """A socket that listens where the settings say."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((settings.host, settings.port))
        listening.listen(2048)
    except OSError as error:
        listening.close()
        port, other = settings.port, settings.port + 1
        if error.errno == errno.EADDRINUSE:
            stop("port-taken", port=str(port), other=str(other))
        if error.errno in (errno.EACCES, errno.EPERM):
            stop("port-forbidden", port=str(port))
        stop("host-unknown", host=settings.host)
    listening.setblocking(False)
    return listening


def open_store(settings: Settings) -> Any:
    from accord.ledger.ledger import open_ledger

    try:
        return open_ledger(settings.database_url)
    except LedgerError as error:
        used = "belongs to a running server" in error.detail
        kind = "used" if used else error.kind
        message = {"full": "store-full", "readonly": "data-readonly", "used": "store-used"}.get(kind, "store-broken")
        stop(message, path=shown_store(settings), why=error.detail)


def shown_store(settings: Settings) -> str:
    """Where the store is, without the password that an address may hold."""
    return "ACCORD_DATABASE" if settings.database else str(settings.data)


def read_content(folder: Path) -> Any:
    try:
        return contents.load(folder)
    except contents.ContentError as error:
        lines = [mistake.line_of_print(language()) for mistake in error.mistakes]
        typer.echo("\n".join([words("content-broken", n=len(lines)), *lines]), err=True)
        raise typer.Exit(CANNOT) from None


def has_pango() -> bool:
    """The library that WeasyPrint prints with can be found."""
    import ctypes

    for name in ("libpangoft2-1.0.so.0", "libpangoft2-1.0.dylib", "libpangoft2-1.0-0.dll"):
        try:
            ctypes.CDLL(name)
        except OSError:
            continue
        return True
    return False


def announce(settings: Settings, port: int, open_browser: bool) -> None:
    """Says where the server is, once it answers."""
    from accord.app import lan_address

    open_to_all = settings.host in ("0.0.0.0", "::")
    here = settings.origins[0] if settings.origins else f"http://{_host(settings.host)}:{port}"
    say("running", url=here)
    if settings.host in ("127.0.0.1", "::1", "localhost") and not settings.origins:
        say("only-here")
    elif open_to_all and not settings.origins and (lan := lan_address(settings.host)):
        say("running-network", url=f"http://{lan}:{port}")
    say("kept-in", path=str(settings.data))
    if open_browser and _has_screen():
        webbrowser.open(here)


def _host(host: str) -> str:
    shown = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, host)
    return f"[{shown}]" if ":" in shown and not shown.startswith("[") else shown


def _has_screen() -> bool:
    """Without one a browser would open inside the terminal."""
    return sys.platform == "darwin" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


@app.command(help=words("help-types"))
def types() -> None:
    from accord.live import typescript

    typescript.main([])
    say("wire-written", path=str(typescript.TARGET))


@app.command(help=words("help-content"))
def content(folder: Annotated[Path | None, typer.Argument()] = None) -> None:
    known = read_content(folder or resources.canvases())
    say("content-fine", activities=len(known.activities), agendas=len(known.agendas))


@app.command(help=words("help-export"))
def export(
    workshop: Annotated[str, typer.Argument(metavar="ID")],
    out: Annotated[Path | None, option("out", "--out", "-o")] = None,
    data: Data = None,
) -> None:
    from accord.http.moving import take_out

    source = _source(None, data)
    try:
        found = take_out(source, workshop)
        if isinstance(found, list):
            stop("no-workshop", id=workshop[:40], known=", ".join(found) or "–")
        target = out or Path(f"{workshop}.json")
        target.write_bytes(found)
    except LedgerError as error:
        stop("store-broken", path=str(source), why=error.detail)
    except OSError as error:
        stop("not-exported", why=_reason(error))
    say("exported", path=str(target))


@app.command(help=words("help-evidence"))
def evidence(workshop: Annotated[str, typer.Argument(metavar="ID")], data: Data = None) -> None:
    from accord.http.moving import witnessed

    source = _source(None, data)
    try:
        for one in witnessed(source, workshop):
            typer.echo(json.dumps(one, ensure_ascii=False))
    except LedgerError as error:
        stop("store-broken", path=str(source), why=error.detail)


@app.command("import", help=words("help-import"))
def bring(
    file: Path,
    name: Annotated[str, option("name", "--name")] = "",
    data: Data = None,
) -> None:
    from accord.http.moving import bring_in

    settings = settings_of(data=data)
    prepare_data(settings)
    try:
        content = file.read_bytes()
    except OSError:
        stop("not-here", path=str(file))
    try:
        brought = bring_in(settings, open_store(settings), content, name or words("facilitator"), language())
    except Refused as refused:
        stop("not-imported", why=str(refused.detail.get("where") or refused.code))
    say("imported", id=brought.workshop, path=f"/w/{brought.workshop}#f={brought.token}", code=brought.code)


@app.command(help=words("help-verify"))
def verify(
    path: Annotated[Path | None, typer.Argument()] = None,
    certificate: Annotated[Path | None, option("certificate", "--certificate")] = None,
    data: Data = None,
) -> None:
    """A PDF, an export, or a store. Exit code 0: as it was; 1: changed; 3: as it was, but nobody knows the seal."""
    kind = _kind(path)
    if path and kind == "pdf":
        settings = settings_of(data=data)
        _verify_pdf(path, _known_seals(settings, certificate), settings)
    elif path and kind == "export":
        _verify_export(path)
    else:
        _verify_store(_source(path, data))


def _kind(path: Path | None) -> str:
    if path is None or not path.is_file():
        return "store"
    with path.open("rb") as file:
        begins = file.read(5)
    if path.suffix.lower() == ".pdf" or begins == b"%PDF-":
        return "pdf"
    return "export" if path.suffix.lower() == ".json" or begins[:1] == b"{" else "store"


def _known_seals(settings: Settings, given: Path | None) -> set[str]:
    """SHA-256 of the certificates that this machine trusts: its server's own, that of the settings, a given one."""
    from accord.agreement.certificate import Certificate, fingerprint_of

    try:
        known = {fingerprint_of(given.read_bytes())} if given else set()
        if settings.own_seal.is_file():
            known.add(Certificate(settings.own_seal.read_bytes()).fingerprint)
        if settings.seal_certificate:
            password = settings.seal_password.get_secret_value()
            known.add(Certificate(settings.seal_certificate.read_bytes(), password).fingerprint)
        return known
    except (OSError, ValueError) as error:
        stop("certificate-broken", why=_reason(error))


def _verify_pdf(path: Path, known: set[str], settings: Settings) -> None:
    from accord.agreement.examining import examine
    from accord.agreement.typography import moment

    found = examine(path.read_bytes())
    words: dict[str, str | int] = {"path": str(path), "fingerprint": found.fingerprint or "–"}
    if found.problems == ("no_seal",):
        stop("pdf-not-sealed", code=CHANGED, **words)
    if found.problems:
        stop("pdf-changed", code=CHANGED, problems=", ".join(found.problems), **words)
    at = moment(found.sealed_at, "UTC", "pl" if language() == "pl" else "en")
    words |= {"version": found.version, "title": found.title, "signed": found.signed, "of": found.of}
    say("pdf-sealed", at=at, **words)
    _compare_log(settings, found.workshop, found.seq, found.head)
    if found.certificate not in known:
        stop("pdf-unknown-seal", code=UNKNOWN, certificate=found.certificate, subject=found.subject)
    say("pdf-known-seal", certificate=found.certificate)


def _compare_log(settings: Settings, workshop: str, seq: int, head: str) -> None:
    """Where the workshop's log is here too, the event after which it was printed must still be the same."""
    from accord.ledger.ledger import open_log

    source = settings.database_url
    if not source.startswith("postgres") and not Path(source.removeprefix("sqlite:///")).is_file():
        return
    try:
        log = open_log(source)
        row = next(log.read(workshop, after=seq - 1), None) if log.head(workshop)[0] else None
        known = row is not None or bool(log.head(workshop)[0])
        log.let_go()
    except LedgerError as error:
        stop("store-broken", path=shown_store(settings), why=error.detail)
    if known and (row is None or row.hash.hex() != head):
        stop("pdf-other-log", code=CHANGED, workshop=workshop, seq=seq)
    if known:
        say("pdf-same-log", workshop=workshop, seq=seq)


def _verify_export(path: Path) -> None:
    from accord.agreement.json import findings

    found = findings(path.read_bytes())
    if found:
        stop("export-changed", code=CHANGED, path=str(path), problems=", ".join(found))
    say("export-verified", path=str(path))


def _verify_store(source: str | Path) -> None:
    from accord.ledger.ledger import open_log
    from accord.ledger.verify import verify as findings_of

    try:
        findings = findings_of(source)
        if not findings:
            log = open_log(source)
            known = log.workshops()
            events = sum(log.head(one)[0] for one in known)
            log.let_go()
    except LedgerError as error:
        stop("store-broken", path=str(source), why=error.detail)
    if findings:
        lines = [words("finding", workshop=f.workshop, seq=f.seq, code=f.code, detail=f.detail) for f in findings]
        typer.echo("\n".join([words("not-verified", n=len(findings)), *lines]), err=True)
        raise typer.Exit(CHANGED)
    say("verified", workshops=len(known), events=events)


@app.command(help=words("help-backup"))
def backup(target: Path, data: Data = None) -> None:
    from accord.ledger.backup import backup as copy

    source = _source(None, data)
    try:
        copy(source, target)
    except LedgerError as error:
        stop("not-backed-up", why=error.detail)
    say("backed-up", path=str(target))


@app.command(help=words("help-restore"))
def restore(copy: Path, target: Path) -> None:
    from accord.ledger.backup import restore as put_back

    path = target / "accord.db" if target.is_dir() or not target.suffix else target
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        put_back(copy, path)
    except (LedgerError, OSError) as error:
        stop("not-restored", why=error.detail if isinstance(error, LedgerError) else _reason(error))
    say("restored", path=str(path), folder=str(path.parent))


def _source(path: Path | None, data: Path | None) -> str | Path:
    """The store to look at: a given file or folder, else that of the settings."""
    if path is None:
        return _there(settings_of(data=data).database_url)
    return _there(path / "accord.db" if path.is_dir() else path)


def _there(source: str | Path) -> str | Path:
    path = Path(str(source).removeprefix("sqlite:///"))
    if not str(source).startswith("postgres") and not path.is_file():
        stop("not-here", path=str(path))
    return source if str(source).startswith("postgres") else path


_PASSED_ON = {"allow_extra_args": True, "ignore_unknown_options": True, "help_option_names": []}


@app.command(help=words("help-rehearse"), context_settings=_PASSED_ON)
def rehearse(context: typer.Context) -> None:
    """Loaded only when it is asked for; it reads its own options."""
    from accord.rehearse import main as play

    raise typer.Exit(play(context.args))


def _reason(error: Exception) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)


def main() -> None:
    app()


if __name__ == "__main__":
    main()
