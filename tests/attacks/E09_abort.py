# E09 It aborts.
# Loses: layer
os.abort()
