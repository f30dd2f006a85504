"""What `course_config.py` says about handing in: which attempt counts, how many there are, when hints show, until when; and a full disk."""

import datetime
import json
import re
import resource
import socketserver
import subprocess
import sys
import threading
import time

import pytest

from grader.classroom import gradebook_read
from grader.classroom.extensions import extend
from grader.classroom.gradebook import Book
from grader.classroom.worker import Worker
from grader.course import known
from grader.course.settings import CourseError
from grader.service import due
from grader.service.attempts import Attempts
from grader.service.policy import Policy
from grader.service.run import serve
from tests.commands import grader
from tests.served import FILE, NAME, Served, guard, until, upload

slow = pytest.mark.slow


def wrong(course):
    """A notebook that loses some points, and has a cause and a hint."""
    one = next(one for one in known.wrong_solutions(course, NAME) if one.exercise == "layer")
    return known.reference(course, NAME, layer=one.code)


@pytest.fixture
def serving(made_course):
    """`serving(settings)`: a server of a course with these settings."""
    started = []

    def start(settings="", options=(), **more):
        with (made_course.root / "course_config.py").open("a") as config:
            config.write(settings)
        made_course.__dict__.pop("config", None)
        started.append(Served(made_course, ("ada", "ben"), ("--jobs", 1, *options)).start())
        return started[-1]

    yield start
    for served in started:
        served.stop()
        print(served.said())


@pytest.mark.parametrize(
    "text, wanted",
    [
        ("2027-03-01 12:00 Europe/Berlin", "2027-03-01T11:00"),
        ("2027-07-01 12:00 Europe/Berlin", "2027-07-01T10:00"),
        ("2027-03-01T12:00:00+05:30", "2027-03-01T06:30"),
        ("2027-03-01 12:00 -0500", "2027-03-01T17:00"),
        ("2027-03-01 9:00 UTC", "2027-03-01T09:00"),
        ("2027-03-01 12:00:30Z", "2027-03-01T12:00:30"),
    ],
)
def test_a_due_date_is_read(text, wanted):
    """With its zone, as a moment."""
    assert due.parse(text).isoformat().removesuffix("+00:00").startswith(wanted)


@pytest.mark.parametrize(
    "text",
    [
        "2027-03-01 12:00",
        "2027-03-01",
        "1/3/2027 12:00 UTC",
        "2027-02-30 12:00 UTC",
        "2027-03-01 12:00 CET",
        "2027-03-01 12:00 Europe/Nowhere",
        "2027-03-28 02:30 Europe/Berlin",
        "2027-10-31 02:30 Europe/Berlin",
        "2027-03-01 25:00 UTC",
        "2027-03-01 12:00 +99:00",
        "tomorrow",
        "",
        20270301,
        datetime.datetime(2027, 3, 1, 12),
    ],
)
def test_a_due_date_that_is_not_certain_is_refused(text):
    """No zone, one that means several, a time that is there twice or never."""
    with pytest.raises(ValueError, match=r"\.$"):
        due.parse(text)


@pytest.mark.parametrize(
    "setting, said",
    [
        ("c.Service.counts = 'most'", "'last' or 'best'"),
        ("c.Service.attempts = -1", "whole number"),
        ("c.Service.attempts = True", "whole number"),
        ("c.Service.hints = 'never'", "'when due'"),
        ("c.Service.color = 1", "does not exist"),
        ("c.Service.assignments = {'ps3_layer': {'due': '2027-03-01 12:00'}}", "time zone"),
        ("c.Service.assignments = {'ps3_layer': {'title': 'x'}}", "for the course"),
        ("c.Service.assignments = ['ps3_layer']", "dict"),
        ("c.Service.smtp = {'password': 'x'}", "host"),
    ],
)
def test_a_setting_that_can_not_be_is_said(made_course, setting, said):
    """In a sentence, before the server starts."""
    with (made_course.root / "course_config.py").open("a") as config:
        config.write(f"\n{setting}\n")
    with pytest.raises(CourseError, match=said):
        Policy.of(made_course, NAME)


