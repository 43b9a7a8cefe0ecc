// The editor's page: one state that the program sends after every change, drawn as a form, as text and as a list of problems.

import { make, say } from "./link.js";
import { Sender } from "./editor_line.js";
import { drawForm, SECTIONS, sectionOf } from "./editor_form.js";
import { drawLab, drawTry, labInShort } from "./editor_try.js";

const token = location.pathname.split("/")[1];
const byId = (id) => document.getElementById(id);

export const page = {
  about: null, // what the program said first: the form, the legend, the twins
  state: null,
  good: null, // the last data that could be read
  expected: [], // the last sentences of its expectations
  section: "start",
  person: 0,
  network: "",
  lab: null,
  next: "", // what is to be typed into as soon as it is drawn
  notice: "",
  pages: 1,
};

export const sender = new Sender(token, heard, changed);

// A change of the form. `place` is the path of the field, so that typing on it is one change after another.
export function edit(data, place = "") {
  sender.ask(data, (answer) => answer.t === "no" && tell(answer.why), place || `${(data.path ?? []).join("/")}:${data.op}`);
  showKept();
}

export function tell(text) {
  byId("status").textContent = text;
}

function changed(how) {
  if (how === "lost") tell(say("lost", { file: page.about?.file ?? "" }));
  else if (page.about) tell("");
}

function heard(message) {
  if (message.t === "hi") greet(message);
  else if (message.t === "state") show(message);
  else if (message.t === "pages") {
    page.pages = message.pages;
    showNotices();
  } else if (message.t === "lab") {
    page.lab = message;
    drawBench();
    tell(labInShort(message));
  } else if (message.t === "trouble") {
    tell(message.text);
  } else if (message.t === "closed") tell(say("closed", { file: page.about.file }));
}

function greet(about) {
  const first = !page.about;
  page.about = about;
  if (about.restored && first) page.notice = say("restored");
  for (const element of document.querySelectorAll("[data-say]")) element.textContent = say(element.dataset.say);
  document.title = `${about.id} · ${say("title")}`;
  byId("sections").setAttribute("aria-label", say("sections"));
}

function show(state) {
  const before = page.state;
  page.state = state;
  if (state.data) page.good = state.data;
  if (state.loads) page.expected = state.expected;
  if (before && state.text !== before.text && !before.unsaved && !state.unsaved && sender.idle) page.notice = say("read_anew");
  byId("title").textContent = page.good?.title || say("title");
  byId("undo").disabled = !state.undo;
  byId("redo").disabled = !state.redo;
  byId("save").disabled = !state.unsaved;
  showKept();
  showText();
  showProblems();
  showSections();
  showForm();
  showNotices();
  if (!before) drawBench();
}

function showKept() {
  const what = !page.state?.unsaved && sender.idle ? "saved" : sender.idle ? "kept" : "unsaved";
  byId("kept").textContent = say(what);
}

function showNotices() {
  const notices = [];
  if (page.state?.torn) {
    notices.push(
      make("p", { role: "alert" }, say("torn"),
        make("button", { type: "button", onclick: () => sender.ask({ op: "mine" }) }, say("mine")),
        make("button", { type: "button", onclick: () => sender.ask({ op: "theirs" }) }, say("theirs"))),
    );
  }
  if (page.pages > 1) notices.push(make("p", {}, say("pages", { n: page.pages })));
  if (page.about?.shipped) notices.push(make("p", {}, say("shipped", { id: page.about.id })));
  if (page.notice) notices.push(make("p", {}, page.notice));
  byId("notices").replaceChildren(...notices);
}

// -- the text ---------------------------------------------------------------------------------------------

const text = byId("text");

function showText() {
  const pending = sender.pending("text");
  if (!pending && text.value !== page.state.text) {
    const { selectionStart, selectionEnd, scrollTop } = text;
    text.value = page.state.text;
    text.setSelectionRange(selectionStart, selectionEnd);
    text.scrollTop = scrollTop;
  }
  const wrong = new Set(page.state.problems.map((problem) => problem.line));
  const numbers = [];
  for (let line = 1, lines = text.value.split("\n").length; line <= lines; line++) {
    if (numbers.length) numbers.push("\n");
    numbers.push(wrong.has(line) ? make("b", {}, `▲ ${line}`) : String(line));
  }
  byId("gutter").replaceChildren(...numbers);
  byId("gutter").scrollTop = text.scrollTop;
}

text.addEventListener("scroll", () => (byId("gutter").scrollTop = text.scrollTop));
text.addEventListener("input", () => {
  page.notice = "";
  edit({ op: "text", text: text.value }, "text");
});

function toLine(line) {
  const start = text.value.split("\n").slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0);
  const end = text.value.indexOf("\n", start);
  text.focus();
  text.setSelectionRange(start, end < 0 ? text.value.length : end);
  text.scrollTop = Math.max(0, (line - 6) * parseFloat(getComputedStyle(text).lineHeight));
}

// -- problems ---------------------------------------------------------------------------------------------

