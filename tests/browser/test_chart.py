"""The timeline under a hand: marks where their dates are, cards to read, and ways to move, by mouse, finger and key."""

import datetime as dt
import re
from itertools import combinations

import pytest

from tests.browser.chart import Chart
from tests.browser.reader import Setting, anywhere

pytestmark = pytest.mark.browser

# the names of ticks that the edge of the window cuts
CUT = """() => {
  const sight = document.getElementById("chart-window").getBoundingClientRect();
  return Array.from(document.querySelectorAll("#chart-plot .xtick text"), text => [text.textContent, text.getBoundingClientRect()])
    .filter(([, box]) => [sight.left, sight.right].some(edge => box.left < edge - 1 && box.right > edge + 1)).map(([words]) => words);
}"""
DESK, PHONE = Setting(), Setting("web", "phone")
both = pytest.mark.parametrize("setting", [DESK, PHONE], ids=str)


@pytest.fixture
def look(read):
    def look(name="observatory", setting=DESK, path="index.html"):
        reader = read(name, setting)
        reader.open(path)
        return Chart(reader)

    return look


def is_day(event):
    return event["shape"] == "point"


def found(chart, title):
    return next(event for event in chart.events if event["title"] == title)


@anywhere
@pytest.mark.parametrize("name", ["demo", "observatory"])
def test_every_event_has_a_mark_and_a_name_or_is_counted(look, name, setting):
    chart = look(name, setting)
    shown = {event["id"]: event for event in chart.events if event["kind"] != "statistic"}
    assert shown
    links, clustered = set(chart.links), set(chart.clustered)
    assert links | clustered == set(shown)
    names = chart.page.eval_on_selector_all("#chart-labels a", "all => all.map(a => a.ariaLabel)")
    assert set(names) == {f"{shown[link]['date']}: {shown[link]['title']}" for link in links}
    assert not chart.page.locator("#chart-still").is_visible()


@both
def test_the_mark_of_a_day_stands_at_its_date(look, setting):
    chart = look("observatory", setting)
    drawn = chart.page.eval_on_selector_all(
        "#chart-plot .scatterlayer path.point",
        "all => all.map(p => p.getBoundingClientRect()).map(r => [r.x + r.width / 2, r.y + r.height / 2])",
    )
    days = [event for event in chart.events if is_day(event)]
    assert len(days) > 3
    top = chart.box()["y"]
    for event in days:
        x, y = chart.spot(event["id"])
        y += top - chart.box()["y"]  # the page may have been scrolled
        assert any(abs(x - a) < 1.5 and abs(y - b) < 1.5 for a, b in drawn), event["title"]


@both
def test_an_interval_is_drawn_as_its_extent_and_not_as_a_point(look, setting):
    chart = look("observatory", setting)
    traces = chart.page.evaluate(
        "document.getElementById('chart-plot').data.map(t => [t.mode, t.meta.look, t.x])"
    )
    alone = set(chart.links)
    long = [event for event in chart.events if event["end"] - event["start"] > 300 and event["id"] in alone]
    assert len(long) > 3
    start, end = chart.sight
    least = 5.01 / chart.box()["width"] * (end - start)  # days in the five pixels that a bar has at least
    for event in long:
        lines = [
            (x[i], x[i + 1]) for mode, look, x in traces if look == event["look"] for i in range(0, len(x), 3)
        ]
        own = next((a, b) for a, b in lines if a <= event["start"] and event["end"] <= b)
        assert own == (event["start"], event["end"]) or own[1] - own[0] < least, event["title"]
        assert not any(look == event["look"] and mode == "markers" for mode, look, _ in traces)


def test_doubt_and_open_ends_look_different(look):
    chart = look()
    traces = chart.page.evaluate(
        "document.getElementById('chart-plot').data.map(t => [t.meta.look, t.line && t.line.dash, t.x.length])"
    )
    dashes = {look: dash for look, dash, length in traces if length}
    assert dashes[found(chart, "Mount Ister: Fire destroyed the library")["look"]] != "solid"
    assert dashes["tail open"] == "solid"  # The archive is being catalogued, since 1990


