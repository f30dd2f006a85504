"""nbgrader's courses as they are: marks as nbgrader's where a submission is honest, nothing for what only cheats its test cells."""

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest

from grader.authoring.init import init
from grader.authoring.verify import verify
from grader.classroom import grade, store
from grader.classroom.gradebook import Book
from grader.classroom.worker import Worker
from grader.course import known
from grader.course.folder import Course, CourseError
from grader.integrations.nbgrader_release import release
from grader.notebook.bundle import pack
from tests.commands import grader
from tests.foreign import ASSIGNMENT, COURSES, DATA, INTRODUCTION, LINE, ODD, PROGRAMS, QUICKSTART, Foreign, cell, given, solution
from tests.foreign import test as cell_test

pytestmark = pytest.mark.slow


def made(foreign, folder, line=True):
    """A Foreign course with what `grader init` adds."""
    folder.mkdir(exist_ok=True)
    foreign.lay_out(folder)
    init(folder)
    if line:
        with open(folder / "nbgrader_config.py", "a") as file:
            file.write(LINE)
    if foreign.beside:
        with open(folder / "course_config.py", "a") as file:
            file.write(f"\nc.Grader.beside_student_code = {list(foreign.beside)!r}\n")
    return Course(folder)


@pytest.fixture(scope="module", params=COURSES)
def taught(request, tmp_path_factory):
    """(a Foreign, a function that grades changes of its solution, the worker) of each course."""
    foreign = COURSES[request.param]
    course = made(foreign, tmp_path_factory.mktemp(request.param))
    with Worker(course, ASSIGNMENT, secret=b"tests") as worker:
        yield (
            foreign,
            lambda changed: worker.grade("ada", pack(foreign.submission(changed), course.notebooks(ASSIGNMENT)), page=True),
            worker,
        )


def of_cells(points):
    return {key.split("/")[-1]: given for key, given in points.items()}


def test_every_cell_can_be_judged_apart_and_the_solution_passes(taught):
    """Plots, frames, seeds, captured prints, callbacks and deleted names among them."""
    foreign, graded, worker = taught
    result = graded({}).result
    assert worker.unfit == {}
    assert result.score == result.max_score - result.points_by_hand
    assert {part.outcome for _exercise, part in result.parts} == {"passed"}


def test_no_cheat_earns_what_it_is_after(taught):
    """Whatever an object says of itself, and whatever was put in the place of a check."""
    foreign, graded, _worker = taught
    for name, (changed, targets) in foreign.cheats.items():
        got = of_cells(graded(changed).points)
        assert {cell: got[cell] for cell in targets} == dict.fromkeys(targets, 0.0), name


# What plain nbgrader gives for each course's cells, as benchmarks/nbgrader_courses.py compares them: the cells that lose points.
LOSES = {
    "quickstart": {
        "an array": {"correct_squares"},
        "no error": {"squares_invalid_input"},
        "does it again": {"sum_of_squares_uses_squares"},
        "one too few": {"correct_squares", "correct_sum_of_squares"},
    },
    "introduction": {
        "changes its argument": set(),
        "a Counter": set(),
        "keeps capitals": {"test-words"},
        "rounds": {"test-mean"},
    },
    "data": {"changes the frame": {"test-clean"}, "draws twice": {"test-draws"}, "a loop": {"test-no-loop"}},
}


def test_honest_submissions_lose_what_they_lose_in_nbgrader(taught):
    """A sample; the benchmark has all of them beside nbgrader's own."""
    foreign, graded, _worker = taught
    name = next(name for name, one in COURSES.items() if one is foreign)
    for what, cells in LOSES[name].items():
        result = graded(foreign.honest[what]).result
        assert {part.part for _exercise, part in result.parts if part.points < part.max_points} == cells, what


def test_a_stub_and_the_hidden_part_stay_where_they_are(taught):
    """No line of a hidden test is on the page or in the notebook, and no number of the expected answer."""
    foreign, graded, _worker = taught
    wrong = graded({name: changed for changes in foreign.honest.values() for name, changed in changes.items()})
    shown = wrong.page.decode() + b"".join(wrong.texts.values()).decode()
    for secret in ("50.5", "HIDDEN TESTS", "randn(50)"):
        assert secret not in shown


