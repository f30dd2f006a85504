# mistake: The norm is the sum of the arrays' own norms, where it is the root of the sum of all squares.
# loses: norm scaled small
def clip_by_norm(grads, max_norm):
    norm = sum(np.linalg.norm(g) for g in grads.values())
    if norm > max_norm:
        for g in grads.values():
            g *= max_norm / norm
    return float(norm)
