// How phones come in: under which address, with which code, through which Wi-Fi.

import { by, put, rebuild, tell } from "./console_parts.js";
import { say, make } from "./link.js";

const SECURITY = ["WPA", "WEP", "nopass"];
const OPEN = "nopass";

let state = null;

// The addresses there are, and the one that is told if it is another.
function options() {
  const own = state.own.map(([address, name, virtual]) =>
    make("option", { value: address }, say(virtual ? "adapter_virtual" : "adapter", { address, name })));
  const known = state.own.some(([address]) => address === state.address);
  return known ? own : [make("option", { value: state.address }, state.address), ...own];
}

function showAddress() {
  rebuild(by("door-own"), [state.own, state.address], options);
  if (document.activeElement !== by("door-own")) by("door-own").value = state.address;
  put(by("unreachable"), state.unreachable && say(state.unreachable));
}

function standing(wifi) {
  if (!wifi) return say("wifi_none");
  if (!wifi.ready) return say("wifi_again", { name: wifi.name });
  return say(wifi.on_wall ? "wifi_is_on" : "wifi_is_off", { name: wifi.name });
}

function showWifi() {
  const { wifi } = state;
  put(by("wifi-now"), standing(wifi));
  by("wifi-set").hidden = !wifi?.ready;
  by("wifi-remove").hidden = !wifi;
  by("wifi-on_wall").checked = Boolean(wifi?.on_wall);
  by("wifi-spelled").checked = Boolean(wifi?.spelled);
  by("wifi-spelled").disabled = wifi?.security === OPEN;
  rebuild(by("wifi-security"), SECURITY, () => SECURITY.map((kind) => make("option", { value: kind }, say(`wifi_${kind}`))));
  if (wifi && by("wifi").dataset.of !== wifi.name) {
    by("wifi").dataset.of = wifi.name;
    by("wifi-name").value = wifi.name;
    by("wifi-security").value = wifi.security;
    by("wifi-hidden").checked = wifi.hidden;
  }
  by("wifi-secret").hidden = by("wifi-security").value === OPEN;
}

export function showDoor(view) {
  const before = state;
  state = view;
  if (before && before.url !== view.url) tell(say("told_now", { url: view.url }));
  else if (before && before.code !== view.code) tell(say("code_now", { code: view.code }));
  showAddress();
  showWifi();
}

export function onDoor(act) {
  by("door-own").addEventListener("change", () => act("address", { to: by("door-own").value }));
  by("door-typed").addEventListener("submit", async (event) => {
    event.preventDefault();
    if (await act("address", { to: by("door-address").value })) by("door-address").value = "";
  });
  by("new-code").addEventListener("click", () => act("new_code"));
  by("wifi-security").addEventListener("change", showWifi);
  for (const name of ["on_wall", "spelled"]) {
    by(`wifi-${name}`).addEventListener("change", (event) => act("wifi", { [name]: event.target.checked }));
  }
  by("wifi").addEventListener("submit", async (event) => {
    event.preventDefault();
    const password = by("wifi-password").value;
    const given = { name: by("wifi-name").value, security: by("wifi-security").value, hidden: by("wifi-hidden").checked };
    if (await act("wifi", { ...given, password, on_wall: true })) by("wifi-password").value = "";
  });
  by("wifi-remove").addEventListener("click", async () => {
    if (!(await act("wifi", { name: "" }))) return;
    by("wifi").dataset.of = "";
    by("wifi-name").value = "";
  });
}
