/* The names of lanes, and of what is folded away. */
var timelineNames = function (chart) {
  "use strict";

  var store = window.timelineStore, m = store.data.metrics, laneNames = document.getElementById("chart-lane-names");

  function nameLanes(lanes) {
    laneNames.hidden = false;
    laneNames.replaceChildren.apply(laneNames, lanes.map(function (here) {
      var name = document.createElement(here.lane.path ? "a" : "span"), left = here.numbers.length;
      if (here.lane.path) name.href = store.address(here.lane.path);
      name.className = "lane-name";
      name.dir = "auto";
      name.textContent = here.lane.name;
      if (here.lane.facet >= 0 && !here.lane.apart && chart.grouping !== "kind") store.told(name, here.lane.language);
      name.dataset.count = (chart.wanted && left !== here.total ? timelineAxis.counted(left) + " of " : "") + timelineAxis.counted(here.total);
      name.tabIndex = -1;
      name.style.top = m.axis + here.top + 3 + "px";
      return name;
    }));
    foldNames();
  }

  /* How much time a fold leaves out. */
  function foldNames() {
    var end = -Infinity;
    chart.scale.folds.forEach(function (fold) {
      var x0 = chart.pixel(chart.scale.place(fold[0])), x1 = chart.pixel(chart.scale.place(fold[1]));
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

  return nameLanes;
};
