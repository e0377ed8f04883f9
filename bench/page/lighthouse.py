"""Lighthouse's scores of a page, as a telephone's on its own simulated network."""

import json
import os
import subprocess
from pathlib import Path

from visit import served


def scores(program: Path, chromium: str, site: Path) -> dict[str, float]:
    """Judge the front page of a site once.

    Args:
        program: Lighthouse's script for Node.js.
        chromium: The browser.
        site: The folder that is served.

    Returns:
        Category to score, 0 to 100.
    """
    flags = "--headless=new" + (" --no-sandbox" if os.geteuid() == 0 else "")
    with served(site) as address:
        options = ["--quiet", "--output=json", f"--chrome-flags={flags}"]
        command = ["node", program, f"{address}/index.html", *options]
        environment = {**os.environ, "CHROME_PATH": chromium}
        run = subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE)
    categories = json.loads(run.stdout)["categories"]
    return {name: 100 * each["score"] for name, each in categories.items()}
