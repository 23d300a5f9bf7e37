// Keeps what somebody types on the server while they type it, so that a closed browser, an empty
// battery or an ended session loses nothing. Works on every `form[data-draft]` with a hidden field
// `draft` that names its place. Without this file each page is still saved when it is sent.
//
// Nothing is put back here: the server fills the form from its draft when the page is opened again.
// Passphrases are never kept. What happens is said quietly in `[data-draft-said]`, in the words
// that the form carries: data-kept, data-failed, data-signed-out.

const PAUSE_MS = 1200;
const AGAIN_MS = 8000;

// The fields as the browser would send them, without any passphrase.
function text(form) {
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    const field = form.elements.namedItem(name);
    if (typeof value === "string" && field?.type !== "password") fields.append(name, value);
  }
  return fields.toString();
}

function keep(form) {
  const said = form.querySelector("[data-draft-said]");
  let timer = 0;
  let last = text(form);      // what the server has already
  let stopped = false;    // the form was sent, or nobody is signed in any more
  let busy = null;

  function say(words) {
    if (said && said.textContent !== words) said.textContent = words ?? "";
  }

  function later(ms) {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(send, ms);
  }

  async function send() {
    const now = text(form);
    if (stopped || busy || now === last) return;
    busy = new AbortController();
    try {
      // A redirect means that the session has ended: the server has put the words aside.
      const reply = await fetch("/drafts", {
        method: "POST", body: new URLSearchParams(now), redirect: "manual", signal: busy.signal,
      });
      if (reply.type === "opaqueredirect") {
        stopped = true;
        say(form.dataset.signedOut);
      } else if (reply.ok) {
        last = now;
        say(form.dataset.kept);
      } else {
        say(form.dataset.failed);
        if (reply.status >= 500) later(AGAIN_MS);
      }
    } catch {
      if (!stopped) {
        say(form.dataset.failed);
        later(AGAIN_MS);
      }
    } finally {
      busy = null;
      if (!stopped && text(form) !== now) later(PAUSE_MS);
    }
  }

  // Leaving the page with words not kept yet: the browser sends them even as it closes.
  function leave() {
    const now = text(form);
    if (stopped || now === last) return;
    if (navigator.sendBeacon("/drafts", new URLSearchParams(now))) last = now;
  }

  form.addEventListener("input", () => { say(""); later(PAUSE_MS); });
  form.addEventListener("change", () => later(PAUSE_MS));
  form.addEventListener("submit", () => {
    stopped = true;
    clearTimeout(timer);
    busy?.abort();
  });
  addEventListener("pagehide", leave);
  addEventListener("visibilitychange", () => document.visibilityState === "hidden" && leave());
  // Back to this page from the browser's memory: the form can be typed in and sent again.
  addEventListener("pageshow", (event) => { if (event.persisted) stopped = false; });
  addEventListener("online", () => later(0));
}

for (const form of document.querySelectorAll("form[data-draft]")) keep(form);
