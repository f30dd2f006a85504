# mistake: new arrays are put into the dict, and the arrays that came in keep their length
# loses: whoever holds the arrays sees no clipping

def clip_by_norm(grads, max_norm):
    squares = 0.0
    for name in grads:
        flat = grads[name].ravel()
        squares += flat @ flat
    norm = float(squares**0.5)
    factor = max_norm / (norm + 1e-7)
    if factor < 1:
        for name in grads:
            grads[name] = grads[name] * factor
    return norm
