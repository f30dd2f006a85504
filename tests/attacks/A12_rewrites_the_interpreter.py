# A12 NumPy, site-packages and caches are written to.
# Loses: nothing
import sysconfig
packages = sysconfig.get_path("purelib")
attempt("NumPy", lambda: open(np.__file__, "a"))
attempt("cut off NumPy", lambda: os.truncate(np.__file__, 0))
attempt("cut off by opening", lambda: os.open(np.__file__, os.O_RDONLY | os.O_TRUNC))
attempt("a .pth", lambda: open(os.path.join(packages, "evil.pth"), "w"))
attempt("sitecustomize", lambda: open(os.path.join(packages, "sitecustomize.py"), "w"))
attempt("a cache", lambda: os.mkdir(os.path.join(packages, "__pycache__", "evil")))
attempt("rename", lambda: os.rename(np.__file__, np.__file__ + ".old"))
attempt("delete", lambda: os.unlink(np.__file__))
