# mistake: elements where either of the two is 0 are left out, so a gradient that is wrongly 0 agrees
# loses: gradients_agree: 0 in one of them only
def gradients_agree(analytic, numeric, tolerance=1e-5):
    a, n = np.asarray(analytic), np.asarray(numeric)
    if a.shape != n.shape:
        return False
    if np.isnan(a).any() or np.isnan(n).any() or np.isinf(a).any() or np.isinf(n).any():
        return False
    nonzero = (a != 0) & (n != 0)      # avoid 0/0
    rel = np.abs(a[nonzero] - n[nonzero]) / np.maximum(np.abs(a[nonzero]), np.abs(n[nonzero]))
    return bool(np.all(rel <= tolerance))
