/* The Plotly figure of what is in sight: traces by look, whose coordinates are kept to what is near the view, and the layout; and
   the boxes that say where each mark stands. The figure's head (figure.py) has everything but coordinates and colours. */
var timelineFigure = function (chart) {
  "use strict";

  var store = window.timelineStore, data = store.data, m = data.metrics, columns = store.columns;
  var LEAST_BAR = 5, TAIL = 26;  // pixels

  /* A colour of the page as it is now: the properties hold one for the light and one for the dark scheme. */
  var paints = {}, probe = document.createElement("i");
  probe.hidden = true;
  chart.frame.appendChild(probe);
  function colour(name) {
    if (!paints[name]) {
      probe.style.color = "var(" + name + ")";
      paints[name] = getComputedStyle(probe).color;
    }
    return paints[name];
  }

  /* Coordinates for Plotly by look, kept to what is near the view. */
  function canvas(perPixel, first, last) {
    var coordinates = {};
    function point(look, x, y) {
      if (x !== null && (x < first || x > last)) return;
      var at = coordinates[look] = coordinates[look] || { x: [], y: [] };
      at.x.push(x);
      at.y.push(y);
    }
    function line(look, a, b, y) {
      if (b < first || a > last) return;
      point(look, Math.max(a, first), y);
      point(look, Math.min(b, last), y);
      point(look, null, null);
    }
    return {
      coordinates: coordinates,
      mark: function (look, name, number, a, b, y) {
        if (look.shape === "point") { point(name, (chart.from[number] + chart.to[number]) / 2, y); return; }
        line(name, a, b, y);
        // a plan's bar is hollow: its inside is drawn over it in the colour of the page
        if (look.kind === "plan" && b - a > 5 * perPixel) line("inside " + name, a + 2 * perPixel, b - 2 * perPixel, y);
      },
      tail: function (end, a, b, tip, y) {
        line("tail " + end, a, b, y);
        if (end === "open") point(tip === b ? "open after" : "open before", tip, y);
      },
      rival: function (a, b, y) {
        line("rival", Math.min(a, b), Math.max(a, b), y);
        point("rival end", b, y);
      },
      box: function (look, a, b, top, bottom) {
        var at = coordinates[look] = coordinates[look] || { x: [], y: [] };
        at.x.push(a, a, b, b, null);
        at.y.push(bottom, top, top, bottom, null);
      },
    };
  }

  var names = data.looks.map(function (look) { return (look.shape + " " + look.kind + " " + look.doubt).trim(); });

  function single(here, i, onto, perPixel, boxes) {
    var number = here.numbers[i], look = data.looks[columns.look[number]], y = here.top + m.header + m.row * (here.rows[i] + 0.5);
    var middle = (chart.from[number] + chart.to[number]) / 2, least = (look.shape === "point" ? m.point : LEAST_BAR) * perPixel;
    var wide = look.shape !== "point" && chart.to[number] - chart.from[number] >= least, reach = TAIL * perPixel;
    var a = wide ? chart.from[number] : middle - least / 2, b = wide ? chart.to[number] : middle + least / 2;
    onto.mark(look, names[columns.look[number]], number, a, b, y);
    (columns.rivals.get(number) || []).forEach(function (rival) { onto.rival(middle, (chart.scale.place(rival[0]) + chart.scale.place(rival[1])) / 2, y); });
    if (look.after) { onto.tail(look.after, b, b + reach, b + reach, y); b += reach; }
    if (look.before) { onto.tail(look.before, a - reach, a, a - reach, y); a -= reach; }
    boxes.push({ key: here.number + ":" + number, number: number, lane: here.number, row: here.rows[i], x0: chart.pixel(a), x1: chart.pixel(b), y: y, top: y - 11, bottom: y + 11 });
  }

  function cells(here, drawn, onto, perPixel, boxes) {
    var inner = m.row * here.count, bottom = here.top + m.header + inner, most = 1, quiet = here.lane.apart ? " apart" : "";
    drawn.cells.forEach(function (cell) { most = Math.max(most, cell.inside + cell.across); });
    drawn.cells.forEach(function (cell) {
      var a = cell.from, b = cell.to, all = cell.inside + cell.across, top = here.top + m.header + 1;
      if (drawn.dense) {
        var gap = perPixel, low = cell.across && Math.max(2, inner * cell.across / most), high = cell.inside && Math.max(3, inner * cell.inside / most);
        if (low) onto.box("across" + quiet, a, b, bottom - low, bottom);
        if (high) onto.box("bars" + quiet, a + gap / 2, b - gap / 2, bottom - low - high, bottom - low);
        top = bottom - Math.max(low + high, 14);
      } else {
        onto.box("cluster" + quiet, a + perPixel, b - perPixel, top, bottom - 1);
      }
      boxes.push({ key: here.number + (drawn.dense ? "b" : "c") + Math.round(a / perPixel) + "/" + Math.round(1e6 / perPixel), cell: cell, dense: drawn.dense, events: all, lane: here.number, row: -1, x0: chart.pixel(a), x1: chart.pixel(b), y: drawn.dense ? Math.max(top, here.top + m.header) + 7 : (top + bottom) / 2, top: top, bottom: bottom });
    });
  }

  /* What is near the view of some lanes: {traces, layout, boxes}. */
  function drawn(lanes, height) {
    var range = chart.range, span = range[1] - range[0], perPixel = span / chart.width, boxes = [], onto = canvas(perPixel, range[0] - 1.1 * span, range[1] + 1.1 * span);
    lanes.forEach(function (here) {
      var found = timelineLevel.level(here, chart.from, chart.to, data.fit[0], perPixel, range[0] - 1.05 * span, range[1] + 1.05 * span);
      cells(here, found, onto, perPixel, boxes);
      found.singles.forEach(function (i) { single(here, i, onto, perPixel, boxes); });
    });
    boxes.sort(function (a, b) { return a.lane - b.lane || a.x0 - b.x0 || a.x1 - b.x1; });
    return { traces: traces(onto.coordinates), layout: layout(lanes, height, perPixel), boxes: boxes };
  }

  function traces(coordinates) {
    return data.figure.data.filter(function (template) { return coordinates[template.meta.look]; }).map(function (template) {
      var trace = Object.assign({}, template), at = coordinates[template.meta.look];
      var paint = colour(template.meta.colour);
      trace.x = at.x;
      trace.y = at.y;
      if (trace.fill) trace.fillcolor = paint;
      if (trace.line) trace.line = Object.assign({}, trace.line, { color: paint });
      if (trace.marker) trace.marker = Object.assign({}, trace.marker, { color: paint, line: Object.assign({}, trace.marker.line, { color: paint }) });
      return trace;
    });
  }

  function layout(lanes, height, perPixel) {
    var range = chart.range, span = range[1] - range[0], given = data.figure.layout, ticks = timelineRuler(chart, perPixel);
    var shapes = lanes.slice(1).map(function (here) {
      return { type: "line", layer: "below", xref: "paper", x0: 0, x1: 1, yref: "y", y0: here.top, y1: here.top, line: { color: colour("--rule"), width: 1 } };
    });
    chart.scale.folds.forEach(function (fold) {
      shapes.push({ type: "rect", layer: "below", xref: "x", x0: chart.scale.place(fold[0]), x1: chart.scale.place(fold[1]), yref: "y", y0: 0, y1: height, fillcolor: colour("--hair"), line: { width: 0 } });
    });
    var today = chart.scale.place(Date.now() / 864e5);
    if (today > chart.bounds[0] && today < chart.last) {  // only where the data reach it
      shapes.push({ type: "line", layer: "below", xref: "x", x0: today, x1: today, yref: "y", y0: 0, y1: height, line: { color: colour("--accent"), width: 1, dash: "dot" } });
    }
    return Object.assign({}, given, {
      width: 3 * chart.width,
      height: height + m.axis,
      font: { family: getComputedStyle(document.body).fontFamily, size: 12, color: colour("--quiet") },
      xaxis: Object.assign({}, given.xaxis, {
        range: [range[0] - span, range[1] + span],
        tickvals: ticks.map(function (tick) { return tick.at; }),
        ticktext: ticks.map(function (tick) { return tick.text; }),
        gridcolor: colour("--hair"),
        tickcolor: colour("--rule"),
      }),
      yaxis: Object.assign({}, given.yaxis, { range: [height, 0] }),
      shapes: shapes,
    });
  }

  return { drawn: drawn, forget: function () { paints = {}; } };
};
