/* Moving about in the timeline, by pointer, finger, wheel and key; and the card for what is pointed at. */
(function () {
  "use strict";

  var chart = window.timelineChart, find = function (id) { return document.getElementById(id); };
  if (!chart) return;
  var CLICK = 4;  // pixels
  var store = window.timelineStore, frame = chart.frame, sight = chart.sight, axis = store.data.metrics.axis;
  var pointers = new Map(), drag = null, active = false, resting = "";

  find("zoom-in").addEventListener("click", function () { chart.zoom(1 / 1.8); });
  find("zoom-out").addEventListener("click", function () { chart.zoom(1.8); });
  find("zoom-fit").addEventListener("click", chart.reset);

  function local(event) {
    var box = sight.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top - axis };
  }

  frame.addEventListener("pointerdown", function (event) {
    if (event.button !== 0 || event.target.closest(".card, .lane-name")) return;
    active = true;
    chart.settled();
    pointers.set(event.pointerId, local(event));
    drag = { range: chart.range.slice(), from: new Map(pointers), moved: false };
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
      var distance = pointers.get(ids[0]).x - drag.from.get(ids[0]).x;
      if (!drag.moved && Math.abs(distance) < CLICK) return;
      if (!drag.moved) {
        drag.moved = true;
        frame.classList.remove("over");
        frame.classList.add("dragging");
        chart.card.hide();
      }
      var shift = -distance / chart.width * span;
      chart.slide([drag.range[0] + shift, drag.range[1] + shift]);
    } else if (ids.length === 2) {
      drag.moved = true;
      var a0 = drag.from.get(ids[0]).x, b0 = drag.from.get(ids[1]).x, a = pointers.get(ids[0]).x, b = pointers.get(ids[1]).x;
      var factor = Math.abs(a0 - b0) / Math.max(8, Math.abs(a - b));
      var at = drag.range[0] + (a0 + b0) / 2 / chart.width * span, left = at - (a + b) / 2 / chart.width * span * factor;
      chart.glide([left, left + span * factor]);
    }
  });
  ["pointerup", "pointercancel"].forEach(function (name) {
    window.addEventListener(name, function (event) {
      if (!pointers.delete(event.pointerId)) return;
      var was = drag;
      frame.classList.remove("dragging");
      drag = pointers.size ? { range: chart.range.slice(), from: new Map(pointers), moved: true } : null;
      if (was && was.moved) chart.draw();
      else if (was && name === "pointerup") click(event);
    });
  });
  frame.addEventListener("dblclick", function (event) {
    if (!event.target.closest(".card, .lane-name") && !hits(local(event)).length) chart.zoom(1 / 2.2, local(event).x);
  });
  frame.addEventListener("pointerleave", function (event) { active = false; if (event.pointerType !== "touch") chart.card.leave(); });
  document.addEventListener("pointerdown", function (event) { if (!frame.contains(event.target)) chart.card.hide(); });

  /* The wheel scrolls the page, as everywhere, unless Ctrl (or a pinch) or a press on the chart asks for more. */
  frame.addEventListener("wheel", function (event) {
    if (event.target.closest(".card")) return;
    var sideways = Math.abs(event.deltaX) > Math.abs(event.deltaY);
    if (!sideways && !event.ctrlKey && !event.metaKey && !event.shiftKey && !active) return;
    event.preventDefault();
    var unit = event.deltaMode === 1 ? 16 : 1, span = chart.range[1] - chart.range[0];
    if (sideways || event.shiftKey) {
      var shift = (event.deltaX || event.deltaY) * unit / chart.width * span;
      chart.glide([chart.range[0] + shift, chart.range[1] + shift]);
    } else {
      var turn = Math.max(-120, Math.min(120, event.deltaY * unit));
      chart.zoom(Math.exp(turn * (Math.abs(turn) < 40 ? 0.01 : 0.0025)), local(event).x, true);  // a pinch sends small turns
    }
  }, { passive: false });

  // Pointing ---------------------------------------------------------------------------------------------

  function hits(point) {
    return chart.boxes.filter(function (box) {
      return point.y >= box.top && point.y <= box.bottom && point.x >= Math.min(box.x0, box.l0) - (box.cell ? 0 : 4) && point.x <= Math.max(box.x1, box.l1) + (box.cell ? 0 : 4);
    }).sort(function (a, b) { return distance(a, point) - distance(b, point); });
  }

  function distance(box, point) {
    return Math.max(box.x0 - point.x, point.x - box.x1, 0) + (box.x1 - box.x0) / 1e6;
  }

  function hover(event) {
    if (drag) return;
    // what scrolls by under a pointer that rests is not pointed at: a card that Escape has closed stays closed
    var place = event.screenX + " " + event.screenY, rests = place === resting;
    resting = place;
    if (event.target.closest && event.target.closest(".card")) { chart.card.stay(); return; }
    var inside = frame.contains(event.target) && !event.target.closest(".lane-name, .map");
    var found = inside ? hits(local(event)) : [];
    frame.classList.toggle("over", found.length > 0);
    chart.elements.forEach(function (element) { element.classList.toggle("over", found.length > 0 && found[0].element === element); });
    if (!found.length) chart.card.leave();
    else if (!rests) chart.card.soon(found);
  }

  function click(event) {
    chart.card.stay();
    var target = event.target;
    if (target.closest && target.closest(".card, .lane-name, .map")) return;
    var found = hits(local(event)), first = found[0];
    if (!first) { chart.card.hide(); return; }
    if (event.pointerType === "touch" || first.cell || several(found)) {
      chart.current = first.key;
      chart.rove();
      chart.card.show(found);
      return;
    }
    store.want("titles", [first.number]).then(function () {
      var address = store.address(store.title(first.number).path);
      if (event.ctrlKey || event.metaKey || event.shiftKey) window.open(address, "_blank", "noopener");
      else window.open(address, frame.closest("[data-embedded]") ? "_blank" : "_self");
    });
  }
  // what a click does has been done when the finger or the button was lifted; Enter makes a click without one
  chart.labels.addEventListener("click", function (event) {
    if (event.detail) { event.preventDefault(); return; }
    var box = chart.boxes.find(function (item) { return item.element === event.target.closest(".label"); });
    if (box && box.cell) { event.preventDefault(); chart.card.show([box]); chart.card.enter(); }
  });
  frame.addEventListener("auxclick", function (event) {
    var found = event.button === 1 && !event.target.closest(".card") ? hits(local(event)) : [];
    if (found.length && found[0].element && found[0].element.href) window.open(found[0].element.href, "_blank", "noopener");
  });

  function several(found) {
    return new Set(found.map(function (box) { return box.number; })).size > 1;
  }

  // The keyboard -----------------------------------------------------------------------------------------

  function middle(box) { return (box.x0 + box.x1) / 2; }

  function go(box) {
    if (!box) return;
    var key = box.key, margin = 0.1 * chart.width;
    chart.current = key;
    if (box.x0 < 0 || box.x0 > chart.width - margin) {
      var span = chart.range[1] - chart.range[0], at = chart.range[0] + middle(box) / chart.width * span;
      chart.range = chart.clamped([at - span / 2, at + span / 2]);
      chart.draw();
      box = chart.boxes.find(function (item) { return item.key === key; });
    }
    if (!box) return;
    chart.element(box).then(function (found) {
      chart.rove();
      if (found && found.element) found.element.focus({ preventScroll: true });
    });
  }

  function nearest(list, box) {
    return list.reduce(function (best, item) {
      return !best || Math.abs(middle(item) - middle(box)) < Math.abs(middle(best) - middle(box)) ? item : best;
    }, null);
  }

  chart.labels.addEventListener("focusin", function (event) {
    var key = event.target.dataset && event.target.dataset.key, box = chart.boxes.find(function (item) { return item.key === key; });
    if (!box) return;
    chart.current = key;
    chart.rove();
    chart.card.show([box]);
  });

  frame.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest(".card")) return;
    var boxes = chart.boxes, box = boxes.find(function (item) { return item.key === chart.current; });
    var x = box && Math.min(Math.max(box.x0, 0), chart.width), span = chart.range[1] - chart.range[0];
    if (event.key === "+" || event.key === "=") chart.zoom(1 / 1.8, x);
    else if (event.key === "-") chart.zoom(1.8, x);
    else if (event.key === "0") chart.reset();
    else if (event.key === "PageDown") chart.show([chart.range[0] + 0.8 * span, chart.range[1] + 0.8 * span]);
    else if (event.key === "PageUp") chart.show([chart.range[0] - 0.8 * span, chart.range[1] - 0.8 * span]);
    else if (!box) return;
    else {
      var own = boxes.filter(function (item) { return item.lane === box.lane; }), at = own.indexOf(box);
      var lanes = Array.from(new Set(boxes.map(function (item) { return item.lane; }))), lane = lanes.indexOf(box.lane);
      var inLane = function (number) { return boxes.filter(function (item) { return item.lane === lanes[number]; }); };
      switch (event.key) {
        // at the end of a lane on to the next, so that no mark is the last before all have been reached
        case "ArrowRight": go(own[at + 1] || lane + 1 < lanes.length && inLane(lane + 1)[0]); break;
        case "ArrowLeft": go(own[at - 1] || lane > 0 && inLane(lane - 1).pop()); break;
        case "Home": go(own[0]); break;
        case "End": go(own[own.length - 1]); break;
        case "ArrowDown": if (lane + 1 < lanes.length) go(nearest(inLane(lane + 1), box)); break;
        case "ArrowUp": if (lane > 0) go(nearest(inLane(lane - 1), box)); break;
        default: return;
      }
    }
    event.preventDefault();
  });
})();
