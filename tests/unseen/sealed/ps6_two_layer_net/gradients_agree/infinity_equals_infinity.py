# mistake: equal elements agree without a further look, and so infinity agrees with infinity
# loses: gradients_agree
def gradients_agree(analytic, numeric, tolerance=1e-5):
    a = np.asarray(analytic, dtype=float)
    n = np.asarray(numeric, dtype=float)
    if a.shape != n.shape:
        return False
    equal = a == n
    with np.errstate(all="ignore"):
        relative = np.abs(a - n) / np.maximum(np.abs(a), np.abs(n))
    return bool(np.all(equal | (relative <= tolerance)))
