# H07 Another channel is put in the channel's place.
# Loses: layer
ours, theirs = socket.socketpair()
os.dup2(theirs.fileno(), 3)
