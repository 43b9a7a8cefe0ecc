// What the pages of the wall are made with.

export const bare = (url) => url.replace("http://", ""); // shorter to type, and phones find it all the same
export const id = (phase) => phase.replace(/\W/g, "_");
export const by = (id) => document.getElementById(id);

export function svg(tag, attributes = {}, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

// How long a bar is, 0 … 1; the style sheet makes a width or a height of it.
export function share(element, part) {
  element.style.setProperty("--share", Math.max(0, Math.min(1, part || 0)).toFixed(3));
  return element;
}

// Makes `old` look like `fresh` with as few changes as it can, so that bars glide and nothing blinks.
export function morph(old, fresh) {
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

export function put(id, text) {
  const element = by(id);
  if (element.textContent !== text) element.textContent = text;
}

// A code drawn from its rows, dark dots as one path: the same as the one that is fetched.
export function codeOf(rows) {
  const edge = 2; // light dots around it
  const side = rows.length + 2 * edge;
  const dots = rows.flatMap((row, y) => [...row].map((dark, x) => (dark ? `M${x + edge} ${y + edge}h1v1h-1z` : "")));
  return svg("svg", { viewBox: `0 0 ${side} ${side}`, "aria-hidden": "true", "shape-rendering": "crispEdges" },
    svg("path", { d: `M0 0h${side}v${side}H0z`, fill: "#ffffff" }),
    svg("path", { d: dots.join(""), fill: "#2a1b2e" }));
}

let qr = null;
export function qrCopy() {
  return qr?.cloneNode(true);
}

// The picture is put into the page itself, so that it can be drawn at any size.
export async function fetchQr() {
  const text = await (await fetch("/qr.svg")).text();
  qr = new DOMParser().parseFromString(text, "text/html").querySelector("svg");
  qr.setAttribute("viewBox", `0 0 ${qr.getAttribute("width")} ${qr.getAttribute("height")}`);
  qr.removeAttribute("width");
  qr.removeAttribute("height");
  qr.setAttribute("aria-hidden", "true");
  for (const holder of document.querySelectorAll(".qr")) holder.replaceChildren(qrCopy());
}
