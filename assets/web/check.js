// Whether this device reaches the laptop, how long the way there and back takes, and where phones are sent.

import { Link, make, words, say } from "./link.js";

const TRIES = 5;
const PATIENCE_MS = 5000;
const AGAIN_MS = 3000; // on the laptop, between two looks at whether others have got through
const REASONS = ["wifi", "isolation", "data", "vpn", "firewall"]; // the likeliest first
const by = (id) => document.getElementById(id);

// One way there and back; what the laptop says of it.
async function ask() {
  const answer = await fetch("/check.json", { cache: "no-store", signal: AbortSignal.timeout(PATIENCE_MS) });
  return answer.json();
}

// The middle one of a few: the first has to find its way, and one may meet a busy moment.
async function measure() {
  const taken = [];
  let told = null;
  for (let n = 0; n < TRIES; n += 1) {
    const began = performance.now();
    told = await ask();
    taken.push(performance.now() - began);
  }
  return { ...told, ms: Math.max(1, Math.round(taken.sort((a, b) => a - b)[Math.floor(TRIES / 2)])) };
}

function tell(how, text) {
  by("result").className = how;
  if (by("result").textContent !== text) by("result").textContent = text; // what is the same is not read aloud again
  by("again").hidden = false;
}

// Where else to look: the address phones are told, when this page has not come from there.
function send(address, why, code) {
  by("told").hidden = !address;
  by("told-why").textContent = why;
  by("told-link").href = by("told-link").textContent = address && `${address}/check`;
  by("told-code").hidden = !code;
  if (code && by("told-code").dataset.of !== address) {
    by("told-code").dataset.of = address;
    by("told-code").src = `/check.svg?${encodeURIComponent(address)}`;
  }
}

function reasons(shown) {
  by("why").hidden = !shown;
  if (!by("reasons").children.length) {
    by("reasons").replaceChildren(...REASONS.map((why) => make("li", {}, say(`check_why_${why}`))));
  }
}

// The laptop reaches itself whatever the network is like: what counts is who else has got through.
function onTheLaptop({ told, met, unreachable }) {
  if (unreachable) {
    send("", "", false);
    tell("bad", say(unreachable));
    reasons(true);
    return;
  }
  send(told, say("check_here"), true);
  tell(met ? "good" : "", say(met === 1 ? "check_met_one" : met ? "check_met" : "check_met_none", { n: met }));
  reasons(true);
}

function elsewhere({ told, ms }) {
  const same = new URL(told).host === location.host;
  send(same ? "" : told, say("check_elsewhere"), false);
  tell("good", say("check_ok", { ms }));
  reasons(false);
}

function lost() {
  tell("bad", say("check_bad"));
  reasons(true);
}

async function check() {
  by("again").hidden = true;
  by("result").className = "";
  by("result").textContent = say("checking");
  try {
    const answer = await measure();
    if (answer.here) onTheLaptop(answer);
    else elsewhere(answer);
  } catch {
    lost();
  }
}

async function lookAgain() {
  const answer = await ask().catch(() => null);
  if (answer?.here && !by("again").hidden) onTheLaptop(answer);
}

function hear(message) {
  if (message.t !== "hi") return;
  const first = !words.check;
  Object.assign(words, message.words);
  by("title").textContent = document.title = say("check");
  by("again").textContent = say("check_again");
  by("why-head").textContent = say("check_why");
  if (!first) return;
  check();
  setInterval(lookAgain, AGAIN_MS);
}

// Pages travel on one way and the evening on another: a line that stays shut counts as no answer, too.
function changed(line) {
  if (line === "lost" && words.check) lost();
  else if (line === "open" && words.check) check();
}

by("again").addEventListener("click", check);
new Link(() => ({ role: "wall" }), hear, changed);
