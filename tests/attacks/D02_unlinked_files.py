# D02 Files that have no name any more and go on growing.
# Loses: layer
kept = []
while True:
    file = open("x", "wb")
    file.write(bytes(900_000))
    os.unlink("x")
    kept.append(file)
