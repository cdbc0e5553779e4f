/* The living timeline. Plotly draws marks and axis; over them stand real links, one for each mark, which carry
   the labels and the keyboard's focus. Pointer, wheel and keys only ever change `range`; draw() does the rest. */
(function () {
  "use strict";

  var data = window.timelineData, find = function (id) { return document.getElementById(id); };
  var frame = find("chart-frame"), sight = find("chart-window"), strip = find("chart-strip");
  var plot = find("chart-plot"), labels = find("chart-labels");
  var laneNames = find("chart-lane-names"), card = find("chart-card");
  if (!data || !frame || !window.Plotly || !window.timelineAxis) return;

  var POINT = 11, LEAST_BAR = 5, TAIL = 26, GAP = 6, LEAST_LABEL = 64, LONGEST_LABEL = 480, CLICK = 4;  // pixels
  var events = data.events, metrics = data.metrics;
  var grouping = data.grouping;
  var kinds = new Set(data.main);
  var wanted = window.timelineFilter || null;  // ids that the filters leave, or null for all
  var range = data.fit.slice();  // what is in sight; one such view on either side of it is drawn too
  var drawn = range;
  var bounds = data.fit.slice();
  var boxes = [];        // what is drawn: {key, event, lane, x0, x1, y, l0, l1, element}
  var elements = new Map();
  var current = null;    // the key of the mark that has, or would get, the focus
  var chosen = null;     // the event of the address (#event=…)
  var width = 0, height = 0;

  // What is shown ----------------------------------------------------------------------------------------

  function shown(number) {
    return kinds.has(events[number].kind) && (!wanted || wanted.has(events[number].id));
  }

  /* The lanes that hold something of the chosen kinds, each with its top. Filters empty lanes but keep them. */
  function lanesNow() {
    var way = data.groupings.find(function (item) { return item.key === grouping; }), top = 0;
    return way.lanes.map(function (lane, number) {
      var places = lane.places.filter(function (place) { return kinds.has(events[place[0]].kind); });
      if (!places.length) return null;
      var here = { number: number, lane: lane, top: top, places: places };
      top += metrics.header + metrics.row * lane.rows + metrics.gap;
      height = top;
      return here;
    }).filter(Boolean);
  }

  function pixel(day) { return (day - range[0]) / (range[1] - range[0]) * width; }

  function fitted() {
    var first = Infinity, last = -Infinity;
    events.forEach(function (event, number) {
      if (shown(number)) { first = Math.min(first, event.start); last = Math.max(last, event.end); }
    });
    if (first > last) return data.fit.slice();
    var span = last - first;
    return [first - Math.max(8, 0.03 * span), last + Math.max(8, 0.14 * span)];
  }

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
  function canvas(perPixel) {
    var coordinates = {}, span = range[1] - range[0], first = range[0] - 1.2 * span, last = range[1] + 1.2 * span;
    function point(look, x, y) {
      if (x !== null && (x < first || x > last)) return;
      var at = coordinates[look] = coordinates[look] || { x: [], y: [] };
      at.x.push(x);
      at.y.push(y);
    }
    function line(look, from, to, y) {
      if (to < first || from > last) return;
      point(look, Math.max(from, first), y);
      point(look, Math.min(to, last), y);
      point(look, null, null);
    }
    return {
      coordinates: coordinates,
      mark: function (event, from, to, y) {
        if (event.shape === "point") { point(event.look, (event.start + event.end) / 2, y); return; }
        line(event.look, from, to, y);
        // a plan's bar is hollow: its inside is drawn over it in the colour of the page
        if (event.kind === "plan" && to - from > 5 * perPixel) line("inside " + event.look, from + 2 * perPixel, to - 2 * perPixel, y);
      },
      tail: function (end, from, to, tip, y) {
        line("tail " + end, from, to, y);
        if (end === "open") point(tip === to ? "open after" : "open before", tip, y);
      },
      rival: function (from, to, y) {
        line("rival", Math.min(from, to), Math.max(from, to), y);
        point("rival end", to, y);
      },
    };
  }

  function draw() {
    width = sight.clientWidth;
    if (!width) return;
    drawn = range;
    var lanes = lanesNow(), perPixel = (range[1] - range[0]) / width, onto = canvas(perPixel);
    boxes = [];
    lanes.forEach(function (here) {
      here.places.forEach(function (place) {
        if (!shown(place[0])) return;
        var event = events[place[0]], y = here.top + metrics.header + metrics.row * (place[1] + 0.5);
        var middle = (event.start + event.end) / 2, least = (event.shape === "point" ? POINT : LEAST_BAR) * perPixel;
        var wide = event.shape !== "point" && event.end - event.start >= least;
        var from = wide ? event.start : middle - least / 2, to = wide ? event.end : middle + least / 2;
        var ends = event.ends || ["", ""], reach = TAIL * perPixel;
        onto.mark(event, from, to, y);
        (event.rivals || []).forEach(function (rival) { onto.rival(middle, (rival[0] + rival[1]) / 2, y); });
        if (ends[1]) { onto.tail(ends[1], to, to + reach, to + reach, y); to += reach; }
        if (ends[0]) { onto.tail(ends[0], from - reach, from, from - reach, y); from -= reach; }
        boxes.push({ key: here.number + ":" + place[0], event: event, lane: here.number, row: here.number + "." + place[1], x0: pixel(from), x1: pixel(to), y: y });
      });
    });
    boxes.sort(function (a, b) { return a.lane - b.lane || a.x0 - b.x0 || a.x1 - b.x1; });
    Plotly.react(plot, traces(onto.coordinates), layout(lanes), data.figure.config);
    strip.style.transform = "";
    frame.classList.add("drawn");
    tell();
    nameLanes(lanes);
    placeLabels();
  }

  function tell() {
    frame.dataset.start = range[0];
    frame.dataset.end = range[1];
  }

  function traces(coordinates) {
    return data.figure.data.map(function (template) {
      var trace = Object.assign({}, template), at = coordinates[template.meta.look] || { x: [], y: [] };
      var paint = colour(template.meta.colour);
      trace.x = at.x;
      trace.y = at.y;
      if (trace.line) trace.line = Object.assign({}, trace.line, { color: paint });
      if (trace.marker) trace.marker = Object.assign({}, trace.marker, { color: paint, line: Object.assign({}, trace.marker.line, { color: paint }) });
      return trace;
    });
  }

  function layout(lanes) {
    var span = range[1] - range[0], given = data.figure.layout;
    var ticks = timelineAxis.ticks(range[0] - span, range[1] + span, span, Math.max(2, width / 92), range[0]);
    return Object.assign({}, given, {
      width: 3 * width,
      height: height + metrics.axis,
      font: { family: getComputedStyle(document.body).fontFamily, size: 12, color: colour("--quiet") },
      xaxis: Object.assign({}, given.xaxis, {
        range: [range[0] - span, range[1] + span],
        tickvals: ticks.map(function (tick) { return tick.at; }),
        ticktext: ticks.map(function (tick) { return tick.text; }),
        gridcolor: colour("--hair"),
        tickcolor: colour("--rule"),
      }),
      yaxis: Object.assign({}, given.yaxis, { range: [height, 0] }),
      shapes: lanes.slice(1).map(function (here) {
        return { type: "line", layer: "below", xref: "paper", x0: 0, x1: 1, yref: "y", y0: here.top, y1: here.top, line: { color: colour("--rule"), width: 1 } };
      }),
    });
  }

  function nameLanes(lanes) {
    laneNames.hidden = false;
    laneNames.replaceChildren.apply(laneNames, lanes.map(function (here) {
      var name = document.createElement(here.lane.path ? "a" : "span");
      if (here.lane.path) name.href = address(here.lane.path);
      name.className = "lane-name";
      name.dir = "auto";
      name.textContent = here.lane.name;
      name.tabIndex = -1;
      name.style.top = metrics.axis + here.top + 3 + "px";
      return name;
    }));
  }

  var measuring = document.createElement("canvas").getContext("2d"), measured = new Map();
  function labelWidth(event) {
    if (!measured.has(event.id)) measured.set(event.id, Math.min(LONGEST_LABEL, Math.ceil(measuring.measureText(event.title).width) + 4));
    return measured.get(event.id);
  }

  /* A link for each mark in sight or near it; its label where there is room before the next mark of its row. */
  function placeLabels() {
    measuring.font = "13px " + getComputedStyle(document.body).fontFamily;
    labels.hidden = false;
    var used = new Set(), rows = new Map();
    boxes.forEach(function (box) {
      if (!rows.has(box.row)) rows.set(box.row, []);
      rows.get(box.row).push(box);
    });
    rows.forEach(function (row) {
      var end = -Infinity;  // where the last mark or label of the row ends
      row.forEach(function (box, number) {
        var next = number + 1 < row.length ? row[number + 1].x0 : Infinity;
        place(box, end, next);
        end = Math.max(end, box.l1, box.x1);
      });
    });
    boxes.forEach(function (box) {
      if (box.x1 < -width || box.x0 > 2 * width) { box.element = null; return; }
      used.add(box.key);
      put(box);
    });
    elements.forEach(function (element, key) {
      if (used.has(key)) return;
      element.remove();
      elements.delete(key);
    });
    // keep the document's order the order of the keyboard
    var inOrder = boxes.filter(function (box) { return box.element; });
    inOrder.forEach(function (box, number) {
      if (labels.children[number] !== box.element) labels.insertBefore(box.element, labels.children[number] || null);
    });
    rove();
  }

  /* Decides where a label goes: right of its mark, left of it at the far edge, or on a bar that fills the view. */
  function place(box, end, next) {
    var full = labelWidth(box.event), room;
    box.side = "none";
    box.l0 = box.x0;
    box.l1 = box.x1;
    if (box.x1 > width - LEAST_LABEL && box.x0 < width && box.x1 - Math.max(0, box.x0) > 2 * LEAST_LABEL) {
      box.side = "on";
      box.l0 = Math.max(box.x0, end, 0) + 8;
      box.l1 = Math.min(box.l0 + full + 12, width, box.x1);
      if (box.l1 - box.l0 < LEAST_LABEL) box.side = "none";
      return;
    }
    var limit = box.x1 >= 0 && box.x1 <= width ? Math.min(next, width + GAP) : next;
    var start = Math.max(box.x1, end);  // a mark inside a longer one is named after that
    room = limit - start - 2 * GAP;
    if (room < full && box.x0 > width / 2 && box.x0 <= width && box.x0 - Math.max(end, 0) - 2 * GAP >= full) {
      box.side = "left";
      box.l0 = box.x0 - GAP - full;
    } else if (room >= Math.min(full, LEAST_LABEL) && start - box.x1 < LEAST_LABEL) {
      box.side = "right";
      box.l1 = start + GAP + Math.min(full, room);
      box.inset = start - box.x1;
    }
  }

  function put(box) {
    var element = elements.get(box.key), from = Math.min(box.l0, Math.max(box.x0, -width)), to = Math.max(box.l1, Math.min(box.x1, 2 * width));
    if (!element) {
      element = document.createElement("a");
      element.href = address(box.event.path);
      element.dir = "auto";
      element.tabIndex = -1;
      element.dataset.event = box.event.id;
      element.dataset.key = box.key;
      element.setAttribute("aria-label", box.event.date + ": " + box.event.title);
      elements.set(box.key, element);
    }
    var words = box.side === "none" ? "" : box.event.title;
    if (element.textContent !== words) element.textContent = words;
    element.className = "label label-" + box.event.kind + " side-" + box.side + (chosen === box.event.id ? " chosen" : "");
    var inset = box.side === "right" ? Math.max(0, box.x1 + box.inset - from + GAP) : 0;
    if (box.side === "on") { from = box.l0; to = box.l1; inset = 6; }
    element.style.transform = "translate(" + Math.round(from) + "px," + (metrics.axis + box.y - 11) + "px)";
    element.style.width = Math.max(POINT, Math.ceil(to - from)) + "px";
    element.style.paddingLeft = inset + "px";
    element.style.paddingRight = (box.side === "left" ? box.x1 - box.x0 + GAP : 0) + "px";
    box.element = element;
  }

  function address(path) { return path.split("/").map(function (part, n, all) {
    if (n < all.length - 1) return encodeURIComponent(part);
    var cut = part.indexOf("#");
    return cut < 0 ? encodeURIComponent(part) : encodeURIComponent(part.slice(0, cut)) + part.slice(cut);
  }).join("/"); }

  // Moving -----------------------------------------------------------------------------------------------

  var asked = false;
  function later() {
    if (asked) return;
    asked = true;
    requestAnimationFrame(function () {
      asked = false;
      draw();
      var box = labels.contains(document.activeElement) && boxes.find(function (item) { return item.key === current; });
      if (box && box.element && box.x1 >= 0 && box.x0 <= width) showCard([box]);
    });
  }

  function clamped(wish) {
    var most = 1.6 * (bounds[1] - bounds[0]), span = Math.min(Math.max(wish[1] - wish[0], 3), most);
    var middle = (wish[0] + wish[1]) / 2;
    middle = Math.min(Math.max(middle, bounds[0]), bounds[1]);
    return [middle - span / 2, middle + span / 2];
  }

  function show(wish) {
    range = clamped(wish);
    hideCard();
    later();
  }

  /* A drag only slides what is drawn, until it comes to the end of that. */
  function slide(wish) {
    range = clamped(wish);
    var distance = (drawn[0] - range[0]) / (range[1] - range[0]) * width;
    if (Math.abs(distance) > 0.9 * width) { later(); return; }
    strip.style.transform = "translateX(" + distance + "px)";
    tell();
  }

  function zoom(factor, x) {
    var at = range[0] + (x === undefined ? 0.5 : x / width) * (range[1] - range[0]);
    show([at - (at - range[0]) * factor, at + (range[1] - at) * factor]);
  }

  function reset() {
    bounds = fitted();
    show(bounds);
  }

  find("zoom-in").addEventListener("click", function () { zoom(1 / 1.8); });
  find("zoom-out").addEventListener("click", function () { zoom(1.8); });
  find("zoom-fit").addEventListener("click", reset);

  var pointers = new Map(), drag = null, active = false;

  function local(event) {
    var box = sight.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top - metrics.axis };
  }

  frame.addEventListener("pointerdown", function (event) {
    if (event.button !== 0 || event.target.closest(".card, .lane-name")) return;
    active = true;
    pointers.set(event.pointerId, local(event));
    drag = { range: range.slice(), from: new Map(pointers), moved: false };
  });
  window.addEventListener("pointermove", function (event) {
    if (!pointers.has(event.pointerId)) {
      if (event.pointerType !== "touch") hover(event);
      return;
    }
    pointers.set(event.pointerId, local(event));
    if (!drag) return;
    var ids = Array.from(pointers.keys()), span = drag.range[1] - drag.range[0];
    if (ids.length === 1) {
      var start = drag.from.get(ids[0]), distance = pointers.get(ids[0]).x - start.x;
      if (!drag.moved && Math.abs(distance) < CLICK) return;
      if (!drag.moved) {
        drag.moved = true;
        frame.classList.remove("over");
        frame.classList.add("dragging");
        hideCard();
      }
      var shift = -distance / width * span;
      slide([drag.range[0] + shift, drag.range[1] + shift]);
    } else if (ids.length === 2) {
      drag.moved = true;
      var a0 = drag.from.get(ids[0]).x, b0 = drag.from.get(ids[1]).x, a = pointers.get(ids[0]).x, b = pointers.get(ids[1]).x;
      var factor = Math.abs(a0 - b0) / Math.max(8, Math.abs(a - b));
      var at = drag.range[0] + (a0 + b0) / 2 / width * span, left = at - (a + b) / 2 / width * span * factor;
      show([left, left + span * factor]);
    }
  });
  ["pointerup", "pointercancel"].forEach(function (name) {
    window.addEventListener(name, function (event) {
      if (!pointers.delete(event.pointerId)) return;
      var was = drag;
      frame.classList.remove("dragging");
      drag = pointers.size ? { range: range.slice(), from: new Map(pointers), moved: true } : null;
      if (was && was.moved) draw();
      else if (was && name === "pointerup") click(event);
    });
  });
  frame.addEventListener("dblclick", function (event) {
    if (!event.target.closest(".card, .lane-name") && !hits(local(event)).length) zoom(1 / 2.2, local(event).x);
  });
  frame.addEventListener("pointerleave", function (event) { active = false; leftBy(event); });
  document.addEventListener("pointerdown", function (event) { if (!frame.contains(event.target)) hideCard(); });

  /* The wheel scrolls the page, as everywhere, unless Ctrl (or a pinch) or a press on the chart asks for more. */
  frame.addEventListener("wheel", function (event) {
    if (event.target.closest(".card")) return;
    var sideways = Math.abs(event.deltaX) > Math.abs(event.deltaY);
    if (!sideways && !event.ctrlKey && !event.metaKey && !event.shiftKey && !active) return;
    event.preventDefault();
    var unit = event.deltaMode === 1 ? 16 : 1, span = range[1] - range[0];
    if (sideways || event.shiftKey) {
      var shift = (event.deltaX || event.deltaY) * unit / width * span;
      show([range[0] + shift, range[1] + shift]);
    } else {
      var turn = Math.max(-120, Math.min(120, event.deltaY * unit));
      zoom(Math.exp(turn * (Math.abs(turn) < 40 ? 0.01 : 0.0025)), local(event).x);  // a pinch sends small turns
    }
  }, { passive: false });

  // Pointing ---------------------------------------------------------------------------------------------

  function hits(point) {
    return boxes.filter(function (box) {
      return Math.abs(point.y - box.y) <= 11 && point.x >= Math.min(box.x0, box.l0) - 4 && point.x <= Math.max(box.x1, box.l1) + 4;
    }).sort(function (a, b) { return distance(a, point) - distance(b, point); });
  }

  function distance(box, point) {
    return Math.max(box.x0 - point.x, point.x - box.x1, 0) + (box.x1 - box.x0) / 1e6;
  }

  var pending = 0, leaving = 0;
  function hover(event) {
    if (drag) return;
    if (event.target.closest && event.target.closest(".card")) { clearTimeout(leaving); clearTimeout(pending); return; }
    var inside = frame.contains(event.target) && !event.target.closest(".lane-name");
    var found = inside ? hits(local(event)) : [];
    frame.classList.toggle("over", found.length > 0);
    elements.forEach(function (element) { element.classList.toggle("over", found.length > 0 && found[0].element === element); });
    clearTimeout(pending);
    if (found.length) {
      clearTimeout(leaving);
      leaving = 0;
      pending = setTimeout(function () { showCard(found); }, card.hidden ? 120 : 40);
    } else {
      leaveCard();
    }
  }

  function click(event) {
    var found = event.target.closest && event.target.closest(".card") ? [] : hits(local(event));
    if (!found.length) { hideCard(); return; }
    if (event.pointerType === "touch" || found.length > 1 && different(found)) { current = found[0].key; rove(); showCard(found); return; }
    var target = address(found[0].event.path);
    if (event.ctrlKey || event.metaKey || event.shiftKey) window.open(target, "_blank", "noopener");
    else window.open(target, frame.closest("[data-embedded]") ? "_blank" : "_self");
  }
  frame.addEventListener("auxclick", function (event) {
    var found = event.button === 1 && !event.target.closest(".card") ? hits(local(event)) : [];
    if (found.length) window.open(address(found[0].event.path), "_blank", "noopener");
  });

  function different(found) {
    return new Set(found.map(function (box) { return box.event.id; })).size > 1;
  }

  // The card ---------------------------------------------------------------------------------------------

  function make(tag, name, words) {
    var element = document.createElement(tag);
    element.className = name;
    if (words !== undefined) { element.textContent = words; element.dir = "auto"; }
    return element;
  }

  function linked(words, path) {
    var element = make("a", "", words);
    element.href = address(path);
    return element;
  }

  function showCard(found) {
    clearTimeout(pending);  // else the card could be written anew under a click on it
    var box = found[0], event = box.event, sources = event.sources;
    var parts = [make("p", "card-date", event.date + (event.kind === "plan" ? " · planned" : ""))];
    var title = make("p", "card-title");
    title.append(linked(event.title, event.path));
    parts.push(title);
    if (event.quote) parts.push(make("p", "card-quote", event.quote));
    else if (event.summary) parts.push(make("p", "card-summary", event.summary));
    if (sources.length) {
      var from = make("p", "card-from");
      from.append(linked(sources[0][0], sources[0][1]));
      if (sources.length > 1) from.append(" and " + (sources.length - 1) + " more");
      parts.push(from);
    }
    if (event.origin !== "extracted") parts.push(make("p", "card-who", event.who));
    var others = found.slice(1).filter(function (other, n, all) {
      return other.event !== event && all.findIndex(function (o) { return o.event === other.event; }) === n;
    });
    if (others.length) {
      var more = make("ul", "card-more");
      others.slice(0, 12).forEach(function (other) {
        var entry = make("li", "");
        entry.append(make("span", "", other.event.date), linked(other.event.title, other.event.path));
        more.append(entry);
      });
      parts.push(more);
    }
    card.replaceChildren.apply(card, parts);
    card.dataset.event = event.id;
    card.hidden = false;
    var left = Math.min(Math.max(Math.max(box.x0, 0) - 16, 0), Math.max(0, width - card.offsetWidth));
    var below = metrics.axis + box.y + 14, above = metrics.axis + box.y - 14 - card.offsetHeight, place = sight.getBoundingClientRect();
    var fits = place.top + below + card.offsetHeight <= window.innerHeight || place.top + above < 0;
    card.style.left = left + "px";
    card.style.top = (fits ? below : above) + "px";
  }

  function hideCard() { clearTimeout(pending); clearTimeout(leaving); leaving = 0; card.hidden = true; }

  function leaveCard() {
    clearTimeout(pending);
    if (!leaving) leaving = setTimeout(function () { if (!frame.contains(document.activeElement)) hideCard(); leaving = 0; }, 280);
  }
  // a finger leaves whenever it is lifted: what it opened stays until it taps elsewhere
  function leftBy(event) { if (event.pointerType !== "touch") leaveCard(); }
  card.addEventListener("pointerenter", function () { clearTimeout(leaving); leaving = 0; });
  card.addEventListener("pointerleave", leftBy);
  frame.addEventListener("focusout", function (event) { if (!frame.contains(event.relatedTarget)) hideCard(); });
  document.addEventListener("keydown", function (event) {
    if (event.key !== "Escape" || card.hidden) return;
    if (card.contains(document.activeElement) && elements.get(current)) elements.get(current).focus({ preventScroll: true });
    hideCard();
  });

  // The keyboard -----------------------------------------------------------------------------------------

  /* One mark can be reached by Tab: the current one, or the first in sight. */
  function rove() {
    var inSight = boxes.filter(function (box) { return box.element && box.x1 >= 0 && box.x0 <= width; });
    var focused = labels.contains(document.activeElement);
    if (!focused && !inSight.some(function (box) { return box.key === current; })) current = inSight.length ? inSight[0].key : null;
    elements.forEach(function (element, key) { element.tabIndex = key === current ? 0 : -1; });
  }

  function go(box) {
    if (!box) return;
    current = box.key;
    var margin = 0.1 * width;
    if (box.x0 < 0 || box.x0 > width - margin) {
      var middle = (box.event.start + box.event.end) / 2, half = (range[1] - range[0]) / 2;
      range = clamped([middle - half, middle + half]);
      draw();
      box = boxes.find(function (item) { return item.key === current; });
    }
    rove();
    if (box && box.element) box.element.focus({ preventScroll: true });
  }

  function nearest(list, box) {
    var middle = function (item) { return (item.event.start + item.event.end) / 2; };
    return list.reduce(function (best, item) {
      return !best || Math.abs(middle(item) - middle(box)) < Math.abs(middle(best) - middle(box)) ? item : best;
    }, null);
  }

  labels.addEventListener("focusin", function (event) {
    var key = event.target.dataset && event.target.dataset.key, box = boxes.find(function (item) { return item.key === key; });
    if (!box) return;
    current = key;
    rove();
    showCard([box]);
  });

  frame.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest(".card")) return;
    var box = boxes.find(function (item) { return item.key === current; });
    if (event.key === "+" || event.key === "=") zoom(1 / 1.8, box && Math.min(Math.max(box.x0, 0), width));
    else if (event.key === "-") zoom(1.8, box && Math.min(Math.max(box.x0, 0), width));
    else if (event.key === "0") reset();
    else if (!box) return;
    else {
      var own = boxes.filter(function (item) { return item.lane === box.lane; }), at = own.indexOf(box);
      var lanes = Array.from(new Set(boxes.map(function (item) { return item.lane; }))), lane = lanes.indexOf(box.lane);
      var inLane = function (number) { return boxes.filter(function (item) { return item.lane === lanes[number]; }); };
      switch (event.key) {
        case "ArrowRight": go(own[at + 1]); break;
        case "ArrowLeft": go(own[at - 1]); break;
        case "Home": go(own[0]); break;
        case "End": go(own[own.length - 1]); break;
        case "ArrowDown": if (lane + 1 < lanes.length) go(nearest(inLane(lane + 1), box)); break;
        case "ArrowUp": if (lane > 0) go(nearest(inLane(lane - 1), box)); break;
        default: return;
      }
    }
    event.preventDefault();
  });

  // Choices ----------------------------------------------------------------------------------------------

  find("chart-lanes").addEventListener("change", function (event) { grouping = event.target.value; hideCard(); draw(); });
  find("chart-kinds").addEventListener("change", function () {
    kinds = new Set(Array.from(document.querySelectorAll("#chart-kinds input:checked"), function (input) { return input.value; }));
    bounds = fitted();
    hideCard();
    draw();
  });
  document.addEventListener("timeline:filter", function () { wanted = window.timelineFilter; hideCard(); later(); });

  /* #event=ID, as the event's page links back: the chart closes in on it. */
  function fromAddress() {
    var id = new URLSearchParams(location.hash.slice(1)).get("event");
    var number = events.findIndex(function (event) { return event.id === id; });
    chosen = number < 0 ? null : id;
    if (number < 0) return;
    if (!kinds.has(events[number].kind)) {
      kinds.add(events[number].kind);
      document.querySelector('#chart-kinds input[value="' + events[number].kind + '"]').checked = true;
      bounds = fitted();
    }
    var event = events[number], half = Math.max((event.end - event.start) * 2, (bounds[1] - bounds[0]) / 8), middle = (event.start + event.end) / 2;
    range = clamped([middle - half, middle + half]);
    draw();
    frame.parentElement.scrollIntoView({ block: "nearest" });
    var box = boxes.find(function (item) { return item.event === event; });
    if (box) { current = box.key; rove(); showCard([box]); }
  }

  window.addEventListener("hashchange", fromAddress);
  new ResizeObserver(function () { if (sight.clientWidth !== width) later(); }).observe(frame);
  document.addEventListener("timeline:scheme", function () { paints = {}; draw(); });
  draw();
  fromAddress();
})();
