# H03 A message that breaks off.
# Loses: layer
os.write(3, b'\x40\0\0\0' + b'x' * 10)
