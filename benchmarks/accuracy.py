"""Accuracy of the tagger and resolver on temporal corpora, beside the goals and the peers.

    python benchmarks/accuracy.py [FOLDER] [--errors FILE] [--corpus NAME] [--undated]

FOLDER holds `score.py`, `specs.py` and `data/*.jsonl`; it is no part of the project. With `--undated` the
documents' dates are withheld and have to be inferred. Where a goal is not met, what `accuracy.md` says of the causes is printed.
"""

import argparse
import importlib.util
import json
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

from timeline.languages import language
from timeline.model.document import Document, DocumentId, Passage, Role, Span
from timeline.model.expression import Dated, Undated
from timeline.resolve import Resolved, dated
from timeline.tag import expressions
from timeline.times import edtf
from timeline.times import when as w
from timeline.times.reading import Named
from timeline.times.when import When

DEFAULT = Path(__file__).resolve().parents[2] / "shared" / "benchmarks"
METRICS = ("strict_f1", "value_f1", "iv_f1")
GOALS = {
    "TimeBank": (88, 83, 89),
    "AQUAINT": (85, 78, 89),
    "WikiWars": (91, 89, 93),
    "Platinum": (92, 84, 94),
}
HEIDELTIME = {
    "TimeBank": (84.3, 78.4, 83.9),
    "AQUAINT": (81.6, 72.0, 84.4),
    "WikiWars": (87.3, 85.3, 90.4),
    "Platinum": (81.8, 78.1, 91.5),
}
SPEC_GOAL = 85
REPORT = Path(__file__).with_name("accuracy.md")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", nargs="?", type=Path, default=DEFAULT)
    parser.add_argument("--errors", type=Path, help="write every disagreement here, one JSON object a line")
    parser.add_argument("--corpus", action="append", help="only this one")
    parser.add_argument("--undated", action="store_true", help="withhold the documents' dates")
    arguments = parser.parse_args()
    if not (arguments.folder / "data").is_dir():
        sys.exit(f"no corpora in {arguments.folder}: give the folder that holds score.py and data/")
    sys.path.insert(0, str(arguments.folder))
    score, specs = _module(arguments.folder / "score.py"), _module(arguments.folder / "specs.py")
    errors: list[dict[str, Any]] = []
    unmet: list[str] = []
    print(f"{'strict / value / interval F1':16}{'here':>24}{'goal':>20}{'HeidelTime':>24}")
    for path in sorted((arguments.folder / "data").glob("*.jsonl")):
        name = path.stem
        if arguments.corpus and name not in arguments.corpus:
            continue
        lines = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
        if name.startswith("specs_"):
            met = _specifications(name, lines, specs, errors)
        else:
            met = _corpus(name, lines, score, errors, undated=arguments.undated)
        unmet += [] if met else [name]
    if not arguments.undated:
        print(_causes(unmet))
    if arguments.errors:
        arguments.errors.write_text(
            "".join(json.dumps(e, ensure_ascii=False) + "\n" for e in errors), "utf-8"
        )


def _causes(unmet: Iterable[str]) -> str:
    """What `accuracy.md` says of the goals that are not met: the commonest causes, with examples and why."""
    parts = REPORT.read_text("utf-8").split("\n## ")[1:]
    wanted = tuple(dict.fromkeys("Specifications" if name.startswith("specs_") else name for name in unmet))
    return "".join(f"\n{part.rstrip()}\n" for part in parts if wanted and part.startswith(wanted))


def _corpus(
    name: str, documents: list[dict[str, Any]], score: ModuleType, errors: list[Any], *, undated: bool
) -> bool:
    """Print a corpus's figures; whether they meet its goals, if it has any."""
    predictions = {}
    for gold in documents:
        document = _document(gold["doc_id"], gold["text"])
        resolved = _resolved(document, None if undated else gold["dct"])
        predictions[gold["doc_id"]] = [
            {**_prediction(timex), "text": timex.expression.text, "rule": timex.expression.rule}
            for timex in resolved.timexes
            if not isinstance(
                timex.expression.reading, Named
            )  # which no corpus annotates: no calendar says it
        ]
    found: list[dict[str, Any]] = []
    figures = score.score_docs(documents, predictions, found)
    own = [100 * figures[metric] for metric in METRICS]
    print(f"{name:16}{_three(own):>24}{_three(GOALS.get(name)):>20}{_three(HEIDELTIME.get(name)):>24}")
    errors += [{"corpus": name, **error} for error in found]
    errors += [
        {"corpus": name, **error} for gold in documents for error in _differences(gold, predictions, score)
    ]
    return all(round(figure, 1) >= goal for figure, goal in zip(own, GOALS.get(name, (0, 0, 0)), strict=True))