def marks_in(folder):
    query = (
        "select s.student_id, b.name, g.auto_score, g.needs_manual_grade from grade g join base_cell b on g.cell_id = b.id "
        "join submitted_notebook n on g.notebook_id = n.id join submitted_assignment s on n.assignment_id = s.id"
    )
    with closing(sqlite3.connect(folder / "gradebook.db")) as database:
        return sorted(database.execute(query))


def nbgrader(folder, *arguments):
    path = os.pathsep.join((str(PROGRAMS), os.environ["PATH"]))
    done = subprocess.run(
        [sys.executable, "-m", "nbgrader", *arguments],
        cwd=folder,
        env={**os.environ, "PATH": path},
        capture_output=True,
        text=True,
        timeout=300,
    )
    return done.returncode, done.stdout + done.stderr


def test_nbgrader_itself_gives_the_same_marks(tmp_path):
    """Plain nbgrader, ours, and nbgrader with our line: cell by cell, those for a person among them, except for the cheat."""
    chosen = {"ada": {}, "ben": QUICKSTART.honest["stub"], "cleo": QUICKSTART.cheats["a list equal to all"][0]}
    for name in ("plain", "ours", "both"):
        folder = tmp_path / name
        if name == "plain":
            folder.mkdir()
            QUICKSTART.lay_out(folder)
        else:
            made(QUICKSTART, folder)
        for student, changed in chosen.items():
            QUICKSTART.hand_in(folder, student, changed)
        if name != "ours":
            code, said = nbgrader(folder, "generate_assignment", ASSIGNMENT)
            assert code == 0, said[-2000:]
            code, said = nbgrader(folder, "autograde", ASSIGNMENT)
            assert code == 0, said[-2000:]
    results = grade.grade(Course(tmp_path / "ours"), ASSIGNMENT, jobs=1)
    assert [result.status for result in results] == ["graded"] * 3
    plain, ours, both = (marks_in(tmp_path / name) for name in ("plain", "ours", "both"))
    assert both == ours
    paid = {(student, cell): score for student, cell, score, _by_hand in plain if student == "cleo"}
    assert (paid["cleo", "correct_squares"], dict(((s, c), p) for s, c, p, _m in ours)["cleo", "correct_squares"]) == (1, 0)
    assert [row for row in ours if row[0] != "cleo"] == [row for row in plain if row[0] != "cleo"]


def test_pages_and_notebooks_of_several_are_written(tmp_path):
    """One page under each notebook's name, the notebooks each for itself; a second run has nothing to do."""
    course = made(INTRODUCTION, tmp_path)
    INTRODUCTION.hand_in(tmp_path, "ada", INTRODUCTION.honest["keeps capitals"])
    (result,) = grade.grade(course, ASSIGNMENT, jobs=1)
    assert (result.score, result.points_by_hand, result.max_score) == (13, 3, 17)
    assert [name for name in store.autograded_paths(course, result)] == ["functions", "objects"]
    assert all(path.is_file() for path in store.autograded_paths(course, result).values())
    pages = [path.read_bytes() for path in store.feedback_paths(course, result)]
    assert pages[0] == pages[1]
    assert "still to be given by a person" in pages[0].decode()
    assert [fresh for _result, fresh in grade.stream(course, ASSIGNMENT)] == [False]
    with Book(course) as book:
        book._gradebook.find_grade("essay", "functions", ASSIGNMENT, "ada").manual_score = 1.5
        book._gradebook.db.commit()
    ((kept, is_fresh),) = grade.stream(course, ASSIGNMENT)
    kept = store.load(course, ASSIGNMENT, "ada")
    assert (is_fresh, kept.mark, kept.points_by_hand) == (False, 14.5, 1)
    (tmp_path / "submitted" / "ada" / ASSIGNMENT / "objects.ipynb").unlink()
    (result,) = grade.grade(course, ASSIGNMENT, jobs=1)
    assert result.score == 7
    assert "objects.ipynb was not handed in" in " ".join(result.notes)
    assert [fresh for _result, fresh in grade.stream(course, ASSIGNMENT)] == [False]


