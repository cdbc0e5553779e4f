/* Finding: words, tag, who, where, source, kind, origin, certainty and period narrow the list and the chart alike. What is chosen
   stands in the address (#q=…&tags=…&from=…&to=…), so that a view can be sent to somebody. The chart listens to
   "timeline:filter" and reads window.timelineFilter, a byte for each event (null: nothing is chosen). */
(function () {
  "use strict";

  var store = window.timelineStore, form = document.getElementById("filters");
  if (!store || !form) return;
  var data = store.data, find = function (id) { return document.getElementById(id); };
  var count = find("filter-count"), reset = find("filter-reset"), go = find("filter-go"), heading = find("list-name"), named = heading.textContent, nothing = find("nothing"), more = find("found-more");
  var list = find("list"), chart = find("timeline"), undo = find("filter-undo"), cleared = "";
  var whole = find("whole"), found = find("found"), apart = Array.from(document.querySelectorAll(".listing-apart"));
  var names = { q: "q", tag: "tags", participant: "who", place: "where", source: "source", kind: "kind", origin: "origin", certainty: "certainty", from: "from", to: "to" };
  var facetNumbers = {}, results = [], answer = null, turn = 0, said = "";

  /* The fields besides the words are folded away until they are wanted. */
  var unfold = find("filter-more");
  function unfolded(open) {
    form.classList.toggle("unfolded", open);
    unfold.setAttribute("aria-expanded", String(open));
  }
  unfold.addEventListener("click", function () { unfolded(!form.classList.contains("unfolded")); });

  function field(name) { return form.elements.namedItem(name); }
  function chosen(name) { var own = field(name); return own ? own.value.trim() : ""; }

  var CERTAINTY = {
    day: function (look) { return look.shape === "point" && !look.doubt; },
    coarse: function (look) { return look.shape === "within"; },
    doubt: function (look) { return look.doubt !== ""; },
    open: function (look) { return look.before !== "" || look.after !== ""; },
    rivals: function (look) { return look.rivals; },
  };

  /* The days that are asked for; an end that is not given is open. `wrong` names a field that is no date. */
  function period() {
    var found = { from: -Infinity, to: Infinity, wrong: [] };
    ["from", "to"].forEach(function (name, end) {
      var own = field(name), extent = chosen(name) ? timelineAxis.extent(chosen(name)) : null;
      if (own) own.setAttribute("aria-invalid", String(Boolean(chosen(name)) && !extent));
      if (extent) found[name] = extent[end];
      else if (chosen(name)) found.wrong.push(name);
    });
    return found;
  }

  /* The tests that an event must pass, each with the name of what was chosen. Facets answer with their values. */
  function tests(words) {
    var list = [], days = period(), columns = store.columns;
    var looks = function (name, holds) { var answers = data.looks.map(holds); list.push({ name: name, holds: function (n) { return answers[columns.look[n]]; } }); };
    if (words) list.push({ name: "q", holds: words.holds });
    data.facets.forEach(function (key) {
      if (!chosen(key)) return;
      var wanted = facetNumbers[key + " " + chosen(key)];
      var values = columns.facets[key].values, offsets = columns.facets[key].offsets;
      list.push({ name: key, holds: function (n) {
        for (var v = offsets[n]; v < offsets[n + 1]; v++) if (values[v] === wanted) return true;
        return false;
      } });
    });
    ["kind", "origin"].forEach(function (key) { if (chosen(key)) looks(key, function (look) { return look[key] === chosen(key); }); });
    if (chosen("certainty")) looks("certainty", CERTAINTY[chosen("certainty")] || function () { return false; });
    if (days.from !== -Infinity || days.to !== Infinity) {
      list.push({ name: "period", holds: function (n) { return columns.end[n] > days.from && columns.start[n] < days.to; } });
    }
    return list;
  }

  /* Which events pass, and how many would with another choice in each field: those that fail nothing but that field.
     Facets are counted by value, the others by look. */
  function judged(list) {
    var total = store.total, passed = new Uint8Array(total), look = store.columns.look, facets = store.columns.facets;
    var counts = { looks: {}, without: {} }, left = 0, alike = new Uint32Array(data.looks.length);
    ["kind", "origin", "certainty"].forEach(function (key) { counts.looks[key] = new Uint32Array(data.looks.length); });
    data.facets.forEach(function (key) { counts[key] = new Uint32Array(facets[key].most + 1); });
    function facet(key, n) {
      var own = counts[key], values = facets[key].values, offsets = facets[key].offsets;
      for (var v = offsets[n]; v < offsets[n + 1]; v++) own[values[v]] += 1;
    }
    for (var n = 0; n < total; n++) {
      var failed = null, fails = 0;
      for (var t = 0; t < list.length && fails < 2; t++) if (!list[t].holds(n)) { fails += 1; failed = list[t].name; }
      if (fails > 1) continue;
      if (!fails) {
        passed[n] = 1;
        left += 1;
        alike[look[n]] += 1;
        for (var f = 0; f < data.facets.length; f++) facet(data.facets[f], n);
        continue;
      }
      counts.without[failed] = (counts.without[failed] || 0) + 1;
      if (failed === "q" && answer.whole) answer.near(n);
      if (failed in counts.looks) counts.looks[failed][look[n]] += 1;
      else if (failed in facets) facet(failed, n);
    }
    Object.keys(counts.looks).forEach(function (key) { for (var at = 0; at < alike.length; at++) counts.looks[key][at] += alike[at]; });
    return { passed: passed, left: left, counts: counts };
  }

  /* The number of events beside each choice. */
  function tell(counts) {
    Array.from(form.querySelectorAll("select")).forEach(function (select) {
      Array.from(select.options).forEach(function (option) {
        if (!option.value) return;
        if (!option.dataset.name) option.dataset.name = option.textContent;
        var number = 0, key = select.name;
        if (data.facets.includes(key)) number = counts[key][option.dataset.number] || 0;
        else counts.looks[key].forEach(function (many, at) {
          var look = data.looks[at];
          if (key === "certainty" ? CERTAINTY[option.value](look) : look[key] === option.value) number += many;
        });
        var words = option.dataset.name + " (" + timelineAxis.counted(number) + ")";
        if (option.textContent !== words) option.textContent = words;
        option.disabled = number === 0 && !option.selected;
      });
    });
  }

  /* The numbers of the chosen values; those that the fields offer have them, others are looked up. */
  function resolved() {
    return Promise.all(data.facets.map(function (key) {
      var value = chosen(key), own = key + " " + value;
      if (!value || own in facetNumbers) return null;
      var option = field(key).selectedOptions[0];
      if (option.dataset.number) { facetNumbers[own] = Number(option.dataset.number); return null; }
      return store.number("#" + key + ":" + value).then(function (number) {
        facetNumbers[own] = number;
        option.dataset.number = number;
      });
    }));
  }

  function apply() {
    var mine = ++turn;
    return Promise.all([store.ready, resolved(), store.search(chosen("q"))]).then(function (answers) {
      if (mine !== turn) return null;
      var began = performance.now();
      answer = answers[2] && timelineFound.read(answers[2]);
      var list = tests(answer), filtering = list.length > 0, judgement = judged(list), partly = answer && !answer.whole && judgement.left > 0;
      tell(judgement.counts);
      window.timelineFilter = filtering ? judgement.passed : null;
      results = [];
      if (filtering) for (var n = 0; n < store.total; n++) if (judgement.passed[n]) results.push(n);
      if (partly) results.sort(answer.rank);
      count.textContent = filtering ? timelineAxis.counted(judgement.left) + " of " + count.dataset.of : "";
      heading.textContent = !filtering ? named : headed(judgement.left, partly);
      place(Boolean(answer));
      go.hidden = !judgement.left || !filtering;
      form.dataset.took = (performance.now() - began + (answer ? answer.took : 0)).toFixed(2);
      reset.hidden = !filtering;
      if (filtering) undo.hidden = true;
      whole.hidden = filtering;
      found.hidden = !filtering;
      apart.forEach(function (section) { section.hidden = filtering; });
      nothing.hidden = !filtering || judgement.left > 0 && !partly;
      if (partly) nothing.replaceChildren(timelineSaid.make("p", "", "Nothing here has all of " + timelineFound.named(answer.words) + ". These have the most of it:"));
      else if (!nothing.hidden) widen(list, judgement.counts.without);
      document.dispatchEvent(new CustomEvent("timeline:filter"));
      timelineFound.clear();
      timelineFound.offer(results, answer, function (word) {
        field("q").value = answer.words.filter(function (own) { return own !== word; }).join(" ");
        change(true);
      });
      return filtering ? showMore(mine) : (more.hidden = true);
    }).then(function () { form.dataset.done = String(mine); });
  }

  /* How much was found, and of which words. */
  function headed(left, partly) {
    var words = answer ? timelineFound.named(chosen("q").split(/\s+/)) : "";
    if (partly) return "Nearest to " + words;
    return (left ? "Found " + timelineAxis.counted(left) : "Nothing found") + (words ? " with " + words : "");
  }

  /* What is found by words stands right below them, before the chart; all else below the chart. */
  function place(first) {
    var before = first ? form : chart, active = document.activeElement;
    if (list.previousElementSibling === before) return;
    before.after(list);
    if (list.contains(active)) active.focus({ preventScroll: true });
    go.href = first ? "#timeline" : "#list";
    go.textContent = first ? "On the timeline" : "Go to the list";
  }

  var SAID = { q: "the words searched for", tag: "the tag", participant: "who it names", place: "where it was", source: "the source", kind: "the kind", origin: "whose word it is", certainty: "the certainty", period: "the period" };

  /* Nothing was found: each choice whose removal would find something, with how much. */
  function widen(list, without) {
    var ways = list.filter(function (test) { return without[test.name]; }).map(function (test) {
      var button = document.createElement("button"), many = without[test.name];
      button.type = "button";
      button.textContent = "Leave out " + SAID[test.name] + ": " + timelineAxis.counted(many) + (count.dataset.of.endsWith("events") ? many === 1 ? " event" : " events" : many === 1 ? " entry" : " entries");
      button.addEventListener("click", function () {
        (test.name === "period" ? ["from", "to"] : [test.name]).forEach(function (name) { field(name).value = ""; });
        change(true);
      });
      return button;
    });
    var wrong = period().wrong, words = document.createElement("p");
    words.textContent = wrong.length ? "That is no date: write 1999, 1999-05, 1999-05-17 or 44 BC." : ways.length ? "Nothing matches all of this." : "Nothing matches. Try fewer or shorter words, or show all.";
    nothing.replaceChildren.apply(nothing, [words].concat(ways));
  }

  function showMore(mine) { return timelineFound.show(results, answer, function () { return mine === turn; }); }
  more.addEventListener("click", function () { showMore(turn); });

  // The address ------------------------------------------------------------------------------------------

  function lanes() { return document.querySelector("#chart-lanes input:checked"); }

  function toAddress(step) {
    var old = new URLSearchParams(location.hash.slice(1)), now = new URLSearchParams(), way = lanes();
    Object.keys(names).forEach(function (name) { if (chosen(name)) now.set(names[name], chosen(name)); });
    if (way && way.value !== data.grouping) now.set("lanes", way.value);
    if (old.has("event")) now.set("event", old.get("event"));
    var hash = now.toString();
    if (hash === said) return;
    said = hash;
    history[step ? "pushState" : "replaceState"](null, "", hash ? "#" + hash : location.pathname + location.search);
  }

  function set(name, value) {
    var own = field(name);
    if (!own) return;
    if (value && own.tagName === "SELECT" && !Array.from(own.options).some(function (option) { return option.value === value; })) {
      own.append(store.told(new Option(value, value)));  // one of the many that are not offered
    }
    own.value = value;
  }

  function fromAddress() {
    var now = new URLSearchParams(location.hash.slice(1)), known = Object.values(names).concat("event", "lanes", "tag");
    if (location.hash && !known.some(function (name) { return now.has(name); })) return;
    said = location.hash.slice(1);
    Object.keys(names).forEach(function (name) { set(name, now.get(names[name]) || (name === "tag" && now.get("tag")) || ""); });
    if (Object.keys(names).some(function (name) { return name !== "q" && chosen(name); })) unfolded(true);
    var way = document.querySelector('#chart-lanes input[value="' + CSS.escape(now.get("lanes") || data.grouping) + '"]');
    if (way && !way.checked) { way.checked = true; way.dispatchEvent(new Event("change", { bubbles: true })); }
    apply();
  }

  /* A kind that is asked for is also drawn. */
  function drawn() {
    var box = chosen("kind") && document.querySelector('#chart-kinds input[value="' + CSS.escape(chosen("kind")) + '"]');
    if (box && !box.checked) { box.checked = true; box.dispatchEvent(new Event("change", { bubbles: true })); }
  }

  function change(step) { drawn(); toAddress(step); return apply(); }

  var typing = false;
  form.addEventListener("input", function (event) {
    var text = event.target.name === "q";
    change(!(text && typing));  // words that are being typed are one step back
    typing = text;
  });
  form.addEventListener("reset", function () { setTimeout(function () { typing = false; change(true); }); });
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  field("q").addEventListener("keydown", function (event) {
    if (event.key !== "Enter" && event.key !== "ArrowDown" || event.isComposing) return;
    event.preventDefault();
    if (event.key === "ArrowDown") {
      if (chosen("q")) (form.dataset.done === String(turn) ? Promise.resolve() : change(false)).then(function () { step(null, 1); });
      return;
    }
    toList();
    change(false).then(toList);  // the chart above the list has become lower
  });
  go.addEventListener("click", function (event) {
    event.preventDefault();
    if (go.hash === "#list") toList();
    else chart.scrollIntoView({ block: "start" });
  });

  /* From one title that was found to another; before the first is the search. */
  function step(from, way) {
    var all = Array.from(found.querySelectorAll(".event-title a")), next = from ? all.indexOf(from) + way : 0;
    if (next < 0) field("q").focus();
    else if (all[next]) all[next].focus();
  }
  found.addEventListener("keydown", function (event) {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp" || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (!event.target.matches(".event-title a")) return;
    event.preventDefault();
    step(event.target, event.key === "ArrowDown" ? 1 : -1);
  });

  /* To what was found: its heading takes the focus, so that the next Tab is the first title. */
  function toList() {
    heading.focus({ preventScroll: true });
    heading.scrollIntoView({ block: "start" });
  }

  /* What was cleared can be had again, until something else is chosen. */
  reset.addEventListener("click", function () {
    var was = location.hash;
    form.reset();
    setTimeout(function () {
      cleared = was;
      undo.hidden = false;
      undo.focus();
    });
  });
  undo.addEventListener("click", function () {
    field("q").focus();
    location.hash = cleared;
  });
  document.addEventListener("timeline:period", function (event) {
    var first = timelineAxis.civil(event.detail[0]), last = timelineAxis.civil(event.detail[1] - 0.001);
    function text(day) { return day.year < 1 || day.year > 9999 ? String(day.year < 1 ? 1 - day.year + " BC" : day.year) : [String(day.year).padStart(4, "0"), String(day.month).padStart(2, "0"), String(day.day).padStart(2, "0")].join("-"); }
    set("from", text(first));
    set("to", text(last));
    typing = false;
    change(true);
    find("list").scrollIntoView({ block: "start" });
  });
  document.addEventListener("change", function (event) { if (event.target.closest && event.target.closest("#chart-lanes")) toAddress(true); });
  window.addEventListener("popstate", fromAddress);
  window.addEventListener("hashchange", function () { if (location.hash.slice(1) !== said) fromAddress(); });
  if (location.hash) fromAddress();  // else the numbers beside the choices stand in the page already
})();
