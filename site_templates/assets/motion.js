/* Moving the view. Everything only ever changes `range`; draw() does the rest. */
var timelineMotion = function (chart) {
  "use strict";

  chart.clamped = function (wish) {
    var most = 1.6 * (chart.bounds[1] - chart.bounds[0]), span = Math.min(Math.max(wish[1] - wish[0], 3), most);
    var middle = Math.min(Math.max((wish[0] + wish[1]) / 2, chart.bounds[0]), chart.bounds[1]);
    return [middle - span / 2, middle + span / 2];
  };

  chart.show = function (wish) {
    chart.range = chart.clamped(wish);
    chart.card.hide();
    chart.later();
  };

  /* A turn of the wheel or a pinch, of which many follow on one another. Where a drawing takes longer than a frame, what
     is drawn is stretched until they rest; its words are hidden meanwhile. */
  var FRAME = 14, REST = 110, MOST_STRETCH = 4, resting = 0;
  chart.glide = function (wish) {
    var range = chart.clamped(wish), drawn = chart.drawn, stretch = (drawn[1] - drawn[0]) / (range[1] - range[0]);
    if (chart.cost < FRAME || stretch > MOST_STRETCH || stretch < 1 / MOST_STRETCH) { chart.show(range); return; }
    chart.range = range;
    chart.card.hide();
    chart.frame.classList.add("gliding");
    chart.strip.style.transform = "translateX(" + (drawn[0] - range[0]) / (range[1] - range[0]) * chart.width + "px) scaleX(" + stretch + ")";
    chart.tell();
    clearTimeout(resting);
    resting = setTimeout(chart.later, REST);
  };
  chart.settled = function () { if (resting) chart.draw(); };

  /* A drag only slides what is drawn, until it comes to the end of that. */
  chart.slide = function (wish) {
    chart.settled();
    var range = chart.range = chart.clamped(wish), distance = (chart.drawn[0] - range[0]) / (range[1] - range[0]) * chart.width;
    if (Math.abs(distance) > 0.9 * chart.width) { chart.later(); return; }
    chart.strip.style.transform = "translateX(" + distance + "px)";
    chart.tell();
  };

  chart.zoom = function (factor, x, glide) {
    var range = chart.range, at = range[0] + (x === undefined ? 0.5 : x / chart.width) * (range[1] - range[0]);
    (glide ? chart.glide : chart.show)([at - (at - range[0]) * factor, at + (range[1] - at) * factor]);
  };

  chart.reset = function () {
    chart.bounds = chart.fitted();
    chart.show(chart.bounds);
  };

  /* What was stretched is drawn: nothing is left to do. */
  chart.rested = function () { clearTimeout(resting); resting = 0; };
};
