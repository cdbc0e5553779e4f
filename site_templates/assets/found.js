/* What was found, as a list: by years, or, where no event has all the words that were searched for, those that have the most first. */
var timelineFound = (function () {
  "use strict";

  var store = window.timelineStore, found = document.getElementById("found"), more = document.getElementById("found-more"), fewer = document.getElementById("found-fewer");
  if (!store || !found) return null;
  var PAGE = 60;  // events that are listed at once
  var ENOUGH = 0.6;  // of the best: what has less of the words is no answer
  var FEW = 12;  // events; where more are found, nobody needs to be told what fewer words would find
  var make = timelineSaid.make, linked = timelineSaid.linked;

  /* How an answer of the search is to be read: `holds` says which events are found by it. All words, if any event has them; else those that
     have most of them, a word counting the more the rarer it is. `missing` names the words that an event lacks. */
  function read(answer) {
    var words = answer.words, masks = answer.masks, full = answer.full, weights = null, scores = new Map(), best = 0;
    var single = words.map(function () { return 0; });  // events that lack but this word
    var whole = masks.includes(full);
    if (!whole) {
      weights = words.map(function (word, bit) {
        var many = 0;
        for (var n = 0; n < masks.length; n++) many += masks[n] >> bit & 1;
        return many ? Math.log(1 + masks.length / many) : 0;
      });
      masks.forEach(function (mask) { if (!scores.has(mask)) scores.set(mask, score(mask)); });
      scores.forEach(function (value) { best = Math.max(best, value); });
    }
    function score(mask) { return weights.reduce(function (sum, weight, bit) { return mask >> bit & 1 ? sum + weight : sum; }, 0); }
    return {
      words: words, whole: whole, single: single, took: answer.took, best: best,
      holds: whole ? function (n) { return masks[n] === full; } : function (n) { return best > 0 && scores.get(masks[n]) >= ENOUGH * best; },
      /* An event that nothing but the words keeps out. */
      near: function (n) {
        var lacks = full & ~masks[n];
        if ((lacks & (lacks - 1)) === 0) single[31 - Math.clz32(lacks)] += 1;
      },
      missing: function (n) { return words.filter(function (word, bit) { return !(masks[n] >> bit & 1); }); },
      rank: function (a, b) { return scores.get(masks[b]) - scores.get(masks[a]) || masks[a] - masks[b] || a - b; },
    };
  }

  function named(words) { return words.map(function (word) { return "“" + word + "”"; }).join(", "); }

  /* One event, much as parts.html writes it, with who says so in which words. */
  function item(event, words) {
    var entry = make("li", "event kind-" + event.kind), date = make("p", "event-date"), time = make("time", "date" + (event.doubt ? " date-doubtful" : ""));
    var body = make("div", "event-body"), title = make("h4", "event-title"), facts = make("p", "event-facts"), hits = new Set();
    timelineSaid.mark(time, event.date, words, hits);
    store.dated(time, event.date);
    entry.dataset.event = event.id;
    date.append(time);
    var link = linked("", event.path, event.language);
    title.append(timelineSaid.mark(link, event.title, words, hits));
    function fact(name, words) { facts.append(make("span", "fact " + name, words)); }
    if (event.kind !== "event") fact("fact-" + event.kind, { plan: "Planned", background: "Background", statistic: "Figure" }[event.kind]);
    if (event.rivals.length) fact("fact-rivals", "Sources disagree on the date");
    if (event.figures) fact("fact-rivals", "Sources disagree on a number");
    if (event.origin === "edited") fact("fact-added", "Added by hand");
    else if (event.by_hand) fact("fact-dated", "Dated by hand");
    var line = timelineSaid.said(event, words, hits);
    event.tags.forEach(function (tag) { facts.append(linked(tag[0], tag[1])); facts.lastChild.className = "tag"; });
    body.append(title);
    if (line) body.append(line);
    if (event.summary && words.some(function (word) { return !hits.has(word); })) {
      var before = hits.size, summary = timelineSaid.mark(store.told(make("p", "said")), event.summary, words, hits);
      if (hits.size > before) body.append(summary);
    }
    if (facts.childNodes.length) body.append(facts);
    entry.append(date, body);
    return { entry: entry, hits: hits, facts: facts };
  }

  var LACKING = "Without ", ELSEWHERE = "Said elsewhere on their pages";

  /* The heading above an event: its year, unless it is found by less than all words, or by words that are not shown here. */
  function headed(event, made, answer, few) {
    var lacks = answer && !answer.whole ? answer.missing(event.number) : [];
    var elsewhere = answer ? answer.words.filter(function (word) { return !made.hits.has(word) && !lacks.includes(word); }) : [];
    if (elsewhere.length) {
      made.facts.append(make("span", "fact", named(elsewhere) + " on its page"));
      made.entry.lastChild.append(made.facts);
    }
    if (lacks.length) return LACKING + named(lacks);
    return elsewhere.length && few ? ELSEWHERE : timelineAxis.yearWords(timelineAxis.civil(event.start).year);
  }

  /* More of some events, which are numbers; `answer` is what read() made of the search, if words were searched for. `current` says
     whether they are still wanted once they have come. Of few, those come last of which the words that were found are not shown. */
  function show(results, answer, current) {
    var shown = found.querySelectorAll(".event").length, few = results.length <= PAGE, next = results.slice(shown, shown + PAGE), words = answer ? answer.words : [];
    return store.events(next).then(function (events) {
      if (!current()) return;
      var all = events.map(function (event) {
        var made = item(event, words);
        return { entry: made.entry, heading: headed(event, made, answer, few) };
      });
      var last = all.filter(function (one) { return one.heading === ELSEWHERE; });
      all.filter(function (one) { return one.heading !== ELSEWHERE; }).concat(last).forEach(function (one) { put(one.entry, one.heading); });
      var left = results.length - shown - events.length;
      more.hidden = left <= 0;
      more.textContent = "Show " + Math.min(left, PAGE) + " more of " + timelineAxis.counted(left);
    });
  }

  function put(entry, heading) {
    var last = found.lastElementChild;
    if (!last || last.dataset.name !== heading) {
      last = make("section", "period" + (heading.startsWith(LACKING) || heading === ELSEWHERE ? " period-apart" : ""));
      last.dataset.name = heading;
      last.append(make("h3", "period-name", heading), make("ol", "events"));
      found.append(last);
    }
    last.lastElementChild.append(entry);
  }

  /* What fewer words would find besides, as buttons; `drop` is told which word to leave out. */
  function offer(results, answer, drop) {
    var ways = answer && answer.whole && answer.words.length > 1 && results.length <= FEW ? answer.words.filter(function (word, bit) { return answer.single[bit]; }) : [];
    fewer.hidden = !ways.length;
    fewer.replaceChildren.apply(fewer, ways.map(function (word) {
      var button = make("button", "", "Without “" + word + "”: " + timelineAxis.counted(answer.single[answer.words.indexOf(word)]) + " more");
      button.type = "button";
      button.addEventListener("click", function () { drop(word); });
      return button;
    }));
  }

  return { read: read, show: show, offer: offer, named: named, clear: function () { found.replaceChildren(); fewer.hidden = true; } };
})();
