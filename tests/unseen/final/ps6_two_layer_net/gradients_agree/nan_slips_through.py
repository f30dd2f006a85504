# mistake: not (error > tolerance).any(): every comparison with NaN is False, so NaN agrees
# loses: shapes_and_infinities
def gradients_agree(analytic, numeric, tolerance=1e-5):
    a, n = np.asarray(analytic), np.asarray(numeric)
    if a.shape != n.shape:
        return False
    if np.isinf(a).any() or np.isinf(n).any():
        return False
    zu_gross = np.abs(a - n) > tolerance * np.maximum(np.abs(a), np.abs(n))
    return not bool(zu_gross.any())
