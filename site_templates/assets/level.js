/* Level of detail, as in level.py: which row an event stands in, and what is drawn of a lane at a zoom. Where events
   are too many to tell apart they become a counted cluster; a lane that is mostly so becomes bars of their number. */
var timelineLevel = (function () {
  "use strict";

  var m = window.timelineData ? window.timelineData.metrics : null;

  /* Rows for some events, in order of time, at `scale` pixels a day; `rows` holds a row for each. With `enough`, only until
     all rows are taken. */
  function packed(numbers, from, to, steps, scale, most, enough) {
    var rows = new Uint8Array(numbers.length), labelled = [], marked = [];
    for (var i = 0; i < numbers.length; i++) {
      var number = numbers[i], start = from[number] * scale, end = to[number] * scale, row;
      if (end - start < m.point) { start = (start + end) / 2 - m.point / 2; end = start + m.point; }
      for (row = 0; row < labelled.length && labelled[row] > start; row++);
      if (row === labelled.length && row >= most) {
        row = 0;
        for (var other = 1; other < most; other++) if (marked[other] < marked[row]) row = other;
      }
      labelled[row] = end + Math.max(m.least, m.step * steps[number]) + m.point;
      marked[row] = end;
      rows[i] = row;
      if (enough && labelled.length === most) break;
    }
    return { rows: rows, count: labelled.length };
  }

  /* What is drawn between two places. Returns the indices (in `lane.numbers`) of single events, and cells
     {from, to, inside, across}: clusters beside singles, or bars instead of them (`dense`). */
  function level(lane, from, to, origin, perPixel, first, last) {
    var narrow = [], wide = [], numbers = lane.numbers, rows = lane.rows, n, i, row;
    var cell = m.cell * perPixel, least = m.point * perPixel, overlap = m.overlap * perPixel, long = m.wide * perPixel;
    var low = Math.floor((first - long - origin) / cell) - 1, cells = Math.ceil((last + long - origin) / cell) - low + 2;
    for (i = 0; i < numbers.length; i++) {
      var a = from[numbers[i]], b = to[numbers[i]];
      if (b < first || a > last) continue;
      if (b - a > long) wide.push(i);
      else narrow.push(i);
    }
    // with twice as many as a cell can hold apart there is nothing to look for
    var all = narrow.length + wide.length, apart = Math.ceil(m.cell / (m.point - m.overlap)) + 1;
    if (all > 2 * lane.count && narrow.length - apart * lane.count * cells > m.crowded * all) return dense();
    function dense() {
      return { dense: true, singles: [], cells: bars(narrow, wide, numbers, from, to, origin, m.bar * perPixel, first, last) };
    }
    function at(i) { return Math.floor(((from[numbers[i]] + to[numbers[i]]) / 2 - origin) / cell) - low; }
    var own = new Int32Array(narrow.length), crowded = new Uint8Array(cells), ends = [], before = [];
    for (n = 0; n < narrow.length; n++) {
      i = narrow[n];
      row = rows[i];
      a = from[numbers[i]];
      b = to[numbers[i]];
      var here = own[n] = at(i), half = Math.max(least, b - a) / 2, middle = (a + b) / 2;
      if (ends[row] !== undefined && middle - half < ends[row] - overlap) { crowded[before[row]] = 1; crowded[here] = 1; }
      if (ends[row] === undefined || middle + half > ends[row]) { ends[row] = middle + half; before[row] = here; }
    }
    var reach = [], covered = 0;
    wide.forEach(function (i) {
      var row = rows[i];
      if (reach[row] !== undefined && from[numbers[i]] < reach[row] - overlap) covered += 1;
      reach[row] = Math.max(to[numbers[i]], reach[row] === undefined ? -Infinity : reach[row]);
    });
    // how many each crowded cell holds; one that would hold a single event gives it to the next, if that is crowded, too
    var held = new Uint32Array(cells), given = new Int32Array(cells), lost = 0;
    for (n = 0; n < narrow.length; n++) if (crowded[own[n]]) held[own[n]] += 1;
    for (var c = 0; c < cells; c++) {
      given[c] = c;
      if (held[c] !== 1) continue;
      held[c] = 0;
      given[c] = c > 0 && held[c - 1] ? c - 1 : held[c + 1] ? c + 1 : -1;
      if (given[c] >= 0) held[given[c]] += 1;
    }
    for (c = 0; c < cells; c++) lost += held[c];
    if (all > 2 * lane.count && lost + covered > m.crowded * all) return dense();
    var found = new Map(), singles = [];
    narrow.forEach(function (i, n) {
      var c = crowded[own[n]] ? given[own[n]] : -1;
      if (c < 0) { singles.push(i); return; }
      if (!found.has(c)) found.set(c, []);
      found.get(c).push(numbers[i]);
    });
    var clusters = Array.from(found, function (pair) {
      return { from: origin + (low + pair[0]) * cell, to: origin + (low + pair[0] + 1) * cell, inside: pair[1].length, across: 0, events: pair[1].sort(function (a, b) { return from[a] - from[b]; }) };
    });
    return { dense: false, singles: singles.concat(wide), cells: clusters };
  }

  /* How many rows each lane gets of what it needs. */
  function shares(needs) {
    var level = m.fewest, most = Math.max.apply(null, needs.concat(0));
    function sum(level) { return needs.reduce(function (all, need) { return all + Math.min(need, level); }, 0); }
    while (level < most && sum(level + 1) <= m.rows) level += 1;
    var left = m.rows - sum(level);
    return needs.map(function (need) { return Math.min(need, level) + (need > level && left-- > 0 ? 1 : 0); });
  }

  function bars(narrow, wide, numbers, from, to, origin, size, first, last) {
    var low = Math.floor((first - origin) / size), high = Math.ceil((last - origin) / size), inside = new Uint32Array(high - low + 2), across = new Int32Array(high - low + 2);
    for (var n = 0; n < narrow.length; n++) {
      var number = numbers[narrow[n]], place = Math.floor(((from[number] + to[number]) / 2 - origin) / size) - low;
      if (place >= 0 && place < inside.length) inside[place] += 1;
    }
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
