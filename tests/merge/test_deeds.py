"""What words of happenings mean to merging: the same in every language, and what they have to do with each other."""

import tomllib
from importlib.resources import files

import pytest

from timeline import merge
from timeline.merge.stems import Stems
from timeline.merge.words import words
from timeline.model.edit import Edited

CODES = ("de", "es", "fr", "sq", "sr")


def _listed(code: str) -> dict[str, dict[str, str]]:
    return tomllib.loads((files("timeline.merge") / f"words_{code}.toml").read_text("utf-8"))


@pytest.mark.parametrize("code", CODES)
def test_every_key_is_an_english_one(code: str) -> None:
    """A key that English has not would join nothing across languages."""
    english = _listed("en")
    for part in ("deeds", "things"):
        assert _listed(code)[part].keys() <= english[part].keys()


def test_what_deeds_have_to_do_with_each_other_names_known_deeds() -> None:
    deeds = tomllib.loads((files("timeline.merge") / "deeds.toml").read_text("utf-8"))
    known = _listed("en")
    for row in deeds["kin"]:
        assert [word for word in row.split() if not words("en").stem(word).startswith("+")] == []
    for row in (
        *map(" ".join, deeds["apart"]),
        deeds["once"],
        deeds["seldom"],
        deeds["undone"],
        deeds["about"],
    ):
        assert set(row.split()) <= known["deeds"].keys()
    assert set(deeds["again"].split()) <= known["things"].keys()


@pytest.mark.parametrize(
    ("code", "said", "meant"),
    [
        ("en", "inaugurated", "+open"),
        ("es", "segunda", "@second"),
        ("de", "empfahl", "+recommend"),
        ("es", "anunció", "+announce"),
        ("en", "found", "+find"),
        ("en", "founded", "+found"),
        ("de", "eingeweiht", "+open"),
        ("de", "Landtagswahl", "+elect"),
        ("fr", "perquisitionné", "+search"),
        ("es", "inauguró", "+open"),
        ("sr", "бомбардовали", "+bomb"),
        ("hr", "bombardirali", "+bomb"),
        ("sq", "rindërtua", "+rebuild"),
        ("en", "stormed", "+attack"),
        ("en", "prolonged", "+extend"),
        ("de", "verlängerte", "+extend"),
        ("es", "prorrogó", "+extend"),
        ("fr", "prolongation", "+extend"),
        ("en", "storm", "+storm"),
        ("en", "Selection", "+choose"),
        ("de", "Bergen", "berg"),
        ("de", "geborgen", "+recover"),
        ("de", "Waffenstillstandes", "+ceasefire"),
        ("de", "versenkte", "+sink"),
        ("es", "rescataron", "+rescue"),
        ("es", "naufragio", "+sink"),
        ("fr", "naufrage", "+sink"),
        ("fr", "démission", "+resign"),
    ],
)
def test_a_word_is_known_by_its_deed(code: str, said: str, meant: str) -> None:
    assert words(code).stem(said) == meant


@pytest.mark.parametrize(
    ("code", "said", "meant"),
    [
        ("en", "The director stepped down", "+resign"),
        ("en", "They turned an offer down", "+reject"),
        ("de", "Sie trat nach dem Streit zurück", "+resign"),
        ("de", "Sie zog sich im Mai aus der Leitung zurück", "+withdraw"),
        ("de", "Sie zog im Mai nach Bremen", None),
        ("fr", "Le maire a été mis en examen", "+charge"),
        ("fr", "Le premier vol de la machine", "+fly"),
        ("fr", "Le vol de la machine", None),
        ("en", "The picture was soon back in its room", "+return"),
        ("en", "A receipt turned up", "+find"),
        ("en", "She stood up and went down the stairs", None),
    ],
)
def test_two_words_mean_what_neither_does(code: str, said: str, meant: str | None) -> None:
    known, found = Stems(code), said.split()
    assert [known[word] for word in found]
    assert known.meanings(found) == (frozenset([meant]) if meant else frozenset())


ONE = {
    "from either side": [
        ("1999-03-02", "Hallam Museum bought the panel", "The Hallam Museum bought the panel on [2 March 1999]."),
        ("1999-03", "Insurers sold the panel to the museum", "In [March 1999] the insurers sold the panel to the museum."),
    ],
    "in other words": [
        ("1941-11-14", "Raiders bombed the Redford stand", "Raiders bombed the Redford stand on [14 November 1941]."),
        ("1941-11", "Redford stand was struck", "In [November 1941] the Redford stand was struck."),
    ],
}  # fmt: skip

TWO = {
    "two towns struck on a day": [
        ("2019-03-17", "Jets bombed a market in Sarqal", "Jets bombed a market in Sarqal on [17 March 2019]."),
        ("2019-03-17", "Air strike on a school in Dimra", "On [17 March 2019] there was an air strike on a school in Dimra."),
    ],
    "a thing and its memory": [
        ("2008-02-17", "Ravia declared independence", "Ravia declared independence on [17 February 2008]."),
        ("2008-02", "Ravia celebrated its declaration of independence", "Ravia celebrated its declaration of independence in [February 2008]."),
    ],
    "only the town": [
        ("1902-05-04", "Grand Theatre in Tarn was opened by King Odo", "The Grand Theatre in Tarn was opened by King Odo on [4 May 1902]."),
        ("1902-05-04", "Tarn book fair was held", "The Tarn book fair was held on [4 May 1902]."),
    ],
    "left and came": [
        ("2016-12", "Mayor of Belmont resigned", "The mayor of Belmont resigned in [December 2016]."),
        ("2016-12-12", "Clara Vidal was elected mayor of Belmont", "Clara Vidal was elected mayor of Belmont on [12 December 2016]."),
    ],
}  # fmt: skip


@pytest.mark.parametrize("name", [*ONE, *TWO])
def test_happenings_are_told_apart_by_their_deeds(project, name: str) -> None:
    first, second = {**ONE, **TWO}[name]
    assert len(merge.events(project({"a.txt": [first], "b.txt": [second]}), Edited()).value) == (
        1 if name in ONE else 2
    )


@pytest.mark.parametrize(
    ("code", "title", "sentence"),
    [
        ("de", "Das Museum von Belmont wurde eingeweiht", "Das Museum von Belmont wurde am [6. Juli 2018] eingeweiht."),
        ("fr", "Inauguration du musée de Belmont", "L'inauguration du musée de Belmont eut lieu le [6 juillet 2018]."),
        ("es", "Fue inaugurado el museo de Belmont", "El [6 de julio de 2018] fue inaugurado el museo de Belmont."),
        ("sr", "Otvoren je muzej u Belmontu", "Muzej u Belmontu otvoren je [6. jula 2018]. godine."),
    ],
)  # fmt: skip
def test_texts_in_two_languages_tell_of_one(project, code: str, title: str, sentence: str) -> None:
    english = {
        "a.txt": [("2018-07", "Museum opened in Belmont", "A museum opened in Belmont in [July 2018].")]
    }
    read = (*project(english), *project({"b.txt": [("2018-07-06", title, sentence)]}, code))
    assert len(merge.events(read, Edited()).value) == 1
