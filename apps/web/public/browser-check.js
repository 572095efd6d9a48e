/* global window, document */
/* Runs in any browser, so it is written in ECMAScript 5. Chrome 109 and Firefox 115 have all three. */
(function () {
  var modern =
    typeof Array.prototype.findLast === 'function' &&
    typeof window.MathMLElement !== 'undefined' &&
    !!(window.CSS && window.CSS.supports && window.CSS.supports('container-type', 'inline-size'));
  if (modern) return;
  document.documentElement.setAttribute('data-unsupported', 'true');
  function show() {
    var page = document.getElementById('unsupported');
    if (page) page.removeAttribute('hidden');
  }
  if (document.addEventListener) document.addEventListener('DOMContentLoaded', show);
  else window.attachEvent('onload', show);
})();
