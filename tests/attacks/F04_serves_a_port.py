# F04 A port is opened for a partner.
# Loses: nothing
attempt("a server", lambda: socket.create_server(("127.0.0.1", 0)))
import http.server
attempt("HTTP", lambda: http.server.HTTPServer(("", 0), http.server.SimpleHTTPRequestHandler))
import asyncio
attempt("asyncio", lambda: asyncio.new_event_loop().run_until_complete(asyncio.start_server(print, "127.0.0.1", 0)).sockets[0])