function showProblems() {
  const found = page.state.problems;
  const title = found.length === 1 ? say("problems_one") : found.length ? say("problems", { n: found.length }) : say("sound");
  const items = found.slice(0, 100).map((problem) =>
    make("li", {}, make("button", { type: "button", class: "marked", onclick: () => toProblem(problem) },
      `${problem.file || say("in_text", { line: problem.line })}: ${problem.message} (${problem.code})`)));
  byId("problems").replaceChildren(make("h2", {}, title), make("ul", {}, ...items));
}

function toProblem(problem) {
  if (problem.path) {
    toSection(problem.path);
    const field = document.getElementById(`f:${problem.path}`) ?? byId("form").querySelector('[aria-invalid="true"]');
    if (field) return field.focus();
  }
  toLine(problem.line);
}

// -- the form ---------------------------------------------------------------------------------------------

function showSections() {
  const counts = {};
  for (const problem of page.state.problems) {
    const section = problem.path ? sectionOf(problem.path.split("/")[0]) : "";
    counts[section] = (counts[section] ?? 0) + 1;
  }
  const focused = document.activeElement?.dataset?.section;
  byId("sections").replaceChildren(
    ...Object.keys(SECTIONS).map((id) =>
      make("button", { type: "button", "data-section": id, "aria-current": id === page.section ? "true" : null, onclick: () => go(id) },
        say(`section_${id}`), counts[id] ? make("span", { class: "count" }, ` ▲${counts[id]}`) : null)),
  );
  if (focused) byId("sections").querySelector(`[data-section="${focused}"]`)?.focus();
}

function go(section) {
  page.section = section;
  showSections();
  showForm();
  byId("form").scrollTop = 0;
  beside(SECTIONS[section].find((key) => key in page.state.lines));
}

// Turn the text to where a value stands, and leave the caret alone.
export function beside(path) {
  const line = page.state.lines[path];
  if (line) text.scrollTop = Math.max(0, (line - 2) * parseFloat(getComputedStyle(text).lineHeight));
}

// When it is there, the first field of that entry is to be typed into.
export function focusOn(path) {
  page.next = `f:${path.join("/")}`;
}

// Draw the form anew; whoever was typing goes on typing.
export function showForm() {
  const form = byId("form");
  const focus = document.activeElement;
  const id = form.contains(focus) ? focus.id : "";
  const at = id && "selectionStart" in focus ? [focus.selectionStart, focus.selectionEnd] : null;
  const scroll = form.scrollTop;
  drawForm(form);
  form.scrollTop = scroll;
  const next = page.next && [...form.querySelectorAll("input, select, textarea")].find((each) => each.id === page.next || each.id.startsWith(`${page.next}/`));
  if (next) {
    page.next = "";
    next.closest("details")?.setAttribute("open", "");
    next.focus();
    return;
  }
  const again = id && document.getElementById(id);
  if (again) {
    again.focus({ preventScroll: true });
    if (at && at[0] !== null) again.setSelectionRange?.(...at);
  }
}

// -- the bar ----------------------------------------------------------------------------------------------

function ask(op, more = {}, done = () => "") {
  page.notice = "";
  sender.ask({ op, ...more }, (answer) => tell(answer.t === "no" ? answer.why : done(answer)));
}

// What was taken back, or made again, is shown where it stands.
function shownWhere(said) {
  return (answer) => {
    const path = (answer.place ?? "").split(":")[0];
    if (path && path !== "text") {
      toSection(path);
      beside(path);
    }
    return answer.place ? say(said, { what: path === "text" ? say("text") : path.replaceAll("/", " › ") }) : "";
  };
}

function toSection(path) {
  const steps = path.split("/");
  page.section = sectionOf(steps[0]);
  if (steps[0] === "player") page.person = -1;
  if (steps[0] === "attendees" && steps.length > 1) page.person = Number(steps[1]);
  if (steps[0] === "online" && steps.length > 1) page.network = steps[1];
  showSections();
  showForm();
}

function check() {
  const first = page.state.problems[0];
  tell(first ? "" : say("sound"));
  if (first) toProblem(first);
}

function lab() {
  if (page.lab?.running) ask("stop");
  else ask("lab");
}

const DONE = {
  undo: shownWhere("undone"),
  redo: shownWhere("redone"),
  save: () => (page.state.problems.length ? say("saved_with", { n: page.state.problems.length }) : say("saved")),
};
for (const op of ["undo", "redo", "save"]) byId(op).addEventListener("click", () => ask(op, {}, DONE[op]));
byId("check").addEventListener("click", check);
byId("stage").addEventListener("click", () => ask("preview", { minute: Number(byId("minute").value) || 0 }));
byId("lab").addEventListener("click", lab);

addEventListener("keydown", (event) => {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
  const key = event.key.toLowerCase();
  const op = { s: "save", z: event.shiftKey ? "redo" : "undo", y: "redo" }[key];
  if (!op) return;
  event.preventDefault();
  ask(op, {}, DONE[op]);
});

addEventListener("beforeunload", (event) => {
  if (!sender.idle) event.preventDefault();
});

function drawBench() {
  byId("lab").textContent = say(page.lab?.running ? "stop_lab" : "lab");
  const bench = byId("bench");
  const lab = drawLab(page.lab);
  const old = bench.querySelector("#lab-told");
  if (old) old.replaceWith(lab);
  else bench.replaceChildren(lab, drawTry());
}