@both
def test_ticks_say_the_date_they_stand_at_and_none_is_cut(look, setting):
    chart = look(setting=setting)
    epoch = dt.date(1970, 1, 1)
    for _ in range(5):  # from decades to days
        axis = chart.page.evaluate(
            "(({tickvals, ticktext}) => [tickvals, ticktext])(document.getElementById('chart-plot').layout.xaxis)"
        )
        assert len(list(filter(None, axis[1]))) > 1
        for day, text in zip(*axis, strict=True):
            if not text:  # its name would be cut
                continue
            date = epoch + dt.timedelta(days=day)
            said = text.replace("<br>", " ").split()
            assert date.day == (int(said[0]) if len(said) > 1 and said[1].isalpha() else 1)
            for word in said:
                assert word in (str(date.year), date.strftime("%b"), str(date.day))
        assert chart.page.evaluate(CUT) == []
        for _ in range(3):
            chart.page.locator("#zoom-in").click()
        chart.settle()


@anywhere
@pytest.mark.parametrize("name", ["demo", "observatory"])
def test_labels_do_not_lie_on_each_other(look, name, setting):
    chart = look(name, setting)
    boxes = chart.page.evaluate("""() => Array.from(document.querySelectorAll("#chart-labels a")).flatMap(a => {
      if (!a.textContent) return [];
      const range = document.createRange();
      range.selectNodeContents(a);
      const text = range.getBoundingClientRect(), own = a.getBoundingClientRect();
      return [[a.textContent, Math.max(text.left, own.left), Math.min(text.right, own.right), own.top, own.bottom]];
    })""")
    assert len(boxes) > 3
    over = [
        (a[0], b[0])
        for a, b in combinations(boxes, 2)
        if a[1] < b[2] - 1 and b[1] < a[2] - 1 and a[3] < b[4] - 4 and b[3] < a[4] - 4
    ]
    assert over == []
    sight = chart.box()
    assert [b[0] for b in boxes if b[2] > sight["x"] + sight["width"] + 1 or b[2] - b[1] < 20] == []


@anywhere
def test_pointing_at_a_mark_shows_what_it_is(look, setting):
    chart = look("observatory", setting)
    event = found(chart, "Halla Brandt founds the observatory")
    chart.point_at(event["id"])
    card = chart.card
    assert card.locator(".card-title").inner_text() == event["title"]
    assert "2 March 1911" in card.locator(".card-date").inner_text()
    assert "founded by the astronomer Halla Brandt" in card.inner_text()
    assert card.get_by_role("link", name="The observatory on Mount Ister").count() == 1
    box, (width, height) = card.bounding_box(), (chart.page.viewport_size[k] for k in ("width", "height"))
    assert box["x"] >= 0
    assert box["y"] >= 0
    assert box["x"] + box["width"] <= width
    assert box["y"] + box["height"] <= height


def test_the_words_of_a_card_can_be_selected(look):
    chart = look()
    chart.point_at(found(chart, "Halla Brandt founds the observatory")["id"])
    chart.card.locator(".words").dblclick(position={"x": 60, "y": 8})
    selected = chart.page.evaluate("getSelection().toString().trim()")
    assert selected
    assert selected in chart.card.inner_text()
    assert chart.card.is_visible()
    assert chart.reader.place.startswith("index.html")


def test_a_card_stays_under_the_pointer_and_goes_when_left_or_escaped(look):
    chart = look()
    mark = found(chart, "Halla Brandt founds the observatory")["id"]
    chart.point_at(mark)
    box = chart.card.bounding_box()
    chart.page.mouse.move(box["x"] + 40, box["y"] + 20, steps=8)
    chart.page.wait_for_timeout(500)
    assert chart.card.is_visible()
    chart.page.mouse.move(640, 790, steps=8)
    chart.card.wait_for(state="hidden")
    chart.point_at(mark)
    chart.page.keyboard.press("Escape")
    chart.card.wait_for(state="hidden")


