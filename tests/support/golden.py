"""The golden texts: whole documents of the rehearsed example, and the frozen workshops they are made from.

When the words of the document change on purpose:

    python -m tests.support.golden                    writes tests/agreement/golden/{pl,en}.md anew; read the difference
    python -m tests.support.golden pl workshop.json   keeps a rehearsal's workshop as the one that is told (then renew)
"""

import lzma
import sys
from pathlib import Path
from typing import Any

import msgspec

from accord.agreement.draft import draft
from accord.agreement.markdown import markdown
from accord.domain.catalogue import LANGUAGES, Language
from accord.domain.public import read
from accord.domain.state import State

HERE = Path(__file__).parents[1] / "agreement" / "golden"
LEFT_OUT = ("marks", "earlier")
"""What no document says, to keep the files small."""


def state(language: Language) -> State:
    return read(lzma.decompress((HERE / f"{language}.json.xz").read_bytes()))


def text(language: Language) -> str:
    return markdown(draft(state(language), language))


def kept(language: Language) -> str:
    return (HERE / f"{language}.md").read_text("utf-8")


def keep(language: str, workshop: Path) -> None:
    tree: dict[str, Any] = msgspec.json.decode(workshop.read_bytes())["state"]
    small = {key: value for key, value in tree.items() if key not in LEFT_OUT}
    (HERE / f"{language}.json.xz").write_bytes(lzma.compress(msgspec.json.encode(small), preset=9))


if __name__ == "__main__":
    if len(sys.argv) == 3:
        keep(sys.argv[1], Path(sys.argv[2]))
    for one in LANGUAGES:
        (HERE / f"{one}.md").write_text(text(one), "utf-8")
