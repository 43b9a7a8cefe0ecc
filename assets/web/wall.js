// The wall: what everybody sees on the projector. It shows and never asks for anything.

import { Link, words, say, make } from "./link.js";

const VOICES = ["#c2410c", "#1d6fa5", "#6d4fa0", "#1f7a5c", "#a63a5b", "#4a5a1f", "#8a4b27", "#0f6b78"];
const by = (id) => document.getElementById(id);
const id = (phase) => phase.replace(/\W/g, "_");
const minutes = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
const bare = (url) => url.replace("http://", ""); // shorter to type, and phones find it all the same
const still = matchMedia("(prefers-reduced-motion: reduce)");

// small helpers

function svg(tag, attributes = {}, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

// How long a bar is, 0 … 1; the style sheet makes a width or a height of it.
function share(element, part) {
  element.style.setProperty("--share", Math.max(0, Math.min(1, part || 0)).toFixed(3));
  return element;
}

// Makes `old` look like `fresh` with as few changes as it can, so that bars glide and nothing blinks.
function morph(old, fresh) {
  if (old.nodeName !== fresh.nodeName || old.dataset?.key !== fresh.dataset?.key) return old.replaceWith(fresh);
  if (old.nodeType === Node.TEXT_NODE) {
    if (old.data !== fresh.data) old.data = fresh.data;
    return undefined;
  }
  const names = new Set([...old.getAttributeNames(), ...fresh.getAttributeNames()]);
  names.delete("style"); // the page may not set it as text
  for (const name of names) {
    const value = fresh.getAttribute(name);
    if (value === null) old.removeAttribute(name);
    else if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  }
  old.style.cssText = fresh.style.cssText;
  const before = [...old.childNodes];
  const after = [...fresh.childNodes];
  after.forEach((child, n) => (n < before.length ? morph(before[n], child) : old.append(child)));
  for (const child of before.slice(after.length)) child.remove();
  return undefined;
}

function put(id, text) {
  const element = by(id);
  if (element.textContent !== text) element.textContent = text;
}

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

function handSign() {
  return svg("svg", { viewBox: "0 0 48 48", "aria-hidden": "true" },
    svg("path", { d: "M15 2H33L46 15V33L33 46H15L2 33V15Z", fill: "#b23a0d", stroke: "#ffffff", "stroke-width": 3 }),
    svg("path", {
      d: "M16 26V16M21 24V11M26 24V10M31 25V13M16 25C16 35 19 38 24 38C30 38 31 34 34 29L37 22", fill: "none",
      stroke: "#ffffff", "stroke-width": 4.4, "stroke-linecap": "round", "stroke-linejoin": "round",
    }),
    svg("path", { d: "M16 24H32L33 30L27 37H20L16 32Z", fill: "#ffffff" }));
}

function pauseSign() {
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

function lobby(state) {
  const many = state.heads.length;
  const size = many > 110 ? "throng" : many > 50 ? "crowd" : many > 18 ? "many" : "";
  return [make("div", { class: "lobby" },
    make("div", { class: "door card" },
      make("h2", {}, say(state.locked ? "door_closed" : "scan")),
      make("div", { class: "qr", "data-key": "qr" }, qrCopy()),
      make("p", { class: "url" }, bare(state.url)),
      make("p", { class: "code" }, say("code_is"), " ", make("b", {}, state.code))),
    make("div", { class: "stack" },
      make("h2", {}, say("heads", { n: many })),
      make("ul", { class: `names ${size}` }, state.heads.map((name) => make("li", {}, name)))))];
}

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

const PAGES = {
  lobby, first_question: poll, prediction: poll, evening, weeks, reveal, debrief,
  decisions: (state) => [calm("decided", state.decided)],
  follow_up: (state) => [calm("chosen", state.chosen)],
};

// the room from above

const CROP = 0.45; // of the outer cells, in cells: half a wall is wall enough
const GLIDE_MS = 280; // a little longer than between two states, so that nobody stops in between
const CLOTHES = ["#8b93a7", "#a58f7d", "#8fa08a", "#a88c9a", "#93897a", "#7f95a0"]; // of those whom nobody steers
const HAIR = ["#2b1d18", "#5a3a25", "#8a5a2c", "#c99a4b", "#8d8d93", "#1c1b22"];
const SKIN = ["#f0c9a4", "#c98d5f", "#8a5a3c", "#e3b083", "#6b4430"];

class Room {
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
function around(points) {
  const [x, y] = [0, 1].map((axis) => points.reduce((sum, point) => sum + point[axis], 0) / points.length);
  return { x, y, r: Math.max(...points.map((point) => Math.hypot(point[0] - x, point[1] - y))) };
}

function overlap(a, b) {
  const w = Math.min(a.x + a.w, b.x + b.w) - Math.max(a.x, b.x);
  const h = Math.min(a.y + a.h, b.y + b.h) - Math.max(a.y, b.y);
  return w > 0 && h > 0 ? w * h : 0;
}

function ellipse(pen, x, y, rx, ry, colour, turned = 0) {
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

// What does not move is drawn once, and again when the room's size changes.
function drawGround(room) {
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

// what is always there

let qr = null;
function qrCopy() {
  return qr?.cloneNode(true);
}

// The picture is put into the page itself, so that it can be drawn at any size.
async function fetchQr() {
  const text = await (await fetch("/qr.svg")).text();
  qr = new DOMParser().parseFromString(text, "text/html").querySelector("svg");
  qr.setAttribute("viewBox", `0 0 ${qr.getAttribute("width")} ${qr.getAttribute("height")}`);
  qr.removeAttribute("width");
  qr.removeAttribute("height");
  qr.setAttribute("aria-hidden", "true");
  for (const holder of document.querySelectorAll(".qr")) holder.replaceChildren(qrCopy());
}

function frame(state) {
  document.body.dataset.phase = id(state.phase);
  put("title", state.title);
  document.title = state.title;
  put("phase", say(`phase_${id(state.phase)}`));
  put("heads", say("heads", { n: state.heads.length }));
  const over = state.left <= 0;
  put("left", over ? say("over") : say("left", { m: minutes(state.left) }));
  by("left").classList.toggle("over", over);
  put("url", bare(state.url));
  put("code", state.code);
  put("code-is", say("code_is"));
  put("locked", say("door_closed"));
  by("locked").hidden = !state.locked;
  put("large-url", state.url);
  put("large-code-is", say("code_is"));
  put("large-code", state.code);
  by("join").setAttribute("aria-label", `${say("qr_large")}: ${state.url}, ${say("code_is")} ${state.code}`);
}

function stopped(how) {
  const banner = by("stop");
  if (banner.dataset.how === how) return;
  banner.dataset.how = how;
  banner.className = `stop ${how}`;
  banner.replaceChildren(...(how ? [how === "frozen" ? handSign() : pauseSign(),
    make("span", {}, make("b", {}, say(how)), say("paused_long"))] : []));
  banner.hidden = !how;
}

const MOST_LETTERS = 230; // of what is said in the spotlight: more would not fit

// The last lines, as many as there is room for.
function lastLines(lines) {
  const letters = (from) => lines.slice(from).reduce((sum, line) => sum + line.text.length, 0);
  return lines.filter((_, n) => n === lines.length - 1 || letters(n) <= MOST_LETTERS);
}

function spoken(light) {
  const lines = lastLines(light?.lines ?? []).map((line) => make("li", {}, make("b", {}, line.who), line.text));
  const panel = light && make("div", { class: `spoken ${room.freeSide()}` },
    make("p", { class: "who" }, light.names.join(" · ")), make("ol", { "aria-live": "off" }, lines));
  morph(by("light"), make("div", { id: "light" }, panel));
}

function show(state) {
  frame(state);
  stopped(state.stopped);
  const inside = state.phase === "evening";
  by("room").hidden = !inside;
  room.light = inside ? state.light : null;
  spoken(room.light);
  const page = make("section", { id: "page", class: "page" }, PAGES[id(state.phase)](state));
  const step = (state.reveal ?? state.debrief)?.step ?? "";
  page.dataset.key = `${state.phase} ${step}`;
  page.style.zoom = by("page").style.zoom;
  morph(by("page"), page);
  fitPage(`${page.dataset.key} ${state.stopped} ${innerWidth}x${innerHeight}`);
}

// What does not fit is made a little smaller until it does, and large again when something else is shown.
let fitted = "";
function fitPage(what) {
  const page = by("page");
  if (what !== fitted) page.style.zoom = 1;
  fitted = what;
  for (let n = 0; n < 9 && page.scrollHeight > page.clientHeight + 2; n += 1) page.style.zoom *= 0.94;
}

// When the laptop closes the workshop, the next one is waited for.
function waitForNext() {
  const again = setInterval(async () => {
    const there = await fetch("/wall").catch(() => null);
    if (!there?.ok) return;
    clearInterval(again);
    location.reload();
  }, 3000);
}

function toggleLarge() {
  const large = by("large");
  if (large.open) large.close();
  else large.showModal();
}

const room = new Room(by("floor"));

function hear(message) {
  if (message.t === "hi") {
    Object.assign(words, message.words);
    put("close", say("close"));
    by("floor").setAttribute("aria-label", say("map"));
    fetchQr();
  } else if (message.t === "wall") show(message);
  else if (message.t === "room") room.furnish(message);
  else if (message.t === "floor") room.move(message);
  else if (message.t === "bye") {
    by("lost").hidden = false;
    put("lost", say("ended"));
    waitForNext();
  }
}

function changed(line) {
  put("lost", say("lost"));
  by("lost").hidden = line === "open" || !words.lost;
}

function paint(now) {
  if (!by("room").hidden) room.draw(now);
  requestAnimationFrame(paint);
}

by("join").addEventListener("click", toggleLarge);
by("close").addEventListener("click", toggleLarge);
by("large").addEventListener("click", (event) => event.target === event.currentTarget && toggleLarge());
document.addEventListener("keydown", (event) => {
  if (event.key.toLowerCase() !== "q" || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  toggleLarge();
});
requestAnimationFrame(paint);
new Link(() => ({ role: "wall" }), hear, changed);