@pytest.mark.parametrize(
    "options, said",
    [
        ({"host": "0.0.0.0"}, "TLS"),
        ({"host": "0.0.0.0", "address": "http://grader.example.edu"}, "TLS"),
        ({"address": "http://grader.example.edu"}, "https"),
        ({"address": "grader.example.edu"}, "no address"),
        ({"address": "https://grader.example.edu/course"}, "no address"),
    ],
)
def test_plain_http_is_for_this_machine_alone(made_course, options, said):
    """Elsewhere a proxy has to end TLS."""
    with pytest.raises(CourseError, match=said):
        serve(made_course, port=0, **options)


@slow
def test_the_best_attempt_counts_and_all_are_limited(serving, course):
    """A worse one later changes nothing; an unreadable one costs no attempt; the third graded one is the last."""
    served = serving(f"\nc.Service.assignments = {{'{NAME}': {{'counts': 'best', 'attempts': 3}}}}\n")
    right, mistaken = known.reference(course, NAME), wrong(course)
    for data, counts in ((mistaken, True), (b"none", False), (right, True), (mistaken + b"\n", False)):
        answer = served.hand_in("ada", data)
        assert answer.status_code == 200 and answer.json()["counts"] is counts, answer.text
    refused = served.hand_in("ada", right + b"\n")
    assert refused.status_code == 403 and "All 3 attempts are used" in refused.json()["error"]
    until(lambda: (found := gradebook_read.marks(served.course, NAME).get("ada")) and found[1] == 12)
    assert (served.course.root / "submitted/ada" / NAME / FILE).read_bytes() == right
    with served.as_("ada") as client:
        page = client.get(f"/a/{NAME}").text
        assert "12 of 12" in page and "All 3 attempts are used" in page and 'type="file"' not in page


@slow
def test_late_costs_what_the_course_says(serving, course):
    """With "best", what is taken off is reckoned with: a late 12 is nothing where late is zero. An extension makes it good. The page
    of an attempt says which it was, and whom to ask."""
    served = serving(
        f"\nc.Grader.contact = 'Grace, room 12'\nc.LateSubmissionPlugin.penalty_method = 'zero'\nc.Service.assignments = {{'{NAME}': {{'counts': 'best', 'due': '2020-03-01 12:00 UTC'}}}}\n"
    )
    extend(served.course, "ben", NAME, datetime.datetime(2099, 1, 1, tzinfo=datetime.UTC))
    for student in ("ada", "ben"):
        assert served.hand_in(student, known.reference(course, NAME)).json()["counts"]
    until(lambda: {"ada", "ben"} <= gradebook_read.marks(served.course, NAME).keys())
    found = gradebook_read.marks(served.course, NAME)
    assert (found["ada"][1:], found["ben"][1:]) == ((12, 12), (12, 0))
    with served.as_("ada") as client:
        assert "was due 2020-03-01" in client.get("/").text
        page = client.get(f"/a/{NAME}/1").text
        assert re.search(r"handed in \S+ \S+ \S+, late by \d+ days\.", page) and "Questions: Grace, room 12" in page
    with served.as_("ben") as client:
        assert ", in time." in client.get(f"/a/{NAME}/1").text


@slow
def test_hints_show_when_the_course_says(serving, course):
    """From the second attempt on: not on the first one's page, and not in what a program gets either."""
    served = serving("\nc.Service.hints = 2\n")
    mistaken = wrong(course)
    parts = lambda answer: [part for exercise in answer.json()["exercises"] for part in exercise["parts"]]
    first, second = served.hand_in("ada", mistaken), served.hand_in("ada", mistaken + b"\n")
    assert (
        not any(part["hint"] or part["cause"] or part["misconception"] for part in parts(first))
        and not first.json()["first"]["hint"]
    )
    hint = next(part["hint"] for part in parts(second) if part["hint"])
    with served.as_("ada") as client, served.as_("grace") as teacher:
        page = client.get(f"/a/{NAME}/1").text
        assert "Think about" not in page and "Causes and hints show from attempt 2 on" in page
        assert "Think about" in client.get(f"/a/{NAME}/2").text
        assert "Think about" in teacher.get(f"/class/{NAME}/of/ada/1").text
    assert hint


