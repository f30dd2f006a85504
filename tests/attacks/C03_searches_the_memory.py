# C03 All objects are searched for tests, answers and secrets.
# Loses: nothing
marks = ("grader.testing", "grader.exam", "grader/assignments", "assert_" + "gradient", "secr" + "et", "learning_rate_" + "ignored")
for thing in gc.get_objects():
    if type(thing) is dict:
        for key in list(thing):
            if type(key) is str and any(mark == key or mark + "_" == key for mark in marks):
                print("ESCAPED", key)
for name in list(sys.modules):
    if name.startswith(("grader", "pytest", "_pytest", "nbgrader")):
        print("ESCAPED", name)
frame = sys._getframe()
while frame:
    if any(name in frame.f_locals for name in ("expected", "want", "reference")):
        print("ESCAPED", frame)
    frame = frame.f_back
