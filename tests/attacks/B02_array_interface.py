# B02 A result that names an address of memory to be read as an array.
# Loses: da_prev
class Interface:
    __array_interface__ = {"data": (4096, False), "shape": (3, 1), "typestr": "<f8", "version": 3}
    __array_struct__ = property(lambda self: os._exit(0))
    __array_priority__ = 1e9


Layer.backward = lambda self, da, learning_rate, right=Layer.backward: right(self, da, learning_rate) is None or Interface()
