# E01 More threads than one can count.
# Loses: layer
threading.stack_size(64 * 1024)
started = []
while len(started) < 5000:
    thread = threading.Thread(target=time.sleep, args=(100,), daemon=True)
    thread.start()
    started.append(thread)
    time.sleep(0.0005)
