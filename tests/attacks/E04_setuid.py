# E04 Programs with more rights.
# Loses: nothing
for program in ("/usr/bin/sudo", "/bin/su", "/usr/bin/passwd", "/bin/ping", "/usr/bin/chfn"):
    attempt(program, lambda program=program: os.execv(program, [program]))
attempt("setuid", lambda: os.setuid(0) or os.setresuid(0, 0, 0))
