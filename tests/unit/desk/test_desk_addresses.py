"""Addresses in a published site: what machines are told leads to files that are there."""

import json
from urllib.parse import urldefrag

from lxml import html

from unit.desk.desks import cutline, desk

SITE = "https://p.example.org/"


def test_machines_find_every_file_of_a_story_in_a_desk(tmp_path):
    """With the site's address in the settings, each address is SITE and a path inside the site."""
    newsroom = desk(tmp_path / "desk", f'url = "{SITE}"\n')
    story = newsroom / "stories" / "ferry" / "story.md"
    assert cutline("publish", story, "--draft").exit_code == 0
    read = html.document_fromstring((newsroom / "site/ferry/index.html").read_bytes())
    told = read.xpath("//link[@rel='canonical']/@href | //meta[@property='og:image']/@content")
    (text,) = read.xpath("//script[@type='application/ld+json']/text()")
    for node in json.loads(text)["@graph"]:
        told += [node[key] for key in ("@id", "contentUrl", "mainEntityOfPage") if key in node]

    assert len(told) == 2 + 2 + 2 * 2
    for address in told:
        path = urldefrag(address)[0].removeprefix(f"{SITE}ferry/")
        assert (newsroom / "site" / "ferry" / (path or "index.html")).is_file(), address
