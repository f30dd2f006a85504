"""The server as an ASGI application."""

import contextlib
import logging
from collections.abc import AsyncIterator
from typing import cast

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from grader.course.folder import CourseError
from grader.pages.environment import TEMPLATES as LOOK
from grader.service import api, door, instructor, student
from grader.service.guard import Guard
from grader.service.identity import identify
from grader.service.pages import page
from grader.service.service import HERE, Service
from grader.words import _

log = logging.getLogger("grader.service")

STATIC = {"look.css": LOOK / "look.css", "sort.js": LOOK / "sort.js"} | {
    name: HERE / "static" / name for name in ("service.css", "wait.js", "live.js", "drop.js")
}


def application(service: Service) -> ASGIApp:
    """The pages and the API, guarded."""

    @contextlib.asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        service.news.start()
        with service.queue:
            yield
            service.closing = True
            service.news.wake_all()

    app = Starlette(routes=_routes(), lifespan=lifespan)
    app.state.service = service
    app.router.redirect_slashes = False
    app.add_exception_handler(HTTPException, _problem)
    app.add_exception_handler(CourseError, _out_of_order)
    app.add_exception_handler(Exception, _failed)
    return Guard(app, service.address)


def _routes():
    get, post = {"methods": ["GET"]}, {"methods": ["POST"]}
    number, of = "{number:int}", "/class/{assignment}/of/{student}"
    return [
        Route("/", student.home, **get),
        Route("/in/{token}", door.come_in, **get),
        Route("/in", door.come_in_as, **post),
        Route("/out", door.go_out, **post),
        Route("/see/{token}", student.look, **get),
        Route("/a/{assignment}", student.assignment, **get),
        Route("/a/{assignment}", student.upload, **post),
        Route("/a/{assignment}/folder.zip", student.folder, **get),
        Route(f"/a/{{assignment}}/{number}", student.attempt, **get),
        Route(f"/a/{{assignment}}/{number}/state", student.state, **get),
        Route(f"/a/{{assignment}}/{number}/ask", student.ask, **post),
        Route(f"/a/{{assignment}}/{number}/{{file}}", student.notebook, **get),
        Route("/class", instructor.classroom, **get),
        Route("/class/requests", instructor.requests, **get),
        Route("/class/requests/{id:int}", instructor.answer, **post),
        Route("/class/people/{student}", instructor.change_link, **post),
        Route("/class/{assignment}", instructor.live, **get),
        Route("/class/{assignment}/now", instructor.live_part, **get),
        Route("/class/{assignment}/events", instructor.events, **get),
        Route("/class/{assignment}/report", instructor.report, **get),
        Route("/class/{assignment}/marks.csv", instructor.table, **get),
        Route(of, instructor.person, **get),
        Route(f"{of}/longer", instructor.give_longer, **post),
        Route(f"{of}/{number}", instructor.attempt, **get),
        Route(f"{of}/{number}/state", instructor.state, **get),
        Route(f"{of}/{number}/{{file}}", instructor.notebook, **get),
        Route("/api/hand-in/{assignment}", api.hand_in, **post),
        Route("/api/attempts/{assignment}", api.attempts, **get),
        Route(f"/api/attempts/{{assignment}}/{number}", api.attempt, **get),
        Route("/healthz", api.health, **get),
        Route("/metrics", instructor.metrics, **get),
        Route("/static/{name}", _static, **get),
    ]


def _static(request: Request) -> Response:
    path = STATIC.get(request.path_params["name"])
    if path is None:
        raise HTTPException(404, _("There is no such page."))
    return FileResponse(path, headers={"Cache-Control": "max-age=300"})


async def _problem(request: Request, error: Exception) -> Response:
    error = cast(HTTPException, error)
    if request.url.path.startswith("/api/"):
        return api.problem(request, error)
    if error.status_code == 401:
        shown = page(request, "door.html", status=401)
    else:
        session = await run_in_threadpool(identify, request)
        shown = page(request, "problem.html", session, error.status_code, sentence=str(error.detail))
    shown.headers.update(error.headers or {})
    return shown


async def _out_of_order(request: Request, error: Exception) -> Response:
    log.error("the course is not in order: %s", error)
    return await _problem(request, HTTPException(500, _("The course is not in order; a person has to look.")))


async def _failed(request: Request, error: Exception) -> Response:
    return await _problem(request, HTTPException(500, _("The server itself failed; a person has to look.")))
