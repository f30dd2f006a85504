# H03 A message with more behind it.
# Loses: layer
from sandbox import wire
for number in range(1, 9):
    os.write(3, wire.frame(wire.encode({"outputs": [], "error": None, "number": number}) + b"more"))
