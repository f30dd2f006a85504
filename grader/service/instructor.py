"""An instructor's pages: the class while it works, any student's page, requests, links."""

import asyncio
import datetime
from collections.abc import AsyncIterator
from dataclasses import dataclass
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response, StreamingResponse

from grader import files
from grader.classroom import given
from grader.classroom.extensions import extend, extensions
from grader.classroom.store import load
from grader.course.folder import CourseError
from grader.pages.class_stats import Tally
from grader.result import FAULT, GRADED, UNREADABLE
from grader.service import due, student
from grader.service.pages import form_of, go, instructor_of, nothing_here, page, service_of
from grader.service.people import INSTRUCTOR, Person
from grader.service.service import Service
from grader.service.student import known_assignment, known_attempt
from grader.words import _

NEWS_SECONDS = 1.0  # at least, between two looks of a live page
HEARTBEAT_SECONDS = 15.0  # of a stream that has nothing to say, so that nobody takes it for dead
LOCK_SECONDS = 5.0


@dataclass(frozen=True)
class Line:
    """A student in the class's table. last: time of the last attempt; state: "", "waiting", "graded", "unreadable" or "fault"."""

    person: Person
    attempts: int
    last: datetime.datetime | None
    state: str
    score: float | None
    max_score: float
    mistakes: tuple[str, ...]


@dataclass(frozen=True)
class Glance:
    """A class and an assignment at this moment."""

    assignment: str
    lines: list[Line]
    tally: Tally
    open_requests: int
    due: datetime.datetime | None
    waiting: int

    @property
    def handed_in(self) -> int:
        return sum(bool(line.state) for line in self.lines)


def glance(service: Service, name: str) -> Glance:
    """What the live page shows. Students without an entry in the roster, whose notebooks came another way, are there as well."""
    results = {result.student: result for result in given.results(service.course, name)}
    people = {person.id: person for person in service.people.all()}
    for id in results.keys() - people.keys():
        people[id] = Person(id, "", "", "", "student", 0)
    lines = []
    for person in sorted(people.values(), key=lambda person: person.id):
        made = service.attempts.of(person.id, name)
        result = results.get(person.id)
        last = service.attempts.result(made[-1]) if made else None
        state = "waiting" if made and last is None else result.status if result else last.status if last else ""
        found = result or last
        mistakes = tuple(dict.fromkeys(part.cause for _exercise, part in found.parts if part.cause)) if found else ()
        score, most = (found.score, found.max_score) if found else (None, 0.0)
        lines.append(Line(person, len(made), made[-1].time if made else None, state, score, most, mistakes))
    asked = sum(one.answer is None for one in service.people.requests(assignment=name))
    policy = student.Policy.of(service.course, name)
    when = policy.due or student.gradebook_read.due(service.course, name)
    return Glance(name, lines, Tally(results.values()), asked, when, service.queue.waiting)


def classroom(request: Request) -> Response:
    """All assignments, and everybody."""
    session = instructor_of(request)
    service = service_of(request)
    rows = []
    people = service.people.all()
    for name in service.released():
        tally = Tally(given.results(service.course, name))
        asked = sum(one.answer is None for one in service.people.requests(assignment=name))
        rows.append((name, tally, asked))
    return page(request, "class.html", session, rows=rows, people=people, active=service.people.active())


def live(request: Request) -> Response:
    """An assignment, and the class at work on it."""
    session = instructor_of(request)
    name = known_assignment(request)
    return page(request, "live.html", session, glance=glance(service_of(request), name), states=states())


def live_part(request: Request) -> Response:
    """The part of the live page that changes."""
    session = instructor_of(request)
    return page(
        request, "live_part.html", session, glance=glance(service_of(request), known_assignment(request)), states=states()
    )


def states() -> dict[str, str]:
    return {
        "": _("nothing yet"),
        "waiting": _("being graded"),
        GRADED: _("graded"),
        UNREADABLE: _("unreadable"),
        FAULT: _("the grader failed"),
    }


async def events(request: Request) -> Response:
    """Server-sent events: "changed" whenever something in the class has changed."""
    await run_in_threadpool(instructor_of, request)
    service = service_of(request)

    async def stream() -> AsyncIterator[str]:
        with service.news.listen("class") as changed:
            yield "retry: 2000\n\n"
            while not service.closing:
                try:
                    await asyncio.wait_for(changed.wait(), HEARTBEAT_SECONDS)
                except TimeoutError:
                    if await run_in_threadpool(student.identify, request) is None:
                        return  # the link was taken away
                    yield ": still here\n\n"
                    continue
                changed.clear()
                if service.closing:
                    return
                yield "event: changed\ndata: \n\n"
                await asyncio.sleep(NEWS_SECONDS)

    return StreamingResponse(stream(), media_type="text/event-stream", headers={"X-Accel-Buffering": "no"})


