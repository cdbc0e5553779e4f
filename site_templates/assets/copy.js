/* On an event's page: copy the prepared entry. Without this script it can be marked and copied as any text. */
(function () {
  "use strict";

  var button = document.getElementById("copy"), entry = document.getElementById("entry");
  if (!button || !entry) return;
  button.hidden = false;

  function select() {
    var range = document.createRange();
    range.selectNodeContents(entry);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
  }

  function say(words) { button.textContent = words; }

  button.addEventListener("click", function () {
    // the clipboard is closed to pages in some places; what is marked can then be copied by hand
    select();
    if (!navigator.clipboard) { say(document.execCommand("copy") ? "Copied" : "Marked: copy it"); return; }
    navigator.clipboard.writeText(entry.textContent).then(
      function () { say("Copied"); },
      function () { say("Marked: copy it"); });
  });
})();
