# C01 The hidden tests, sources and marks are opened where they are.
# Loses: nothing
for place in ("grader/assignments/ps3_layer/test_layer.py", "solutions/ps3_layer.py", "source/ps3_layer/ps3_layer.ipynb",
              "gradebook.db", "course_config.py", ".grader/secret", "submitted", "autograded", "feedback", "."):
    attempt(place, lambda place=place: os.listdir(os.path.join(COURSE, place)))
    attempt(place, lambda place=place: open(os.path.join(COURSE, place)).read(9))
import sandbox
package = os.path.dirname(sandbox.__file__)
attempt("beside the walls", lambda: os.listdir(os.path.join(package, "..", "assignments")))
attempt("outside", lambda: open(OUTSIDE).read())
PRIVATE = ("student", ".pyenv", ".venv", os.path.basename(os.path.dirname(COURSE)), *sys.prefix.split("/"), *sys.base_prefix.split("/"))
PRIVATE += tuple(x for x in os.listdir("/tmp") if x.startswith("tmp")) if os.path.isdir("/tmp/..") and not os.path.exists(OUTSIDE) and os.access("/tmp", os.R_OK) else ()
for place in ("/root", "/home", "/etc/passwd", "/etc/shadow", "/var", "/tmp", "/autograder", "/proc", "/sys", "/run"):
    attempt(place, lambda place=place: [x for x in (os.listdir(place) if os.path.isdir(place) else open(place).read(9))
                                        if x not in PRIVATE][0])
