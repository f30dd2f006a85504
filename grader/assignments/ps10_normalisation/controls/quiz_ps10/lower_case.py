answer_ps10: str = " d "
