# F01 Something is sent out: connections, names, datagrams.
# Loses: nothing
import urllib.request
attempt("a socket", socket.socket)
attempt("UDP", lambda: socket.socket(socket.AF_INET, socket.SOCK_DGRAM))
attempt("raw", lambda: socket.socket(socket.AF_INET, socket.SOCK_RAW))
attempt("netlink", lambda: socket.socket(16, socket.SOCK_RAW))
attempt("IPv6", lambda: socket.socket(socket.AF_INET6))
attempt("vsock", lambda: socket.socket(40))
attempt("a name", lambda: socket.getaddrinfo("example.org", 80))
attempt("HTTP", lambda: urllib.request.urlopen(f"http://127.0.0.1:{PORT}/", timeout=1))
