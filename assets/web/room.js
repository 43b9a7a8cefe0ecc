// The evening on a phone: a small map to walk on, whom one could walk up to, and the talk one is in.

import { make, say } from "/link.js";
import { act, lifeLines, part } from "/phone.js";

const DO = { walk: 1, go: 2, approach: 3 };
const STEP_M = 2; // an arrow key walks so far
const TAP_M = 0.8; // a tap so near to somebody means them

let plan = null; // the room: rows of letters, size of a cell, places, players
let seen = { p: [] }; // where everybody is
let shown = null; // the view last drawn
let canvas = null;

export function room(message) {
  plan = message;
  paint();
}

export function floor(message) {
  seen = message;
  paint();
}

export function roomScreen(main, view) {
  shown = view;
  if (!main.querySelector("canvas")) build(main);
  const own = view.room;
  const at = (name) => main.querySelector(`[data-part="${name}"]`);
  part(at("status"), "status", [own.clock, own.met, own.cards, view.bot, own.caption, view.lit], status);
  part(at("talk"), "talk", [own.circle ?? null, own.ballot], talk);
  part(at("life"), "life", view.life, (own) => make("details", {}, make("summary", { "data-k": "life" }, `${say("tonight")} ${own.name}`), lifeLines(own)));
  part(at("near"), "near", own.circle ? [] : own.near, near);
  part(at("places"), "places", own.circle ? [] : plan?.places ?? [], places);
  part(at("notes"), "notes", own.notes, notes);
  part(at("tally"), "tally", view.way === "each" ? null : view.tally, tally);
  paint();
}

function build(main) {
  canvas = make("canvas", { tabindex: 0, role: "img", "aria-label": say("map"), onclick: tapped });
  const section = (name, tag = "section") => make(tag, { "data-part": name });
  main.replaceChildren(
    section("status", "div"), section("talk"), canvas, section("near"), section("places"), section("life"), section("notes"), section("tally"));
}

function command(c, spot = {}) {
  return (event) => act("steer", { c, ...spot }, event?.target?.tagName === "BUTTON" ? event.target : null);
}

// -- parts ---------------------------------------------------------------------------------------------------------

function status([clock, met, cards, bot, caption, lit]) {
  return [
    lit && make("p", { class: "lit", role: "status" }, say("in_light")),
    make("p", {}, make("b", {}, clock), ` · ${met} ${say("met")} · ${cards} ${say("cards")}`),
    bot && make("p", { class: "soft" }, say("bot_on")),
    caption && make("p", { "aria-live": "polite" }, caption),
  ];
}

function talk([circle, ballot]) {
  if (!circle) return ballot ? make("p", { class: "soft" }, vote(ballot)) : [];
  const lines = circle.lines.map((line) =>
    make("p", { class: line.mine ? "mine" : "" }, !line.mine && make("b", {}, line.who), line.text));
  const box = make("div", { class: "talk", tabindex: 0, "aria-live": "polite" }, lines,
    circle.told && make("p", { class: "told" }, circle.told),
    circle.thinking && make("p", { class: "told" }, `${circle.thinking}: ${say("thinking")}`));
  requestAnimationFrame(() => (box.scrollTop = box.scrollHeight));
  return make("div", { class: "card" },
    make("h2", {}, `${say("with")} ${circle.with.join(", ")}`),
    box,
    circle.asked && make("p", { class: "asked" }, circle.asked),
    ballot && make("p", { class: "soft" }, vote(ballot)),
    circle.speaking ? make("p", { class: "soft" }, say("speaking")) : circle.choices.map(choice));
}

function vote(ballot) {
  return say(ballot.mine ? "voted" : "vote", ballot);
}

function choice(option) {
  return make("button", { type: "button", "data-k": option.key, onclick: command(option.c) },
    make("span", { class: "key", "aria-hidden": "true" }, option.key), option.label,
    option.text && make("small", {}, option.text));
}

function near(people) {
  if (!people.length) return [];
  return [make("h2", {}, say("near")), ...people.map((person) =>
    make("button", { type: "button", "data-k": `p${person.id}`, onclick: command([DO.approach, person.id, -1, -1, -1]) },
      say("walk_up", { name: person.name }),
      make("small", {}, [person.with ? say("with_others", { n: person.with + 1 }) : say("alone"), say("metres", { n: person.m })].join(", "))))];
}

function places(all) {
  const kinds = new Map(); // one button for each kind of place: the first of them
  for (const place of all) if (!kinds.has(place.kind)) kinds.set(place.kind, place);
  if (!kinds.size) return [];
  return [make("h2", {}, say("places")), make("div", { class: "row" }, [...kinds.values()].map((place) =>
    make("button", { type: "button", "data-k": `g${place.id}`, onclick: command([DO.go, place.id, -1, -1, -1]) }, say(place.kind))))];
}

