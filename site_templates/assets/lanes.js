/* The lanes of the timeline: which events stand in each, and in which row. Lanes in which the filters leave nothing are left out,
   so that what was found stands together. */
var timelineLanes = (function () {
  "use strict";

  var store = window.timelineStore;
  if (!store) return null;
  var data = store.data, m = data.metrics, columns = store.columns;
  var KINDS = { event: 0, plan: 1, background: 2, statistic: 3 }, APART = { background: true, statistic: true };

  /* The events of each of some lanes, in the `order` of time, all and those that are `wanted` (a byte for each event; null: all). */
  function filed(lanes, order, choice) {
    var apart = {}, own = [], found = lanes.map(function () { return { numbers: [], total: 0 }; });
    lanes.forEach(function (lane, at) { if (lane.apart) apart[lane.apart] = at; else own[lane.facet + 2] = at; });
    var byKind = choice.grouping === "kind", facet = columns.facets[choice.grouping], kinds = data.looks.map(function (look) { return look.kind; });
    var shown = kinds.map(function (kind) { return choice.kinds.has(kind); });
    function put(lane, number) {
      if (lane === undefined) return;
      found[lane].total += 1;
      if (!choice.wanted || choice.wanted[number] === 1) found[lane].numbers.push(number);
    }
    for (var i = 0; i < order.length; i++) {
      var number = order[i], look = columns.look[number], kind = kinds[look];
      if (!shown[look]) continue;
      if (APART[kind] || byKind) { put(APART[kind] ? apart[kind] : own[KINDS[kind] + 2], number); continue; }
      var placed = false, first = facet.offsets[number], last = facet.offsets[number + 1];
      for (var v = first; v < last; v++) {
        var at = own[facet.values[v] + 2];
        if (at !== undefined) { put(at, number); placed = true; }
      }
      if (!placed) put(own[last > first ? 1 : 0], number);
    }
    return found;
  }

  /* The lanes of what is chosen ({grouping, kinds, wanted}): {number, lane, top, numbers, rows, count, total}; and how high they are in all. */
  return function (order, from, to, choice) {
    var way = data.groupings.find(function (item) { return item.key === choice.grouping; });
    var open = way.lanes.filter(function (lane) { return !lane.apart || choice.kinds.has(lane.apart); });
    var found = filed(open, order, choice), perDay = m.width / (data.fit[1] - data.fit[0]), top = 0;
    function packed(numbers, most, enough) { return timelineLevel.packed(numbers, from, to, columns.steps, perDay, most, enough); }
    var shares = timelineLevel.shares(found.map(function (own) { return packed(own.numbers, m.in_lane, true).count; }));
    var lanes = open.map(function (lane, at) {
      var own = found[at];
      if (!own.numbers.length) return null;
      var rows = packed(own.numbers, shares[at]);
      var here = { number: at, lane: lane, top: top, numbers: own.numbers, rows: rows.rows, count: rows.count, total: own.total };
      top += m.header + m.row * rows.count + m.gap;
      return here;
    }).filter(Boolean);
    return { lanes: lanes, height: top };
  };
})();
