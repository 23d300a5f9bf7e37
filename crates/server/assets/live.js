// A conversation that is live: what the other writes appears by itself, what one writes leaves
// without loading the page again, and each message says truthfully whether it has been sent.
// The page is made on the server alone: this script asks for the next lines of the list and puts
// them in. Without it the form and the page do everything, only not by themselves.

const thread = document.getElementById("thread");
const id = thread.dataset.id;
const outbox = document.getElementById("outbox");
const composer = document.getElementById("composer");
const field = composer.elements.body;
const number = composer.elements.client_id;
const note = document.getElementById("composer-note");
const below = document.getElementById("new-below");
const heard = document.getElementById("heard");
const end = document.getElementById("end");
const title = document.title;
/** Messages not yet known to be on the server's disk, in the order in which they were written. */
const waiting = [];
let last = Number(thread.dataset.last);
let [sending, pulling, more] = [false, false, false];
let later = 0;

const atEnd = () => end.getBoundingClientRect().bottom <= window.innerHeight + 160;
const toEnd = () => end.scrollIntoView();

/** Asks for what came after the last message shown, until there is nothing more. */
async function pull() {
  // A page nobody looks at shows nothing: what is fetched counts as read.
  if (document.hidden) {
    document.title = `• ${title}`;
    return;
  }
  more = true;
  if (pulling) return;
  pulling = true;
  try {
    while (more) {
      more = false; // a call while this one is under way sets it again
      const answer = await fetch(`/messages/${id}/since?after=${last}`);
      if (answer.redirected) return void (note.textContent = note.dataset.signedOut);
      if (!answer.ok) throw new Error(String(answer.status));
      const until = Number(answer.headers.get("x-last-seq"));
      const count = show(await answer.text());
      more ||= count === 50; // a full page: there may be more
      last = Math.max(last, until);
    }
  } catch {
    soon();
  } finally {
    pulling = false;
  }
}

/** Puts the server's lines in, once each, takes one's own out of those that wait, and counts. */
function show(html) {
  const piece = document.createElement("template");
  piece.innerHTML = html;
  const count = piece.content.querySelectorAll(".msg").length;
  const stay = atEnd();
  let [others, own] = ["", false];
  for (const line of [...piece.content.children]) {
    if (line.id && document.getElementById(line.id)) continue;
    thread.append(line);
    const client = line.dataset.client;
    own ||= Boolean(client);
    if (client) outbox.querySelector(`[data-client="${client}"]`)?.remove();
    else if (line.id) others += `${line.querySelector(".msg-author").textContent}: ${line.querySelector(".words").textContent}\n`;
  }
  if (!own && !others) return count;
  outbox.hidden = outbox.children.length === 0;
  document.getElementById("nothing-yet")?.remove();
  document.title = title;
  if (others) heard.textContent = others;
  if (stay || own) toEnd();
  else below.hidden = false;
  return count;
}

/** A new number for the next message; `randomUUID` is missing on plain http addresses. */
function fresh() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 15) | 64;
  bytes[8] = (bytes[8] & 63) | 128;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

function mark(message, state) {
  message.line.classList.toggle("waiting", state === "waiting");
  message.line.classList.toggle("unsent", state === "unsent");
  for (const word of message.line.querySelectorAll("[data-mark]")) word.hidden = word.dataset.mark !== state;
  message.line.querySelector("button").hidden = state !== "unsent";
}

function write() {
  const body = field.value.trim();
  if (!body) return;
  const line = document.getElementById("mine").content.cloneNode(true).firstElementChild;
  const message = { client_id: number.value, body, line };
  line.dataset.client = message.client_id;
  line.querySelector(".words").textContent = body;
  line.querySelector("button").addEventListener("click", flush);
  outbox.append(line);
  outbox.hidden = false;
  waiting.push(message);
  field.value = "";
  number.value = fresh();
  // draft.js hears that the words have gone.
  field.dispatchEvent(new Event("input", { bubbles: true }));
  toEnd();
  flush();
}

/** Sends what waits, one after the other; what fails keeps its place and its number. */
async function flush() {
  if (sending) return;
  sending = true;
  try {
    while (waiting.length > 0) {
      const message = waiting[0];
      mark(message, "waiting");
      const problem = await send(message);
      if (problem !== null) {
        for (const each of waiting) mark(each, "unsent");
        note.textContent = problem;
        return;
      }
      waiting.shift();
      mark(message, "sent");
      note.textContent = "";
      pull();
    }
  } finally {
    sending = false;
  }
}

/** `null` when the message is on the server's disk, else what to tell its writer. */
async function send({ client_id, body }) {
  let answer;
  try {
    answer = await fetch(`/api/v1/conversations/${id}/messages?with=${thread.dataset.with}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ client_id, body }),
      signal: AbortSignal.timeout(20000),
    });
  } catch {
    soon();
    return note.dataset.offline;
  }
  if (answer.ok) return null;
  if (answer.status === 401) return note.dataset.signedOut;
  if (answer.status >= 500 || answer.status === 429) soon();
  const problem = await answer.json().catch(() => ({}));
  // Its writer is told who is there now; only if they try again is it meant for them.
  if (problem.errors?.[0]?.code === "others-here") await look();
  return problem.errors?.[0]?.message ?? problem.detail ?? note.dataset.offline;
}

/** Asks who takes part now. */
async function look() {
  const answer = await fetch(`/messages/${id}/since?after=${last}`).catch(() => null);
  thread.dataset.with = answer?.headers.get("x-with") ?? thread.dataset.with;
}

/** Tries once more in a while, with the same numbers. */
function soon() {
  clearTimeout(later);
  later = setTimeout(() => { pull(); flush(); }, 4000);
}

// Listening. The browser connects again by itself; each time it does, whatever was missed is fetched.

function listen(pause) {
  const source = new EventSource(`/api/v1/events?conversation=${id}`);
  source.addEventListener("ready", () => { pause = 2000; pull(); flush(); });
  source.addEventListener("message", (event) => { if (JSON.parse(event.data).seq > last) pull(); });
  source.addEventListener("error", () => {
    if (source.readyState !== EventSource.CLOSED) return;
    pull();
    setTimeout(() => listen(Math.min(pause * 2, 60000)), pause);
  });
}

function begin() {
  // Caught on its way down: for draft.js a form that was submitted is done with, and this one is not.
  composer.addEventListener("submit", (event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    write();
  }, { capture: true });
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); write(); }
  });
  below.addEventListener("click", (event) => { event.preventDefault(); below.hidden = true; toEnd(); });
  window.addEventListener("scroll", () => { if (atEnd()) below.hidden = true; }, { passive: true });
  window.addEventListener("online", () => { pull(); flush(); });
  window.addEventListener("beforeunload", (event) => { if (waiting.length > 0) event.preventDefault(); });
  document.addEventListener("visibilitychange", () => document.hidden || pull());
  if (!location.hash) toEnd();
  listen(2000);
}

// A page of older messages stays as it is.
if (thread.dataset.newest === "true" && "EventSource" in window) begin();
