// What is sent to the program, in order and not lost: every change carries a number, and what was not answered before the
// line broke is sent again. At one place only the latest change waits.

import { Link, words } from "./link.js";

export class Sender {
  constructor(token, heard, changed) {
    this.page = Array.from(crypto.getRandomValues(new Uint32Array(3)), (x) => x.toString(36)).join("");
    this.number = 0;
    this.flying = []; // sent, not answered: {n, place, data, done}
    this.waiting = new Map(); // by place: what goes next
    this.link = new Link(() => ({ token, page: this.page }), (message) => this.hear(message, heard), changed);
  }

  hear(message, heard) {
    if (message.t === "hi") {
      Object.assign(words, message.words);
      for (const thing of this.flying.filter((thing) => thing.n <= message.seen)) thing.done?.({ t: "ack" });
      this.flying = this.flying.filter((thing) => thing.n > message.seen);
      this.flying.forEach((thing) => this.post(thing));
    } else if (message.t === "ack" || message.t === "no") {
      const thing = this.flying.find((thing) => thing.n === message.n);
      this.flying = this.flying.filter((thing) => thing.n !== message.n);
      thing?.done?.(message);
      this.next(thing?.place);
    }
    heard(message);
  }

  // Ask for a change; `done` hears the answer.
  ask(data, done, place = "") {
    if (place && this.flying.some((thing) => thing.place === place)) {
      this.waiting.set(place, { data, done });
      return;
    }
    this.number += 1;
    const thing = { n: this.number, place, data, done };
    this.flying.push(thing);
    this.post(thing);
  }

  next(place) {
    const thing = this.waiting.get(place);
    if (!thing) return;
    this.waiting.delete(place);
    this.ask(thing.data, thing.done, place);
  }

  post(thing) {
    if (this.link.socket?.readyState === WebSocket.OPEN)
      this.link.socket.send(JSON.stringify({ t: "do", n: thing.n, ...thing.data }));
  }

  // What is on its way to that place, undefined when nothing is.
  pending(place) {
    return (this.waiting.get(place) ?? this.flying.findLast((thing) => thing.place === place))?.data;
  }

  get idle() {
    return !this.flying.length && !this.waiting.size;
  }
}
