# J02 Builtins are replaced.
# Loses: nothing
import builtins
builtins.open = builtins.print = builtins.repr = lambda *_, **__: os._exit(1)
