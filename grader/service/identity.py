"""Who somebody is. Pages ask `identify`, programs `identify_program`, and nothing else decides.

Links come first. A JupyterHub's sign-in and an LTI launch have their place in `WAYS`: each way says for a request who that is, or that it
doesn't know.
"""

import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from starlette.requests import Request
from starlette.responses import Response

from grader.service.people import INSTRUCTOR, Person
from grader.service.tokens import HAND_IN, LINK, SESSION

if TYPE_CHECKING:
    from grader.service.service import Service

DAY_SECONDS = 86_400


@dataclass(frozen=True)
class Session:
    """A person at a browser; id: what the guards of its forms are made from."""

    person: Person
    id: str

    @property
    def instructs(self) -> bool:
        return self.person.role == INSTRUCTOR


def identify(request: Request) -> Session | None:
    """The session that a request belongs to, or None."""
    return next((found for way in WAYS if (found := way(request))), None)


def identify_program(request: Request) -> Person | None:
    """The person whose token a program shows: the notebook's own, or a personal link's."""
    scheme, _space, token = request.headers.get("authorization", "").partition(" ")
    service: Service = request.app.state.service
    if scheme.lower() != "bearer":
        return None
    for purpose in (HAND_IN, LINK):
        if found := person_of(service, service.tokens.read(purpose, token.strip())):
            return found
    return None


def person_of(service: "Service", what: dict | None) -> Person | None:
    """The person whom a token was made for, as long as the link of then is good."""
    if what is None or not isinstance(what.get("id"), str):
        return None
    person = service.people.find(what["id"])
    return person if person and person.link == what.get("link") else None


def by_cookie(request: Request) -> Session | None:
    """Links set a cookie on first use."""
    service: Service = request.app.state.service
    token = request.cookies.get(cookie_name(service), "")
    what = service.tokens.read(SESSION, token, service.policy.session_days * DAY_SECONDS) if token else None
    person = person_of(service, what)
    if not person or not what or service.people.has_ended(str(what.get("session"))):
        return None
    return Session(person, str(what["session"]))


WAYS: list[Callable[[Request], Session | None]] = [by_cookie]


def sign_in(service: "Service", response: Response, person: Person) -> None:
    """Set the cookie of a new session."""
    token = service.tokens.make(SESSION, id=person.id, link=person.link, session=secrets.token_urlsafe(18))
    response.set_cookie(
        cookie_name(service),
        token,
        max_age=int(service.policy.session_days * DAY_SECONDS),
        path="/",
        secure=service.secure,
        httponly=True,
        samesite="lax",
    )


def sign_out(service: "Service", response: Response, session: Session) -> None:
    """End a session, whoever has a copy of its cookie."""
    service.people.end(session.id, time.time() + service.policy.session_days * DAY_SECONDS)
    response.delete_cookie(cookie_name(service), path="/", secure=service.secure, httponly=True, samesite="lax")


def cookie_name(service: "Service") -> str:
    """Browsers take a cookie of this name from this very host alone, where it is reached by TLS."""
    return "__Host-grader" if service.secure else "grader-session"
