// Whether this device reaches the laptop, and how long the way there and back takes.

import { Link, words, say } from "./link.js";

const TRIES = 5;
const PATIENCE_MS = 5000;
const by = (id) => document.getElementById(id);

async function roundTrip() {
  const began = performance.now();
  const answer = await fetch(`/qr.svg?${began}`, { cache: "no-store", signal: AbortSignal.timeout(PATIENCE_MS) });
  await answer.text();
  return performance.now() - began;
}

// The middle one of a few: the first has to find its way, and one may meet a busy moment.
async function measure() {
  const taken = [];
  for (let n = 0; n < TRIES; n += 1) taken.push(await roundTrip());
  return taken.sort((a, b) => a - b)[Math.floor(TRIES / 2)];
}

function tell(good, text) {
  by("result").className = good ? "good" : "bad";
  by("result").textContent = text;
  by("again").hidden = false;
}

async function check() {
  by("again").hidden = true;
  by("result").className = "";
  by("result").textContent = say("checking");
  try {
    tell(true, say("check_ok", { ms: Math.max(1, Math.round(await measure())) }));
  } catch {
    tell(false, say("check_bad"));
  }
}

function hear(message) {
  if (message.t !== "hi") return;
  const first = !words.check;
  Object.assign(words, message.words);
  by("title").textContent = document.title = say("check");
  by("again").textContent = say("check_again");
  if (first) check();
}

// Pages travel on one way and the evening on another: a line that stays shut counts as no answer, too.
function changed(line) {
  if (line === "lost" && words.check) tell(false, say("check_bad"));
  else if (line === "open" && words.check) check();
}

by("again").addEventListener("click", check);
new Link(() => ({ role: "wall" }), hear, changed);
