"""How a page is answered, and a form taken: by whom, and whether it may be."""

from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from grader.pages.environment import environment
from grader.service.guard import STRICT, WITH_STYLES
from grader.service.identity import Session, identify
from grader.service.service import Service
from grader.service.uploads import receive_form
from grader.words import _

TEMPLATES = Path(__file__).parent / "templates"


def service_of(request: Request) -> Service:
    found: Service = request.app.state.service
    return found


def session_of(request: Request) -> Session:
    """Who is signed in. Raises HTTPException where nobody is."""
    session = identify(request)
    if session is None:
        raise HTTPException(401, _("Open your personal link to come in. Whoever teaches the course gives you one."))
    return session


def instructor_of(request: Request) -> Session:
    """An instructor's session. Raises HTTPException; to a student there is no such page."""
    session = session_of(request)
    if not session.instructs:
        raise nothing_here()
    return session


def nothing_here() -> HTTPException:
    return HTTPException(404, _("There is no such page."))


async def form_of(request: Request, session: Session) -> dict[str, str]:
    """The fields of a form that this session's own page sent. Raises HTTPException."""
    fields = await receive_form(request)
    check_guard(request, session, fields)
    if wait := service_of(request).forms.wait(session.person.id):
        raise slow_down(wait)
    return fields


def check_guard(request: Request, session: Session, fields: dict[str, str]) -> None:
    """Raises HTTPException for a form that this session's own page didn't send."""
    if not service_of(request).tokens.guards(session.id, fields.get("guard")):
        raise HTTPException(403, _("This form is not one of yours, or is too old: open the page again."))


def slow_down(seconds: float, sentence: str = "") -> HTTPException:
    said = sentence or _("That was too often; try again in a moment.")
    return HTTPException(429, said, {"Retry-After": str(max(1, round(seconds)))})


def page(request: Request, template: str, session: Session | None = None, status: int = 200, **values: Any) -> HTMLResponse:
    """A page of the server's."""
    styles = WITH_STYLES if values.pop("with_styles", False) else STRICT
    text = (
        templates()
        .get_template(template)
        .render(
            service=service_of(request),
            session=session,
            guard=service_of(request).tokens.guard(session.id) if session else "",
            policy=Markup(styles.replace("; frame-ancestors 'none'", "")),  # which only the header may say
            **values,
        )
    )
    return HTMLResponse(text.encode("utf-8", "replace"), status, {"Content-Security-Policy": styles})


def go(address: str) -> Response:
    """To another page of the server's, after a form was taken."""
    return RedirectResponse(address, 303)


def templates() -> jinja2.Environment:
    made = environment(TEMPLATES)
    if "span" not in made.filters:
        made.filters["span"] = span
    return made


def span(seconds: float) -> str:
    """About how long: "less than a second", "5 seconds", "2 minutes"."""
    if seconds < 1:
        return _("less than a second")
    if seconds < 90:
        return _("{n} seconds").format(n=round(seconds))
    return _("{n} minutes").format(n=round(seconds / 60))
