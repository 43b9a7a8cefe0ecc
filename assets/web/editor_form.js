// Forms from the one description of a scenario that the program sends: a field for each key, whatever the kind.

import { make, say } from "./link.js";
import { edit, focusOn, page, sender } from "./editor.js";
import { drawPlan } from "./editor_plan.js";
import { drawOnline, drawPeople } from "./editor_people.js";

export const SECTIONS = {
  start: ["title", "lesson", "about", "source", "id", "format", "evening", "weeks", "networks", "languages"],
  people: ["player", "attendees"],
  room: ["venue"],
  topics: ["topics"],
  online: ["online"],
  debrief: ["questions", "debrief", "guide"],
  expect: ["expect"],
};

export const sectionOf = (key) => Object.keys(SECTIONS).find((id) => SECTIONS[id].includes(key)) ?? "start";

export function drawForm(form) {
  const { state, about, good } = page;
  const parts = [make("h2", {}, say(`section_${page.section}`))];
  if (!state.data) {
    const line = state.problems[0]?.line ?? 1;
    form.replaceChildren(...parts, make("p", { class: "wrong" }, say("unreadable", { line })));
    return;
  }
  const fields = about.form.fields.filter((field) => SECTIONS[page.section].includes(field.key) && field.key !== "player");
  const draw = (field) => {
    if (field.key === "attendees") return drawPeople(field);
    if (field.key === "online") return [drawOnline(field)];
    return [drawField(field, [field.key], good[field.key], keysOf(about.form))];
  };
  form.replaceChildren(...parts, ...rareLast(fields, draw, page.section));
}

export const keysOf = (block) => block.fields.map((field) => field.key);
// A field by the words of this language for it, or by its key in the file.
export const labelOf = (field) => known(`label_${field.key}`) || called(field.key);
const known = (id) => (say(id) === id ? "" : say(id));
export const called = (key) => String(key).replaceAll("_", " ").replace(/^./, (letter) => letter.toUpperCase());
const idOf = (path) => `f:${path.join("/")}`;

// What few people need stands folded up behind the rest.
const RARE = ["id", "format", "key", "look", "traits", "arrives_min", "knows", "networks", "languages"];
const unfolded = new Set();

function rareLast(fields, draw, id, given) {
  const seldom = (field) => RARE.includes(field.key) && !field.required;
  const often = fields.filter((field) => !seldom(field));
  const rare = fields.filter(seldom);
  if (!rare.length) return often.flatMap(draw);
  const inner = rare.flatMap(draw);
  const set = rare.some((field) => id !== "start" && given?.[field.key] !== undefined);
  const wrong = inner.some((element) => element.querySelector('[aria-invalid="true"]'));
  const fold = make("details", { open: wrong || set || unfolded.has(id), ontoggle: () => (fold.open ? unfolded.add(id) : unfolded.delete(id)) },
    make("summary", { id: `more:${id}` }, say("more")), ...inner);
  return [...often.flatMap(draw), fold];
}

// What is wrong with exactly this value.
function wrongs(path) {
  const here = path.join("/");
  return page.state.problems.filter((problem) => problem.path === here);
}

export function drawField(field, path, value, order) {
  if (field.kind === "block" || field.kind === "topic") return drawBlock(field, path, value);
  if (field.kind === "list" || field.kind === "some") return drawList(field, path, value, order);
  if (field.kind === "plan") return drawPlan(field, path, value, order);
  return drawPlain(field, path, value, order);
}

// A labelled control with its help and what is wrong with it.
function framed(field, path, control, title = labelOf(field)) {
  const wrong = wrongs(path);
  const id = idOf(path);
  const help = [field.doc, field.unit ? `(${field.unit})` : ""].join(" ").trim();
  control.id = id;
  if (help) control.setAttribute("aria-describedby", `${id}:help`);
  const empty = control.value === "" && (field.required || field.inList);
  if (wrong.length && !empty) control.setAttribute("aria-invalid", "true");
  if (field.required) control.setAttribute("aria-required", "true");
  return make("div", { class: "field" },
    make("label", { for: id }, title, field.required ? " *" : ""),
    help ? make("p", { class: "help", id: `${id}:help` }, help) : null,
    control,
    ...wrong.map((problem) => told(problem, empty)));
}

// What nobody has written yet is no mistake.
const told = (problem, empty) => make("p", { class: empty ? "help" : "wrong" }, empty ? say("still_empty") : problem.message);

