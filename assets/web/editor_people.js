// People one at a time, and the twins of acts, network by network.

import { make, say } from "./link.js";
import { beside, edit, focusOn, page, showForm } from "./editor.js";
import { called, drawBlock, drawPlain, tools } from "./editor_form.js";

export function drawPeople(field) {
  const people = Array.isArray(page.good.attendees) ? page.good.attendees : [];
  page.person = Math.min(page.person, people.length - 1);
  const player = page.about.form.fields.find((one) => one.key === "player");
  const pick = (index, text, id) =>
    make("button", { type: "button", id, "aria-pressed": String(page.person === index), onclick: () => choose(index) }, text);
  const list = make("div", { class: "people", role: "group", "aria-label": say("who") },
    pick(-1, say("player"), "p:player"),
    ...people.map((who, index) => pick(index, nameOf(who), `p:${index}`)));
  const more = make("div", { class: "people" },
    make("button", { type: "button", id: "p:add", onclick: () => add(people, { name: "" }) }, `+ ${say("add_person")}`),
    make("button", { type: "button", id: "p:crowd", onclick: () => add(people, { crowd: 12 }) }, `+ ${say("add_crowd")}`));
  if (page.person < 0) return [more, list, drawBlock(player, ["player"], page.good.player, say("player"))];
  const who = people[page.person];
  const crowd = who && typeof who === "object" && "crowd" in who;
  const path = ["attendees", page.person];
  return [
    more,
    list,
    tools(["attendees"], page.person, people.length, nameOf(who)),
    drawBlock({ ...(crowd ? field.item.crowd : field.item.person), key: "" }, path, who, nameOf(who)),
  ];
}

function nameOf(who) {
  if (who && typeof who === "object" && "crowd" in who) return say("crowd", { n: who.crowd ?? "?" });
  return who?.name || say("unnamed");
}

function choose(index) {
  page.person = index;
  showForm();
  beside(index < 0 ? "player" : `attendees/${index}`);
}

function add(people, value) {
  page.person = people.length;
  focusOn(["attendees", people.length]);
  edit({ op: "insert", path: ["attendees"], index: people.length, value });
}

export function drawOnline(field) {
  const { good, about } = page;
  const listed = Array.isArray(good.networks) ? good.networks : [];
  const written = good.online && typeof good.online === "object" ? Object.keys(good.online) : [];
  const networks = [...new Set([good.weeks?.network ?? "linkedin", ...listed, ...written])].filter((name) => typeof name === "string");
  if (!networks.includes(page.network)) page.network = networks[0];
  const pick = make("div", { class: "people", role: "group", "aria-label": say("network") },
    ...networks.map((name) =>
      make("button", { type: "button", "aria-pressed": String(name === page.network), onclick: () => ((page.network = name), showForm()) }, about.networks[name] ?? called(name))));
  const usual = about.twins[page.network] ?? about.twins.linkedin;
  const mapped = good.online?.[page.network] ?? {};
  const twin = field.value.value;
  const rows = about.acts.map((act) =>
    make("fieldset", {}, make("legend", {}, called(act)),
      ...twin.fields.map((one) => {
        const shown = { ...one, required: false, default: usual[act][one.key], doc: "" };
        return drawPlain(shown, ["online", page.network, act, one.key], mapped[act]?.[one.key], twin.fields.map((x) => x.key), say(`online_${one.key}`));
      })));
  return make("div", {}, make("p", { class: "help" }, field.doc), pick, ...rows);
}

