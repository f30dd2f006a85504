# H08 XML that grows a billionfold.
# Loses: layer
data = b'<!DOCTYPE x [<!ENTITY a "' + b"a" * 9000 + b'"><!ENTITY b "&a;&a;&a;&a;">]><x>&b;</x>'
os.write(3, len(data).to_bytes(4, "little") + data)
