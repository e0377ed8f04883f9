"""Run every measurement and end with one table.

A measurement is a program of its own in this folder: it prints what it likes, and the rows of
the table as ``| what | measured | target |``. One that fails is named; the others go on.
"""

import re
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
PARTS = ("startup.py", "copydesk.py", "metadata.py", "noop.py", "switch", "ladder", "page")
ROW = re.compile(r"^\|[^|]+\|[^|]+\|[^|]*\|$")
RULE = re.compile(r"^[|:\- ]+$")


def main() -> int:
    """Run the parts named on the command line, or all."""
    rows: list[str] = []
    failed: list[str] = []
    for part in sys.argv[1:] or PARTS:
        print(f"\n== {Path(part).stem} ==", flush=True)
        command = [sys.executable, HERE / part]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
            for line in child.stdout or ():
                print(line, end="", flush=True)
                if ROW.match(line.strip()) and not RULE.match(line.strip()):
                    rows.append(line.strip())
        if child.returncode != 0:
            failed.append(part)
    print("\n| what | measured | target |\n|---|---|---|")
    print("\n".join(rows))
    if failed:
        print(f"could not be measured: {', '.join(failed)}", file=sys.stderr)
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main())
