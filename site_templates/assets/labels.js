/* Over the drawing stand real links, one for each mark that has room, which carry the labels and the keyboard's focus. */
var timelineLabels = function (chart) {
  "use strict";

  var store = window.timelineStore, m = store.data.metrics;
  var GAP = 6, LEAST_LABEL = 64, LONGEST_LABEL = 480;  // pixels
  var MOST_LINKS = 400;  // marks that are all links; of more only those with a label
  var MOST_ASKED = 240;  // titles asked for at once

  var measuring = document.createElement("canvas").getContext("2d"), measured = new Map();
  function labelWidth(number) {
    if (!measured.has(number)) measured.set(number, wide(store.title(number).title));
    return measured.get(number);
  }

  function wide(words) { return Math.ceil(measuring.measureText(words).width) + 4; }

  /* As many whole words of a title as have room, at least two, with an ellipsis; none where they have not. A script that writes
     no spaces is cut anywhere, by the style. */
  function cut(title, room) {
    var words = title.split(" ");
    if (words.length < 3) return title;
    for (var left = words.length - 1; left > 1; left--) {
      var said = words.slice(0, left).join(" ").replace(/[\p{P}\s]+$/u, "") + "…";
      if (wide(said) <= room) return said;
    }
    return "";
  }

  /* A link for each mark in sight or near it; its label where there is room before the next mark of its row. */
  function placeLabels() {
    measuring.font = "13px " + getComputedStyle(document.body).fontFamily;
    chart.labels.hidden = false;
    var used = new Set(), width = chart.width, near = chart.boxes.filter(function (box) { return box.x1 >= -width && box.x0 <= 2 * width; });
    chart.lanes.forEach(function (here) {
      var own = chart.boxes.filter(function (box) { return box.lane === here.number; });
      for (var row = 0; row < here.count; row++) placeRow(own.filter(function (box) { return box.row === row || box.row < 0; }));
    });
    var all = near.length <= MOST_LINKS, stay = chart.labels.contains(document.activeElement) ? chart.current : null;
    chart.boxes.forEach(function (box) { box.element = null; });
    near.forEach(function (box) {
      var said = box.side && box.side !== "none";
      if (!(all && !box.dense) && !said && box.key !== stay && box.key !== chart.current && box.number !== chart.chosen && !(box.cell && !box.dense)) return;
      used.add(box.key);
      put(box);
    });
    chart.elements.forEach(function (element, key) {
      if (used.has(key)) return;
      element.remove();
      chart.elements.delete(key);
    });
    // keep the document's order the order of the keyboard
    chart.boxes.filter(function (box) { return box.element; }).forEach(function (box, number) {
      if (chart.labels.children[number] !== box.element) chart.labels.insertBefore(box.element, chart.labels.children[number] || null);
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
    var title = store.title(box.number).title, all = labelWidth(box.number), full = Math.min(all, LONGEST_LABEL), words = title;
    function shortened(space) {
      if (space >= all) return all;
      words = cut(title, Math.min(space, LONGEST_LABEL));
      return words ? Math.min(wide(words), space) : 0;
    }
    if (far) {
      box.side = "on";
      box.l0 = Math.max(box.x0, end, 0) + 8;
      box.l1 = Math.min(box.l0 + shortened(Math.min(width, box.x1) - box.l0 - 12) + 12, width, box.x1);
      if (!words || box.l1 - box.l0 < LEAST_LABEL) box.side = "none";
    } else if (room < full && box.x0 > width / 2 && box.x0 <= width && behind >= full) {
      box.side = "left";
      box.l0 = box.x0 - GAP - shortened(full);
    } else if (room >= Math.min(full, LEAST_LABEL) && start - box.x1 < LEAST_LABEL && shortened(room)) {
      box.side = "right";
      box.l1 = start + GAP + shortened(room);
      box.inset = start - box.x1;
    } else if (box.x0 > width / 2 && box.x0 <= width && behind >= 2 * LEAST_LABEL && shortened(behind - 4 * GAP)) {
      box.side = "left";
      box.l0 = box.x0 - GAP - shortened(behind - 4 * GAP);  // away from the mark before, as whose it might be read
    }
    box.words = box.side === "none" ? "" : words;
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
    var element = chart.elements.get(box.key), width = chart.width, from = Math.min(box.l0, Math.max(box.x0, -width)), to = Math.max(box.l1, Math.min(box.x1, 2 * width));
    if (!element) {
      element = document.createElement(box.cell ? "button" : "a");
      element.tabIndex = -1;
      element.dataset.key = box.key;
      chart.elements.set(box.key, element);
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
    var element = box.element, title = store.title(box.number), words = title && box.side !== "none" ? box.words : "";
    if (title && !element.dataset.event) {
      element.href = store.address(title.path);
      store.told(element, title.language).dir = "auto";
      element.dataset.event = title.id;
      element.setAttribute("aria-label", title.date + ": " + title.title);
    }
    if (element.textContent !== words) element.textContent = words;
    element.className = "label label-" + chart.kindOf(box.number) + " side-" + box.side + (chart.chosen === box.number ? " chosen" : "");
  }

  function short(count) { return count < 1000 ? String(count) : count < 9950 ? (count / 1000).toFixed(1) + "k" : Math.round(count / 1000) + "k"; }

  /* One mark can be reached by Tab: the current one, or the first in sight. */
  chart.rove = function () {
    var inSight = chart.boxes.filter(function (box) { return box.element && box.x1 >= 0 && box.x0 <= chart.width; });
    var focused = chart.labels.contains(document.activeElement);
    if (!focused && !inSight.some(function (box) { return box.key === chart.current; })) chart.current = inSight.length ? inSight[0].key : null;
    chart.elements.forEach(function (element, key) { element.tabIndex = key === chart.current ? 0 : -1; });
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

  return { place: placeLabels, ask: askForTitles };
};
