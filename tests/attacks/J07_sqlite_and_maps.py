# J07 Databases, shared maps and descriptors are left behind.
# Loses: nothing
import mmap
import sqlite3
base = sqlite3.connect("base.db")
base.execute("create table t (x)")
base.execute("insert into t values (randomblob(100000))")
shared = mmap.mmap(-1, 1 << 20, flags=mmap.MAP_SHARED)
files = [open("/dev/null") for _ in range(40)]
pipes = [os.pipe() for _ in range(3)]
attempt("a memory file", lambda: os.memfd_create("x"))
attempt("shared memory", lambda: __import__("multiprocessing.shared_memory", fromlist=["x"]).SharedMemory("x", True, 100))
attempt("a semaphore", lambda: __import__("multiprocessing").Lock())
