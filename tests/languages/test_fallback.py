"""Languages without a folder: explicit dates by borrowed words, and nothing more than was said."""

import subprocess
import sys
import tomllib
from importlib.resources import files

import pytest
from dateparser.data import languages_info

from timeline import resolve, tag
from timeline.languages import borrowed, language
from timeline.model.document import Document, DocumentId
from timeline.model.expression import Dated
from timeline.times import edtf

WRITTEN = edtf.parse("2010-06-16")
RULES = tomllib.loads(files("timeline.languages").joinpath("und", "rules.toml").read_text("utf-8"))["rule"]

# A sentence and its dates, in order.
SENTENCES = [
    ("ru", "Соглашение подписали 17 февраля 2008 года в Москве.", "2008-02-17"),
    ("ru", "Он родился в 1799 году, а в мае 1820 года был выслан; всего 1200 рублей.", "1799 1820-05"),
    ("uk", "Угоду підписали 24 серпня 1991 року, а у вересні 1991 року її схвалили.", "1991-08-24 1991-09"),
    ("be", "Дэкларацыя прынята 27 ліпеня 1990 года.", "1990-07-27"),
    ("bg", "Договорът е подписан на 3 март 1878 г. в Сан Стефано.", "1878-03-03"),
    ("mk", "Декларацијата беше усвоена на 8 септември 1991 година.", "1991-09-08"),
    ("pl", "Umowę podpisano 13 grudnia 1981 roku, a w styczniu 1982 r. zniesiono.", "1981-12-13 1982-01"),
    ("cs", "Smlouva byla podepsána 28. října 1918 v Praze; v roce 1939 zanikla.", "1918-10-28 1939"),
    ("sk", "Dohodu podpísali 1. januára 1993, vo februári 1994 ju zmenili.", "1993-01-01 1994-02"),
    ("sl", "Sporazum so podpisali 25. junija 1991 v Ljubljani.", "1991-06-25"),
    ("hu", "A szerződést 1956. október 23-án írták alá, 1957 januárjában módosították.", "1956-10-23"),
    ("hu", "2008. február 17-én történt; 2004. május 1. óta tag.", "2008-02-17 2004-05-01"),
    ("ro", "Tratatul a fost semnat la 1 decembrie 1918 și ratificat în 1920.", "1918-12-01 1920"),
    ("pt", "O acordo foi assinado em 10 de fevereiro de 1947; em 1954 mudou.", "1947-02-10 1954"),
    ("pt", "No 1º de maio de 1898 houve greve.", "1898-05-01"),
    ("pt", "O acordo foi assinado em 25 de abril de 1974, e em 1976 foi revisto.", "1974-04-25 1976"),
    ("ca", "El conveni es va signar l'11 de setembre de 1714.", "1714-09-11"),
    ("gl", "O acordo asinouse o 5 de abril de 1981.", "1981-04-05"),
    ("nl", "Het verdrag werd op 7 februari 1992 getekend; in 2002 kwamen 300 mensen.", "1992-02-07 2002"),
    ("sv", "Avtalet undertecknades den 6 juni 1523 i Strängnäs.", "1523-06-06"),
    ("da", "Aftalen blev underskrevet den 5. juni 1849.", "1849-06-05"),
    ("nb", "Avtalen ble undertegnet 17. mai 1814 på Eidsvoll.", "1814-05-17"),
    (
        "fi",
        "Sopimus allekirjoitettiin 6. joulukuuta 1917 Helsingissä; vuonna 1939 syttyi sota.",
        "1917-12-06 1939",
    ),
    ("et", "Leping sõlmiti 2. veebruaril 1920 Tartus.", "1920-02-02"),
    ("lv", "Līgumu parakstīja 1920. gada 11. augustā Rīgā.", "1920-08-11"),
    ("lt", "Aktas pasirašytas 1918 m. vasario 16 d. Vilniuje.", "1918-02-16"),
    ("el", "Η συνθήκη υπογράφηκε στις 24 Ιουλίου 1923 στη Λωζάνη.", "1923-07-24"),
    ("tr", "Antlaşma 24 Temmuz 1923'te imzalandı; 1938 yılında öldü.", "1923-07-24 1938"),
    ("az", "Müqavilə 28 may 1918 tarixində imzalandı.", "1918-05-28"),
    ("ka", "ხელშეკრულება 26 მაისი 1918 ხელმოწერილია.", "1918-05-26"),
    ("hy", "Պայմանագիրը ստորագրվել է 28 մայիսի 1918.", "1918-05-28"),
    ("ar", "وقعت الاتفاقية في 17 فبراير 2008 في بريشتينا.", "2008-02-17"),
    ("ar", "وقعت في ١٧ شباط ٢٠٠٨ وأعلنت عام ١٩٩٩.", "2008-02-17 1999"),
    ("he", "ההסכם נחתם ב-14 במאי 1948 בתל אביב.", "1948-05-14"),
    ("fa", "این توافق در ۱۷ فوریه ۲۰۰۸ امضا شد؛ سال ۱۳۵۷ هم بود.", "2008-02-17"),
    ("ur", "معاہدہ 17 فروری 2008 کو ہوا۔", "2008-02-17"),
    ("hi", "समझौता 17 फ़रवरी 2008 को हुआ।", "2008-02-17"),
    ("hi", "समझौता १५ अगस्त १९४७ को हुआ।", "1947-08-15"),
    ("bn", "চুক্তিটি ১৬ মার্চ ১৯৭১ সালে হয়।", "1971-03-16"),
    ("ta", "ஒப்பந்தம் 15 ஆகஸ்ட் 1947 அன்று.", "1947-08-15"),
    ("th", "ลงนามเมื่อวันที่ 24 มิถุนายน 2475 ที่กรุงเทพ", "1932-06-24"),
    ("vi", "Hiệp định được ký ngày 2 tháng 9 năm 1945 tại Hà Nội.", "1945-09-02"),
    ("id", "Perjanjian ditandatangani pada 17 Agustus 1945 di Jakarta.", "1945-08-17"),
    ("ms", "Perjanjian ditandatangani pada 31 Ogos 1957.", "1957-08-31"),
    ("fil", "Nilagdaan ang kasunduan noong Hunyo 12, 1898 sa Kawit.", "1898-06-12"),
    ("sw", "Mkataba ulitiwa saini tarehe 9 Desemba 1961.", "1961-12-09"),
    ("zh", "协议于2008年2月17日在普里什蒂纳签署，2010年7月生效。", "2008-02-17 2010-07"),
    ("zh", "星期三，代表团抵达，昨天离开。", "2010-06-15"),
    ("ja", "条約は1951年9月8日に署名された。昨日も。", "1951-09-08 2010-06-15"),
    ("ko", "조약은 1965년 6월 22일에 서명되었다.", "1965-06-22"),
    ("eo", "La interkonsento estis subskribita la 26-an de julio 1887.", "1887-07-26"),
    ("is", "Samningurinn var undirritaður 17. júní 1944.", "1944-06-17"),
    ("cy", "Llofnodwyd y cytundeb ar 18 Medi 1997.", "1997-09-18"),
    ("ga", "Síníodh an comhaontú ar 6 Nollaig 1921.", "1921-12-06"),
    ("kk", "Келісімге 16 желтоқсан 1991 жылы қол қойылды.", "1991-12-16"),
    ("af", "Die ooreenkoms is op 27 April 1994 onderteken.", "1994-04-27"),
]

