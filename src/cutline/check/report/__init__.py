"""Findings for people and for machines. Each form is a module, loaded when it is asked for."""

from cutline.check.report.report import Report

__all__ = ["Report"]
