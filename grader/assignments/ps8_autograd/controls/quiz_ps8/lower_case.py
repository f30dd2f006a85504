answer_ps8 = " c "
