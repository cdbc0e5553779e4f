"""Options for the whole suite."""


def pytest_addoption(parser):
    parser.addoption(
        "--update-cases",
        action="store_true",
        help="Rewrite what the small sites in tests/cases are expected to build; review the diff.",
    )
