// The room from above: everybody where they are, gliding from one state to the next.

import { drawGround } from "./wall_ground.js";
import { by } from "./wall_parts.js";

const still = matchMedia("(prefers-reduced-motion: reduce)");
const VOICES = ["#c2410c", "#1d6fa5", "#6d4fa0", "#1f7a5c", "#a63a5b", "#4a5a1f", "#8a4b27", "#0f6b78"];
const CROP = 0.45; // of the outer cells, in cells: half a wall is wall enough
const GLIDE_MS = 280; // a little longer than between two states, so that nobody stops in between
const CLOTHES = ["#8b93a7", "#a58f7d", "#8fa08a", "#a88c9a", "#93897a", "#7f95a0"]; // of those whom nobody steers
const HAIR = ["#2b1d18", "#5a3a25", "#8a5a2c", "#c99a4b", "#8d8d93", "#1c1b22"];
const SKIN = ["#f0c9a4", "#c98d5f", "#8a5a3c", "#e3b083", "#6b4430"];

export class Room {
  constructor(canvas) {
    this.canvas = canvas;
    this.pen = canvas.getContext("2d");
    this.people = new Map();
    this.names = new Map();
    this.plan = null;
    this.light = null;
    new ResizeObserver(() => this.fit()).observe(canvas);
  }

  furnish(message) {
    this.names = new Map(message.players);
    const same = this.plan && this.plan.rows.join() === message.plan.join();
    this.plan = message.plan.length ? { rows: message.plan, cell: message.cell } : null;
    if (!same) this.people.clear();
    this.fit();
  }

  fit() {
    const { clientWidth: width, clientHeight: height } = this.canvas;
    if (!this.plan || !width || !height) return;
    const ratio = Math.min(2, devicePixelRatio || 1);
    this.canvas.width = Math.round(width * ratio);
    this.canvas.height = Math.round(height * ratio);
    const { rows, cell } = this.plan;
    const across = (rows[0].length - 2 * CROP) * cell;
    const down = (rows.length - 2 * CROP) * cell;
    const margin = 0.02 * Math.min(this.canvas.width, this.canvas.height);
    this.m = Math.min((this.canvas.width - 2 * margin) / across, (this.canvas.height - 2 * margin) / down);
    this.left = (this.canvas.width - across * this.m) / 2 - CROP * cell * this.m;
    this.top = (this.canvas.height - down * this.m) / 2 - CROP * cell * this.m;
    this.letters = Math.max(15 * ratio, Math.min(this.m * 0.36, 30 * ratio));
    this.ground = drawGround(this);
    this.placeTags();
  }

  // The outline, for a rounded rectangle.
  walls() {
    const { rows, cell } = this.plan;
    const size = (cells) => (cells - 2 * CROP) * cell * this.m;
    return [this.x(CROP * cell), this.y(CROP * cell), size(rows[0].length), size(rows.length), 0.2 * this.m];
  }

  x(metres) {
    return this.left + metres * this.m;
  }

  y(metres) {
    return this.top + metres * this.m;
  }

  // Where everybody is now; they get there from where they are seen.
  move(message) {
    const now = performance.now();
    const here = new Set();
    for (const [index, x, y, circle, speaking] of message.p) {
      here.add(index);
      const to = [x / 10, y / 10];
      const person = this.people.get(index) ?? { from: to, to, tag: 0 };
      person.from = still.matches ? to : this.at(person, now);
      Object.assign(person, { to, circle, speaking, since: now });
      this.people.set(index, person);
    }
    for (const index of this.people.keys()) if (!here.has(index)) this.people.delete(index);
    this.placeTags();
  }

  at(person, now) {
    const part = Math.min(1, (now - (person.since ?? now)) / GLIDE_MS);
    return person.from.map((from, axis) => from + (person.to[axis] - from) * part);
  }

  circles(where) {
    const found = new Map();
    for (const person of this.people.values()) {
      if (person.circle >= 0) found.set(person.circle, [...(found.get(person.circle) ?? []), where(person)]);
    }
    return [...found].filter(([, points]) => points.length > 1).map(([number, points]) => ({ number, ...around(points) }));
  }

