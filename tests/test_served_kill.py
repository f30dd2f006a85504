"""kill -9 of the server, its workers and their fork servers while a class hands in: nothing that was acknowledged is lost, or graded twice."""

import pytest

from tests.repository import course_in
from tests.served import Served
from tests.served_load import siege

pytestmark = [pytest.mark.slow, pytest.mark.siege]


def test_nothing_acknowledged_is_lost(tmp_path):
    """Six moments; benchmarks/served.py tries fifty."""
    students = [f"s{n}" for n in range(6)]
    served = Served(course_in(tmp_path), students, ("--jobs", 2)).start()
    try:
        assert len(siege(served, students, attempts=3, kills=6, seed=17, say=print)) == 18
    finally:
        served.stop()
        print(served.said())
