# mistake: the denominator is |a + n|, so for opposite signs of equal size it is 0 and the pair is taken for two zeros
# loses: verdict
def gradients_agree(analytic, numeric, tolerance=1e-5):
    a, n = np.asarray(analytic, float), np.asarray(numeric, float)
    if a.shape != n.shape or not np.isfinite(a).all() or not np.isfinite(n).all():
        return False
    s = np.abs(a + n)
    rel = np.divide(np.abs(a - n), s, out=np.zeros_like(s), where=s != 0)
    return bool(np.all(rel <= tolerance))
