# J09 Hooks of the interpreter and of IPython are taken.
# Loses: nothing
sys.excepthook = sys.unraisablehook = sys.displayhook = lambda *_: os._exit(1)
shell = get_ipython()
shell.events.register("post_run_cell", lambda *_: print("hook"))
shell.input_transformers_cleanup.append(lambda lines: lines)
sys.stdout = sys.stderr = None
