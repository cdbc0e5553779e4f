"""The built sites, where they can be reached, and a reader whose every request and complaint is noted."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.browser import many, places
from tests.browser.reader import USUAL, Reader, Setting


@pytest.fixture(scope="session")
def outside() -> Iterator[tuple[str, list[str]]]:
    """The world beyond this machine, as far as a page knows: a proxy's address, and what was asked of it."""
    with places.listening() as proxy:
        yield proxy


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    """Debian's browser, which knows no machine but this one."""
    try:
        executable = places.chromium()
    except FileNotFoundError as error:
        pytest.fail(str(error), pytrace=False)
    return {**browser_type_launch_args, "executable_path": executable, "args": places.arguments()}


@pytest.fixture(scope="session")
def served(tmp_path_factory) -> Iterator[tuple[Path, str]]:
    """The folder of all built sites, and the address it is served at."""
    root = tmp_path_factory.mktemp("served")
    folder = root / places.SUB_PATH
    folder.mkdir(parents=True)
    with places.served(root) as address:
        yield folder, address


@pytest.fixture(scope="session")
def site(served) -> Callable[[str], Path]:
    """The folder of a project's site, built when it is first asked for."""

    def folder(name: str) -> Path:
        built = served[0] / name
        if not built.exists() and name == "many":
            many.write(many.events(1500), built)
        elif not built.exists() and name == "ages":
            many.write(many.ages(), built)
        elif not built.exists():
            places.build(places.PROJECTS[name], built)
        return built

    return folder


@pytest.fixture(scope="session")
def home(served, site) -> Callable[[str, str], str]:
    """The address of a project's site, on the disk ("file") or below a sub-path ("web")."""

    def address(name: str, way: str) -> str:
        folder = site(name)
        return f"{folder.as_uri()}/" if way == "file" else f"{served[1]}{places.SUB_PATH}/{name}/"

    return address


@pytest.fixture(scope="session")
def opened(browser, home, outside) -> Callable[..., Reader]:
    """Sit down to read a project's site. Whoever calls this closes the reader's context."""

    def sit_down(name: str = "demo", setting: Setting = USUAL) -> Reader:
        width, height = places.WIDTHS[setting.width]
        context = browser.new_context(
            viewport={"width": width, "height": height},
            java_script_enabled=setting.script,
            color_scheme=setting.scheme,
            is_mobile=setting.touch,
            has_touch=setting.touch,
            proxy={"server": outside[0], "bypass": "127.0.0.1"},
            reduced_motion="reduce",  # so that nothing is still moving when it is looked at
        )
        return Reader(context, home(name, setting.way), setting)

    return sit_down


@pytest.fixture
def read(opened, outside) -> Iterator[Callable[..., Reader]]:
    """Sit down to read; when the test is over, nothing may have been asked of strangers or complained about."""
    readers: list[Reader] = []

    def sit_down(name: str = "demo", setting: Setting = USUAL) -> Reader:
        readers.append(opened(name, setting))
        return readers[-1]

    yield sit_down
    for reader in readers:
        reader.context.close()
    assert [url for reader in readers for url in reader.strangers] == []
    assert [words for reader in readers for words in reader.complaints] == []
    assert outside[1] == []
