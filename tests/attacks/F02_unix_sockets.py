# F02 Sockets with a path are spoken to: by connecting, and by datagrams of an unconnected pair.
# Loses: nothing
attempt("connect", lambda: socket.socket(socket.AF_UNIX).connect(DATAGRAMS))
for kind in (socket.SOCK_DGRAM, socket.SOCK_SEQPACKET, socket.SOCK_RAW, socket.SOCK_STREAM):
    for address in (DATAGRAMS, "\0grader", "/dev/log", "/run/systemd/journal/socket"):
        try:
            ours, theirs = socket.socketpair(socket.AF_UNIX, kind)
            ours.sendto(b"from inside", address)
        except OSError as error:
            print(f"refused: a pair sends elsewhere ({type(error).__name__})")
        else:
            print("ESCAPED", kind, address)
