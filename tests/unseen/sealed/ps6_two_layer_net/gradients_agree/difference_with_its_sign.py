# mistake: the difference keeps its sign: an analytic gradient that is too small always passes
# loses: gradients_agree
def gradients_agree(analytic, numeric, tolerance=1e-5):
    analytic, numeric = np.asarray(analytic), np.asarray(numeric)
    if analytic.shape != numeric.shape:
        return False
    if not (np.isfinite(analytic).all() and np.isfinite(numeric).all()):
        return False
    scale = np.maximum(np.abs(analytic), np.abs(numeric))
    scale = np.where(scale == 0, 1.0, scale)
    error = (analytic - numeric) / scale
    return bool(np.all(error <= tolerance))
