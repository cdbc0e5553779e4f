/* The editor of events, while a site is served with --edit. It asks the server; the server alone writes. */
(function () {
  "use strict";

  var token = document.currentScript.dataset.token;
  var KINDS = [["event", "Event"], ["plan", "Plan"], ["background", "Background"], ["statistic", "Figure"]];
  var panel = null, dirty = false, bar = make("div", { className: "edit-bar" }), live = make("output", { className: "edit-said" });
  var editor = window.timelineEditor = { busy: function () { return dirty; }, renew: false };

  function make(tag, properties, children) {
    var element = Object.assign(document.createElement(tag), properties || {});
    (children || []).forEach(function (child) { element.append(child); });
    return element;
  }

  function button(words, action, name) {
    var element = make("button", { type: "button", textContent: words, className: name || "" });
    element.addEventListener("click", function (event) { event.preventDefault(); event.stopPropagation(); action(); });
    return element;
  }

  function ask(name, question) {
    return fetch("/-/ask/" + name, {
      method: "POST", body: JSON.stringify(question || {}),
      headers: { "Content-Type": "application/json", "X-Timeline-Token": token }
    }).then(function (reply) {
      return reply.ok ? reply.json() : reply.text().then(function (words) { return { error: words }; });
    }).catch(function () { return { error: "The server does not answer: is `timeline serve` still running?" }; });
  }

  function say(words) {
    var at = panel ? panel.querySelector(".edit-said") : live;
    at.textContent = words || "";
    at.hidden = !words;
  }

  /* Where to look after something was written. */
  function go(page) {
    dirty = false;
    var here = location.pathname.slice(1) || "index.html";
    if (page && page !== here && here.startsWith("events/")) location.assign("/" + page);
    else if (!page && here.startsWith("events/")) location.assign("/index.html");
    else location.reload();
  }

  function done(answer) {
    if (answer.error) { say(answer.error); return false; }
    go(answer.page);
    return true;
  }

  function close() {
    if (panel) panel.remove();
    panel = null;
    dirty = false;
    if (editor.renew) location.reload();
  }

  function open(title, children) {
    if (panel) panel.remove();
    panel = make("aside", { className: "edit-panel", id: "edit-panel" }, [
      make("header", {}, [make("h2", { textContent: title }), button("Close", close)]),
    ].concat(children, [make("output", { className: "edit-said", hidden: true })]));
    panel.setAttribute("role", "dialog");
    panel.setAttribute("aria-label", title);
    panel.addEventListener("keydown", function (event) { if (event.key === "Escape") close(); });
    document.body.append(panel);
    var first = panel.querySelector("input, textarea");
    if (first) first.focus();
  }

  function labelled(words, field, more) {
    return make("label", { className: "edit-field" }, [make("span", { textContent: words }), field].concat(more || []));
  }

  /* Calls after the typing has paused; an answer that comes after a later one is dropped. */
  function following(field, name, question, tell) {
    var timer = 0, turn = 0;
    function now() {
      var mine = ++turn;
      ask(name, question(field.value)).then(function (answer) { if (mine === turn) tell(answer); });
    }
    field.addEventListener("input", function () { clearTimeout(timer); timer = setTimeout(now, 120); });
    return now;
  }

  function searched(words, choose, leave) {
    var field = make("input", { type: "search", autocomplete: "off" }), list = make("ul", { className: "edit-found" });
    field.setAttribute("aria-label", words);
    function show(answer) {
      var events = (answer.events || []).filter(function (event) { return event.id !== leave; });
      list.replaceChildren.apply(list, events.map(function (event) {
        var item = button(event.date + " · " + event.title, function () { choose(event); });
        item.dataset.event = event.id;
        return make("li", {}, [item]);
      }));
      if (answer.more) list.append(make("li", { textContent: "and " + answer.more + " more" }));
    }
    var now = following(field, "search", function (text) { return { text: text }; }, show);
    return { box: make("div", { className: "edit-search" }, [field, list]), field: field, now: now };
  }

  /* The form of an event; of a new one if `event` has no id. */
  function form(event, cites) {
    var base = event.fields;
    var fields = {
      date: make("input", { type: "text", value: base.date, autocomplete: "off", spellcheck: false }),
      title: make("input", { type: "text", value: base.title, dir: "auto" }),
      summary: make("textarea", { value: base.summary, rows: 4, dir: "auto" }),
      kind: make("select", {}, KINDS.map(function (kind) {
        return make("option", { value: kind[0], textContent: kind[1], selected: kind[0] === base.kind });
      })),
      tags: make("input", { type: "text", value: base.tags.join(", "), dir: "auto" }),
    };
    Object.keys(fields).forEach(function (name) {
      fields[name].id = "edit-" + name;
      fields[name].addEventListener("input", function () { dirty = true; });
    });
    var reading = make("output", { className: "edit-reading", id: "edit-reading" });
    var preview = make("div", { className: "edit-preview summary", id: "edit-preview", dir: "auto" });
    var read = following(fields.date, "date", function (text) { return { text: text }; }, function (answer) {
      reading.classList.toggle("edit-wrong", !answer.edtf);
      reading.textContent = answer.edtf ? answer.words + " (" + answer.edtf + ")"
        : !fields.date.value.trim() ? (event.own ? "" : "as it was read") : answer.problem + ": " + answer.hint;
    });
    // the server has made it harmless, as it does for the site itself
    var show = following(fields.summary, "preview", function (text) { return { text: text }; }, function (answer) {
      preview.innerHTML = answer.html || "";
    });

    function tags() {
      return fields.tags.value.split(",").map(function (tag) { return tag.trim(); }).filter(Boolean);
    }
    function changes() {
      var put = {}, drop = [];
      ["date", "title", "summary", "kind"].forEach(function (name) {
        var value = fields[name].value.trim();
        if (value === base[name].trim()) return;
        if (value) put[name] = fields[name].value; else drop.push(name);
      });
      if (tags().join("\n") !== base.tags.join("\n")) { if (tags().length) put.tags = tags(); else drop.push("tags"); }
      return { id: event.id || null, base: base, put: put, drop: drop, cites: cites || [] };
    }
    function save() {
      var wanted = changes();
      if (!Object.keys(wanted.put).length && !wanted.drop.length && !wanted.cites.length) { close(); return; }
      ask("save", wanted).then(function (answer) { if (answer.conflict) clash(answer.conflict); else done(answer); });
    }
    /* Somebody else has changed the same: nothing is written until one of the two is chosen. */
    function clash(now) {
      var names = Object.keys(now), box = make("div", { className: "edit-clash", id: "edit-clash" }, [
        make("p", { textContent: "This was changed by somebody else while you were writing:" }),
        make("ul", {}, names.map(function (name) { return make("li", { textContent: name + " is now: " + String(now[name]) }); })),
        button("Keep mine", function () { take(false); }), button("Take theirs", function () { take(true); }),
      ]);
      function take(theirs) {
        names.forEach(function (name) {
          base[name] = now[name];
          if (theirs) fields[name].value = name === "tags" ? now[name].join(", ") : now[name];
        });
        box.remove();
        if (!theirs) save(); else { read(); show(); }
      }
      box.setAttribute("role", "alert");
      panel.append(box);
    }

    var parts = [
      labelled("Date", fields.date, [reading]), labelled("Title", fields.title),
      labelled("Summary (Markdown)", fields.summary), preview,
      labelled("Kind", fields.kind), labelled("Tags, with commas between", fields.tags),
    ];
    if (cites) parts.push(make("blockquote", { textContent: cites[0].quote, dir: "auto" }));
    var row = make("div", { className: "edit-row" }, [button("Save", save, "edit-main")]);
    parts.push(row);
    if (event.id) {
      if (!event.judged) row.append(button("It is right", function () { ask("accept", { id: event.id }).then(done); }));
      row.append(button("Hide", function () { ask("hide", { id: event.id }).then(done); }));
      var merging = searched("Merge with", function (other) {
        ask("merge", { id: event.id, other: other.id }).then(done);
      }, event.id);
      merging.field.id = "edit-merge";
      parts.push(make("details", {}, [make("summary", { textContent: "Merge with another event" }), merging.box]));
      if (event.cited.length) parts.push(make("details", { open: true, className: "edit-cited" }, [
        make("summary", { textContent: "Cited by hand" }),
        make("ul", { className: "edit-found" }, event.cited.map(function (cite) {
          var words = cite.quote ? "“" + cite.quote + "” (" + cite.source + ")" : cite.title || cite.url;
          var out = button("Take out", function () { ask("uncite", { id: event.id, cite: cite }).then(done); }, "edit-out");
          out.setAttribute("aria-label", "Take out: " + words);
          return make("li", {}, [make("span", { textContent: words, dir: "auto" }), out]);
        })),
      ]));
      if (event.quotations.length) parts.push(make("details", {}, [
        make("summary", { textContent: "Its sources’ words" }),
      ].concat(event.quotations.map(function (quotation) { return make("blockquote", { textContent: quotation.quote, dir: "auto" }); }))));
      parts.push(make("p", { className: "edit-help", textContent: "To cite more words, open a source and select them there." }));
    }
    open(event.id ? "Edit this event" : "A new event", parts);
    panel.addEventListener("keydown", function (key) { if (key.key === "Enter" && (key.ctrlKey || key.metaKey)) save(); });
    read();
    show();
  }

  function edit(id) {
    ask("event", { id: id }).then(function (event) { if (event.error) say(event.error); else form(event); });
  }

  function create(cites) {
    form({ fields: { date: "", title: "", summary: "", kind: "event", tags: [] }, own: true, quotations: [] }, cites);
  }

  function hidden() {
    ask("hidden").then(function (answer) {
      if (answer.error) { say(answer.error); return; }
      open("Hidden events", answer.events.length ? [make("ul", { className: "edit-found" }, answer.events.map(function (one) {
        var again = button("Show again", function () { ask("show", { entry: one.entry, title: one.title }).then(done); }, "edit-out");
        again.setAttribute("aria-label", "Show again: " + one.title);
        return make("li", {}, [make("span", { textContent: one.title + " (line " + one.line + ")", dir: "auto" }), again]);
      }))] : [make("p", { textContent: "Nothing is hidden." })]);
    });
  }

  // Where editing begins -----------------------------------------------------------------------------------

  var undo = button("Undo", function () { ask("undo").then(done); }, "edit-undo");
  undo.hidden = true;
  function heard(now) {
    undo.hidden = !now.undo;
    undo.textContent = "Undo: " + now.undo;
  }
  document.addEventListener("timeline:news", function (event) { heard(event.detail); });
  if (window.timelineNews) heard(window.timelineNews);
  var page = document.querySelector("article[data-event]");
  if (page) bar.append(button("Edit", function () { edit(page.dataset.event); }, "edit-main"));
  bar.append(button("New event", function () { create(); }), button("Hidden", hidden), undo, live);
  live.hidden = true;
  document.body.append(bar);

  document.querySelectorAll("li[data-event]").forEach(function (item) {
    (item.querySelector(".event-title") || item).append(button("Edit", function () { edit(item.dataset.event); }, "edit-here"));
  });

  var card = document.getElementById("chart-card");
  if (card) new MutationObserver(function () {
    if (card.hidden || card.querySelector(".edit-here")) return;
    card.append(button("Edit", function () { edit(card.dataset.event); }, "edit-here"));
  }).observe(card, { childList: true, attributes: true, attributeFilter: ["hidden"] });

  // Citing -------------------------------------------------------------------------------------------------

  var source = document.querySelector("article[data-source]"), text = document.getElementById("document");

  /* The selected words as they stand in the document, without the numbers that lead back to events. */
  function selected() {
    var selection = window.getSelection();
    if (!text || !selection.rangeCount || selection.isCollapsed) return "";
    var range = selection.getRangeAt(0).cloneRange();
    if (!range.intersectsNode(text)) return "";
    // a paragraph chosen by three clicks ends where the next thing begins, which may be no words of the document
    if (!text.contains(range.startContainer)) range.setStart(text, 0);
    if (!text.contains(range.endContainer)) range.setEnd(text, text.childNodes.length);
    var piece = make("div", {}, [range.cloneContents()]);
    piece.querySelectorAll(".back, .gap").forEach(function (note) { note.remove(); });
    piece.querySelectorAll(".block").forEach(function (block) { block.append(" "); });
    return piece.textContent.replace(/\s+/g, " ").trim();
  }

  function cite(quote) {
    var cites = [{ source: source.dataset.source, quote: quote }];
    var search = searched("The event that these words tell of", function (event) {
      ask("save", { id: event.id, cites: cites }).then(done);
    });
    search.field.id = "edit-cite";
    open("Cite these words", [
      make("blockquote", { textContent: quote, dir: "auto" }),
      make("p", { textContent: "for an event, found by its words or date:" }), search.box,
      make("div", { className: "edit-row" }, [button("For a new event", function () { create(cites); })]),
    ]);
    search.now();
  }

  if (source && text) {
    var citing = button("Cite these words", function () { cite(citing.dataset.quote); }, "edit-main");
    citing.addEventListener("pointerdown", function (event) { event.preventDefault(); });  // keeps the selection
    citing.hidden = true;
    bar.prepend(citing);
    document.addEventListener("selectionchange", function () {
      if (panel) return;
      citing.dataset.quote = selected();
      citing.hidden = !citing.dataset.quote;
    });
  }
})();
