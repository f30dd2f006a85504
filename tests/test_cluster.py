"""Beyond one machine: the same marks through any executor, and through Dask with a worker killed in the middle."""

import os
import signal
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import pytest

from grader.classroom import cluster, grade, writer
from grader.classroom.worker import Refused
from grader.course import known
from grader.course.folder import CourseError
from tests.results import snapshot

pytestmark = pytest.mark.slow


@pytest.fixture
def class_of_twenty(made_course, hand_in, handed_in):
    """Right, wrong, stub and unreadable ones."""
    kinds = [handed_in(), handed_in(quiz_ps3="answer_ps3 = 'A'"), known.notebook(made_course, "ps3_layer"), b"{"]
    for n in range(20):
        hand_in(f"student{n:02}", kinds[n % 4])
    return made_course


EXPECTED = [12, 10, 0, None] * 5


@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning")
def test_a_dask_worker_that_is_killed_loses_nothing(class_of_twenty, monkeypatch):
    """Its batches go to the other; gradebook, notebooks and pages are those of a run on this machine."""
    from distributed import LocalCluster

    grade.grade(class_of_twenty, "ps3_layer")
    written, rows = snapshot(class_of_twenty)
    monkeypatch.setattr(cluster.ExecutorEngine, "batch", 2)
    monkeypatch.setattr(writer, "GROUP_SUBMISSIONS", 2)
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None, host="127.0.0.1") as machines:
        victim = next(iter(machines.workers.values())).pid
        engine = lambda: cluster.dask(class_of_twenty, "ps3_layer", machines.scheduler_address)
        run = grade.stream(class_of_twenty, "ps3_layer", again=True, engine=engine)
        scores = {result.student: result.score for result, _ in [next(run)]}
        os.kill(victim, signal.SIGKILL)
        scores |= {result.student: result.score for result, _ in run}
    assert [scores[student] for student in sorted(scores)] == EXPECTED
    after, rows_after = snapshot(class_of_twenty)
    assert rows_after == rows
    assert {path: data for path, data in after.items() if path.suffix != ".json"} == {
        path: data for path, data in written.items() if path.suffix != ".json"
    }


def test_any_executor_will_do(class_of_twenty):
    """A process pool of the standard library grades as well."""
    executor = ProcessPoolExecutor(1, mp_context=get_context("spawn"))
    engine = lambda: cluster.ExecutorEngine(class_of_twenty, "ps3_layer", executor, workers=1)
    assert [result.score for result in grade.grade(class_of_twenty, "ps3_layer", engine=engine)] == EXPECTED


def test_another_version_of_the_hidden_tests_is_refused(made_course, monkeypatch):
    """A machine that would grade otherwise grades nothing."""
    monkeypatch.setattr(type(made_course), "fingerprint", lambda course, assignment: str(course.root))
    parcel = cluster.msgpack.packb(cluster.astuple(cluster.Parcel.of(made_course, "ps3_layer")))
    with pytest.raises(Refused, match="another version"):
        cluster.grade_batch(parcel, cluster.msgpack.packb([]))


def test_no_cluster_is_one_sentence(made_course):
    """An address where nobody answers is named."""
    with pytest.raises(CourseError, match=r"no Dask scheduler at tcp://127\.0\.0\.1:1 "):
        cluster.dask(made_course, "ps3_layer", "tcp://127.0.0.1:1")
