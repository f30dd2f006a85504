answer_ps1: str = " b "
