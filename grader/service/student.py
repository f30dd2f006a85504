"""A student's pages: the course, an assignment, an attempt."""

import asyncio
import contextlib
import io
import json
import time
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from grader.classroom import gradebook_read
from grader.pages import feedback
from grader.pages.dates import lateness
from grader.result import GRADED, Result, points
from grader.service import standing
from grader.service.attempts import Attempt
from grader.service.grading_queue import Full
from grader.service.identity import Session, identify, person_of
from grader.service.pages import check_guard, form_of, go, nothing_here, page, service_of, session_of, slow_down
from grader.service.people import SENTENCE, Person
from grader.service.policy import Policy
from grader.service.service import Service
from grader.service.tokens import LOOK, LOOK_SECONDS
from grader.service.uploads import Upload, receive_upload
from grader.words import _

ANSWER_SECONDS = 3.0  # for which an upload's answer waits for the marks
LOOK_AGAIN_SECONDS = 25.0  # for which a page that waits is kept waiting


@dataclass(frozen=True)
class Overview:
    """What a student has of an assignment. exercises: (name, points or None, of how many) of the attempt that counts."""

    assignment: str
    due: Any
    rows: list[standing.Row]
    exercises: list[tuple[str, float | None, float]]
    mark: str
    by_hand: float

    @property
    def counts(self) -> standing.Row | None:
        return next((row for row in self.rows if row.counts), None)

    @property
    def best(self) -> float | None:
        return max((row.result.score for row in self.rows if row.result and row.result.score is not None), default=None)

    @property
    def last(self) -> standing.Row | None:
        return self.rows[-1] if self.rows else None


def overview(service: Service, student: str, assignment: str) -> Overview:
    """What the student has of the assignment at this moment."""
    policy = Policy.of(service.course, assignment)
    rows = standing.rows(service.course, service.attempts, policy, student, assignment)
    counts = next((row.result for row in rows if row.counts), None)
    if counts:
        exercises = [(one.exercise, one.score, one.max_score) for one in counts.exercises]
    else:
        exercises = []
    waiting, mark = mark_sentence(service, student, assignment, counts)
    due = standing.deadline(service.course, policy, student, assignment)
    return Overview(assignment, due, rows, exercises, mark, waiting)


def mark_sentence(service: Service, student: str, assignment: str, result: Result | None) -> tuple[float, str]:
    """(points that a person has still to give, the mark in words: "12 of 20, 8 to be marked by a person")."""
    if result is None:
        return 0.0, ""
    given, of = gradebook_read.by_hand(service.course, assignment).get(student, (0.0, 0.0))
    waiting, most = max(0.0, result.points_by_hand - of), points(result.max_score)
    if result.score is None:
        return waiting, _("no marks yet, of {most}").format(most=most)
    said = _("{score} of {most}").format(score=points(result.score + given), most=most)
    if waiting:
        said = _("{mark}, {waiting} to be marked by a person").format(mark=said, waiting=points(waiting))
    return waiting, said


def home(request: Request) -> Response:
    session = identify(request)
    if session is None:
        return page(request, "door.html", status=401)
    if session.instructs:
        return go("/class")
    service = service_of(request)
    found = [overview(service, session.person.id, name) for name in service.released()]
    return page(request, "course.html", session, overviews=found, requests=service.people.requests(session.person.id))


def assignment(request: Request) -> Response:
    """An assignment: how it stands, handing in, all attempts."""
    session = session_of(request)
    name = known_assignment(request)
    service_of(request).queue.warm(name)
    return assignment_page(request, session, session.person, name)


def assignment_page(
    request: Request, session: Session, student: Person, name: str, status: int = 200, problem: str = ""
) -> Response:
    service = service_of(request)
    policy = Policy.of(service.course, name)
    found = overview(service, student.id, name)
    return page(
        request,
        "assignment.html",
        session,
        status,
        student=student,
        found=found,
        rule=policy,
        problem=problem,
        files=", ".join(files_of(service, name)),
        left=attempts_left(policy, found.rows),
        base=base_of(session, student, name),
        refused=service.queue.refused.get(name, ""),
        requests=service.people.requests(student.id, name),
    )


