answer_ps3: str = " b "
