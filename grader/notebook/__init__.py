"""Notebooks: read as the hostile bytes they may be, laid out again, written."""