def base_of(session: Session, student: Person, name: str) -> str:
    """Where the pages of a student's assignment begin, for who looks at them."""
    return f"/class/{name}/of/{quote(student.id)}" if session.instructs else f"/a/{name}"


async def upload(request: Request) -> Response:
    """The form on an assignment's page: hands in, and shows the feedback as soon as it is there."""
    session = session_of(request)
    if session.instructs:
        raise HTTPException(403, _("Only students hand in."))
    name, service = known_assignment(request), service_of(request)
    try:
        attempt = await hand_in(request, session.person, name, "page", session)
    except HTTPException as error:
        if error.status_code in (408, 413):
            raise  # the rest of the upload is not waited for
        shown = await run_in_threadpool(
            assignment_page, request, session, session.person, name, error.status_code, str(error.detail)
        )
        shown.headers.update(error.headers or {})
        return shown
    await until_graded(service, attempt, ANSWER_SECONDS)
    return go(f"/a/{name}/{attempt.number}")


async def hand_in(request: Request, student: Person, name: str, by: str, session: Session | None = None) -> Attempt:
    """Take what the request brings as an attempt, on the disk and in the queue. Raises HTTPException."""
    service = service_of(request)
    if wait := service.uploads.wait(student.id):
        raise slow_down(wait)
    try:
        with service.queue.place(student.id) as place:
            sent: Upload = await receive_upload(request, service.course.notebooks(name))
            if session:
                check_guard(request, session, sent.fields)
            if not sent.notebooks:
                raise HTTPException(
                    400, _("No notebook was sent; choose {files}.").format(files=", ".join(files_of(service, name)))
                )
            attempt, fresh = await run_in_threadpool(accept, service, student, name, sent.notebooks, by)
            if service.attempts.result(attempt) is None:
                place.put(attempt)
            service.handed_in += fresh
            return attempt
    except Full as full:
        raise HTTPException(429 if full.own else 503, str(full), {"Retry-After": str(full.seconds)}) from None


def files_of(service: Service, name: str) -> list[str]:
    """What an assignment's notebooks are called as files."""
    return [f"{notebook}.ipynb" for notebook in service.course.notebooks(name)]


def accept(service: Service, student: Person, name: str, notebooks: dict[str, bytes], by: str) -> tuple[Attempt, bool]:
    """(the attempt, whether it is new), on the disk for good. Raises HTTPException for one that may not be, or that the disk can't
    hold."""
    policy = Policy.of(service.course, name)
    with service.accepting(student.id):
        known = standing.plain_rows(service.attempts, student.id, name)
        if known and service.attempts.is_same(known[-1].attempt, notebooks):
            return known[-1].attempt, False
        if attempts_left(policy, known) == 0:
            raise HTTPException(403, _("All {n} attempts are used; ask a person.").format(n=policy.attempts))
        if known and policy.pause_seconds:
            wait = policy.pause_seconds - (service.now() - known[-1].attempt.time).total_seconds()
            if wait > 0:
                raise slow_down(wait, _("The next attempt can be handed in after a pause."))
        try:
            return service.attempts.accept(student.id, name, notebooks, by)
        except OSError as error:
            service.full_disk(error)
            raise HTTPException(507, _("The server's disk is full, and your hand-in was not kept: tell a person.")) from None


def attempts_left(policy: Policy, rows: list[standing.Row]) -> int | None:
    """How many more there are; None for any number. One that could not be read costs nothing."""
    if not policy.attempts:
        return None
    return max(0, policy.attempts - sum(row.result is None or row.result.status == GRADED for row in rows))


