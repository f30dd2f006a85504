"""For authors: a new assignment laid out, hidden tests proved by known solutions."""
