// Tried out on the spot: a talk between two, and what the lab says.

import { make, say } from "./link.js";
import { page, sender, tell } from "./editor.js";

const tried = { one: "", two: "", topic: "", tie: "", seed: 1 };

export function drawTry() {
  const people = () => ["player", ...page.state.people];
  const told = make("div", { id: "told", "aria-live": "polite" });
  const choice = (name, options) => {
    const control = make("select", { id: `try:${name}`, onchange: () => (tried[name] = control.value), onfocus: () => fill(control, options(), tried[name]) });
    fill(control, options(), tried[name]);
    return make("div", { class: "field" }, make("label", { for: `try:${name}` }, say(`try_${name}`)), control);
  };
  const topics = () => ["", ...(page.good.topics ?? []).map((topic) => topic?.id ?? topic)];
  tried.one ||= page.state.people[0] ?? "player";
  tried.two ||= "player";
  const go = (seed) => {
    tried.seed = seed;
    sender.ask({ op: "encounter", ...tried }, (answer) => {
      if (answer.t === "no") return tell(answer.why);
      told.replaceChildren(...talk(answer.encounter));
      told.scrollIntoView({ block: "nearest" });
    });
  };
  return make("section", { "aria-labelledby": "try-title" },
    make("h2", { id: "try-title" }, say("try")),
    make("div", { class: "pair" }, choice("one", people), choice("two", people), choice("topic", topics), choice("tie", () => page.about.ties)),
    make("div", { class: "tools" },
      make("button", { type: "button", id: "try:go", onclick: () => go(tried.seed) }, say("try_go")),
      make("button", { type: "button", id: "try:again", onclick: () => go(tried.seed + 1) }, say("try_again"))),
    told);
}

function fill(control, options, value) {
  const name = control.id.slice(4);
  const text = (option) => (name === "tie" ? say(`tie_${option}`) : option === "player" ? say("player") : option || say("try_any"));
  control.replaceChildren(...options.map((option) => make("option", { value: option, selected: option === value }, text(option))));
}

function talk(told) {
  const lines = told.lines.flatMap((line) => [make("dt", {}, line.speaker), make("dd", {}, line.text)]);
  const seconds = Math.round(told.seconds);
  return [
    make("dl", { class: "talk" }, ...lines),
    make("p", {}, told.left ? say("try_left", { name: told.left, seconds }) : say("try_stay", { seconds })),
    ...told.feelings.map(feeling),
  ];
}

function feeling(one) {
  const by = one.after - one.before;
  const which = Math.abs(by) < 0.05 ? "same" : by > 0 ? "warmer" : "cooler";
  return make("div", {},
    make("p", {}, say(`try_${which}`, { name: one.name, about: one.about, by: Math.abs(by).toFixed(1) })),
    make("ul", {}, ...one.reasons.map((reason) => make("li", {}, `${reason.weight < 0 ? "−" : "+"} ${reason.sentence}`))));
}

// How the lab stands, in a line.
export function labInShort(lab) {
  if (lab.trouble) return lab.trouble;
  if (lab.running) return say("lab_running", lab);
  if (lab.stopped) return say("lab_stopped");
  const found = lab.verdicts ?? [];
  return found.length ? say("lab_over", { holds: found.filter((one) => one.holds).length, n: found.length }) : say("lab_none");
}

export function drawLab(lab) {
  const parts = [];
  if (lab?.trouble) parts.push(make("p", { class: "wrong" }, lab.trouble));
  if (lab?.stopped) parts.push(make("p", {}, say("lab_stopped")));
  if (lab?.running) {
    parts.push(make("p", {}, say("lab_running", lab)), make("progress", { max: lab.most, value: lab.done, "aria-label": say("lab") }));
  }
  if (lab?.verdicts && !lab.verdicts.length) parts.push(make("p", {}, say("lab_none")));
  for (const one of lab?.verdicts ?? []) {
    const how = one.certain ? (one.holds ? "holds" : "fails") : "unsure";
    parts.push(make("p", { class: how === "holds" ? null : "wrong" },
      `${how === "holds" ? "✓" : how === "fails" ? "✗" : "?"} ${say(`lab_${how}`)}: ${one.claim} (${one.found})`));
  }
  return make("div", { id: "lab-told", "aria-live": "polite" }, ...parts);
}
