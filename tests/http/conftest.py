"""A whole server without a network: real rooms and ledger, an application called directly, time that stands still."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from tests.support.site import Site


@pytest.fixture
async def site(tmp_path: Path) -> AsyncIterator[Site]:
    async with Site(tmp_path) as site:
        yield site
