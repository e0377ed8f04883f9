"""Waiting for what a page computes, where its policy forbids to evaluate words in it."""

import time

PATIENCE_S = 20


def until(page, expression):
    """Ask the page again and again from outside.

    Playwright's own ``wait_for_function`` evaluates the words inside the page whenever they are
    not true at once, and a page that forbids ``unsafe-eval`` refuses that.
    """
    ends = time.monotonic() + PATIENCE_S
    while not page.evaluate(expression):
        assert time.monotonic() < ends, f"never came true: {expression}"
        page.wait_for_timeout(20)
