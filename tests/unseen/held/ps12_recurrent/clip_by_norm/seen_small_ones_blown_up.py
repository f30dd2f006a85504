# mistake: The arrays are always scaled to max_norm, also where their norm is smaller.
# loses: gradients below max_norm

def clip_by_norm(grads, max_norm):
    quadrate = sum((g * g).sum() for g in grads.values())
    norm = float(np.sqrt(quadrate))
    if norm == 0:
        return norm
    faktor = max_norm / norm
    for name in grads:
        grads[name][...] = grads[name] * faktor
    return norm
