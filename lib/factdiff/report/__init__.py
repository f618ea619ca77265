"""The story on one page: `report.html`, one file that loads nothing and needs no server."""

from factdiff.report.page import render_report, write_report

__all__ = ["render_report", "write_report"]