@slow
def test_a_pause_between_attempts(serving, course):
    """Whoever comes too early hears when."""
    served = serving("\nc.Service.pause_seconds = 600\n")
    assert served.hand_in("ada", wrong(course)).status_code == 200
    early = served.hand_in("ada", known.reference(course, NAME))
    assert early.status_code == 429 and 500 < int(early.headers["retry-after"]) <= 600
    with served.as_("ada") as client:
        page = upload(client, known.reference(course, NAME))
        assert page.status_code == 429 and "after a pause" in page.text and guard(page)


@slow
def test_a_full_disk_is_said_and_loses_nothing(made_course, course):
    """The size that a file may have stands in for the disk's. What was acknowledged before stays; nothing half is left."""
    served = Served(made_course, ("ada",)).start()
    try:
        assert served.hand_in("ada", known.notebook(course, NAME)).status_code == 200
        for limit, status in ((20_000, 507), (resource.RLIM_INFINITY, 200)):
            resource.prlimit(served.process.pid, resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
            answer = served.hand_in("ada", known.reference(course, NAME))
            assert answer.status_code == status, answer.text
            folder = made_course.root / "attempts/ada" / NAME
            assert not list(folder.glob(".new-*"))
            assert len(served.attempts.of("ada", NAME)) == (1 if status == 507 else 2)
    finally:
        served.stop()


@slow
def test_a_course_that_is_not_in_order_keeps_what_is_handed_in(made_course, course):
    """It is graded once the hidden tests can be collected again, here after a start."""
    broken = made_course.content(NAME) / "test_layer.py"
    good = broken.read_bytes()
    broken.write_bytes(b"def broken(:\n")
    served = Served(made_course, ("ada",), ("--jobs", 1)).start()
    try:
        answer = served.hand_in("ada", known.reference(course, NAME))
        assert (answer.status_code, answer.json()["status"]) == (202, "waiting") and answer.json()["reason"]
        with served.as_("ada") as client:
            assert "a person has to look" in client.get(f"/a/{NAME}/1").text
            assert client.get("/healthz").status_code == 503
        served.stop()
        broken.write_bytes(good)
        served.start()
        assert served.wait("ada", 1).score == 12
    finally:
        served.stop()


@slow
def test_what_was_graded_is_read_back_as_it_was(made_course, course):
    """With what its cells printed and plotted, after the server was killed before the marks were recorded."""
    attempts = Attempts(made_course)
    notebook = json.loads(known.reference(course, NAME))
    cell = {"cell_type": "code", "execution_count": None, "metadata": {}, "outputs": []}
    notebook["cells"].append({**cell, "source": "print('one\\ntwo')\nimport numpy as np\nnp.ones((2, 2))"})
    data = json.dumps(notebook).encode()
    attempt, _new = attempts.accept("ada", NAME, {FILE: data}, by="ada")
    with Worker(course, NAME) as worker:
        graded = worker.grade("ada", data, page=True)
    attempts.keep(attempt, graded)
    again = attempts.graded(attempt)
    assert (again.result_json, again.texts, again.points) == (graded.result_json, graded.texts, graded.points)
    assert again.page == graded.page and "two" in again.text.decode()


@slow
def test_what_somebody_puts_into_submitted_stays_after_a_start(made_course, course):
    """The server replaces it only with a later attempt."""
    served = Served(made_course, ("ada",)).start()
    recorded = made_course.root / f"attempts/ada/{NAME}/counts.json"
    path = made_course.root / "submitted/ada" / NAME / FILE
    try:
        served.hand_in("ada", wrong(course))
        until(recorded.is_file)
        served.stop()
        path.write_bytes(known.reference(course, NAME))
        served.start()
        time.sleep(1)
        assert path.read_bytes() == known.reference(course, NAME)
        served.hand_in("ada", known.notebook(course, NAME))
        until(lambda: json.loads(recorded.read_text())["number"] == 2)
        assert path.read_bytes() == known.notebook(course, NAME)
    finally:
        served.stop()


class Mailbox(socketserver.StreamRequestHandler):
    """A mail server that keeps what it gets, as far as smtplib goes."""

    def handle(self):
        self.wfile.write(b"220 here\r\n")
        while line := self.rfile.readline():
            verb = line.split()[0].upper() if line.split() else b""
            if verb == b"DATA":
                self.wfile.write(b"354 go on\r\n")
                letter = b""
                while (piece := self.rfile.readline()) != b".\r\n":
                    letter += piece
                self.server.letters.append(letter.decode())
            self.wfile.write(b"221 bye\r\n" if verb == b"QUIT" else b"250 good\r\n")
            if verb == b"QUIT":
                return


@slow
def test_links_are_mailed(made_course, tmp_path):
    """By the course's mail server, and then none is printed; who has no e-mail is named."""
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Mailbox) as server:
        server.letters = []
        threading.Thread(target=server.serve_forever, daemon=True).start()
        with (made_course.root / "course_config.py").open("a") as config:
            smtp = {"host": "127.0.0.1", "port": server.server_address[1], "sender": "course@example.org", "tls": False}
            config.write(f"\nc.Service.smtp = {smtp}\n")
        roster = tmp_path / "class.csv"
        roster.write_text("id,name,e-mail\nada,Ada,ada@example.org\nben,Ben,\n")
        code, said, _error = grader(
            "roster", "import", roster, "--mail", "--address", "https://grader.example.edu", "--course", made_course.root
        )
        server.shutdown()
    assert code == 1 and "No e-mail: ben" in said and "/in/" not in said
    (letter,) = server.letters
    assert "To: ada@example.org" in letter and re.search(r"https://grader\.example\.edu/in/\S+", letter.replace("=\r\n", ""))


