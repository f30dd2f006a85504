# mistake: The norm is measured again after scaling, and that one is returned, where the norm from before is wanted.
# loses: norm
def total_norm(grads):
    squares = 0.0
    for g in grads.values():
        squares += np.sum(g * g)
    return np.sqrt(squares)


def clip_by_norm(grads, max_norm):
    norm = total_norm(grads)
    if norm > max_norm:
        for g in grads.values():
            np.multiply(g, max_norm / norm, out=g)
    return total_norm(grads)
