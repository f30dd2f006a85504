answer_ps9 = "a"
