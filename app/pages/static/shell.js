// The frame around every page: who is here, whose mailbox is shown, colours, the way out.

import { carry, get, post } from "./api.js";
import { byId, fill, h, name, say } from "./dom.js";
import { failure, note } from "./states.js";

export const loginPath = (next, more = "") => `/api/v1/auth/google/login?next=${encodeURIComponent(next)}${more}`;

const chosen = new URLSearchParams(location.search).get("user");
const IS_ID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** A path of ours that keeps to the mailbox that is shown. */
export const pathFor = (path, user) => (user && !user.own ? `${path}?user=${user.id}` : path);

function drawFrame(visitor, user) {
  for (const link of document.querySelectorAll("[data-admin]")) link.hidden = visitor.mode !== "local" && document.body.dataset.page !== "operations";
  for (const link of document.querySelectorAll("[data-keep-user]")) {
    if (user) link.setAttribute("href", pathFor(new URL(link.href).pathname, user));
  }
  fill(byId("who"), user ? name(user.email) : null);
  byId("leave").hidden = visitor.mode !== "person";
  byId("leave").addEventListener("click", leave);
  byId("theme").addEventListener("click", turnColours);
}

/** A menu is a `details`: it closes on Escape, when something in it was chosen, and when somebody looks elsewhere. */
export function menu(box) {
  const close = (event) => {
    if (event.type === "keydown" && event.key !== "Escape") return;
    if (event.type === "keydown" && box.contains(document.activeElement)) box.querySelector("summary").focus();
    if (event.type !== "click" || !box.contains(event.target) || event.target.closest("a")) box.open = false;
  };
  for (const kind of ["click", "keydown"]) document.addEventListener(kind, close);
  box.addEventListener("focusout", (event) => { if (event.relatedTarget && !box.contains(event.relatedTarget)) box.open = false; });
}

async function leave() {
  await post("/auth/logout");
  location.assign("/");
}

function turnColours() {
  const root = document.documentElement;
  const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = dark ? "light" : "dark";
  try {
    localStorage.setItem("theme", root.dataset.theme);
  } catch {
    // Storage is closed to us: the choice holds for this page.
  }
  say(`Colours: ${root.dataset.theme}`);
  document.dispatchEvent(new Event("colours"));
}

async function userShown(visitor) {
  if (visitor.mode === "person") return { ...visitor.user, own: true };
  if (visitor.mode === "local" && chosen && IS_ID.test(chosen)) return { ...(await get(`/users/${chosen}`)), own: false };
  return null;
}

/** Run a page: `draw({ visitor, user })`. Without a user, and unless the page does without one, the way in is shown instead. */
export async function start(draw, { needsUser = true } = {}) {
  const main = byId("main");
  try {
    const visitor = await get("/auth/visitor");
    carry(visitor.csrf_token);
    const user = await userShown(visitor);
    drawFrame(visitor, user);
    if (needsUser && !user) fill(main, h("h1", {}, "Whose mailbox?"), await wayIn(visitor));
    else await draw({ visitor, user });
  } catch (error) {
    if (error.status === undefined) throw error;
    fill(main, h("h1", {}, "This page cannot be shown"), failure(error, () => location.reload()));
  }
}

/** For those who are not signed in: Google's door; on an open local mode, the mailboxes that are there. */
export async function wayIn(visitor) {
  const here = location.pathname === "/" ? "/sync" : location.pathname;
  const door = h("p", {}, h("a", { class: "button main", href: loginPath(here) }, "Connect Gmail"));
  if (visitor.mode !== "local") return [note("info", h("p", {}, "Sign in to see what is yours.")), door];
  const { people } = await get("/ops/people", { limit: 30 });
  return [door, people.length ? mailboxes(people, here) : h("p", { class: "quiet" }, "No mailbox is connected yet.")];
}

function mailboxes(people, here) {
  const one = (person) => h("li", {}, h("a", { class: "mailbox", href: `${here}?user=${person.id}` }, name(person.email),
    h("span", { class: `tag ${person.connection_state === "active" ? "good" : "warn"}` }, person.connection_state?.replace("_", " ") ?? "not connected")));
  return h("section", { class: "card stack" }, h("h2", {}, "Mailboxes on this machine"),
    h("p", { class: "quiet small" }, "The local mode is open to this machine: choose whose pages to see."), h("ul", { class: "mailboxes" }, people.map(one)));
}
