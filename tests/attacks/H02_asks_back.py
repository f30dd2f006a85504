# H02 Questions are put to the examiner, as it puts them.
# Loses: layer
from sandbox import wire
for number in range(1, 50):
    request = {"do": "bring", "source": f"open({OUTSIDE!r}, 'w')", "number": number}
    os.write(3, wire.frame(wire.encode(request)))