async def until_graded(service: Service, attempt: Attempt, seconds: float) -> None:
    """Wait for the marks, but not for longer."""
    if ticket := service.queue.find(attempt):
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(asyncio.shield(asyncio.wrap_future(ticket.done)), seconds)


def attempt(request: Request) -> Response:
    """An attempt's page: the feedback, or how long it will take."""
    session = session_of(request)
    name = known_assignment(request)
    return attempt_page(request, session, session.person, known_attempt(request, session.person.id, name))


def attempt_page(request: Request, session: Session | None, student: Person, attempt: Attempt) -> Response:
    """session: None for who holds a short-lived link, and sees this page alone."""
    service, name = service_of(request), attempt.assignment
    rows = standing.rows(service.course, service.attempts, Policy.of(service.course, name), student.id, name)
    index = next(n for n, row in enumerate(rows) if row.attempt == attempt)
    row = rows[index]
    base = base_of(session, student, name) if session else ""
    values: dict[str, Any] = {"student": student, "attempt": attempt, "rows": rows, "row": row, "base": base}
    if row.result is None:
        before, seconds = service.queue.position(attempt)
        refused = "" if service.queue.find(attempt) else service.queue.refused.get(name, "")
        return page(request, "waiting.html", session, before=before, seconds=seconds, refused=refused, **values)
    shown = visible(service, session, row)
    rule = Policy.of(service.course, name)
    due = standing.deadline(service.course, rule, student.id, name)
    earlier = next((other.result for other in reversed(rows[:index]) if other.result and other.result.status == GRADED), None)
    _waiting, mark = mark_sentence(service, student.id, name, shown) if row.counts and shown.by_hand else (0.0, "")
    parts = [f"{exercise}.{part.part}" for exercise, part in shown.parts]
    return page(
        request,
        "attempt.html",
        session,
        with_styles=True,
        result=shown,
        mark=mark,
        changes=standing.changes(earlier, shown),
        late=lateness(attempt.time, due),
        all_parts=parts,
        hidden=shown is not row.result,
        rule=rule,
        requests=[one for one in service.people.requests(student.id, name) if one.attempt == attempt.number],
        most=SENTENCE,
        **feedback.values(shown, {"cells": service.attempts.cells(attempt)}),
        **values,
    )


def visible(service: Service, session: Session | None, row: standing.Row) -> Result:
    """The result as whoever looks may see it: hints show when the course says so, and always to an instructor."""
    assert row.result
    if session and session.instructs:
        return row.result
    attempt = row.attempt
    policy = Policy.of(service.course, attempt.assignment)
    due = standing.deadline(service.course, policy, attempt.student, attempt.assignment)
    if standing.show_hints(policy, due, attempt.number, service.now()):
        return row.result
    return standing.without_hints(row.result)


def first_to_mend(result: Result) -> dict[str, str] | None:
    """What the page says to look at first: {"part", "message", "hint"}; None where everything is right."""
    found = feedback.values(result)["first"]
    if found is None:
        return None
    section, part = found
    name = section.exercise.exercise if part.part == section.exercise.exercise else f"{section.exercise.exercise}: {part.part}"
    return {
        "part": name,
        "title": part.title,
        "message": part.message,
        "where": part.where,
        "cause": part.cause,
        "hint": part.hint,
    }


async def state(request: Request) -> Response:
    """Answers once the attempt is graded, or after a while: {"done", "before", "seconds"}."""
    session = session_of(request)
    name, service = known_assignment(request), service_of(request)
    found = known_attempt(request, session.person.id, name)
    return await state_of(service, found)


