"""Signed tokens: links, sessions, the notebook's own, and what guards a form. Their key is the server's own, never the course's secret.

A token is good for one purpose alone, and for as long as the person's link is: a revoked link ends all that was made with it.
"""

import hashlib
import hmac
import os
from typing import Any

from itsdangerous import BadSignature, URLSafeTimedSerializer

from grader import files
from grader.course.folder import Course

LINK, SESSION, HAND_IN, LOOK = "link", "session", "hand-in", "look"
LOOK_SECONDS = 600  # for which the link that a notebook shows is good
KEY_BYTES = 32


class Tokens:
    """Makes and reads the tokens of one course."""

    def __init__(self, course: Course):
        path = course.state / "service-key"
        if not path.is_file():
            files.write(path, os.urandom(KEY_BYTES).hex(), mode=0o600)
        self._key = path.read_bytes().strip()

    def make(self, purpose: str, **what: Any) -> str:
        return self._signer(purpose).dumps(what)

    def read(self, purpose: str, token: str, seconds: float | None = None) -> dict[str, Any] | None:
        """What is in a token made for this purpose, no older than `seconds`; None for any other."""
        if not token.isascii() or len(token) > 1_000:
            return None
        try:
            what = self._signer(purpose).loads(token, max_age=None if seconds is None else int(seconds))
        except BadSignature:
            return None
        return what if isinstance(what, dict) else None

    def guard(self, session: str) -> str:
        """What a form of this session carries, and no other."""
        return hmac.new(self._key, b"form:" + session.encode(), hashlib.sha256).hexdigest()

    def guards(self, session: str, given: object) -> bool:
        return isinstance(given, str) and hmac.compare_digest(self.guard(session).encode(), given.encode("utf-8", "replace"))

    def _signer(self, purpose):
        return URLSafeTimedSerializer(self._key, salt=f"grader.{purpose}", signer_kwargs={"digest_method": hashlib.sha256})
