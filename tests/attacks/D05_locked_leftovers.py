# D05 Leftovers without any permission.
# Loses: nothing
os.mkdir("locked", 0o700)
open("locked/file", "w").write("x")
os.chmod("locked/file", 0)
os.chmod("locked", 0)
os.umask(0o777)
os.mkdir("other")
open("other.txt", "w").close()
os.symlink("/", "link")
os.symlink("nowhere", "broken")
