/* The living timeline. Plotly draws marks and axis, and sketch.js until it has started; over them stand real links, one for
   each mark that has room, which carry the labels and the keyboard's focus. Everything else only ever changes `range`; draw()
   does the rest. hand.js moves it, card.js tells of what is pointed at, map.js shows the whole. Positions on the axis are places
   (axis.js), days where nothing is folded. */
var timelineChart = (function () {
  "use strict";

  var library = document.currentScript.dataset.library, store = window.timelineStore, find = function (id) { return document.getElementById(id); };
  var frame = find("chart-frame");
  if (!store || !frame) return null;
  var data = store.data, m = data.metrics, columns = store.columns;
  var sight = find("chart-window"), strip = find("chart-strip"), plot = find("chart-plot"), sketch = find("chart-sketch");
  var labels = find("chart-labels"), laneNames = find("chart-lane-names");

  var LEAST_BAR = 5, TAIL = 26, GAP = 6, LEAST_LABEL = 64, LONGEST_LABEL = 480;  // pixels
  var MOST_LINKS = 400;  // marks that are all links; of more only those with a label
  var MOST_ASKED = 240;  // titles asked for at once
  var chart = {
    grouping: data.grouping,
    kinds: new Set(data.shown),
    wanted: null,          // a byte for each event, from the filters; null for all
    chosen: -1,            // the event of the address (#event=…)
    current: null,         // the key of the mark that has, or would get, the focus
    boxes: [],             // what is drawn: {key, lane, row, number or cell, x0, x1, y, top, bottom, l0, l1, element}
    lanes: [],
    width: 0, height: 0, frame: frame, sight: sight, labels: labels, elements: new Map(),
    range: data.fit.slice(), bounds: data.fit.slice(), drawn: data.fit.slice(),
    last: data.last,       // where the last of what is shown ends
    listeners: [],
  };
  var scale, from, to, order, painted, lanesKept = null, elements = chart.elements;

  // What is shown ----------------------------------------------------------------------------------------

  function places() {
    scale = chart.scale = timelineAxis.scale(chart.unfolded ? [] : data.folds, data.fold);
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
    if (!scale.folds.length) return days;
    var found = new Float64Array(days.length);
    for (var n = 0; n < days.length; n++) found[n] = scale.place(days[n]);
    return found;
  }

  function kindOf(number) { return data.looks[columns.look[number]].kind; }
  chart.shown = function (number) { return chart.kinds.has(kindOf(number)) && (!chart.wanted || chart.wanted[number] === 1); };

  /* The lanes of the chosen kinds, each with its events and their rows. Filters empty lanes but keep them. */
  function lanesNow() {
    if (lanesKept) return lanesKept;
    var way = data.groupings.find(function (item) { return item.key === chart.grouping; });
    var open = way.lanes.filter(function (lane) { return !lane.apart || chart.kinds.has(lane.apart); });
    var apart = {}, own = [], lists = open.map(function () { return []; });
    open.forEach(function (lane, at) { if (lane.apart) apart[lane.apart] = at; else own[lane.facet + 2] = at; });
    var byKind = chart.grouping === "kind", facet = columns.facets[chart.grouping], kinds = data.looks.map(function (look) { return look.kind; }), shownKinds = kinds.map(function (kind) { return chart.kinds.has(kind); });
    var kindNumber = { event: 0, plan: 1, background: 2, statistic: 3 }, isApart = { background: true, statistic: true };
    for (var i = 0; i < order.length; i++) {
      var number = order[i], look = columns.look[number], kind = kinds[look];
      if (!shownKinds[look]) continue;
      if (isApart[kind] || byKind) {
        var lane = isApart[kind] ? apart[kind] : own[kindNumber[kind] + 2];
        if (lane !== undefined) lists[lane].push(number);
        continue;
      }
      var placed = false, first = facet.offsets[number], last = facet.offsets[number + 1];
      for (var v = first; v < last; v++) {
        var at = own[facet.values[v] + 2];
        if (at !== undefined) { lists[at].push(number); placed = true; }
      }
      if (!placed) { at = own[last > first ? 1 : 0]; if (at !== undefined) lists[at].push(number); }
    }
    var perDay = m.width / (data.fit[1] - data.fit[0]), top = 0;
    var needs = lists.map(function (own) { return timelineLevel.packed(own, from, to, columns.steps, perDay, m.in_lane, true).count; });
    var shares = timelineLevel.shares(needs);
    lanesKept = open.map(function (lane, at) {
      if (!lists[at].length) return null;
      var most = shares[at], all = timelineLevel.packed(lists[at], from, to, columns.steps, perDay, most), numbers = lists[at], rows = all.rows;
      if (chart.wanted) {
        numbers = numbers.filter(function (n) { return chart.wanted[n] === 1; });
        rows = timelineLevel.packed(numbers, from, to, columns.steps, perDay, most).rows;
      }
      var here = { number: at, lane: lane, top: top, numbers: numbers, rows: rows, count: all.count, total: lists[at].length };
      top += m.header + m.row * all.count + m.gap;
      return here;
    }).filter(Boolean);
    chart.height = top;
    return lanesKept;
  }

  function pixel(place) { return (place - chart.range[0]) / (chart.range[1] - chart.range[0]) * chart.width; }

  /* The stretch of the axis that shows everything that is shown. */
  chart.fitted = function () {
    var first = Infinity, last = -Infinity;
    for (var n = 0; n < store.total; n++) if (chart.shown(n)) { first = Math.min(first, from[n]); last = Math.max(last, to[n]); }
    if (first > last) return data.fit.slice();
    var span = last - first;
    chart.last = last;
    return [first - Math.max(8, 0.03 * span), last + Math.max(8, 0.14 * span)];
  };

  // Drawing ----------------------------------------------------------------------------------------------

  /* A colour of the page as it is now: the properties hold one for the light and one for the dark scheme. */
  var paints = {}, probe = document.createElement("i");
  probe.hidden = true;
  frame.appendChild(probe);
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
        if (look.shape === "point") { point(name, (from[number] + to[number]) / 2, y); return; }
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

  function drawSingle(here, i, onto, perPixel, boxes) {
    var number = here.numbers[i], look = data.looks[columns.look[number]], y = here.top + m.header + m.row * (here.rows[i] + 0.5);
    var middle = (from[number] + to[number]) / 2, least = (look.shape === "point" ? m.point : LEAST_BAR) * perPixel;
    var wide = look.shape !== "point" && to[number] - from[number] >= least, reach = TAIL * perPixel;
    var a = wide ? from[number] : middle - least / 2, b = wide ? to[number] : middle + least / 2;
    onto.mark(look, names[columns.look[number]], number, a, b, y);
    (columns.rivals.get(number) || []).forEach(function (rival) { onto.rival(middle, (scale.place(rival[0]) + scale.place(rival[1])) / 2, y); });
    if (look.after) { onto.tail(look.after, b, b + reach, b + reach, y); b += reach; }
    if (look.before) { onto.tail(look.before, a - reach, a, a - reach, y); a -= reach; }
    boxes.push({ key: here.number + ":" + number, number: number, lane: here.number, row: here.rows[i], x0: pixel(a), x1: pixel(b), y: y, top: y - 11, bottom: y + 11 });
  }

  function drawCells(here, drawn, onto, perPixel, boxes) {
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
      boxes.push({ key: here.number + (drawn.dense ? "b" : "c") + Math.round(a / perPixel) + "/" + Math.round(1e6 / perPixel), cell: cell, dense: drawn.dense, events: all, lane: here.number, row: -1, x0: pixel(a), x1: pixel(b), y: drawn.dense ? Math.max(top, here.top + m.header) + 7 : (top + bottom) / 2, top: top, bottom: bottom });
    });
  }

  chart.draw = function () {
    var width = chart.width = sight.clientWidth, began = performance.now();
    if (!width) return;
    clearTimeout(resting);
    resting = 0;
    var range = chart.drawn = chart.range, span = range[1] - range[0], perPixel = span / width, boxes = [];
    var lanes = chart.lanes = lanesNow(), onto = canvas(perPixel, range[0] - 1.1 * span, range[1] + 1.1 * span);
    lanes.forEach(function (here) {
      var drawn = timelineLevel.level(here, from, to, data.fit[0], perPixel, range[0] - 1.05 * span, range[1] + 1.05 * span);
      drawCells(here, drawn, onto, perPixel, boxes);
      drawn.singles.forEach(function (i) { drawSingle(here, i, onto, perPixel, boxes); });
    });
    boxes.sort(function (a, b) { return a.lane - b.lane || a.x0 - b.x0 || a.x1 - b.x1; });
    chart.boxes = boxes;
    paint(traces(onto.coordinates), layout(lanes, perPixel));
    strip.style.transform = "";
    frame.classList.remove("gliding");
    chart.tell();
    nameLanes(lanes);
    placeLabels();
    cost = performance.now() - began;
    return askForTitles().then(function () {
      if (frame.classList.contains("answers")) return;
      frame.classList.add("answers");
      idle(takeOver);
    });
  };

  /* Plotly, once it is there; until then the sketch. */
  function paint(traces, layout) {
    painted = { traces: traces, layout: layout };
    if (sketch) timelineSketch(sketch, traces, layout);
    else Plotly.react(plot, traces, layout, data.figure.config);
  }

  /* Plotly comes when the page has nothing else to do, and starts in three steps, so that none holds up a reader for long. */
  function takeOver() {
    var script = document.createElement("script");
    script.src = library;
    script.onload = function () {
      idle(function () {
        Plotly.newPlot(plot, [], Object.assign({}, data.figure.layout, { width: painted.layout.width, height: painted.layout.height }), data.figure.config).then(function () {
          idle(function () {
            sketch.remove();
            sketch = null;
            paint(painted.traces, painted.layout);
            frame.classList.add("drawn");
          });
        });
      });
    };
    document.head.append(script);
  }

  function idle(act) { (window.requestIdleCallback || setTimeout)(act, window.requestIdleCallback ? { timeout: 1000 } : 50); }

  /* What is in sight, for whoever asks: days. */
  chart.tell = function () {
    frame.dataset.start = scale.day(chart.range[0]);
    frame.dataset.end = scale.day(chart.range[1]);
    chart.listeners.forEach(function (listen) { listen(); });
  };

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

  /* Ticks of every unfolded stretch near the view, at one distance; a short one has its middle named; and what is folded. */
  function ticksNow(perPixel) {
    var range = chart.range, span = range[1] - range[0], first = range[0] - span, last = range[1] + span, found = [];
    var wanted = span / Math.max(2, chart.width / 92), edges = [scale.day(first)], end = -Infinity, start = scale.day(range[0]);
    scale.folds.forEach(function (fold) { if (scale.place(fold[1]) > first && scale.place(fold[0]) < last) edges.push(fold[0], fold[1]); });
    edges.push(scale.day(last));
    for (var n = 0; n < edges.length; n += 2) {
      var a = edges[n], b = edges[n + 1];
      if (b <= a) continue;
      var own = (b - a) / perPixel < 92 && edges.length > 2 ? [{ at: (a + b) / 2, text: timelineAxis.yearWords(timelineAxis.civil((a + b) / 2).year) }] : timelineAxis.ticks(a, b, wanted, start);
      if (edges.length > 2) own = named(own, Math.max(a, scale.day(range[0])), Math.min(b, scale.day(range[1])), perPixel);
      own.forEach(function (tick) {
        var x = scale.place(tick.at) / perPixel;
        if (x - end < 40) return;
        found.push({ at: scale.place(tick.at), text: tick.text });
        end = x + 5.2 * Math.max.apply(null, tick.text.split("<br>").map(function (line) { return line.length; }));
      });
    }
    // a name that the edge of the view would cut waits until there is room for it
    found.forEach(function (tick) {
      var x = pixel(tick.at), end = x + 4 + 7.7 * Math.max.apply(null, tick.text.split("<br>").map(function (line) { return line.length; }));
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

  function layout(lanes, perPixel) {
    var range = chart.range, span = range[1] - range[0], given = data.figure.layout, ticks = ticksNow(perPixel), height = chart.height;
    var shapes = lanes.slice(1).map(function (here) {
      return { type: "line", layer: "below", xref: "paper", x0: 0, x1: 1, yref: "y", y0: here.top, y1: here.top, line: { color: colour("--rule"), width: 1 } };
    });
    scale.folds.forEach(function (fold) {
      shapes.push({ type: "rect", layer: "below", xref: "x", x0: scale.place(fold[0]), x1: scale.place(fold[1]), yref: "y", y0: 0, y1: height, fillcolor: colour("--hair"), line: { width: 0 } });
    });
    var today = scale.place(Date.now() / 864e5);
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

  function nameLanes(lanes) {
    laneNames.hidden = false;
    laneNames.replaceChildren.apply(laneNames, lanes.map(function (here) {
      var name = document.createElement(here.lane.path ? "a" : "span"), left = here.numbers.length;
      if (here.lane.path) name.href = store.address(here.lane.path);
      name.className = "lane-name";
      name.dir = "auto";
      name.textContent = here.lane.name;
      if (here.lane.facet >= 0 && !here.lane.apart && chart.grouping !== "kind") store.told(name, here.lane.language);
      name.dataset.count = chart.wanted && left !== here.total ? left + " of " + here.total : String(here.total);
      name.tabIndex = -1;
      name.style.top = m.axis + here.top + 3 + "px";
      return name;
    }));
    foldNames();
  }

  /* How much time a fold leaves out. */
  function foldNames() {
    var end = -Infinity;
    scale.folds.forEach(function (fold) {
      var x0 = pixel(scale.place(fold[0])), x1 = pixel(scale.place(fold[1]));
      var words = timelineAxis.length(fold[1] - fold[0]), half = 3.8 * words.length;
      if (x1 < 0 || x0 > chart.width || (x0 + x1) / 2 - half < end) return;
      end = (x0 + x1) / 2 + half;
      var name = document.createElement("span");
      name.className = "fold-name";
      name.textContent = words;
      name.title = "Nothing begins or ends in these " + name.textContent + "; they are folded away.";
      name.style.left = Math.round(Math.max(half, Math.min(chart.width - half, (x0 + x1) / 2))) + "px";
      laneNames.append(name);
    });
  }

  // Labels -----------------------------------------------------------------------------------------------

  var measuring = document.createElement("canvas").getContext("2d"), measured = new Map();
  function labelWidth(number) {
    if (!measured.has(number)) measured.set(number, Math.min(LONGEST_LABEL, Math.ceil(measuring.measureText(store.title(number).title).width) + 4));
    return measured.get(number);
  }

  /* A link for each mark in sight or near it; its label where there is room before the next mark of its row. */
  function placeLabels() {
    measuring.font = "13px " + getComputedStyle(document.body).fontFamily;
    labels.hidden = false;
    var used = new Set(), width = chart.width, near = chart.boxes.filter(function (box) { return box.x1 >= -width && box.x0 <= 2 * width; });
    chart.lanes.forEach(function (here) {
      var own = chart.boxes.filter(function (box) { return box.lane === here.number; });
      for (var row = 0; row < here.count; row++) placeRow(own.filter(function (box) { return box.row === row || box.row < 0; }));
    });
    var all = near.length <= MOST_LINKS, stay = labels.contains(document.activeElement) ? chart.current : null;
    chart.boxes.forEach(function (box) { box.element = null; });
    near.forEach(function (box) {
      var said = box.side && box.side !== "none";
      if (!(all && !box.dense) && !said && box.key !== stay && box.key !== chart.current && box.number !== chart.chosen && !(box.cell && !box.dense)) return;
      used.add(box.key);
      put(box);
    });
    elements.forEach(function (element, key) {
      if (used.has(key)) return;
      element.remove();
      elements.delete(key);
    });
    // keep the document's order the order of the keyboard
    chart.boxes.filter(function (box) { return box.element; }).forEach(function (box, number) {
      if (labels.children[number] !== box.element) labels.insertBefore(box.element, labels.children[number] || null);
    });
    chart.rove();
  }

  function placeRow(row) {
    var end = -Infinity;  // where the last mark or label of the row ends
    row.forEach(function (box, number) {
      var next = number + 1 < row.length ? row[number + 1].x0 : Infinity;
      if (box.cell) { box.l0 = box.x0; box.l1 = box.x1; box.side = "none"; }
      else place(box, end, next);
      end = Math.max(end, box.l1, box.x1);
    });
  }

  /* Decides where a label goes: right of its mark, left of it where that has more room, or on a bar that fills the view. */
  function place(box, end, next) {
    var width = chart.width, limit = box.x1 >= 0 && box.x1 <= width ? Math.min(next, width + GAP) : next;
    var start = Math.max(box.x1, end), room = limit - start - 2 * GAP;  // a mark inside a longer one is named after that
    box.side = "none";
    box.l0 = box.x0;
    box.l1 = box.x1;
    var far = box.x1 > width - LEAST_LABEL && box.x0 < width && box.x1 - Math.max(0, box.x0) > 2 * LEAST_LABEL;
    var behind = box.x0 - Math.max(end, 0) - 2 * GAP;
    // with more room than 20 pixels a short title may have its place: only the title tells
    box.room = far || room >= 20 || behind >= 20;
    if (!box.room || !store.title(box.number)) return;
    var full = labelWidth(box.number);
    if (far) {
      box.side = "on";
      box.l0 = Math.max(box.x0, end, 0) + 8;
      box.l1 = Math.min(box.l0 + full + 12, width, box.x1);
      if (box.l1 - box.l0 < LEAST_LABEL) box.side = "none";
    } else if (room < full && box.x0 > width / 2 && box.x0 <= width && behind >= full) {
      box.side = "left";
      box.l0 = box.x0 - GAP - full;
    } else if (room >= Math.min(full, LEAST_LABEL) && start - box.x1 < LEAST_LABEL) {
      box.side = "right";
      box.l1 = start + GAP + Math.min(full, room);
      box.inset = start - box.x1;
    } else if (box.x0 > width / 2 && box.x0 <= width && behind >= 2 * LEAST_LABEL) {
      box.side = "left";
      box.l0 = box.x0 - GAP - Math.min(full, behind - 4 * GAP);  // away from the mark before, as whose it might be read
    }
  }

  /* The titles of marks in sight that have room for one, then their labels. */
  function askForTitles() {
    var width = chart.width, missing = chart.boxes.filter(function (box) {
      return box.number !== undefined && box.room && box.x1 >= -0.2 * width && box.x0 <= 1.2 * width && !store.title(box.number);
    }).slice(0, MOST_ASKED).map(function (box) { return box.number; });
    if (!missing.length) return Promise.resolve();
    return store.want("titles", missing).then(function () { placeLabels(); });
  }

  function put(box) {
    var element = elements.get(box.key), width = chart.width, from = Math.min(box.l0, Math.max(box.x0, -width)), to = Math.max(box.l1, Math.min(box.x1, 2 * width));
    if (!element) {
      element = document.createElement(box.cell ? "button" : "a");
      element.tabIndex = -1;
      element.dataset.key = box.key;
      elements.set(box.key, element);
    }
    box.element = element;
    var top = m.axis + box.y - 11, inset = 0;
    if (box.cell) {
      element.type = "button";
      element.textContent = box.dense ? "" : short(box.events);
      element.setAttribute("aria-label", box.events + " events");
      element.className = "label cluster" + (box.dense ? " dense" : "");
      top = m.axis + box.top;
      element.style.height = box.bottom - box.top + "px";
      element.style.lineHeight = element.style.height;
    } else {
      name(box);
      inset = box.side === "right" ? Math.max(0, box.x1 + box.inset - from + GAP) : 0;
      if (box.side === "on") { from = box.l0; to = box.l1; inset = 6; }
    }
    element.style.transform = "translate(" + Math.round(from) + "px," + top + "px)";
    element.style.width = Math.max(m.point, Math.ceil(to - from)) + "px";
    element.style.paddingLeft = inset + "px";
    element.style.paddingRight = (box.side === "left" ? box.x1 - box.x0 + GAP : 0) + "px";
  }

  function name(box) {
    var element = box.element, title = store.title(box.number), words = box.side === "none" || !title ? "" : title.title;
    if (title && !element.dataset.event) {
      element.href = store.address(title.path);
      store.told(element, title.language).dir = "auto";
      element.dataset.event = title.id;
      element.setAttribute("aria-label", title.date + ": " + title.title);
    }
    if (element.textContent !== words) element.textContent = words;
    element.className = "label label-" + kindOf(box.number) + " side-" + box.side + (chart.chosen === box.number ? " chosen" : "");
  }

  function short(count) { return count < 1000 ? String(count) : count < 9950 ? (count / 1000).toFixed(1) + "k" : Math.round(count / 1000) + "k"; }

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

  /* One mark can be reached by Tab: the current one, or the first in sight. */
  chart.rove = function () {
    var inSight = chart.boxes.filter(function (box) { return box.element && box.x1 >= 0 && box.x0 <= chart.width; });
    var focused = labels.contains(document.activeElement);
    if (!focused && !inSight.some(function (box) { return box.key === chart.current; })) chart.current = inSight.length ? inSight[0].key : null;
    elements.forEach(function (element, key) { element.tabIndex = key === chart.current ? 0 : -1; });
  };

  /* The link of a mark that may not have had one yet. */
  chart.element = function (box) {
    if (box.element) return Promise.resolve(box);
    chart.current = box.key;
    return (box.cell ? Promise.resolve() : store.want("titles", [box.number])).then(function () {
      placeLabels();
      return chart.boxes.find(function (other) { return other.key === box.key; });
    });
  };

  // Moving -----------------------------------------------------------------------------------------------

  var asked = false;
  chart.later = function () {
    if (asked || !scale) return;
    asked = true;
    requestAnimationFrame(function () {
      asked = false;
      chart.draw();
      var box = labels.contains(document.activeElement) && chart.boxes.find(function (item) { return item.key === chart.current; });
      if (box && box.element && box.x1 >= 0 && box.x0 <= chart.width) chart.card.show([box]);
    });
  };

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
  var FRAME = 14, REST = 110, MOST_STRETCH = 4, cost = 0, resting = 0;
  chart.glide = function (wish) {
    var range = chart.clamped(wish), drawn = chart.drawn, stretch = (drawn[1] - drawn[0]) / (range[1] - range[0]);
    if (cost < FRAME || stretch > MOST_STRETCH || stretch < 1 / MOST_STRETCH) { chart.show(range); return; }
    chart.range = range;
    chart.card.hide();
    frame.classList.add("gliding");
    strip.style.transform = "translateX(" + (drawn[0] - range[0]) / (range[1] - range[0]) * chart.width + "px) scaleX(" + stretch + ")";
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
    strip.style.transform = "translateX(" + distance + "px)";
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

  /* Shows other events: of other kinds, in other lanes, on another scale. */
  chart.changed = function () {
    lanesKept = null;
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
    lanesKept = null;
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
    var kind = kindOf(number);
    if (!chart.kinds.has(kind)) {
      chart.kinds.add(kind);
      document.querySelector('#chart-kinds input[value="' + kind + '"]').checked = true;
      chart.bounds = chart.fitted();
      lanesKept = null;
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
    document.addEventListener("timeline:scheme", function () { paints = {}; if (scale) chart.draw(); });
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
