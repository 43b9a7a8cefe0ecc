// What came of it, for this phone alone: as much as the facilitator has revealed, and a sentence to keep.

import { make, say } from "/link.js";
import { act, tell } from "/phone.js";

export function resultScreen(view) {
  const told = view.result;
  if (!told) return [make("p", { class: "card" }, say("result_wait")), plan(view)];
  return [
    make("h2", {}, say("result")),
    told.headline && make("p", {}, make("b", {}, told.headline)),
    figures(told),
    told.people && outcomes(told.people),
    told.tomorrow?.length > 0 && section("tomorrow", told.tomorrow.map((each) => make("p", {}, make("b", {}, `${each.name}: `), each.text))),
    told.moments?.length > 0 && section("moments", told.moments.map(moment)),
    told.avoided_by?.length > 0 && section("kept_away", [make("p", { class: "soft" }, say("kept_away_hint")), make("p", {}, told.avoided_by.join(", "))]),
    told.first && make("p", { class: "card" }, told.first),
    told.weeks && weeks(told.weeks),
    told.twins?.length > 0 && section("on_network", told.twins.map((twin) => make("p", {}, twin))),
    told.tries && section("tries", [make("ol", {}, told.tries.map((each) => make("li", {}, each)))]),
    view.phase === "debrief" && plan(view),
    view.phase === "debrief" && make("button", { type: "button", onclick: save }, say("save_page")),
  ];
}

function section(title, children) {
  return make("section", { class: "card" }, make("h2", {}, say(title)), children);
}

function figures(told) {
  const one = (number, name) => make("div", {}, make("p", { class: "big" }, String(number)), make("p", { class: "soft" }, say(name)));
  return make("div", { class: "card figures" },
    one(told.cards, "result_cards"), one(told.met, "result_met"),
    told.relationships != null && one(told.relationships, "result_relationships"));
}

function outcomes(people) {
  if (!people.length) return make("p", { class: "card" }, say("nobody_met"));
  return section("became", [make("ul", { class: "plain" }, people.map((person) => make("li", {}, person.kept ? "♥ " : "· ", person.sentence)))]);
}

function moment(each) {
  return make("div", {},
    make("p", {}, make("b", {}, `${each.clock} · ${each.name}`)),
    each.quote && make("p", {}, `“${each.quote}”`),
    each.why.map((reason) => make("p", { class: "soft" }, reason)),
    each.twin && make("p", { class: "soft" }, each.twin));
}

function weeks(lived) {
  const [first, last] = lived.answered;
  return section("weeks_result", [
    lived.manner && make("p", { class: "soft" }, lived.manner),
    make("p", {}, say("weeks_line", lived)),
    lived.posts > 0 && make("p", {}, say("answered_line", { first, last }))]);
}

function plan(view) {
  if (view.phase !== "debrief") return null;
  const field = make("textarea", { id: "plan", rows: 3, maxlength: 280, "data-k": "plan" }, view.plan);
  const send = async (event) => {
    event.preventDefault();
    if (await act("answer", { question: "plan", answer: field.value })) tell(say("plan_kept"));
  };
  return make("form", { class: "card", onsubmit: send },
    make("label", { for: "plan" }, say("plan")), field, make("button", { class: "main" }, say("plan_keep")));
}

// A page of one's own: what is on the screen, as a file.
function save() {
  const page = document.implementation.createHTMLDocument(document.getElementById("title").textContent);
  page.body.append(...[...document.getElementById("main").children].map((child) => page.importNode(child, true)));
  page.querySelectorAll("button, form").forEach((element) => element.remove());
  const written = document.getElementById("plan")?.value;
  if (written) page.body.append(Object.assign(page.createElement("p"), { textContent: written }));
  const file = new Blob([`<!doctype html>${page.documentElement.outerHTML}`], { type: "text/html" });
  const anchor = make("a", { href: URL.createObjectURL(file), download: "work-the-room.html" });
  anchor.click();
}