function notes(pages) {
  return make("details", {}, make("summary", { "data-k": "notes" }, say("notebook")),
    pages.length ? pages.map((page) => [
      make("h3", {}, (page.name || "…") + (page.card ? ` (${say("card_held")})` : "")),
      make("ul", {}, page.facts.map((fact) => make("li", {}, fact)))]) : make("p", { class: "soft" }, say("no_notes")));
}

function tally(counts) {
  if (!counts) return [];
  return make("details", {}, make("summary", { "data-k": "tally" }, say("tally")),
    Object.entries(counts).map(([what, count]) => make("div", { class: "counter" }, say(`tally_${what}`),
      make("button", { type: "button", "data-k": `${what}-`, "aria-label": `${say(`tally_${what}`)} −1`, onclick: () => act("tally", { what, by: -1 }) }, "−"),
      make("output", {}, String(count)),
      make("button", { type: "button", "data-k": `${what}+`, "aria-label": `${say(`tally_${what}`)} +1`, onclick: () => act("tally", { what, by: 1 }) }, "+"))));
}

// -- the map -------------------------------------------------------------------------------------------------------

const FLOOR = { "#": "#7a4b3a", w: "#9fc3d6", D: "#5a8f6b", B: "#8a4f2d", t: "#b98252", p: "#4f8a55", s: "#a4586a" };

function paint() {
  if (!canvas?.isConnected || !plan?.plan?.length || !shown) return;
  const across = plan.plan[0].length, down = plan.plan.length, wide = canvas.clientWidth, ratio = devicePixelRatio || 1;
  const cell = wide / across, metre = cell / plan.cell;
  if (canvas.width !== Math.round(wide * ratio)) {
    canvas.width = Math.round(wide * ratio);
    canvas.height = Math.round(cell * down * ratio);
  }
  const c = canvas.getContext("2d");
  c.setTransform(ratio, 0, 0, ratio, 0, 0);
  c.clearRect(0, 0, wide, cell * down);
  plan.plan.forEach((row, y) => [...row].forEach((letter, x) => {
    if (!FLOOR[letter]) return;
    c.fillStyle = FLOOR[letter];
    c.fillRect(x * cell, y * cell, cell + 0.5, cell + 0.5);
  }));
  people(c, metre);
}

function people(c, metre) {
  const names = new Map([...shown.room.notes.map((page) => [page.id, page.name.split(" ")[0]]), ...plan.players]);
  const own = seen.p.find(([id]) => id === shown.avatar);
  c.font = "600 12px system-ui, sans-serif";
  c.textAlign = "center";
  for (const [id, x, y, circle, speaking] of seen.p) {
    const [px, py] = [(x / 10) * metre, (y / 10) * metre], me = id === shown.avatar;
    const mate = own && circle >= 0 && circle === own[3];
    c.beginPath();
    c.arc(px, py, me ? 7 : 5, 0, 2 * Math.PI);
    c.fillStyle = me ? "#f2a541" : mate ? "#26304a" : "#fffdf8";
    c.fill();
    c.lineWidth = me ? 3 : 1.5;
    c.strokeStyle = "#2b2436";
    c.stroke();
    if (speaking) label(c, "…", px + 9, py - 6);
    if (me || mate) label(c, me ? "▲" : names.get(id) ?? "", px, py + 18);
  }
}

function label(c, text, x, y) {
  c.lineWidth = 3;
  c.strokeStyle = "#fffdf8";
  c.strokeText(text, x, y);
  c.fillStyle = "#2b2436";
  c.fillText(text, x, y);
}

function tapped(event) {
  if (!plan?.plan?.length) return;
  const box = canvas.getBoundingClientRect(), metre = box.width / (plan.plan[0].length * plan.cell);
  const [x, y] = [(event.clientX - box.left) / metre, (event.clientY - box.top) / metre];
  const far = ([, px, py]) => Math.hypot(px / 10 - x, py / 10 - y);
  const someone = seen.p.filter(([id]) => id !== shown.avatar).sort((a, b) => far(a) - far(b))[0];
  if (someone && far(someone) < TAP_M) command([DO.approach, someone[0], -1, -1, -1])();
  else command([DO.walk, -1, -1, -1, -1], { x, y })();
}

// -- keys: figures choose, arrows walk -----------------------------------------------------------------------------

const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

export function keys(event, view) {
  const option = view.room?.circle?.choices.find((each) => each.key.toLowerCase() === event.key.toLowerCase() || (each.key === "Esc" && event.key === "Escape"));
  const way = document.activeElement === canvas && ARROWS[event.key];
  const own = seen.p.find(([id]) => id === view.avatar);
  if (option) command(option.c)();
  else if (way && own) {
    event.preventDefault();
    command([DO.walk, -1, -1, -1, -1], { x: own[1] / 10 + way[0] * STEP_M, y: own[2] / 10 + way[1] * STEP_M })();
  }
}
