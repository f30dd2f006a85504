# mistake: only the numeric gradient is looked at for NaN and infinity; an infinite analytic one agrees, as ∞ ≤ tolerance·∞
# loses: shapes_and_infinities
def gradients_agree(analytic, numeric, tolerance=1e-5):
    a, n = np.asarray(analytic, float), np.asarray(numeric, float)
    if a.shape != n.shape or not np.isfinite(n).all():
        return False
    return bool(np.all(np.abs(a - n) <= tolerance * np.maximum(np.abs(a), np.abs(n))))
