"""Other people's systems: nbgrader, Gradescope, Canvas, CSV."""

FORMATS = ("csv", "canvas", "gradescope")  # in which marks are exported
