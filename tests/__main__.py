"""`python3 -m tests`: set up what the tests need, if need be, and run them on all cores.

Further arguments go to pytest: `python3 -m tests tests/model -k listen`.
"""

import os
import sys
from pathlib import Path

from game import setup_env

WORKERS = 1 + (os.cpu_count() or 1)  # one more than cores: those who look at pages mostly wait
TOOLS = {
    "pytest": "pytest",
    "pytest-xdist": "xdist",
    "hypothesis": "hypothesis",
    "playwright": "playwright",
    "jsonschema": "jsonschema",
    "axe-playwright-python": "axe_playwright_python",
    "distributed": "distributed",
}

if __name__ == "__main__":
    arguments = ["-m", "pytest", "-n", str(WORKERS), "--dist", "loadgroup"] + sys.argv[1:]
    setup_env.ensure({**setup_env.PLAYER, **TOOLS}, "tests/requirements.txt", arguments)
    setup_env.hand_over(Path(sys.executable), arguments)
