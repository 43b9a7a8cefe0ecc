// The console: the facilitator sees who is there and what comes next, and everything that may be done is done here.

import { by, clock, put, rebuild, sure, tell } from "./console_parts.js";
import { onDoor, showDoor } from "./console_door.js";
import { Link, words, say, make, kept, keep } from "./link.js";

const HERE = ["localhost", "127.0.0.1", "[::1]"].includes(location.hostname);
const TOKEN = "console";
const FILES = ["session.html", "people.csv", "acts.csv", "session.json"];
const STAND_IN = "ordinary";
const EARLY_S = 20; // of an evening that is left: with more, ending it is asked about
const key = (phase) => phase.replace(/\W/g, "_");
const phaseName = (phase) => say(`phase_${key(phase)}`);

let link = null;
let state = null;
let typedPin = "";
let mayDownload = false; // the files of an export are given to this machine only
let farewell = "ended";

async function act(kind, data = {}) {
  const answer = await link.ask({ t: "do", kind, ...data });
  if (answer.t === "no") tell(answer.why);
  else if (answer.t === "lost") tell(say("lost"));
  return answer.t === "ack";
}

// going through the evening

async function goTo(phase, again = false) {
  const at = (name) => state.arc.indexOf(name);
  const anew = phase === "evening" && (again || at(state.phase) > at("evening"));
  if (anew && !(await sure(say("again_sure")))) return;
  const early = state.phase === "evening" && at(phase) > at("evening") && state.left > EARLY_S;
  if (early && !(await sure(say("early_sure", { m: clock(state.left) })))) return;
  act("go", again ? { phase, again } : { phase });
}

function neighbour(steps) {
  return state.arc[state.arc.indexOf(state.phase) + steps];
}

// One on: the next step where there are steps left, else the next phase. The same for back.
function onward(by) {
  const [step, steps] = state.step;
  if (step + by >= 0 && step + by < steps.length) act("step", { by });
  else if (neighbour(by)) goTo(neighbour(by));
}

function stop(how) {
  act("stop", { how: state.stopped === how ? "" : how });
}

function speed(factor) {
  const pace = Math.round(Math.min(12, Math.max(0.5, state.pace * factor)) * 10) / 10;
  act("settings", { pace });
}

function showNow() {
  put(by("title"), state.title);
  document.title = `${say("console")} · ${state.title}`;
  put(by("phase"), phaseName(state.phase));
  put(by("stopped"), state.stopped ? say(state.stopped) : say("running"));
  by("stopped").classList.toggle("on", Boolean(state.stopped));
  const past = state.left <= 0;
  put(by("left"), past ? `${say("over")} −${clock(state.left)}` : say("left", { m: clock(state.left) }));
  by("left").classList.toggle("past", past);
  put(by("url"), state.url);
  put(by("code"), state.code);
  put(by("trouble"), state.trouble);
}

function showActs() {
  const [step, steps] = state.step;
  const last = step >= steps.length - 1;
  put(by("freeze"), say(state.stopped === "frozen" ? "go_on" : "freeze"));
  put(by("pause"), say(state.stopped === "paused" ? "go_on" : "pause"));
  const next = neighbour(1);
  put(by("next"), next ? say("next", { phase: phaseName(next) }) : say("end"));
  by("back").disabled = !neighbour(-1);
  by("steps").hidden = !steps.length;
  if (steps.length) put(by("step-now"), say("step_of", { step: say(`step_${steps[step]}`), n: step + 1, of: steps.length }));
  by("step-back").disabled = step <= 0;
  by("step-next").disabled = last;
  by("next").classList.toggle("first", last);
  by("step-next").classList.toggle("first", !last);
}

function showNotes() {
  rebuild(by("notes"), state.notes, () => state.notes.map((note) => make("li", {}, note)));
  rebuild(by("marks"), state.bookmarks, () =>
    state.bookmarks.length
      ? state.bookmarks.map(([phase, note]) => make("li", {}, make("b", {}, phaseName(phase)), note && ` · ${note}`))
      : [make("li", {}, say("unmarked"))]);
  rebuild(by("surprises"), state.surprises, () => state.surprises.map((what) =>
    make("button", { type: "button", onclick: () => act("surprise", { what }) }, say(`surprise_${what}`))));
  for (const button of by("surprises").children) button.disabled = state.phase !== "evening";
}

