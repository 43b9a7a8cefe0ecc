// The wall: what everybody sees on the projector. It shows and never asks for anything.

import { Link, kept, make, say, words } from "./link.js";
import { wifiWay } from "./wall_door.js";
import { PAGES, handSign, pauseSign } from "./wall_pages.js";
import { bare, by, fetchQr, id, morph, put } from "./wall_parts.js";
import { Room } from "./wall_room.js";

let wifi = null; // how to get into it: told to walls on the laptop, and where the console was let in
let invited = ""; // what the code of the way in says
const LONGEST_ADDRESS = "255.255.255.255:65535".length;
const minutes = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;

function frame(state) {
  document.body.dataset.phase = id(state.phase);
  put("title", state.title);
  document.title = state.title;
  put("phase", say(`phase_${id(state.phase)}`));
  put("heads", say("heads", { n: state.heads.length }));
  const over = state.left <= 0;
  put("left", over ? say("over") : say("left", { m: minutes(state.left) }));
  by("left").classList.toggle("over", over);
  put("url", bare(state.url));
  by("url").classList.toggle("long", bare(state.url).length > LONGEST_ADDRESS);
  put("code", state.code);
  put("code-is", say("code_is"));
  put("locked", say("door_closed"));
  by("locked").hidden = !state.locked;
  if (invited !== `${state.url} ${state.code}`) fetchQr();
  invited = `${state.url} ${state.code}`;
  put("large-url", state.url);
  put("large-code-is", say("code_is"));
  put("large-code", state.code);
  by("join").setAttribute("aria-label", `${say("qr_large")}: ${state.url}, ${say("code_is")} ${state.code}`);
}

function stopped(how) {
  const banner = by("stop");
  if (banner.dataset.how === how) return;
  banner.dataset.how = how;
  banner.className = `stop ${how}`;
  banner.replaceChildren(...(how ? [how === "frozen" ? handSign() : pauseSign(),
    make("span", {}, make("b", {}, say(how)), say(`${how === "stuck" ? how : "paused"}_long`))] : []));
  banner.hidden = !how;
}

const MOST_LETTERS = 230; // of what is said in the spotlight: more would not fit

// The last lines, as many as there is room for.
function lastLines(lines) {
  const letters = (from) => lines.slice(from).reduce((sum, line) => sum + line.text.length, 0);
  return lines.filter((_, n) => n === lines.length - 1 || letters(n) <= MOST_LETTERS);
}

function spoken(light) {
  const lines = lastLines(light?.lines ?? []).map((line) => make("li", {}, make("b", {}, line.who), line.text));
  const panel = light && make("div", { class: `spoken ${room.freeSide()}` },
    make("p", { class: "who" }, light.names.join(" · ")), make("ol", { "aria-live": "off" }, lines));
  morph(by("light"), make("div", { id: "light" }, panel));
}

function showWifi() {
  const way = make("section", { id: "large-wifi", class: "way", hidden: !wifi }, wifi ? wifiWay(wifi) : []);
  morph(by("large-wifi"), way);
  put("large-way", say("way_in"));
  by("large-way").hidden = !wifi;
}

let last = null;
function show(state) {
  last = state;
  frame(state);
  showWifi();
  stopped(state.stuck ? "stuck" : state.stopped);
  const inside = state.phase === "evening";
  by("room").hidden = !inside;
  room.light = inside ? state.light : null;
  spoken(room.light);
  const page = make("section", { id: "page", class: "page" }, PAGES[id(state.phase)](state, wifi));
  const step = (state.reveal ?? state.debrief)?.step ?? "";
  page.dataset.key = `${state.phase} ${step}`;
  page.style.zoom = by("page").style.zoom;
  morph(by("page"), page);
  fitPage(`${page.dataset.key} ${state.stopped} ${innerWidth}x${innerHeight}`);
}

// What does not fit is made a little smaller until it does, and large again when something else is shown.
let fitted = "";
function fitPage(what) {
  const page = by("page");
  if (what !== fitted) page.style.zoom = 1;
  fitted = what;
  for (let n = 0; n < 9 && page.scrollHeight > page.clientHeight + 2; n += 1) page.style.zoom *= 0.94;
}

// When the laptop closes the workshop, the next one is waited for.
function waitForNext() {
  const again = setInterval(async () => {
    const there = await fetch("/wall").catch(() => null);
    if (!there?.ok) return;
    clearInterval(again);
    location.reload();
  }, 3000);
}

function toggleLarge() {
  const large = by("large");
  if (large.open) large.close();
  else large.showModal();
}

const room = new Room(by("floor"));

function hear(message) {
  if (message.t === "hi") {
    Object.assign(words, message.words);
    put("close", say("close"));
    by("floor").setAttribute("aria-label", say("map"));
  } else if (message.t === "wall") show(message);
  else if (message.t === "wifi") {
    wifi = message.wifi;
    if (last) show(last);
  }
  else if (message.t === "room") room.furnish(message);
  else if (message.t === "floor") room.move(message);
  else if (message.t === "bye") {
    by("lost").hidden = false;
    put("lost", say("ended"));
    waitForNext();
  }
}

function changed(line) {
  put("lost", say("lost"));
  by("lost").hidden = line === "open" || !words.lost;
}

function paint(now) {
  if (!by("room").hidden) room.draw(now);
  requestAnimationFrame(paint);
}

by("join").addEventListener("click", toggleLarge);
by("close").addEventListener("click", toggleLarge);
by("large").addEventListener("click", (event) => event.target === event.currentTarget && toggleLarge());
document.addEventListener("keydown", (event) => {
  if (event.key.toLowerCase() !== "q" || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  toggleLarge();
});
requestAnimationFrame(paint);
new Link(() => ({ role: "wall", token: kept("console") }), hear, changed);
