/* In somebody else's page: tell it how high the timeline is, whenever that changes. follow.js listens there. */
(function () {
  "use strict";

  if (window.parent === window) return;

  function tell() {
    var height = Math.ceil(document.body.getBoundingClientRect().height);
    // to whom is not known, and nothing is told but a number
    window.parent.postMessage({ type: "timeline:height", height: height }, "*");
  }

  new ResizeObserver(tell).observe(document.body);
  tell();
})();
