"""Who takes part, and what they asked a person: a small SQLite file beside the gradebook. The server and the commands share it."""

import contextlib
import csv
import re
import sqlite3
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from grader.classroom.collect import student_of
from grader.course.folder import Course, CourseError
from grader.words import _, plain

STUDENT, INSTRUCTOR = "student", "instructor"
SENTENCE = 500  # characters of what a student asks and a person answers

_TABLES = """
create table if not exists person (
  id text primary key, name text not null default '', email text not null default '', team text not null default '',
  role text not null, link integer not null default 1, active integer not null default 1);
create table if not exists request (
  id integer primary key, student text not null, assignment text not null, attempt integer not null, part text not null,
  sentence text not null, asked real not null, answer text, answered real, answered_by text);
create table if not exists ended (session text primary key, until real not null);
create index if not exists request_of on request (student, assignment);
"""


@dataclass(frozen=True)
class Person:
    """link: the number of the link that is good now."""

    id: str
    name: str
    email: str
    team: str
    role: str
    link: int

    @property
    def shown(self) -> str:
        return self.name or self.id


@dataclass(frozen=True)
class Request:
    """A regrade that a student asked for; answer is None while it is open."""

    id: int
    student: str
    assignment: str
    attempt: int
    part: str
    sentence: str
    asked: float
    answer: str | None
    answered: float | None
    answered_by: str | None


class People:
    """The file, opened for each question: any number of processes may ask."""

    def __init__(self, course: Course):
        self._path = course.state / "service.db"
        course.state.mkdir(parents=True, exist_ok=True)
        with self._open() as database:
            database.executescript(_TABLES)
        self._path.chmod(0o600)

    def find(self, id: str) -> Person | None:
        """The person of this id, unless the link was taken away."""
        with self._open() as database:
            row = database.execute(f"select {_PERSON} from person where id = ? and active = 1", [id]).fetchone()
        return Person(*row) if row else None

    def all(self, role: str | None = STUDENT) -> list[Person]:
        """Everybody of a role, by id, those whose link was taken away included; with None, all."""
        with self._open() as database:
            rows = database.execute(f"select {_PERSON} from person where ? is null or role = ? order by id", [role, role])
            return [Person(*row) for row in rows.fetchall()]

    def active(self) -> set[str]:
        """The ids of those whose link is good."""
        with self._open() as database:
            return {id for (id,) in database.execute("select id from person where active = 1")}

    def enter(self, people: list[tuple[str, str, str, str]], role: str = STUDENT) -> None:
        """Enter (id, name, e-mail, group), or bring up to date. Links that are good stay good. Raises CourseError for somebody who
        has the other role."""
        with self._open() as database:
            for id, name, email, team in people:
                there = database.execute("select role from person where id = ?", [id]).fetchone()
                if there and there[0] != role:
                    raise CourseError(_("{id} takes part already, as {role}.").format(id=id, role=there[0]))
                database.execute(
                    "insert into person (id, name, email, team, role) values (?, ?, ?, ?, ?) "
                    "on conflict (id) do update set name = excluded.name, email = excluded.email, team = excluded.team",
                    [id, name, email, team, role],
                )

    def renew(self, id: str) -> Person:
        """Make all links of a person void; the one that is made for the Person returned is good. Raises CourseError."""
        with self._open() as database:
            if not database.execute("update person set link = link + 1, active = 1 where id = ?", [id]).rowcount:
                raise CourseError(_("Nobody takes part as {id}.").format(id=plain(id)))
        found = self.find(id)
        assert found
        return found

    def revoke(self, id: str) -> None:
        """Make all links of a person void, without a new one. Raises CourseError."""
        with self._open() as database:
            if not database.execute("update person set link = link + 1, active = 0 where id = ?", [id]).rowcount:
                raise CourseError(_("Nobody takes part as {id}.").format(id=plain(id)))

    def forget(self, id: str) -> None:
        """Delete a person, and what they asked."""
        with self._open() as database:
            database.execute("pragma secure_delete=on")
            database.execute("delete from person where id = ?", [id])
            database.execute("delete from request where student = ?", [id])

    def end(self, session: str, until: float) -> None:
        """Keep in mind, until its cookie is too old anyway, that a session was ended."""
        with self._open() as database:
            database.execute("delete from ended where until < ?", [time.time()])
            database.execute("insert or ignore into ended (session, until) values (?, ?)", [session, until])

    def has_ended(self, session: str) -> bool:
        with self._open() as database:
            return database.execute("select 1 from ended where session = ?", [session]).fetchone() is not None

    def ask(self, student: str, assignment: str, attempt: int, part: str, sentence: str) -> bool:
        """Keep a request; False where the same is open already."""
        with self._open() as database:
            where = "student = ? and assignment = ? and part = ? and answer is null"
            if database.execute(f"select 1 from request where {where}", [student, assignment, part]).fetchone():
                return False
            row = [student, assignment, attempt, part, plain(sentence, SENTENCE), time.time()]
            names = "student, assignment, attempt, part, sentence, asked"
            database.execute(f"insert into request ({names}) values (?, ?, ?, ?, ?, ?)", row)
            return True

    def answer(self, id: int, by: str, answer: str) -> bool:
        """Answer an open request; False where there is none of this number."""
        with self._open() as database:
            row = [plain(answer, SENTENCE), time.time(), by, id]
            done = database.execute(
                "update request set answer = ?, answered = ?, answered_by = ? where id = ? and answer is null", row
            )
            return done.rowcount == 1

    def requests(self, student: str | None = None, assignment: str | None = None) -> list[Request]:
        """Of a student, of an assignment, or all: open ones first, then the newest."""
        with self._open() as database:
            rows = database.execute(
                f"select {_REQUEST} from request where (? is null or student = ?) and (? is null or assignment = ?) "
                "order by answer is not null, asked desc",
                [student, student, assignment, assignment],
            )
            return [Request(*row) for row in rows.fetchall()]

    @contextlib.contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        database = sqlite3.connect(self._path, timeout=30)
        try:
            with database:
                yield database
        finally:
            database.close()