function put(path, value, order) {
  page.notice = "";
  const place = `put:${path.join("/")}`;
  if (value === undefined) edit({ op: "drop", path }, place);
  else edit({ op: "put", path, value, order }, place);
}

// What is shown in a field: what is being typed before what the program has answered.
function current(path, value) {
  const going = sender.pending(`put:${path.join("/")}`);
  return going ? going.value : value;
}

export function drawPlain(field, path, given, order, title) {
  const value = current(path, given);
  const usual = field.default === null || field.default === undefined || field.default === "" ? "" : say("usual_is", { value: field.default });
  if (["choice", "flag", "ref"].includes(field.kind)) return framed(field, path, select(field, path, value, order), title);
  const shown = value === null || value === undefined ? "" : typeof value === "object" ? "" : String(value);
  const prose = field.kind === "text" && (field.shape === "prose" || (field.shape === "line" && field.longest > 110));
  const control = make(prose ? "textarea" : "input", {
    class: field.kind === "number" ? "short" : null,
    rows: prose ? Math.max(2, Math.ceil(shown.length / 60)) : null,
    inputmode: field.kind === "number" ? "decimal" : null,
    autocomplete: "off",
    placeholder: usual,
    oninput: () => put(path, read(field, control.value), order),
    onfocus: () => (before = control.value),
    onchange: () => rename(field, path, before, control.value),
  });
  control.value = shown;
  return framed(field, path, control, title);
}

// Whoever is called otherwise from now on is so wherever somebody refers to them.
let before = "";
function rename(field, path, from, to) {
  const what = path[0] === "topics" && field.key === "id" ? "topic" : path[0] === "attendees" && path.length === 3 && field.key === "name" ? "person" : "";
  if (what && from && to && from !== to) edit({ op: "rename", what, from, to }, `rename:${path.join("/")}`);
}

function read(field, text) {
  if (!text.trim()) return field.required || field.inList ? "" : undefined;
  if (field.kind !== "number") return text;
  return /^[-+]?(\d+(\.\d*)?|\.\d+)$/.test(text.trim()) ? Number(text) : text;
}

function select(field, path, value, order) {
  const options = { choice: () => field.options.map((x) => [x, x]), flag: () => [[true, say("yes_")], [false, say("no_")]], ref: () => refs(field) }[field.kind]();
  const usual = field.default === null || field.default === undefined || field.default === "" ? say("usual") : say("usual_is", { value: field.default });
  if (!field.inList) options.unshift([undefined, field.required ? "" : usual]);
  if (field.nullable) options.push([null, say("nothing")]);
  if (!options.some(([one]) => one === value)) options.push([value, String(value ?? "")]);
  const control = make("select", { onchange: () => put(path, options[control.selectedIndex][0], order) },
    ...options.map(([one, text]) => make("option", { selected: one === value }, String(text))));
  return control;
}

function refs(field) {
  const list = field.to === "topic" ? page.good.topics : page.good.attendees;
  const entries = Array.isArray(list) ? list : [];
  const found = entries.map((entry) => (typeof entry === "string" ? entry : field.to === "topic" ? entry?.id : entry?.name));
  return found.filter((name) => typeof name === "string" && name).map((name) => [name, name]);
}

export function drawBlock(block, path, given, title = labelOf(block), buttons = null) {
  if (block.name === "expect") return drawExpect(block, path, given ?? {}, title, buttons);
  if (block.kind === "topic" && typeof given === "string") {
    const whole = { ...block.fields[0], inList: true };
    return make("fieldset", {}, make("legend", {}, title), buttons, drawPlain(whole, path, given, []),
      make("button", { type: "button", onclick: () => put(path, { id: given, words: given.replaceAll("_", " ") }) }, called(block.fields[1].key)));
  }
  const value = given && typeof given === "object" && !Array.isArray(given) ? given : {};
  const order = keysOf(block);
  const wrong = wrongs(path);
  const none = block.nullable && given === null;
  const nothing = block.nullable
    ? make("label", {}, make("input", { type: "checkbox", id: `${idOf(path)}:none`, checked: none, onchange: () => put(path, none ? undefined : null) }), ` ${say("nothing")}`)
    : null;
  return make("fieldset", { id: idOf(path), tabindex: "-1", "aria-invalid": wrong.length ? "true" : null },
    make("legend", {}, title),
    buttons,
    block.doc && block.key ? make("p", { class: "help" }, block.doc) : null,
    ...wrong.map((problem) => make("p", { class: "wrong" }, problem.message)),
    nothing,
    ...(none ? [] : rareLast(block.fields, (field) => [drawField(field, [...path, field.key], value[field.key], order)], path.join("/"), value)));
}

