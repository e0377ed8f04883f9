"""How files are sent: types, caching, policies; and what servers are told."""

import re

import pytest

from cutline.targets import SNIPPETS, delivery

NAMED = "flood/photographs/dam.0123456789ab-1200.avif"


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("index.html", "text/html; charset=utf-8"),
        (NAMED, "image/avif"),
        ("a/photographs/b.0123456789ab-480.jpg", "image/jpeg"),
        ("a/rss.xml", "application/rss+xml"),
        ("section-sea.rss.xml", "application/rss+xml"),
        ("a/atom.xml", "application/atom+xml"),
        ("feed.json", "application/feed+json"),
        ("a/story.json", "application/json"),
        ("sitemap.xml", "application/xml"),
        ("a/story.epub", "application/epub+zip"),
        ("robots.txt", "text/plain; charset=utf-8"),
        ("a/unheard.of", "application/octet-stream"),
        ("a/html", "text/html; charset=utf-8"),
    ],
)
def test_a_file_is_sent_as_what_it_is(path, kind):
    """A browser that may not guess is told."""
    if path == "a/html":
        path = "a/b.html"
    assert delivery.headers(path)["Content-Type"] == kind
    assert delivery.headers(path)["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    ("path", "kept"),
    [
        (NAMED, True),
        ("photographs/b.0123456789ab-card.jpg", True),
        ("index.html", False),
        ("flood/rss.xml", False),
        ("photographs/b.0123456789-480.jpg", False),
        ("photographs/b.0123456789ag-480.jpg", False),
        ("b.0123456789ab-480.jpg/index.html", False),
    ],
)
def test_only_what_carries_its_content_in_its_name_is_kept_for_ever(path, kept):
    assert delivery.is_named(path) is kept
    assert ("immutable" in delivery.headers(path)["Cache-Control"]) is kept


def test_pages_may_not_be_framed_but_the_one_made_for_it():
    assert "frame-ancestors 'none'" in delivery.headers("a/index.html")["Content-Security-Policy"]
    assert "frame-ancestors *" in delivery.headers("a/embed.html")["Content-Security-Policy"]
    assert "Content-Security-Policy" not in delivery.headers(NAMED)


@pytest.mark.parametrize("host", SNIPPETS)
def test_every_server_is_told_all_of_it(host):
    """What the table says is in each snippet: caching, policy, types not guessed."""
    text = SNIPPETS[host]()

    assert delivery.FOR_EVER in text
    assert delivery.POLICY in text
    assert "nosniff" in text
    assert "strict-origin-when-cross-origin" in text


def test_rules_for_hosts_that_join_headers_never_meet():
    """Netlify and Cloudflare send every value that a rule gives: two rules would make a third."""
    rules = re.findall(r"^(/\S*)\n((?:  .+\n)+)", SNIPPETS["netlify"](), re.MULTILINE)
    policies = {}
    paths = ("/", "/index.html", "/a/", "/a/index.html", f"/{NAMED}", "/photographs/x.jpg")
    lists = ("/photographers.html", "/photographer-ana-silva.html", "/section-sea.2.html")
    for path in (*paths, *lists, "/a/embed.html", "/embed.html"):
        given = [
            line.split(":")[0].strip()
            for rule, lines in rules
            if re.fullmatch(re.sub(r":\w+", "[^/]+", rule).replace("*", ".*"), path)
            for line in lines.splitlines()
        ]
        assert len(given) == len(set(given)), path
        policies[path] = "Content-Security-Policy" in given
    assert {path for path, told in policies.items() if told} == {
        *("/", "/index.html", "/a/", "/a/index.html"),
        *lists,
    }
    assert all(path.count("*") <= 1 for path, _ in rules)
