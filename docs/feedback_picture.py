"""Takes the README's picture of a feedback page. From the repository root: python docs/feedback_picture.py

A real one: a known wrong solution of assignment 3, graded, and its page in Chromium.
"""

import io
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, ".")

from PIL import Image

from grader.classroom.worker import Worker
from grader.course import known
from grader.course.folder import Course
from tests.browser import chromium, tab

PICTURE = Path("docs/figures/feedback.png")
MISTAKE, ASSIGNMENT = "d_weights_from_output", "ps3_layer"
SIZE = {"width": 1160, "height": 1010}


def main():
    course = Course.find()
    wrong = next(wrong for wrong in known.wrong_solutions(course, ASSIGNMENT) if wrong.id == MISTAKE)
    with Worker(course, ASSIGNMENT, secret=b"picture") as worker:
        notebook = known.reference(course, ASSIGNMENT, **{wrong.exercise: wrong.code})
        page = worker.grade("nadia", notebook, page=True).page
    with tempfile.TemporaryDirectory() as folder, chromium() as browser, tab(browser, viewport=SIZE) as shown:
        path = Path(folder) / "page.html"
        path.write_bytes(page)
        shown.goto(path.as_uri())
        taken = Image.open(io.BytesIO(shown.screenshot()))
    taken.convert("RGB").quantize(160, dither=Image.Dither.NONE).save(PICTURE, optimize=True)
    print(f"{PICTURE}: {PICTURE.stat().st_size // 1000} kB")


if __name__ == "__main__":
    main()
