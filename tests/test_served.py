"""The hand-in server as students, instructors and programs meet it: a real process, real marks, a real gradebook."""

import io
import json
import sqlite3
import stat
import zipfile

import pytest

from grader.classroom import gradebook_read
from grader.course import known
from grader.integrations.marks import marks
from tests.commands import grader
from tests.repository import course_in
from tests.served import FILE, NAME, Served, guard, until, upload

pytestmark = pytest.mark.slow

SETTINGS = """
c.Service.title = "A course"
c.Service.contact = "grace@example.org"
"""


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    """A server of a course with three students, for all tests of this module."""
    course = course_in(tmp_path_factory.mktemp("served"))
    with (course.root / "course_config.py").open("a") as config:
        config.write(SETTINGS)
    found = Served(course, ("ada", "ben", "cleo", "dan", "eve", "finn")).start()
    yield found
    found.stop()
    print(found.said())  # where a test failed, pytest shows it


@pytest.fixture(scope="module")
def right(course):
    return known.reference(course, NAME)


@pytest.fixture(scope="module")
def mistaken(course):
    wrong = next(one for one in known.wrong_solutions(course, NAME) if one.exercise == "layer")
    return known.reference(course, NAME, layer=wrong.code)


def test_a_student_hands_in_by_the_page(served, mistaken, right):
    """Opens the link, hands in twice, reads what is wrong and then what is right now; both attempts stay."""
    with served.as_("ada") as client:
        assert "nothing handed in yet" in client.get("/").text
        first = upload(client, mistaken)
        assert (first.status_code, first.headers["location"]) == (303, f"/a/{NAME}/1")
        served.wait("ada", 1)
        assert "Look at this first" in client.get(first.headers["location"]).text
        second = upload(client, right, file="whatever it is called.ipynb")
        served.wait("ada", 2)
        page = client.get(second.headers["location"]).text
        assert "Everything here is right" in page and "is right now." in page and "It counts." in page
        assert "12 of 12" in client.get("/").text
        assert client.get(f"/a/{NAME}/1/{FILE}").content == mistaken
        assert "Look at this first" in client.get(f"/a/{NAME}/1").text


def test_what_counts_stands_in_submitted_and_in_the_gradebook(served, mistaken, right):
    """So `grade`, reports and exports have nothing to add."""
    for data in (right, mistaken):
        assert served.hand_in("ben", data).status_code == 200
    recorded = served.course.root / f"attempts/ben/{NAME}/counts.json"
    until(lambda: recorded.is_file() and json.loads(recorded.read_text())["number"] == 2)
    folder, wanted = served.course.root / "submitted/ben" / NAME, served.wait("ben", 2).score
    assert (folder / FILE).read_bytes() == mistaken
    assert gradebook_read.marks(served.course, NAME)["ben"][1] == wanted
    assert next(mark.final for mark in marks(served.course, NAME) if mark.student == "ben") == wanted < 12
    assert (folder / "timestamp.txt").read_text().endswith(" UTC\n")
    code, said, _error = grader("grade", NAME, "--course", served.course.root)
    assert code == 0 and "2 unchanged since the last time" in said


def test_a_program_gets_what_check_prints(served, mistaken):
    """And what the notebook's cell shows beside it."""
    answer = served.hand_in("cleo", mistaken).json()
    assert {"assignment", "student", "status", "score", "max_score", "exercises", "digest"} <= answer.keys()
    assert answer["mark"] == f"{answer['score']:g} of 12" and answer["attempt"] == 1 and answer["counts"]
    assert answer["first"]["message"] and answer["first"]["hint"]
    with served.as_() as stranger:
        page = stranger.get(answer["page"])
        assert page.status_code == 200 and "Look at this first" in page.text and "Sign out" not in page.text
        assert stranger.get(f"/a/{NAME}/1").status_code == 401


def test_the_same_bytes_again_are_one_attempt(served, right):
    """Whoever didn't hear the answer asks again, and loses nothing."""
    first, again = served.hand_in("dan", right).json(), served.hand_in("dan", right).json()
    assert (first["attempt"], again["attempt"], again["score"]) == (1, 1, 12)
    assert [one.number for one in served.attempts.of("dan", NAME)] == [1]


def test_what_is_no_notebook_is_kept_and_told(served, right):
    """It counts only as long as there is no other."""
    with served.as_("eve") as client:
        upload(client, b"no notebook")
        served.wait("eve", 1)
        assert "no marks yet" in client.get(f"/a/{NAME}/1").text
        for number, data in ((2, right), (3, b"again none")):
            upload(client, data)
            served.wait("eve", number)
            assert "12 of 12" in client.get(f"/a/{NAME}").text
    assert [served.wait("eve", n).status for n in (1, 2, 3)] == ["unreadable", "graded", "unreadable"]


def test_an_assignment_is_taken_as_a_zip(served):
    """The released folder, and with it what the last cell needs to hand in, readable for its owner alone."""
    with served.as_("finn") as client:
        packed = zipfile.ZipFile(io.BytesIO(client.get(f"/a/{NAME}/folder.zip").content))
    released = served.course.root / "release" / NAME
    assert {f"{NAME}/{path.relative_to(released)}" for path in released.rglob("*") if path.is_file()} < set(packed.namelist())
    key = packed.getinfo(f"{NAME}/hand_in.json")
    assert stat.S_IMODE(key.external_attr >> 16) == 0o600
    found = json.loads(packed.read(key))
    assert (found["address"], found["assignment"]) == (served.address, NAME)
    assert served.tokens.read("hand-in", found["token"])["id"] == "finn"