def small(*tests, helpers="", answer="def answer():\n    ### BEGIN SOLUTION\n    return 3\n    ### END SOLUTION", **options):
    """A course with one exercise and some test cells, each (points, text)."""
    cells = [given("helpers", helpers or "import math"), solution("exercise", answer)]
    cells += [cell_test(f"test-{n}", points, text) for n, (points, text) in enumerate(tests)]
    return Foreign({ASSIGNMENT: cells}, {}, {}, **options)


def graded(foreign, folder, changed=None, extra=""):
    course = made(foreign, folder)
    if extra:
        with open(folder / "course_config.py", "a") as file:
            file.write(f"\n{extra}\n")
    with Worker(course, ASSIGNMENT, secret=b"tests") as worker:
        return worker.grade("ada", pack(foreign.submission(changed or {}), [ASSIGNMENT]), page=True), worker


def test_what_else_test_cells_do_is_done_as_beside_the_code(tmp_path):
    """Values of every kind, operators and exceptions of a class's own, unittest, variables: the solution passes all of it."""
    got, worker = graded(ODD, tmp_path)
    assert worker.unfit == {}
    assert got.result.score == got.result.max_score
    assert not list((tmp_path / "source").rglob("*.pyc"))


def test_what_test_cells_write_is_no_file_of_the_courses(tmp_path):
    """They read the files beside the notebook, and write in a folder that goes."""
    foreign = small(
        (1, "assert open('number.txt').read() == '3'\nimport helping\nassert helping.twice(answer()) == 6"),
        (1, "open('number.txt', 'w').write('4')\nopen('made.txt', 'w').close()\nassert answer() == 3"),
        extra={"number.txt": "3", "helping.py": "def twice(n):\n    return 2 * n\n"},
    )
    got, worker = graded(foreign, tmp_path)
    folder = tmp_path / "source" / ASSIGNMENT
    assert worker.unfit == {}
    assert sorted(path.name for path in folder.iterdir()) == ["helping.py", "number.txt", f"{ASSIGNMENT}.ipynb"]
    assert (folder / "number.txt").read_text() == "3"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("%timeit answer()", "magic"),
        ("assert eval('answer()') == 3", "calls `eval`"),
        ("class Own:\n    pass\n\nassert answer(Own()) == 3", "hands an object of the type `Own`"),
        ("assert answer() == 4", "does not pass it"),
        ("### AUTOTEST answer()", "AUTOTEST"),
        ("answer()\n5", "no number of points"),
    ],
)
def test_what_cannot_be_judged_apart_is_left_to_a_person(text, why, tmp_path):
    """Said by the worker when it starts, on the page, and in the gradebook; it never counts as passed, and stops nothing."""
    foreign = small(
        (1, text),
        (1, "assert answer() == 3"),
        answer="def answer(*args):\n    ### BEGIN SOLUTION\n    return 3\n    ### END SOLUTION",
    )
    got, worker = graded(foreign, tmp_path)
    assert why in worker.unfit["test-0"]
    assert (got.result.status, got.result.score, got.points) == ("graded", 1, {"test-0": None, "test-1": 1})
    assert [cell for cell, _points, _why in got.result.by_hand] == ["test-0"]
    assert "can&#39;t be judged apart" in got.page.decode() or "can't be judged apart" in got.page.decode()
    lines = dict(verify(Course(tmp_path), ASSIGNMENT))
    assert [good for line, good in lines.items() if line.startswith("test-0 can't be judged")] == [False]


