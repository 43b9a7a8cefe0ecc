// A phone: one seat in the workshop. Everything it shows comes from the laptop; it keeps only the seat's secret.

import { Link, keep, kept, make, say, words } from "/link.js";
import { floor, keys, room, roomScreen } from "/room.js";

let result = null; // the module with the result, fetched when there is one
let feed = null; // the module of the weeks, likewise
const weeks = { pages: [] }; // what the laptop last said of them: the hour, the timeline, what could be done
const PAGES = 4; // of the timeline that are kept

const SEAT = "work-the-room-seat";
const main = document.getElementById("main");
const drawn = new Map(); // what each part of the page was drawn from
let view = null; // the seat as the laptop last described it
let screen = "";

const link = new Link(() => ({ role: "phone", token: kept(SEAT) }), heard, (state) => {
  banner("line", state === "lost" ? say("lost") : "");
});

function heard(message) {
  if (message.t === "hi") {
    Object.assign(words, message.words);
    if (message.title) document.getElementById("title").textContent = message.title;
    if (message.token) keep(SEAT, message.token);
    if (message.seat < 0) show("door", {}, door);
    else feed?.again();
  } else if (message.t === "you") {
    view = message;
    draw();
  } else if (["hour", "page", "deeds"].includes(message.t)) {
    weeks[message.t] = message;
    if (message.t === "page") timeline(message);
    if (view?.phase === "weeks") draw();
  } else if (message.t === "stop") {
    stopped(message.how);
  } else if (message.t === "room") {
    room(message);
  } else if (message.t === "floor") {
    floor(message);
  } else if (message.t === "no") {
    tell(message.why);
  } else if (message.t === "bye") {
    gone(message.why);
  }
}

// -- what all screens use ----------------------------------------------------------------------------------------

// Draw a part of the page anew if what it is drawn from has changed; whatever had the focus has it again, and what
// somebody is typing stays.
export function part(place, name, from, build) {
  const text = JSON.stringify(from);
  if ((drawn.get(name) === text && place.childElementCount) || held) return;
  drawn.set(name, text);
  const focus = place.contains(document.activeElement) ? document.activeElement.dataset.k : "";
  const typed = [...place.querySelectorAll("input, textarea")].filter((each) => each.id && each.value !== each.defaultValue);
  const open = [...place.querySelectorAll("details")].map((each) => each.open);
  place.replaceChildren(...[build(from)].flat(2).filter(Boolean));
  place.querySelectorAll("details").forEach((each, number) => (each.open = open[number] ?? false));
  for (const before of typed) {
    const field = document.getElementById(before.id);
    if (field) field.value = before.value;
  }
  if (focus) place.querySelector(`[data-k="${CSS.escape(focus)}"]`)?.focus();
}

// Nothing moves under a finger: while one is down the page stays as it is.
let held = false;
addEventListener("pointerdown", () => (held = true));
for (const up of ["pointerup", "pointercancel"]) addEventListener(up, () => setTimeout(() => { held = false; if (view) draw(); }));

addEventListener("redraw", () => view && draw());

function show(name, from, build) {
  turnTo(name);
  part(main, name, from, build);
}

function turnTo(name) {
  if (screen === name) return;
  screen = name;
  drawn.clear();
  main.replaceChildren();
  scrollTo(0, 0);
}

// Open somebody on the feed: the laptop then says what could be done about them.
export function look(person) {
  return link.ask({ t: "look", person });
}

export async function act(kind, data, button) {
  if (button) button.disabled = true;
  const answer = await link.ask({ t: "do", kind, ...data });
  if (button) button.disabled = false;
  return answer.t === "ack";
}

let quiet;
export function tell(text) {
  const said = document.getElementById("said");
  said.textContent = text;
  clearTimeout(quiet);
  quiet = setTimeout(() => (said.textContent = ""), 5000);
}

export function pick(label, pressed, onclick, more = {}) {
  return make("button", { type: "button", "aria-pressed": String(pressed), "data-k": label, onclick, ...more }, label);
}

function banner(id, text) {
  const element = document.getElementById(id);
  element.hidden = !text;
  element.textContent = text;
}

function stopped(how) {
  banner("stop", how ? `${say(how)}. ${say("paused_long")}` : "");
}

function gone(why) {
  if (why === "removed" || why === "banned") keep(SEAT, "");
  const again = why === "elsewhere" || why === "removed" || why === "closed";
  show(`gone-${why}`, { why }, () => [
    make("p", { class: "card" }, say(why === "closed" ? "ended" : why)),
    again && make("button", { class: "main", onclick: () => location.reload() }, say("back")),
  ]);
}

// -- coming in ---------------------------------------------------------------------------------------------------

