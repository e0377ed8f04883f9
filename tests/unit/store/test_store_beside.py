"""Which sidecars lie beside a photograph."""

from cutline.store import sidecars


def test_a_sidecar_is_none_of_its_own(tmp_path):
    """Asked about as if it were a photograph, it has none: not itself."""
    for name in ("fire.jpg", "fire.xmp", "alone.xmp"):
        (tmp_path / name).touch()

    assert sidecars(tmp_path, ["fire.jpg"]) == {"fire.jpg": ("fire.xmp",)}
    assert sidecars(tmp_path, ["fire.xmp", "alone.xmp"]) == {}
