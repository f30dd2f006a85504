# E03 A shell with a socket.
# Loses: nothing
import subprocess
attempt("a shell", lambda: subprocess.Popen(["bash", "-i"]))
attempt("exec", lambda: os.execv("/bin/sh", ["sh", "-c", "echo ESCAPED"]))
attempt("popen", lambda: os.popen("id").read() or 1 / 0)
attempt("system", lambda: 1 / 0 if os.system("id") else "it ran")
attempt("a connection", lambda: socket.create_connection(("127.0.0.1", PORT), 1))
