// One line to the laptop. It is opened again when it breaks, at once when the page comes back into view, and is
// taken for dead when nothing has been heard for five seconds: the laptop says something every two.

const SILENT_MS = 5000;
const LONGEST_WAIT_MS = 2000;

export class Link {
  // hello: () => what to say first; heard: called with every message; changed: called with "open" or "lost".
  constructor(hello, heard, changed) {
    this.hello = hello;
    this.heard = heard;
    this.changed = changed;
    this.tries = 0;
    this.number = 0;
    this.waiting = new Map();
    this.over = false;
    document.addEventListener("visibilitychange", () => document.hidden || this.look());
    addEventListener("online", () => this.look());
    addEventListener("pageshow", () => this.look());
    setInterval(() => this.look(), 1000);
    this.open();
  }

  open() {
    clearTimeout(this.again);
    this.last = Date.now();
    const scheme = location.protocol === "https:" ? "wss" : "ws";
    const socket = new WebSocket(`${scheme}://${location.host}/ws`);
    this.socket = socket;
    socket.onopen = () => socket.send(JSON.stringify({ t: "hello", ...this.hello() }));
    socket.onmessage = (event) => socket === this.socket && this.hear(JSON.parse(event.data));
    socket.onclose = () => socket === this.socket && this.lost();
  }

  hear(message) {
    this.last = Date.now();
    if (message.t === "pulse") return;
    if (message.t === "hi") {
      this.tries = 0;
      this.changed("open");
    }
    if (message.t === "bye") this.over = true;
    const answer = this.waiting.get(message.n);
    if (answer) {
      this.waiting.delete(message.n);
      answer(message);
    }
    this.heard(message);
  }

  lost() {
    if (this.over) return;
    this.changed("lost");
    for (const answer of this.waiting.values()) answer({ t: "lost" });
    this.waiting.clear();
    const wait = Math.min(LONGEST_WAIT_MS, 50 * 2 ** this.tries++) * (0.5 + Math.random());
    clearTimeout(this.again);
    this.again = setTimeout(() => this.open(), wait);
  }

  // Whether the line is still alive; if not, another one is opened now.
  look() {
    if (this.over || document.hidden) return;
    if (Date.now() - this.last > SILENT_MS) {
      const dead = this.socket;
      this.socket = null;
      dead?.close();
      this.changed("lost");
      this.open();
    } else if (this.socket?.readyState === WebSocket.CLOSED) {
      this.open();
    }
  }

  // Ask for something; the promise gives the answer: {t: "ack"}, {t: "no", why} or {t: "lost"}.
  ask(message) {
    const n = ++this.number;
    return new Promise((answer) => {
      if (this.socket?.readyState !== WebSocket.OPEN) return answer({ t: "lost" });
      this.waiting.set(n, answer);
      this.socket.send(JSON.stringify({ ...message, n }));
    });
  }
}

// Words by id, with {slots}; filled in when the laptop says hello.
export const words = {};
export function say(id, slots = {}) {
  return (words[id] ?? id).replace(/\{(\w+)\}/g, (whole, name) => slots[name] ?? whole);
}

// An element: make("p", {class: "small"}, "text", child …). Text is text, never markup.
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value != null) element.setAttribute(name, value);
  }
  element.append(...children.flat().filter((child) => child != null && child !== false));
  return element;
}

export function kept(name) {
  try {
    return localStorage.getItem(name) ?? "";
  } catch {
    return "";
  }
}

export function keep(name, value) {
  try {
    if (value) localStorage.setItem(name, value);
    else localStorage.removeItem(name);
  } catch {
    // without storage the seat is lost with the page; its PIN brings it back
  }
}
