/* The card: one event in short, with words that can be selected and links that work, or all events of a cluster. */
(function () {
  "use strict";

  var chart = window.timelineChart;
  if (!chart) return;
  var PAGE = 40;  // events of a cluster that are listed at once
  var store = window.timelineStore, card = document.getElementById("chart-card"), axis = store.data.metrics.axis, leaving = 0, coming = 0, shown = 0, told = "", entered = false;
  var make = timelineSaid.make, linked = timelineSaid.linked;

  /* Tab goes past a card, from the mark on to the list: what it leads to, the event's page does, too. A card that was entered (a
     cluster's, by Enter) is gone through link by link. */
  function stops() { card.querySelectorAll("a, button").forEach(function (one) { one.tabIndex = entered ? 0 : -1; }); }

  function one(event) {
    var parts = [store.dated(make("p", "card-date", event.date + (event.kind === "plan" ? " · planned" : event.kind === "background" ? " · background" : "")), event.date)];
    var title = make("p", "card-title");
    title.append(linked(event.title, event.path, event.language));
    parts.push(title);
    var line = timelineSaid.said(event);
    if (line) parts.push(line);
    if (line && event.sources[0][2] !== event.sources[0][0]) parts.push(from(event.sources[0]));
    if (!line && event.summary) parts.push(store.told(make("p", "card-summary", event.summary)));
    if (event.rivals.length) parts.push(make("p", "card-who", "Sources disagree on the date."));
    if (event.figures) parts.push(make("p", "card-who", "Sources disagree on a number."));
    if (event.who) parts.push(make("p", "card-who", event.who));
    return parts;
  }

  function from(source) {
    var line = make("p", "card-from");
    line.append(linked(source[2], source[1], source[3]));
    return line;
  }

  /* A list of events that grows as one reads on. */
  function listed(numbers, name) {
    var list = make("ul", name), done = 0;
    function more() {
      var next = numbers.slice(done, done + PAGE);
      if (!next.length) return Promise.resolve();
      done += next.length;
      return store.want("titles", next).then(function () {
        next.forEach(function (number) {
          var event = store.title(number), entry = make("li", "");
          if (!event) return;
          entry.append(store.dated(make("span", "", event.date), event.date), linked(event.title, event.path, event.language));
          list.append(entry);
        });
        stops();
      });
    }
    card.onscroll = function () { if (card.scrollTop + card.clientHeight > card.scrollHeight - 200) more(); };
    return more().then(function () { return list; });
  }

  function cluster(box) {
    var numbers = chart.members(box), cell = box.cell, axisOf = chart.scale;
    return store.want("titles", [numbers[0], numbers[numbers.length - 1]].filter(function (n) { return n !== undefined; })).then(function () {
      return listed(numbers, "card-all");
    }).then(function (list) {
      var head = make("p", "card-title", numbers.length === 1 ? "1 event" : timelineAxis.counted(numbers.length) + " events"), go = make("p", "card-go");
      var closer = make("button", "", "Zoom in here"), only = make("button", "", "List only these days");
      closer.type = only.type = "button";
      closer.addEventListener("click", function () {
        var first = Infinity, last = -Infinity, wide = cell.to - cell.from;
        numbers.forEach(function (n) { first = Math.min(first, Math.max(chart.from[n], cell.from - wide)); last = Math.max(last, Math.min(chart.to[n], cell.to + wide)); });
        var pad = Math.max(1, 0.15 * (last - first));
        chart.show([first - pad, last + pad]);
      });
      only.addEventListener("click", function () {
        document.dispatchEvent(new CustomEvent("timeline:period", { detail: [axisOf.day(cell.from), axisOf.day(cell.to)] }));
        chart.card.hide();
      });
      go.append(closer, only);
      return [head, list, go];
    });
  }

  /* Below its mark or above it, from there to the right or to the left: in the window if it can be, and over as few other marks as can be. */
  function place(box) {
    var wide = card.offsetWidth, high = card.offsetHeight, sight = chart.sight.getBoundingClientRect(), most = Math.max(0, chart.width - wide);
    var below = box.cell ? box.bottom + 4 : Math.min(box.y + 14, box.bottom + 4), above = (box.cell ? box.top - 6 : box.y - 14) - high, best = null;
    [below, above].forEach(function (top) {
      var out = top === below ? sight.top + axis + top + high > window.innerHeight : sight.top + axis + top < 0;
      [Math.max(box.x0, 0) - 16, Math.min(box.x1, chart.width) + 16 - wide].forEach(function (wish) {
        var left = Math.min(Math.max(wish, 0), most), over = out ? 1000 : 0;
        if (left > Math.min(box.x1, chart.width) || left + wide < Math.max(box.x0, 0)) over += 1000;  // the pointer could not get there
        chart.boxes.forEach(function (other) {
          if (other !== box && other.x1 > left && other.x0 < left + wide && other.bottom > top && other.top < top + high) over += 1;
        });
        if (!best || over < best.over) best = { over: over, left: left, top: top };
      });
    });
    card.style.left = best.left + "px";
    card.style.top = axis + best.top + "px";
  }

  /* The card of the first of some marks; what lies under the same pointer is listed below. */
  function show(found, chosen) {
    var box = found[0], turn = ++shown, ready;
    stay();
    if (box.cell && chosen === undefined) {
      ready = cluster(box).then(function (parts) { return { parts: parts, key: "" }; });
    } else {
      var number = chosen === undefined ? box.number : chosen;
      ready = store.events([number]).then(function (events) {
        var parts = one(events[0]), others = Array.from(new Set(found.slice(1).filter(function (other) { return other.number !== undefined && other.number !== number; }).map(function (other) { return other.number; })));
        if (!others.length) return { parts: parts, key: events[0].id };
        return listed(others, "card-more").then(function (list) { return { parts: parts.concat([list]), key: events[0].id }; });
      });
    }
    return ready.then(function (made) {
      if (turn !== shown) return;
      card.replaceChildren.apply(card, made.parts);
      card.dataset.event = made.key;
      told = chosen === undefined || chosen === box.number ? box.key : "";
      entered = false;
      stops();
      card.hidden = false;
      card.scrollTop = 0;
      place(box);
    });
  }

  /* For a pointer that has come to some marks, unless it goes on. What is told already stays as it is: words of it may be selected. */
  function soon(found) {
    stay();
    if (!card.hidden && found[0].key === told) return;
    coming = setTimeout(function () { show(found); }, card.hidden ? 40 : 120);
  }

  function hide() { shown += 1; stay(); card.hidden = true; }

  /* As it is: neither another card comes, nor does this one go. */
  function stay() { clearTimeout(leaving); clearTimeout(coming); leaving = 0; }

  function leave() {
    clearTimeout(coming);
    if (!leaving) leaving = setTimeout(function () { if (!chart.frame.contains(document.activeElement)) hide(); leaving = 0; }, 280);
  }

  chart.card = {
    show: show, soon: soon, hide: hide, stay: stay, leave: leave,
    enter: function () { setTimeout(function () { var first = card.querySelector("a, button"); entered = true; stops(); if (first) first.focus(); }, 60); },
  };

  card.addEventListener("pointerenter", stay);
  // a finger leaves whenever it is lifted: what it opened stays until it taps elsewhere
  card.addEventListener("pointerleave", function (event) { if (event.pointerType !== "touch") leave(); });
  chart.frame.addEventListener("focusout", function (event) { if (!chart.frame.contains(event.relatedTarget)) hide(); });
  document.addEventListener("keydown", function (event) {
    if (event.key !== "Escape") return;
    var own = chart.elements.get(chart.current);
    if (card.contains(document.activeElement) && own) own.focus({ preventScroll: true });
    hide();
  });
})();
