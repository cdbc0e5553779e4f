"""Options for the whole suite."""

from hypothesis import settings

# no deadline: machines are shared and noisy, and a test that fails by the clock says nothing about the code
settings.register_profile("project", deadline=None)
settings.load_profile("project")


def pytest_addoption(parser):
    parser.addoption(
        "--update-cases",
        action="store_true",
        help="Rewrite what the small sites in tests/cases are expected to build; review the diff.",
    )
