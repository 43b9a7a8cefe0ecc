// How to come in, as it stands on the wall: the way into the Wi-Fi where there is one, and the way into the room.

import { make, say } from "./link.js";
import { bare, codeOf, qrCopy } from "./wall_parts.js";

const LONG = 22; // letters, from which a network's name or its password is set smaller

// The way into the Wi-Fi: a code, and in letters what whoever cannot scan has to choose and type.
export function wifiWay({ name, password, rows }) {
  const line = (word, text, kind = "") =>
    make("p", { class: `spelled ${kind} ${text.length > LONG ? "long" : ""}` }, make("span", {}, say(word)), " ", make("b", {}, text));
  return [
    make("h2", {}, say("way_wifi")),
    make("div", { class: "code-of-wifi" }, codeOf(rows)),
    line("network", name),
    ...(password ? [line("password", password, "secret")] : [])];
}

function wayIn(state, head) {
  return [
    make("h2", {}, head),
    make("div", { class: "qr", "data-key": "qr" }, qrCopy()),
    make("p", { class: "url" }, bare(state.url)),
    make("p", { class: "code" }, say("code_is"), " ", make("b", {}, state.code))];
}

export function lobby(state, wifi) {
  const many = state.heads.length;
  const size = many > 110 ? "throng" : many > 50 ? "crowd" : many > 18 ? "many" : "";
  const head = state.locked ? "door_closed" : wifi ? "way_in" : "scan";
  return [make("div", { class: `lobby ${wifi ? "with-wifi" : ""}` },
    ...(wifi ? [make("div", { class: "door card wifi" }, wifiWay(wifi))] : []),
    make("div", { class: "door card" }, wayIn(state, say(head))),
    make("div", { class: "stack" },
      make("h2", {}, say("heads", { n: many })),
      make("ul", { class: `names ${size}` }, state.heads.map((name) => make("li", {}, name)))))];
}