function door() {
  const code = location.pathname.match(/^\/j\/(\w+)/i)?.[1] ?? "";
  const codeField = make("input", { id: "code", class: "code", value: code, maxlength: 8, autocomplete: "off", autocapitalize: "characters", required: true });
  const nameField = make("input", { id: "name", maxlength: 48, autocomplete: "nickname", required: true });
  const pinField = make("input", { id: "pin", inputmode: "numeric", maxlength: 4, autocomplete: "off" });
  const come = async (event) => {
    event.preventDefault();
    stayAwake();
    await link.ask({ t: "join", code: codeField.value, name: nameField.value });
  };
  const sit = (event) => {
    event.preventDefault();
    return link.ask({ t: "seat", pin: pinField.value });
  };
  return [
    make("form", { class: "card", onsubmit: come },
      make("label", { for: "name" }, say("name")), nameField,
      make("label", { for: "code" }, say("code")), codeField,
      make("button", { class: "main" }, say("come_in"))),
    make("details", {}, make("summary", {}, say("or_seat")),
      make("form", { onsubmit: sit }, make("label", { for: "pin" }, say("seat_pin")), pinField, make("button", {}, say("take_seat")))),
  ];
}

// Only a secure page may ask for it, and over plain http none is: coming back is instant instead.
function stayAwake() {
  navigator.wakeLock?.request("screen").catch(() => {});
}

// -- the phases --------------------------------------------------------------------------------------------------

function draw() {
  stopped(view.stopped);
  document.getElementById("who").textContent = view.name;
  const phase = view.phase;
  document.body.dataset.phase = phase;
  if (phase === "evening" && view.room) {
    turnTo("evening");
    roomScreen(main, view);
  } else if (phase === "decisions" && view.people) {
    show("decisions", view.people, decisions);
  } else if (phase === "weeks" && view.feed) {
    showFeed();
  } else if (phase === "reveal" || phase === "debrief") {
    showResult(phase);
  } else {
    show(phase, view, waiting);
  }
}

async function showResult(phase) {
  result ??= await import("/result.js");
  if (view.phase === phase) show(phase, view, (from) => [...(from.asked ?? []).map(question), ...result.resultScreen(from)]);
}

// The pages of the timeline come one by one, the newest again and again while it fills.
function timeline(page) {
  const others = weeks.pages.filter((each) => each.month === page.month && each.page !== page.page);
  weeks.pages = [...others, page].sort((one, other) => one.page - other.page).slice(-PAGES);
}

async function showFeed() {
  feed ??= await import("/feed.js");
  if (view.phase !== "weeks") return;
  turnTo("weeks");
  feed.feedScreen(main, weeks);
}

function waiting(from) {
  const heading = from.phase === "lobby" ? say("you_are_in") : from.phase === "weeks" ? say("weeks_go") : "";
  return [
    heading && make("h2", {}, heading),
    from.phase === "follow-up" && make("p", { class: "soft" }, say("choose_weeks")),
    ...(from.asked ?? []).map(question),
    from.phase === "lobby" && make("p", {}, say("wait")),
    from.phase === "lobby" && from.parts && make("p", { class: "soft" }, say("parts_note")),
    from.part && offered(from.part),
    from.life && life(from.life),
  ];
}

function question(asked) {
  if (asked.question === "plan") return null; // has a place of its own, in the result
  const given = asked.answer;
  return make("section", { class: "card" },
    make("h2", {}, asked.text),
    asked.choices.map((choice, number) =>
      pick(choice, given === number, (event) => act("answer", { question: asked.question, answer: number }, event.target))),
    make("p", { class: "soft" }, given != null ? say("answered") : "\u00a0")); // its room is kept: nothing moves on the page
}

function offered(part) {
  const choose = (plays) => (event) => act("part", { plays }, event.target);
  return make("section", { class: "card" },
    make("h2", {}, say("part_offer")),
    make("p", {}, make("b", {}, say(`part_${part.role}`))),
    make("p", {}, say(`part_${part.role}_ask`)),
    make("div", { class: "row" },
      pick(say("part_yes"), part.plays === true, choose(true)),
      pick(say("part_no"), part.plays === false, choose(false))));
}

function life(own) {
  return make("section", { class: "card" }, make("h2", {}, `${say("tonight")} ${own.name}`), lifeLines(own));
}

export function lifeLines(own) {
  return [
    make("p", {}, `${own.name} ${own.work}.`),
    own.need && make("p", {}, make("b", {}, `${say("needs")}: `), own.need),
    own.offer && make("p", {}, make("b", {}, `${say("offers")}: `), own.offer),
  ];
}

const MARKS = [["friend", 1], ["business", 2], ["refer", 4], ["not_for_me", 8]];

function decisions(people) {
  if (!people.length) return make("p", { class: "card" }, say("nobody_met"));
  return [make("h2", {}, say("decide")), ...people.map(decision)];
}

function decision(person) {
  const toggle = (bit) => (event) => {
    const only = bit === 8 ? 8 : (person.mark & ~8) ^ bit;
    return act("mark", { to: person.id, mark: person.mark === 8 && bit === 8 ? 0 : only }, event.target);
  };
  return make("section", { class: "card" },
    make("h3", {}, person.name),
    person.facts.map((fact) => make("p", { class: "soft" }, fact)),
    make("div", { class: "row", role: "group", "aria-label": person.name },
      MARKS.map(([name, bit]) => pick(say(name), Boolean(person.mark & bit), toggle(bit), { "data-k": `${person.id}-${name}` }))));
}

addEventListener("keydown", (event) => {
  if (event.target.closest("input, textarea")) return;
  if (screen === "evening") keys(event, view);
  else if (screen === "weeks") feed.keys(event);
});
