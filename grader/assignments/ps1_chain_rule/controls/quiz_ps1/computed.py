options = dict(zip("ABCD", ("adds", "solves", "steps", "multiplies")))
answer_ps1 = next(letter for letter, what in options.items() if what == "multiplies")
print(answer_ps1)
