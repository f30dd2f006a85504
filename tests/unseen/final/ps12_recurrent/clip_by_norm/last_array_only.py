# mistake: The sum of squares is set anew for each array, so the norm is that of the last array alone.
# loses: norm scaled
def clip_by_norm(grads, max_norm):
    for name in grads:
        total = np.sum(np.square(grads[name]))
    norm = np.sqrt(total)
    rate = max_norm / (norm + 1e-6)
    if rate < 1:
        for name in grads:
            grads[name] *= rate
    return norm
