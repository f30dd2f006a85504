# mistake: the relative error of the whole arrays, ‖a − n‖ / max(‖a‖, ‖n‖), not of each element
# loses: every_element
def gradients_agree(analytic, numeric, tolerance=1e-5):
    a, n = np.asarray(analytic), np.asarray(numeric)
    if a.shape != n.shape or not np.isfinite(a).all() or not np.isfinite(n).all():
        return False
    d = np.linalg.norm(a - n)
    return bool(d <= tolerance * max(np.linalg.norm(a), np.linalg.norm(n)))
