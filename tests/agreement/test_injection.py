"""Hostile words in every field are printed as words: nothing is fetched, nothing is run, no markup appears."""

import re
import threading
import urllib.request
from collections.abc import Callable, Iterator
from html import unescape
from html.parser import HTMLParser
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import msgspec
import pytest
from markupsafe import Markup
from tests.agreement.conftest import Print, pages, squeezed
from tests.support.agreed import PANGRAM, founding, sample

from accord.agreement import html
from accord.agreement.draft import Draft, draft
from accord.agreement.invitation import invitation
from accord.agreement.markdown import escaped, markdown
from accord.agreement.outline import Card, Fact, Grid, Heading, Items, Line

HERE = "http://127.0.0.1:{port}"
PAYLOADS = (
    "<script>fetch('{here}/script')</script>",
    "<img src={here}/img onerror=alert(1)>",
    "<link rel=stylesheet href={here}/link><link rel=attachment href=file:///etc/passwd>",
    "<style>@import url({here}/import);*{{background:url({here}/bg)}}</style>",
    "<svg><image href='{here}/svg'/><use href='{here}/use#x'/></svg>",
    "<iframe src=file:///etc/passwd></iframe>",
    "<a href=javascript:alert(1)>klik</a>",
    '"><object data={here}/object></object>',
    "' style='background:url({here}/attribute)",
    "{{{{ 7*7 }}}}{{% include '/etc/passwd' %}}{{{{ config.__class__.__mro__ }}}}",
    "</title></style></p></section><h1>{here}/close</h1>",
    "<!--<img src={here}/comment>--><![CDATA[<img src={here}/cdata>]]>",
    "&lt;img src={here}/entity&gt; &#60;img src=x&#62; &amp;",
    "<embed src={here}/embed><base href={here}/><meta http-equiv=refresh content='0;{here}/meta'>",
    "url({here}/url) expression(1) \\3c script\\3e \\0 *|*{{content:url({here}/content)}}",
)


class Canary(HTTPServer):
    """Counts who calls."""

    def __init__(self) -> None:
        self.called: list[str] = []
        called = self.called

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                called.append(self.path)
                self.send_response(200)
                self.end_headers()

            def log_message(self, *_: object) -> None: ...

        super().__init__(("127.0.0.1", 0), Handler)

    @property
    def here(self) -> str:
        return HERE.format(port=self.server_port)


@pytest.fixture
def canary() -> Iterator[Canary]:
    server = Canary()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


