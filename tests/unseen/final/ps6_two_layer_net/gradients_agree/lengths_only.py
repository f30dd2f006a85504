# mistake: only the lengths are compared, so (3, 2) and (3, 1) or (3,) and (3, 1) are stretched to fit
# loses: shapes_and_infinities
def gradients_agree(analytic, numeric, tolerance=1e-5):
    a, n = np.atleast_1d(analytic), np.atleast_1d(numeric)
    if len(a) != len(n) or not np.isfinite(a).all() or not np.isfinite(n).all():
        return False
    try:
        return bool(np.all(np.abs(a - n) <= tolerance * np.maximum(np.abs(a), np.abs(n))))
    except ValueError:
        return False
