# mistake: the sum of squares, without its root, is compared with max_norm; between the two the arrays are scaled though they needn't be, or upwards
# loses: clip_by_norm (where the norm and its square lie on different sides of max_norm)
def clip_by_norm(grads, max_norm):
    total = 0.0
    for g in grads.values():
        total += np.sum(np.square(g))
    norm = total**0.5
    if total > max_norm:
        for g in grads.values():
            g *= max_norm / norm
    return norm
