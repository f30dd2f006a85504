"""The systems around: nbgrader, Gradescope, Canvas."""
