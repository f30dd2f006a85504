# D02 One file of 100 GB.
# Loses: layer
with open("x", "wb") as file:
    while True:
        file.write(bytes(1 << 20))