// people

const rows = new Map(); // by seat

function button(word, onclick, attributes = {}) {
  return make("button", { type: "button", onclick, ...attributes }, say(word));
}

// What is seen of somebody at once, and what unfolds: made once, so that a half-typed name stays where it is.
function newRow(seat) {
  const id = seat.id;
  const now = () => state.seats[id];
  const row = {
    there: make("span", { class: "there", "aria-hidden": "true" }),
    name: make("span", { class: "name" }),
    how: make("span", { class: "how" }),
    light: button("lit", () => light(now()), { class: "light" }),
    pin: make("p", { class: "pin" }),
    field: make("input", { maxlength: 40, autocomplete: "off" }),
    crew: make("input", { type: "number", min: 1, max: 40 }),
    bot: button("bot", () => act("bot", { seat: id, style: now().bot ? "" : STAND_IN })),
  };
  row.open = make("button", { type: "button", class: "open", "aria-expanded": "false", "aria-controls": `more-${id}` },
    row.there, make("span", { class: "who" }, row.name, " ", row.how));
  row.crewLabel = make("label", {}, say("crew"), row.crew);
  row.more = make("div", { class: "more", id: `more-${id}`, hidden: true },
    row.pin,
    make("form", { class: "line", onsubmit: (event) => rename(event, id, row) },
      make("label", {}, say("give_name"), row.field),
      make("button", { type: "submit" }, say("rename"))),
    row.crewLabel,
    make("div", { class: "row" },
      row.bot,
      button("remove", () => sendOut(now(), "removed"), { class: "grave" }),
      button("ban", () => sendOut(now(), "banned"), { class: "grave" })));
  row.open.addEventListener("click", () => {
    row.more.hidden = !row.more.hidden;
    row.open.setAttribute("aria-expanded", String(!row.more.hidden));
  });
  row.crew.addEventListener("change", () => act("crew", { seat: id, crew: row.crew.valueAsNumber - 1 }));
  row.item = make("li", {}, make("div", { class: "person" }, row.open, row.light), row.more);
  return row;
}

async function rename(event, seat, row) {
  event.preventDefault();
  if (await act("rename", { seat, name: row.field.value })) row.field.value = "";
}

async function sendOut(seat, how) {
  const question = how === "banned" ? "ban_sure" : "remove_sure";
  if (await sure(say(question, { name: seat.name }))) act("send_out", { seat: seat.id, how });
}

function isLit(seat) {
  return state.light?.[0] === "person" && state.light[1] === seat.avatar;
}

function light(seat) {
  act("light", isLit(seat) ? {} : { person: seat.avatar });
}

function fillRow(row, seat) {
  row.there.className = `there ${seat.there}`;
  put(row.name, seat.name);
  const how = [say(`there_${seat.there}`)];
  if (seat.bot) how.push(say("stand_in"));
  if (seat.plays && seat.role) how.push(say("plays", { role: say(`role_${seat.role}`) }));
  put(row.how, how.join(", "));
  put(row.pin, `${say("seat_pin")}: ${seat.pin}`);
  put(row.bot, say(seat.bot ? "bot_off" : "bot"));
  row.light.hidden = seat.avatar < 0 || state.phase !== "evening";
  row.light.setAttribute("aria-pressed", String(isLit(seat)));
  row.light.setAttribute("aria-label", `${say("lit")}: ${seat.name}`);
  row.crewLabel.hidden = state.way !== "crew" || state.phase !== "lobby";
  if (document.activeElement !== row.crew) row.crew.value = seat.crew + 1;
}

