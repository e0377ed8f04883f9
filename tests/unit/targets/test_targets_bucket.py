"""Sending a site to a bucket: moto answers as S3 would, on the loopback."""

import json
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer

import boto3
import pytest

from cutline.model import ConfigError, ConflictError, CutlineError, TargetError
from cutline.targets import Bucket, send, sending, whole
from cutline.targets.bucket import Connection
from unit.targets.buckets import s3
from unit.targets.sites import OTHER, PHOTO, files, site

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
SECRET = "a-secret-nobody-may-see"


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with s3() as address:
        yield address


@pytest.fixture
def client(address):
    """The judge: another library that sees the same bucket."""
    client = boto3.client(
        "s3",
        endpoint_url=address,
        region_name="us-east-1",
        aws_access_key_id="key",
        aws_secret_access_key=SECRET,
    )
    client.create_bucket(Bucket="stories")
    yield client
    for each in client.list_objects_v2(Bucket="stories").get("Contents", ()):
        client.delete_object(Bucket="stories", Key=each["Key"])
    client.delete_bucket(Bucket="stories")
    client.close()


@pytest.fixture
def bucket(address, monkeypatch) -> Bucket:
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "key")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", SECRET)
    monkeypatch.delenv("AWS_SESSION_TOKEN", raising=False)
    return Bucket("stories", address, prefix="news/ferry")


def held(client) -> dict[str, bytes]:
    """All that readers can get, by its path in the site."""
    found = {}
    for each in client.list_objects_v2(Bucket="stories").get("Contents", ()):
        got = client.get_object(Bucket="stories", Key=each["Key"])
        found[each["Key"].removeprefix("news/ferry/")] = got["Body"].read()
    found.pop(sending.RECORD, None)
    return found


def ship(tmp_path, bucket, now=NOW, purge=False, **changed):
    shipment = whole(site(tmp_path, files(**changed)))
    return send(shipment, bucket, now, lambda *_: None, purge=purge)


class Wire:
    """Stands between us and the bucket: notes what is written, and may break off."""

    def __init__(self, monkeypatch, breaks_after: int = 10**6) -> None:
        self.wrote: list[str] = []
        self.breaks_after = breaks_after
        real = Connection._put

        def put(connection, path, data, headers, mode):
            if len(self.wrote) >= self.breaks_after:
                raise TargetError("the line is dead")
            self.wrote.append(path)
            return real(connection, path, data, headers, mode)

        monkeypatch.setattr(Connection, "_put", put)
        monkeypatch.setattr(sending, "_AT_ONCE", 1)


def test_a_bucket_holds_what_was_published(tmp_path, client, bucket):
    sent = ship(tmp_path, bucket)

    assert held(client) == files()
    assert (sent.files, sent.sent, sent.deleted, sent.waiting) == (6, 6, 0, 0)


@pytest.mark.parametrize(
    ("path", "kind", "kept"),
    [
        ("index.html", "text/html; charset=utf-8", "no-cache"),
        (f"ferry/{OTHER}", "image/avif", "public, max-age=31536000, immutable"),
        ("ferry/rss.xml", "application/rss+xml", "no-cache"),
    ],
)
def test_a_bucket_sends_each_file_as_what_it_is(tmp_path, client, bucket, path, kind, kept):
    ship(tmp_path, bucket)
    got = client.head_object(Bucket="stories", Key=f"news/ferry/{path}")

    assert (got["ContentType"], got["CacheControl"]) == (kind, kept)


def test_pictures_go_first_and_the_first_page_last(tmp_path, client, bucket, monkeypatch):
    """The record stands around all of it: what is ours is known before it arrives."""
    wire = Wire(monkeypatch)
    ship(tmp_path, bucket)

    assert wire.wrote[0] == wire.wrote[-1] == sending.RECORD
    assert wire.wrote[-2] == "index.html"
    assert set(wire.wrote[1:3]) == {f"ferry/{PHOTO}", f"ferry/{OTHER}"}


