"""A real Jupyter server that asks no other machine, and what a person does in its pages."""

import contextlib
import json
import os
import re
import subprocess
import sys
import time
from pathlib import Path

from grader.notebook.cells import grade_id

SETTINGS = """
c = get_config()
c.ServerApp.ip = "127.0.0.1"
c.ServerApp.port = 0
c.ServerApp.open_browser = False
c.ServerApp.allow_root = True
c.IdentityProvider.token = "tests"
c.LabApp.news_url = None  # JupyterLab asks for news, for updates and for a list of extensions, unless it is told not to
c.LabApp.check_for_updates_class = "jupyterlab.handlers.announcements.NeverCheckForUpdate"
c.LabApp.extension_manager = "readonly"
"""
LAB_SETTINGS = {
    "apputils-extension/notification": {"fetchNews": "false", "checkForUpdates": False},
    "notebook-extension/tracker": {"windowingMode": "none"},  # every cell is there, not only those in view
}
SECONDS = 90  # for whatever a browser waits for, on a busy machine
JUPYTERS_OWN = "|".join(
    (
        "sandbox attribute",  # of its own frame
        "(took .*ms|taking too long) to activate",  # of a busy machine
        "Connection lost|[Rr]econnect|WebSocket|debugger state|Canceled future",  # of a kernel that is started anew
    )
)


@contextlib.contextmanager
def running(top, folder, **more):
    """A server of the folder `top`, started in `folder`, `more` in its environment: `url(path)`."""
    private = top / ".jupyter"
    for name, settings in LAB_SETTINGS.items():
        path = private / f"lab/user-settings/@jupyterlab/{name}.jupyterlab-settings"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(settings))
    (private / "jupyter_server_config.py").write_text(SETTINGS)
    environment = {
        **os.environ,
        "PATH": os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"])),
        "IPYTHONDIR": str(private / "ipython"),
        "JUPYTER_CONFIG_DIR": str(private),
        "JUPYTER_DATA_DIR": str(private / "data"),
        "JUPYTER_RUNTIME_DIR": str(private / "runtime"),
        **more,
    }
    command = [sys.executable, "-m", "jupyterlab", f"--ServerApp.root_dir={top}"]
    with (top / "server.log").open("w") as log:
        server = subprocess.Popen(command, cwd=folder, env=environment, stdout=log, stderr=log)
    try:
        runtime, deadline = private / f"runtime/jpserver-{server.pid}.json", time.monotonic() + SECONDS
        while not runtime.exists():
            assert server.poll() is None and time.monotonic() < deadline, (top / "server.log").read_text()
            time.sleep(0.1)
        address = json.loads(runtime.read_text())["url"]
        yield lambda path: f"{address}{path}?token=tests"
    finally:
        server.terminate()
        server.wait(30)


def open_notebook(page, address):
    """The notebook at an address of the server's, once its kernel is idle."""
    page.goto(address)
    page.get_by_role("heading", name="Assignment 3").wait_for()
    page.locator(".jp-Notebook-ExecutionIndicator[data-status=idle]").wait_for()


def cell(page, data, name):
    """The cell with this nbgrader id, of a notebook that was opened with `data`."""
    place = [grade_id(item) for item in json.loads(data)["cells"]].index(name)
    return page.locator(".jp-Notebook .jp-Cell").nth(place)


def run_all(page):
    page.get_by_role("heading", name="Assignment 3").click()  # menus are about what was last clicked
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.locator(".lm-Menu-item[data-command='runmenu:run-all']:not(.lm-mod-disabled)").click()


def write(page, code_cell, text):
    """What a cell holds is replaced, as by a person who selects all of it and pastes."""
    code_cell.locator(".cm-content").click()
    page.keyboard.press("Control+A")
    page.keyboard.insert_text(text)


def of_ours(console):
    """What the browser complained about, but for JupyterLab's own warnings."""
    return [complaint for complaint in console.complaints if not re.search(JUPYTERS_OWN, complaint)]