@slow
def test_the_demonstration_prints_two_links(tmp_path):
    """A student's and an instructor's, each good."""
    import httpx

    command = [sys.executable, "-m", "grader", "serve", "--demo", "--folder", tmp_path / "demo", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            said = [process.stdout.readline() for _n in range(3)]
            student, instructor = (re.search(r"http://\S+", line)[0] for line in said[1:])
            for link, shown in ((student, "Alma Berg"), (instructor, NAME)):
                with httpx.Client(follow_redirects=True, timeout=60) as client:
                    assert shown in client.get(link).text
        finally:
            process.terminate()


@slow
def test_marks_by_hand_are_waited_for(serving, course):
    """The page says how many points a person has still to give, and counts them once they are given."""
    served = serving()
    path = served.course.source_path(NAME)
    data = json.loads(path.read_text("utf-8"))
    own = {"grade": True, "grade_id": "essay", "locked": False, "points": 8, "schema_version": 3, "solution": True, "task": False}
    essay = {"cell_type": "markdown", "id": "essay", "metadata": {"nbgrader": {**own, "cell_type": "markdown"}}, "source": "Why?"}
    data["cells"].append(essay)
    path.write_text(json.dumps(data), "utf-8")
    answered = json.loads(known.reference(served.course, NAME))
    answered["cells"][-1]["source"] = "Because the chain rule says so."
    assert served.hand_in("ada", json.dumps(answered).encode()).status_code == 200
    until((served.course.root / f"attempts/ada/{NAME}/counts.json").is_file)
    with served.as_("ada") as client:
        assert "12 of 20, 8 to be marked by a person" in client.get(f"/a/{NAME}").text
        assert "12 of 20, 8 to be marked by a person" in client.get(f"/a/{NAME}/1").text
        with Book(served.course) as book:
            grade = next(
                g
                for s in book._gradebook.assignment_submissions(NAME)
                for n in s.notebooks
                for g in n.grades
                if g.name == "essay"
            )
            grade.manual_score = 5
            book._gradebook.db.commit()
        assert gradebook_read.by_hand(served.course, NAME) == {"ada": (5, 8)}
        for path in (f"/a/{NAME}", f"/a/{NAME}/1"):
            assert "17 of 20" in client.get(path).text and "to be marked by a person" not in client.get(path).text
