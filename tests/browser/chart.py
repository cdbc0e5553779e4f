"""The timeline as somebody at a browser meets it: what is in sight, where a mark stands, and how to get at it."""

from dataclasses import dataclass

from playwright.sync_api import FloatRect, Locator, Page

from tests.browser.reader import Reader

_EVENTS = """() => timelineStore.ready
  .then(() => timelineStore.events(Array.from({length: timelineStore.total}, (_, number) => number)))
  .then(all => all.map(event => ({...event, look: `${event.shape} ${event.kind} ${event.doubt}`.trim()})))"""
# where a mark should be, from its date alone; its link says in which row
_SPOT = """([id, event]) => {
  const frame = document.getElementById("chart-frame");
  const sight = document.getElementById("chart-window").getBoundingClientRect();
  const start = Number(frame.dataset.start), end = Number(frame.dataset.end);
  const middle = (Math.max(event.start, start) + Math.min(event.end, end)) / 2;
  const link = document.querySelector(`#chart-labels [data-event="${CSS.escape(id)}"]`).getBoundingClientRect();
  return [sight.left + (middle - start) / (end - start) * sight.width, link.top + link.height / 2];
}"""

_CLUSTER = """number => {
  const box = timelineChart.boxes.find(box => box.cell && timelineChart.members(box).includes(number));
  const sight = document.getElementById("chart-window"), top = timelineStore.data.metrics.axis + (box.top + box.bottom) / 2;
  window.scrollBy({top: sight.getBoundingClientRect().top + top - innerHeight / 2, behavior: "instant"});
  const place = sight.getBoundingClientRect();
  return [place.left + (box.x0 + box.x1) / 2, place.top + top];
}"""


@dataclass
class Chart:
    """The timeline on the index that a reader has open."""

    reader: Reader

    @property
    def page(self) -> Page:
        return self.reader.page

    @property
    def card(self) -> Locator:
        return self.page.locator("#chart-card")

    @property
    def events(self) -> list[dict]:
        """All events of the site, as the page is told of them."""
        return self.page.evaluate(_EVENTS)

    @property
    def sight(self) -> tuple[float, float]:
        """The first and last day in sight, as day numbers, once the chart has come to rest."""
        self.settle()
        frame = self.page.locator("#chart-frame")
        return float(frame.get_attribute("data-start")), float(frame.get_attribute("data-end"))

    @property
    def boxes(self) -> list[dict]:
        """What is drawn in sight: single events (`number`), clusters and bars (`events`, their number)."""
        self.settle()
        return self.page.evaluate(
            """timelineChart.boxes.filter(box => box.x1 >= 0 && box.x0 <= timelineChart.width).map(
              ({key, number, events, dense, lane, x0, x1, y, top, bottom}) =>
                ({key, number, events, dense, lane, x0, x1, y, top, bottom}))"""
        )

    @property
    def clustered(self) -> list[str]:
        """The events that are drawn in clusters and bars."""
        self.settle()
        return self.page.evaluate(
            """() => {
              const members = timelineChart.boxes.filter(box => box.cell).flatMap(box => timelineChart.members(box));
              return timelineStore.want("titles", members).then(() => members.map(n => timelineStore.title(n).id));
            }"""
        )

    @property
    def links(self) -> list[str]:
        """The events that have a mark, a name for each mark, in the order of the keyboard."""
        self.settle()
        return self.page.eval_on_selector_all("#chart-labels a", "all => all.map(a => a.dataset.event)")

    @property
    def lanes(self) -> list[str]:
        self.settle()
        return self.page.locator("#chart-lane-names > *").all_inner_texts()

    def settle(self) -> None:
        """Wait until what was asked for is drawn."""
        self.page.evaluate(
            """new Promise(done => {
              const gliding = () => document.querySelector("#chart-frame.gliding") !== null;
              const look = () => requestAnimationFrame(gliding() ? look : () => requestAnimationFrame(done));
              look();
            })"""
        )

    def spot(self, event: str) -> tuple[float, float]:
        """Where an event's mark should stand in the window, which is scrolled there."""
        self.settle()
        self.page.locator(f'#chart-labels [data-event="{event}"]').first.evaluate(
            "link => link.scrollIntoView({block: 'center', behavior: 'instant'})"
        )
        x, y = self.page.evaluate(_SPOT, [event, next(own for own in self.events if own["id"] == event)])
        return x, y

    def point_at(self, event: str) -> None:
        """Hover over a mark; tap it where there is no pointer."""
        self.page.keyboard.press("Escape")  # an open card may cover the mark
        spot = self.spot(event)
        if self.reader.setting.touch:
            self.page.touchscreen.tap(*spot)
        else:
            self.page.mouse.move(spot[0] - 2, spot[1])
            self.page.mouse.move(*spot)
        self.page.wait_for_selector(f'#chart-card[data-event="{event}"]', state="visible")

    def cluster(self, event: str) -> tuple[float, float]:
        """Where the cluster stands that an event is in; it is scrolled there."""
        self.settle()
        return self.page.evaluate(_CLUSTER, [own["id"] for own in self.events].index(event))

    def follow(self, event: dict) -> None:
        """Click a mark, or the cluster that it is in; where that opens a card, its title there."""
        spot = self.spot(event["id"]) if event["id"] in self.links else self.cluster(event["id"])
        if self.reader.setting.touch:
            self.page.touchscreen.tap(*spot)
        else:
            self.page.mouse.click(*spot)
        title = self.card.get_by_role("link", name=event["title"], exact=True).first
        arrived = self.page.locator("article[data-event]")
        arrived.or_(title).first.wait_for(state="visible")
        if title.is_visible():
            title.click()
        arrived.wait_for(state="visible")

    def box(self) -> FloatRect:
        """Where the chart stands in the window."""
        box = self.page.locator("#chart-window").bounding_box()
        assert box is not None
        return box
