# C07 Something is left for the next submission, and looked for.
# Loses: nothing
import builtins
for place in (np, sys, builtins, os):
    if getattr(place, "left_by_the_last_one", False):
        print("ESCAPED found what another left")
    place.left_by_the_last_one = True
if os.path.exists("left"):
    print("ESCAPED a file of another's")
open("left", "w").write("x")
np.seterr(all="ignore")
np.random.seed(7)
