"""The judges of a page that several tests call: axe-core and the Nu HTML checker."""

import json
import subprocess

from browser.waiting import until

WIDTHS = {320: 640, 412: 915, 1440: 900}
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_RUN = "tags => axe.run(document, {runOnly: tags, resultTypes: ['violations']})"
_PATIENT = ("allow-forbidden-hosts=true", "connection-timeout=60000", "socket-timeout=60000")


def violations(page, axe):
    """What axe-core has against the page as it is now: rule and elements."""
    if not page.evaluate("window.axe !== undefined"):
        page.evaluate(axe.read_text(encoding="utf-8"))
    found = page.evaluate(_RUN, TAGS)["violations"]
    return [(each["id"], [node["html"][:120] for node in each["nodes"]]) for each in found]


def windows(page):
    """Make the window each of three sizes, by day and by night; gives width and scheme."""
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        for width, height in WIDTHS.items():
            page.set_viewport_size({"width": width, "height": height})
            yield width, scheme


def everywhere(page, axe):
    """What axe-core has against a story in every window, viewer closed and open."""
    found = []
    for window in windows(page):
        found += [(*window, each) for each in violations(page, axe)]
        page.locator("figure a").nth(2).click()
        page.wait_for_selector("dialog[open]")
        found += [(*window, "viewer", each) for each in violations(page, axe)]
        page.keyboard.press("Escape")
        until(page, "!location.hash")
    return found


def complaints(vnu, pages):
    """Errors and warnings of the HTML checker: style sheets and policies are read, too.

    Pages come by their address, as the policy's ``'self'`` means no file; and the checker has
    more patience than its own five seconds, which a busy machine exceeds.
    """
    java, *jar = vnu
    options = [f"-Dnu.validator.servlet.{option}" for option in _PATIENT]
    command = [java, *options, *jar, "--format", "json", *pages]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    messages = json.loads(run.stderr or run.stdout)["messages"]
    return [(m["url"], m["message"], m.get("extract")) for m in messages]
