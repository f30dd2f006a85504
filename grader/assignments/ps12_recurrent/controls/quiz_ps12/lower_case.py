answer_ps12: str = " d "
