answer_ps4: str = " a "
