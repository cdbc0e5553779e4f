/* The minimap: the whole span as a skyline of events, and the window on it that is in sight. */
(function () {
  "use strict";

  var chart = window.timelineChart, map = document.getElementById("chart-map");
  if (!chart) return;
  var store = window.timelineStore, data = store.data, STEP = 4, EDGE = 10;
  var path = map && map.querySelector("path"), pane = map && map.querySelector(".map-window");
  var kept = { wanted: null, kinds: chart.kinds, size: chart.kinds.size, unfolded: chart.unfolded };  // as the page has it

  function whole() { return [Math.min(data.fit[0], chart.bounds[0]), Math.max(data.fit[1], chart.bounds[1])]; }

  function skyline() {
    var range = whole(), slots = Math.round(data.metrics.width / STEP), counts = new Uint32Array(slots), most = 1, height = data.metrics.map;
    for (var n = 0; n < store.total; n++) {
      if (!chart.shown(n)) continue;
      var slot = Math.floor(((chart.from[n] + chart.to[n]) / 2 - range[0]) / (range[1] - range[0]) * slots);
      if (slot >= 0 && slot < slots) most = Math.max(most, ++counts[slot]);
    }
    var said = "";
    counts.forEach(function (count, slot) {
      if (count) said += "M" + slot + ".5 " + height + "v-" + Math.max(2, Math.round((height - 2) * count / most));
    });
    path.setAttribute("d", said);
  }

  function follow() {
    if (kept.wanted !== chart.wanted || kept.kinds !== chart.kinds || kept.size !== chart.kinds.size || kept.unfolded !== chart.unfolded) {
      kept = { wanted: chart.wanted, kinds: chart.kinds, size: chart.kinds.size, unfolded: chart.unfolded };
      skyline();
    }
    var range = whole(), span = range[1] - range[0], left = Math.max(0, (chart.range[0] - range[0]) / span), right = Math.min(1, (chart.range[1] - range[0]) / span);
    pane.style.left = 100 * left + "%";
    pane.style.width = 100 * Math.max(0.004, right - left) + "%";
    map.classList.toggle("all", left <= 0.001 && right >= 0.999);
  }

  var drag = null;
  function at(event) {
    var box = map.getBoundingClientRect(), range = whole();
    return range[0] + (event.clientX - box.left) / box.width * (range[1] - range[0]);
  }

  function move(event) {
    var by = at(event) - drag.at, range = drag.range;
    if (drag.edge === "left") chart.show([Math.min(range[0] + by, range[1] - 1), range[1]]);
    else if (drag.edge === "right") chart.show([range[0], Math.max(range[1] + by, range[0] + 1)]);
    else chart.show([range[0] + by, range[1] + by]);
  }

  if (map) {
    map.addEventListener("pointerdown", function (event) {
      if (event.button !== 0) return;
      event.preventDefault();
      var box = pane.getBoundingClientRect(), range = chart.range.slice(), edge = "";
      if (Math.abs(event.clientX - box.left) < EDGE) edge = "left";
      else if (Math.abs(event.clientX - box.right) < EDGE) edge = "right";
      else if (event.clientX < box.left || event.clientX > box.right) {
        var half = (range[1] - range[0]) / 2;
        range = [at(event) - half, at(event) + half];
        chart.show(range);
      } else if (map.classList.contains("all")) edge = "draw";
      drag = { at: at(event), range: range, edge: edge };
      map.setPointerCapture(event.pointerId);
    });
    map.addEventListener("pointermove", function (event) {
      if (!drag) return;
      if (drag.edge !== "draw") { move(event); return; }
      var a = Math.min(drag.at, at(event)), b = Math.max(drag.at, at(event));
      if (map.getBoundingClientRect().width * (b - a) / (drag.range[1] - drag.range[0]) > 6) chart.show([a, b]);
    });
    ["pointerup", "pointercancel"].forEach(function (name) { map.addEventListener(name, function () { drag = null; }); });
    chart.listeners.push(follow);
  }
})();
