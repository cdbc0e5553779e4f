/* The ticks of the axis, of every unfolded stretch near the view, at one distance. */
var timelineRuler = (function () {
  "use strict";

  /* Each tick has its place on the axis (`at`) and its words; a short stretch has its middle named. */
  function ticks(chart, perPixel) {
    var range = chart.range, span = range[1] - range[0], first = range[0] - span, last = range[1] + span, found = [];
    var wanted = span / Math.max(2, chart.width / 92), edges = [chart.scale.day(first)], end = -Infinity, start = chart.scale.day(range[0]);
    chart.scale.folds.forEach(function (fold) { if (chart.scale.place(fold[1]) > first && chart.scale.place(fold[0]) < last) edges.push(fold[0], fold[1]); });
    edges.push(chart.scale.day(last));
    for (var n = 0; n < edges.length; n += 2) {
      var a = edges[n], b = edges[n + 1];
      if (b <= a) continue;
      var own = (b - a) / perPixel < 92 && edges.length > 2 ? [{ at: (a + b) / 2, text: timelineAxis.yearWords(timelineAxis.civil((a + b) / 2).year) }] : timelineAxis.ticks(a, b, wanted, start);
      if (edges.length > 2) own = named(own, Math.max(a, chart.scale.day(range[0])), Math.min(b, chart.scale.day(range[1])), perPixel);
      own.forEach(function (tick) {
        var x = chart.scale.place(tick.at) / perPixel;
        if (x - end < 40) return;
        found.push({ at: chart.scale.place(tick.at), text: tick.text });
        end = x + 5.2 * Math.max.apply(null, tick.text.split("<br>").map(function (line) { return line.length; }));
      });
    }
    // a name that the edge of the view would cut waits until there is room for it
    found.forEach(function (tick) {
      var x = chart.pixel(tick.at), end = x + 4 + 7.7 * Math.max.apply(null, tick.text.split("<br>").map(function (line) { return line.length; }));
      if (x < 0 && end > 0 || x < chart.width && end > chart.width) tick.text = "";
    });
    return found;
  }

  /* A stretch beside a fold of which some is in sight, but no whole tick: the middle of that is named. */
  function named(own, a, b, perPixel) {
    var middle = (a + b) / 2;
    if ((b - a) / perPixel < 12 || own.some(function (tick) { return tick.at >= a && (b - tick.at) / perPixel > 32; })) return own;
    return own.filter(function (tick) { return Math.abs(tick.at - middle) / perPixel > 72; })
      .concat({ at: middle, text: timelineAxis.yearWords(timelineAxis.civil(middle).year) })
      .sort(function (one, other) { return one.at - other.at; });
  }

  return ticks;
})();