def report(request: Request) -> Response:
    """The class report, as `grader report` writes it."""
    from grader.pages import class_report  # late: it draws with Matplotlib

    instructor_of(request)
    name, service = known_assignment(request), service_of(request)
    tally = Tally(given.results(service.course, name))
    if not tally.rows:
        raise HTTPException(404, _("No results yet for {name}.").format(name=name))
    policy = (
        f"{class_report.script_policy()}; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
    text = class_report.page(name, tally, link=lambda id: f"/class/{name}/of/{quote(id)}")
    return HTMLResponse(text, headers={"Content-Security-Policy": f"default-src 'none'; {policy}"})


def table(request: Request) -> Response:
    """The class as CSV."""
    from grader.pages import class_report

    instructor_of(request)
    name, service = known_assignment(request), service_of(request)
    return student.download(class_report.table(Tally(given.results(service.course, name))), f"{name}.csv", "text/csv")


def person(request: Request) -> Response:
    """A student's page of an assignment, as an instructor sees it."""
    session = instructor_of(request)
    name, service = known_assignment(request), service_of(request)
    found = known_person(request)
    kept = load(service.course, name, found.id)
    longer = extensions(service.course, name).get(found.id)
    rule = student.Policy.of(service.course, name)
    return page(
        request,
        "person.html",
        session,
        student=found,
        found=student.overview(service, found.id, name),
        kept=kept,
        rule=rule,
        longer=longer,
        base=student.base_of(session, found, name),
        requests=service.people.requests(found.id, name),
        most=student.SENTENCE,
        known=service.people.find(found.id) is not None,
    )


def attempt(request: Request) -> Response:
    session = instructor_of(request)
    found = known_person(request)
    return student.attempt_page(request, session, found, known_attempt(request, found.id, known_assignment(request)))


def notebook(request: Request) -> Response:
    instructor_of(request)
    return student.notebook_of(request, known_attempt(request, known_person(request).id, known_assignment(request)))


async def state(request: Request) -> Response:
    await run_in_threadpool(instructor_of, request)
    found = known_attempt(request, known_person(request).id, known_assignment(request))
    return await student.state_of(service_of(request), found)


async def give_longer(request: Request) -> Response:
    """Give an extension, or take it back."""
    session = instructor_of(request)
    name, service, found = known_assignment(request), service_of(request), known_person(request)
    fields = await form_of(request, session)
    text = fields.get("until", "").strip()
    try:
        until = due.parse(text) if text else None
    except ValueError as error:
        raise HTTPException(400, str(error)) from None
    await run_in_threadpool(_extend, service, found.id, name, until)
    return go(f"/class/{name}/of/{quote(found.id)}")


def _extend(service, id, name, until):
    try:
        with files.lock(service.course.lock, wait=LOCK_SECONDS):
            extend(service.course, id, name, until)
    except (files.Busy, CourseError) as error:
        raise HTTPException(503, str(error), {"Retry-After": "5"}) from None


def requests(request: Request) -> Response:
    """What students asked a person to look at again."""
    session = instructor_of(request)
    return page(request, "requests.html", session, requests=service_of(request).people.requests(), most=student.SENTENCE)


async def answer(request: Request) -> Response:
    session = instructor_of(request)
    fields = await form_of(request, session)
    said = fields.get("answer", "").strip()
    if not said:
        raise HTTPException(400, _("Write an answer."))
    if not service_of(request).people.answer(request.path_params["id"], session.person.id, said):
        raise HTTPException(409, _("This was answered already."))
    service_of(request).news.tell("class")
    return go("/class/requests")


async def change_link(request: Request) -> Response:
    """Make a student's link anew, and show it; or only take it away."""
    session = instructor_of(request)
    service, found = service_of(request), known_person(request)
    fields = await form_of(request, session)
    try:
        if fields.get("what") == "revoke":
            service.people.revoke(found.id)
            return go("/class")
        renewed = service.people.renew(found.id)
    except CourseError as error:
        raise HTTPException(404, str(error)) from None
    return page(request, "link.html", session, student=renewed, link=service.link(renewed))


def metrics(request: Request) -> Response:
    """Numbers about the server, for a person and for Prometheus."""
    from starlette.responses import PlainTextResponse

    program = student_or_program(request)
    if program is None or program.role != INSTRUCTOR:
        raise nothing_here()
    service = service_of(request)
    numbers = {
        "grader_up_seconds": round(service.now().timestamp() - service.started),
        "grader_handed_in_total": service.handed_in,
        "grader_graded_total": service.queue.graded,
        "grader_waiting": service.queue.waiting,
        "grader_workers": service.queue.jobs,
        "grader_seconds_of_a_hand_in": round(service.queue.seconds, 3),
        "grader_refused_assignments": len(service.queue.refused),
        "grader_open_pages": service.news.listeners,
    }
    return PlainTextResponse("".join(f"{name} {value}\n" for name, value in numbers.items()))


def student_or_program(request: Request) -> Person | None:
    """Who asks, by session or by token."""
    from grader.service.identity import identify, identify_program

    session = identify(request)
    return session.person if session else identify_program(request)


def known_person(request: Request) -> Person:
    """The student whom a path names. Raises HTTPException."""
    service, id = service_of(request), request.path_params["student"]
    found = next((person for person in service.people.all() if person.id == id), None)
    if found is None:
        if "assignment" in request.path_params and load(service.course, known_assignment(request), id):
            return Person(id, "", "", "", "student", 0)  # whose notebook came another way
        raise nothing_here()
    return found
