"""Where a desk is."""

from pathlib import Path

from cutline.desk.home import find_desk


def test_the_desk_is_the_nearest_folder_above(tmp_path: Path) -> None:
    deep = tmp_path / "desk" / "stories" / "fire"
    deep.mkdir(parents=True)
    assert find_desk(deep) is None
    (tmp_path / "desk" / "cutline.toml").touch()
    assert find_desk(deep) == tmp_path / "desk"
