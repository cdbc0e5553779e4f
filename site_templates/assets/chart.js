/* The living timeline: what it shows and where it is looked at. lanes.js says what stands where, figure.js what that looks like as
   a Plotly figure, painter.js who draws it; labels.js and names.js write over it, motion.js moves it, hand.js hears the reader, card.js
   tells of what is pointed at, map.js shows the whole. Positions on the axis are places (axis.js), days where nothing is folded. */
var timelineChart = (function () {
  "use strict";

  var library = document.currentScript.dataset.library, store = window.timelineStore, find = function (id) { return document.getElementById(id); };
  var frame = find("chart-frame");
  if (!store || !frame) return null;
  var data = store.data, m = data.metrics, columns = store.columns, sight = find("chart-window");
  var chart = {
    grouping: data.grouping,
    kinds: new Set(data.shown),
    wanted: null,          // a byte for each event, from the filters; null for all
    chosen: -1,            // the event of the address (#event=…)
    current: null,         // the key of the mark that has, or would get, the focus
    boxes: [],             // what is drawn: {key, lane, row, number or cell, x0, x1, y, top, bottom, l0, l1, element}
    lanes: [],
    width: 0, cost: 0,     // of the view in pixels; of the last drawing in milliseconds
    frame: frame, sight: sight, strip: find("chart-strip"), labels: find("chart-labels"), elements: new Map(),
    range: data.fit.slice(), bounds: data.fit.slice(), drawn: data.fit.slice(),
    last: data.last,       // where the last of what is shown ends
    listeners: [],
  };
  var figure = timelineFigure(chart), painter = timelinePainter(chart, library), labels = timelineLabels(chart), nameLanes = timelineNames(chart);
  var from, to, order, kept = null;
  timelineMotion(chart);

  function places() {
    chart.scale = timelineAxis.scale(chart.unfolded ? [] : data.folds, data.fold);
    from = chart.from = placed(columns.start);
    to = chart.to = placed(columns.end);
    if (!order) {
      order = new Uint32Array(from.length);
      for (var n = 0; n < order.length; n++) order[n] = n;
      // events come by their starts: only those that start together may stand in another order
      for (var first = 0, end = 1; first < order.length; first = end++) {
        for (var sorted = true; end < order.length && from[end] === from[first]; end++) sorted = sorted && to[end - 1] <= to[end];
        if (!sorted) order.subarray(first, end).sort(function (a, b) { return to[a] - to[b] || a - b; });
      }
    }
  }

  function placed(days) {
    if (!chart.scale.folds.length) return days;
    var found = new Float64Array(days.length);
    for (var n = 0; n < days.length; n++) found[n] = chart.scale.place(days[n]);
    return found;
  }

  chart.kindOf = function (number) { return data.looks[columns.look[number]].kind; };
  chart.shown = function (number) { return chart.kinds.has(chart.kindOf(number)) && (!chart.wanted || chart.wanted[number] === 1); };
  chart.pixel = function (place) { return (place - chart.range[0]) / (chart.range[1] - chart.range[0]) * chart.width; };

  /* The stretch of the axis that shows everything that is shown. */
  chart.fitted = function () {
    var first = Infinity, last = -Infinity;
    for (var n = 0; n < store.total; n++) if (chart.shown(n)) { first = Math.min(first, from[n]); last = Math.max(last, to[n]); }
    if (first > last) return data.fit.slice();
    var span = last - first;
    chart.last = last;
    return [first - Math.max(8, 0.03 * span), last + Math.max(8, 0.14 * span)];
  };

  chart.draw = function () {
    var width = chart.width = sight.clientWidth, began = performance.now();
    if (!width) return;
    chart.rested();
    chart.drawn = chart.range;
    kept = kept || timelineLanes(order, from, to, chart);
    chart.lanes = kept.lanes;
    var made = figure.drawn(kept.lanes, kept.height);
    chart.boxes = made.boxes;
    painter.paint(made.traces, made.layout);
    chart.strip.style.transform = "";
    frame.classList.remove("gliding");
    chart.tell();
    nameLanes(kept.lanes);
    labels.place();
    chart.cost = performance.now() - began;
    return labels.ask().then(function () {
      if (frame.classList.contains("answers")) return;
      frame.classList.add("answers");
      painter.listen();
    });
  };

  /* What is in sight, for whoever asks: days. */
  chart.tell = function () {
    frame.dataset.start = chart.scale.day(chart.range[0]);
    frame.dataset.end = chart.scale.day(chart.range[1]);
    chart.listeners.forEach(function (listen) { listen(); });
  };

  /* The events of a cluster or bar, in order of time. */
  chart.members = function (box) {
    if (box.cell.events) return box.cell.events;
    var here = chart.lanes.find(function (lane) { return lane.number === box.lane; }), cell = box.cell;
    var wide = m.wide * (chart.drawn[1] - chart.drawn[0]) / chart.width;
    return Array.from(here.numbers).filter(function (number) {
      var a = from[number], b = to[number], middle = (a + b) / 2;
      return b - a > wide ? b > cell.from && a < cell.to : middle >= cell.from && middle < cell.to;
    });
  };

  var asked = false;
  chart.later = function () {
    if (asked || !chart.scale) return;
    asked = true;
    requestAnimationFrame(function () {
      asked = false;
      chart.draw();
      var box = chart.labels.contains(document.activeElement) && chart.boxes.find(function (item) { return item.key === chart.current; });
      if (box && box.element && box.x1 >= 0 && box.x0 <= chart.width) chart.card.show([box]);
    });
  };

  /* Shows other events: of other kinds, in other lanes, on another scale. */
  chart.changed = function () {
    kept = null;
    chart.card.hide();
    chart.later();
  };
  // Choices ----------------------------------------------------------------------------------------------

  find("chart-lanes").addEventListener("change", function (event) { chart.grouping = event.target.value; chart.changed(); });
  find("chart-kinds").addEventListener("change", function () {
    chart.kinds = new Set(Array.from(document.querySelectorAll("#chart-kinds input:checked"), function (input) { return input.value; }));
    chart.bounds = chart.fitted();
    chart.changed();
  });
  var toScale = find("chart-to-scale");
  if (toScale) toScale.addEventListener("change", function () {
    chart.unfolded = toScale.checked;
    places();
    kept = null;
    chart.reset();
  });
  document.addEventListener("timeline:filter", function () { chart.wanted = window.timelineFilter; chart.changed(); });

  /* #event=ID, as the event's page links back: the chart closes in on it. */
  function fromAddress() {
    var id = new URLSearchParams(location.hash.slice(1)).get("event");
    if (!id) { chart.chosen = -1; return Promise.resolve(); }
    return store.number("#e:" + id).then(function (number) {
      chart.chosen = number;
      if (number < 0) return null;
      return store.events([number]).then(function () { closeIn(number); });
    });
  }

  function closeIn(number) {
    var kind = chart.kindOf(number);
    if (!chart.kinds.has(kind)) {
      chart.kinds.add(kind);
      document.querySelector('#chart-kinds input[value="' + kind + '"]').checked = true;
      chart.bounds = chart.fitted();
      kept = null;
    }
    var half = Math.max((to[number] - from[number]) * 2, (chart.bounds[1] - chart.bounds[0]) / 8), middle = (from[number] + to[number]) / 2, own;
    for (var tries = 0; tries < 24; tries++) {  // until it stands alone
      chart.range = chart.clamped([middle - half, middle + half]);
      chart.draw();
      own = chart.boxes.find(function (box) { return box.number === number; });
      if (own || half < 3) break;
      half /= 2.5;
    }
    own = own || chart.boxes.find(function (box) { return box.cell && chart.members(box).includes(number); });
    frame.parentElement.scrollIntoView({ block: "nearest" });
    if (own) { chart.current = own.key; chart.rove(); chart.card.show([own], number); }
  }

  /* The other scripts of the chart stand below this one. */
  document.addEventListener("DOMContentLoaded", function () {
    window.addEventListener("hashchange", fromAddress);
    document.addEventListener("timeline:scheme", function () { figure.forget(); if (chart.scale) chart.draw(); });
    store.ready.then(function () {
      places();
      chart.wanted = window.timelineFilter || null;
      var drawn = chart.draw();
      new ResizeObserver(function () { if (sight.clientWidth !== chart.width) chart.later(); }).observe(frame);
      if (drawn) drawn.then(fromAddress);
    });
  });

  return chart;
})();
