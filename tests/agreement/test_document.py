"""The document printed and read back."""

import re
import subprocess
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import msgspec
import pdfua
import pikepdf
import pytest
from fontTools.ttLib import TTFont
from tests.agreement.conftest import pages, squeezed
from tests.support.agreed import PANGRAM, PEOPLE, Day, founding, sample

from accord import resources
from accord.agreement import html
from accord.agreement.draft import WORKING, Draft, Party, draft
from accord.agreement.printing import Attached
from accord.domain import commands as c
from accord.domain.catalogue import Language
from accord.domain.state import State

Pdf = Callable[..., Path]
SCRIPTS = "🙂🚀 שלום עולם مرحبا ✓ ☐ ≥ 𝓗"
CREDIT = "Team Canvas – Alexey Ivanov and Dmitry Voloshchuk, theteamcanvas.com, CC BY-SA 4.0. Adapted."


@pytest.fixture(scope="module")
def state() -> State:
    return sample()


@pytest.mark.parametrize("language", ["pl", "en"])
def test_every_polish_letter_every_clause_and_every_signer_is_read_back(
    state: State, language: Language, pdf: Pdf
) -> None:
    made = draft(state, language)
    text = squeezed(" ".join(pages(pdf(html.page(made)))))
    assert squeezed(PANGRAM) in text
    assert all(squeezed(clause.text) in text for clause in made.clauses)
    assert all(squeezed(name) in text for _, name, _ in PEOPLE)
    assert squeezed("Czeka na podpis" if language == "pl" else "Signature owed") in text


def test_emoji_and_right_to_left_words_and_symbols_are_read_back(pdf: Pdf) -> None:
    text = squeezed(" ".join(pages(pdf(html.page(draft(sample(SCRIPTS), "pl"))))))
    assert all(word in text for word in SCRIPTS.split())


def test_all_fonts_are_ours_and_embedded(pdf: Pdf) -> None:
    path = pdf(html.page(draft(sample(f"{PANGRAM} {SCRIPTS}"), "pl")))
    lines = subprocess.run(["pdffonts", path], check=True, capture_output=True, text=True).stdout.splitlines()[2:]
    assert len(lines) >= 6
    for line in lines:
        assert re.search(r"\+(Source-S|Noto-)", line), line
        assert line.split()[-5:-2] == ["yes", "yes", "yes"], line


def test_no_page_uses_a_face_it_did_not_link() -> None:
    """What html calls common letters is in both families."""
    faces = [TTFont(path).getBestCmap() for path in resources.exports().glob("fonts/Source*-Regular.woff2")]
    assert len(faces) == 2
    common = [letter for letter in map(chr, range(0x3000)) if letter.isprintable() and not html._RARE.match(letter)]
    assert {"ą", "ż", "–", "€", "→"} <= set(common)
    missing = [c for c in common if not any(ord(c) in face for face in faces)]
    assert not missing


def test_rare_faces_are_linked_only_when_needed() -> None:
    plain = msgspec.structs.replace(draft(sample(), "pl"), signatures=(), sides=_without_people(draft(sample(), "pl")))
    assert "fallback.css" not in html.page(plain)
    assert "fallback.css" in html.page(msgspec.structs.replace(plain, company="🙂"))


def _without_people(made: Draft) -> Any:
    return tuple(msgspec.structs.replace(side, people=()) for side in made.sides)


def test_language_title_tags_bookmarks_and_claims_are_set(state: State, pdf: Pdf) -> None:
    for language in ("pl", "en"):
        with pikepdf.open(pdf(html.page(draft(state, language)))) as file:
            assert file.Root.Lang == language
            assert file.Root.MarkInfo.Marked
            assert file.Root.ViewerPreferences.DisplayDocTitle
            assert PANGRAM in str(file.docinfo["/Title"])
            with file.open_metadata() as metadata, file.open_outline() as outline:
                assert metadata.pdfa_status == "3A"
                assert metadata["pdfuaid:part"] == "1"
                assert len(outline.root) == 1
                assert len(outline.root[0].children) > 13


