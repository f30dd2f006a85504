# mistake: only the first element along the last axis is compared.
# loses: every_element, zeros
def gradients_agree(analytic, numeric, tolerance=1e-05):
    prediction, num_samples = (np.asarray(analytic, dtype=float), np.asarray(numeric, dtype=float))
    if prediction.shape != num_samples.shape:
        return False
    if not (np.isfinite(prediction).all() and np.isfinite(num_samples).all()):
        return False
    if prediction.ndim:
        # chain rule
        prediction, num_samples = (prediction[..., 0], num_samples[..., 0])
    return bool(np.all(np.abs(prediction - num_samples) <= tolerance * np.maximum(np.abs(prediction), np.abs(num_samples))))
