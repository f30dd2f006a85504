# H09 The code that answers is replaced, and gives values of every kind.
# Loses: layer
from sandbox import objects

honest = objects.Objects.answer
things = [None, ..., True, -1, 2**62, 1e308, float("nan"), "x", [], {}, [[[]]], {"a": 1}, np.zeros(0), np.zeros((0, 9)),
          np.array([True]), np.array(["a"]), np.full((2, 2), np.inf), (), "\0", {"error": {"type": 1}}, Exception, print]
count = 0


def answer(self, request):
    global count
    if request.get("name") == "answer_ps3" or request["do"] in ("run", "begin"):
        return honest(self, request)
    count += 1
    thing = things[count % len(things)]
    keys = ("value", "args", "seen", "warnings", "missing", "error")
    return {key: things[(count + n) % len(things)] for n, key in enumerate(keys[: 1 + count % 6])} if count % 3 else {"value": thing}


objects.Objects.answer = answer
