# D02 A million files with nothing in them.
# Loses: layer
for n in range(10**6):
    open(f"f{n}", "wb").close()
raise SystemExit("a million files")
