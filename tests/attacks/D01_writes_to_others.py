# D01 Other submissions and the gradebook are written to.
# Loses: nothing
for place in ("submitted/ada/ps3_layer/ps3_layer.ipynb", "gradebook.db", "autograded/x", ".grader/results/x"):
    attempt(place, lambda place=place: open(os.path.join(COURSE, place), "a"))
attempt("outside", lambda: open(OUTSIDE, "a"))
attempt("beside it", lambda: open(os.path.join(os.path.dirname(OUTSIDE), "new"), "w"))
attempt("remove", lambda: os.unlink(OUTSIDE))
attempt("rename", lambda: os.rename(OUTSIDE, OUTSIDE + "2"))
attempt("a hard link", lambda: os.link(OUTSIDE, "mine"))
attempt("cut", lambda: os.truncate(OUTSIDE, 0))
attempt("shared memory", lambda: open("/dev/shm/x", "w"))
attempt("/tmp", lambda: open("/tmp/x", "w"))
attempt("/var/tmp", lambda: open("/var/tmp/x", "w"))
