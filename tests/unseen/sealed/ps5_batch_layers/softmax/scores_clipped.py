# mistake: against overflow the scores are clipped to -50 ... 50, and larger ones can't be told apart any more
# loses: softmax of large scores
def softmax(x):
    """Scores x (C,) or (N, C). Returns probabilities of the same shape."""
    x = np.clip(x, -50.0, 50.0)
    e = np.exp(x)
    return e / e.sum(axis=-1, keepdims=True)
