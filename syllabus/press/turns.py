"""Numbers of things to do, for several processes at once: whoever has a hand free takes the next."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

BYTES = 2
"""Of a number: a pipe holds some 30,000."""


class Turns:
    """Numbers that are taken one by one, each once, by this process and its copies: they lie in a pipe that all of them hold."""

    def __init__(self) -> None:
        self._taking, self._laying = os.pipe()
        for end in (self._taking, self._laying):
            os.set_blocking(end, False)

    def lay(self, count: int) -> None:
        """Lay out the numbers from 0, where none is left."""
        os.write(self._laying, b"".join(number.to_bytes(BYTES, "big") for number in range(count)))

    def __iter__(self) -> Iterator[int]:
        while True:
            try:
                taken = os.read(self._taking, BYTES)
            except BlockingIOError:
                return
            yield int.from_bytes(taken, "big")

    def close(self) -> None:
        for end in (self._taking, self._laying):
            os.close(end)
