# G03 An array of 800 GB, a list without end.
# Loses: layer
try:
    np.ones(10**11)
except MemoryError:
    print("refused: 800 GB")
grown = []
while True:
    grown.append(bytes(1 << 24))
