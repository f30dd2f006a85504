answer_ps9: str = "A"
print("my answer is", answer_ps9)