def test_what_escape_closes_does_not_come_again_by_itself(look):
    """Neither by the last step of the pointer, whose card was still to come, nor by what scrolls under it as it rests."""
    chart = look()
    events = [
        found(chart, "Halla Brandt founds the observatory"),
        found(chart, "The great reflector sees first light"),
    ]
    spots = [chart.spot(event["id"]) for event in events]
    shown = chart.page.evaluate(
        """spots => {
          const frame = document.getElementById("chart-frame"), card = document.getElementById("chart-card");
          const press = key => document.dispatchEvent(new KeyboardEvent("keydown", {key}));
          const point = ([x, y], screenX) => frame.dispatchEvent(
            new PointerEvent("pointermove", {clientX: x, clientY: y, screenX, bubbles: true, pointerType: "mouse"}));
          const later = () => new Promise(done => setTimeout(() => done(!card.hidden), 250));
          point(spots[0], 1); press("Escape");
          return later().then(first => {
            point(spots[1], 1);
            return later().then(second => { point(spots[1], 2); return later().then(third => [first, second, third]); });
          });
        }""",
        spots,
    )
    assert shown == [False, False, True]


def test_a_card_opened_by_a_finger_stays_until_another_tap(look):
    chart = look("observatory", PHONE)
    chart.point_at(found(chart, "The great reflector sees first light")["id"])
    chart.page.wait_for_timeout(700)
    assert chart.card.is_visible()
    box = chart.box()
    chart.page.touchscreen.tap(box["x"] + 4, box["y"] + 4)  # above the lanes
    chart.card.wait_for(state="hidden")


@anywhere
def test_a_mark_leads_to_its_event_and_back(look, setting):
    chart = look("observatory", setting)
    event = found(chart, "The great reflector sees first light")
    chart.follow(event)
    assert chart.reader.place == event["path"]
    assert chart.page.locator("h1").inner_text() == event["title"]
    chart.page.go_back()
    chart.page.wait_for_selector("#chart-frame.answers")
    assert event["id"] in chart.links


@pytest.mark.parametrize("setting", [DESK, Setting("web")], ids=str)
def test_the_whole_way_by_keyboard(look, setting):
    chart = look("observatory", setting)
    keys = chart.page.keyboard
    focused = "document.activeElement.dataset && document.activeElement.dataset.event"
    for _ in range(40):
        keys.press("Tab")
        if chart.page.evaluate(focused):
            break
    first = chart.page.evaluate(focused)
    assert first in chart.links
    by_id = {event["id"]: event for event in chart.events}
    assert chart.card.locator(".card-title").inner_text() == by_id[first]["title"]
    keys.press("ArrowRight")
    second = chart.page.evaluate(focused)
    assert second != first
    assert chart.card.locator(".card-title").inner_text() == by_id[second]["title"]
    keys.press("ArrowLeft")
    assert chart.page.evaluate(focused) == first
    keys.press("Escape")
    assert not chart.card.is_visible()
    assert chart.page.evaluate(focused) == first
    keys.press("Enter")
    chart.page.wait_for_selector("article[data-event]")
    assert chart.reader.place == by_id[first]["path"]


def test_a_card_is_no_stop_on_the_way_past_the_timeline(look):
    chart = look()
    chart.page.locator("#chart-labels a[tabindex='0']").focus()
    chart.card.wait_for(state="visible")
    assert chart.card.locator("a").count() > 0
    chart.page.keyboard.press("Tab")
    assert chart.page.evaluate("document.activeElement.closest('#timeline')") is None


def test_labels_are_cut_between_words(look):
    chart = look("demo")
    titles = {event["id"]: event["title"] for event in chart.events}
    told = chart.page.eval_on_selector_all(
        "#chart-labels a",
        "all => all.map(a => [a.dataset.event, a.textContent, a.scrollWidth - a.clientWidth])",
    )
    cut = [(titles[event], words.removesuffix("…")) for event, words, _ in told if words.endswith("…")]
    assert cut
    assert [words for title, words in cut if not re.match(re.escape(words) + r"[^\w]*( |$)", title)] == []
    assert [words for _, words, over in told if words and over > 1] == []


