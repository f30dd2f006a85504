"""Grading a class: files, gradebook and pages agree, nothing is lost, nothing is done twice."""

import json
import sqlite3

import nbformat
import pytest

from grader import grade, known
from grader.course import CourseError
from grader.gradebook import Book


@pytest.fixture
def small_class(made_course, hand_in, handed_in):
    """Four students: right, wrong, stub, unreadable."""
    hand_in("ada", handed_in())
    hand_in("ben", handed_in(quiz_ps3="answer_ps3 = 'A'"))
    hand_in("cleo", known.notebook(made_course, "ps3_layer"))
    hand_in("dan", b"{")
    return made_course


def snapshot(course):
    """Every file that grading writes, and the gradebook's rows."""
    folders = ("autograded", "feedback", ".grader/results")
    written = {path: path.read_bytes() for name in folders for path in (course.root / name).rglob("*") if path.is_file()}
    query = (
        "select s.student_id, c.name, g.auto_score, g.manual_score, g.needs_manual_grade from grade g "
        "join submitted_notebook n on g.notebook_id = n.id join submitted_assignment s on n.assignment_id = s.id "
        "join base_cell c on g.cell_id = c.id order by 1, 2"
    )
    with sqlite3.connect(course.database) as database:
        return written, database.execute(query).fetchall()


def without_seconds(written):
    return {path: data for path, data in written.items() if path.suffix != ".json"}


def test_a_class_is_graded_into_files_pages_and_gradebook(small_class):
    """The same marks everywhere; an unreadable file has none, and stops nobody."""
    results = grade.grade(small_class, "ps3_layer", jobs=2)
    assert {result.student: result.score for result in results} == {"ada": 12, "ben": 10, "cleo": 0, "dan": None}
    with Book(small_class) as book:
        for result in results[:3]:
            assert book.score(result.student, "ps3_layer")[0] == result.score
        assert set(book.score("dan", "ps3_layer")[1].values()) == {None}
    for result in results:
        page = grade.feedback_path(small_class, result).read_text("utf-8")
        assert f'<p class="mark">{"–" if result.score is None else f"{result.score:g}"} ' in page
        if result.score is not None:
            nbformat.validate(nbformat.read(grade.autograded_path(small_class, result), as_version=4))
    assert not grade.autograded_path(small_class, results[3]).exists()


def test_autograded_cells_hold_one_safe_number(small_class):
    """Each test cell ends in one execute_result that is the repr of its points, and shows no error."""
    from nbgrader.utils import determine_grade, is_grade

    result = grade.grade(small_class, "ps3_layer", student="ben")[0]
    notebook = nbformat.read(grade.autograded_path(small_class, result), as_version=4)
    cells = [cell for cell in notebook.cells if is_grade(cell)]
    assert sum(determine_grade(cell)[0] for cell in cells) == 10
    for cell in cells:
        assert [output.output_type for output in cell.outputs] == ["stream", "execute_result"]
        assert cell.outputs[0].name == "stdout"


def test_autograded_notebooks_are_written_as_nbformat_writes_them(small_class):
    """Byte for byte, so that nbgrader's own copies don't differ."""
    result = grade.grade(small_class, "ps3_layer", student="ada")[0]
    text = grade.autograded_path(small_class, result).read_text("utf-8")
    assert text == nbformat.writes(nbformat.reads(text, as_version=4)) + "\n"


def test_nothing_changed_is_not_graded_again(small_class):
    """A second run starts no worker; a changed file, and `again`, do."""
    seen = []
    first = grade.grade(small_class, "ps3_layer")
    before = snapshot(small_class)
    assert grade.grade(small_class, "ps3_layer", on_start=lambda *n: seen.append(n)) == first
    assert snapshot(small_class) == before
    path = small_class.root / "submitted/ben/ps3_layer/ps3_layer.ipynb"
    path.write_bytes(known.reference(small_class, "ps3_layer"))
    changed = grade.grade(small_class, "ps3_layer", on_start=lambda *n: seen.append(n))
    assert changed[1].score == 12
    grade.grade(small_class, "ps3_layer", again=True, on_start=lambda *n: seen.append(n))
    assert seen == [(0, 4), (1, 3), (4, 0)]


