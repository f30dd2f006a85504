# mistake: the norm from after the clipping is returned
# loses: the returned number where something was clipped

def clip_by_norm(grads, max_norm):
    squares = 0.0
    for name in grads:
        flat = grads[name].ravel()
        squares += flat @ flat
    norm = float(squares**0.5)
    factor = max_norm / (norm + 1e-7)
    if factor < 1:
        for name in grads:
            grads[name][...] = grads[name] * factor
    return min(norm, max_norm)
