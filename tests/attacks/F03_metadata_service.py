# F03 The cloud's metadata service is asked.
# Loses: nothing
import urllib.request
attempt("metadata", lambda: urllib.request.urlopen("http://169.254.169.254/latest/meta-data/", timeout=1))
