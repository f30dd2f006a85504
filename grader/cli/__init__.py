"""The command line."""

import sys

from grader.words import _

if sys.platform == "win32":  # said before anything is loaded that is not there
    sys.exit(
        _(
            "grader: it needs Linux, which walls around student code are made of; on Windows use WSL 2: docs/any-course.md says how."
        )
    )
