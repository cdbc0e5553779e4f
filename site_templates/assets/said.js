/* Who gave an event its date, and in which words: as the cards and what was searched for tell it. Words that were searched for are marked. */
var timelineSaid = (function () {
  "use strict";

  var store = window.timelineStore;
  if (!store) return null;

  function make(tag, name, words) {
    var element = document.createElement(tag);
    if (name) element.className = name;
    if (words !== undefined) { element.textContent = words; element.dir = "auto"; }
    return element;
  }

  /* Puts a text into an element, with what begins with one of some folded words marked; adds to `hits` which of them did. */
  function mark(onto, text, words, hits) {
    var last = 0;
    if (words.length) store.tokens(text, function (start, end) {
      var token = store.folded(text.slice(start, end)), found = words.filter(function (word) { return token.startsWith(word); });
      if (!found.length) return;
      found.forEach(function (word) { hits.add(word); });
      onto.append(text.slice(last, start), make("mark", "hit", text.slice(start, end)));
      last = end;
    });
    onto.append(text.slice(last));
    return onto;
  }

  function linked(words, path, language) {
    var element = store.told(make("a", "", words), language);
    element.href = store.address(path);
    return element;
  }

  /* The words that are quoted, those that give the date apart. */
  function quoted(event, words, hits) {
    var quote = store.told(make("q", "words"), event.quote_language), cut = event.dated ? event.quote.indexOf(event.dated) : -1;
    quote.dir = "auto";
    if (cut < 0) return mark(quote, event.quote, words, hits);
    mark(quote, event.quote.slice(0, cut), words, hits);
    quote.append(mark(make("mark", "expression"), event.dated, words, hits));
    return mark(quote, event.quote.slice(cut + event.dated.length), words, hits);
  }

  /* Who tells of it, when that was written, and the words; null for what nobody is quoted of. */
  function said(event, words, hits) {
    if (!event.quote || !event.sources.length) return null;
    var line = make("p", "said"), first = event.sources[0], others = event.sources.length - 1 + (event.more || 0), who = linked(first[0], first[1], first[3]);
    who.title = first[2];
    line.append((event.by || "Dated by") + " ", who, event.written ? ", written " + event.written : "", ": ", quoted(event, words || [], hits || new Set()));
    if (others) line.append(", and " + others + " more");
    return line;
  }

  return { make: make, mark: mark, linked: linked, said: said };
})();
