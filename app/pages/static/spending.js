// The spending page: one month of one currency at a time. Two currencies are never added up: another one is chosen, or said to be there.

import { address, get } from "./api.js";
import { byId, fill, h } from "./dom.js";
import { follow } from "./feed.js";
import { ago, count, month as monthName, moment, today, zone } from "./format.js";
import { drawAccounts, drawCards, drawCategories, drawDays, drawMerchants, drawMonths, drawPace } from "./insights.js";
import { startList } from "./list.js";
import { loginPath, menu, pathFor, start } from "./shell.js";
import { empty, into, note } from "./states.js";

const STALE_AFTER = 2 * 3600 * 1000;
const CATCH_UP = 2500;
const MONTHS_SHOWN = 6;
const FILES = [["csv", "CSV", "for a spreadsheet"], ["json", "JSON", "with every field"], ["ofx", "OFX", "for GnuCash, KMyMoney and the like"], ["beancount", "Beancount", "plain-text accounting"],
  ["firefly", "CSV for Firefly III", "its importer's own columns"]];

const shift = (month, by) => {
  const [year, number] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7);
};
const lastDay = (month) => {
  const [year, number] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
};

await start(async ({ user }) => {
  const page = { user, zone, today: today(), categories: new Map(), below: null };
  const [overview, { categories }] = await Promise.all([get("/insights/overview", { user_id: user.id }), get("/categories", { user_id: user.id })]);
  page.categories = new Map(categories.map((one) => [one.category, one.name]));
  page.overview = overview;
  if (!overview.currencies.length) drawNothing(user);
  else begin(page);
  listen(page);
});

function drawNothing(user) {
  byId("content").hidden = true;
  byId("ways").hidden = true;
  const box = byId("nothing") ?? h("div", { class: "card", id: "nothing" });
  fill(box, empty("Nothing to show yet", user.connection_state ? "Payments appear here as soon as they are read from the mail." : "Connect the mailbox, and six months of payments appear here.",
    user.connection_state ? h("a", { class: "button main", href: pathFor("/sync", user) }, "Watch the sync") : h("a", { class: "button main", href: loginPath("/spending") }, "Connect Gmail")));
  byId("main").append(box);
}

function begin(page) {
  byId("nothing")?.remove();
  byId("content").hidden = false;
  byId("ways").hidden = false;
  page.currency = page.overview.currencies[0].currency;
  const latest = page.overview.last_day.slice(0, 7);
  page.month = latest < page.today.slice(0, 7) ? latest : page.today.slice(0, 7);
  page.lastMonth = page.month;
  page.list = startList(page);
  drawExport(page.user);
  byId("earlier").addEventListener("click", () => go(page, shift(page.month, -1)));
  byId("later").addEventListener("click", () => go(page, shift(page.month, 1)));
  byId("currency").addEventListener("change", (event) => { page.currency = event.target.value; page.below = null; show(page); });
  page.go = (month) => go(page, month);
  page.show = () => show(page);
  show(page);
}

function drawExport(user) {
  fill(byId("export-ways"), h("p", { class: "small quiet" }, "All transactions, in every currency"),
    FILES.map(([format, label, more]) => h("a", { href: address("/transactions/export", { user_id: user.id, format }), download: "" }, h("strong", {}, label), h("span", { class: "small quiet" }, more))));
  menu(byId("export"));
}

/** The six months that are shown stand still while one of them is chosen. */
function go(page, month) {
  page.month = month;
  if (month > page.lastMonth) page.lastMonth = month;
  if (month < shift(page.lastMonth, 1 - MONTHS_SHOWN)) page.lastMonth = shift(month, MONTHS_SHOWN - 1);
  page.below = null;
  page.told = false;
  show(page);
}

/** What every question of the month asks. */
function question(page) {
  return { user_id: page.user.id, zone: page.zone, currency: page.currency, since: `${page.month}-01`, until: lastDay(page.month) };
}

function drawHead(page) {
  byId("month").textContent = monthName(page.month);
  byId("earlier").disabled = page.month <= page.overview.first_day.slice(0, 7);
  byId("later").disabled = page.month >= page.today.slice(0, 7);
  byId("currency-field").hidden = page.overview.currencies.length < 2;
  drawCurrencies(page);
  drawNotes(page);
}

