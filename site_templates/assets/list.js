/* Filters over the list: words, tag, source and origin. What is chosen stands in the address (#q=…&tag=…), so
   that a view can be sent to somebody. The chart listens to "timeline:filter" and reads window.timelineFilter. */
(function () {
  "use strict";

  var data = window.timelineData, form = document.getElementById("filters");
  if (!data || !form) return;
  var names = ["q", "tag", "source", "origin"];
  var count = document.getElementById("filter-count"), reset = document.getElementById("filter-reset");
  var nothing = document.getElementById("nothing");

  function plain(text) { return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase(); }

  var known = new Map(data.events.map(function (event) {
    var words = [event.title, event.date, event.summary, event.quote || "", event.tags.join(" "), event.sources.map(function (s) { return s[0]; }).join(" ")];
    return [event.id, {
      words: plain(words.join(" \n ")),
      tags: new Set(event.tags),
      sources: new Set(event.sources.map(function (source) { return source[1].split("#")[0]; })),
      origin: event.origin,
    }];
  }));
  var items = Array.from(document.querySelectorAll(".event[data-event]"));
  var main = new Set(items.filter(function (item) { return item.closest("#list"); }).map(function (item) { return item.dataset.event; }));

  function field(name) { return form.elements.namedItem(name); }
  function chosen(name) { var own = field(name); return own ? own.value : ""; }

  function matches(event) {
    var words = plain(chosen("q")).split(/\s+/).filter(Boolean);
    return words.every(function (word) { return event.words.includes(word); })
      && (!chosen("tag") || event.tags.has(chosen("tag")))
      && (!chosen("source") || event.sources.has(chosen("source")))
      && (!chosen("origin") || event.origin === chosen("origin"));
  }

  function apply() {
    var filtering = names.some(function (name) { return chosen(name).trim(); }), found = new Set();
    known.forEach(function (event, id) { if (!filtering || matches(event)) found.add(id); });
    items.forEach(function (item) { item.hidden = !found.has(item.dataset.event); });
    document.querySelectorAll(".period").forEach(function (period) { period.hidden = !period.querySelector(".event:not([hidden])"); });
    document.querySelectorAll(".listing-apart").forEach(function (section) { section.hidden = !section.querySelector(".event:not([hidden])"); });
    var left = Array.from(main).filter(function (id) { return found.has(id); }).length;
    count.textContent = filtering ? left + " of " + main.size + " events" : "";
    reset.hidden = !filtering;
    nothing.hidden = !filtering || found.size > 0;
    window.timelineFilter = filtering ? found : null;
    document.dispatchEvent(new CustomEvent("timeline:filter"));
  }

  function toAddress() {
    var said = new URLSearchParams();
    names.forEach(function (name) { if (chosen(name).trim()) said.set(name, chosen(name)); });
    var hash = said.toString();
    history.replaceState(null, "", hash ? "#" + hash : location.pathname + location.search);
  }

  function fromAddress() {
    var said = new URLSearchParams(location.hash.slice(1));
    if (location.hash && !names.concat("event").some(function (name) { return said.has(name); })) return;
    names.forEach(function (name) { if (field(name)) field(name).value = said.get(name) || ""; });
    apply();
  }

  form.addEventListener("input", function () { apply(); toAddress(); });
  form.addEventListener("reset", function () { setTimeout(function () { apply(); toAddress(); }); });
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  window.addEventListener("hashchange", fromAddress);
  if (location.hash) fromAddress();
})();
