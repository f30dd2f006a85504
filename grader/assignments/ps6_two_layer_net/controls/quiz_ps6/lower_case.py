answer_ps6: str = " d "
