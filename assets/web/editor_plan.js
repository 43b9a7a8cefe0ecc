// The plan, drawn cell by cell: by mouse with a brush, by keys with letters.

import { make, say } from "./link.js";
import { edit, page, sender, showForm } from "./editor.js";
import { labelOf } from "./editor_form.js";

const CLASSES = { "#": "wall", w: "window", D: "door", B: "bar-cell", t: "table", s: "stage", p: "plant" };
const EMPTY = ["##D######", "#.....BB#", "#.......#", "#..t....#", "#.......#", "#########"];
const LEAST = 3; // rows and columns
const at = { row: 0, col: 0, brush: "#", drawing: false, stroke: 0, rows: [], put: null };

addEventListener("pointerup", () => (at.drawing = false));

export function drawPlan(field, path, value, order) {
  const place = `put:${path.join("/")}`;
  at.put = (rows) => {
    at.rows = rows;
    edit({ op: "put", path, value: rows.join("\n"), order, stroke: at.stroke }, place);
  };
  const title = make("legend", {}, labelOf(field));
  if (typeof value !== "string") {
    return make("fieldset", {}, title, make("p", { class: "help" }, say("plan_none")),
      make("button", { type: "button", id: "plan:begin", onclick: () => once(() => EMPTY) }, say("plan_begin")));
  }
  const now = sender.pending(place)?.value ?? value;
  at.rows = now.replace(/\n+$/, "").split("\n").map((row) => row.trimEnd());
  const wide = Math.max(...at.rows.map((row) => row.length));
  at.row = Math.min(at.row, at.rows.length - 1);
  at.col = Math.min(at.col, wide - 1);
  const wrong = faults(path.join("/"));
  const grid = make("div", { class: "plan", role: "grid", "aria-label": say("plan"), onkeydown: (event) => keys(event, wide) },
    ...at.rows.map((row, r) => make("div", { role: "row" },
      ...Array.from({ length: wide }, (_, c) => cell(row[c] ?? " ", r, c, wrong.some((one) => one.row === r && one.col === c))))));
  return make("fieldset", { id: `f:${path.join("/")}`, tabindex: "-1" }, title,
    make("p", { class: "help" }, say("plan")),
    make("div", { class: "tools wide", role: "group", "aria-label": say("plan_brush") },
      ...Object.entries(page.about.legend).map(([letter, word]) =>
        make("button", { type: "button", id: `brush:${letter}`, "aria-pressed": String(at.brush === letter), onclick: () => ((at.brush = letter), showForm()) }, `${letter} ${word}`))),
    make("div", { class: "tools wide" },
      resize("wider", true, (rows) => rows.map((row, r) => row.slice(0, -1) + (r === 0 || r === rows.length - 1 ? "#" : ".") + row.slice(-1))),
      resize("narrower", wide > LEAST, (rows) => rows.map((row) => row.slice(0, -2) + row.slice(-1))),
      resize("deeper", true, (rows) => [...rows.slice(0, -1), "#" + ".".repeat(Math.max(1, wide - 2)) + "#", rows.at(-1)]),
      resize("shallower", at.rows.length > LEAST, (rows) => [...rows.slice(0, -2), rows.at(-1)])),
    grid,
    ...wrong.map((one) => make("p", { class: "wrong" }, `${say("plan_at", { row: one.row + 1, col: one.col + 1 })}: ${one.message}`)));
}

// A change by a button is a step back of its own.
function once(change) {
  at.stroke += 1;
  at.put(change(at.rows));
}

function resize(what, can, change) {
  return make("button", { type: "button", id: `plan:${what}`, disabled: !can, onclick: () => once(change) }, say(`plan_${what}`));
}

// What is wrong with the plan, by row and column; a fault of the whole of it stands in the first cell.
function faults(path) {
  const first = page.state.lines[path] + 1;
  const lines = page.state.text.split("\n");
  return page.state.problems.filter((problem) => problem.path === path).map((problem) => {
    const indent = (lines[problem.line - 1] ?? "").search(/\S|$/);
    const row = problem.line - first;
    return { message: problem.message, row: Math.max(0, row), col: row < 0 ? 0 : Math.max(0, problem.col - 1 - indent) };
  });
}

function cell(letter, r, c, wrong) {
  const what = page.about.legend[letter] ?? letter;
  return make("div", {
    role: "gridcell",
    id: `cell:${r}:${c}`,
    tabindex: r === at.row && c === at.col ? "0" : "-1",
    class: [CLASSES[letter] ?? "", wrong ? "wrong-cell" : ""].join(" ").trim() || null,
    "aria-label": say("plan_cell", { row: r + 1, col: c + 1, what }),
    onpointerdown: (event) => {
      event.preventDefault();
      event.target.releasePointerCapture?.(event.pointerId);
      event.target.focus({ preventScroll: true });
      at.drawing = true;
      at.stroke += 1;
      Object.assign(at, { row: r, col: c });
      paint([[r, c]], at.brush);
    },
    onpointerenter: () => {
      if (!at.drawing) return;
      const cells = between(at.row, at.col, r, c);
      Object.assign(at, { row: r, col: c });
      paint(cells, at.brush);
    },
    onfocus: () => Object.assign(at, { row: r, col: c }),
  }, letter === "." ? "" : letter);
}

function paint(cells, letter) {
  const rows = [...at.rows];
  for (const [r, c] of cells) {
    const row = (rows[r] ?? "").padEnd(c + 1, ".");
    rows[r] = row.slice(0, c) + letter + row.slice(c + 1);
  }
  if (rows.join() !== at.rows.join()) at.put(rows);
}

// The cells a quick stroke has passed over from one to another.
function between(r, c, toR, toC) {
  const steps = Math.max(Math.abs(toR - r), Math.abs(toC - c), 1);
  return Array.from({ length: steps }, (_, i) => [Math.round(r + ((toR - r) * (i + 1)) / steps), Math.round(c + ((toC - c) * (i + 1)) / steps)]);
}

const STEPS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

function keys(event, wide) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const step = STEPS[event.key];
  const letter = event.key === " " ? at.brush : event.key in page.about.legend ? event.key : "";
  if (!step && !letter) return;
  event.preventDefault();
  if (letter) {
    at.stroke += 1;
    paint([[at.row, at.col]], letter);
    return;
  }
  const row = Math.min(Math.max(at.row + step[0], 0), at.rows.length - 1);
  const col = Math.min(Math.max(at.col + step[1], 0), wide - 1);
  document.getElementById(`cell:${at.row}:${at.col}`)?.setAttribute("tabindex", "-1");
  const next = document.getElementById(`cell:${row}:${col}`);
  next.setAttribute("tabindex", "0");
  next.focus();
}
