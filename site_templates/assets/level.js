/* Level of detail, as in level.py: which row an event stands in, and what is drawn of a lane at a zoom. Where events
   are too many to tell apart they become a counted cluster; a lane that is mostly so becomes bars of their number. */
var timelineLevel = (function () {
  "use strict";

  var m = window.timelineData ? window.timelineData.metrics : null;

  /* Rows for some events, in order of time, at `scale` pixels a day; `rows` holds a row for each. */
  function packed(numbers, from, to, letters, scale, most) {
    var rows = new Uint8Array(numbers.length), labelled = [], marked = [];
    for (var i = 0; i < numbers.length; i++) {
      var number = numbers[i], start = from[number] * scale, end = to[number] * scale, row;
      if (end - start < m.point) { start = (start + end) / 2 - m.point / 2; end = start + m.point; }
      for (row = 0; row < labelled.length && labelled[row] > start; row++);
      if (row === labelled.length && row >= most) {
        row = 0;
        for (var other = 1; other < most; other++) if (marked[other] < marked[row]) row = other;
      }
      labelled[row] = end + Math.max(m.least, m.letter * Math.min(m.longest, letters[number])) + m.point;
      marked[row] = end;
      rows[i] = row;
    }
    return { rows: rows, count: labelled.length };
  }

  /* What is drawn between two places. Returns the indices (in `lane.numbers`) of single events, and cells
     {from, to, inside, across}: clusters beside singles, or bars instead of them (`dense`). */
  function level(lane, from, to, origin, perPixel, first, last) {
    var narrow = [], wide = [], numbers = lane.numbers, rows = lane.rows;
    var cell = m.cell * perPixel, least = m.point * perPixel, overlap = m.overlap * perPixel;
    function middle(i) { return (from[numbers[i]] + to[numbers[i]]) / 2; }
    function at(i, size) { return Math.floor((middle(i) - origin) / size); }
    for (var i = 0; i < numbers.length; i++) {
      var a = from[numbers[i]], b = to[numbers[i]];
      if (b < first || a > last) continue;
      if (b - a > m.wide * perPixel) wide.push(i);
      else narrow.push(i);
    }
    var crowded = new Set(), ends = [], cells = [], covered = 0;
    narrow.forEach(function (i) {
      var half = Math.max(least, to[numbers[i]] - from[numbers[i]]) / 2, here = middle(i), own = at(i, cell), row = rows[i];
      if (ends[row] !== undefined && here - half < ends[row] - overlap) { crowded.add(cells[row]); crowded.add(own); }
      if (ends[row] === undefined || here + half > ends[row]) { ends[row] = here + half; cells[row] = own; }
    });
    var reach = [];
    wide.forEach(function (i) {
      var row = rows[i];
      if (reach[row] !== undefined && from[numbers[i]] < reach[row] - overlap) covered += 1;
      reach[row] = Math.max(to[numbers[i]], reach[row] === undefined ? -Infinity : reach[row]);
    });
    var found = new Map(), lost = 0;
    if (crowded.size) narrow.forEach(function (i) {
      var own = at(i, cell);
      if (!crowded.has(own)) return;
      if (!found.has(own)) found.set(own, []);
      found.get(own).push(i);
    });
    Array.from(found.keys()).sort(function (a, b) { return a - b; }).forEach(function (own) {
      var held = found.get(own);
      if (held.length > 1) return;
      found.delete(own);
      var near = [own - 1, own + 1].find(function (other) { return found.has(other); });
      if (near !== undefined) found.get(near).push(held[0]);
    });
    found.forEach(function (held) { lost += held.length; });
    var all = narrow.length + wide.length;
    if (all > 2 * lane.count && lost + covered > m.crowded * all) {
      return { dense: true, singles: [], cells: bars(narrow, wide, numbers, from, to, at, origin, m.bar * perPixel, first, last) };
    }
    var gone = new Set();
    var clusters = Array.from(found, function (pair) {
      pair[1].forEach(function (i) { gone.add(i); });
      return { from: origin + pair[0] * cell, to: origin + (pair[0] + 1) * cell, inside: pair[1].length, across: 0, events: pair[1].map(function (i) { return numbers[i]; }).sort(function (a, b) { return from[a] - from[b]; }) };
    });
    return { dense: false, singles: narrow.filter(function (i) { return !gone.has(i); }).concat(wide), cells: clusters };
  }

  /* How many rows each lane gets of what it needs. */
  function shares(needs) {
    var level = m.fewest, most = Math.max.apply(null, needs.concat(0));
    function sum(level) { return needs.reduce(function (all, need) { return all + Math.min(need, level); }, 0); }
    while (level < most && sum(level + 1) <= m.rows) level += 1;
    var left = m.rows - sum(level);
    return needs.map(function (need) { return Math.min(need, level) + (need > level && left-- > 0 ? 1 : 0); });
  }

  function bars(narrow, wide, numbers, from, to, at, origin, size, first, last) {
    var low = Math.floor((first - origin) / size), high = Math.ceil((last - origin) / size), inside = new Uint32Array(high - low + 2), across = new Int32Array(high - low + 2);
    narrow.forEach(function (i) { var slot = at(i, size) - low; if (slot >= 0 && slot < inside.length) inside[slot] += 1; });
    wide.forEach(function (i) {
      var a = Math.floor((Math.max(from[numbers[i]], first) - origin) / size) - low, b = Math.ceil((Math.min(to[numbers[i]], last) - origin) / size) - low;
      across[Math.max(0, a)] += 1;
      across[Math.max(a + 1, b)] -= 1;
    });
    var found = [], now = 0;
    for (var slot = 0; slot < inside.length; slot++) {
      now += across[slot];
      if (inside[slot] || now) found.push({ from: origin + (low + slot) * size, to: origin + (low + slot + 1) * size, inside: inside[slot], across: now });
    }
    return found;
  }

  return { packed: packed, level: level, shares: shares };
})();
