"""Pages already made for a state of a workshop."""

import asyncio
from collections import OrderedDict
from collections.abc import Callable
from typing import Final

KEPT: Final = 64  # pages made for one state, in one language


class Pages:
    """Pages already made: five hundred people who look at the preview cost one."""

    def __init__(self) -> None:
        self._made: OrderedDict[tuple[object, ...], asyncio.Task[str]] = OrderedDict()

    async def get(self, key: tuple[object, ...], make: Callable[[], str]) -> str:
        """`make` runs beside the event loop: states never change, so nothing can change under it."""
        task = self._made.get(key)
        if task is None:
            task = self._made[key] = asyncio.ensure_future(asyncio.to_thread(make))
            while len(self._made) > KEPT:
                self._made.popitem(last=False)
        try:
            return await asyncio.shield(task)
        except Exception:
            self._made.pop(key, None)
            raise
