// What stands where content will be, cannot be, or is not.

import { byId, fill, h, keeping } from "./dom.js";

export const bones = (lines = 4) => h("div", { class: "bones", "aria-hidden": "true" }, Array.from({ length: lines }, () => h("i")));

export function loading(lines = 4, what = "Loading") {
  return h("div", { role: "status" }, h("span", { class: "sr" }, `${what}…`), bones(lines));
}

export const empty = (title, text, ...ways) =>
  h("div", { class: "empty" }, h("strong", {}, title), text && h("p", {}, text), ways.length ? h("div", { class: "row" }, ways) : null);

/** What went wrong in the API's own words, with the id under which the log has it, and a way to try again. */
export function failure(error, again) {
  const where = error.requestId ? h("span", { class: "small quiet" }, "Request ", h("span", { class: "mono" }, error.requestId)) : null;
  const words = error.status === 0 ? "The server did not answer. Are you online?" : error.message || String(error);
  return h("div", { class: "note bad", role: "alert" }, h("p", {}, h("strong", {}, error.title || "Something went wrong"), h("br"), words, where && h("br"), where),
    again && h("button", { class: "button", type: "button", onclick: again }, "Try again"));
}

export const note = (kind, ...content) => h("div", { class: `note ${kind}` }, content);

let clearing = null;

/** A word in passing, perhaps with a way back. */
export function toast(text, way) {
  byId("toast")?.remove();
  clearTimeout(clearing);
  const box = h("div", { class: "toast", id: "toast", role: "status" }, h("span", {}, text),
    way && h("button", { class: "button", type: "button", onclick: () => { box.remove(); way.act(); } }, way.label));
  document.body.append(box);
  clearing = setTimeout(() => box.remove(), 10_000);
}

const latest = new WeakMap();

/** Show bones, then what `draw` makes of what `load` brings, or the failure with a way to try again. An answer that comes after one
 * to a later question is dropped. */
export async function into(place, load, draw, lines = 4) {
  const turn = (latest.get(place) ?? 0) + 1;
  latest.set(place, turn);
  if (!place.firstElementChild || place.dataset.failed) fill(place, loading(lines));
  place.setAttribute("aria-busy", "true");
  try {
    const found = await load();
    if (latest.get(place) !== turn) return;
    delete place.dataset.failed;
    keeping(place, () => {
      const drawn = draw(found);
      if (drawn !== undefined) place.replaceChildren(...[drawn].flat(Infinity).filter(Boolean));
    });
  } catch (error) {
    if (error.status === undefined) throw error;
    if (latest.get(place) !== turn) return;
    place.dataset.failed = "yes";
    fill(place, failure(error, () => into(place, load, draw, lines)));
  } finally {
    if (latest.get(place) === turn) place.removeAttribute("aria-busy");
  }
}