class Shape(HTMLParser):
    """Elements with their attributes in order; words are left out, for a payload may change only those."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, tuple[tuple[str, str | None], ...]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, tuple(attrs)))

    def handle_comment(self, data: str) -> None:
        self.found.append(("comment", ((data, None),)))


def shape(page: str) -> list[tuple[str, tuple[tuple[str, str | None], ...]]]:
    reader = Shape()
    reader.feed(page)
    return [(tag, _without_code(attributes)) for tag, attributes in reader.found]


def _without_code(attributes: tuple[tuple[str, str | None], ...]) -> tuple[tuple[str, str | None], ...]:
    """The QR code holds the fingerprint, which is different for different words."""
    return tuple((name, "" if name in ("d", "viewbox") else value) for name, value in attributes)


KEPT = frozenset(
    "language languages timezone version status hash head id number step activity annex icon team colour decision"
    " measure due clauses type clause table mark".split()
)


BLOCKS = (
    Heading("x"),
    Items("x", ("x", "x")),
    Card("x", "x", (Fact("x", ("x",)), Fact("x", ("x", "x"))), history=(Fact("x", ("x",)),)),
    Grid("metrics", "x", ("x", "x"), (Line((("x",), ("x", "x"))), Line((("x", "x"), ())))),
)
"""One of every kind that rows of tables are told in."""


def everywhere(words: str, short: str = "") -> Draft:
    """A draft with the words in every field there is, names, teams and content of canvases included.

    `short` goes where people may not write at length.
    """
    made = draft(sample("x"), "en", head="ab" * 32)
    first = msgspec.structs.replace(made.sections[0], blocks=(*made.sections[0].said, *BLOCKS))
    whole = msgspec.structs.replace(made, sections=(first, *made.sections[1:]))
    poured = _poured(msgspec.to_builtins(whole), words, short or words, "")
    return msgspec.convert(poured, Draft)


def _poured(value: object, words: str, short: str, key: str) -> object:
    if isinstance(value, dict):
        return {k: _poured(v, words, short, str(k)) for k, v in value.items()}
    if isinstance(value, list | tuple):
        return [_poured(v, words, short, key) for v in value]
    if not isinstance(value, str) or key in KEPT:
        return value
    return words if key in ("text", "reason") else short


def blank(words: str) -> str:
    """As many harmless words of the same lengths."""
    return re.sub(r"\S", "y", words)


@pytest.mark.parametrize("number", range(len(PAYLOADS)))
def test_a_payload_in_every_field_leaves_the_page_its_shape(number: int) -> None:
    payload = PAYLOADS[number].format(here=HERE.format(port=1))
    page, harmless = html.page(everywhere(payload)), html.page(everywhere(blank(payload)))
    assert shape(page) == shape(harmless)
    assert unescape(page).replace("\u00a0", " ").count(payload) > 50


def test_a_template_that_trusts_words_is_caught() -> None:
    """Negative control."""
    payload = PAYLOADS[1].format(here=HERE.format(port=1))
    made = everywhere(payload)
    trusting = html.page(made).replace(str(Markup.escape(payload)), payload)
    assert shape(trusting) != shape(html.page(everywhere(blank(payload))))


def test_all_payloads_in_every_field_print_as_words_and_nobody_calls(canary: Canary, pdf: Callable[..., Path]) -> None:
    payloads = [payload.format(here=canary.here) for payload in PAYLOADS]
    made = everywhere("\n".join(payloads), payloads[1])
    text = squeezed(" ".join(pages(pdf(html.page(made)))))
    assert canary.called == []
    for payload in payloads:
        assert text.count(squeezed(payload)) >= 10


@pytest.mark.parametrize("first", range(3))
def test_a_workshop_of_hostile_words_prints_them(first: int, canary: Canary, printed: Print) -> None:
    """The same through the rules of the domain: what people may really type."""
    words = "\n".join(payload.format(here=canary.here) for payload in PAYLOADS[first::3])
    answer = printed(html.page(draft(sample(words), "pl")))
    assert answer.why == ""
    assert canary.called == []
    assert answer.pdf.count(b"/URI") == 0
    assert b"/EmbeddedFile" not in answer.pdf


@pytest.mark.parametrize(
    "markup",
    [
        "<img alt='' src={here}/x>",
        "<link rel=stylesheet href={here}/x>",
        "<p style='background: url({here}/x)'>x</p>",
        "<link rel=attachment href=file:///etc/passwd>",
        "<object data={here}/x></object>",
        "<img alt='' src=file:///etc/passwd>",
        "<img alt='' src=../document.html.jinja>",
    ],
)
def test_even_markup_that_got_in_fetches_nothing(markup: str, canary: Canary, printed: Print) -> None:
    """The second wall: the press has no way out, whatever a page says. The canary itself is awake."""
    answer = printed(
        f"<!doctype html><html lang=en><title>x</title><body>{markup.format(here=canary.here)}</body></html>"
    )
    assert (answer.why, answer.pdf) == ("failed", b"")
    assert canary.called == []
    urllib.request.urlopen(f"{canary.here}/control").read()
    assert canary.called == ["/control"]


def test_a_bomb_of_line_breaks_is_capped(pdf: Callable[..., Path]) -> None:
    made = draft(sample(PANGRAM), "pl")
    section = made.sections[1]
    clause = msgspec.structs.replace(section.clauses[0], text="a\n" * 100_000)
    bombed = msgspec.structs.replace(section, clauses=(clause,), blocks=())
    bomb = msgspec.structs.replace(made, sections=(made.sections[0], bombed, *made.sections[2:]))
    page = html.page(bomb)
    assert page.count("\n") < 2_000
    assert "…" in page
    assert len(pages(pdf(page))) < 30


def test_the_invitation_keeps_its_shape_too() -> None:
    def invited(words: str) -> str:
        plan = msgspec.structs.replace(founding(["canvas-basic"], words, words), starts_at=1_796_800_000_000)
        return invitation(plan, "pl", link="https://example.com/j#k=x", code="ABCD-EFGH", place="example.com")

    for payload in PAYLOADS:
        assert shape(invited(payload)) == shape(invited(blank(payload)))


def test_markdown_makes_no_markup_of_words() -> None:
    for payload in (
        "[x](javascript:alert(1))",
        "<img src=x>",
        "a | b",
        "# x",
        "- x",
        "1. x",
        "`x`",
        "*x*",
        "http://x.y",
    ):
        text = markdown(everywhere(payload))
        assert escaped(payload) in text
        assert not any(line.startswith(payload) for line in text.splitlines())
        rows = [line for line in text.splitlines() if line.startswith("|")]
        assert {line.replace("\\|", "").count("|") for line in rows} <= {4, 6}
