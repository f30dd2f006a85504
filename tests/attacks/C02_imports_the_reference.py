# C02 The grader and the reference are imported.
# Loses: nothing
import importlib
for name in ("grader", "grader.testing", "grader.exam.checks", "solutions.ps3_layer", "reference_ps3_layer", "ps3_layer"):
    attempt(name, lambda name=name: importlib.import_module(name).__file__)
sys.path.insert(0, COURSE)
sys.path.insert(0, COURSE + "/solutions")
for name in ("grader", "ps3_layer"):
    attempt(name, lambda name=name: importlib.import_module(name).__file__)