# A day or a year that is not said stays unsaid; other calendars, counts and numbers are no dates of ours.
NOTHING_MORE = [
    ("ru", "В мае 1820 года он уехал.", ["1820-05"]),
    ("nl", "In mei kwamen 2000 mensen.", []),
    ("pt", "Foram 1974 pessoas, em 25 casas.", []),
    ("fa", "در سال ۱۳۵۷ و در ۱۳۵۷–۱۳۵۸ بود.", []),
    ("ne", "वर्ष २०६५ मा", []),
    ("hi", "कल बारिश हुई।", []),
    ("pt", "Temos 3 mar e 4 sab.", []),
    ("ja", "2000人が来た。", []),
    ("pl", "Rezolucja 1244 i 1500 osób.", []),
    ("xx", "Foo 12 bar 1999 baz 03.04.2008.", ["2008-04-03"]),
]


def _dates(code: str, text: str) -> list[str]:
    document = Document(DocumentId("a sentence"), text, (), code)
    found = resolve.dated(
        document, tag.expressions(document, language(code)), language(code), WRITTEN
    ).timexes
    for timex in found:
        assert text[timex.span.start : timex.span.end] == timex.expression.text
    return [edtf.text(timex.when) for timex in found if isinstance(timex, Dated)]


def _rules_of(code: str, text: str) -> list[tuple[str, str]]:
    document = Document(DocumentId("an example"), text, (), code)
    found = resolve.dated(
        document, tag.expressions(document, language(code)), language(code), WRITTEN
    ).timexes
    return [(timex.expression.rule, timex.value) for timex in found]


