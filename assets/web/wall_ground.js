// The room without its people: boards, walls, windows, bar, tables, plants.

import { make, say } from "./link.js";
import { around, ellipse } from "./wall_room.js";

// What does not move is drawn once, and again when the room's size changes.
export function drawGround(room) {
  const sheet = make("canvas");
  sheet.width = room.canvas.width;
  sheet.height = room.canvas.height;
  const pen = sheet.getContext("2d");
  const { rows, cell } = room.plan;
  const [wide, high] = [rows[0].length * cell, rows.length * cell];
  pen.save();
  pen.beginPath();
  pen.roundRect(...room.walls());
  pen.clip();
  pen.setTransform(room.m, 0, 0, room.m, room.left, room.top); // from here on in metres
  drawBoards(pen, wide, high);
  const cells = rows.flatMap((row, n) => [...row].map((kind, at) => ({ kind, at, n, x: at * cell, y: n * cell })));
  const isOpen = (at, n) => !["#", "w", undefined].includes(rows[n]?.[at]);
  const draw = (kinds, how) => cells.filter(({ kind }) => kinds.includes(kind)).forEach((one) => how(pen, one, cell, isOpen));
  const walls = cells.filter(({ kind }) => "#w".includes(kind));
  drawWalls(pen, walls, cell);
  walls.forEach((one) => drawSkirting(pen, one, cell, isOpen));
  draw("w", drawWindow);
  draw("D", drawDoor);
  drawBlocks(pen, rows, "s", cell, drawStage);
  drawBlocks(pen, rows, "B", cell, drawBar);
  draw("t", drawTable);
  draw("p", drawPlant);
  pen.restore();
  return sheet;
}

function drawBoards(pen, wide, high) {
  const shade = pen.createLinearGradient(0, 0, 0, high);
  shade.addColorStop(0, "#dcb88a");
  shade.addColorStop(1, "#ecd2ac");
  pen.fillStyle = shade;
  pen.fillRect(0, 0, wide, high);
  pen.strokeStyle = "rgb(160 115 70 / 0.3)";
  pen.lineWidth = 0.03;
  pen.beginPath();
  for (let row = 0; row * 0.5 < high; row += 1) {
    pen.moveTo(0, row * 0.5);
    pen.lineTo(wide, row * 0.5);
    for (let x = (row * 1.3) % 2.4; x < wide; x += 2.4) {
      pen.moveTo(x, row * 0.5);
      pen.lineTo(x, row * 0.5 + 0.5);
    }
  }
  pen.stroke();
}

// In one piece, or the joints between the cells would show.
function drawWalls(pen, walls, cell) {
  for (const [colour, more] of [["rgb(60 30 20 / 0.16)", 0.16], ["#ecd5b4", 0]]) {
    pen.beginPath();
    for (const { x, y } of walls) pen.rect(x, y, cell + more + 0.01, cell + more + 0.01);
    pen.fillStyle = colour;
    pen.fill();
  }
}

function drawSkirting(pen, { x, y, at, n }, cell, isOpen) {
  const rim = 0.09;
  const long = cell + 0.02;
  pen.fillStyle = "#b98f66";
  if (isOpen(at, n + 1)) pen.fillRect(x, y + cell - rim, long, rim);
  if (isOpen(at, n - 1)) pen.fillRect(x, y, long, rim);
  if (isOpen(at + 1, n)) pen.fillRect(x + cell - rim, y, rim, long);
  if (isOpen(at - 1, n)) pen.fillRect(x, y, rim, long);
}

function drawWindow(pen, { x, y, at, n }, cell, isOpen) {
  const upright = isOpen(at - 1, n) || isOpen(at + 1, n);
  pen.save();
  pen.translate(x + cell / 2, y + cell / 2);
  if (upright) pen.rotate(Math.PI / 2);
  pen.fillStyle = "#ffffff";
  pen.fillRect(-cell * 0.48, -0.2, cell * 0.96, 0.4);
  pen.fillStyle = "#9fd3e8";
  pen.fillRect(-cell * 0.4, -0.11, cell * 0.37, 0.22);
  pen.fillRect(cell * 0.03, -0.11, cell * 0.37, 0.22);
  pen.restore();
}