def test_only_what_changed_is_sent(tmp_path, client, bucket, monkeypatch):
    ship(tmp_path, bucket)
    wire = Wire(monkeypatch)
    sent = ship(tmp_path, bucket, page=b"<h1>Mended</h1>")

    assert sent.sent == 1
    assert [path for path in wire.wrote if path != sending.RECORD] == ["ferry/index.html"]
    assert held(client) == files(page=b"<h1>Mended</h1>")


def test_nothing_new_writes_nothing(tmp_path, client, bucket, monkeypatch):
    shipment = whole(site(tmp_path, files()))
    send(shipment, bucket, NOW, lambda *_: None)
    wire = Wire(monkeypatch)

    assert send(shipment, bucket, NOW, lambda *_: None).sent == 0
    assert wire.wrote == []


@pytest.mark.parametrize("after", range(8))
def test_wherever_it_breaks_off_no_page_is_ahead_of_its_pictures(
    tmp_path, client, bucket, monkeypatch, after
):
    """What arrived is not sent again, and in the end all of it is there."""
    with monkeypatch.context() as patch:
        wire = Wire(patch, breaks_after=after)
        with pytest.raises(TargetError, match="dead"):
            ship(tmp_path, bucket)
    there = held(client)
    if "ferry/index.html" in there:
        assert {f"ferry/{PHOTO}", f"ferry/{OTHER}", "ferry/rss.xml"} <= there.keys()
    assert "index.html" not in there or there == files()
    sent = ship(tmp_path, bucket)

    assert sent.sent == 6 - len(there) == 6 - max(0, len(wire.wrote) - 1)
    assert held(client) == files()


def test_what_no_page_names_goes_after_the_grace(tmp_path, client, bucket):
    ship(tmp_path, bucket)
    sent = ship(tmp_path, bucket, other=None)
    assert (sent.deleted, sent.waiting) == (0, 1)
    assert held(client) == files()

    later = ship(tmp_path, bucket, NOW + timedelta(hours=23), other=None)
    assert (later.deleted, later.waiting) == (0, 1)
    last = ship(tmp_path, bucket, NOW + timedelta(hours=24), other=None)
    assert (last.deleted, last.waiting) == (1, 0)
    assert held(client) == files(other=None)


def test_a_purge_waits_for_nothing(tmp_path, client, bucket):
    """What was taken down must be gone, not going."""
    ship(tmp_path, bucket)
    assert ship(tmp_path, bucket, other=None, purge=True).deleted == 1
    assert held(client) == files(other=None)


def test_what_comes_back_within_the_grace_stays(tmp_path, client, bucket):
    ship(tmp_path, bucket)
    ship(tmp_path, bucket, other=None)
    back = ship(tmp_path, bucket, NOW + timedelta(hours=30))

    assert (back.sent, back.deleted, back.waiting) == (0, 0, 0)
    assert held(client) == files()


def test_leftovers_of_an_interrupted_sending_are_ours_to_delete(
    tmp_path, client, bucket, monkeypatch
):
    with monkeypatch.context() as patch:
        Wire(patch, breaks_after=3)
        with pytest.raises(TargetError):
            ship(tmp_path, bucket)
    ship(tmp_path, bucket, photo=None, other=None)
    ship(tmp_path, bucket, NOW + timedelta(days=2), photo=None, other=None)

    assert held(client) == files(photo=None, other=None)


def test_files_of_others_are_never_touched(tmp_path, client, bucket):
    """A bucket in which somebody else keeps things is refused; a later guest is left alone."""
    client.put_object(Bucket="stories", Key="news/ferry/index.html", Body=b"theirs")
    with pytest.raises(TargetError, match="did not put there"):
        ship(tmp_path, bucket)
    assert held(client) == {"index.html": b"theirs"}

    client.delete_object(Bucket="stories", Key="news/ferry/index.html")
    ship(tmp_path, bucket)
    client.put_object(Bucket="stories", Key="news/ferry/guest.txt", Body=b"theirs")
    ship(tmp_path, bucket, NOW + timedelta(days=9), other=None, purge=True)
    assert held(client)["guest.txt"] == b"theirs"


