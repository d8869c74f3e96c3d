"""Reads canvases/lint.yaml: what the check of the agreement reads for."""

from accord.domain.catalogue import LANGUAGES, Language, TermForm, Wordlists
from accord.domain.lint.terms import usable
from accord.reading import Folder, Spot


def read(folder: Folder) -> Wordlists:
    f = folder.root(folder.path / "lint.yaml", "soft_words vague_criteria penalty_words term_forms")
    soft, vague, penalty = (_words(f[name]) for name in ("soft_words", "vague_criteria", "penalty_words"))
    return Wordlists(soft, vague, penalty, _forms(f["term_forms"]))


def _words(spot: Spot) -> dict[Language, tuple[str, ...]]:
    f = spot.fields("pl en")
    return {language: f[language].ids() for language in LANGUAGES}


def _forms(spot: Spot) -> tuple[TermForm, ...]:
    found: dict[str, TermForm] = {}
    for one in spot.spots():
        form = _form(one)
        if form.id and form.id in found:
            one.wrong("content-id-twice", "id", value=form.id)
        found.setdefault(form.id, form)
    return tuple(found.values())


def _form(spot: Spot) -> TermForm:
    f = spot.fields("id pl en")
    return TermForm(f["id"].id(), _pattern(f["pl"]), _pattern(f["en"]))


def _pattern(spot: Spot) -> str:
    words = spot.words()
    if words and not usable(words):
        spot.wrong("content-not-a-pattern", value=words)
    return words
