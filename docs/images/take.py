"""Take the pictures of the README: the page that ``cutline demo`` publishes, in Chromium.

Usage: python docs/images/take.py
"""

import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

HERE = Path(__file__).resolve().parent


@dataclass(frozen=True)
class Shot:
    """One picture.

    Attributes:
        name: Its file.
        width, height: The window, in CSS pixels.
        scale: Pixels for each of them.
        scheme: ``light`` or ``dark``.
        above: The element that stands just under the upper edge; empty for the top.
    """

    name: str
    width: int
    height: int
    scale: float = 1
    scheme: str = "light"
    above: str = ""


SHOTS = (
    Shot("page.jpg", 1440, 1240),
    Shot("phone.jpg", 412, 800, 2, "dark", "#photo-3"),
)


def publish(folder: Path) -> Path:
    """The page of the example, made as a newcomer makes it."""
    command = [sys.executable, "-m", "cutline", "demo", "--no-open", "--to", folder / "demo"]
    run = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    return Path(run.stdout.strip())


def take(browser: Browser, page: Path, shot: Shot) -> None:
    """One picture of the page, once everything in the window has been decoded."""
    window = {"width": shot.width, "height": shot.height}
    context = browser.new_context(
        viewport=window, device_scale_factor=shot.scale, color_scheme=shot.scheme
    )
    tab = context.new_page()
    tab.goto(page.as_uri())
    if shot.above:
        tab.locator(shot.above).evaluate("it => scrollTo(0, it.offsetTop - 24)")
    tab.wait_for_load_state("networkidle")
    tab.evaluate("Promise.all([...document.images].filter(i => i.complete).map(i => i.decode()))")
    tab.screenshot(path=HERE / shot.name, type="jpeg", quality=82)
    context.close()
    print(f"docs/images/{shot.name}  {(HERE / shot.name).stat().st_size // 1000} kB")


def main() -> None:
    """Publish the example and look at it."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        page = publish(Path(folder))
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), chromium_sandbox=os.geteuid() != 0
        )
        for shot in SHOTS:
            take(browser, page, shot)
        browser.close()


if __name__ == "__main__":
    main()
