"""Serve: the site on this machine while it is worked on, rebuilt as files change, and edited in the browser."""
