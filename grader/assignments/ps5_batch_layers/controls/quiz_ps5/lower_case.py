answer_ps5: str = " b "
