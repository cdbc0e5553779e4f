/* Light, dark, or as the system prefers. Runs before anything is painted, so that no page flashes in the other
   colours. The choice is kept in this browser; from the disk too, where the browser allows it. */
(function () {
  "use strict";

  var KEY = "timeline-scheme", root = document.documentElement;

  function kept() {
    try { return localStorage.getItem(KEY); } catch (refused) { return null; }
  }

  function keep(choice) {
    try {
      if (choice) localStorage.setItem(KEY, choice);
      else localStorage.removeItem(KEY);
    } catch (refused) { /* then it holds for this page */ }
  }

  function wear(choice) {
    if (choice === "dark" || choice === "light") root.dataset.scheme = choice;
    else delete root.dataset.scheme;
    tell();
  }

  function tell() { document.dispatchEvent(new CustomEvent("timeline:scheme")); }

  function show(form, choice) {
    var option = form.querySelector('input[value="' + (choice === "dark" || choice === "light" ? choice : "") + '"]');
    if (option) option.checked = true;
  }

  wear(kept());

  document.addEventListener("DOMContentLoaded", function () {
    var form = document.getElementById("scheme");
    if (!form) return;
    form.hidden = false;
    show(form, kept());
    form.addEventListener("change", function (event) { keep(event.target.value); wear(event.target.value); });
    window.addEventListener("storage", function (event) {
      if (event.key === KEY) { wear(event.newValue); show(form, event.newValue); }
    });
  });

  // a page that the browser kept may be older than the choice
  window.addEventListener("pageshow", function (event) {
    if (!event.persisted) return;
    wear(kept());
    if (document.getElementById("scheme")) show(document.getElementById("scheme"), kept());
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", tell);
})();
