"""Which language a text is in, told cheaply."""

import subprocess
import sys

import pytest

from timeline.read.language import recognised

LONG_ENOUGH = {
    "sr": "Skupština je u utorak usvojila zakon, a predsednik ga je potpisao sledećeg dana, rekao je ministar.",
    "sq": "Kuvendi miratoi ligjin të martën, ndërsa presidenti e nënshkroi ditën e nesërme në Prishtinë.",
    "en": "Parliament adopted the law on Tuesday and the president signed it the next day.",
    "de": "Das Parlament verabschiedete das Gesetz am Dienstag, und der Präsident unterschrieb es am nächsten Tag.",
    "es": "El Parlamento aprobó la ley el martes y el presidente la firmó al día siguiente en Madrid.",
    "fr": "Le Parlement a adopté la loi mardi et le président l'a signée le lendemain à Paris.",
    "it": "Il Parlamento ha approvato la legge martedì e il presidente l'ha firmata il giorno dopo a Roma.",
    "pt": "O Parlamento aprovou a lei na terça-feira e o presidente assinou-a no dia seguinte em Lisboa.",
    "nl": "Het parlement keurde de wet dinsdag goed en de president ondertekende hem de volgende dag.",
    "sl": "Državni zbor je v torek sprejel zakon, predsednik pa ga je podpisal naslednji dan v Ljubljani.",
    "ru": "Парламент принял закон во вторник, а президент подписал его на следующий день.",
    "uk": "Парламент ухвалив закон у вівторок, а президент підписав його наступного дня.",
    "mk": "Собранието го усвои законот во вторникот, а претседателот го потпиша следниот ден.",
    "bg": "Парламентът прие закона във вторник, а президентът го подписа на следващия ден.",
    "tr": "Meclis yasayı salı günü kabul etti, cumhurbaşkanı ertesi gün Ankara'da imzaladı.",
    "sv": "Riksdagen antog lagen på tisdagen och presidenten undertecknade den dagen därpå.",
    "zh": "议会周二通过了该法律，总统次日签署。",
    "ja": "議会は火曜日に法律を可決し、翌日大統領が署名した。",
    "ar": "أقر البرلمان القانون يوم الثلاثاء ووقعه الرئيس في اليوم التالي.",
    "he": "הכנסת אישרה את החוק ביום שלישי.",
    "el": "Η Βουλή ψήφισε τον νόμο την Τρίτη.",
}


@pytest.mark.parametrize(("code", "text"), LONG_ENOUGH.items())
def test_a_sentence_is_enough(code, text):
    assert recognised(text) == code


def test_serbian_in_both_scripts():
    assert recognised("Скупштина је усвојила закон, а председник га је потписао.") == "sr"
    assert recognised("Vlada je saopštila da će most biti otvoren u proleće.") == "sr"


def test_neighbours_of_serbian_are_one_of_the_three():
    text = "Sabor je u utorak usvojio zakon, a predsjednik ga je potpisao tijekom sljedećeg tjedna u Zagrebu."
    assert recognised(text) == "hr"
    text = "Parlament je prije dva dana usvojio zakon, a predsjednik ga je potpisao u Sarajevu."
    assert recognised(text) == "bs"


@pytest.mark.parametrize("text", ["", "1999", "Timeline: 1999 NATO bombing.", "IMG_2031.jpg", "Xi Jinping"])
def test_too_little_text_is_the_default(text):
    assert recognised(text) == "en"
    assert recognised(text, "fr") == "fr"


def test_a_letterhead_in_another_language_does_not_decide():
    head = "The Ministry of the Interior of the Republic, for immediate release to the press and the public. "
    body = LONG_ENOUGH["sr"] + " "
    assert recognised(head + body * 120) == "sr"


def test_the_model_is_left_alone_where_words_tell():
    script = (
        "import sys; from timeline.read.language import recognised; "
        f"found = [recognised(text) for text in {[LONG_ENOUGH[code] for code in ('en', 'de', 'sr', 'sq', 'zh')]!r}]; "
        "assert 'py3langid' not in sys.modules, found"
    )
    subprocess.run([sys.executable, "-c", script], check=True)
