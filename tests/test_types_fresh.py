"""The browser's types are those of the server."""

from accord.live import typescript


def test_the_types_of_the_browser_are_those_of_the_server() -> None:
    fresh = typescript.TARGET.read_text(encoding="utf-8")
    assert fresh == typescript.generate(), "stale: run `python -m accord.live.typescript`"


def test_every_command_and_record_has_a_type_of_its_tag() -> None:
    text = typescript.generate()
    for tag in ("add_note", "park", "own_consent", "parked_item", "going_away"):
        assert f'  t: "{tag}";' in text
