import math


def gradients_agree(analytic: np.ndarray, numeric: np.ndarray, tolerance: float = 1e-5) -> bool:
    if analytic.shape != numeric.shape:
        print("shapes differ")
        return False
    for a, n in zip(analytic.ravel().tolist(), numeric.ravel().tolist()):
        if not math.isfinite(a) or not math.isfinite(n):
            return False
        if a == 0 and n == 0:
            continue
        if abs(a - n) / max(abs(a), abs(n)) > tolerance:
            return False
    return True
