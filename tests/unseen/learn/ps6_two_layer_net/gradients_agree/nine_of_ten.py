# mistake: it is enough that 90 per cent of the elements agree.
# loses: every_element, zeros
def gradients_agree(analytic, numeric, tolerance=1e-5):
    a, n = np.asarray(analytic), np.asarray(numeric)
    if a.shape != n.shape or not np.isfinite(a).all() or not np.isfinite(n).all():
        return False
    gross = np.maximum(np.abs(a), np.abs(n))
    fehler = np.divide(np.abs(a - n), gross, out=np.zeros_like(gross, dtype=float), where=gross > 0)
    return bool(np.mean(fehler <= tolerance) >= 0.9)
