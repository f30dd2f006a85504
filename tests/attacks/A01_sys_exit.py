# A01 The program leaves with exit code 0.
# Loses: layer
sys.exit(0)
