// Elements without markup: whatever a mail says becomes a text node, never HTML.

/** An element with properties, attributes (`aria-…`, `data-…` and those that have no property) and children. */
export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "class") element.className = value;
    else if (name === "dataset") Object.assign(element.dataset, value);
    else if (name === "css") for (const [key, one] of Object.entries(value)) element.style.setProperty(key, one);
    else if (name in element && !name.includes("-") && name !== "list" && name !== "for") element[name] = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat(Infinity).filter((one) => one !== null && one !== undefined && one !== false));
  return element;
}

export const byId = (id) => document.getElementById(id);

const REACHED = "button:enabled, a[href], select, input, summary, [tabindex]";
const labelOf = (element) => `${element.localName} ${element.getAttribute("aria-label") ?? element.textContent}`;

/** Whatever `draw` puts in place of what was there: tables that stood open stay open, and the keyboard stays where it was. */
export function keeping(place, draw) {
  const open = [...place.querySelectorAll("details")].map((one) => one.open);
  const held = place.contains(document.activeElement) && document.activeElement !== place ? document.activeElement : null;
  const index = held ? [...place.querySelectorAll(REACHED)].indexOf(held) : -1;
  draw();
  place.querySelectorAll("details").forEach((one, number) => { one.open = open[number] ?? false; });
  if (held && !held.isConnected) reach(place, held, index);
}

/** The same thing drawn anew; else what took its place. */
function reach(place, held, index) {
  const there = [...place.querySelectorAll(REACHED)];
  const same = there.filter((one) => labelOf(one) === labelOf(held));
  const beside = held.closest(".pager") ? place.querySelector(".pager button:enabled") : there[index];
  const found = same.includes(there[index]) ? there[index] : (same[0] ?? beside ?? place);
  if (found === place) place.tabIndex = -1;
  found.focus({ preventScroll: true });
}

/** Put these in the place of all that `place` holds. */
export function fill(place, ...children) {
  keeping(place, () => place.replaceChildren(...children.flat(Infinity).filter(Boolean)));
  return place;
}

/** Somebody else's words: isolated from the direction of writing around them, whole on hover, cut by the style where there is no room. */
export function name(text, more = "") {
  return h("span", { class: `name ${more}`.trim(), title: text, dir: "auto" }, text);
}

/** An address whole, broken before its host where it must be broken. */
export function whole(address) {
  const at = address.lastIndexOf("@");
  return h("span", { class: "name wrap", dir: "auto" }, address.slice(0, Math.max(at, 0)), h("wbr"), address.slice(Math.max(at, 0)));
}

/** Tell those who do not see the page. */
export function say(text) {
  byId("said").textContent = text;
}
