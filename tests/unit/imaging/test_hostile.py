"""Files made to break decoders, and odd ones, end in a rendition or in one sentence.

They are rendered in a process with a worker's limits, for a decoder may well die of one:
that would fail the file's line here and nothing else.
"""

import json
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from unit.imaging.pictures import draw

SOURCE = Path(__file__).resolve().parents[3] / "src"
WORKER = """
import json, sys
from pathlib import Path
from cutline.imaging import card_recipe, decode, read_answer, recipes, render_arguments
from cutline.imaging.render import render_task
from cutline.model import RenderError

for name in sys.argv[1:]:
    data = Path(name).read_bytes()
    try:
        size = decode.header(data).size
        asked = [*recipes(size, 1, draft=True)[:2], card_recipe(size, 1, draft=True)]
        answer, blobs = render_task(json.loads(json.dumps(render_arguments(asked))), [data])
        read_answer(json.loads(json.dumps(answer)), blobs, asked)
        print(json.dumps([name, "rendered"]), flush=True)
    except RenderError as fault:
        print(json.dumps([name, str(fault)]), flush=True)
"""


def limits() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (1_500_000_000, 1_500_000_000))
    resource.setrlimit(resource.RLIMIT_CPU, (60, 60))


@pytest.mark.shared
@pytest.mark.parametrize("folder", ["4-hostile", "5-formats"])
def test_every_file_ends_in_renditions_or_a_sentence(samples, folder):
    files = sorted(str(path) for path in (samples / folder).rglob("*") if path.is_file())
    run = subprocess.run(
        [sys.executable, "-c", WORKER, *files],
        capture_output=True,
        text=True,
        env={"PYTHONPATH": str(SOURCE)},
        preexec_fn=limits,
    )
    ends = dict(json.loads(line) for line in run.stdout.splitlines())
    assert list(ends) == files, f"stopped at {files[len(ends)]}: {run.stderr[-500:]}"
    assert not [end for end in ends.values() if "\n" in end or "makes no sense" in end]
    assert "rendered" in ends.values()


GIF = "01000100800000000000ffffff2c00000000010001000002024401003b"


def test_loaders_beyond_the_five_are_blocked():
    """A confined process opens a PNG and refuses a GIF that libvips could read."""
    code = """
import sys
from cutline.imaging.vips import confine, pyvips
gif = b"GIF89a" + bytes.fromhex(sys.argv[1])
pyvips.Image.new_from_buffer(gif, "")
png = pyvips.Image.black(4, 4).pngsave_buffer()
confine()
pyvips.Image.new_from_buffer(png, "")
try:
    pyvips.Image.new_from_buffer(gif, "")
except pyvips.Error:
    print("blocked")
"""
    assert _told(code, GIF) == "blocked\n"


def test_the_room_loads_no_libvips_until_it_renders():
    code = "import sys, cutline.imaging as i; print(bool(i.ENGINE), 'pyvips' in sys.modules)"
    assert _told(code) == "True False\n"


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="asks Linux for the peak")
def test_a_worker_does_not_grow_from_photograph_to_photograph(tmp_path):
    """Peak memory stays under 300 MB over six large photographs."""
    path = tmp_path / "large.jpg"
    draw(4000, 2600).save(path, quality=90)
    code = """
import sys
from pathlib import Path
from cutline.imaging import recipes, render_arguments
from cutline.imaging.render import render_task
from cutline.model import Size
data = Path(sys.argv[1]).read_bytes()
asked = recipes(Size(4000, 2600), 1, draft=True)
for _ in range(6):
    answer, blobs = render_task(render_arguments(asked), [data])
    assert len(blobs) == len(asked), answer
status = Path("/proc/self/status").read_text()
print(next(line.split()[1] for line in status.splitlines() if line.startswith("VmHWM")))
"""
    assert int(_told(code, str(path))) < 300 * 1024


def _told(code: str, *arguments: str) -> str:
    command = [sys.executable, "-c", code, *arguments]
    environment = {"PYTHONPATH": str(SOURCE)}
    run = subprocess.run(command, capture_output=True, text=True, env=environment)
    assert not run.stderr
    return run.stdout