  // Each name goes where it covers least of others and of names; where it was, if that is as good.
  placeTags() {
    if (!this.ground) return;
    const size = this.letters;
    this.pen.font = `700 ${size}px system-ui, sans-serif`;
    const dots = [...this.people].map(([index, { to }]) => {
      const r = this.radius(index) * 1.1;
      return { index, x: this.x(to[0]) - r, y: this.y(to[1]) - r, w: 2 * r, h: 2 * r };
    });
    const speech = dots.filter(({ index }) => this.people.get(index).speaking)
      .map(({ x, y, w }) => ({ x: x + w * 0.7, y: y - w * 0.3, w: w * 0.7, h: w * 0.55 }));
    const taken = [...dots, ...speech];
    const placed = [];
    for (const dot of dots.filter(({ index }) => this.names.has(index)).sort((a, b) => a.y - b.y)) {
      const person = this.people.get(dot.index);
      const w = this.pen.measureText(this.names.get(dot.index)).width + size;
      const h = size * 1.4;
      const spots = this.tagSpots(dot, w, h);
      const costs = spots.map((spot, n) =>
        placed.reduce((sum, other) => sum + 4 * overlap(spot, other), 0) +
        taken.reduce((sum, other) => sum + 1.5 * overlap(spot, other), 0) +
        10 * (w * h - overlap(spot, { x: 0, y: 0, w: this.canvas.width, h: this.canvas.height })) +
        w * h * (n === person.tag ? 0.05 * n : 0.15 + 0.05 * n));
      person.tag = costs.indexOf(Math.min(...costs));
      const spot = spots[person.tag];
      person.label = { w, h, dx: spot.x - this.x(person.to[0]), dy: spot.y - this.y(person.to[1]) };
      placed.push(spot);
    }
  }

  tagSpots(dot, w, h) {
    const [x, y, r] = [dot.x + dot.w / 2, dot.y + dot.h / 2, dot.w / 2 + 3];
    const at = (dx, dy) => ({ x: x + dx - w / 2, y: y + dy - h / 2, w, h });
    const near = [[0, 1], [0, -1], [1, 0], [-1, 0]].map(([dx, dy]) => at(dx * (r + w / 2), dy * (r + h / 2)));
    const wider = [1.2, 2.2, 3.4].flatMap((far) => [1, 3, 5, 7, 2, 6].map((eighth) => {
      const turn = (eighth * Math.PI) / 4;
      return at(Math.cos(turn) * (r * far + w / 2), Math.sin(turn) * (r * far + h / 2));
    }));
    return [...near, ...wider];
  }

  radius(index) {
    return this.names.has(index) ? Math.max(10, this.m * 0.42) : Math.max(7, this.m * 0.3);
  }

  draw(now) {
    const { pen, canvas } = this;
    pen.clearRect(0, 0, canvas.width, canvas.height);
    if (!this.ground) return;
    pen.drawImage(this.ground, 0, 0);
    const where = (person) => this.at(person, now);
    this.circles(where).forEach((circle) => this.drawRing(circle));
    const people = [...this.people].map(([index, person]) => {
      const [x, y] = where(person);
      return { index, person, x: this.x(x), y: this.y(y), r: this.radius(index) };
    }).sort((a, b) => a.y - b.y);
    people.forEach((one) => drawPerson(pen, one, this.names.has(one.index)));
    const lit = people.filter(({ index }) => this.light?.who.includes(index));
    this.drawSigns(people.filter((one) => !lit.includes(one)));
    if (lit.length) this.dim(lit);
    this.drawSigns(lit);
  }

  // Names, and marks on those who speak.
  drawSigns(people) {
    people.forEach((one) => one.person.speaking && drawSpeech(this.pen, one));
    people.forEach((one) => one.person.label && this.names.has(one.index) && this.drawTag(one));
  }

  drawRing({ number, x, y, r }) {
    const { pen } = this;
    pen.beginPath();
    pen.arc(this.x(x), this.y(y), (r + 0.5) * this.m, 0, 2 * Math.PI);
    pen.fillStyle = "rgb(255 253 248 / 0.42)";
    pen.fill();
    pen.setLineDash([this.m * 0.22, this.m * 0.13]);
    pen.lineWidth = Math.max(2.5, this.m * 0.055);
    pen.strokeStyle = VOICES[number % VOICES.length];
    pen.stroke();
    pen.setLineDash([]);
  }

  drawTag({ index, person, x, y, r }) {
    const { pen, letters } = this;
    const { w, h, dx, dy } = person.label;
    if (Math.hypot(dx + w / 2, dy + h / 2) > r * 1.6 + w / 2) this.drawThread(x, y, x + dx + w / 2, y + dy + h / 2);
    pen.beginPath();
    pen.roundRect(x + dx, y + dy, w, h, h * 0.3);
    pen.fillStyle = "rgb(38 48 74 / 0.94)";
    pen.fill();
    pen.font = `700 ${letters}px system-ui, sans-serif`;
    pen.textAlign = "center";
    pen.textBaseline = "middle";
    pen.fillStyle = "#ffffff";
    pen.fillText(this.names.get(index), x + dx + w / 2, y + dy + h * 0.53);
  }

