# mistake: infinities are replaced by large numbers and then agree with each other
# loses: False for infinity

def gradients_agree(analytic, numeric, tolerance=1e-5):
    if analytic.shape != numeric.shape:
        return False
    if np.isnan(analytic).any() or np.isnan(numeric).any():
        return False
    analytic, numeric = np.nan_to_num(analytic), np.nan_to_num(numeric)
    difference = np.abs(analytic - numeric)
    size = np.maximum(np.abs(analytic), np.abs(numeric))
    return bool(np.all(difference <= tolerance * size))
