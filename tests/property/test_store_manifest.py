"""A release's files by the folder they are in, as if every one had been looked at."""

from hypothesis import given
from hypothesis import strategies as st

from cutline.store.manifest import Entry, Manifest

PATHS = st.sets(st.text("ab/-.é\U0001f4f7", min_size=1, max_size=6), max_size=20)


@given(PATHS, st.text("ab/-.é", max_size=3))
def test_the_files_below_a_prefix_are_those_that_begin_with_it(paths, prefix):
    manifest = Manifest(tuple(sorted(Entry(path, "0", 1) for path in paths)))

    found = [entry.path for entry in manifest.below(prefix)]

    assert found == sorted(path for path in paths if path.startswith(prefix))
