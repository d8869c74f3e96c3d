"""workshop.json shows whether it is as it was written."""

import msgspec
import pytest
from tests.support.agreed import sample
from tests.support.tampering import changes

from accord.agreement import json
from accord.errors import Refused

CHANGES = 350


@pytest.fixture(scope="module")
def export() -> bytes:
    return json.write(sample(owed=0), "w1", 99, "ab" * 32, 1_796_900_000_000)


def test_an_export_as_it_was_written_has_no_findings(export: bytes) -> None:
    assert json.findings(export) == []
    assert json.content(export)


def test_every_random_change_of_an_export_is_found(export: bytes) -> None:
    assert [what for what, changed in changes(export, CHANGES, seed=3) if not json.findings(changed)] == []


def test_what_was_changed_is_not_taken_in(export: bytes) -> None:
    tree = msgspec.json.decode(export)
    tree["seq"] += 1
    changed = msgspec.json.encode(tree)
    assert set(json.findings(changed)) == {"form", "digest"}
    with pytest.raises(Refused) as refused:
        json.content(changed)
    assert refused.value.detail == {"where": "digest"}


def test_the_same_content_written_in_another_way_is_taken_in_but_is_not_the_file(export: bytes) -> None:
    """A browser reads it and sends it on."""
    other = msgspec.json.encode(msgspec.json.decode(export))
    assert json.findings(other) == ["form"]
    assert json.content(other)


def test_an_export_from_before_there_were_digests_is_taken_in_and_proves_nothing(export: bytes) -> None:
    tree = msgspec.json.decode(export)
    del tree["digest"]
    old = msgspec.json.encode(tree)
    assert json.content(old)
    assert "digest" in json.findings(old)


def test_words_that_do_not_go_with_their_fingerprint_are_found_even_under_a_new_digest(export: bytes) -> None:
    """Whoever computes the digest anew still has not got the signed words."""
    tree = msgspec.json.decode(export)
    version = tree["state"]["versions"]["1.0"]
    version["content"] = version["content"].replace("Watomir", "Wotamir")
    tree.pop("digest")
    forged = msgspec.json.decode(msgspec.json.encode({**tree, "digest": ""}), type=json.Export)
    forged = msgspec.structs.replace(forged, digest=json._digest(forged))
    assert json.findings(json._written(forged)) == ["words"]
