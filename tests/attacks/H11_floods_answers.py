# H11 Every answer is as large as it may be.
# Loses: layer
from sandbox import objects

honest = objects.Objects.answer
large = np.zeros(900_000)
objects.Objects.answer = lambda self, request: {**honest(self, request), "extra": large} if request["do"] != "run" else honest(self, request)
