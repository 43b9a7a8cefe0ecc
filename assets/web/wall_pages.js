// What stands on the wall in each phase, but for the room: names, polls, charts, questions.

import { make, say } from "./link.js";
import { lobby } from "./wall_door.js";
import { share, svg } from "./wall_parts.js";

// charts

// The largest of some rows is set apart, unless all are the same.
function standsOut(row, rows) {
  return rows.some(({ n }) => n < row.n) && rows.every(({ n }) => n <= row.n) && "most";
}

function bars(rows) {
  const most = Math.max(1, ...rows.map((row) => row.n));
  return make("ul", { class: "bars" }, rows.map((row) =>
    make("li", { class: standsOut(row, rows) },
      make("span", { class: "name" }, row.name),
      make("span", { class: "n" }, String(row.n)),
      make("span", { class: "bar", "aria-hidden": "true" }, share(make("i"), row.n / most)))));
}

function columns(rows) {
  const most = Math.max(1, ...rows.map((row) => row.n));
  return make("ol", { class: "columns" }, rows.map((row) =>
    make("li", { class: standsOut(row, rows) },
      make("div", { class: "space" },
        make("span", { class: "n" }, String(row.n)),
        share(make("span", { class: "pillar" }), row.n / most)),
      make("span", { class: "name" }, row.name))));
}

// Dots of [across, up]; where several fall on one place, the dot is larger and says how many.
function scatter(dots, caption) {
  const [width, height, left, low] = [460, 300, 46, 262];
  const top = [0, 1].map((axis) => Math.max(1, ...dots.map((dot) => dot[axis])));
  const x = (value) => left + (value / top[0]) * (width - left - 26);
  const y = (value) => low - (value / top[1]) * (low - 24);
  const label = (text, at, anchor) =>
    svg("text", { x: at[0], y: at[1], "text-anchor": anchor, "font-size": 19, fill: "#2b2436" }, text);
  const count = new Map();
  for (const dot of dots) count.set(String(dot), (count.get(String(dot)) ?? 0) + 1);
  const marks = [...count].sort((a, b) => a[1] - b[1]).flatMap(([key, n]) => {
    const [across, up] = key.split(",").map(Number);
    const dot = svg("circle", {
      cx: x(across), cy: y(up), r: n > 1 ? 13 : 8, fill: "#26304a", stroke: "#fffdf8", "stroke-width": 2,
    });
    const text = svg("text", {
      x: x(across), y: y(up) + 6, "text-anchor": "middle", "font-size": 17, "font-weight": 700, fill: "#ffffff",
    }, String(n));
    return n > 1 ? [dot, text] : [dot];
  });
  const axes = svg("path", { d: `M${left} 10V${low}H${width - 8}`, fill: "none", stroke: "#2b2436", "stroke-width": 2.5 });
  const grid = svg("path", { d: `M${left} ${y(top[1])}H${x(top[0])}V${low}`, fill: "none", stroke: "#d9cdbf", "stroke-width": 2 });
  return make("figure", { class: "scatter" },
    svg("svg", { viewBox: `0 0 ${width} ${height}`, "aria-hidden": "true" }, grid, axes,
      label("0", [left - 8, low + 6], "end"), label(String(top[1]), [left - 8, y(top[1]) + 6], "end"),
      label("0", [left, low + 25], "middle"), label(String(top[0]), [x(top[0]), low + 25], "middle"), ...marks),
    make("figcaption", {}, caption));
}

// signs that are told apart by their shape

export function handSign() {
  return svg("svg", { viewBox: "0 0 48 48", "aria-hidden": "true" },
    svg("path", { d: "M15 2H33L46 15V33L33 46H15L2 33V15Z", fill: "#b23a0d", stroke: "#ffffff", "stroke-width": 3 }),
    svg("path", {
      d: "M16 26V16M21 24V11M26 24V10M31 25V13M16 25C16 35 19 38 24 38C30 38 31 34 34 29L37 22", fill: "none",
      stroke: "#ffffff", "stroke-width": 4.4, "stroke-linecap": "round", "stroke-linejoin": "round",
    }),
    svg("path", { d: "M16 24H32L33 30L27 37H20L16 32Z", fill: "#ffffff" }));
}

