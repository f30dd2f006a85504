# mistake: shapes aren't compared, NumPy stretches (3,) and (1, 3) to fit
# loses: shapes_and_infinities
def gradients_agree(analytic, numeric, tolerance=1e-5):
    a, n = np.asarray(analytic), np.asarray(numeric)
    if not (np.isfinite(a).all() and np.isfinite(n).all()):
        return False
    try:
        return bool(np.all(np.abs(a - n) <= tolerance * np.maximum(np.abs(a), np.abs(n))))
    except ValueError:
        return False
