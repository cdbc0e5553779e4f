/* For pages that embed a timeline: its frame is made as high as the timeline says it is. */
(function () {
  "use strict";

  window.addEventListener("message", function (message) {
    var said = message.data;
    if (!said || said.type !== "timeline:height" || !(said.height > 0 && said.height < 100000)) return;
    document.querySelectorAll("iframe").forEach(function (frame) {
      if (frame.contentWindow === message.source) frame.style.height = Math.ceil(said.height) + "px";
    });
  });
})();
