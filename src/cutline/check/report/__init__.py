"""Findings for people and for machines. Loaded when asked for: ``rich`` is not light."""

from cutline.check.report.machine import as_json, as_json_line, story_object
from cutline.check.report.people import as_text
from cutline.check.report.report import Report

__all__ = ["Report", "as_json", "as_json_line", "as_text", "story_object"]
