# H10 Answers to questions that were not asked yet.
# Loses: layer
from sandbox import wire
for number in range(3, 400):
    os.write(3, wire.frame(wire.encode({"value": 1.0, "args": [], "seen": {}, "warnings": [], "number": number})))
