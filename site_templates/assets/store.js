/* The data: loaded when wanted, by script elements, which work from file://. The columns (dates, looks, facets) of all
   events come first and whole; titles, cards and the index of words come in parts. Files call timelineLoad(). */
var timelineStore = (function () {
  "use strict";

  var data = window.timelineData;
  if (!data) return null;
  var root = new URL("..", document.currentScript.src), version = "?v=" + data.version;
  var parts = new Map(), waiting = new Map();

  window.timelineLoad = function (kind, number, value) {
    parts.set(kind + number, value);
    if (waiting.has(kind + number)) waiting.get(kind + number).done();
  };

  /* A part of the data, as a promise; a file that cannot be had gives null. */
  function load(kind, number) {
    var key = kind + number, asked = waiting.get(key);
    if (asked) return asked.promise;
    asked = {};
    asked.promise = new Promise(function (done) {
      asked.done = function () { done(parts.get(key)); };
      if (parts.has(key)) { asked.done(); return; }
      var script = document.createElement("script");
      script.src = new URL("data/" + kind + "-" + number + ".js" + version, root).href;
      script.onerror = function () { waiting.delete(key); script.remove(); done(null); };
      script.onload = function () { script.remove(); };
      document.head.append(script);
    });
    waiting.set(key, asked);
    return asked.promise;
  }

  // Columns ----------------------------------------------------------------------------------------------

  var total = data.total;
  var columns = { start: new Float64Array(total), end: new Float64Array(total), look: new Uint16Array(total), steps: new Uint8Array(total), rivals: new Map(), facets: {} };

  var digits = new Uint8Array(128);
  Array.from("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_").forEach(function (letter, value) { digits[letter.charCodeAt(0)] = value; });

  /* The numbers of a text (fives.py), put into an array from a place on; returns where they end. */
  function read(text, into, place) {
    for (var at = 0, value = 0, unit = 1; at < text.length; at++) {
      var digit = digits[text.charCodeAt(at)];
      value += (digit & 31) * unit;
      if (digit > 31) { unit *= 32; continue; }
      into[place++] = value;
      value = 0;
      unit = 1;
    }
    return place;
  }

  function numbers(text, each) { all(text).forEach(each); }

  function all(text) {
    var found = new Float64Array(text.length);
    return found.subarray(0, read(text, found, 0));
  }

  function signed(value) { return value % 2 ? -(value + 1) / 2 : value / 2; }

  function decode(loaded) {
    var first = 0, last = 0;
    loaded.forEach(function (part) {
      if (!part) return;
      var n = read(part.start, columns.start, first), start = columns.start, end = columns.end;
      read(part.length, end, first);
      read(part.look, columns.look, first);
      read(part.steps, columns.steps, first);
      for (var e = first; e < n; e++) { start[e] = last += signed(start[e]); end[e] += start[e]; }
      var rivals = all(part.rivals), at = 0;
      for (var m = first; rivals.length && m < n; m++) {
        if (!data.looks[columns.look[m]].rivals) continue;
        for (var own = [], left = rivals[at++]; left; left--, at += 2) {
          var start = columns.start[m] + signed(rivals[at]);
          own.push([start, start + rivals[at + 1]]);
        }
        columns.rivals.set(m, own);
      }
      first = n;
    });
  }

  /* Each event's values of a facet: those of event n are `values` from `offsets[n]` to `offsets[n + 1]`; `most` is the
     highest. Read when they are first asked for: the timeline draws by one facet, and only filters want all. */
  function facet(key) {
    var read = [], offsets = new Uint32Array(total + 1), at = 0, length = 0, most = -1;
    for (var part = 0; part < data.columns; part++) if (parts.get("columns" + part)) read.push(all(parts.get("columns" + part)[key]));
    var values = new Uint32Array(read.reduce(function (sum, own) { return sum + own.length; }, 0));
    read.forEach(function (own) {
      for (var n = 0; n < own.length; offsets[++at] = length) {
        for (var left = own[n++]; left; left--) {
          var value = values[length++] = own[n++];
          if (value > most) most = value;
        }
      }
    });
    return { offsets: offsets, values: values.subarray(0, length), most: most };
  }

  data.facets.forEach(function (key) {
    var kept;
    Object.defineProperty(columns.facets, key, { enumerable: true, get: function () { return kept || (kept = facet(key)); } });
  });

  var ready = Promise.all(Array.from({ length: data.columns }, function (_, number) { return load("columns", number); })).then(decode);

  function look(number) { return data.looks[columns.look[number]]; }

  // Words of events --------------------------------------------------------------------------------------

  /* The titles that are seen first stand in the still: they come with the page. What has no language there is in the page's. */
  var opening = new Map();
  Array.from(document.querySelectorAll("#chart-still a[data-number]"), function (mark) {
    var name = decodeURIComponent(mark.getAttribute("href").split("/").pop()).slice(0, -5), label = mark.querySelector("title").textContent, cut = label.indexOf(": ");
    opening.set(Number(mark.dataset.number), [mark.dataset.event || name, name, label.slice(cut + 2), label.slice(0, cut), mark.getAttribute("lang") || document.body.lang]);
  });

  function partOf(kind, number) {
    var firsts = data[kind], low = 0, high = firsts.length - 1;
    while (low < high) {
      var middle = (low + high + 1) >> 1;
      if (firsts[middle] <= number) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  function row(kind, number) {
    var part = partOf(kind, number), rows = parts.get(kind + part);
    return rows ? rows[number - data[kind][part]] : null;
  }

  /* Loads what `kind` ("titles", "cards") says of some events. */
  function want(kind, numbers) {
    var missing = new Set();
    numbers.forEach(function (number) { if (kind !== "titles" || !opening.has(number)) missing.add(partOf(kind, number)); });
    return Promise.all(Array.from(missing, function (part) { return load(kind, part); }));
  }

  /* An event's id, path, title and date, or null while they are not there. */
  function title(number) {
    var found = opening.get(number) || row("titles", number);
    return found && { id: found[0], path: "events/" + (found[1] || found[0]) + ".html", title: found[2], date: found[3], language: found[4] };
  }

  /* All that is known of an event, or null while it is not there. */
  function event(number) {
    var name = title(number), card = row("cards", number);
    if (!name || !card) return null;
    var own = look(number);
    return Object.assign({ number: number, start: columns.start[number], end: columns.end[number], sources: [], tags: [], rivals: columns.rivals.get(number) }, own, name, card, { rivals: columns.rivals.get(number) || [] });
  }

  function events(numbers) {
    return Promise.all([want("titles", numbers), want("cards", numbers)]).then(function () { return numbers.map(event).filter(Boolean); });
  }

  // The index --------------------------------------------------------------------------------------------

  var word = new RegExp("[" + data.singles + "]|(?:(?![" + data.singles + "])[\\p{L}\\p{N}])+", "gu");

  function folded(text) {
    var bare = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
    return /^[\x00-\x7f]*$/.test(bare) ? bare : Array.from(bare, function (letter) { return data.letters[letter] || letter; }).join("");
  }

  function words(text) {
    return (folded(text).match(word) || []).map(function (one) { return Array.from(one).slice(0, data.longest_word).join(""); });
  }

  /* The shards that may hold words that begin so (or are so, if `whole`). */
  function shards(prefix, whole) {
    var last = whole ? prefix : prefix + "\uffff";
    return data.terms.map(function (first, number) { return number; }).filter(function (number) {
      return data.terms[number] <= last && (number + 1 === data.terms.length || data.terms[number + 1] >= prefix);
    });
  }

  function entry(found, each) {
    [].concat(found).forEach(function (text) { var last = 0; numbers(text, function (step) { each(last += step); }); });
  }

  /* The number that a name has ("#e:ID", "#tag:NAME"), or -1. */
  function number(name) {
    return Promise.all(shards(name, true).map(function (part) { return load("terms", part); })).then(function (loaded) {
      var found = -1;
      loaded.forEach(function (shard) {
        if (shard && Object.prototype.hasOwnProperty.call(shard, name)) entry(shard[name], function (value) { found = value; });
      });
      return found;
    });
  }

  /* Calls with where each word of a text begins and ends, as it is written. */
  var written = new RegExp("[" + data.singles + "]|(?:(?![" + data.singles + "])[\\p{L}\\p{N}\\p{M}])+", "gu");
  function tokens(text, each) {
    for (var one of text.matchAll(written)) each(one.index, one.index + one[0].length);
  }

  /* Which of the words of a text an event has, or words that begin so: `masks` has a bit for each of `words`, `full` all of them; null for a text
     without words. `took` says how long that was, loading apart. */
  var MOST_WORDS = 30;
  function search(text) {
    var wanted = Array.from(new Set(words(text))).slice(0, MOST_WORDS);
    if (!wanted.length) return Promise.resolve(null);
    var needed = new Set();
    wanted.forEach(function (prefix) { shards(prefix).forEach(function (part) { needed.add(part); }); });
    return Promise.all(Array.from(needed, function (part) { return load("terms", part); })).then(function () {
      var began = performance.now(), masks = new (wanted.length > 8 ? Uint32Array : Uint8Array)(total);
      wanted.forEach(function (prefix, at) {
        var bit = 1 << at;
        shards(prefix).forEach(function (part) {
          var shard = parts.get("terms" + part) || {};
          for (var key in shard) {
            if (key.startsWith(prefix)) entry(shard[key], function (value) { masks[value] |= bit; });
          }
        });
      });
      return { words: wanted, masks: masks, full: 2 ** wanted.length - 1, took: performance.now() - began };
    });
  }

  /* The address of a site path, from any page. */
  function address(path) {
    var cut = path.indexOf("#"), file = cut < 0 ? path : path.slice(0, cut), fragment = cut < 0 ? "" : path.slice(cut);
    return new URL(file.split("/").map(encodeURIComponent).join("/"), root).href + fragment;
  }

  /* What is told in the site's language or in another, on a page whose own words are English: templates mark it, and
     what scripts write is marked here. */
  function told(element, language) {
    if (language || document.body.lang) element.lang = language || document.documentElement.lang;
    return element;
  }

  /* A date in words, which may be all English on any site. */
  function dated(element, words) {
    var said = words.match(/\p{L}+/gu), own = data.own_words;
    return own && !(said && said.every(function (one) { return own.includes(one.toLowerCase()); })) ? told(element) : element;
  }

  return {
    told: told, dated: dated, data: data, total: total, columns: columns, ready: ready, want: want, title: title,
    event: event, events: events, number: number, search: search, tokens: tokens, folded: folded, address: address,
  };
})();
