"""Start the server: one process, which ends in order when it is asked to."""

import asyncio
import contextlib
import ipaddress
import logging
import signal
import socket
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

import h11
import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from grader import files
from grader.course.folder import Course, CourseError
from grader.service.app import application
from grader.service.attempts import Attempts
from grader.service.grading_queue import GradingQueue
from grader.service.guard import HEAD_BYTES
from grader.service.news import News
from grader.service.people import INSTRUCTOR, People, Person
from grader.service.policy import Policy
from grader.service.service import Service
from grader.service.tokens import Tokens
from grader.words import _

HEAD_SECONDS = 15.0  # for the first line and the headers of a request
CONNECTIONS = 1_000
GOODBYE_SECONDS = 10


class Protocol(H11Protocol):
    """HTTP as uvicorn speaks it, and a request whose headers don't come in time ends the connection."""

    _head_timer: asyncio.TimerHandle | None = None

    def connection_made(self, transport: Any) -> None:
        super().connection_made(transport)
        self._head_timer = self.loop.call_later(HEAD_SECONDS, self._too_slow)

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        waits = self.conn.their_state is h11.IDLE and bool(self.conn.trailing_data[0])  # for the rest of the headers
        if not waits and self._head_timer:
            self._head_timer.cancel()
            self._head_timer = None
        elif waits and not self._head_timer:
            self._head_timer = self.loop.call_later(HEAD_SECONDS, self._too_slow)

    def connection_lost(self, exc: Exception | None) -> None:
        if self._head_timer:
            self._head_timer.cancel()
        super().connection_lost(exc)

    def _too_slow(self):
        self._head_timer = None
        self.transport.close()


def make_service(course: Course, address: str, *, jobs: int | None = None, isolation: str | None = None) -> Service:
    """A course's Service, not started yet. Raises CourseError for settings that can't be."""
    for name in (None, *course.assignments()):
        Policy.of(course, name)
    news, attempts = News(), Attempts(course)

    def changed(student: str, assignment: str) -> None:
        news.tell("class")

    queue = GradingQueue(course, attempts, jobs=jobs, isolation=isolation, on_change=changed)
    return Service(course, address, attempts, queue, People(course), Tokens(course), Policy.of(course), news)


def serve(
    course: Course,
    *,
    host: str = "127.0.0.1",
    port: int = 8000,
    address: str | None = None,
    jobs: int | None = None,
    isolation: str | None = None,
    on_ready: Callable[[Service], object] = lambda service: None,
) -> None:
    """Serve until interrupted. address: as which the server is reached, where a proxy in front of it ends TLS; without it, only this
    machine reaches it. on_ready(service): called once it answers. Raises CourseError, files.Busy, OSError."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as listening, _alone(course):
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        _refuse_plain_http(host, address)
        try:
            listening.bind((host, port))
        except OSError as error:
            why = _("port {port} of {host} can't be used: {why}").format(port=port, host=host, why=error.strerror)
            raise CourseError(why + ".") from None
        shown = f"[{host}]" if ":" in host else host
        service = make_service(
            course, (address or f"http://{shown}:{listening.getsockname()[1]}").rstrip("/"), jobs=jobs, isolation=isolation
        )
        config = uvicorn.Config(
            application(service),
            http=Protocol,
            ws="none",
            lifespan="on",
            log_config=None,
            access_log=False,  # a link in an address is a key
            server_header=False,
            date_header=True,
            proxy_headers=address is not None,
            forwarded_allow_ips="127.0.0.1,::1",
            limit_concurrency=CONNECTIONS,
            h11_max_incomplete_event_size=HEAD_BYTES,
            timeout_keep_alive=30,
            timeout_graceful_shutdown=GOODBYE_SECONDS,
        )
        _Server(config, service, lambda: on_ready(service)).run(sockets=[listening])


class _Server(uvicorn.Server):
    """uvicorn, which says when it is ready, and which tells pages that wait for news to end when it does."""

    def __init__(self, config, service, on_ready):
        super().__init__(config)
        self._service, self._on_ready = service, on_ready

    async def startup(self, sockets=None):
        await super().startup(sockets)
        if self.started:
            self._on_ready()

    def handle_exit(self, sig, frame):
        self._service.closing = True
        if self._service.news.loop:
            self._service.news.loop.call_soon_threadsafe(self._service.news.wake_all)
        super().handle_exit(sig, frame)

    @contextlib.contextmanager
    def capture_signals(self):
        """As uvicorn has it, but without raising the signal again once all has ended in order."""
        before = {sig: signal.signal(sig, self.handle_exit) for sig in (signal.SIGINT, signal.SIGTERM)}
        try:
            yield
        finally:
            for sig, handler in before.items():
                signal.signal(sig, handler)


def instructor(people: People, name: str = "instructor") -> Person:
    """The instructor of this name, entered where there is none yet."""
    found = people.find(name)
    if found is None or found.role != INSTRUCTOR:
        people.enter([(name, "", "", "")], INSTRUCTOR)
        found = people.find(name) or people.renew(name)
    return found


@contextlib.contextmanager
def _alone(course):
    """No other server of this course runs meanwhile. Raises files.Busy."""
    with contextlib.ExitStack() as held:
        try:
            held.enter_context(files.lock(course.state / "serve-lock"))
        except files.Busy:
            raise files.Busy(_("A server of this course is running already.")) from None
        yield


def _refuse_plain_http(host, address):
    parts = urlsplit(address) if address else None
    if parts and (parts.scheme not in ("https", "http") or not parts.netloc or parts.path not in ("", "/")):
        raise CourseError(_("{address!r} is no address like https://grader.example.edu.").format(address=address))
    if not is_loopback(host) and (parts is None or parts.scheme != "https"):
        raise CourseError(
            _(
                "{host} can be reached from other machines: put a proxy that ends TLS in front, and say --address https://…."
            ).format(host=host)
        )
    if parts and parts.scheme == "http" and not is_loopback(parts.hostname or ""):
        raise CourseError(_("{address!r} would send keys in the open; it must be https.").format(address=address))


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches it."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def log_to_terminal() -> None:
    """What goes wrong, on standard error: never a link, never what was handed in."""
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
