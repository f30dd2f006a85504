"""What stands before every request: the host that it names, where a form comes from, how often somebody asks; and the headers of every answer."""

import asyncio
import collections
import time
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from grader.words import _

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'{inline}; connect-src 'self'; img-src 'self' data:; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
STRICT = POLICY.format(inline="")
WITH_STYLES = POLICY.format(inline=" 'unsafe-inline'")  # of the feedback page, which stands alone elsewhere
LOOPBACK = ("localhost", "127.0.0.1", "::1")
SAFE_METHODS = ("GET", "HEAD")
HEAD_BYTES = 16_384
DRAINED_BYTES = 24 << 20
DRAIN_SECONDS = 5.0
TOO_SLOW = 408
BUCKETS = 10_000  # people and addresses whose haste is remembered


class Guard:
    """An ASGI application around another one. address: as which the server is reached, https://grader.example.edu for example."""

    def __init__(self, app: ASGIApp, address: str):
        self._app = app
        parts = urlsplit(address)
        self._address, self._scheme = address, parts.scheme
        self._hosts = {parts.netloc.lower()}
        if parts.hostname in LOOPBACK:
            self._hosts |= {f"{name}:{parts.port}" if parts.port else name for name in ("localhost", "127.0.0.1", "[::1]")}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return

        body = _Body(receive, scope["method"] in SAFE_METHODS)

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                self._add_headers(headers, scope["path"])
                if message["status"] != TOO_SLOW:
                    await body.drain()
                if not body.ended:
                    headers["connection"] = "close"
            await send(message)

        refusal = self._refusal(scope)
        await (refusal or self._app)(scope, body.receive, send_guarded)

    def _refusal(self, scope):
        headers = Headers(scope=scope)
        if sum(len(name) + len(value) for name, value in scope["headers"]) > HEAD_BYTES:
            return PlainTextResponse(_("The headers are too long."), 431)
        host = headers["host"].lower() if len(headers.getlist("host")) == 1 else ""
        if host not in self._hosts:
            if scope["path"] == "/healthz":
                return None  # asked by monitors under whatever name
            return PlainTextResponse(_("This server is {address}.").format(address=self._address), 421)
        if scope["method"] not in SAFE_METHODS and not scope["path"].startswith("/api/"):
            origin, site = headers.get("origin"), headers.get("sec-fetch-site")
            if (origin is not None and origin != f"{self._scheme}://{host}") or site not in (None, "same-origin"):
                return PlainTextResponse(_("This form comes from another site, and was not taken."), 403)
        return None

    def _add_headers(self, headers, path):
        headers.setdefault("content-security-policy", STRICT)
        headers.setdefault("cache-control", "no-store")
        headers["x-content-type-options"] = "nosniff"
        headers["x-frame-options"] = "DENY"
        headers["referrer-policy"] = "same-origin"
        headers["cross-origin-opener-policy"] = "same-origin"
        headers["cross-origin-resource-policy"] = "same-origin"
        headers["permissions-policy"] = "camera=(), geolocation=(), microphone=()"
        if self._scheme == "https":
            headers["strict-transport-security"] = "max-age=31536000"


class _Body:
    """What follows a request's headers, and whether all of it has come."""

    def __init__(self, receive: Receive, ended: bool):
        self._receive, self.ended = receive, ended

    async def receive(self) -> Message:
        message = await self._receive()
        self.ended = self.ended or not message.get("more_body", False)
        return message

    async def drain(self) -> None:
        """Take in what a request that was refused still sends, or whoever sends it may not hear why; but not without end."""
        left, until = DRAINED_BYTES, time.monotonic() + DRAIN_SECONDS
        while not self.ended and left > 0 and (wait := until - time.monotonic()) > 0:
            try:
                message = await asyncio.wait_for(self.receive(), wait)
            except TimeoutError:
                return
            left -= len(message.get("body", b""))


class Haste:
    """How often somebody may do something: `burst` times at once, and then once every `seconds`."""

    def __init__(self, burst: int, seconds: float):
        self._burst, self._seconds = burst, seconds
        self._full_at: collections.OrderedDict[str, float] = collections.OrderedDict()

    def wait(self, who: str) -> float:
        """0 where it may be done, which then counts; else after how many seconds."""
        now = time.monotonic()
        busy_until = max(now, self._full_at.get(who, 0.0))
        wait = busy_until - now - (self._burst - 1) * self._seconds
        if wait > 0:
            return wait
        self._full_at[who] = busy_until + self._seconds
        self._full_at.move_to_end(who)
        while len(self._full_at) > BUCKETS:
            self._full_at.popitem(last=False)
        return 0.0
