answer_ps6: str = " c "
