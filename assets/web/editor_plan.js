// The plan, drawn cell by cell: by mouse with a brush, by keys with letters.

import { make, say } from "./link.js";
import { edit, page, showForm } from "./editor.js";
import { called } from "./editor_form.js";

const CLASSES = { "#": "wall", w: "window", D: "door", B: "bar-cell", t: "table", s: "stage", p: "plant" };
const EMPTY = ["##D######", "#.....BB#", "#.......#", "#..t....#", "#.......#", "#########"];
const at = { row: 0, col: 0, brush: "#", drawing: false };

export function drawPlan(field, path, value, order) {
  const put = (rows) => edit({ op: "put", path, value: rows.join("\n"), order }, `put:${path.join("/")}`);
  const title = make("legend", {}, called(field.key));
  if (typeof value !== "string") {
    return make("fieldset", {}, title, make("p", { class: "help" }, say("plan_none")),
      make("button", { type: "button", onclick: () => put(EMPTY) }, say("plan_begin")));
  }
  const rows = value.replace(/\n+$/, "").split("\n").map((row) => row.trimEnd());
  const wide = Math.max(...rows.map((row) => row.length));
  at.row = Math.min(at.row, rows.length - 1);
  at.col = Math.min(at.col, wide - 1);
  const first = page.state.lines[path.join("/")] + 1;
  const wrong = page.state.problems.filter((problem) => problem.path === path.join("/"));
  const paint = (r, c, letter) => {
    const row = (rows[r] ?? "").padEnd(c + 1, ".");
    if (row[c] === letter) return;
    rows[r] = row.slice(0, c) + letter + row.slice(c + 1);
    put(rows);
  };
  const cells = rows.map((row, r) =>
    make("div", { role: "row" }, ...Array.from({ length: wide }, (_, c) => cell(row[c] ?? " ", r, c, paint, wrong.some((one) => one.line === first + r)))));
  const grid = make("div", { class: "plan", role: "grid", "aria-label": say("plan"), onkeydown: (event) => keys(event, rows, wide, paint) }, ...cells);
  addEventListener("pointerup", () => (at.drawing = false), { once: true });
  const resize = (what, next) => make("button", { type: "button", onclick: () => put(next()) }, say(`plan_${what}`));
  return make("fieldset", { id: `f:${path.join("/")}`, tabindex: "-1" }, title,
    make("p", { class: "help" }, say("plan")),
    ...wrong.map((problem) => make("p", { class: "wrong" }, `${say("in_text", { line: problem.line })}: ${problem.message}`)),
    make("div", { class: "tools", role: "group", "aria-label": say("plan_brush") },
      ...Object.entries(page.about.legend).map(([letter, word]) =>
        make("button", { type: "button", id: `brush:${letter}`, "aria-pressed": String(at.brush === letter), onclick: () => ((at.brush = letter), showForm()) }, `${letter} ${word}`))),
    grid,
    make("div", { class: "tools" },
      resize("wider", () => rows.map((row) => row.slice(0, -1) + (/^#+$/.test(row.slice(1, -1)) ? "#" : ".") + row.slice(-1))),
      resize("narrower", () => rows.map((row) => row.slice(0, -2) + row.slice(-1))),
      resize("deeper", () => [...rows.slice(0, -1), "#" + ".".repeat(Math.max(1, wide - 2)) + "#", rows.at(-1)]),
      resize("shallower", () => [...rows.slice(0, -2), rows.at(-1)])));
}

function cell(letter, r, c, paint, wrong) {
  const what = page.about.legend[letter] ?? letter;
  return make("div", {
    role: "gridcell",
    id: `cell:${r}:${c}`,
    tabindex: r === at.row && c === at.col ? "0" : "-1",
    class: [CLASSES[letter] ?? "", wrong ? "wrong-cell" : ""].join(" ").trim() || null,
    "aria-label": say("plan_cell", { row: r + 1, col: c + 1, what }),
    onpointerdown: (event) => {
      event.preventDefault();
      Object.assign(at, { row: r, col: c, drawing: true });
      paint(r, c, at.brush);
    },
    onpointerenter: () => at.drawing && paint(r, c, at.brush),
    onfocus: () => Object.assign(at, { row: r, col: c }),
  }, letter === "." ? "" : letter);
}

const STEPS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

function keys(event, rows, wide, paint) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const step = STEPS[event.key];
  const letter = event.key === " " ? at.brush : event.key in page.about.legend ? event.key : "";
  if (!step && !letter) return;
  event.preventDefault();
  if (letter) return paint(at.row, at.col, letter);
  const row = Math.min(Math.max(at.row + step[0], 0), rows.length - 1);
  const col = Math.min(Math.max(at.col + step[1], 0), wide - 1);
  document.getElementById(`cell:${at.row}:${at.col}`)?.setAttribute("tabindex", "-1");
  const next = document.getElementById(`cell:${row}:${col}`);
  next.setAttribute("tabindex", "0");
  next.focus();
}
