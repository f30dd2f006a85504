# mistake: the relative error is that of the norms of the whole arrays, so one wrong small element is drowned
# loses: gradients_agree: element by element
def gradients_agree(analytic, numeric, tolerance=1e-5):
    if analytic.shape != numeric.shape:
        return False
    if not (np.all(np.isfinite(analytic)) and np.all(np.isfinite(numeric))):
        return False
    top = np.linalg.norm(analytic - numeric)
    bottom = np.linalg.norm(analytic) + np.linalg.norm(numeric)
    if bottom == 0:
        return True
    return bool(top / bottom <= tolerance)
