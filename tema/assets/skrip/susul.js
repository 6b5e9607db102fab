/* Comes last: what was tapped before the scripts came is answered now, each once and in its order. What the browser did by
   itself at once (links, folds, fields) is not done again. */
(function () {
  "use strict";
  var early = self.TUNGGU || [], done = [];
  self.onclick = self.onscroll = null;
  early.forEach(function (target) {
    var option = target.closest && target.closest(".pilihan > li");
    var button = option ? option.querySelector("button") : target.closest && target.closest("button[type=button]");
    if (!button || !button.isConnected || done.indexOf(button) >= 0) return;
    done.push(button);
    button.click();
  });
  document.documentElement.classList.add("siap");
})();
