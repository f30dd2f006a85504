def gradients_agree(analytic, numeric, tolerance=1e-5):
    if np.shape(analytic) != np.shape(numeric):
        return False
    error = np.abs(analytic - numeric) / np.maximum(1e-8, np.abs(analytic) + np.abs(numeric))
    return bool(np.max(error) < tolerance)
