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

/** Put these in the place of all that `place` holds. */
export function fill(place, ...children) {
  place.replaceChildren(...children.flat(Infinity).filter(Boolean));
  return place;
}

/** Somebody else's words: isolated from the direction of writing around them, whole on hover, cut by the style where there is no room. */
export function name(text, more = "") {
  return h("span", { class: `name ${more}`.trim(), title: text, dir: "auto" }, text);
}

/** Tell those who do not see the page. */
export function say(text) {
  byId("said").textContent = text;
}