export function drawList(field, path, given, order, title = labelOf(field)) {
  const single = given !== undefined && given !== null && !Array.isArray(given);
  const items = Array.isArray(given) ? given : single ? [given] : [];
  const wrong = wrongs(path);
  const rows = items.map((item, index) => {
    const at = single ? path : [...path, index];
    const inner = { ...field.item, key: field.key, inList: true, doc: "", unit: "" };
    const name = `${title} ${index + 1}`;
    const buttons = single ? null : tools(path, index, items.length, name);
    if (["block", "topic"].includes(field.item.kind)) return drawBlock({ ...inner, kind: field.item.kind }, at, item, headline(field, item, index, name), buttons);
    return make("div", { class: "row" }, buttons, drawPlain(inner, at, item, [], name));
  });
  const add = () => {
    focusOn([...path, items.length]);
    edit(single ? { op: "put", path, value: [given, fresh(field.item)], order } : { op: "insert", path, index: items.length, value: fresh(field.item) });
  };
  return make("fieldset", { id: idOf(path), tabindex: "-1", "aria-invalid": wrong.length ? "true" : null },
    make("legend", {}, title),
    field.doc ? make("p", { class: "help" }, field.doc) : null,
    ...wrong.map((problem) => make("p", { class: "wrong" }, problem.message)),
    ...rows,
    items.length < field.most ? make("button", { type: "button", id: `${idOf(path)}:add`, onclick: add }, `${say("add")}: ${title}`) : null);
}

const COMPARED = ["beats", "at_least", "at_most", "within"];
const START = { beats: "promoter", at_least: 1, at_most: 1, within: [0, 1] };

// An expectation makes one comparison of four: which one is chosen first.
function drawExpect(block, path, given, title, buttons) {
  const order = keysOf(block);
  const made = COMPARED.find((key) => given[key] !== undefined) ?? "";
  const id = `${idOf(path)}:how`;
  const choose = make("select", { id, onchange: () => {
    for (const key of COMPARED) if (given[key] !== undefined) edit({ op: "drop", path: [...path, key] });
    edit({ op: "put", path: [...path, choose.value], value: START[choose.value], order });
  } }, ...(made ? [] : [make("option", { value: "" }, "")]), ...COMPARED.map((key) => make("option", { value: key, selected: key === made }, labelOf({ key }))));
  const shown = block.fields.filter((field) => !COMPARED.includes(field.key) || field.key === made);
  const doc = (field) => (field.key === "measure" && page.about.measures[given.measure]) || field.doc;
  const parts = shown.map((field) => drawField({ ...field, doc: doc(field), required: field.required || field.key === made }, [...path, field.key], given[field.key], order));
  parts.splice(2, 0, make("div", { class: "field" }, make("label", { for: id }, say("compared")), choose));
  return make("fieldset", { id: idOf(path), tabindex: "-1" }, make("legend", {}, title), buttons,
    ...wrongs(path).map((problem) => make("p", { class: "wrong" }, problem.message)), ...parts);
}

// What an entry of a list is called: an expectation by its sentence, others by their first words.
function headline(field, item, index, name) {
  if (field.key === "expect") return page.expected[index] ?? name;
  const first = item && typeof item === "object" ? Object.values(item).find((value) => typeof value === "string") : "";
  return first ? `${index + 1}. ${first.slice(0, 40)}` : name;
}

export function tools(path, index, count, name) {
  const button = (what, data, disabled) =>
    make("button", { type: "button", id: `${idOf(path)}:${index}:${what}`, disabled, "aria-label": `${say(what)}: ${name}`, onclick: () => edit(data) }, { up: "↑", down: "↓", remove: "✕" }[what]);
  return make("div", { class: "tools" },
    button("up", { op: "move", path, index, to: index - 1 }, index === 0),
    button("down", { op: "move", path, index, to: index + 1 }, index === count - 1),
    button("remove", { op: "drop", path: [...path, index] }, false));
}

// A new entry, with what it must have, empty.
export function fresh(item) {
  if (item.kind === "topic") return "";
  if (item.kind === "block") return Object.fromEntries(item.fields.filter((field) => field.required).map((field) => [field.key, fresh(field)]));
  if (item.kind === "list") return Array.from({ length: Math.max(1, item.least) }, () => fresh(item.item));
  if (item.kind === "choice") return item.options[0];
  if (item.kind === "ref") return refs(item)[0]?.[0] ?? "";
  if (item.kind === "number") return item.least;
  return "";
}

