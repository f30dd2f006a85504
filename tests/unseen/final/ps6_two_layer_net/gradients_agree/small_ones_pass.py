# mistake: entries that are both below 1e-9 in size are taken for 0 and agree, though one may be twice the other
# loses: verdict
def gradients_agree(analytic, numeric, tolerance=1e-5):
    a, n = np.asarray(analytic, float), np.asarray(numeric, float)
    if a.shape != n.shape or not np.isfinite(a).all() or not np.isfinite(n).all():
        return False
    top = np.maximum(np.abs(a), np.abs(n))
    return bool(np.all((np.abs(a - n) <= tolerance * top) | (top < 1e-9)))