def test_every_mark_can_be_reached_by_arrows(look):
    chart = look()
    focused = "document.activeElement.dataset.event"
    chart.page.locator("#chart-labels a[tabindex='0']").focus()
    first, seen = chart.page.evaluate(focused), []
    for _ in chart.links:  # to the right, and at the end of a lane on to the next
        seen.append(chart.page.evaluate(focused))
        chart.page.keyboard.press("ArrowRight")
    assert sorted(seen) == sorted(chart.links)
    chart.page.keyboard.press("Home")
    chart.page.keyboard.press("ArrowLeft")
    assert chart.page.evaluate(focused) in seen[:-1]  # the last of the lane above
    for _ in chart.lanes:
        chart.page.keyboard.press("ArrowUp")
    chart.page.keyboard.press("Home")
    assert chart.page.evaluate(focused) == first


def test_buttons_zoom_and_show_all(look):
    chart = look()
    start, end = chart.sight
    chart.page.get_by_role("button", name="Zoom in").click()
    closer = chart.sight
    assert start < closer[0] < closer[1] < end
    chart.page.get_by_role("button", name="Zoom out").click()
    assert chart.sight == pytest.approx((start, end), rel=0.01)
    chart.page.get_by_role("button", name="Zoom in").click()
    chart.page.get_by_role("button", name="Show all").first.click()
    assert chart.sight == pytest.approx((start, end), rel=0.01)


def test_keys_zoom_and_show_all(look):
    chart = look()
    whole = chart.sight
    chart.page.locator("#chart-labels a[tabindex='0']").focus()
    chart.page.keyboard.press("+")
    closer = chart.sight
    assert closer[1] - closer[0] < 0.7 * (whole[1] - whole[0])
    chart.page.keyboard.press("-")
    chart.page.keyboard.press("+")
    chart.page.keyboard.press("0")
    assert chart.sight == pytest.approx(whole, rel=0.01)


def test_the_wheel_scrolls_the_page_and_zooms_with_control_about_the_pointer(look):
    chart = look()
    box = chart.box()
    x, y = box["x"] + 0.25 * box["width"], box["y"] + 60
    start, end = chart.sight
    chart.page.mouse.move(x, y)
    chart.page.keyboard.down("Control")
    chart.page.mouse.wheel(0, -300)
    chart.page.keyboard.up("Control")
    chart.reader.until(f"Number(document.getElementById('chart-frame').dataset.start) > {start}")
    closer = chart.sight
    assert closer[1] - closer[0] < end - start
    under = closer[0] + 0.25 * (closer[1] - closer[0])
    assert under == pytest.approx(start + 0.25 * (end - start), abs=0.01 * (end - start))
    assert chart.page.evaluate("scrollY") == 0
    chart.page.mouse.wheel(0, 300)
    chart.reader.until("scrollY > 100")
    assert chart.sight == closer


def test_dragging_moves_in_time_and_is_no_click(look):
    chart = look()
    mark = found(chart, "The great reflector sees first light")["id"]
    chart.page.get_by_role("button", name="Zoom in").click()
    start, end = chart.sight
    x, y = chart.spot(mark)
    chart.page.mouse.move(x, y)
    chart.page.mouse.down()
    chart.page.mouse.move(x - 200, y + 3, steps=6)
    assert chart.spot(mark)[0] == pytest.approx(x - 200, abs=2)  # it follows the hand
    chart.page.mouse.up()
    days = 200 / chart.box()["width"] * (end - start)
    assert chart.sight == pytest.approx((start + days, end + days), abs=(end - start) / 300)
    assert chart.reader.place == "index.html"


def test_two_fingers_zoom(look):
    chart = look("observatory", PHONE)
    box = chart.box()
    start, end = chart.sight
    middle, y = box["x"] + box["width"] / 2, box["y"] + 120
    session = chart.page.context.new_cdp_session(chart.page)

    def touch(kind, apart):
        points = (
            [{"x": middle - apart, "y": y, "id": 0}, {"x": middle + apart, "y": y, "id": 1}] if apart else []
        )
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    touch("touchStart", 40)
    for apart in (55, 70, 85, 100):
        touch("touchMove", apart)
    touch("touchEnd", 0)
    closer = chart.sight
    assert closer[1] - closer[0] == pytest.approx(0.4 * (end - start), rel=0.1)
    assert sum(closer) / 2 == pytest.approx((start + end) / 2, abs=0.05 * (end - start))


