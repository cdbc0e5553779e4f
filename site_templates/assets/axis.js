/* The time axis: day numbers (0 is 1970-01-01) without a first or last year, the places they have where long empty
   stretches are folded away (scale.py), and the ticks people count in. */
var timelineAxis = (function () {
  "use strict";

  var YEAR = 365.2425, MONTH = YEAR / 12;
  var data = window.timelineData || {};
  var MONTHS = data.months || ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

  // Howard Hinnant's days_from_civil and civil_from_days; years are astronomical, 0 is 1 BC.
  function dayNumber(year, month, day) {
    var y = month <= 2 ? year - 1 : year;
    var era = Math.floor(y / 400), ofEra = y - era * 400;
    var ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
    return era * 146097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719468;
  }

  function civil(number) {
    var n = Math.floor(number) + 719468, era = Math.floor(n / 146097), day = n - era * 146097;
    var year = Math.floor((day - Math.floor(day / 1460) + Math.floor(day / 36524) - Math.floor(day / 146096)) / 365);
    var left = day - (365 * year + Math.floor(year / 4) - Math.floor(year / 100));
    var shifted = Math.floor((5 * left + 2) / 153);
    var month = shifted < 10 ? shifted + 3 : shifted - 9;
    return { year: year + era * 400 + (month <= 2 ? 1 : 0), month: month, day: left - Math.floor((153 * shifted + 2) / 5) + 1 };
  }

  function grouped(number) {
    return number > 9999 ? counted(number) : String(number);
  }

  function yearWords(year) {
    if (year > 999) return grouped(year);
    if (year > 0) return "AD " + year;
    var before = 1 - year;
    if (before < 100000) return grouped(before) + " BC";
    if (before >= 1e9) return Number((before / 1e9).toPrecision(4)) + " bn years ago";
    if (before >= 1e6) return Number((before / 1e6).toPrecision(4)) + " m years ago";
    return grouped(before) + " years ago";
  }

  function roundUp(wanted) {
    for (var size = 1; ; size *= 10) {
      for (var part of [1, 2, 5]) if (wanted <= part * size) return part * size;
    }
  }

  function dayTicks(start, end, step) {
    var found = [], at = civil(start), year = at.year, month = at.month;
    for (;;) {
      for (var day = 1; day <= (step > 1 ? 31 - step / 2 : 31); day += step) {
        var number = dayNumber(year, month, day);
        if (number > end) return found;
        if (number >= start && civil(number).month === month) found.push({ at: number, text: day + " " + MONTHS[month - 1], year: year });
      }
      month += 1;
      if (month > 12) { month = 1; year += 1; }
    }
  }

  function monthTicks(start, end, step) {
    var found = [], at = civil(start), year = at.year, month = at.month - (at.month - 1) % step;
    for (;;) {
      var number = dayNumber(year, month, 1);
      if (number > end) return found;
      if (number >= start) found.push({ at: number, text: MONTHS[month - 1], year: year });
      month += step;
      if (month > 12) { month -= 12; year += 1; }
    }
  }

  function yearTicks(start, end, step) {
    var found = [], first = Math.floor(civil(start).year / step) * step, last = civil(end).year;
    for (var year = first; year <= last; year += step) {
      // before Christ, round steps count back from 1 BC: 500 BC is the year -499
      var shown = step > 1 && year < 0 ? year + 1 : year, number = dayNumber(shown, 1, 1);
      if (number >= start && number <= end) found.push({ at: number, text: yearWords(shown), year: null });
    }
    return found;
  }

  /* Ticks from day `start` to `end`, about `wanted` days apart. `from` is where the view begins: the first tick in
     it, and the first of each year, say the year on a second line. */
  function ticks(start, end, wanted, from) {
    var found;
    if (wanted <= 11) found = dayTicks(start, end, [1, 2, 5, 10, 15].find(function (step) { return wanted <= step; }));
    else if (wanted <= 6 * MONTH) found = monthTicks(start, end, [1, 3, 6].find(function (step) { return wanted <= step * MONTH; }));
    else found = yearTicks(start, end, roundUp(wanted / YEAR));
    var last = null, begun = false;
    return found.map(function (tick) {
      var first = !begun && tick.at >= from;
      if (first) begun = true;
      var said = tick.year !== null && (first || tick.year !== last) ? tick.text + "<br>" + yearWords(tick.year) : tick.text;
      last = tick.year;
      return { at: tick.at, text: said };
    });
  }

  /* The scale with some folds, each `width` days wide: `place` of a day on the axis, and `day` at a place. */
  function scale(folds, width) {
    function place(day) {
      var moved = 0;
      for (var i = folds.length - 1; i >= 0; i--) {
        var start = folds[i][0], end = folds[i][1];
        if (day >= end) break;
        if (day > start) return start + moved + end - start - width + (day - start) / (end - start) * width;
        moved += end - start - width;
      }
      return day + moved;
    }
    function day(at) {
      var moved = 0;
      for (var i = folds.length - 1; i >= 0; i--) {
        var start = folds[i][0], end = folds[i][1];
        if (at >= end + moved) break;
        var low = end + moved - width;
        if (at > low) return start + (at - low) / width * (end - start);
        moved += end - start - width;
      }
      return at - moved;
    }
    return { place: place, day: day, folds: folds };
  }

  /* How long some days are, in words. */
  function length(days) {
    var years = days / YEAR, sizes = [[1e9, "billion years"], [1e6, "million years"]];
    for (var size of sizes) if (years >= size[0]) return (years < 10 * size[0] ? Number((years / size[0]).toPrecision(2)) : counted(Math.round(years / size[0]))) + " " + size[1];
    if (years >= 2) return counted(years < 10000 ? Math.round(years) : Number(years.toPrecision(2))) + " years";
    if (days >= 2 * MONTH) return Math.round(days / MONTH) + " months";
    return Math.round(days) + " days";
  }

  /* The first day and the day after the last of "1999", "1999-05", "1999-05-17", "44 BC" or "-0043"; null for others. */
  function extent(text) {
    var said = /^\s*(-?\d{1,12})(?:-(\d{1,2})(?:-(\d{1,2}))?)?\s*(bce?|ad|ce)?\s*$/i.exec(text);
    if (!said) return null;
    var year = Number(said[1]), month = Number(said[2] || 0), day = Number(said[3] || 0);
    if (said[4] && /^b/i.test(said[4])) year = 1 - year;
    if (month > 12 || day > 31) return null;
    if (day) { var number = dayNumber(year, month, day); return [number, number + 1]; }
    if (month) return [dayNumber(year, month, 1), month === 12 ? dayNumber(year + 1, 1, 1) : dayNumber(year, month + 1, 1)];
    return [dayNumber(year, 1, 1), dayNumber(year + 1, 1, 1)];
  }

  /* A number of events, as the page's own words have it. */
  function counted(number) { return String(number).replace(/\B(?=(\d{3})+$)/g, ","); }

  return { ticks: ticks, civil: civil, dayNumber: dayNumber, yearWords: yearWords, scale: scale, length: length, extent: extent, counted: counted };
})();