  // From somebody to a name that found no place beside them.
  drawThread(x, y, toX, toY) {
    const { pen } = this;
    pen.beginPath();
    pen.moveTo(x, y);
    pen.lineTo(toX, toY);
    pen.lineWidth = Math.max(2, this.m * 0.05);
    pen.strokeStyle = "#26304a";
    pen.stroke();
  }

  // The spotlight: all but those in it goes dark.
  dim(lit) {
    const { x, y, r } = around(lit.map((one) => [one.x, one.y]));
    const { pen } = this;
    pen.beginPath();
    pen.roundRect(...this.walls());
    pen.arc(x, y, r + this.m * 1.1, 0, 2 * Math.PI);
    pen.fillStyle = "rgb(38 30 50 / 0.66)";
    pen.fill("evenodd");
    pen.beginPath();
    pen.arc(x, y, r + this.m * 1.1, 0, 2 * Math.PI);
    pen.lineWidth = Math.max(4, this.m * 0.1);
    pen.strokeStyle = "#f2a541";
    pen.stroke();
  }

  // Which half is free for what is said in the spotlight.
  freeSide() {
    const lit = (this.light?.who ?? []).map((index) => this.people.get(index)).filter(Boolean);
    if (!lit.length || !this.ground) return "at-right";
    return this.x(around(lit.map((person) => person.to)).x) < this.canvas.width / 2 ? "at-right" : "at-left";
  }
}

// The middle of some points and how far the furthest is from it.
export function around(points) {
  const [x, y] = [0, 1].map((axis) => points.reduce((sum, point) => sum + point[axis], 0) / points.length);
  return { x, y, r: Math.max(...points.map((point) => Math.hypot(point[0] - x, point[1] - y))) };
}

function overlap(a, b) {
  const w = Math.min(a.x + a.w, b.x + b.w) - Math.max(a.x, b.x);
  const h = Math.min(a.y + a.h, b.y + b.h) - Math.max(a.y, b.y);
  return w > 0 && h > 0 ? w * h : 0;
}

export function ellipse(pen, x, y, rx, ry, colour, turned = 0) {
  pen.beginPath();
  pen.ellipse(x, y, rx, ry, turned, 0, 2 * Math.PI);
  pen.fillStyle = colour;
  pen.fill();
}

// Head and shoulders, as on a badge; whoever is steered by a phone stands on a disc with a rim.
function drawPerson(pen, { index, x, y, r }, player) {
  const clothes = player ? VOICES[index % VOICES.length] : CLOTHES[index % CLOTHES.length];
  ellipse(pen, x + r * 0.14, y + r * (player ? 0.24 : 0.85), r * 1.02, r * (player ? 0.98 : 0.4), "rgb(42 20 32 / 0.26)");
  pen.save();
  if (player) {
    ellipse(pen, x, y, r * 1.1, r * 1.1, clothes);
    ellipse(pen, x, y, r * 0.95, r * 0.95, "#fff3d6");
    pen.clip();
  }
  const [hair, skin] = [HAIR[(index * 5) % HAIR.length], SKIN[(index * 7) % SKIN.length]];
  pen.beginPath();
  pen.roundRect(x - r * 0.68, y + r * 0.2, r * 1.36, r * (player ? 1 : 0.8), [r * 0.6, r * 0.6, r * 0.2, r * 0.2]);
  pen.fillStyle = clothes;
  pen.fill();
  ellipse(pen, x, y - r * 0.22, r * 0.47, r * 0.5, hair);
  ellipse(pen, x, y - r * 0.1, r * 0.38, r * 0.4, skin);
  pen.restore();
}

function drawSpeech(pen, { x, y, r }) {
  const [w, h] = [r * 1.5, r * 1.02];
  const [left, top] = [x + r * 0.5, y - r * 0.7 - h];
  pen.beginPath();
  pen.roundRect(left, top, w, h, h * 0.45);
  pen.moveTo(left + w * 0.12, top + h * 0.75);
  pen.lineTo(left - w * 0.06, top + h * 1.28);
  pen.lineTo(left + w * 0.42, top + h * 0.96);
  pen.fillStyle = "#ffffff";
  pen.shadowColor = "rgb(42 20 32 / 0.45)";
  pen.shadowBlur = r * 0.3;
  pen.fill();
  pen.shadowBlur = 0;
  for (const n of [0.26, 0.5, 0.74]) ellipse(pen, left + w * n, top + h / 2, r * 0.12, r * 0.12, "#26304a");
}