export function pauseSign() {
  return svg("svg", { viewBox: "0 0 48 48", "aria-hidden": "true" },
    svg("circle", { cx: 24, cy: 24, r: 22, fill: "#26304a" }),
    svg("path", { d: "M18 14V34M30 14V34", stroke: "#ffffff", "stroke-width": 6, "stroke-linecap": "round" }));
}

function phoneSign() {
  return svg("svg", { viewBox: "0 0 48 48", "aria-hidden": "true" },
    svg("rect", { x: 13, y: 3, width: 22, height: 42, rx: 5, fill: "#26304a" }),
    svg("rect", { x: 16, y: 9, width: 16, height: 27, rx: 1.5, fill: "#fff3d6" }),
    svg("circle", { cx: 24, cy: 40.5, r: 2, fill: "#ffffff" }),
    svg("path", { d: "M19.5 22L23 26L29 18", fill: "none", stroke: "#22704a", "stroke-width": 3, "stroke-linecap": "round" }));
}

// pages, one for each phase

function poll(state) {
  if (!state.poll) return [calm()];
  const { question, choices, votes } = state.poll;
  const given = votes.reduce((sum, n) => sum + n, 0);
  return [
    make("h2", {}, question),
    bars(choices.map((name, n) => ({ name, n: votes[n] }))),
    make("p", { class: "small" }, say("chosen", { n: given, of: state.heads.length }))];
}

function evening(state) {
  const rows = state.board ?? [];
  return [
    make("p", { class: "clock" }, state.clock ?? ""),
    make("div", { class: "board card" },
      make("h2", {}, say("board")),
      rows.length ? make("ol", {}, rows.map(boardRow)) : make("p", { class: "small" }, say("no_cards_yet")))];
}

function boardRow(row, n) {
  return make("li", {},
    make("span", { class: "rank" }, String(n + 1)),
    make("span", { class: "name" }, row.name),
    make("span", { class: "n" }, String(row.n)));
}

function calm(count = "", [n, of] = [0, 0]) {
  return make("div", { class: "calm" },
    phoneSign(),
    make("h2", {}, say("drink_up")),
    count && make("p", { class: "figure" }, say(count, { n, of })),
    count && make("div", { class: "track", "aria-hidden": "true" }, share(make("i"), n / of)));
}

function weeks(state) {
  const lived = state.weeks;
  if (!lived) return [calm()];
  return [make("div", { class: "calm" },
    make("p", { class: "day" }, say("day", { n: Math.min(lived.day, lived.days), of: lived.days })),
    make("div", { class: "track", "aria-hidden": "true" }, share(make("i"), lived.day / lived.days)),
    make("div", { class: "pair" },
      make("p", { class: "card" }, say("weeks_posts", { n: lived.posts })),
      make("p", { class: "card" }, say("weeks_followers", { n: lived.followers }))))];
}

function steps(all, now) {
  return make("ol", { class: "steps" }, all.map((step) =>
    make("li", { "aria-current": step === now && "step" }, say(`step_${step}`))));
}

const REVEALED = ["cards", "relationships", "parts", "room", "network"];
const TALKED = ["feelings", "what", "so_what", "online", "now_what", "plan"];

function reveal(state) {
  const told = state.reveal;
  const shown = {
    cards: () => [make("h2", {}, say("step_cards")), columns(told.cards)],
    relationships: () => revealRelationships(told),
    parts: () => revealParts(told.parts ?? []),
    room: () => revealRoom(told.room),
    network: () => revealNetwork(told.network),
  };
  return [steps(REVEALED, told.step), ...shown[told.step]()];
}