def test_grading_twice_changes_nothing(small_class):
    """Notebooks, pages and rows are the same after `again`."""
    grade.grade(small_class, "ps3_layer")
    before = snapshot(small_class)
    grade.grade(small_class, "ps3_layer", again=True)
    after = snapshot(small_class)
    assert without_seconds(after[0]) == without_seconds(before[0])
    assert after[1] == before[1]


def test_marks_and_comments_given_by_hand_survive(small_class):
    """A manual score stays, and asks for a second look."""
    grade.grade(small_class, "ps3_layer")
    with Book(small_class) as book:
        found = book._gradebook.find_grade("test_layer_dz", "ps3_layer", "ps3_layer", "cleo")
        found.manual_score = 1.5
        book._gradebook.find_comment("layer", "ps3_layer", "ps3_layer", "cleo").manual_comment = "See me."
        book._gradebook.db.commit()
    grade.grade(small_class, "ps3_layer", again=True)
    with Book(small_class) as book:
        found = book._gradebook.find_grade("test_layer_dz", "ps3_layer", "ps3_layer", "cleo")
        assert (found.manual_score, found.auto_score, found.needs_manual_grade) == (1.5, 0, True)
        assert book._gradebook.find_comment("layer", "ps3_layer", "ps3_layer", "cleo").manual_comment == "See me."


def test_a_run_that_was_cut_off_goes_on(small_class):
    """What is kept stays; what has no result is graded."""
    stopped = []

    def stop_after_two(result):
        stopped.append(result.student)
        if len(stopped) == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        grade.grade(small_class, "ps3_layer", jobs=1, on_result=stop_after_two)
    told = []
    results = grade.grade(small_class, "ps3_layer", on_start=lambda *n: told.append(n))
    assert told == [(2, 2)]
    assert [result.score for result in results] == [12, 10, 0, None]


def test_files_under_another_name_are_named(made_course, hand_in, handed_in):
    """A misnamed notebook, an empty folder and a link each get their sentence."""
    hand_in("ada", handed_in(), name="ps3_layer (1).ipynb")
    (made_course.root / "submitted/ben/ps3_layer").mkdir(parents=True)
    cleo = hand_in("cleo", b"")
    cleo.unlink()
    cleo.symlink_to(made_course.source_path("ps3_layer"))
    reasons = [result.reason for result in grade.grade(made_course, "ps3_layer")]
    assert "ps3_layer (1).ipynb" in reasons[0]
    assert "There is no ps3_layer.ipynb" in reasons[1]
    assert "not a plain file" in reasons[2]


def test_a_submission_may_be_called_anything(made_course, hand_in, handed_in):
    """Odd names of students reach every face unharmed."""
    names = ["-rf", "<script>alert(1)</script>"[:20].replace("/", ""), "=1+1", "größe", "a b"]
    for name in names:
        hand_in(name, handed_in())
    results = grade.grade(made_course, "ps3_layer")
    assert sorted(result.student for result in results) == sorted(names)
    assert {result.score for result in results} == {12}


def test_an_empty_class_is_wrong_usage(made_course):
    """One sentence says where notebooks were looked for."""
    with pytest.raises(CourseError, match="submitted/"):
        grade.grade(made_course, "ps3_layer")


def test_files_beside_a_submission_are_never_imported(made_course, hand_in, handed_in, tmp_path):
    """conftest.py, numpy.py and sitecustomize.py in the folder leave no trace."""
    trap = tmp_path / "trap"
    for name in ("conftest.py", "numpy.py", "sitecustomize.py", "pytest.py", "grader.py"):
        hand_in("ada", f"open({str(trap)!r}, 'w')".encode(), name=name)
    hand_in("ada", handed_in())
    assert grade.grade(made_course, "ps3_layer")[0].score == 12
    assert not trap.exists()


def test_a_result_is_read_back_as_it_was_written(small_class):
    """JSON and back loses nothing."""
    for result in grade.grade(small_class, "ps3_layer"):
        assert grade.load(small_class, "ps3_layer", result.student) == result
        json.dumps(result.to_json())