/** Only when others have come: a list that somebody has opened stays open. */
function drawCurrencies(page) {
  const box = byId("currency");
  const key = page.overview.currencies.map((one) => one.currency).join(" ");
  if (box.dataset.key === key) return;
  box.dataset.key = key;
  fill(box, page.overview.currencies.map((one) => h("option", { value: one.currency, selected: one.currency === page.currency }, one.currency)));
}

function drawNotes(page) {
  const notes = [];
  const { user, overview, job } = page;
  if (user.connection_state === "needs_reconnect") {
    notes.push(note("bad", h("p", {}, h("strong", {}, "New payments are missing: "), "FinCoach cannot read the mailbox any more."), h("a", { class: "button main", href: loginPath("/spending", "&consent=true") }, "Connect again")));
  }
  if (job && job.status === "processing") {
    notes.push(note("info", h("p", {}, h("strong", {}, "Partial: "), `mail is being read, the newest first. ${count(job.processed_emails)} of ${count(job.total_emails)} mails so far.`), h("a", { class: "button", href: pathFor("/sync", user) }, "Watch")));
  } else if (user.connection_state === "active" && user.last_email_fetch_time && Date.now() - new Date(user.last_email_fetch_time) > STALE_AFTER) {
    notes.push(note("warn", h("p", {}, `Last synced ${ago(user.last_email_fetch_time)}. Newer payments may be missing.`)));
  }
  const others = overview.currencies.filter((one) => one.currency !== page.currency);
  if (others.length) notes.push(note("", h("p", {}, `Only ${page.currency} is shown and added up. There ${others.length === 1 ? "is" : "are"} also ${others.map((one) => `${count(one.transactions)} in ${one.currency}`).join(", ")}.`)));
  if (overview.doubtful) {
    notes.push(note("", h("p", {}, h("strong", {}, `${count(overview.doubtful)} ${overview.doubtful === 1 ? "payment" : "payments"} to look at: `), "the mail did not say all clearly."),
      h("button", { class: "button", type: "button", onclick: () => page.list.review() }, "Review")));
  }
  fill(byId("notes"), notes);
  byId("fresh").textContent = user.last_email_fetch_time ? `Up to ${moment(user.last_email_fetch_time)}` : "";
}

/** `live`: by itself, because something new was read. */
function show(page, { live = false } = {}) {
  drawHead(page);
  const asked = question(page);
  const months = { user_id: page.user.id, zone: page.zone, currency: page.currency, last: page.lastMonth, months: MONTHS_SHOWN + 1 };
  const pace = get("/insights/pace", { user_id: page.user.id, zone: page.zone, currency: page.currency, month: page.month });
  const sums = get("/insights/months", months);
  const both = Promise.all([sums, pace]);
  into(byId("cards"), () => both, ([found, paces]) => drawCards(page, found.months, paces.paces[0]), 3);
  into(byId("months"), () => sums, (found) => drawMonths(page, found.months), 6);
  into(byId("pace"), () => pace, (found) => drawPace(page, found.paces[0]), 6);
  into(byId("merchants"), () => get("/insights/merchants", { ...asked, limit: 8 }), (found) => drawMerchants(page, found.merchants), 6);
  into(byId("days"), () => get("/insights/days", asked), (found) => drawDays(page, found.days), 6);
  into(byId("accounts"), () => get("/insights/accounts", asked), (found) => drawAccounts(page, found.accounts), 4);
  page.drawCategories = () => into(byId("categories"), () => get("/insights/categories", { ...asked, below: page.below }), (found) => drawCategories(page, found.categories), 6);
  page.drawCategories();
  page.list.ofMonth(asked, { live });
}

/** While a sync runs the charts fill by themselves. */
function listen(page) {
  let timer = null;
  let found = -1;
  follow(page.user.id, (job) => {
    const over = page.job?.status === "processing" && job.status !== "processing";
    const changed = found !== -1 && found !== job.parsed_transactions;
    page.job = job;
    found = job.parsed_transactions;
    if (page.month) drawNotes(page);
    if ((changed || over) && !timer) timer = setTimeout(async () => { timer = null; await refresh(page); }, CATCH_UP);
  }, () => {});
}

async function refresh(page) {
  [page.overview, page.user] = await Promise.all([get("/insights/overview", { user_id: page.user.id }), get(`/users/${page.user.id}`).then((user) => ({ ...page.user, ...user }))]);
  if (!page.overview.currencies.length) return;
  if (!page.month) begin(page);
  else show(page, { live: true });
}

