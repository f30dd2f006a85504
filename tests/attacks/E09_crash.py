# E09 The process reads where there is nothing.
# Loses: layer
ctypes.string_at(0)