def test_a_regrade_is_asked_for_and_answered(served, mistaken):
    """The student asks in a sentence, an instructor answers in one, and the student reads it."""
    number = served.hand_in("finn", mistaken).json()["attempt"]
    with served.as_("finn") as client, served.as_("grace") as teacher:
        page = client.get(f"/a/{NAME}/{number}")
        fields = {"guard": guard(page), "part": "layer.dz", "sentence": "I think <b>dz</b> is right."}
        assert client.post(f"/a/{NAME}/{number}/ask", data=fields).status_code == 303
        asked = teacher.get("/class/requests")
        assert "I think &lt;b&gt;dz&lt;/b&gt; is right." in asked.text
        id = served.people.requests("finn")[0].id
        said = {"guard": guard(asked), "answer": "Look at the derivative."}
        assert teacher.post(f"/class/requests/{id}", data=said).status_code == 303
        assert teacher.post(f"/class/requests/{id}", data=said).status_code == 409
        assert "Look at the derivative." in client.get(f"/a/{NAME}/{number}").text


def test_an_instructor_sees_the_class(served, right):
    """Who handed in, marks, any student's page, the report, CSV, numbers about the server."""
    served.hand_in("dan", right)
    until(lambda: gradebook_read.marks(served.course, NAME).get("dan"))
    with served.as_("grace") as teacher:
        assert "A course" in teacher.get("/", follow_redirects=True).text
        live = teacher.get(f"/class/{NAME}").text
        assert all(name in live for name in ("Ada", "Ben", "Finn"))
        assert "Everything here is right" in teacher.get(f"/class/{NAME}/of/dan/1").text
        assert teacher.get(f"/class/{NAME}/of/dan/1/{FILE}").content == right
        assert f'href="/class/{NAME}/of/dan"' in teacher.get(f"/class/{NAME}/report").text
        assert teacher.get(f"/class/{NAME}/marks.csv").text.startswith('"student"')
        assert "grader_handed_in_total" in teacher.get("/metrics").text
        assert teacher.get("/healthz").json()["status"] == "ok"


def test_the_live_page_is_told_when_somebody_hands_in(served, right):
    """By server-sent events."""
    with served.as_("grace") as teacher, teacher.stream("GET", f"/class/{NAME}/events") as stream:
        lines = stream.iter_lines()
        assert next(lines) == "retry: 2000"
        served.hand_in("ben", right + b"\n")
        assert "event: changed" in lines


def test_an_extension_is_given(served):
    """For a student who has handed in nothing yet; a time without a zone is refused."""
    with served.as_("grace") as teacher:
        base = f"/class/{NAME}/of/ada"
        fields = {"guard": guard(teacher.get(base))}
        refused = teacher.post(f"{base}/longer", data={**fields, "until": "2099-03-01 12:00"})
        assert refused.status_code == 400 and "time zone" in refused.text
        assert teacher.post(f"{base}/longer", data={**fields, "until": "2099-03-01 12:00 Europe/Berlin"}).status_code == 303
    with served.as_("ada") as client:
        assert "due 2099-03-01" in client.get(f"/a/{NAME}").text


def test_the_roster_is_imported_and_links_are_renewed(served, tmp_path):
    """Each prints links; a mistake in the file enters nobody."""
    roster = tmp_path / "class.csv"
    roster.write_text("Name;id;E-Mail;Group\nZoë Ä.;zoe;zoe@example.org;B\n")
    code, said, _error = grader("roster", "import", roster, "--course", served.course.root, "--address", served.address)
    assert code == 0 and said.startswith("zoe\tZoë Ä.\thttp://")
    with served.as_() as client:
        old = said.split("\t")[2].strip()
        assert client.get(old).status_code == 303
        assert "Zoë Ä." in client.get("/").text
        code, said, _error = grader("roster", "renew", "zoe", "--course", served.course.root, "--address", served.address)
        assert code == 0 and client.get("/").status_code == 401 and client.get(old).status_code == 403
        assert client.get(said.split("\t")[2].strip()).status_code == 303
    roster.write_text("id,name\nyan,Yan\n../etc,Mallory\n")
    code, _said, error = grader("roster", "import", roster, "--course", served.course.root)
    assert code == 2 and "line 3" in error and served.people.find("yan") is None


def test_only_what_is_for_the_owner_is_readable_by_the_owner(served):
    """The server's key, and who takes part."""
    for name in ("service-key", "service.db"):
        assert stat.S_IMODE((served.course.state / name).stat().st_mode) == 0o600
    with sqlite3.connect(served.course.state / "service.db") as database:
        assert not any("http" in str(row) for row in database.execute("select * from person"))


def test_plain_http_is_for_this_machine_alone(served):
    """Elsewhere it needs a proxy that ends TLS; and a course has one server."""
    code, _said, error = grader("serve", "--host", "0.0.0.0", "--port", "0", "--course", served.course.root)
    assert code == 1 and "running already" in error
