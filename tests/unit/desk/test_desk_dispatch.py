"""Targets of a desk, zip files, and the preview as a person runs it."""

import os
import signal
import subprocess
import sys
import time
import zipfile
from http.client import HTTPConnection

import boto3
import pytest

from cutline.desk import shipping
from cutline.model import ConfigError
from cutline.targets import Bucket
from unit.desk.desks import SOURCE, cutline, desk, ferry, folder, placing, state, story
from unit.targets.buckets import s3

SECRET = "wJalrXUtnFEMI/K7MDENG"


def described(tmp_path, text):
    (tmp_path / "cutline.toml").write_text(text, encoding="utf-8")
    return shipping.targets(tmp_path)


def test_a_target_is_a_bucket_in_the_settings(tmp_path):
    text = """
[targets.web]
bucket = "stories"
endpoint = "https://s3.example.org"
region = "eu-west-1"
prefix = "/news/"
key_env = "WEB_KEY"
grace_hours = 0
[targets.plain]
bucket = "other"
"""
    assert described(tmp_path, text) == {
        "web": Bucket(
            "stories",
            "https://s3.example.org",
            "eu-west-1",
            "news",
            key_env="WEB_KEY",
            grace_hours=0,
        ),
        "plain": Bucket("other"),
    }


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("", "names no bucket"),
        ('bucket = "b"\nbuckett = "c"', "there is no setting “buckett”"),
        ('bucket = "b"\nendpoint = "s3.example.org"', "not a web address"),
        ('bucket = "b"\ngrace_hours = -1', "must be a number from 0 up"),
        ("bucket = 5", "must be text"),
        (f'bucket = "b"\nsecret_env = "{SECRET}"', "“secret_env” is no name of a variable"),
        ('bucket = "b"\nsecret = "x"', "there is no setting “secret”"),
    ],
)
def test_a_target_that_cannot_be_is_named(tmp_path, line, said):
    """Where it stands, what is wrong; a key that stands there by mistake is not repeated."""
    with pytest.raises(ConfigError, match=r"cutline\.toml: \[targets\.web\]: ") as caught:
        described(tmp_path, f"[targets.web]\n{line}\n")
    assert said in str(caught.value)
    assert SECRET not in str(caught.value)


def test_a_target_that_is_not_there_is_named_before_anything_is_published(tmp_path):
    home = desk(tmp_path / "d", '[targets.web]\nbucket = "b"\n')
    run = cutline("publish", home / "stories" / "ferry", "--target", "wbe")

    assert run.exit_code == 2
    assert "there is no target “wbe”; there are web" in run.stderr
    assert not (home / "site").exists()


def test_publishing_into_a_zip(tmp_path):
    """What readers would get, and what hosts read their headers from."""
    photographs = folder(tmp_path / "p")
    target = tmp_path / "story.zip"
    run = cutline("publish", photographs, "--to", tmp_path / "site", "--target", target)

    assert run.exit_code == 0, run.stderr
    with zipfile.ZipFile(target) as archive:
        names = set(archive.namelist())
        page = archive.read("index.html")
    assert page == (tmp_path / "site" / "index.html").read_bytes()
    assert "_headers" in names
    assert f"sent to {target}: {len(names)} files" in run.stderr


def test_a_published_site_is_sent_again_from_where_it_stands(tmp_path, monkeypatch):
    cutline("publish", folder(tmp_path / "p"), "--to", tmp_path / "site")
    monkeypatch.chdir(tmp_path)

    assert cutline("send", "a.zip").exit_code == 0
    assert cutline("send", "b.zip", "--site", "site").exit_code == 0
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
    assert "not a site" in cutline("send", "c.zip", "--site", "nowhere").stderr
    assert "name a .zip file" in cutline("send", "web").stderr


def test_publishing_to_a_bucket(tmp_path, monkeypatch):
    """The site in the bucket is the site on disk, byte for byte; the key is never shown."""
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "key")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", SECRET)
    with s3() as address:
        client = boto3.client("s3", endpoint_url=address, region_name="us-east-1")
        client.create_bucket(Bucket="stories")
        settings = f'[targets.web]\nbucket = "stories"\nendpoint = "{address}"\n'
        home = desk(tmp_path / "d", settings)
        run = cutline("publish", home / "stories" / "ferry", "--target", "web")
        got = client.list_objects_v2(Bucket="stories")["Contents"]
        held = {
            each["Key"]: client.get_object(Bucket="stories", Key=each["Key"])["Body"].read()
            for each in got
        }
        client.close()

    assert run.exit_code == 0, run.stderr
    held.pop(".cutline/site.json")
    site = home / "site"
    assert held == {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in site.rglob("*")
        if path.is_file()
    }
    assert f"{len(held)} of {len(held)} files sent" in run.stderr
    assert SECRET not in run.stdout + run.stderr