function revealRelationships(told) {
  const { votes, true: held } = told.prediction ?? { votes: {} };
  return [make("div", { class: "two" },
    make("div", { class: "stack" },
      make("h2", {}, say("wall_relationships")),
      bars(told.relationships ?? [])),
    make("div", { class: "stack" },
      make("div", { class: "card result" },
        say("prediction_said", { yes: votes.yes ?? 0, no: votes.no ?? 0 }),
        make("b", {}, say(held ? "prediction_true" : "prediction_false"))),
      scatter(told.dots ?? [], say("wall_scatter"))))];
}

function revealParts(rows) {
  if (!rows.length) return [make("div", { class: "calm" }, make("h2", {}, say("parts_none")))];
  return [
    make("h2", {}, say("parts_title")),
    make("ul", { class: `parts ${rows.length > 6 ? "many" : ""}` }, rows.map((row) =>
      make("li", { class: "card" },
        make("b", {}, row.name),
        make("span", {}, say(`role_${row.role}`)),
        make("span", {}, `${say("step_cards")}: ${row.cards}`),
        make("span", {}, `${say("step_relationships")}: ${row.relationships}`))))];
}

// Two groups side by side; a bar is as long as the larger of the two makes it.
function groups(pairs, rowsOf) {
  const both = pairs.map(([, figures]) => rowsOf(figures));
  const tops = both[0].map((row, n) => row.of ?? Math.max(0.01, both[0][n].n, both[1][n].n));
  return pairs.map(([title, figures], at) =>
    make("div", { class: "card group" },
      make("h3", {}, say(title, { n: figures.n })),
      figures.n
        ? make("ul", { class: "bars" }, both[at].map((row, n) =>
            make("li", {},
              make("span", { class: "name" }, row.name),
              make("span", { class: "bar", "aria-hidden": "true" }, share(make("i"), row.n / tops[n])))))
        : make("p", { class: "small" }, say("group_empty"))));
}

function revealRoom(room) {
  const rowsOf = (figures) => [
    { name: say("room_evaded", { n: figures.evaded }), n: figures.evaded, of: 100 },
    { name: say("room_approached", { n: figures.approached }), n: figures.approached },
    { name: say("room_relationships", { n: figures.relationships }), n: figures.relationships },
  ];
  return [
    make("h2", {}, say("room_title")),
    make("div", { class: "two" }, groups([["room_sold", room.sold], ["room_rest", room.rest]], rowsOf))];
}

function revealNetwork(network) {
  const rowsOf = (figures) => [
    { name: say("network_answers", { first: figures.first, last: figures.last }), n: figures.last },
    { name: say("room_relationships", { n: figures.relationships }), n: figures.relationships },
  ];
  const { loud, quiet } = network.groups;
  return [
    make("h2", {}, say("network_title")),
    make("div", { class: "two" },
      scatter(network.dots, say("network_scatter")),
      make("div", { class: "stack" }, groups([["loud", loud], ["quiet", quiet]], rowsOf)))];
}

function debrief(state) {
  const told = state.debrief;
  const letters = told.questions.join("").length;
  const asked = make("ul", { class: `questions ${letters > 330 ? "long" : letters < 100 ? "short" : ""}` },
    told.questions.map((question) => make("li", {}, question)));
  const head = [steps(TALKED, told.step), make("h2", {}, say(`step_${told.step}`))];
  if (told.feelings) {
    return [...head, make("div", { class: "two" }, asked, bars(told.feelings.map(([name, n]) => ({ name, n }))))];
  }
  if (told.step !== "plan") return [...head, asked];
  return [...head, asked,
    make("p", { class: "figure" }, say("written", { n: told.written, of: told.of })),
    make("div", { class: "track", "aria-hidden": "true" }, share(make("i"), told.written / told.of))];
}

export const PAGES = {
  lobby, first_question: poll, prediction: poll, evening, weeks, reveal, debrief,
  decisions: (state) => [calm("decided", state.decided)],
  follow_up: (state) => [calm("chosen", state.chosen)],
};
