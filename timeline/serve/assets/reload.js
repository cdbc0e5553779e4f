/* While a site is served: the page reloads when there is a newer one, and what is wrong is shown over it. */
(function () {
  "use strict";

  var version = Number(document.currentScript.dataset.version), news = null;

  function make(tag, name, words) {
    var element = document.createElement(tag);
    if (name) element.className = name;
    if (words !== undefined) element.textContent = words;
    return element;
  }

  function shownAt(id, name, words) {
    var old = document.getElementById(id);
    if (old) old.remove();
    if (!words) return null;
    var box = make("section", "serve-words " + name);
    box.id = id;
    document.body.append(box);
    return box;
  }

  function trouble(words) {
    var box = shownAt("serve-trouble", "serve-trouble", words);
    if (!box) return;
    box.setAttribute("role", "alert");
    var close = make("button", "", "Close");
    close.type = "button";
    close.addEventListener("click", function () { box.remove(); });
    box.append(make("h2", "", "This is the last good site"), make("pre", "", words), close);
  }

  function remarks(words) {
    var box = shownAt("serve-remarks", "serve-remarks", words);
    if (!box) return;
    var more = make("details", ""), count = words.split("\n").filter(function (line) { return line[0] !== " "; }).length;
    more.append(make("summary", "", count === 1 ? "1 problem" : count + " problems"), make("pre", "", words));
    box.append(more);
  }

  function told(event) {
    var now = JSON.parse(event.data);
    if (now.version !== version) {
      // what is being written is not thrown away: the page is renewed when the editor is closed
      if (window.timelineEditor && window.timelineEditor.busy()) window.timelineEditor.renew = true;
      else { location.reload(); return; }
    }
    trouble(now.trouble);
    remarks(now.remarks);
    window.timelineNews = now;  // for a script that comes after the first of them
    document.dispatchEvent(new CustomEvent("timeline:news", { detail: now }));
  }

  // a page that nobody sees holds no connection: a browser has few for one server
  function listen() {
    if (document.hidden && news) { news.close(); news = null; }
    if (!document.hidden && !news) {
      news = new EventSource("/-/news");
      news.onmessage = told;
    }
  }

  document.addEventListener("visibilitychange", listen);
  window.addEventListener("pagehide", function () { if (news) news.close(); news = null; });
  window.addEventListener("pageshow", listen);
  listen();
})();
