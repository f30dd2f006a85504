# C04 The environment is read for tokens.
# Loses: nothing
allowed = {"PATH", "LC_ALL", "HOME", "TMPDIR", "MPLCONFIGDIR", "IPYTHONDIR", "MPLBACKEND", "LC_CTYPE", "CLICOLOR", "PAGER", "GIT_PAGER"}
if set(os.environ) - allowed:
    print("ESCAPED", set(os.environ) - allowed)
attempt("environ", lambda: open("/proc/self/environ").read(1))
attempt("the parent's", lambda: open(f"/proc/{os.getppid()}/environ").read(1))
attempt("command lines", lambda: open("/proc/1/cmdline").read(1))
