# E08 As the first process of its namespace, deaf to every signal but one.
# Loses: layer
import signal
for name in ("SIGTERM", "SIGXCPU", "SIGALRM", "SIGINT", "SIGHUP"):
    signal.signal(getattr(signal, name), signal.SIG_IGN)
threading.Thread(target=lambda: [None for _ in iter(int, 1)]).start()
while True:
    pass
