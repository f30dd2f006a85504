"""A class: who is graded, by which workers, and what is kept of it."""
