answer_ps1: str = " d "