@pytest.mark.parametrize(
    "code",
    [
        "def answer():\n    return 10**18",
        "def answer():\n    while True:\n        pass",
        "import os\ndef answer():\n    os._exit(0)",
    ],
)
def test_an_answer_that_never_ends_ends(code, tmp_path):
    """A number that a test counts up to, a call that hangs, a process that leaves: the cell fails, others are judged."""
    text = "def counted(n):\n    seen = 0\n    for _ in range(n):\n        seen += 1\n    return seen\n\nassert counted(answer()) == 3"
    foreign = small((1, text), (1, "assert math.sqrt(4) == 2"))
    got, _worker = graded(foreign, tmp_path, {"exercise": code}, "c.Grader.total_seconds = 3.0\nc.Grader.call_seconds = 0.5")
    assert (got.result.status, got.points) == ("graded", {"test-0": 0, "test-1": 1})


def test_beside_the_code_where_the_settings_say_so(tmp_path):
    """As nbgrader reads such a cell; verify and page say it. A name that fits no cell is said, too."""
    foreign = small((1, "%time answer()\nassert answer() == 3"), (2, "answer() / 2"), beside=("ps1/test-*",))
    got, worker = graded(foreign, tmp_path)
    assert (worker.unfit, got.points) == ({}, {"test-0": 1, "test-1": 1.5})
    assert "beside your code" in got.page.decode()
    assert "test-0 runs beside the student's code" in "\n".join(line for line, _good in verify(Course(tmp_path), ASSIGNMENT))


def test_a_cell_whose_tests_are_not_made_yet_earns_nothing(tmp_path):
    """Not even where the settings would have it run beside the code, where nothing in it could fail; and it is not released."""
    foreign = small((1, "### AUTOTEST answer()"), (1, "assert answer() == 3"), beside=("ps1/*",))
    got, worker = graded(foreign, tmp_path, {"exercise": "def answer():\n    return 7"})
    assert got.points == {"test-0": None, "test-1": 0}
    assert "AUTOTEST" in worker.unfit["test-0"]
    code, out, err = grader("release", ASSIGNMENT, cwd=tmp_path)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "test-0 holds AUTOTEST" in err
    assert not (tmp_path / "release").exists()


def test_the_courses_own_helpers_and_data_count(tmp_path):
    """Whatever a submission puts in their place; what solution cells give is the submission's."""
    helpers = "from math import sqrt\nlimit = 3\n\ndef check(n):\n    assert n == limit, 'not it'"
    foreign = small((1, "check(answer())"), (1, "assert sqrt(4) == 2 and limit == 3"), helpers=helpers)
    cheat = "limit = 7\ncheck = sqrt = lambda n: 2\n\ndef answer():\n    return 7"
    got, _worker = graded(foreign, tmp_path, {"exercise": cheat})
    assert got.points == {"test-0": 0, "test-1": 1}


def test_a_release_holds_nothing_of_a_solution(tmp_path):
    """Solutions between their words are taken out; where anything would still go out, nothing is released, in one sentence."""
    course = made(small((1, "assert answer() == 3")), tmp_path)
    release(course, ASSIGNMENT)
    text = (tmp_path / "release" / ASSIGNMENT / f"{ASSIGNMENT}.ipynb").read_text()
    assert "raise NotImplementedError" in text
    assert "return 3" not in text
    (tmp_path / "source" / ASSIGNMENT / "notes.py").write_text("def answer():\n    number = 2 + 1\n    return number * 1\n")
    longer = "def answer():\n    ### BEGIN SOLUTION\n    number = 2 + 1\n    return number * 1\n    ### END SOLUTION"
    for cells, why in (
        ([solution("exercise", longer)], "notes.py would hold"),
        ([cell("### BEGIN SOLUTION\nsecret = 1\n### END SOLUTION")], "nbgrader could not release"),
        ([solution("exercise", "### BEGIN SOLUTION\nx = 1")], "nbgrader could not release"),
    ):
        other = Foreign({ASSIGNMENT: cells}, {}, {})
        (tmp_path / "source" / ASSIGNMENT / f"{ASSIGNMENT}.ipynb").write_bytes(other.submission({})[ASSIGNMENT])
        before = text
        with pytest.raises(CourseError, match=why):
            release(Course(tmp_path), ASSIGNMENT)
        assert (tmp_path / "release" / ASSIGNMENT / f"{ASSIGNMENT}.ipynb").read_text() == before
        code, out, err = grader("release", ASSIGNMENT, cwd=tmp_path)
        assert (code, out, err.count("\n")) == (2, "", 1)


