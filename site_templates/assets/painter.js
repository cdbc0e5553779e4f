/* Who draws: the sketch from the first, Plotly from when the reader first reaches for the timeline. Whoever only reads or searches
   is spared a megabyte of script; whoever points at the timeline has the sketch answer until Plotly has started. */
var timelinePainter = function (chart, library) {
  "use strict";

  var config = window.timelineStore.data.figure.config, plot = document.getElementById("chart-plot"), sketch = document.getElementById("chart-sketch");
  var REACHES = ["pointermove", "pointerdown", "focusin"], section = chart.frame.parentElement, painted, asked = false, last = null;

  function paint(traces, layout) {
    painted = { traces: traces, layout: layout };
    if (sketch) timelineSketch(sketch, traces, layout);
    else Plotly.react(plot, traces, layout, config);
  }

  function reached(event) {
    if (event.type === "pointermove") {
      // what scrolls by under a pointer that rests is not reached for, nor are the choices above the timeline when passed
      var before = last;
      last = chart.frame.contains(event.target) ? event.screenX + " " + event.screenY : null;
      if (!last || !before || before === last) return;
    }
    start();
  }

  /* Plotly comes and starts in three steps, each when the page has nothing else to do, so that none holds up a reader for long. */
  function start() {
    if (asked) return;
    asked = true;
    REACHES.forEach(function (name) { section.removeEventListener(name, reached); });
    var script = document.createElement("script");
    script.src = library;
    script.onload = function () {
      idle(function () {
        Plotly.newPlot(plot, [], Object.assign({}, painted.layout, { xaxis: { visible: false }, yaxis: { visible: false }, shapes: [] }), config).then(function () {
          idle(function () {
            sketch.remove();
            sketch = null;
            paint(painted.traces, painted.layout);
            chart.frame.classList.add("drawn");
          });
        });
      });
    };
    // without it the sketch goes on drawing, and the next reach asks again
    script.onerror = function () { script.remove(); asked = false; listen(); };
    idle(function () { document.head.append(script); });
  }

  /* Not while the timeline is being moved. */
  function idle(act) {
    var wait = window.requestIdleCallback || function (done) { setTimeout(done, 50); };
    wait(function () {
      if (chart.frame.matches(".dragging, .gliding")) setTimeout(function () { idle(act); }, 200);
      else act();
    }, { timeout: 1000 });
  }

  function listen() { REACHES.forEach(function (name) { section.addEventListener(name, reached, { passive: true }); }); }

  return { paint: paint, listen: listen };
};