def test_a_damaged_record_deletes_nothing(tmp_path, client, bucket):
    ship(tmp_path, bucket)
    key = f"news/ferry/{sending.RECORD}"
    client.put_object(Bucket="stories", Key=key, Body=b"{")
    ship(tmp_path, bucket, NOW, other=None, purge=True)

    assert held(client) == files()
    record = json.loads(client.get_object(Bucket="stories", Key=key)["Body"].read())
    assert f"ferry/{OTHER}" not in record["files"]


def test_of_two_that_send_at_once_one_is_told(tmp_path, client, bucket, monkeypatch):
    """Whoever comes second finds another page than the one it saw, and stops."""
    ship(tmp_path, bucket)
    real = Connection.listing

    def listing(connection):
        seen = real(connection)
        monkeypatch.setattr(Connection, "listing", real)
        ship(tmp_path / "rival", bucket, first=b"the rival's", page=b"the rival's")
        return seen

    monkeypatch.setattr(Connection, "listing", listing)
    with pytest.raises(ConflictError, match="somebody else is sending"):
        ship(tmp_path, bucket, first=b"ours", page=b"ours")
    assert held(client) == files(first=b"the rival's", page=b"the rival's")


def test_faults_are_sentences_without_secrets(tmp_path, bucket, client, monkeypatch):
    def told(described: Bucket) -> str:
        with pytest.raises(CutlineError) as caught:
            ship(tmp_path, described)
        said = str(caught.value)
        assert SECRET not in said
        assert "\n" not in said
        return said

    assert "there is no bucket “nowhere”" in told(Bucket("nowhere", bucket.endpoint))
    assert "without encryption" in told(Bucket("stories", "http://storage.example.org"))
    monkeypatch.setattr("cutline.targets.bucket._TRIES", 0)
    assert "“stories” cannot be" in told(Bucket("stories", "http://127.0.0.1:1"))
    monkeypatch.delenv("AWS_SECRET_ACCESS_KEY")
    assert "AWS_SECRET_ACCESS_KEY is not set" in told(bucket)


def test_a_key_may_have_variables_of_its_own(tmp_path, client, bucket, monkeypatch):
    """Two targets, two keys; neither stands in a file."""
    monkeypatch.delenv("AWS_ACCESS_KEY_ID")
    mine = Bucket("stories", bucket.endpoint, prefix="news/ferry", key_env="FERRY_KEY")
    with pytest.raises(ConfigError, match="FERRY_KEY is not set"):
        ship(tmp_path, mine)
    monkeypatch.setenv("FERRY_KEY", "key")
    assert ship(tmp_path, mine).sent == 6


def test_keys_of_others_are_never_mixed_in(bucket, monkeypatch):
    """The token in the usual variable belongs to the usual key, not to that of this target."""
    heard = []

    class Listener(BaseHTTPRequestHandler):
        def do_GET(self):
            heard.append(self.headers)
            self.send_response(404)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_):
            pass

    monkeypatch.setenv("AWS_SESSION_TOKEN", "of-another-key")
    monkeypatch.setenv("FERRY_KEY", "ferry")
    with HTTPServer(("127.0.0.1", 0), Listener) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        address = f"http://127.0.0.1:{server.server_port}"
        for token in ("FERRY_TOKEN", "AWS_SESSION_TOKEN"):
            mine = Bucket("stories", address, key_env="FERRY_KEY", token_env=token)
            assert Connection(mine).read("x") is None
        server.shutdown()
        thread.join()

    assert "x-amz-security-token" not in heard[0]
    assert "Credential=ferry/" in heard[0]["Authorization"]
    assert heard[1]["x-amz-security-token"] == "of-another-key"


def test_without_the_extra_it_says_what_to_install(tmp_path, bucket, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "obstore.store", None)
    with pytest.raises(ConfigError, match=r"cutline\[s3\]"):
        ship(tmp_path, bucket)
