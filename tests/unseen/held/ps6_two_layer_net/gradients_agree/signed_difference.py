# mistake: the difference keeps its sign, so elements that are too small always pass
# loses: gradients smaller than the numerical ones

def gradients_agree(analytic, numeric, tolerance=1e-5):
    if analytic.shape != numeric.shape:
        return False
    if not (np.isfinite(analytic).all() and np.isfinite(numeric).all()):
        return False
    difference = analytic - numeric
    size = np.maximum(np.abs(analytic), np.abs(numeric))
    return bool(np.all(difference <= tolerance * size))
