# mistake: elements whose numerical gradient is exactly 0 are not looked at, whatever the analytic one is
# loses: gradients_agree
def gradients_agree(analytic, numeric, tolerance=1e-5):
    same_shape = analytic.shape == numeric.shape
    if not same_shape:
        return False
    if not (np.all(np.isfinite(analytic)) and np.all(np.isfinite(numeric))):
        return False
    mask = numeric != 0
    rel = np.abs(analytic[mask] - numeric[mask]) / np.maximum(np.abs(analytic[mask]), np.abs(numeric[mask]))
    return bool((rel <= tolerance).all())
