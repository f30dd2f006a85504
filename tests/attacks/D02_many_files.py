# D02 Files until the disk is full, each of them small enough.
# Loses: layer
n = 0
while True:
    with open(f"f{n}", "wb") as file:
        file.write(bytes(200_000))
    n += 1
