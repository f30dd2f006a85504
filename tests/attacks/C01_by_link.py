# C01 A link in its own folder leads to the hidden tests.
# Loses: nothing
os.symlink(COURSE, "course")
os.symlink("/", "root")
attempt("link", lambda: os.listdir("course"))
attempt("root", lambda: open("root/etc/passwd").read())
attempt("dots", lambda: open("root/../../../../etc/passwd").read())
