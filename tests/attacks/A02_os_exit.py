# A02 The process is gone at once, with exit code 0.
# Loses: layer
os._exit(0)