_PERSON = "id, name, email, team, role, link"
_REQUEST = "id, student, assignment, attempt, part, sentence, asked, answer, answered, answered_by"
_ID = re.compile(r"\w[\w.@+ -]{0,78}")
_EMAIL = re.compile(r"[^@\s<>,;:\"()\[\]\\]+@[^@\s<>,;:\"()\[\]\\]+")
_COLUMNS = {"id": "id", "student": "id", "name": "name", "email": "email", "e-mail": "email", "mail": "email", "group": "team"}


def sound_id(id: str) -> bool:
    """Whether somebody may be called so: it becomes a folder's name."""
    return bool(_ID.fullmatch(id)) and student_of(id) == id and id.strip() == id


def read_roster(path: Path) -> list[tuple[str, str, str, str]]:
    """(id, name, e-mail, group) of each row of a CSV with these columns, in any order; only id must be there. Raises CourseError."""
    try:
        text = path.read_text("utf-8-sig")
    except UnicodeDecodeError:
        raise CourseError(_("{file} is not UTF-8 text; save it as CSV (UTF-8).").format(file=path)) from None
    lines = text.splitlines()
    delimiter = ";" if lines and lines[0].count(";") > lines[0].count(",") else ","
    rows = list(csv.reader(lines, delimiter=delimiter))
    names = [_COLUMNS.get(name.strip().lower(), "") for name in (rows[0] if rows else [])]
    if "id" not in names:
        raise CourseError(_("{file} has no column `id`; its first line must name id, name, e-mail, group.").format(file=path))
    found: dict[str, tuple[str, str, str, str]] = {}
    for number, row in enumerate(rows[1:], 2):
        cells = {name: plain(text.strip(), 200) for name, text in zip(names, row, strict=False) if name}
        id, email = cells.get("id", ""), cells.get("email", "")
        if not any(row):
            continue
        if not sound_id(id):
            raise CourseError(
                _("{file}, line {line}: {id!r} can't be an id; letters, digits and . @ + - _ will do.").format(
                    file=path, line=number, id=id
                )
            )
        if email and not _EMAIL.fullmatch(email):
            raise CourseError(_("{file}, line {line}: {email!r} is no e-mail.").format(file=path, line=number, email=email))
        if id in found:
            raise CourseError(_("{file}, line {line}: {id} is there twice.").format(file=path, line=number, id=id))
        found[id] = (id, cells.get("name", ""), email, cells.get("team", ""))
    return list(found.values())