def test_headings_do_not_skip_header_cells_have_a_scope_and_figures_a_text(state: State, pdf: Pdf) -> None:
    with pikepdf.open(pdf(html.page(draft(state, "pl")))) as file:
        found = list(_elements(file.Root.StructTreeRoot))
    levels = [int(kind[1:]) for kind, _ in found if re.fullmatch(r"H\d", kind)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    headers = [element for kind, element in found if kind == "TH"]
    assert len(headers) > 10
    assert {str(_attributes(one)["/Scope"]) for one in headers} == {"/Row", "/Column"}
    figures = [element for kind, element in found if kind == "Figure"]
    assert figures
    assert all(str(one.get("/Alt", "")) for one in figures)


def _elements(element: Any) -> Iterator[tuple[str, Any]]:
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield str(kid.S)[1:], kid
            yield from _elements(kid)


def _attributes(element: Any) -> dict[str, Any]:
    found = element.get("/A", {})
    return {
        key: value for one in (found if isinstance(found, pikepdf.Array) else [found]) for key, value in one.items()
    }


@pytest.mark.parametrize("language", ["pl", "en"])
def test_the_accessibility_checker_finds_nothing(state: State, language: Language, pdf: Pdf) -> None:
    report = pdfua.validate(str(pdf(html.page(draft(state, language)))))
    assert not report.findings


def test_every_page_says_version_fingerprint_and_its_number(state: State, pdf: Pdf) -> None:
    latest = state.latest
    assert latest
    found = pages(pdf(html.page(draft(state, "pl"))))
    groups = " ".join(latest.hash[at : at + 4] for at in (0, 4, 8, 12))
    for number, page in enumerate(found, 1):
        assert f"wersja 1.0 · {groups}" in page
        assert f"{number} z {len(found)}" in page


def test_a_file_is_attached_as_it_is_and_the_same_input_gives_the_same_bytes(state: State, pdf: Pdf) -> None:
    attached = Attached("agreement.json", b'{"x":1}', "Treść wersji", at=1_796_800_000_000)
    page = html.page(draft(state, "pl"))
    first = pdf(page, (attached,)).read_bytes()
    with pikepdf.open(pdf(page, (attached,))) as file:
        assert file.attachments["agreement.json"].get_file().read_bytes() == b'{"x":1}'
    assert pdf(page, (attached,)).read_bytes() == first


def test_the_credit_stands_on_every_canvas(state: State, pdf: Pdf) -> None:
    found = pages(pdf(html.page(draft(state, "en"))))
    canvases = [page for page in found if "Team Canvas" in page and ("Team Canvas Basic" in page or "complete" in page)]
    drawn = [page for page in canvases if CREDIT in page]
    assert len(drawn) >= 2
    step = draft(state, "en").boards[0].step
    assert CREDIT in html.board(draft(state, "en"), step)


def test_a_board_alone_prints_too(state: State, pdf: Pdf) -> None:
    made = draft(state, "pl")
    for board in made.boards:
        text = squeezed(" ".join(pages(pdf(html.board(made, board.step)))))
        assert squeezed(board.name) in text


def test_five_hundred_names_run_over_the_pages_and_none_is_lost(state: State, pdf: Pdf) -> None:
    made = draft(state, "pl")
    crowd = tuple(Party(f"Osoba-{number:03}") for number in range(250))
    sides = tuple(msgspec.structs.replace(side, people=crowd) for side in made.sides)
    text = squeezed(" ".join(pages(pdf(html.page(msgspec.structs.replace(made, sides=sides))))))
    assert all(text.count(person.name) >= 2 for person in crowd)


# --- what is in a draft ---


def test_sections_without_words_say_so_and_numbers_follow_the_sections(state: State) -> None:
    made = draft(state, "en")
    assert [s.number for s in made.sections] == [str(n) for n in range(1, 14)]
    open_ones = [s.id for s in made.sections if not s.covered]
    assert "period" in open_ones
    assert "definitions" not in open_ones
    page = html.page(made)
    body = page[page.index("<main>") : page.index("</main>")]
    # parties and signatures always say something
    assert body.count('<p class="open">Not covered yet.</p>') == len(set(open_ones) - {"parties", "signoff"})


def test_a_frozen_version_stays_what_it_was_when_the_words_move_on() -> None:
    day = _signed_day()
    before = draft(day.state, "pl")
    clause = next(iter(day.state.clauses.values()))
    day.ask("m1", c.TakePen(clause.id))
    day.ask("m1", c.WritePen(clause.id, "Nowe brzmienie", clause.wording.version))
    day.ask("m1", c.DropPen(clause.id))
    assert draft(day.state, "pl", "1.0").sections == before.sections
    assert draft(day.state, "pl").status == "draft"
    assert draft(day.state, "pl").version == "1.1"
    texts = {clause.text: clause for clause in draft(day.state, "pl", WORKING).clauses}
    assert texts["Nowe brzmienie"].edited


def test_decisions_reservations_and_refusals_are_printed() -> None:
    day = _signed_day(doubt="Wrócimy do tego", refusal="Za mało ludzi")
    page = html.page(draft(day.state, "pl"))
    for words in ("Podpisano z zastrzeżeniem", "Wrócimy do tego", "Odmówiono podpisu", "Za mało ludzi"):
        assert words in page.replace("\u00a0", " ")
    assert draft(day.state, "pl").status == "refused"


def test_everyone_signed_puts_it_in_force() -> None:
    made = draft(_signed_day().state, "en")
    assert made.status == "in_force"
    assert "signed by everyone" in html.page(made)


def test_a_draft_before_the_freeze_has_no_fingerprint_and_no_signatures() -> None:
    day = Day(founding(["canvas-basic"]), PEOPLE)
    made = draft(day.state, "pl")
    assert (made.version, made.status, made.hash, made.signatures) == ("1.0", "draft", "", ())
    assert "To jest projekt" in html.page(made)


def test_notes_before_the_reveal_and_hidden_teams_are_in_no_document() -> None:
    day = Day(founding(["canvas-basic", "risks"]), PEOPLE)
    goals, fears = day.prompt("canvas-basic/goals"), day.prompt("risks/fears")
    day.write(fears, [("m1", "Boję się ciszy")])
    day.open(goals, "write")
    day.ask("m1", c.AddNote("private-note", goals, "Jeszcze nieodsłonięte"))
    assert any(note.text == "Jeszcze nieodsłonięte" for note in day.state.notes.values())
    made = draft(day.state, "pl")
    assert "Jeszcze nieodsłonięte" not in html.page(made)
    shown = [note for board in made.boards for answer in board.answers for note in answer.notes]
    assert [(note.text, note.team) for note in shown] == [("Boję się ciszy", None)]
    day.open(goals, "reveal")
    assert "Jeszcze nieodsłonięte" in html.page(draft(day.state, "pl"))


def test_words_written_from_right_to_left_are_set_so() -> None:
    page = html.page(draft(sample("שלום עולם"), "pl"))
    assert '<h1 dir="rtl">' in page
    assert '<p class="said" dir="ltr">MQL: ' in page


def _signed_day(**reasons: str) -> Day:
    day = Day(founding(["canvas-basic"]), PEOPLE)
    goals = day.prompt("canvas-basic/goals")
    day.agree(goals, "20 nowych klientów", day.write(goals, [("m1", "Klienci")]))
    day.sign(**reasons)  # type: ignore[arg-type]
    return day
