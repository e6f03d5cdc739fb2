"""Plain text as scrapers leave it: what a page put around a story, glued to it without a mark."""

import pytest
from test_segment import covers, reading, roles

STORY = {
    "en": (
        "The foreign ministers of Valdora and Ostravel met in Elsin on Tuesday and spoke about the road between the two valleys.",
        "Ilda Maren said that engineers of both countries had measured the valleys in spring and that the road could be opened in June.",
        "Tomas Verrick added that Ostravel would pay for the bridge, while Valdora was to build the crossing and the houses of the guards.",
        "The ministers agreed that the engineers would meet again in Elsin in May, and that both countries would publish the measures.",
        "People of the valleys have waited for the road for eleven years, and many of them came to the crossing when they arrived.",
        "After the talks Ilda Maren and Tomas Verrick walked over the old bridge, which both countries had closed eleven years ago.",
        "The ministers did not say how much the bridge would cost; Tomas Verrick told reporters that the engineers were still counting.",
        "Both ministers thanked the engineers, and invited the people of the valleys to the opening of the road in Elsin in June.",
    ),
    "ru": (
        "Министры иностранных дел Вальдоры и Остравеля встретились в Эльсине и обсудили открытие дороги между двумя долинами.",
        "Ильда Марен сообщила, что инженеры обеих стран весной измерили долины и что дорогу между ними можно открыть уже в июне.",
        "Томас Веррик добавил, что Остравель заплатит за мост, а Вальдора построит пункт пропуска на дороге и дома для охраны.",
        "Министры договорились, что инженеры вновь встретятся в Эльсине в мае и что обе страны опубликуют результаты измерений.",
        "Жители долин ждали открытия дороги одиннадцать лет, и многие из них пришли к пункту пропуска, когда приехали министры.",
        "После переговоров Ильда Марен и Томас Веррик прошли по старому мосту, закрытому обеими странами одиннадцать лет назад.",
        "Министры не сказали, сколько будет стоить мост; Томас Веррик сообщил журналистам, что инженеры ещё считают.",
        "Оба министра поблагодарили инженеров и пригласили жителей долин на открытие дороги в Эльсине, намеченное на июнь.",
        "Послы обеих стран назвали встречу министров в Эльсине хорошим началом и попросили инженеров не спешить с мостом.",
        "Охрана на дороге будет общей, а жители долин смогут проходить через пункт пропуска без виз, договорились министры.",
        "В мае министры снова приедут в долины, чтобы вместе с инженерами посмотреть, как идёт строительство моста и дороги.",
    ),
    "az": (
        "Valdora və Ostravel xarici işlər nazirləri çərşənbə axşamı Elsində görüşüb, iki vadi arasında yolun açılmasından danışıblar.",
        "İlda Maren bildirib ki, hər iki ölkənin mühəndisləri vadiləri yazda ölçüblər və yol artıq iyun ayında açıla bilər.",
    ),
    "hy": (
        "Վալդորայի և Օստրավելի արտաքին գործերի նախարարները հանդիպել են Էլսինում և քննարկել երկու հովիտների միջև ճանապարհի բացումը։",
        "Իլդա Մարենը հայտնել է, որ երկու երկրների ինժեներները գարնանը չափել են հովիտները, և ճանապարհը կարող է բացվել հունիսին։",
    ),
    "ka": (
        "ვალდორისა და ოსტრაველის საგარეო საქმეთა მინისტრები ელსინში შეხვდნენ და ორ ხეობას შორის გზის გახსნა განიხილეს.",
        "ილდა მარენის თქმით, ორივე ქვეყნის ინჟინრებმა ხეობები გაზაფხულზე გაზომეს და გზა უკვე ივნისში შეიძლება გაიხსნას.",
    ),
    "tr": (
        "Valdora ve Ostravel dışişleri bakanları salı günü Elsin'de bir araya geldi ve iki vadi arasındaki yolun açılmasını görüştü.",
        "İlda Maren, iki ülkenin mühendislerinin vadileri ilkbaharda ölçtüğünü ve yolun haziran ayında açılabileceğini söyledi.",
    ),
    "uk": (
        "Міністри закордонних справ Вальдори та Остравеля зустрілися в Ельсині й обговорили відкриття дороги між двома долинами.",
        "Ільда Марен повідомила, що інженери обох країн навесні виміряли долини і що дорогу можна буде відкрити вже в червні.",
    ),
}


def around(language: str, before: tuple[str, ...], after: tuple[str, ...], between: tuple[str, ...] = (), at: int = 4) -> dict[str, str]:
    """The rule of each line put before, into and after a story, whose own paragraphs must all be body."""
    story = STORY[language]
    text = "\n\n".join([*before, *story[:at], *between, *story[at:], *after])
    covers(text, reading(text))
    found = [(rule, line) for rule, piece in roles(text) for line in piece.split("\n\n")]
    told = {line: rule for rule, line in found}
    assert [told[paragraph] for paragraph in story] == ["body:paragraph"] * len(story)
    return {line: told[line] for line in (*before, *between, *after)}


