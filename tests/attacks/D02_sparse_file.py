# D02 A file that claims to be large.
# Loses: layer
with open("x", "wb") as file:
    file.truncate(1 << 40)