@both
def test_lanes_can_be_switched(look, setting):
    chart = look("observatory", setting)
    assert {"founding", "people", "instruments", "war"} <= set(chart.lanes)
    eclipse = found(chart, "A total eclipse is watched from the terrace")
    assert chart.links.count(eclipse["id"]) == 2  # in the lanes of both its tags
    chart.page.locator("#chart-lanes label", has_text="Source").click()
    assert {"The observatory on Mount Ister", "Sixty years of the great reflector"} <= set(chart.lanes)
    assert chart.links.count(eclipse["id"]) == 1
    chart.page.locator("#chart-lanes label", has_text="Kind").click()
    assert chart.lanes[:2] == ["Events", "Planned"]
    assert "lanes=kind" in chart.reader.place  # and so they can be sent to somebody
    chart.reader.open("index.html#lanes=source")
    chart.reader.until("document.querySelector('#chart-lanes input:checked').value === 'source'")
    assert "The observatory on Mount Ister" in chart.lanes


def test_kinds_can_be_hidden_and_shown(look):
    chart = look("demo")
    kinds = {event["id"]: event["kind"] for event in chart.events}
    assert {"background", "statistic"} <= set(kinds.values())
    assert "background" in {kinds[link] for link in chart.links}  # it happened
    assert "statistic" not in {kinds[link] for link in chart.links}
    chart.page.locator("#chart-kinds label", has_text="Background").click()
    chart.page.locator("#chart-kinds label", has_text="Figures").click()
    assert "background" not in {kinds[link] for link in chart.links}
    assert {link for link in chart.links + chart.clustered if kinds[link] == "statistic"} == {
        i for i in kinds if kinds[i] == "statistic"
    }
    chart.page.locator("#chart-kinds label", has_text="Events").click()
    assert "event" not in {kinds[link] for link in chart.links}


@anywhere
def test_an_event_shows_itself_on_the_timeline(look, setting):
    chart = look("observatory", setting)
    event = found(chart, "Soldiers hold the summit")
    chart.reader.open(event["path"])
    chart.page.get_by_role("link", name="Show on the timeline").click()
    chart.page.wait_for_selector("#chart-frame.answers")
    start, end = chart.sight
    assert start < event["start"] < end
    assert chart.card.locator(".card-title").inner_text() == event["title"]
    assert chart.page.locator("#chart-labels .chosen").get_attribute("data-event") == event["id"]
    box = chart.box()
    assert box["y"] < chart.page.viewport_size["height"]
    assert box["y"] + box["height"] > 0


def test_the_chart_follows_the_width_of_the_window(look):
    chart = look()
    whole = chart.sight
    chart.page.set_viewport_size({"width": 700, "height": 800})
    chart.reader.until("document.getElementById('chart-window').clientWidth < 700")
    chart.settle()
    event = next(event for event in chart.events if is_day(event))
    assert chart.sight == whole
    assert chart.spot(event["id"])[0] < 700
    chart.point_at(event["id"])
    assert chart.card.locator(".card-title").inner_text() == event["title"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_marks_take_the_colours_of_the_scheme(look, scheme):
    chart = look(setting=Setting(scheme=scheme))
    wanted, fill = chart.page.evaluate("""() => {
      const probe = document.createElement("i");
      document.body.append(probe);
      probe.style.color = "var(--mark-event)";
      const point = document.querySelector("#chart-plot .scatterlayer path.point");
      return [getComputedStyle(probe).color, getComputedStyle(point).fill];
    }""")
    assert fill == wanted
    assert fill != {"light": "rgb(240, 146, 123)", "dark": "rgb(156, 47, 31)"}[scheme]


def test_the_scheme_may_change_while_the_page_is_open(look):
    chart = look()
    fill = "getComputedStyle(document.querySelector('#chart-plot .scatterlayer path.point')).fill"
    before = chart.page.evaluate(fill)
    chart.page.emulate_media(color_scheme="dark")
    chart.settle()
    assert chart.page.evaluate(fill) != before