def test_a_menu_over_the_title_and_words_of_the_page_under_the_story() -> None:
    made = around(
        "en",
        ("Home", "Politics", "Economy", "Foreign ministers of Valdora and Ostravel meet in Elsin", "9 May 2023, 14:05"),
        ("Share", "Facebook", "Sport", "Weather", "Contact us"),
    )
    assert list(made.values())[:5] == ["navigation:page-line", "navigation:menu", "navigation:menu", "title:first-line", "dateline:header"]
    assert set(list(made.values())[5:]) <= {"navigation:page-line", "navigation:menu"}


@pytest.mark.parametrize(
    ("language", "crumbs"),
    [("en", "Home > Politics > Valleys"), ("ru", "Главная » Политика"), ("tr", "Ana sayfa / Dünya"), ("ka", "მთავარი | პოლიტიკა")],
)
def test_a_path_through_the_site_is_a_menu(language: str, crumbs: str) -> None:
    assert around(language, (crumbs,), ()) == {crumbs: "navigation:menu"}


def test_a_feed_with_times_under_a_story_is_a_teaser_and_a_programme_is_not() -> None:
    feed = ("14:47 Паром в Бренхольме вновь открыт", "14:30 Ткачи показали ковры", "13:05 Цены на рыбу выросли")
    assert set(around("ru", (), feed).values()) == {"teaser:timed"}
    assert set(around("ru", (), feed[::-1]).values()) == {"body:heading"}


def test_headlines_with_their_days_between_them_are_teasers_and_a_chronology_is_not() -> None:
    listed = ("Ferry in Brenholm opened again", "March 10, 2023", "Weavers present their carpets", "March 9, 2023")
    assert set(around("en", (), listed).values()) == {"teaser:dated"}
    assert set(around("en", (), (*listed[2:], *listed[:2])).values()) == {"body:heading"}


def test_a_headline_twice_in_one_line_is_a_teaser() -> None:
    twice = "Ferry in Brenholm opened again Ferry in Brenholm opened again"
    assert around("en", (), (), between=(twice,)) == {twice: "teaser:doubled"}


@pytest.mark.parametrize(
    ("language", "cue", "headline"),
    [
        ("en", "Read also", "Ferry between the islands opened again"),
        ("ru", "Читайте также", "Паром между островами снова открыт"),
        ("az", "Həmçinin oxuyun", "Adalar arasında bərə yenidən açıldı"),
        ("hy", "Կարդացեք նաև", "Կղզիների միջև լաստանավը կրկին բացվել է"),
        ("ka", "წაიკითხეთ ასევე", "კუნძულებს შორის ბორანი კვლავ გაიხსნა"),
        ("uk", "Читайте також", "Пором між островами знову відкрито"),
    ],
)
def test_a_pointer_to_another_story_between_two_paragraphs(language: str, cue: str, headline: str) -> None:
    assert around(language, (), (), between=(cue, headline), at=1) == {cue: "teaser:cue", headline: "teaser:list"}


@pytest.mark.parametrize(
    ("language", "appeal"),
    [
        ("en", "Sign up for our newsletter to get the news of the valleys every morning."),
        ("ru", "Подписывайтесь на наш канал, чтобы ничего не пропустить."),
        ("az", "Telegram kanalımıza abunə olun"),
        ("tr", "Bizi takip edin"),
    ],
)
def test_an_appeal_to_the_reader_wherever_it_stands(language: str, appeal: str) -> None:
    assert around(language, (), (), between=(appeal,), at=1) == {appeal: "navigation:appeal"}


@pytest.mark.parametrize(
    "line",
    [
        "Brenholm goalkeeper Aleksander Ferrando leaves injury list",
        "Prices of herring rise sharply, says Marika Holt of Dunmere harb…",
    ],
)
def test_a_headline_of_another_story_between_paragraphs_or_at_the_end(line: str) -> None:
    assert around("en", (), (), between=(line,)) == {line: "stray:unrelated-line"}
    assert around("en", (), (line,)) == {line: "stray:unrelated-line"}


def test_headings_of_the_story_itself_items_and_speakers_are_no_strays() -> None:
    for line in (
        "Engineers of Valdora and Ostravel hold what opens Kallow dams",
        "- Brenholm goalkeeper Aleksander Ferrando leaves injury list",
        "Aleksander Ferrando: Herring prices rose across Dunmere harbours",
    ):
        assert next(iter(around("en", (), (), between=(line,)).values())).startswith("body:")
    listed = ("Marika Holt, harbour inspector from Dunmere", "Aleksander Ferrando, goalkeeper from Brenholm")
    assert set(around("en", (), (), between=listed).values()) == {"body:heading"}


def test_a_line_in_another_script_is_stray() -> None:
    assert around("ru", (), (), between=("Carpets of the Northern Isles on sale",)) == {
        "Carpets of the Northern Isles on sale": "stray:other-script"
    }
    assert around("en", (), ("Ткачи показали ковры северных островов",)) == {"Ткачи показали ковры северных островов": "stray:other-script"}
    assert around("ru", (), (), between=("Port Elsin Post",)) == {"Port Elsin Post": "body:heading"}
