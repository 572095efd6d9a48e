/**
 * Reads a dropped file in the browser, hashes it there and opens the answer for the hash (R22): the file never leaves
 * the machine. Without scripts the hash can be typed into the same box.
 */
export const DROP_SCRIPT = `'use strict';
(function () {
  var zone = document.getElementById('tha-tep');
  if (zone === null || !window.crypto || !window.crypto.subtle) return;
  var input = zone.querySelector('input');
  var status = zone.querySelector('output');
  function say(text) { status.textContent = text; }
  async function check(file) {
    if (!file) return;
    say(zone.dataset.reading);
    try {
      var digest = await window.crypto.subtle.digest('SHA-256', await file.arrayBuffer());
      var hash = Array.from(new Uint8Array(digest), function (byte) { return byte.toString(16).padStart(2, '0'); }).join('');
      var language = new URLSearchParams(location.search).get('lang');
      location.assign('/kiem-tra?so=' + hash + (language === 'en' ? '&lang=en' : ''));
    } catch (error) {
      say(zone.dataset.failed);
    }
  }
  input.addEventListener('change', function () { check(input.files[0]); });
  ['dragenter', 'dragover'].forEach(function (name) {
    zone.addEventListener(name, function (event) { event.preventDefault(); zone.classList.add('over'); });
  });
  zone.addEventListener('dragleave', function () { zone.classList.remove('over'); });
  zone.addEventListener('drop', function (event) {
    event.preventDefault();
    zone.classList.remove('over');
    check(event.dataTransfer.files[0]);
  });
  zone.hidden = false;
})();
`;
