# G01 A loop that never ends.
# Loses: layer
while True: pass
