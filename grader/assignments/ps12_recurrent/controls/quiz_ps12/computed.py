letters = list("ABCD")
answer_ps12 = letters[-1]
