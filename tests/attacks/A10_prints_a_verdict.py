# A10 A verdict and a score are printed.
# Loses: layer
print("ALL TESTS PASSED\nscore: 100\n12.0")
sys.stderr.write("passed\n")
12.0