async def state_of(service: Service, attempt: Attempt, seconds: float = LOOK_AGAIN_SECONDS) -> Response:
    with service.news.listen("end") as end:
        ticket = service.queue.find(attempt)
        if ticket and not service.closing:
            waits: set[asyncio.Future[Any]] = {asyncio.ensure_future(end.wait()), asyncio.wrap_future(ticket.done)}
            before = service.queue.position(attempt)[0]
            await asyncio.wait(waits, timeout=1.0 if before else seconds, return_when=asyncio.FIRST_COMPLETED)
            for wait in waits:
                wait.cancel()
    before, left = service.queue.position(attempt)
    done = service.attempts.result(attempt) is not None
    return JSONResponse({"done": done, "before": before, "seconds": round(left, 1), "queued": bool(service.queue.find(attempt))})


def notebook(request: Request) -> Response:
    """What was handed in, byte by byte."""
    session = session_of(request)
    found = known_attempt(request, session.person.id, known_assignment(request))
    return notebook_of(request, found)


def notebook_of(request: Request, attempt: Attempt) -> Response:
    data = service_of(request).attempts.data(attempt, request.path_params["file"])
    if data is None:
        raise nothing_here()
    return download(data, request.path_params["file"], "application/x-ipynb+json")


async def ask(request: Request) -> Response:
    """A student asks a person to look at a part again."""
    session = session_of(request)
    name, service = known_assignment(request), service_of(request)
    found = known_attempt(request, session.person.id, name)
    fields = await form_of(request, session)
    sentence = fields.get("sentence", "").strip()
    result = service.attempts.result(found)
    parts = [f"{exercise}.{part.part}" for exercise, part in result.parts] if result else []
    if not sentence or fields.get("part") not in parts:
        raise HTTPException(400, _("Say in a sentence what should be looked at again, and of which part."))
    service.people.ask(session.person.id, name, found.number, fields["part"], sentence)
    service.news.tell("class")
    return go(f"/a/{name}/{found.number}#requests")


def folder(request: Request) -> Response:
    """The assignment as a zip, with what its last cell needs to hand in."""
    session = session_of(request)
    name, service = known_assignment(request), service_of(request)
    released: Path = service.course.root / "release" / name
    service.queue.warm(name)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as packed:
        for path in sorted(released.rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                packed.write(path, f"{name}/{path.relative_to(released)}")
        if not session.instructs:
            known: dict[str, Any] = {
                "address": service.address,
                "token": service.hand_in_token(session.person),
                "assignment": name,
            }
            known["notebooks"] = files_of(service, name)
            entry = zipfile.ZipInfo(f"{name}/hand_in.json", time.localtime()[:6])
            entry.external_attr = 0o600 << 16
            packed.writestr(entry, json.dumps(known, indent=1))
    return download(out.getvalue(), f"{name}.zip", "application/zip")


def look(request: Request) -> Response:
    """The short-lived link that a notebook shows: one attempt's page, whoever opens it."""
    service = service_of(request)
    what = service.tokens.read(LOOK, request.path_params["token"], LOOK_SECONDS)
    student = person_of(service, what)
    if not what or not student:
        raise HTTPException(403, _("This link was good for {n} minutes. Hand in again, or open your personal link.").format(n=10))
    found = service.attempts.find(student.id, what["assignment"], what["number"])
    if found is None:
        raise nothing_here()
    session = identify(request)
    if session and session.person.id == student.id:
        return go(f"/a/{found.assignment}/{found.number}")
    return attempt_page(request, None, student, found)


def known_assignment(request: Request) -> str:
    """The assignment that a path names. Raises HTTPException."""
    name = str(request.path_params["assignment"])
    if name not in service_of(request).released():
        raise nothing_here()
    return name


def known_attempt(request: Request, student: str, name: str) -> Attempt:
    """The student's attempt that a path names. Raises HTTPException."""
    found = service_of(request).attempts.find(student, name, request.path_params["number"])
    if found is None:
        raise nothing_here()
    return found


def download(data: bytes | str, name: str, kind: str) -> Response:
    disposition = f"attachment; filename=\"{quote(name)}\"; filename*=UTF-8''{quote(name)}"
    return Response(data, media_type=kind, headers={"Content-Disposition": disposition})
