# E09 It kills itself and its parent.
# Loses: nothing
attempt("itself", lambda: os.kill(os.getpid(), 9))
attempt("its parent", lambda: os.kill(os.getppid() or 1, 9))
attempt("its group", lambda: os.killpg(0, 9))
attempt("everyone", lambda: os.kill(-1, 9))
import fcntl
ours, theirs = socket.socketpair()
attempt("by a descriptor's owner", lambda: fcntl.fcntl(ours, fcntl.F_SETOWN, os.getppid() or 1))
attempt("by a lease", lambda: fcntl.fcntl(open(np.__file__).fileno(), 1024, fcntl.F_RDLCK))
