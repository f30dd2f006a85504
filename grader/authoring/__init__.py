"""An author at work: a new assignment laid out, hidden tests proved by solutions whose marks are known."""
