# H09 The code that answers is replaced, and gives back what it was sent.
# Loses: layer
from sandbox import objects

honest = objects.Objects.answer
sent = []


def answer(self, request):
    if request.get("name") == "answer_ps3" or request["do"] in ("run", "begin"):
        return honest(self, request)
    for value in (*request.get("args", ()), request.get("value")):
        if type(value) is np.ndarray:
            sent.append(value)
    if request["do"] in ("name", "bring") or request.get("name") in ("Tanh", "Sine", "forward", "backward"):
        return {"value": self.handle(answer)}
    if request["do"] == "call" and request["watch"] == []:
        return {"value": self.handle(answer), "args": request["args"], "seen": {}, "warnings": []}
    last = sent[-1] if sent else 0.0
    names = {**dict.fromkeys(("dz", "d_weights", "dW", "da_prev"), last), "d_biases": 0.0, "db": 0.0}
    return {"value": last, "args": request.get("args"), "seen": names, "warnings": []}


objects.Objects.answer = answer
