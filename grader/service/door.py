"""Coming in by a personal link, and going out."""

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from grader.service.identity import identify, person_of, sign_in, sign_out
from grader.service.pages import form_of, go, page, service_of, session_of, slow_down
from grader.service.tokens import LINK
from grader.words import _


def come_in(request: Request) -> Response:
    """A personal link was opened. Whoever is somebody else already is asked first: a link must not change who one is unseen."""
    service = service_of(request)
    token = request.path_params["token"]
    person = person_of(service, service.tokens.read(LINK, token))
    if person is None:
        raise _not_good(request)
    session = identify(request)
    if session and session.person.id != person.id:
        return page(request, "switch.html", session, other=person, token=token)
    answer = go("/")
    sign_in(service, answer, person)
    return answer


async def come_in_as(request: Request) -> Response:
    """Who was asked said yes."""
    session = session_of(request)
    service, fields = service_of(request), await form_of(request, session)
    person = await run_in_threadpool(person_of, service, service.tokens.read(LINK, fields.get("token", "")))
    if person is None:
        raise _not_good(request)
    answer = go("/")
    sign_in(service, answer, person)
    return answer


async def go_out(request: Request) -> Response:
    session = session_of(request)
    await form_of(request, session)
    answer = go("/")
    sign_out(service_of(request), answer, session)
    return answer


def _not_good(request):
    if wait := service_of(request).guesses.wait(request.client.host if request.client else ""):
        return slow_down(wait)
    return HTTPException(403, _("This link is not good, or was made void. Whoever teaches the course gives you a new one."))
