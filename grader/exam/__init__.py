"""The examiner: hidden tests, one submission at a time, and what they say."""
