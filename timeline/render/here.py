"""Here: the page that is being written, and how it names the other files of the site."""

from collections.abc import Collection, Mapping

from timeline.render.links import relative

_MOST_KNOWN = 4096  # addresses of a folder; pages lead to their neighbours, and to few others


class Here:
    """One page after another. What many pages of a folder name is worked out once for the folder.

    `page` is the site path of the page, `loaded` the data files that were named since this was last emptied.
    """

    def __init__(self, versions: Mapping[str, str], data: Collection[str]) -> None:
        """Take the versions of the files that pages load, by site path, and which of these files are data."""
        self.page = ""
        self.loaded: set[str] = set()
        self._versions, self._data = versions, data
        self._of_folders: dict[str, tuple[dict[str, str], dict[str, str]]] = {}
        self._links: dict[str, str] = {}
        self._assets: dict[str, str] = {}

    def at(self, page: str) -> None:
        """Go to a page."""
        self.page = page
        folder = page.rpartition("/")[0]
        if folder not in self._of_folders:
            self._of_folders[folder] = {}, {}
        self._links, self._assets = self._of_folders[folder]

    def link(self, path: str) -> str:
        """The address of a site path (with its fragment, if any) as seen from the page."""
        known = self._links.get(path)
        if known is None:
            known = relative(path, self.page)
            if len(self._links) >= _MOST_KNOWN:
                self._links.clear()
            if "#" not in path or known.startswith("../"):  # else it may be of the page itself
                self._links[path] = known
        return known

    def asset(self, path: str) -> str:
        """The address of a file that the page loads, changing with its content: no browser mixes two builds."""
        if path in self._data:
            self.loaded.add(path)
        known = self._assets.get(path)
        if known is None:
            known = self._assets[path] = f"{relative(path, self.page)}?v={self._versions[path]}"
        return known

    @property
    def frame(self) -> str:
        """What the frame of the page may depend on: its folder, or itself at the top and where it is a folder's index."""
        folder, inside, name = self.page.rpartition("/")
        return folder if inside and name != "index.html" else self.page
