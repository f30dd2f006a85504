# mistake: The factor max_norm / norm is worked out before it is asked whether it is needed, with a plain float, so zeros raise ZeroDivisionError.
# loses: zeros
def clip_by_norm(grads, max_norm):
    norm = float(np.sqrt(sum(float((g * g).sum()) for g in grads.values())))
    factor = max_norm / norm
    if factor < 1:
        for g in grads.values():
            g *= factor
    return norm
