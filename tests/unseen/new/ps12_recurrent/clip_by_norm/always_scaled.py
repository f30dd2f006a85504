# mistake: small gradients are scaled up to max_norm too.
# loses: small
def clip_by_norm(grads, max_norm):
    s = 0.0
    for g in grads.values():
        s += np.sum(g ** 2)
    norm = float(np.sqrt(s))
    if norm > 0:
        for g in grads.values():
            g *= max_norm / norm
    return norm
