# A08 Clocks stand still, and the loop never ends.
# Loses: layer
time.time = time.monotonic = time.perf_counter = time.process_time = lambda: 0
while True:
    pass