@pytest.mark.parametrize(("code", "text", "dates"), SENTENCES)
def test_a_sentence(code, text, dates):
    assert _dates(code, text) == dates.split()


def test_the_table_covers_many_languages():
    assert len({code for code, _, _ in SENTENCES}) >= 45


@pytest.mark.parametrize(("code", "text", "dates"), NOTHING_MORE)
def test_nothing_is_filled_in(code, text, dates):
    assert _dates(code, text) == dates


def _examples(field: str):
    for rule in RULES:
        for key in rule.get(field, ()):
            code, _, text = key.partition(": ") if "elsewhere" in field else ("und", "", key)
            yield rule["name"], code, text, rule[field][key] if isinstance(rule[field], dict) else ""


@pytest.mark.parametrize(("rule", "code", "text", "value"), [*_examples("examples"), *_examples("elsewhere")])
def test_an_example_is_read_by_its_rule(rule, code, text, value):
    assert _rules_of(code, text) == [(rule, part) for part in value.split()]


@pytest.mark.parametrize(("rule", "code", "text", "_"), [*_examples("rejects"), *_examples("not_elsewhere")])
def test_a_reject_is_not_read_by_its_rule(rule, code, text, _):
    assert rule not in [name for name, _ in _rules_of(code, text)]


@pytest.mark.parametrize("fields", [("examples", "elsewhere"), ("rejects", "not_elsewhere")])
def test_every_rule_has_examples_and_rejects(fields):
    assert [rule["name"] for rule in RULES if not any(rule.get(field) for field in fields)] == []


# ---- dateparser's data, which is no public interface ----------------------------------------------------------


def _codes() -> list[str]:
    own = {"en", "de", "es", "fr", "it", "sr", "sq", "hr", "bs"}
    return sorted(code for code in languages_info.language_order if code.isalpha() and code not in own)


@pytest.mark.parametrize("code", _codes())
def test_the_borrowed_words_are_where_they_were(code):
    words = borrowed.words(code)
    assert words["year_word"], "no data: dateparser has moved it"
    months = {**words["month_short"], **words["month_name"]}
    if code not in ("ko", "yue"):  # which count their months
        assert set(months.values()) == set(range(1, 13))
    assert not set(words["month_name"]) & set(words["week_day"])
    assert not set(words["near_day"]) & set(months)


def test_a_name_of_two_months_is_neither():
    assert "mar" not in borrowed.words("gl")["month_name"]
    assert "mar" not in borrowed.words("gl")["week_day"]


def test_dateparser_itself_is_never_imported():
    script = (
        "import sys; from timeline.languages import language; "
        "language('en'); assert not any('dateparser' in name for name in sys.modules); "
        "language('pt'); assert not any(name.startswith('dateparser') for name in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", script], check=True)
