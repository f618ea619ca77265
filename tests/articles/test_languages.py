"""Languages of articles and lines."""

import pytest

from factdiff.articles.languages import is_foreign, spot_language


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("The minister said on Tuesday that nobody had been hurt in the fire.", "en"),
        ("China curbs rare earth exports", "en"),
        ("Le ministre a déclaré mardi que personne n'avait été blessé dans l'incendie.", "fr"),
        ("Der Minister sagte am Dienstag, dass bei dem Brand niemand verletzt worden sei.", "de"),
        ("El ministro dijo el martes que nadie había resultado herido en el incendio.", "es"),
        ("O ministro disse na terça-feira que não houve feridos no incêndio.", "pt"),
        ("Il ministro ha detto che nessuno è rimasto ferito nell'incendio della fabbrica.", "it"),
        ("De minister zei dinsdag dat er niemand bij de brand gewond is geraakt.", "nl"),
        ("Menteri itu mengatakan bahwa tidak ada yang terluka dalam kebakaran pada hari Selasa.", "id"),
        ("Міністр сказав, що ніхто не постраждав.", "ru"),
        ("大臣は火曜日、けが人はいなかったと述べた。", "ja"),
        ("部长周二表示，火灾中无人受伤。", "zh"),
        ("장관은 화요일 부상자가 없다고 말했다.", "ko"),
        ("قال الوزير يوم الثلاثاء إن أحدا لم يصب.", "ar"),
        ("1234 5678", "und"),
        ("", "und"),
    ],
)
def test_spot_language(text, lang):
    assert spot_language(text) == lang


def test_gibberish_is_in_no_language():
    assert spot_language("xq zv pl mn wrt kjh vbn qwp zxcv plm okn ijb uhv ygc tfx rdz " * 5) == "und"


@pytest.mark.parametrize(
    "line",
    [
        "Ti AI ṣe iroyin",
        "Ojú-ìwé yìí nlo kuki",
        "A nlo kuki fun itupalẹ lati mu ilọsiwaju wa. Ka ìlànà àṣírí wa fun alaye siwaju sii.",
        "Noticias relacionadas por tema y región",
        "Diese Seite verwendet Cookies, und sie können das nicht ablehnen",
        "Читайте также",
        "関連ニュース",
        "Cette page utilise des cookies pour améliorer votre expérience",
    ],
)
def test_foreign_lines(line):
    assert is_foreign(line)


@pytest.mark.parametrize(
    "line",
    [
        "Power cut",
        "Rare Earths in the Crosshairs",
        "Le Pen",
        "São Paulo",
        "Rio de Janeiro",
        "Recep Tayyip Erdoğan",
        "Nguyễn Phú Trọng",
        "Earthquake kills dozens",
        "Powerful earthquake injures dozens in Indonesia's Aceh province",
        "Naïve café owners fined",
        "Die, traitor",
        "2,456",
        "Volodymyr Zelenskyy, Andriy Yermak, Oleksandr Syrskyi, Rustem Umerov",
        "The word “weltanschauung” was used 14 times, the court heard.",
        "Angela Merkel und Co",
    ],
)
def test_english_lines_and_names(line):
    assert not is_foreign(line)
