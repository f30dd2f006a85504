# A11 A results file is looked for, and written where one might be.
# Loses: nothing
for name in os.environ:
    if "RESULT" in name or "NBGRADER" in name or "SECRET" in name:
        print("ESCAPED", name)
for place in ("results.json", ".grader/results/ps3_layer/mallory.json", "autograded/mallory", "gradebook.db", "feedback/x"):
    attempt(place, lambda place=place: open(os.path.join(COURSE, place), "a"))
