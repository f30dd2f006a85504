choices = {"why": "C"}
answer_ps8 = choices["why"]
