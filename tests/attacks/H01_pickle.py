# H01 A pickle that would run a program.
# Loses: layer
import pickle


class Payload:
    def __reduce__(self):
        return os.system, ("touch " + OUTSIDE,)


data = pickle.dumps(Payload())
os.write(3, len(data).to_bytes(4, "little") + data)