function showPeople() {
  const seats = state.seats.filter((seat) => !seat.out);
  put(by("people-head"), `${say("people")} · ${say("heads", { n: seats.length })}`);
  by("nobody").hidden = seats.length > 0;
  put(by("lock"), say(state.locked ? "unlock" : "lock"));
  by("undo").disabled = !state.undo;
  by("dark").hidden = !state.light;
  const here = new Set(seats.map((seat) => seat.id));
  for (const [id, row] of rows) {
    if (here.has(id)) continue;
    row.item.remove();
    rows.delete(id);
  }
  seats.forEach((seat, at) => {
    if (!rows.has(seat.id)) rows.set(seat.id, newRow(seat));
    const row = rows.get(seat.id);
    fillRow(row, seat);
    if (by("people").children[at] !== row.item) by("people").insertBefore(row.item, by("people").children[at] ?? null);
  });
}

// the run sheet and the settings

function showSheet() {
  rebuild(by("sheet"), state.arc, () => state.arc.map((phase) =>
    make("tr", {},
      make("th", { scope: "row" },
        make("button", { type: "button", "aria-label": say("go_to", { phase: phaseName(phase) }), onclick: () => goTo(phase) },
          phaseName(phase))),
      make("td"), make("td"))));
  state.sheet.forEach(([phase, planned, spent], at) => {
    const row = by("sheet").children[at];
    put(row.children[1], clock(planned));
    put(row.children[2], spent ? clock(spent) : "–");
    if (phase === state.phase) row.setAttribute("aria-current", "step");
    else row.removeAttribute("aria-current");
  });
  const late = Math.round(state.late / 60);
  put(by("late"), late ? say("late", { n: late }) : say("on_time"));
  by("late").classList.toggle("is-late", late > 0);
}

const SETTINGS = {
  minutes: { shown: () => state.minutes, read: (field) => Number(field.value) },
  way: { shown: () => state.way, read: (field) => field.value },
  crews: { shown: () => state.crews, read: (field) => field.valueAsNumber },
  pace: { shown: () => state.pace, read: (field) => field.valueAsNumber },
  think_s: { shown: () => state.think, read: (field) => field.valueAsNumber },
  parts: { shown: () => state.parts, read: (field) => field.checked },
};

function showSetting(name) {
  const field = by(`set-${name}`);
  const value = SETTINGS[name].shown();
  if (field.type === "checkbox") field.checked = value;
  else if (field.value !== String(value)) field.value = value;
}

function showSettings() {
  const options = (values, word) => values.map((value) => make("option", { value }, word(value)));
  rebuild(by("set-minutes"), state.sheets, () => options(state.sheets, (n) => say("minutes_n", { n })));
  rebuild(by("set-way"), state.ways, () => options(state.ways, (way) => say(`way_${way}`)));
  for (const name of Object.keys(SETTINGS)) {
    if (document.activeElement !== by(`set-${name}`)) showSetting(name);
  }
  const opened = state.seats.some((seat) => seat.avatar >= 0); // who steers is settled when the doors open
  by("set-way").disabled = opened;
  by("set-crews").disabled = opened || state.way !== "crew";
}

function show() {
  showNow();
  showActs();
  showNotes();
  showPeople();
  showSheet();
  showSettings();
  showDoor(state);
}

// at the end

async function exportAll() {
  if (!(await act("export"))) return;
  const links = FILES.map((file) => make("a", { class: "button", href: `/export/${file}`, download: file }, file));
  by("exported").replaceChildren(...(mayDownload ? [say("export_ready"), ...links] : [say("export_elsewhere")]));
}

async function finish(kind, question) {
  if (!(await sure(say(question)))) return;
  farewell = kind === "forget" ? "forgotten" : "ended";
  act(kind);
}

// buttons and keys

