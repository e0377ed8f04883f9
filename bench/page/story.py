"""The measured story: twenty real photographs of mixed shapes, with the words of a real one."""

import shutil
from dataclasses import dataclass
from pathlib import Path

NASA, GSA, NAVY = "NASA", "General Services Administration", "U.S. Navy"
HEADLINE = "Behind the Moon and home again: ten days in the pictures of four astronauts"
STANDFIRST = (
    "The crew of Orion went farther than anyone before them. They took three cameras, "
    "a list of thirty places to look at, and forty minutes without a voice from the Earth."
)
TEXT = (
    "The far side of the Moon has no radio and, for half of every month, no light. The four "
    "trained for years for the minutes in which nobody could tell them what to do next. "
    "They turned the lamps of the cabin off, put their foreheads to the windows and looked.",
    "What they saw they wrote down first and photographed second, because a camera does not "
    "know what is new. The list they had been given was finished on the first evening.",
    "The way there begins on the coast. A rocket stands for weeks beside its tower before it "
    "leaves in eight minutes, and those who come to see it come for its stillness as well.",
    "On the ground nobody slept either. The ships had left harbour days before, and every "
    "hour somebody asked how high the waves were where the capsule would come down.",
)


@dataclass(frozen=True)
class Placed:
    """One photograph of the story: where it lies in the samples, and its words."""

    path: str
    alt: str
    caption: str
    credit: str = NASA


PLACED = (
    Placed(
        "artemis2/55193049251_43a64bf74d_o.jpg",
        "The Moon, almost full, fills the frame; dark plains and bright craters stand out",
        "The Moon a day before the closest approach. At the right edge the sun stands low, "
        "and the rims of the craters throw long shadows.",
    ),
    Placed(
        "artemis2/55193337359_950011bf2d_o.jpg",
        "Two arms reach across a dark cabin full of cables to a camera at the window",
        "The lamps are off and the camera is held against the glass: so the night side was "
        "photographed, with exposures of up to two seconds.",
    ),
    Placed(
        "artemis2/55194789840_d7cf899d17_o.jpg",
        "The white side of the capsule with part of a red word, and a solar panel behind it",
        "A camera at the tip of one of the solar wings looks back at the ship.",
    ),
    Placed(
        "artemis2/55197506830_a07d2d54ba_o.jpg",
        "The black edge of the Moon against the glow of the hidden sun",
        "A minute before sunrise the corona stands above the edge of the Moon.",
    ),
    Placed(
        "artemis2/55197737178_9b35dbcb12_o.jpg",
        "A half-lit Moon and above it, much smaller, the crescent of the Earth",
        "The Moon in front, the Earth behind it: on the way out both fitted into one window.",
    ),
    Placed(
        "artemis2/55204753657_ff68ec545e_o.jpg",
        "The edge of the Moon with mountains in low light",
        "Low light makes every hill of the southern highlands visible.",
    ),
    Placed(
        "artemis2/55206394005_d4b2519114_o.jpg",
        "Part of the white ship at the left, the crescent Moon and a tiny Earth at the right",
        "Ship, Moon and Earth on the sixth day, seen from the end of a solar wing.",
    ),
    Placed(
        "artemis2/55207787628_774eb096db_o.jpg",
        "The Moon as a black disc with a bright ring on one side, stars around it",
        "For almost an hour the Moon covered the sun. Planets and stars came out beside it.",
    ),
    Placed(
        "artemis2/55208327975_1d1e5aa651_o.jpg",
        "The Earth, half blue and half dark, sinks behind the cratered edge of the Moon",
        "The Earth sets behind the Moon; with it the radio went silent for forty minutes.",
    ),
    Placed(
        "artemis2/55208655682_9b9025ca38_o.jpg",
        "A strip of cratered Moon and, away from it in the dark, the thin crescent of the Earth",
        "The first picture after the silence: the Earth is back.",
    ),
    Placed(
        "nasa-launch/nasa0@2x.jpg",
        "A rocket on its pad far away on a flat coast under a yellow evening sky",
        "The evening before a launch on the coast. The beach is closed, the birds are not.",
    ),
    Placed(
        "nasa-launch/nasa2@2x.jpg",
        "Flames and smoke rise between the open arms of a launch tower at night",
        "The arms of the tower open in the last second.",
    ),
    Placed(
        "nasa-launch/nasa3@2x.jpg",
        "Red and white towers on a green cape above the sea",
        "The launch site on its cape: safe to all sides because there is only water.",
    ),
    Placed(
        "pypi/astronaut.png",
        "A woman with short hair in an orange pressure suit smiles, a helmet beside her",
        "Eileen Collins, the first woman to command a shuttle, in her orange suit.",
    ),
    Placed(
        "pypi/grace_hopper.jpg",
        "An older woman with glasses in a dark navy uniform and cap",
        "Grace Hopper taught machines to be spoken to in words.",
        NAVY,
    ),
    Placed(
        "us-navy/OSC_AmGov_17_00_Navy.jpg",
        "Three grey and white ships sail side by side on a calm blue sea",
        "A hospital ship and her escorts. Ships like these wait where a capsule comes down.",
        NAVY,
    ),
    Placed(
        "gsa-18f/glacier-park.jpg",
        "A clear lake with round stones, a drifting trunk and snowy mountains behind it",
        "Where the crew had learned to read rocks: a lake in the mountains, in spring.",
        GSA,
    ),
    Placed(
        "artemis2/55224193193_4d929dc577_o.jpg",
        "A curved window in the dark, white clouds behind it",
        "The last evening. From here on the Earth grew by the hour.",
    ),
    Placed(
        "artemis2/55224434240_a7078727ff_o.jpg",
        "The curve of the Earth with bright streaks of cloud over brown land and blue sea",
        "Clouds over the coast, three hours before the splash.",
    ),
    Placed(
        "artemis2/art002e009288orig.jpg",
        "The upper half of the Earth rises above the grey surface of the Moon",
        "The picture that went around the world.",
    ),
)


def lay_out(samples: Path, folder: Path) -> Path:
    """Write the story and its photographs, as a person would keep them.

    Args:
        samples: Where the photographs of ``PLACED`` lie.
        folder: The new folder.

    Returns:
        The story. The photographs lie beside it under names that sort in the story's order.
    """
    folder.mkdir(parents=True)
    parts = [
        f"---\nkicker: Spaceflight\nheadline: {HEADLINE!r}\nstandfirst: {STANDFIRST!r}\n"
        "published: 2026-04-13\nlanguage: en\n---"
    ]
    texts = iter(TEXT)
    for number, placed in enumerate(PLACED, 1):
        source = samples / placed.path
        name = f"{number:02}-{source.name.replace('@', '-')}"
        shutil.copyfile(source, folder / name)
        parts.append(f"![{placed.alt}]({name})\n{placed.caption} [{placed.credit}]")
        if number % 5 == 1:
            parts.append(next(texts))
    story = folder / "story.md"
    story.write_text("\n\n".join(parts) + "\n", encoding="utf-8")
    return story
