# H05 Seven million empty lists.
# Loses: layer
data = b"\x92\xa1l\xdd\x00\x70\x00\x00" + b"\x90" * 0x700000
data = len(data).to_bytes(4, "little") + data
while data:
    data = data[os.write(3, data) :]
