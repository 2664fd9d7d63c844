"""The lines of a container's log: each once and whole, also when the connection breaks and is made again."""

from __future__ import annotations

from collections.abc import Callable, Iterable


class ContainerLog:
    """Puts lines together out of what the engine sends: pieces, each with its time in front."""

    def __init__(self, on_line: Callable[[str], None]) -> None:
        self._on_line = on_line
        self._pending = b""
        self._latest = b""
        self._of_latest = 0

    def feed(self, pieces: Iterable[bytes]) -> None:
        """The log from its beginning; what an earlier connection has brought already is passed over."""
        again = 0
        for piece in pieces:
            at, _, text = piece.partition(b" ")
            if at < self._latest:
                continue
            if at > self._latest:
                self._latest, self._of_latest, again = at, 0, 0
            again += 1
            if again > self._of_latest:
                self._of_latest = again
                self._take(text)

    def end(self) -> None:
        """There is no more: a last line need not have an end."""
        self._say(self._pending)
        self._pending = b""

    def _take(self, text: bytes) -> None:
        *lines, self._pending = (self._pending + text).split(b"\n")
        for line in lines:
            self._say(line)

    def _say(self, line: bytes) -> None:
        if text := line.decode(errors="replace").rstrip("\r"):
            self._on_line(text)