// An open leaf and a mat on the inner side.
function drawDoor(pen, { x, y, at, n }, cell, isOpen) {
  const inward = [[0, 1], [0, -1], [1, 0], [-1, 0]].find(([dx, dy]) => isOpen(at + dx, n + dy)) ?? [0, 1];
  pen.save();
  pen.translate(x + cell / 2, y + cell / 2);
  pen.rotate(Math.atan2(inward[1], inward[0]) - Math.PI / 2);
  pen.fillStyle = "#8a5a3c";
  pen.fillRect(-cell / 2, -cell / 2, 0.12, cell);
  pen.fillRect(cell / 2 - 0.12, -cell / 2, 0.12, cell);
  pen.fillStyle = "#c8604c";
  pen.fillRect(-cell * 0.38, cell * 0.56, cell * 0.76, 0.42);
  pen.fillStyle = "#e9b7a6";
  for (const at of [0.64, 0.8]) pen.fillRect(-cell * 0.32, cell * at, cell * 0.64, 0.05);
  pen.restore();
}

// Cells of a kind that hang together are one piece of furniture: a rectangle around them.
function drawBlocks(pen, rows, kind, cell, how) {
  const seen = new Set();
  const is = (at, n) => rows[n]?.[at] === kind;
  rows.forEach((row, n) => [...row].forEach((_, at) => {
    if (!is(at, n) || seen.has(`${at},${n}`)) return;
    let [w, h] = [1, 1];
    while (is(at + w, n)) w += 1;
    while (is(at, n + h)) h += 1;
    for (let dy = 0; dy < h; dy += 1) for (let dx = 0; dx < w; dx += 1) seen.add(`${at + dx},${n + dy}`);
    how(pen, at * cell, n * cell, w * cell, h * cell);
  }));
}

function box(pen, x, y, w, h, round, colour) {
  pen.beginPath();
  pen.roundRect(x, y, w, h, round);
  pen.fillStyle = colour;
  pen.fill();
}

function drawStage(pen, x, y, w, h) {
  box(pen, x + 0.08, y + 0.14, w, h, 0.12, "rgb(60 30 20 / 0.25)");
  box(pen, x, y, w, h, 0.12, "#6f4934");
  box(pen, x + 0.12, y + 0.12, w - 0.24, h - 0.3, 0.08, "#8f6248");
}

function drawBar(pen, x, y, w, h) {
  box(pen, x + 0.08, y + 0.14, w, h, 0.16, "rgb(60 30 20 / 0.25)");
  box(pen, x, y, w, h, 0.16, "#8a5a3c");
  box(pen, x + 0.1, y + 0.1, w - 0.2, h - 0.2, 0.1, "#c08a5a");
  const upright = h > w;
  const glasses = ["#2f6b4f", "#8a3b3b", "#c98f2e", "#3d5a94", "#6d4fa0"];
  const room = (upright ? h : w) - 0.5;
  glasses.forEach((colour, n) => {
    const along = 0.25 + (room * n) / (glasses.length - 1);
    ellipse(pen, upright ? x + w - 0.34 : x + along, upright ? y + along : y + 0.34, 0.11, 0.11, colour);
  });
  pen.save();
  pen.translate(x + w / 2 - (upright ? 0.15 : 0), y + h / 2 + (upright ? 0 : 0.15));
  if (upright) pen.rotate(-Math.PI / 2);
  pen.fillStyle = "#3a2416";
  pen.font = "700 0.42px system-ui, sans-serif";
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  pen.fillText(say("bar"), 0, 0, Math.max(w, h) - 0.3);
  pen.restore();
}

function drawTable(pen, { x, y }, cell) {
  const [cx, cy] = [x + cell / 2, y + cell / 2];
  ellipse(pen, cx + 0.08, cy + 0.12, 0.48, 0.46, "rgb(60 30 20 / 0.28)");
  ellipse(pen, cx, cy, 0.48, 0.48, "#e4dccd");
  ellipse(pen, cx, cy, 0.43, 0.43, "#fdfaf3");
  [["#c9803f", -0.15, -0.1], ["#df5a34", 0.16, -0.05], ["#7fb3d5", -0.02, 0.17]].forEach(([colour, dx, dy]) =>
    ellipse(pen, cx + dx, cy + dy, 0.075, 0.075, colour));
}

function drawPlant(pen, { x, y }, cell) {
  const [cx, cy] = [x + cell / 2, y + cell / 2];
  ellipse(pen, cx + 0.06, cy + 0.1, 0.5, 0.48, "rgb(60 30 20 / 0.25)");
  ellipse(pen, cx, cy, 0.24, 0.24, "#d98f5c");
  ["#2f7d55", "#57a773", "#3f8f63"].forEach((colour, layer) => {
    for (let leaf = 0; leaf < 5; leaf += 1) {
      const turn = (leaf * 2 * Math.PI) / 5 + layer * 0.42;
      const reach = 0.3 - layer * 0.05;
      ellipse(pen, cx + Math.cos(turn) * reach, cy + Math.sin(turn) * reach, 0.22, 0.085, colour, turn);
    }
  });
}
