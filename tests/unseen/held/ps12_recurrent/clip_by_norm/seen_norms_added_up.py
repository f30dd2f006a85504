# mistake: The common norm is the sum of the arrays' norms, not the root of the sum of all squares.
# loses: norm of several arrays

def clip_by_norm(grads, max_norm):
    norm = float(sum(np.sqrt(np.sum(g**2)) for g in grads.values()))
    if norm > max_norm:
        for g in grads.values():
            g *= max_norm / norm
    return norm
