"""Small published sites, and a bucket on this machine, for tests."""

from pathlib import Path

from cutline import store

PHOTO = "photographs/ferry.0123456789ab-480.jpg"
OTHER = "photographs/cook.ba9876543210-480.avif"
PAGE = b"<!doctype html><title>The last ferry</title>"


def files(**changed: bytes | None) -> dict[str, bytes]:
    """The files of a site of one story; ``changed`` by their number in the list, None drops."""
    plain = {
        "index.html": PAGE,
        "ferry/index.html": PAGE + b"<h1>Ferry</h1>",
        "ferry/embed.html": PAGE + b"<ol></ol>",
        "ferry/rss.xml": b"<rss/>",
        f"ferry/{PHOTO}": b"\xff\xd8 ferry",
        f"ferry/{OTHER}": b"avif cook",
    }
    named = dict(zip(("first", "page", "embed", "feed", "photo", "other"), plain, strict=True))
    edited = {**plain, **{named[name]: data for name, data in changed.items()}}
    return {path: data for path, data in edited.items() if data is not None}


def site(folder: Path, held: dict[str, bytes]) -> store.Places:
    """Publish these files as the next release of a site in ``folder``."""
    (folder / "photographs").mkdir(parents=True, exist_ok=True)
    places = store.of_folder(folder / "site")
    with store.building(places, folder / "photographs") as build:
        for path, data in held.items():
            build.add(path, data)
        build.finish({})
    return places
