"""Questions to one student process, and answers: every one has a number and a deadline, and then the process is killed."""

import os
import select
import signal
import socket
import time
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from . import walls, wire
from .limits import Limits

AHEAD = 1 << 16  # bytes of requests sent before the first of them is answered: what a socket takes, whoever reads


class Ended(Exception):
    """The child will not answer. reason: "timeout", "died" or "malformed"; limit: which limit it died of, "cpu_seconds",
    "files" or "threads", where that is known."""

    def __init__(self, reason: str, limit: str = ""):
        super().__init__(reason)
        self.reason = reason
        self.limit = limit


class Child:
    """One student process. Every answer is waited for until a deadline, and then the process is killed.

    usage: once it is dead, what it used and how it ended, as the fork server tells. received: what its answers weigh here, in bytes.
    """

    def __init__(self, connection: socket.socket, pidfd: int, reap: Callable[[], dict[str, Any] | None], limits: Limits):
        self._connection = connection
        self._pidfd: int | None = pidfd
        self._reap = reap
        self._limits = limits
        self.usage: dict[str, Any] | None = None
        self.received = 0
        self._asked = 0
        self._read = bytearray()  # received, and not yet looked at

    def begin(self) -> None:
        """Hear that the walls stand, before anything else. Raises walls.NoWalls."""
        first = self.ask({"do": "begin"}, 10.0)
        if "unconfined" in first:
            self.close()
            raise walls.NoWalls(str(first["unconfined"])[:300])

    @property
    def alive(self) -> bool:
        return self._pidfd is not None

    def ask(self, request: dict[str, Any], seconds: float, known: wire.Known | None = None) -> dict[str, Any]:
        """The answer, a dict of wire values, to `request` within `seconds`. Raises Ended; the child is dead then.

        known: for what is answered in parts."""
        return next(self.ask_each([request], seconds, known))

    def ask_each(
        self, requests: Iterable[dict[str, Any]], seconds: float, known: wire.Known | None = None
    ) -> Iterator[dict[str, Any]]:
        """Yield the answer to each of the requests, which are sent ahead, all within `seconds`. Raises Ended in place of the one
        that it came to; the child is dead then. Raises walls.NoWalls where the fork server is, too: the submission ended nothing."""
        deadline = time.monotonic() + seconds
        try:
            ahead, numbers = b"", list[int]()
            for request in requests:
                self._asked += 1
                try:
                    framed = wire.frame(wire.encode_ours({**request, "number": self._asked}))
                except wire.Malformed:
                    yield from self._exchange(ahead, numbers, deadline, known)
                    raise
                if ahead and len(ahead) + len(framed) > AHEAD:
                    yield from self._exchange(ahead, numbers, deadline, known)
                    ahead, numbers = b"", []
                ahead += framed
                numbers.append(self._asked)
            yield from self._exchange(ahead, numbers, deadline, known)
        except wire.Malformed:
            raise self._ended("malformed") from None
        except TimeoutError:
            raise self._ended("timeout") from None
        except OSError:
            raise self._ended("died") from None

    def _exchange(self, framed, numbers, deadline, known):
        """Send requests; yield the answer to each."""
        self._connection.settimeout(max(deadline - time.monotonic(), 0.001))
        self._connection.sendall(framed)
        for asked in numbers:
            answer, weight = wire.weighed(wire.read_message(lambda n: self._read_exactly(n, deadline)), known)
            self.received += weight
            number = answer.get("number") if type(answer) is dict else None
            if type(number) is not int or number != asked:
                raise wire.Malformed("an answer to no question")
            yield answer

    def _read_exactly(self, n, deadline):
        read = self._read
        while len(read) < n:
            left = deadline - time.monotonic()
            if left <= 0:
                raise TimeoutError
            self._connection.settimeout(left)
            part = self._connection.recv(min(max(n - len(read), 1 << 14), 1 << 20))
            if not part:
                raise ConnectionError
            read += part
        self._read = read[n:]
        return bytes(read[:n])

    def _ended(self, reason):
        self.close()
        if self.usage is None:
            return walls.NoWalls("the fork server ended")
        return Ended(reason, self._limit_exceeded() if reason == "died" else "")

    def _limit_exceeded(self):
        # the kernel counts in ticks here, and more exactly there
        out_of_time = self.usage["signal"] == signal.SIGKILL and self.usage["cpu_seconds"] > 0.7 * self._limits.cpu_seconds
        return self.usage["breach"] or ("cpu_seconds" if out_of_time else "")

    def close(self) -> None:
        """Kill the process, whatever it does, and learn what it used."""
        if self._pidfd is None:
            return
        try:
            signal.pidfd_send_signal(self._pidfd, signal.SIGKILL)
        except ProcessLookupError:
            pass
        select.select([self._pidfd], [], [])
        os.close(self._pidfd)
        self._pidfd = None
        self._connection.close()
        self.usage = self._reap()
