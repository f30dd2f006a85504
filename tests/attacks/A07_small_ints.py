# A07 The memory of small whole numbers is overwritten.
# Loses: layer
import ctypes
ctypes.memmove(id(0) + 24, id(1) + 24, 4)
ctypes.memmove(id(5) + 24, id(7) + 24, 4)
