# mistake: the difference has no absolute value, so whatever is too small is accepted
# loses: gradients_agree: elements that are too small
def gradients_agree(analytic, numeric, tolerance=1e-5):
    if np.shape(analytic) != np.shape(numeric):
        return False
    if not np.isfinite(analytic).all() or not np.isfinite(numeric).all():
        return False
    scale = np.maximum(np.abs(analytic), np.abs(numeric))
    scale = np.where(scale == 0, 1, scale)
    error = (analytic - numeric) / scale
    return bool((error <= tolerance).all())
