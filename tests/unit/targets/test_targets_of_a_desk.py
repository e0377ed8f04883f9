"""A desk's site in a bucket, as a person sends it: first, after a new caption, after a kill."""

from collections.abc import Iterator
from pathlib import Path

import boto3
import pytest

from cutline import store
from cutline.targets import sending
from cutline.targets.bucket import Connection
from unit.desk.desks import cutline, desk, ferry
from unit.targets.buckets import s3

WHO = ("--by", "Ana Silva", "--reason", "The agency sent a kill notice.")
HELD = "ferry/photographs/1."


@pytest.fixture
def client(monkeypatch: pytest.MonkeyPatch) -> Iterator[object]:
    """The judge: another library that sees the same bucket."""
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "key")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "secret")
    monkeypatch.delenv("AWS_SESSION_TOKEN", raising=False)
    with s3() as address:
        client = boto3.client("s3", endpoint_url=address, region_name="us-east-1")
        client.create_bucket(Bucket="desk")
        yield client
        client.close()


@pytest.fixture
def newsroom(tmp_path: Path, client, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A desk whose site is in the bucket."""
    target = f'[targets.web]\nbucket = "desk"\nendpoint = "{client.meta.endpoint_url}"\n'
    url = 'url = "https://p.example.org/"\n'
    made = desk(tmp_path / "desk", f'publication = "The Harbour Post"\n{url}{target}')
    dated(ferry(made, "Crossing 1."))
    monkeypatch.chdir(made)
    assert cutline("publish", "stories/ferry", "--target", "web").exit_code == 0
    return made


def dated(file: Path) -> None:
    text = file.read_text()
    file.write_text(text.replace("language: en", "language: en\npublished: 2023-09-13"))


def held(client) -> dict[str, bytes]:
    """What readers can get of the bucket."""
    listed = client.list_objects_v2(Bucket="desk").get("Contents", ())
    found = {
        each["Key"]: client.get_object(Bucket="desk", Key=each["Key"])["Body"].read()
        for each in listed
    }
    found.pop(sending.RECORD, None)
    return found


def site(newsroom: Path) -> dict[str, bytes]:
    root = newsroom / "site"
    paths = (path for path in root.rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in paths}


@pytest.fixture
def wrote(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Notes every file that is put into the bucket."""
    found: list[str] = []
    real = Connection._put

    def put(connection, path, data, headers, mode):
        found.append(path)
        return real(connection, path, data, headers, mode)

    monkeypatch.setattr(Connection, "_put", put)
    return found


def test_the_bucket_is_the_site_byte_for_byte(newsroom, client):
    assert held(client) == site(newsroom)


def test_a_new_caption_sends_the_files_that_changed(newsroom, client, wrote):
    """Pages, feeds and the renditions that carry the caption; no other picture; index last."""
    before = site(newsroom)
    dated(ferry(newsroom, "Crossing 2."))
    assert cutline("publish", "stories/ferry", "--target", "web").exit_code == 0
    after = site(newsroom)
    changed = {path for path, data in after.items() if before.get(path) != data}

    assert {*wrote} - {sending.RECORD} == changed
    assert {path for path in changed if "/photographs/" in path} == {
        path for path in after if path.startswith(HELD)
    }
    assert len(wrote) == len(changed) + 2
    pictures = [at for at, path in enumerate(wrote) if "/photographs/" in path]
    pages = [at for at, path in enumerate(wrote) if path.endswith(".html")]
    assert max(pictures) < min(pages)
    assert {path: data for path, data in held(client).items() if path in after} == after


def test_what_was_killed_leaves_the_bucket_at_once(newsroom, client):
    """No file, no name and no hash of it is left; what stays is the site."""
    sha256 = store.read(newsroom, "photographs/1.jpg").sha256
    files = [path for path in site(newsroom) if path.startswith(HELD)]
    run = cutline("kill", "1.jpg", *WHO)
    assert "cutline send web --purge" in run.stderr
    assert cutline("send", "web", "--purge").exit_code == 0
    left = held(client)

    assert left == site(newsroom)
    stems = {Path(path).name.rpartition("-")[0] for path in files}
    for path, data in left.items():
        assert not any(word in path or word.encode() in data for word in (sha256[:12], *stems))
    record = client.get_object(Bucket="desk", Key=sending.RECORD)["Body"].read()
    assert not any(word.encode() in record for word in (sha256[:12], *stems))


def test_what_was_withdrawn_leaves_the_bucket_at_once(newsroom, client):
    run = cutline("withdraw", "ferry", *WHO)
    assert "cutline send web --purge" in run.stderr
    assert cutline("send", "web", "--purge").exit_code == 0
    assert not any(path.startswith("ferry/") for path in held(client))
    assert held(client) == site(newsroom)
