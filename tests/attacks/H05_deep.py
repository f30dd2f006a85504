# H05 Lists a million deep.
# Loses: layer
data = b"\x92\xa1l\x91" * 500_000
os.write(3, len(data).to_bytes(4, "little") + data)
