answer_ps4: str = " c "
