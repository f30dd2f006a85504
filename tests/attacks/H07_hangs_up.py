# H07 The channel is closed.
# Loses: layer
os.close(3)
