# mistake: compares with the number 1e-5, whatever tolerance is handed in
# loses: gradients_agree: another tolerance
def gradients_agree(analytic, numeric, tolerance=1e-5):
    if analytic.shape != numeric.shape:
        return False
    if not np.isfinite(analytic).all() or not np.isfinite(numeric).all():
        return False
    unterschied = np.abs(analytic - numeric)
    grenze = 1e-5 * np.maximum(np.abs(analytic), np.abs(numeric))
    return bool((unterschied <= grenze).all())
