# mistake: no shapes are compared: arrays that broadcast, (3,) and (1, 3), agree
# loses: gradients_agree: different shapes
def gradients_agree(analytic, numeric, tolerance=1e-5):
    try:
        diff = np.abs(analytic - numeric)
    except ValueError:          # shapes don't fit
        return False
    size = np.maximum(np.abs(analytic), np.abs(numeric))
    if not np.isfinite(size).all():
        return False
    relative = diff / np.where(size > 0, size, 1.0)
    return bool(np.all(relative <= tolerance))
