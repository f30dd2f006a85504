# G03 As much memory as there is, kept.
# Loses: nothing
kept = []
try:
    while True:
        kept.append(np.empty(1 << 21))
except MemoryError:
    kept = kept[: len(kept) // 2]
