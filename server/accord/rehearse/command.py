"""The command line of a rehearsal: `accord rehearse FILE`."""

import argparse
import asyncio
import json
import random
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from time import monotonic

from accord import resources
from accord.content import ContentError
from accord.content import load as load_content
from accord.domain.catalogue import LANGUAGES, Catalogue
from accord.rehearse.facts import Facts, facts
from accord.rehearse.nodes import Broken
from accord.rehearse.play import Pace, Rehearsal
from accord.rehearse.practice import practise
from accord.rehearse.read_facts import read_facts
from accord.rehearse.script import Script, load
from accord.rehearse.site import Trouble, temporary_server
from accord.rehearse.words import show, tell, words


def main(arguments: Sequence[str]) -> int:
    """0 when the workshop was played to its end and everything is written; else 1, with a sentence."""
    chosen = _options().parse_args(arguments)
    try:
        return _run(chosen)
    except Broken as broken:
        said = [words("rehearse-broken", n=len(broken.mistakes)), *(one.sentence() for one in broken.mistakes)]
    except ContentError as error:
        said = [str(error)]
    except Trouble as trouble:
        said = [str(trouble)]
    except TimeoutError:
        said = [words("rehearse-silent")]
    except OSError as error:
        said = [words("rehearse-file", path=str(error.filename or chosen.file), why=error.strerror or str(error))]
    except KeyboardInterrupt:
        said = [words("rehearse-stopped")]
    for sentence in said:
        show(sentence, error=True)
    return 1


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="accord rehearse", description=words("rehearse-about"))
    parser.add_argument("file", type=Path, metavar="FILE", help=words("rehearse-help-file"))
    parser.add_argument("--language", choices=LANGUAGES, help=words("rehearse-help-language"))
    parser.add_argument("--speed", type=_speed, metavar="N", help=words("rehearse-help-speed"))
    parser.add_argument("--server", metavar="URL", help=words("rehearse-help-server"))
    parser.add_argument("--out", type=Path, metavar="DIR", help=words("rehearse-help-out"))
    parser.add_argument("--sign", choices=("file", "all"), default="file", help=words("rehearse-help-sign"))
    return parser


def _speed(given: str) -> float:
    speed = float(given) if given.replace(".", "", 1).isdecimal() else 0
    if not 0.01 <= speed <= 100_000:
        raise argparse.ArgumentTypeError(words("rehearse-bad-speed"))
    return speed


def _run(chosen: argparse.Namespace) -> int:
    started = monotonic()
    catalogue = load_content(resources.canvases())
    script = load(chosen.file, catalogue)
    for remark in script.remarks:
        show(remark.sentence())
    out = chosen.out or Path("rehearsed") / chosen.file.stem
    out.mkdir(parents=True, exist_ok=True)
    with _server(chosen.server) as address:
        result = asyncio.run(_rehearse(chosen, script, catalogue, address, out))
        tell("rehearse-done", seconds=f"{monotonic() - started:.1f}")
        return result


@contextmanager
def _server(given: str | None) -> Iterator[str]:
    if given:
        yield given
        return
    with temporary_server() as address:
        yield address


async def _rehearse(chosen: argparse.Namespace, script: Script, catalogue: Catalogue, address: str, out: Path) -> int:
    language = chosen.language or script.language
    pace, polite = Pace(chosen.speed, random.Random(script.title)), chosen.server is not None
    rehearsal = Rehearsal(script, catalogue, address, language, pace, polite)
    await rehearsal.found()
    try:
        await rehearsal.gather()
        tell("rehearse-gathered", people=len(rehearsal.people), url=address)
        if chosen.speed and await practise(rehearsal, chosen.sign == "all"):
            return await _write(rehearsal, out, language, strict=False)
        await rehearsal.play()
        await _finish(rehearsal, chosen.sign == "all")
        result = await _write(rehearsal, out, language, strict=True)
    finally:
        await rehearsal.leave()
    return result


async def _finish(rehearsal: Rehearsal, everybody: bool) -> None:
    if not await rehearsal.freeze():
        tell("rehearse-nothing-agreed")
        return
    await rehearsal.sign(everybody)


async def _write(rehearsal: Rehearsal, out: Path, language: str, strict: bool) -> int:
    """The three files; 1 when somebody was refused something that a whole rehearsal needs."""
    await rehearsal.settle()
    browser, path = rehearsal.lead.browser, f"/api/w/{rehearsal.workshop}"
    found = facts(rehearsal, json.loads(await browser.get(f"{path}/findings"))) | await read_facts(rehearsal)
    for version in found["versions"]:
        changes = (one["changes"] for one in found["differences"] if one["to"] == version["version"])
        version["changes"] = next(changes, [])
    for version in found["versions"]:
        counts = {name: len(version[name]) for name in ("signed", "missing", "refused")}
        tell("rehearse-signed", version=version["version"], **counts)
    _save(out / "facts.json", (json.dumps(found, ensure_ascii=False, indent=1) + "\n").encode())
    _save(out / "workshop.json", await browser.get(f"{path}/workshop.json"))
    _save(out / "agreement.pdf", await browser.get(f"{path}/agreement.pdf?language={language}"))
    return _refused(found) if strict else 0


def _save(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    tell("rehearse-written", path=str(path))


def _refused(found: Facts) -> int:
    if found["refusals"]:
        first = found["refusals"][0]
        show(words("rehearse-refusals", n=len(found["refusals"]), **first), error=True)
    return 1 if found["refusals"] else 0
