// What the console is made with: parts of the page, what is said to the facilitator, and what is asked back.

const SAID_MS = 8000;
export const by = (id) => document.getElementById(id);

export function put(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

// Builds the children anew, but only when what they are made from has changed.
export function rebuild(element, from, build) {
  const seen = JSON.stringify(from);
  if (element.dataset.from === seen) return;
  element.dataset.from = seen;
  element.replaceChildren(...build());
}

export function clock(seconds) {
  const whole = Math.abs(Math.round(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

let hush = 0;
export function tell(text) {
  clearTimeout(hush);
  put(by("said"), text);
  hush = setTimeout(() => put(by("said"), ""), SAID_MS);
}

// Asks back; resolves to whether the answer was yes.
export function sure(text) {
  const ask = by("ask");
  put(by("ask-text"), text);
  ask.returnValue = "";
  ask.showModal();
  return new Promise((answer) => {
    ask.addEventListener("close", () => answer(ask.returnValue === "yes"), { once: true });
  });
}
