answer_ps11: str = " a "
