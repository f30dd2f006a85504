# A09 Every alarm is cancelled, every signal ignored.
# Loses: layer
import signal
for number in range(1, 65):
    try:
        signal.signal(number, signal.SIG_IGN)
    except (OSError, ValueError):
        pass
signal.alarm(0)
signal.setitimer(signal.ITIMER_REAL, 0)
while True:
    pass
