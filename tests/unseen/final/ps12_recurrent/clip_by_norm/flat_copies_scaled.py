# mistake: g.ravel() is scaled, which is a copy for an array that doesn't lie in one piece (a transposed one, a cut-out), so that one stays as it was.
# loses: in_place
def clip_by_norm(grads, max_norm):
    flat = {k: g.ravel() for k, g in grads.items()}
    norm = np.sqrt(sum(f @ f for f in flat.values()))
    if norm > max_norm:
        for f in flat.values():
            f *= max_norm / norm
    return norm