def test_our_own_course_clears_what_is_marked(made_course):
    """Where stubs are what students get, a solution between its words is taken out all the same, and a whole one is refused."""
    path = made_course.source_path("ps3_layer")
    data = json.loads(path.read_text("utf-8"))
    stub = next(one for one in data["cells"] if one["metadata"].get("nbgrader", {}).get("grade_id") == "layer")
    before = stub["source"]
    solved = made_course.solution_cells("ps3_layer")["layer"]
    stub["source"] = f"### BEGIN SOLUTION\n{solved}\n### END SOLUTION"
    path.write_text(json.dumps(data))
    release(Course(made_course.root), "ps3_layer")
    assert "da_prev = self.weights.T" not in (made_course.root / "release/ps3_layer/ps3_layer.ipynb").read_text("utf-8")
    stub["source"] = solved
    path.write_text(json.dumps(data))
    with pytest.raises(CourseError, match="holds its whole solution"):
        release(Course(made_course.root), "ps3_layer")
    stub["source"] = before


def test_verify_says_that_the_line_is_missing(tmp_path):
    """Until it stands there, `nbgrader autograde` is nbgrader's own."""
    made(small((1, "assert answer() == 3")), tmp_path, line=False)
    lines = dict(verify(Course(tmp_path), ASSIGNMENT))
    assert [good for line, good in lines.items() if "nbgrader's own until" in line] == [False]


def test_frames_are_among_the_courses():
    """They need pandas, which is none of the grader's own libraries."""
    assert "pandas" in json.dumps(DATA.notebooks)


def test_what_a_person_marks_stops_nothing_in_a_course_with_hidden_tests(made_course, hand_in):
    """An answer in Markdown, one in code, a task: they go to formgrader as they are, and nobody is a fault for them."""
    path = made_course.source_path("ps3_layer")
    data = json.loads(path.read_text("utf-8"))
    data["cells"] += [
        {**cell("Your words.", "markdown", grade_id="essay", points=2, grade=True, solution=True), "id": "essay"},
        {**cell("# your code\n", grade_id="own-code", points=1, grade=True, solution=True), "id": "own-code"},
        {**cell("Do something.", "markdown", grade_id="task", points=4, task=True, locked=True), "id": "task"},
    ]
    path.write_text(json.dumps(data))
    answered = json.loads(known.reference(made_course, "ps3_layer"))
    answered["cells"][-3]["source"] = "It adds up, and that is all.\n\n$\\sum$"
    answered["cells"][-2]["source"] = "raise ValueError('mine')"
    hand_in("ada", json.dumps(answered).encode())
    hand_in("ben", known.reference(made_course, "ps3_layer"))
    results = {result.student: result for result in grade.grade(made_course, "ps3_layer", jobs=1)}
    assert {student: (r.status, r.score, r.max_score, r.points_by_hand) for student, r in results.items()} == {
        "ada": ("graded", 12, 19, 7),
        "ben": ("graded", 12, 19, 4),
    }
    marks = {(student, name): (score, by_hand) for student, name, score, by_hand in marks_in(made_course.root)}
    assert [marks["ada", name] for name in ("essay", "own-code", "task")] == [(None, 1)] * 3
    assert [marks["ben", name] for name in ("essay", "own-code", "task")] == [(0, 0), (0, 0), (None, 1)]
    cells = json.loads(store.autograded_path(made_course, results["ada"]).read_text("utf-8"))["cells"]
    essay = next(one for one in cells if one["metadata"].get("nbgrader", {}).get("grade_id") == "essay")
    assert "".join(essay["source"]) == "It adds up, and that is all.\n\n$\\sum$"
    assert [line for line, good in verify(made_course, "ps3_layer", every=0) if not good and "out of date" not in line] == []
