// Leaving quickly: Shift three times within two seconds does what the "Leave quickly" link does.
// The link works without this file; here we add the keys, clear the screen at once, so that nothing
// is left to read while a slow network answers, and take this page out of the browser's history.

const TIMES = 3;
const WITHIN_MS = 2000;
let presses = [];
let left = false;

function leave(event) {
  event?.preventDefault();
  left = true;
  document.title = "\u200b";
  document.body.hidden = true;
  document.body.replaceChildren();
  location.replace("/leave");
}

document.getElementById("leave")?.addEventListener("click", leave);

// Writing capitals must never throw anybody out: any other key between, a key held down,
// or Shift together with Alt, Ctrl or Meta starts the count again.
addEventListener("keydown", (event) => {
  if (event.repeat) return;
  if (event.key !== "Shift" || event.altKey || event.ctrlKey || event.metaKey) presses = [];
  else presses = [...presses, event.timeStamp].slice(-TIMES);
  if (presses.length === TIMES && presses[2] - presses[0] <= WITHIN_MS) leave();
}, true);

// Back may bring the emptied page out of the browser's memory: ask the server, which no longer knows us.
addEventListener("pageshow", (event) => event.persisted && left && location.reload());
