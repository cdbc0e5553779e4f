"""Fail if a package that is installed has a licence that this project's own, MIT, cannot be used with."""

import re
import sys
from importlib.metadata import Distribution, distributions

# what packages call the licences that ask for no more than their name, or for changes to their own files
_GOOD = re.compile(
    r"\b(MIT|BSD|Apache|ISC|PSF|Python Software Foundation|MPL|Mozilla|Unlicense|CC0|Zlib|HPND|0BSD|LGPL|Lesser|"
    r"Public Domain|W3C|Permission to use|Permission is hereby granted|Unicode|Artistic)",
    re.IGNORECASE,
)
_KNOWN = {  # looked up by hand
    "axe-playwright-python": "MIT",  # says so in its repository only
    "text-unidecode": "Artistic",  # or GPL, as one likes; only the tests have it, through edtf
}


def licence(package: Distribution) -> str:
    """What a package says of its licence, in one line."""
    data = package.metadata
    classifiers = [
        c.rpartition("::")[2].strip() for c in data.get_all("Classifier") or () if c.startswith("License")
    ]
    said = data.get("License-Expression") or ", ".join(classifiers) or data.get("License") or ""
    return _KNOWN.get(package.name) or " ".join(said.split())[:80]


def main() -> None:
    found = {package.name: licence(package) for package in distributions() if package.name != "timeline"}
    bad = {name: said for name, said in found.items() if not _GOOD.search(said)}
    for name, said in sorted(bad.items()):
        print(f"{name}: {said or 'does not say'}", file=sys.stderr)
    print(f"{len(found)} packages, {len(bad)} with a licence to look at")
    sys.exit(bool(bad))


if __name__ == "__main__":
    main()
