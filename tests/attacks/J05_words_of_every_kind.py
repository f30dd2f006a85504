# J05 Errors whose words are controls, escapes, markup and very long.
# Loses: dz, d_weights, d_biases, da_prev, update
class Loud(Exception):
    __str__ = lambda self: "\x1b[31m\x1b]0;title\x07\u202e\u2066\x00<script>alert(1)</script>=cmd|' /C calc'!A0 " + "x" * 10**7


Loud.__name__ = Loud.__qualname__ = "<script>alert(2)</script>\x1b[2J" + "y" * 10**6


def backward(self, da, learning_rate):
    raise Loud


Layer.backward = backward
