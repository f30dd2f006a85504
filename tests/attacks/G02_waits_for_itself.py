# G02 It waits on a lock, on a pipe, for a signal.
# Loses: layer
import signal
threading.Thread(target=signal.pause, daemon=True)
reader, writer = os.pipe()
os.read(reader, 1)
