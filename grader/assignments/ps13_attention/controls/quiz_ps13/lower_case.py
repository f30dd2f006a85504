answer_ps13: str = " a "
