# E01 The process splits, and its halves do, for ever.
# Loses: nothing
attempt("fork", os.fork)
attempt("vfork", lambda: ctypes.CDLL(None).fork() if ctypes.CDLL(None).fork() >= 0 else os.fork())
attempt("spawn", lambda: os.posix_spawn("/bin/true", ["true"], {}))
import multiprocessing
attempt("multiprocessing", lambda: multiprocessing.get_context("fork").Process(target=print).start())
attempt("pty", lambda: __import__("pty").fork())
