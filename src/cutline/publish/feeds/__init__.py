"""Feeds: one set of values, written as RSS 2.0, Atom and JSON Feed 1.1."""

from cutline.publish.feeds.atom import atom
from cutline.publish.feeds.json_feed import json_feed
from cutline.publish.feeds.rss import rss
from cutline.publish.feeds.values import Feed, Item, Shown

__all__ = ["Feed", "Item", "Shown", "atom", "json_feed", "rss"]
