"""Every refusal and everything the command line says has a sentence in both languages, and none is left over."""

import re
from pathlib import Path

import pytest
from fluent.syntax import ast, parse
from fluent.syntax.visitor import Visitor

import accord
from accord.domain.catalogue import LANGUAGES
from accord.errors import CODES

PACKAGE = Path(accord.__file__).parent


def messages(area: str, language: str) -> dict[str, ast.Message]:
    text = (PACKAGE / "words" / language / f"{area}.ftl").read_text("utf-8")
    found = parse(text).body
    assert [entry for entry in found if isinstance(entry, ast.Junk)] == []
    kept = [entry for entry in found if isinstance(entry, ast.Message)]
    assert len({message.id.name for message in kept}) == len(kept)
    return {message.id.name: message for message in kept}


class Details(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:
        self.names.add(node.id.name)


def variables(message: ast.Message) -> set[str]:
    found = Details()
    found.visit(message)
    return found.names


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_refusal_has_a_sentence(language: str) -> None:
    wanted = {f"refused-{code}" for code in CODES}
    assert wanted - set(messages("refused", language)) == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_the_command_line_says_is_said_in_every_language(language: str) -> None:
    source = "".join((PACKAGE / name).read_text() for name in ("cli.py", "http/pages.py"))
    said = set(re.findall(r'(?:say|words|stop)\(\s*"([\w-]+)"', source)) | set(re.findall(r'"cli-([\w-]+)"', source))
    said |= {f"help-{name}" for name in re.findall(r'option\("(\w+)"', source)}
    said = {one.removeprefix("cli-") for one in said if one != "cli"}
    said |= {"store-full", "data-readonly", "store-broken", "store-used"}
    assert {one.removeprefix("cli-") for one in messages("cli", language)} == said


@pytest.mark.parametrize("area", ["refused", "cli"])
def test_both_languages_fill_in_the_same_details(area: str) -> None:
    polish, english = messages(area, "pl"), messages(area, "en")
    assert {name: variables(message) for name, message in polish.items()} == {
        name: variables(message) for name, message in english.items()
    }
    assert any(variables(message) for message in english.values()), "the control: details are found"


@pytest.mark.parametrize("area", ["refused", "cli"])
def test_polish_addresses_nobody_by_gender(area: str) -> None:
    text = (PACKAGE / "words" / "pl" / f"{area}.ftl").read_text("utf-8")
    assert re.findall(r"\b\w+(?:łeś|łaś|łbyś|łabyś)\b|\(-a\)", text) == []
    assert re.findall(r"\b\w+łeś\b", "zapisałeś") == ["zapisałeś"], "the control"
