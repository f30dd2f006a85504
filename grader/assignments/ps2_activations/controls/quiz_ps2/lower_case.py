answer_ps2: str = " c "
