"""Render: events and documents become a site."""

from timeline.render.pages import site

__all__ = ["site"]
