"""Every page of a desk of real photographs, published as for readers, before every judge.

The numbers are those a reader's page is held to: what is sent before anyone scrolls, 412 x 915
points at a density of 2.6. Times are for `bench/page`, which prints and never judges.
"""

import gzip
import json
import os
import re
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from lxml import html

from browser import newsroom
from browser.judges import complaints, everywhere, violations, windows

pytestmark = [pytest.mark.browser, pytest.mark.shared]

KB = 1000
PHONE = {"viewport": {"width": 412, "height": 915}, "device_scale_factor": 2.6}
STORIES = ("moon/index.html", "qamar/index.html")
LEFT = "qamar/index.html"
"""The story that is read from right to left."""


@pytest.fixture(scope="module")
def site(newsroom_site: Path) -> Path:
    return newsroom_site


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with newsroom.served(site) as told:
        yield told


@pytest.fixture
def open_page(new_context: Callable[..., object], address: str) -> Iterator[Callable[..., object]]:
    """Opens a page of the site; nothing may be said on the console, by its policy least of all."""
    said: list[str] = []

    def open_it(path: str, **options: object) -> object:
        page = new_context(**options).new_page()
        page.on("console", lambda told: said.append(told.text) if told.type == "error" else None)
        page.on("pageerror", lambda fault: said.append(str(fault)))
        page.goto(address + path)
        return page

    yield open_it
    assert said == []


def pages(site: Path) -> list[str]:
    """Every page of the site."""
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))


@pytest.mark.java
@pytest.mark.node
def test_the_html_checker_finds_nothing_on_any_page(site, address, vnu):
    """Stories, their embeds, the front page, sections, photographers: 0 errors, 0 warnings."""
    found = pages(site)
    for kind in ("index.html", "photographers.html", "section-", "photographer-", "embed.html"):
        assert any(kind in path for path in found), kind

    assert complaints(vnu, [address + path for path in found]) == []


@pytest.mark.node
@pytest.mark.parametrize("path", STORIES)
def test_axe_finds_nothing_on_a_story(open_page, axe, path):
    """In every window, by day and by night, in both directions, viewer closed and open."""
    page = open_page(path, bypass_csp=True, reduced_motion="reduce")
    assert everywhere(page, axe) == []


@pytest.mark.node
def test_axe_finds_nothing_on_lists_and_embeds(open_page, axe, site):
    """A strip of pictures in a frame of somebody else's is a page like any other."""
    for path in (path for path in pages(site) if path not in STORIES):
        page = open_page(path, bypass_csp=True)
        for width, scheme in windows(page):
            assert violations(page, axe) == [], (path, width, scheme)
            assert page.evaluate("document.documentElement.scrollWidth") == width, path
        page.context.close()


def test_what_is_sent_before_anyone_scrolls(open_page, site):
    """Pictures under 350 kB, the lead in its place from the start, nothing jumps."""
    page = open_page("moon/index.html", is_mobile=True, **PHONE)
    shifts = "new PerformanceObserver(l => {window.cls = (window.cls || 0) + l.getEntries().reduce("
    page.evaluate(
        f"{shifts}(a, e) => a + e.value, 0)}}).observe({{type: 'layout-shift', buffered: 1}})"
    )
    page.wait_for_load_state("networkidle")
    names = page.evaluate(
        "performance.getEntriesByType('resource').map(e => new URL(e.name).pathname)"
    )
    sent = sum((site / name.lstrip("/")).stat().st_size for name in names)

    assert names[0].endswith("-1200.avif")
    assert sent < 350 * KB
    assert not page.evaluate("window.cls || 0")


@pytest.mark.parametrize("path", STORIES)
def test_what_stands_in_the_page_is_small(site, path):
    """On the line, by gzip: HTML with all in it, style and script of it; and each as it stands."""
    text = (site / path).read_text(encoding="utf-8")
    tree = html.document_fromstring(text.encode())
    (style,) = tree.xpath("//style/text()")
    scripts = tree.xpath("//script[not(@type)]/text()")
    places = re.findall(r"^#photo-\d+\{.*\}$", style, re.MULTILINE)

    assert len(gzip.compress(text.encode(), 6)) < 25 * KB
    assert len(gzip.compress((style + "".join(scripts)).encode(), 6)) < 12 * KB
    assert len(style.encode()) < 20 * KB
    assert sum(len(script.encode()) for script in scripts) < 6 * KB
    assert len(places) == 20
    assert max(len(place.encode()) for place in places) <= 60


