"""Questions to one student process, and answers: every one has a number and a deadline, and then the process is killed."""

import os
import select
import signal
import time

from . import walls, wire


class Ended(Exception):
    """The child will not answer: `reason` is "timeout", "died" or "malformed"."""

    def __init__(self, reason, seconds=None):
        super().__init__(reason)
        self.reason = reason
        self.seconds = seconds


class Child:
    """One student process. Every answer is waited for until a deadline, and then the process is killed."""

    def __init__(self, connection, pidfd, reap):
        self._connection = connection
        self._pidfd = pidfd
        self._reap = reap
        self.usage = None
        self._asked = 0

    def begin(self):
        """Hear that the walls stand, before anything else. Raises walls.NoWalls."""
        first = self.ask({"do": "begin"}, 10.0)
        if "unconfined" in first:
            self.close()
            raise walls.NoWalls(str(first["unconfined"])[:300])

    @property
    def alive(self):
        return self._pidfd is not None

    def ask(self, request, seconds):
        """The answer, a dict of wire values, to `request` within `seconds`. Raises Ended; the child is dead then."""
        deadline = time.monotonic() + seconds
        try:
            self._asked += 1
            self._connection.settimeout(seconds)
            self._connection.sendall(wire.frame(wire.encode({**request, "number": self._asked})))
            answer = wire.decode(wire.read_message(lambda n: self._read_exactly(n, deadline)))
            if type(answer) is not dict or answer.get("number") != self._asked:
                raise wire.Malformed("an answer to no question")
            return answer
        except wire.Malformed:
            self.close()
            raise Ended("malformed") from None
        except TimeoutError:
            self.close()
            raise Ended("timeout", seconds) from None
        except OSError:
            self.close()
            raise Ended("died") from None

    def _read_exactly(self, n, deadline):
        parts = []
        while n:
            left = deadline - time.monotonic()
            if left <= 0:
                raise TimeoutError
            self._connection.settimeout(left)
            part = self._connection.recv(min(n, 1 << 20))
            if not part:
                raise ConnectionError
            parts.append(part)
            n -= len(part)
        return b"".join(parts)

    def close(self):
        """Kill the process, whatever it does, and learn what it used."""
        if not self.alive:
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
