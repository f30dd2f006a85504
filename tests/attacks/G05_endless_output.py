# G05 64 MB of text without a line's end.
# Loses: nothing
for _ in range(64):
    sys.stdout.write("x" * (1 << 20))
    sys.stderr.write("y" * 1000)
for _ in range(2_000):
    print(end="")
    display("")
