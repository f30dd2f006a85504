# G02 It sleeps for thirty years.
# Loses: layer
time.sleep(10**9)
