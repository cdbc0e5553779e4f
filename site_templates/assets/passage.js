/* On a source's page: the passage that the address names is marked, wherever it is cut by another. */
(function () {
  "use strict";

  function mark() {
    var name = decodeURIComponent(location.hash.slice(1));
    document.querySelectorAll(".passage").forEach(function (piece) {
      piece.classList.toggle("here", name !== "" && piece.dataset.passages.split(" ").includes(name));
    });
  }

  window.addEventListener("hashchange", mark);
  mark();
})();