function onClicks() {
  const clicks = {
    next: () => (neighbour(1) ? goTo(neighbour(1)) : finish("end", "end_sure")),
    back: () => goTo(neighbour(-1)),
    freeze: () => stop("frozen"),
    pause: () => stop("paused"),
    more: () => act("more_time", { seconds: 60 }),
    less: () => act("more_time", { seconds: -60 }),
    faster: () => speed(1.25),
    slower: () => speed(0.8),
    "step-next": () => act("step", { by: 1 }),
    "step-back": () => act("step", { by: -1 }),
    lock: () => act("lock", { on: !state.locked }),
    undo: () => act("undo"),
    fill: () => act("fill"),
    dark: () => act("light"),
    again: () => goTo("evening", true),
    export: exportAll,
    end: () => finish("end", "end_sure"),
    forget: () => finish("forget", "forget_sure"),
  };
  for (const [id, click] of Object.entries(clicks)) by(id).addEventListener("click", click);
  for (const [name, { read }] of Object.entries(SETTINGS)) {
    const field = by(`set-${name}`);
    field.addEventListener("change", async () => {
      if (!(await act("settings", { [name]: read(field) }))) showSetting(name);
    });
    field.addEventListener("blur", () => state && showSetting(name));
  }
  by("mark").addEventListener("submit", async (event) => {
    event.preventDefault();
    if (!(await act("bookmark", { note: by("note").value }))) return;
    by("note").value = "";
    by("note").blur(); // the keys are keys again
  });
  by("gate").addEventListener("submit", (event) => {
    event.preventDefault();
    connect(by("pin").value);
  });
}

const KEYS = {
  " ": () => act("stop", { how: state.stopped ? "" : "frozen" }),
  n: () => onward(1),
  b: () => onward(-1),
  m: () => by("note").focus(),
  l: () => act("lock", { on: !state.locked }),
};

function onKey(event) {
  const pressed = KEYS[event.key.toLowerCase()];
  const busy = !state || by("desk").hidden || by("ask").open || event.ctrlKey || event.metaKey || event.altKey || event.repeat;
  if (event.key === "Escape" && event.target.closest("input")) event.target.blur();
  if (!pressed || busy || event.target.closest("input, select, textarea")) return;
  if (event.key === " " && event.target.closest("button, a")) return; // there it presses what has the focus
  event.preventDefault();
  pressed();
}

// A button that was clicked with the mouse lets go of the focus, so that space stops the room and not that button.
function letGo(event) {
  if (event.detail > 0) event.target.closest("button")?.blur();
}

// the line to the laptop

// Words are given to whoever is let in; a wall always is.
function learnWords() {
  if (words.pin) return Promise.resolve();
  return new Promise((done) => {
    const wall = new Link(() => ({ role: "wall" }), (message) => {
      if (message.t !== "hi") return;
      Object.assign(words, message.words);
      wall.over = true;
      wall.socket.close();
      done();
    }, () => {});
  });
}

async function knock(why = "") {
  await learnWords();
  fillWords();
  by("desk").hidden = true;
  by("gate").hidden = false;
  put(by("gate-why"), why && say(why));
  by("pin").value = "";
  by("pin").focus();
}

function connect(pin) {
  typedPin = pin;
  link = new Link(() => ({ role: "console", token: kept(TOKEN), pin: typedPin }), hear, changed);
}

function fillWords() {
  for (const element of document.querySelectorAll("[data-word]")) put(element, say(element.dataset.word));
  for (const element of document.querySelectorAll("[data-hint]")) element.placeholder = say(element.dataset.hint);
}

function welcome(message) {
  Object.assign(words, message.words);
  if (message.token) keep(TOKEN, message.token);
  mayDownload = Boolean(message.pin);
  fillWords();
  by("own-pin").hidden = !message.pin;
  put(by("own-pin"), `${say("pin")} ${message.pin}`);
  by("gate").hidden = true;
  by("desk").hidden = false;
}

function goodbye(why) {
  if (why === "pin" || why === "wait") {
    if (why === "pin") keep(TOKEN, "");
    knock(why === "wait" ? "pin_wait" : typedPin && "pin_wrong");
    return;
  }
  by("desk").hidden = true;
  by("over").hidden = false;
  put(by("over"), say(farewell));
}

function hear(message) {
  if (message.t === "hi") welcome(message);
  else if (message.t === "console") {
    state = message;
    show();
  } else if (message.t === "bye") goodbye(message.why);
}

function changed(how) {
  if (how === "lost" && words.lost) tell(say("lost"));
  else if (how === "open") put(by("said"), "");
}

onClicks();
onDoor(act);
document.addEventListener("keydown", onKey);
document.addEventListener("click", letGo);
if (HERE || kept(TOKEN)) connect("");
else knock();
