# F05 The solution is downloaded, or installed.
# Loses: nothing
import urllib.request
attempt("a download", lambda: urllib.request.urlopen("https://raw.githubusercontent.com/x/y/solution.py", timeout=1))
attempt("pip", lambda: __import__("subprocess").check_call([sys.executable, "-m", "pip", "install", "solution"]))
