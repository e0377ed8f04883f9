"""How each file of a site is sent: what it is, how long it may be kept, what it may do.

One table for all that sends files: buckets, snippets for servers, the preview.
"""

import re

NAMED = r"\.[0-9a-f]{12}-[a-z0-9]+\.[a-z0-9]+$"
"""Names that carry a digest of their content: such a name never stands for other bytes."""

FOR_EVER = "public, max-age=31536000, immutable"
"""A year, and not asked for again on reload (RFC 8246)."""

ASK_AGAIN = "no-cache"
"""Kept, but the server is asked each time whether it still holds (RFC 9111, 5.2.2.4)."""

EMBED = "embed.html"
"""The page that others may show in a frame."""

_OPEN = (
    "default-src 'none'; img-src 'self' data:; connect-src 'self'; style-src 'unsafe-inline'; "
    "script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
)
POLICY = f"{_OPEN}; frame-ancestors 'none'"
"""Content Security Policy of pages, the same for all, so that no server changes with a story.

Each page carries a stricter one, with the hash of each style and script of its own, and a
browser obeys both. This one adds what a page cannot say of itself: who may frame it.
"""

EMBED_POLICY = f"{_OPEN}; frame-ancestors *"
"""The same for what is made to be framed."""

EVERYWHERE = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
}
"""Headers of every file."""

TYPES = {
    "avif": "image/avif",
    "css": "text/css; charset=utf-8",
    "epub": "application/epub+zip",
    "gif": "image/gif",
    "html": "text/html; charset=utf-8",
    "jpg": "image/jpeg",
    "js": "text/javascript; charset=utf-8",
    "json": "application/json",
    "pdf": "application/pdf",
    "png": "image/png",
    "svg": "image/svg+xml",
    "txt": "text/plain; charset=utf-8",
    "webp": "image/webp",
    "xml": "application/xml",
    "zip": "application/zip",
}
"""Media types by extension."""

FEEDS = {
    "atom.xml": "application/atom+xml",
    "feed.json": "application/feed+json",
    "rss.xml": "application/rss+xml",
}
"""Media types of feeds, by their name or by how it ends: ``section-sport.rss.xml``."""

UNKNOWN = "application/octet-stream"
"""The media type of what is none of these."""

_NAMED = re.compile(NAMED)


def is_named(path: str) -> bool:
    """Whether the name of this file carries a digest of its content."""
    return _NAMED.search(path.rpartition("/")[2]) is not None


def is_page(path: str) -> bool:
    """Whether this file is a page that people read."""
    return path.endswith(".html")


def media_type(path: str) -> str:
    """What a file is, by its name, as ``Content-Type`` says it."""
    name = path.rpartition("/")[2]
    for feed, kind in FEEDS.items():
        if name == feed or name.endswith(f".{feed}"):
            return kind
    return TYPES.get(name.rpartition(".")[2], UNKNOWN)


def keeping(path: str) -> str:
    """How long a file may be kept, as ``Cache-Control`` says it."""
    return FOR_EVER if is_named(path) else ASK_AGAIN


def policy(path: str) -> str:
    """Content Security Policy of a file; empty for what is no page."""
    if not is_page(path):
        return ""
    return EMBED_POLICY if path.rpartition("/")[2] == EMBED else POLICY


def headers(path: str) -> dict[str, str]:
    """All headers that a file of a site is sent with."""
    said = {"Content-Type": media_type(path), "Cache-Control": keeping(path), **EVERYWHERE}
    if strict := policy(path):
        said["Content-Security-Policy"] = strict
    return said
