"""The course's settings, for nbgrader and for the grader: both read this file, and this file alone.

`nbgrader_config.py` loads it, so every nbgrader command run in this folder, and formgrader, grade as `grader grade` does.
"""

c = get_config()  # noqa: F821

c.CourseDirectory.course_id = "backpropagation"
c.IncludeHeaderFooter.header = ""

# Released notebooks: the stubs in source/ are what students get, so nothing is cleared but the hidden part of test cells.
c.GenerateAssignment.preprocessors = [
    "nbgrader.preprocessors.LockCells",
    "nbgrader.preprocessors.ClearOutput",
    "nbgrader.preprocessors.CheckCellMetadata",
    "nbgrader.preprocessors.ComputeChecksums",
    "nbgrader.preprocessors.SaveCells",
    "nbgrader.preprocessors.ClearHiddenTests",
    "nbgrader.preprocessors.ComputeChecksums",
    "nbgrader.preprocessors.CheckCellMetadata",
]

# Grading: the notebook is laid out as its source says, then graded by the course's own engine, never by nbgrader's kernel.
c.Autograde.sanitize_preprocessors = [
    "grader.nbgrader_plugin.Align",
    "nbgrader.preprocessors.ClearOutput",
    "nbgrader.preprocessors.OverwriteKernelspec",
    "nbgrader.preprocessors.CheckCellMetadata",
]
c.Autograde.autograde_preprocessors = [
    "grader.nbgrader_plugin.Examine",
    "nbgrader.preprocessors.SaveAutoGrades",
    "nbgrader.preprocessors.AssignLatePenalties",
    "nbgrader.preprocessors.CheckCellMetadata",
]

# Isolation: "auto" takes the strongest walls that can be built here, "full" (namespaces and a private root, Landlock,
# seccomp, limits) or "partial" (no namespaces), and refuses where there are none. "full" and "partial" insist on that
# one. "none" runs student code without walls: only for code that you would run yourself.
c.Grader.isolation = "auto"

# Limits for one submission. Times in seconds, sizes in bytes.
c.Grader.cells_seconds = 10.0  # all cells of the notebook together
c.Grader.call_seconds = 2.0  # each call that a hidden test makes
c.Grader.cpu_seconds = 60  # processor time of the whole process
c.Grader.memory = 1 << 30  # address space
c.Grader.threads = 32
c.Grader.output = 1 << 20  # text and pictures kept of each cell; the rest is dropped
c.Grader.files = 16 << 20  # what it may write, in a folder of its own that vanishes
