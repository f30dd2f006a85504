"""What programs ask: the notebook's cell, and whoever writes one's own. JSON, with a token, and never with a cookie."""

import json
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from grader.service import standing, student
from grader.service.attempts import Attempt
from grader.service.identity import identify_program
from grader.service.pages import nothing_here, service_of, slow_down
from grader.service.people import INSTRUCTOR, Person
from grader.service.policy import Policy
from grader.service.service import Service
from grader.service.student import known_assignment, known_attempt
from grader.service.tokens import LOOK
from grader.service.uploads import dumps
from grader.words import _

ANSWER_SECONDS = 20.0  # for which an answer waits for the marks


async def hand_in(request: Request) -> Response:
    """POST: the notebook's bytes, or a form with notebooks. The result as `grader check --json` has it, and where its page is."""
    person = await run_in_threadpool(person_of, request)
    if person.role == INSTRUCTOR:
        raise HTTPException(403, _("Only students hand in."))
    name, service = known_assignment(request), service_of(request)
    by = "notebook" if request.headers.get("user-agent", "").startswith("hand_in.py") else "program"
    attempt = await student.hand_in(request, person, name, by)
    await student.until_graded(service, attempt, ANSWER_SECONDS)
    return await run_in_threadpool(_answer, service, person, attempt)


async def attempt(request: Request) -> Response:
    """GET: the same of an attempt that was handed in before; it waits for its marks for a while."""
    person = await run_in_threadpool(person_of, request)
    service = service_of(request)
    found = known_attempt(request, person.id, known_assignment(request))
    await student.until_graded(service, found, ANSWER_SECONDS)
    return await run_in_threadpool(_answer, service, person, found)


def attempts(request: Request) -> Response:
    """GET: all attempts of an assignment, in short."""
    person, service, name = person_of(request), service_of(request), known_assignment(request)
    rows = standing.rows(service.course, service.attempts, Policy.of(service.course, name), person.id, name)
    said = [
        {
            "attempt": row.attempt.number,
            "time": row.attempt.time.isoformat(),
            "status": row.result.status if row.result else "waiting",
            "score": row.result.score if row.result else None,
            "max_score": row.result.max_score if row.result else None,
            "counts": row.counts,
        }
        for row in rows
    ]
    return _json({"assignment": name, "student": person.id, "attempts": said})


def health(request: Request) -> Response:
    """GET: whether the server does its work."""
    queue = service_of(request).queue
    good = queue.alive and not queue.refused
    status = "ok" if good else "assignments that can't be graded" if queue.alive else "a thread has ended"
    return _json({"status": status, "waiting": queue.waiting}, 200 if good else 503)


def person_of(request: Request) -> Person:
    """Who asks. Raises HTTPException."""
    person = identify_program(request)
    if person is None:
        if wait := service_of(request).guesses.wait(request.client.host if request.client else ""):
            raise slow_down(wait)
        said = _("This token is not good, or was made void: get the assignment anew from your page.")
        raise HTTPException(401, said, {"WWW-Authenticate": "Bearer"})
    return person


def _answer(service: Service, person: Person, attempt: Attempt) -> Response:
    rows = standing.rows(
        service.course, service.attempts, Policy.of(service.course, attempt.assignment), person.id, attempt.assignment
    )
    row = next((row for row in rows if row.attempt == attempt), None)
    if row is None:
        raise nothing_here()
    said: dict[str, Any] = {"attempt": attempt.number, "counts": row.counts}
    said["page"] = (
        service.address
        + "/see/"
        + service.tokens.make(LOOK, id=person.id, link=person.link, assignment=attempt.assignment, number=attempt.number)
    )
    if row.result is None:
        before, seconds = service.queue.position(attempt)
        refused = "" if service.queue.find(attempt) else service.queue.refused.get(attempt.assignment, "")
        more = {"status": "waiting", "before": before, "seconds_left": round(seconds, 1), "reason": refused}
        return _json(said | {"assignment": attempt.assignment} | more, 202)
    index = rows.index(row)
    before_it = next((one.result for one in reversed(rows[:index]) if one.result), None)
    shown = student.visible(service, None, row)
    _waiting, mark = student.mark_sentence(service, person.id, attempt.assignment, shown)
    first = student.first_to_mend(shown)
    return _json(shown.to_json() | said | {"mark": mark, "first": first, "changes": standing.changes(before_it, shown)})


def _json(what: dict[str, Any], status: int = 200) -> Response:
    return Response(dumps(what), status, media_type="application/json")


def problem(request: Request, error: HTTPException) -> Response:
    """An error as JSON: {"error": one sentence}."""
    return Response(json.dumps({"error": str(error.detail)}), error.status_code, error.headers, "application/json")
