# G01 A loop that catches whatever would stop it.
# Loses: layer
while True:
    try:
        while True:
            pass
    except BaseException:
        continue
