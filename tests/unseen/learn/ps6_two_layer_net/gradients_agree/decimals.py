# mistake: both are rounded to five decimals and compared, which is an absolute error.
# loses: verdict, every_element
def gradients_agree(analytic, numeric, tolerance=1e-5):
    a, n = np.asarray(analytic, dtype=float), np.asarray(numeric, dtype=float)
    if a.shape != n.shape:
        return False
    if np.isnan(a).any() or np.isnan(n).any() or np.isinf(a).any() or np.isinf(n).any():
        return False
    stellen = int(round(-np.log10(tolerance)))
    return bool(np.array_equal(np.round(a, stellen), np.round(n, stellen)))