def _differences(
    gold: Mapping[str, Any], predictions: Mapping[str, Any], score: ModuleType
) -> Iterable[dict[str, Any]]:
    """Spans and values that differ, beside the interval errors the scorer lists itself."""
    golds, predicted = gold["timexes"], predictions[gold["doc_id"]]
    pairs = score.match(golds, predicted)
    for g, p in pairs:
        one, other = golds[g], predicted[p]
        same_span = (one["start"], one["end"]) == (other["start"], other["end"])
        if not same_span or (one["value"] and one["value"] != other["value"]):
            kind = ("strict-" if not same_span else "") + (
                "value" if one["value"] != other["value"] else "ok"
            )
            yield {
                "kind": f"x-{kind}",
                "doc_id": gold["doc_id"],
                "gold": one,
                "pred": other,
                "ctx": score.ctx(gold["text"], one),
            }
    matched_gold, matched_pred = {g for g, _ in pairs}, {p for _, p in pairs}
    for index, one in enumerate(golds):
        if index not in matched_gold:
            yield {
                "kind": "x-missed",
                "doc_id": gold["doc_id"],
                "gold": one,
                "pred": None,
                "ctx": score.ctx(gold["text"], one),
            }
    for index, other in enumerate(predicted):
        if index not in matched_pred:
            yield {
                "kind": "x-spurious",
                "doc_id": gold["doc_id"],
                "pred": other,
                "ctx": score.ctx(gold["text"], other),
            }


def _specifications(name: str, cases: list[dict[str, Any]], specs: ModuleType, errors: list[Any]) -> bool:
    passed = 0
    for case in cases:
        document = _document(case["id"], case["text"])
        code = "en-GB" if ".GB" in (case.get("instance") or "") else "en"
        resolved = _resolved(document, (case["reference"] or "2012-08-10")[:10], code)
        predicted = _ranges(resolved)
        good, *_ = specs.check(case, predicted)
        passed += good
        if not good:
            errors.append(
                {
                    "corpus": name,
                    "kind": "spec",
                    "id": case["id"],
                    "text": case["text"],
                    "reference": case["reference"],
                    "expected": [(e["text"], e["accept"]) for e in case["expected"]],
                    "pred": [(case["text"][p["start"] : p["end"]], p["value"]) for p in predicted],
                }
            )
    print(f"{name:16}{f'{100 * passed / len(cases):.1f} % of {len(cases)}':>24}{f'{SPEC_GOAL} %':>20}")
    return 100 * passed >= SPEC_GOAL * len(cases)


def _ranges(resolved: Resolved) -> list[dict[str, Any]]:
    """Predictions with the whole range once, in place of its two ends."""
    made: dict[tuple[int, int], dict[str, Any]] = {}
    for found in resolved.timexes:
        if isinstance(found, Dated) and found.range is not None:
            span = found.range.span
            made[span.start, span.end] = {
                "start": span.start,
                "end": span.end,
                "value": _days(found.range.when),
            }
        elif isinstance(found, Dated):
            made[found.span.start, found.span.end] = {**_prediction(found), "value": _days(found.when)}
        else:
            made[found.span.start, found.span.end] = _prediction(found)
    return list(made.values())


def _days(when: When) -> str:
    """A When as the scorer takes it: a value it knows, or first day/last day."""
    extent = w.extent(when)
    sides = [
        edtf.text(w.Date(day, w.Grain.DAY)) if day is not None else ".."
        for day in (extent.start, extent.end - 1 if extent.end is not None else None)
    ]
    return sides[0] if sides[0] == sides[1] else "/".join(sides)


def _prediction(found: Dated | Undated) -> dict[str, Any]:
    span, kind = found.span, found.expression.type
    return {"start": span.start, "end": span.end, "value": found.value, "type": kind.value}


def _resolved(document: Document, date: str | None, code: str = "en") -> Resolved:
    words = language(code)
    return dated(document, expressions(document, words), words, edtf.parse(date[:10]) if date else None)


def _document(identity: str, text: str) -> Document:
    return Document(
        DocumentId(identity), text, (Passage(Span(0, len(text)), Role.PROSE),) if text else (), "en"
    )


def _three(figures: Iterable[float] | None) -> str:
    return " / ".join(f"{figure:.1f}" for figure in figures) if figures else ""


def _module(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        sys.exit(f"cannot read {path}")
    module = importlib.util.module_from_spec(spec)
    sys.modules[path.stem] = module
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    main()
