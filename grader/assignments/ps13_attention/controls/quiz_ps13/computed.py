answer_ps13 = "ABCD"[0]