@pytest.mark.node
def test_lighthouse_finds_nothing(address, chromium, node_modules, tmp_path):
    """100 in accessibility, best practices and SEO on a telephone; its times are the bench's."""
    told = tmp_path / "lighthouse.json"
    program = node_modules / "lighthouse" / "cli" / "index.js"
    flags = "--headless=new" + (" --no-sandbox" if os.geteuid() == 0 else "")
    options = ["--quiet", "--output=json", f"--output-path={told}", f"--chrome-flags={flags}"]
    options.append("--only-categories=accessibility,best-practices,seo")
    environment = {**os.environ, "CHROME_PATH": str(chromium)}
    command = ["node", program, f"{address}moon/index.html", *options]
    subprocess.run(command, env=environment, check=True, capture_output=True, timeout=120)
    report = json.loads(told.read_text(encoding="utf-8"))
    failed = {
        name: audit["title"]
        for category in report["categories"].values()
        for name, audit in ((r["id"], report["audits"][r["id"]]) for r in category["auditRefs"])
        if audit["score"] is not None and audit["score"] < 1
    }

    scores = {name: each["score"] for name, each in report["categories"].items()}
    assert scores == dict.fromkeys(("accessibility", "best-practices", "seo"), 1), failed


def test_a_walk_by_keyboard_through_the_front_page(open_page):
    """Every link is reached in the order of the source, and is seen when it is; Enter follows."""
    page = open_page("index.html", viewport={"width": 1440, "height": 900})
    links = page.evaluate("[...document.querySelectorAll('a')].map(a => a.getAttribute('href'))")
    seen = []
    for _ in links:
        page.keyboard.press("Tab")
        seen.append(page.evaluate("document.activeElement.getAttribute('href')"))
        ring = "s => getComputedStyle(document.activeElement, s).outlineStyle"
        assert "solid" in [page.evaluate(ring, part) for part in (None, "::after")], seen[-1]
    assert seen == links

    page.locator("h2 a").last.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/moon/index.html")


@pytest.mark.parametrize("width", [412, 1440])
def test_all_of_an_entry_leads_to_its_story(open_page, width):
    """The picture, too; but the photographer's name leads to the photographer."""
    page = open_page("index.html", viewport={"width": width, "height": 900})
    box = page.locator(".stories img").first.bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_url("**/qamar/index.html")
    page.go_back()
    page.locator(".meta a").first.click()
    page.wait_for_url("**/photographer-*.html")


def test_the_page_is_told_in_its_language(open_page):
    """Captions in another say so; editions elsewhere are named; corrections have their day."""
    page = open_page(LEFT, viewport={"width": 1440, "height": 900})
    assert page.evaluate("[document.documentElement.lang, document.documentElement.dir]") == [
        "ar",
        "rtl",
    ]
    for number in (5, 6):
        caption = page.locator(f"#photo-{number} .caption")
        assert (caption.get_attribute("lang"), caption.get_attribute("dir")) == ("en", "ltr")
        words, credit = (
            page.locator(f"#photo-{number} .{name}").bounding_box()
            for name in ("caption", "credit")
        )
        assert credit["y"] >= words["y"] + words["height"], "the credit would read as its words"
    links = page.locator("link[hreflang]")
    assert {
        links.nth(n).get_attribute("hreflang"): links.nth(n).get_attribute("href")
        for n in range(links.count())
    } == {"ar": "https://pictures.example.org/qamar/", "de": "https://de.example.org/mond/"}
    assert page.locator(".editions a[hreflang=de]").inner_text() == "Deutsch"
    assert page.locator(".corrections time").get_attribute("datetime") == "2026-04-15"
    times = page.locator(".meta time")
    assert [times.nth(n).get_attribute("datetime") for n in range(2)] == [
        "2026-04-14",
        "2026-04-15",
    ]


@pytest.mark.parametrize("path", STORIES)
def test_photographs_stand_in_one_order(open_page, path):
    """In the source, on the screen and in the viewer; pairs share one line and one height."""
    page = open_page(path, viewport={"width": 1440, "height": 900})
    boxes = page.evaluate(
        "[...document.querySelectorAll('figure')].map(f => {"
        "const b = f.querySelector('.frame, summary').getBoundingClientRect();"
        "return [f.id, b.top + scrollY, b.height, f.className]})"
    )
    assert [box[0] for box in boxes] == [f"photo-{n}" for n in range(1, 21)]
    tops = [box[1] for box in boxes]
    assert tops == sorted(tops)
    pair = [box for box in boxes if box[3] == "pair"]
    assert len(pair) == 2
    assert pair[0][1:3] == pytest.approx(pair[1][1:3], abs=1)
    assert {"lead", "wide", "bleed", "pair"} <= {box[3] for box in boxes}