@pytest.mark.parametrize("server", ["nginx", "caddy", "netlify", "cloudflare"])
def test_headers_are_printed_for_a_server(server):
    run = cutline("headers", server)

    assert (run.exit_code, run.stderr) == (0, "")
    assert "immutable" in run.stdout


class Serving:
    """``cutline publish --serve`` as a person starts it, in a process of its own."""

    def __init__(self, *words):
        command = [sys.executable, "-m", "cutline", "publish", *map(str, words), "--serve"]
        self.process = subprocess.Popen(
            command,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": str(SOURCE), "PYTHONUNBUFFERED": "1"},
        )
        self.url = self.process.stdout.readline().strip()

    def get(self, path=""):
        host, _, folder = self.url.removeprefix("http://").partition("/")
        connection = HTTPConnection(host, timeout=10)
        connection.request("GET", f"/{folder}{path}")
        answer = connection.getresponse()
        body = answer.read().decode()
        connection.close()
        return answer.status, body

    def until(self, words, seconds=20):
        """The page, once it says these words."""
        end = time.monotonic() + seconds
        while words not in (page := self.get()[1]):
            assert time.monotonic() < end, page
            time.sleep(0.05)
        return page

    def stop(self):
        self.process.send_signal(signal.SIGINT)
        out, errors = self.process.communicate(timeout=20)
        return self.process.returncode, out, errors


def test_a_preview_follows_the_story_and_leaves_the_site_alone(tmp_path):
    """Draft on every change, no edition on record, the published site byte for byte the same."""
    home = desk(tmp_path / "d")
    cutline("publish", home / "stories" / "ferry")
    before = {name: state(home / name) for name in ("site", "releases", "editions")}
    serving = Serving(home / "stories" / "ferry")
    try:
        assert serving.url.endswith("/ferry/")
        assert "noindex" in serving.until("The ferries pass at noon.")
        ferry(home, "The ferries pass at dusk.")
        serving.until("The ferries pass at dusk.")
        ferry(home, attributes="{layout=wide}")
        serving.until("The ferries pass at noon.")
    finally:
        code, _, errors = serving.stop()

    assert code == 0
    assert "Traceback" not in errors
    assert "the preview has ended" in errors
    assert {name: state(home / name) for name in before} == before
    assert not (home / ".cutline" / "preview").exists()


def test_a_site_has_one_preview_at_a_time(tmp_path):
    """A second one would show and clear away what the first one made."""
    home = desk(tmp_path / "d")
    serving = Serving(home / "stories" / "ferry")
    try:
        second = cutline("publish", home / "stories" / "ferry", "--serve")
        serving.until("The ferries pass at noon.")
    finally:
        serving.stop()

    assert second.exit_code == 2
    assert "somebody else" in second.stderr


def test_a_preview_outlives_a_story_that_cannot_be_shown(tmp_path):
    """What is wrong is told; the page stays until it is mended."""
    photographs = folder(tmp_path / "p", "one.jpg")
    told = story(photographs / "story.md", placing("one.jpg", caption="A boat at noon."))
    serving = Serving(told, "--to", tmp_path / "site")
    try:
        serving.until("A boat at noon.")
        story(told, placing("nothing.jpg", caption="No boat."))
        time.sleep(1)
        assert "A boat at noon." in serving.get()[1]
        story(told, placing("one.jpg", caption="A boat at dusk."))
        serving.until("A boat at dusk.")
    finally:
        code, _, errors = serving.stop()

    assert code == 0
    assert "nothing.jpg" in errors
    assert not (tmp_path / "site").exists()


def test_a_preview_is_sent_nowhere(tmp_path):
    run = cutline("publish", folder(tmp_path / "p"), "--serve", "--target", "a.zip")

    assert run.exit_code == 2
    assert "a preview is sent nowhere" in run.stderr
