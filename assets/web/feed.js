// The weeks on a phone: the hour and the day's minutes, what people wrote, and what could be done about it.

import { make, say } from "/link.js";
import { act, look, part } from "/phone.js";

const EVERYBODY = 0; // opened in the place of a person
const REST = ["waiting", "everybody", "timeline", "people"]; // what is on the page while nobody is opened

let opened = -1; // whom the phone has opened, -1 nobody
let called = ""; // …and their name
let came = ""; // what was touched to get there: it has the focus again afterwards
let page = null;

export function feedScreen(main, { hour, pages, deeds }) {
  page = main;
  if (!main.childElementCount) build(main);
  const at = (name) => main.querySelector(`[data-part="${name}"]`);
  const known = deeds ?? { waiting: [], people: [] };
  if (opened >= 0 && known.looks === opened && !known.open) close();
  const open = opened < 0 ? null : { ...(known.looks === opened ? known.open : {}), id: opened, name: called };
  part(at("hour"), "hour", hour ?? null, status);
  part(at("caption"), "caption", known.caption ?? "", (caption) => caption && make("p", {}, caption));
  part(at("vote"), "vote", known.ballot ?? null, (ballot) => ballot && make("p", { class: "soft" }, say(ballot.mine ? "voted" : "vote", ballot)));
  part(at("open"), "open", open, about);
  for (const name of REST) at(name).hidden = Boolean(open); // as it was when one comes back to it
  if (open) return;
  part(at("waiting"), "waiting", known.waiting, waiting);
  part(at("everybody"), "everybody", hour?.over ?? true, everybody);
  part(at("timeline"), "timeline", pages.flatMap((page) => page.items).reverse(), timeline);
  part(at("people"), "people", known.people, people);
}

function build(main) {
  opened = -1;
  look(-1);
  const section = (name, more = {}) => make("section", { "data-part": name, ...more });
  main.replaceChildren(
    section("hour", { class: "hour" }), section("caption", { class: "caption", "aria-live": "polite" }), section("vote"),
    section("open"), ...REST.map((name) => section(name)));
}

// The line was lost: the laptop no longer knows whom this phone has open.
export function again() {
  if (page?.isConnected && opened >= 0) look(opened);
}

// -- parts ---------------------------------------------------------------------------------------------------------

function status(hour) {
  if (!hour) return [];
  const change = hour.new ? ` (${hour.new > 0 ? "+" : "−"}${Math.abs(hour.new)})` : "";
  return [
    make("p", {}, make("b", {}, say("feed_day", hour))),
    make("p", {}, make("span", {}, `${say("feed_followers", { n: hour.followers })}${change}`),
      make("span", {}, say("feed_left", { n: hour.left }))),
    hour.over && make("p", {}, say("feed_over")),
    hour.bot && make("p", {}, say("bot_on")),
  ];
}

function about(person) {
  if (!person) return [];
  const back = make("button", { type: "button", class: "back", "data-k": "back", onclick: close }, say("feed_back"));
  const heading = make("h2", { tabindex: -1, "data-k": "open" }, person.name);
  if (!person.choices) return [heading, make("p", { class: "soft" }, "…"), back];
  return [
    heading,
    person.facts.map((fact) => make("p", { class: "soft" }, fact)),
    person.said && make("p", { class: "asked" }, person.said),
    person.choices.length ? person.choices.map(choice) : make("p", { class: "soft" }, say("feed_nothing")),
    back];
}

function waiting(those) {
  if (!those.length) return [];
  return [make("h2", {}, say("feed_waiting")), those.map((person) =>
    turn(person, "w", [make("b", {}, person.name), make("small", {}, person.said)]))];
}

function everybody(over) {
  return over ? [] : turn({ id: EVERYBODY, name: say("feed_public") }, "e", say("feed_public"));
}

function timeline(items) {
  return [
    make("h2", {}, say("your_news")),
    items.length ? null : make("p", { class: "soft" }, say("feed_quiet")),
    items.map((item) => make("article", { class: `entry ${item.who === 0 ? "mine" : item.kind}` },
      make("p", { class: "soft" }, item.who >= 0 && make("b", {}, item.who === 0 ? say("feed_you") : item.name), ` ${item.when}`),
      make("p", {}, item.text),
      item.who === 0 && item.kind === "post" && make("p", { class: "soft" }, say("feed_shown", item)),
      item.who > 0 && turn({ id: item.who, name: item.name }, `t${item.when}-`, say("feed_turn", item)))),
  ];
}

function people(all) {
  if (!all.length) return [];
  return make("details", {}, make("summary", { "data-k": "people" }, say("feed_people")),
    all.map((person) => turn(person, "k", person.name)));
}

// A button that opens somebody; `where` it stands tells it from others that open the same person.
function turn(person, where, text) {
  const key = `${where}${person.id}`;
  return make("button", { type: "button", class: "turn", "data-k": key, onclick: () => open(person, key) }, text);
}

function choice(option) {
  return make("button", { type: "button", "data-k": `c${option.key}`, "data-key": option.key, class: option.group, onclick: (event) => choose(option, event.currentTarget) },
    make("span", { class: "key", "aria-hidden": "true" }, option.key), option.label,
    option.text && make("small", {}, option.text),
    option.min > 0 && make("small", { class: "minutes" }, say("feed_minutes", { n: option.min })));
}

// -- moving about --------------------------------------------------------------------------------------------------

function open(person, key) {
  [opened, called, came] = [person.id, person.name, key];
  look(opened);
  redraw();
  scrollTo(0, 0);
  page.querySelector("[data-k=open]")?.focus();
}

function close() {
  opened = -1;
  look(-1);
  redraw();
  (page.querySelector(`[data-k="${CSS.escape(came)}"]`) ?? page).focus();
}

async function choose(option, button) {
  if (await act("steer", { c: option.c }, button)) {
    if (opened >= 0) close();
    scrollTo(0, 0);
  }
}

const redraw = () => dispatchEvent(new Event("redraw"));

// -- keys: what stands on a button that can be seen, and Escape back to the feed -----------------------------------

export function keys(event) {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  if (event.key === "Escape" && opened >= 0) return close();
  [...page.querySelectorAll("button[data-key]")].find((button) => button.dataset.key.toLowerCase() === event.key.toLowerCase())?.click();
}
