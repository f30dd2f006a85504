"""The course's settings, for nbgrader and for the grader: both read this file, and this file alone.

`nbgrader_config.py` loads it, so every nbgrader command run in this folder, and formgrader, grade as `grader grade` does.
"""

import os
import sys

c = get_config()  # noqa: F821

# nbgrader calls `alembic` by its name, when it makes a gradebook: it lies beside the Python that reads this.
os.environ["PATH"] = os.pathsep.join((os.path.dirname(sys.executable), os.environ.get("PATH", os.defpath)))

# The course's name in nbgrader's exchange.
c.CourseDirectory.course_id = "COURSE_ID"

# No cells are put before or after an assignment's own.
c.IncludeHeaderFooter.header = ""

# Released notebooks: the stubs in source/ are what students get, so nothing is cleared but the hidden part of test cells, and what
# stands between BEGIN SOLUTION and END SOLUTION.
c.GenerateAssignment.preprocessors = [
    "nbgrader.preprocessors.LockCells",
    "grader.integrations.nbgrader_preprocessors.ClearMarkedSolutions",
    "nbgrader.preprocessors.ClearOutput",
    "nbgrader.preprocessors.CheckCellMetadata",
    "nbgrader.preprocessors.ComputeChecksums",
    "nbgrader.preprocessors.SaveCells",
    "nbgrader.preprocessors.ClearHiddenTests",
    "grader.integrations.nbgrader_preprocessors.AddHandIn",
    "nbgrader.preprocessors.ComputeChecksums",
    "nbgrader.preprocessors.CheckCellMetadata",
]

# Grading: the notebook is laid out as its source says, then graded by the course's own engine, never by nbgrader's kernel.
c.Autograde.sanitize_preprocessors = [
    "grader.integrations.nbgrader_preprocessors.Align",
    "nbgrader.preprocessors.ClearOutput",
    "nbgrader.preprocessors.OverwriteKernelspec",
    "nbgrader.preprocessors.CheckCellMetadata",
]
c.Autograde.pre_convert_hook = "grader.integrations.nbgrader_preprocessors.only_plain_notebooks"
c.Autograde.autograde_preprocessors = [
    "grader.integrations.nbgrader_preprocessors.Examine",
    "nbgrader.preprocessors.SaveAutoGrades",
    "nbgrader.preprocessors.AssignLatePenalties",
    "nbgrader.preprocessors.CheckCellMetadata",
]

# What a student wrote in Markdown is cleaned before formgrader or nbgrader's feedback shows it.
c.HTMLExporter.filters = {
    "markdown2html": "grader.integrations.nbgrader_markdown.markdown2html",
    "clean_html": "grader.integrations.nbgrader_markdown.clean_html",
}

# Late penalties, by nbgrader's own plugins. `grader grade` and nbgrader take off the same; exports count it, a student's page shows
# what was earned. An assignment's due date stands in the gradebook, with extensions for single students:
#   nbgrader db assignment add ps3_layer --duedate "2027-03-01 12:00:00 UTC"
# When a notebook was handed in is told by submitted/<student>/<assignment>/timestamp.txt, which nbgrader's exchange and
# zip_collect write; without it nobody is late. "none" takes nothing off, "zero" everything. For another rule name a class of yours,
# a subclass of nbgrader.plugins.LateSubmissionPlugin in a module that Python finds. After a change: grader grade ASSIGNMENT --again
c.LateSubmissionPlugin.penalty_method = "none"
# c.AssignLatePenalties.plugin_class = "our_rules.PerDay"

# Whom students ask: a name, an address, a place. It stands on feedback pages, and on the server's unless c.Service.contact says another.
c.Grader.contact = ""

# Isolation of student code: "auto" takes the strongest walls that can be built here, "full" (namespaces and a private root,
# Landlock, seccomp, limits) or "partial" (no namespaces), and refuses where there are none. "full" and "partial" insist on that
# one. "none" runs student code without walls: only for code that you would run yourself. docs/security.md says what each promises.
c.Grader.isolation = "auto"

# Limits for one submission. Times in seconds, sizes in bytes.
c.Grader.cells_seconds = 10.0  # all cells of the notebook together
c.Grader.call_seconds = 2.0  # each call that a hidden test makes
c.Grader.total_seconds = 120.0  # everything together, with the fresh starts after a call that ended the process
c.Grader.cpu_seconds = 60  # processor time of one process
c.Grader.memory = 1 << 30  # address space
c.Grader.threads = 32
c.Grader.output = 1 << 20  # text and pictures kept; the rest is dropped
c.Grader.files = 16 << 20  # what it may write, in a folder of its own that vanishes

# Test cells of an assignment without hidden test files that run in the student's own process, beside the code that they judge, as
# plain nbgrader has it: "assignment", "assignment/cell" or "assignment/notebook/cell". Inside the walls, but student code can see
# such a cell, and cheat it. `grader verify` names those that can't be judged otherwise.
c.Grader.beside_student_code = []

# `grader serve`: students hand in by personal links and read why at once. docs/serving.md explains all of it. `counts`, `hints`,
# `attempts`, `pause_seconds` and `due` may be set for single assignments; a due date names its time zone.
# c.Service.title = "Backpropagation"
# c.Service.contact = "grace@example.org"
# c.Service.counts = "last"  # or "best"
# c.Service.hints = "at once"  # or "when due", or a number: from which attempt on
# c.Service.assignments = {"ps3_layer": {"due": "2027-03-01 12:00 Europe/Berlin", "attempts": 10}}
# c.Service.smtp = {"host": "mail.example.org", "sender": "course@example.org", "user": "course"}  # password: GRADER_SMTP_PASSWORD

# Language: pages, terminal and feedback speak the language of the environment (LANGUAGE, LC_MESSAGES, LANG) as far as grader/locale/
# has a catalogue for it; there is nothing to set here. For one run: LANGUAGE=de grader grade ps3_layer
