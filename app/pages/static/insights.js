// What the sums of a month look like: cards, bars, pace, categories, merchants, days and accounts.

import { asTable, monthBars, paceLines, treemap, whenResized } from "./charts.js";
import { byId, fill, h, name, say } from "./dom.js";
import { count, longDay, money, month as monthName, percent, round, short, shortest, shortMonth, weekday } from "./format.js";
import { empty } from "./states.js";

const COLOURS = ["var(--c1)", "var(--c2)", "var(--c3)", "var(--c4)", "var(--c5)", "var(--c6)", "var(--c7)", "var(--c8)", "var(--c9)"];
const FEW_ACCOUNTS = 8;
// Of all that was spent: what is less would be too small to be seen, read or hit.
const TOO_SMALL = 0.02;
const watched = new WeakSet();

/** Draw now, and again when the card's width changes. */
function chart(place, draw) {
  place.drawChart = draw;
  if (!watched.has(place)) {
    watched.add(place);
    whenResized(place, () => { if (place.drawChart && place.isConnected) place.drawChart(); });
  }
  draw();
}

function tile(label, value, more, kind = "") {
  return h("div", { class: `card tile ${kind}` }, h("p", { class: "quiet small" }, label), h("p", { class: "tile-number number" }, value), more ? h("p", { class: "small quiet" }, more) : null);
}

/** Against the month before, in words: a sign alone is read by nobody. A month that is not over is not compared with a whole one. */
function against(page, now, before, beforeMonth) {
  if (!before) return "";
  if (page.month === page.today.slice(0, 7)) return `${round(before, page.currency)} in all of ${monthName(beforeMonth)}`;
  const share = (now - before) / before;
  if (Math.abs(share) < 0.005) return "as in the month before";
  return `${percent(Math.abs(share))} ${share > 0 ? "more" : "less"} than the month before`;
}

export function drawCards(page, months, pace) {
  const now = months.find((one) => one.month === page.month) ?? { spent: "0", income: "0", refunded: "0", net: "0", kept: "0", transactions: 0 };
  const index = months.indexOf(now);
  const before = index > 0 ? months[index - 1] : null;
  const cash = (amount) => round(amount, page.currency);
  const day = page.month === page.today.slice(0, 7) ? Number(page.today.slice(8)) : pace?.days.length;
  const at = pace?.days[(day ?? 1) - 1];
  const usual = at?.usual ? Number(at.usual) : null;
  const gap = usual ? Number(at.spent) - usual : null;
  const tiles = [
    tile("Spent", cash(now.spent), against(page, Number(now.spent), before && Number(before.spent), before?.month), "spent-tile"),
    tile("Income", cash(now.income), Number(now.refunded) ? `and ${cash(now.refunded)} refunded` : against(page, Number(now.income), before && Number(before.income), before?.month)),
    tile("Left over", cash(now.net), Number(now.kept) ? `${cash(now.kept)} moved between own accounts is not in it` : "income and refunds, less what was spent", Number(now.net) < 0 ? "below" : ""),
    usual === null ? tile("Against the usual", "–", "known after one whole month")
      : tile("Against the usual", `${gap > 0 ? "+" : "−"}${cash(Math.abs(gap))}`, `${gap > 0 ? "more" : "less"} ${page.month === page.today.slice(0, 7) ? "by this day " : ""}than on average of ${count(pace.usual_months)} ${pace.usual_months === 1 ? "month" : "months"}`, gap > 0 ? "over" : "under"),
  ];
  // As large as the longest of them may be.
  const signs = Math.max(...tiles.map((one) => one.querySelector(".tile-number").textContent.length));
  for (const one of tiles) one.style.setProperty("--signs", signs);
  return tiles;
}

function lastSix(last) {
  const [year, number] = last.split("-").map(Number);
  return Array.from({ length: 6 }, (_, index) => new Date(Date.UTC(year, number - 6 + index, 1)).toISOString().slice(0, 7));
}

export function drawMonths(page, found) {
  const cash = (amount) => round(amount, page.currency);
  const rows = lastSix(page.lastMonth).map((month) => {
    const one = found.find((each) => each.month === month) ?? { spent: "0", income: "0", refunded: "0", net: "0" };
    return { month, spent: Number(one.spent), income: Number(one.income) + Number(one.refunded), net: Number(one.net), cells: [cash(one.spent), cash(one.income), cash(one.net)],
      words: `${monthName(month)}: spent ${cash(one.spent)}, income ${cash(one.income)}, left over ${cash(one.net)}` };
  });
  fill(byId("months-legend"), [["income", "Income"], ["spent", "Spent"], ["net", "Left over"]].map(([kind, label]) => h("span", { class: "small" }, h("i", { css: { background: `var(--${kind})` }, "aria-hidden": "true" }), label)));
  const place = h("div", { class: "chart-box" });
  const box = byId("months");
  fill(box, place, asTable("Income, spending and what is left over in six months", ["Month", "Spent", "Income", "Left over"], rows.map((row) => [monthName(row.month), ...row.cells])));
  const chosen = rows.findIndex((row) => row.month === page.month);
  if (page.told === false) say(rows[chosen].words);
  page.told = true;
  chart(box, () => monthBars(place, rows, { label: "Income, spending and what is left over, by month", chosen, format: (value) => short(value, page.currency), name: (row) => shortMonth(row.month), onChoose: (index) => page.go(rows[index].month) }));
}

export function drawPace(page, pace) {
  const box = byId("pace");
  if (!pace) {
    byId("pace-note").textContent = "";
    return empty("Nothing spent", "No payment in this month.");
  }
  const upTo = page.month === page.today.slice(0, 7) ? Number(page.today.slice(8)) : pace.days.length;
  const days = pace.days.map((one) => ({ ...one, spent: Number(one.spent), usual: one.usual === null ? null : Number(one.usual) }));
  const at = pace.days[upTo - 1];
  const words = `Spent ${round(at.spent, page.currency)} by day ${upTo}${at.usual === null ? "" : `, usually ${round(at.usual, page.currency)}`}`;
  byId("pace-note").textContent = pace.usual_months ? `dashed: usual, ${pace.usual_months} mo` : "";
  const place = h("div", { class: "chart-box" });
  fill(box, place, h("p", { class: "small" }, words), asTable("Spent by the day of the month", ["Day", "Spent", "Usual"], pace.days.slice(0, upTo).map((one) => [longDay(one.day), money(one.spent, page.currency), one.usual === null ? "–" : money(one.usual, page.currency)])));
  chart(box, () => paceLines(place, days, { label: words, upTo, format: (value) => short(value, page.currency) }));
  return undefined;
}

/** Of rows with the largest first those at the end that are below `least`, and as many more as make them so large together. */
function smallOnes(rows, least) {
  let first = rows.length;
  let gathered = 0;
  while (first > 0 && (gathered ? Math.min(gathered, Number(rows[first - 1].amount)) : Number(rows[first - 1].amount)) < least) {
    first -= 1;
    gathered += Number(rows[first].amount);
  }
  return rows.length - first > 1 ? rows.slice(first) : [];
}

function showTable(box) {
  box.querySelector("details").open = true;
  box.querySelector("summary").focus();
}

export function drawCategories(page, rows) {
  const box = byId("categories");
  fill(byId("categories-up"), page.below ? h("button", { class: "button bare small", type: "button", onclick: () => { page.below = null; page.drawCategories(); } }, `‹ All · ${page.categories.get(page.below)}`) : h("span", { class: "small quiet" }, "Choose one to open it"));
  if (!rows.length) return empty("Nothing spent", "No payment in this month.");
  const total = rows.reduce((sum, row) => sum + Number(row.amount), 0);
  const few = smallOnes(rows, TOO_SMALL * total);
  const large = rows.slice(0, rows.length - few.length);
  const open = (row) => (row.more ? () => { page.below = row.category; page.drawCategories(); } : () => page.list.ofCategory(row.category));
  const leaf = (label, value, colour, act) => ({ name: label, value, sum: round(value, page.currency), words: `${round(value, page.currency)} (${percent(value / total)})`, colour, open: act });
  const shown = large.map((row, index) => leaf(row.name, Number(row.amount), COLOURS[index % COLOURS.length], open(row)));
  if (few.length) shown.push(leaf(`${count(few.length)} small ones`, few.reduce((sum, row) => sum + Number(row.amount), 0), "var(--usual)", () => showTable(box)));
  const place = h("div", { class: "chart-box" });
  fill(box, place, asTable("Spent by category", ["Category", "Amount", "Payments"], rows.map((row) => [row.name, money(row.amount, page.currency), count(row.transactions)])));
  chart(box, () => treemap(place, shown, { height: Math.min(box.clientWidth < 480 ? 400 : 470, 130 + 80 * rows.length) }));
  return undefined;
}

export function drawMerchants(page, rows) {
  if (!rows.length) return empty("Nobody was paid", "No payment in this month.");
  const most = Number(rows[0].amount);
  return h("ol", { class: "ranks" }, rows.map((row) => h("li", {},
    h("button", { class: "rank", type: "button", disabled: !row.merchant, onclick: () => page.list.ofMerchant(row.merchant) },
      h("span", { class: "rank-line" }, name(row.merchant ?? "Unnamed", "strong"), h("span", { class: "number" }, round(row.amount, page.currency))),
      h("span", { class: "bar thin", "aria-hidden": "true" }, h("i", { css: { width: `${(100 * Number(row.amount)) / most}%`, background: "var(--spent)" } })),
      h("span", { class: "small quiet" }, `${page.categories.get(row.category) ?? row.category} · ${count(row.transactions)} ${row.transactions === 1 ? "payment" : "payments"}`)))));
}

/** A calendar whose weeks begin on Monday; darker days cost more. Steps are quarters of the days that cost anything. */
export function drawDays(page, rows) {
  const [year, number] = page.month.split("-").map(Number);
  const length = new Date(Date.UTC(year, number, 0)).getUTCDate();
  const offset = (new Date(Date.UTC(year, number - 1, 1)).getUTCDay() + 6) % 7;
  const spent = new Map(rows.map((row) => [row.day, row]));
  const sizes = rows.map((row) => Number(row.spent)).filter(Boolean).sort((a, b) => a - b);
  const level = (amount) => (amount ? 1 + Math.min(3, Math.floor((4 * sizes.findIndex((one) => one >= amount)) / sizes.length)) : 0);
  const cells = Array.from({ length }, (_, index) => {
    const day = `${page.month}-${String(index + 1).padStart(2, "0")}`;
    const one = spent.get(day);
    const words = `${longDay(day)}: ${one ? `spent ${money(one.spent, page.currency)}, ${count(one.transactions)} ${one.transactions === 1 ? "transaction" : "transactions"}` : "nothing"}`;
    return h("li", { class: "day", css: index === 0 ? { "grid-column-start": offset + 1 } : {} }, h("button", { class: `heat-${level(Number(one?.spent ?? 0))} ${day === page.today ? "is-today" : ""}`, type: "button", title: words, "aria-label": words, disabled: !one, onclick: () => page.list.ofDay(day) },
      h("span", {}, count(index + 1)), one && Number(one.spent) ? h("span", { class: "day-sum number" }, shortest(one.spent, page.currency)) : null));
  });
  const heads = Array.from({ length: 7 }, (_, index) => h("li", { class: "day-head small quiet" }, weekday(`2024-01-0${1 + index}`)));
  return h("div", {}, h("ul", { class: "calendar", "aria-hidden": "true" }, heads), h("ul", { class: "calendar" }, cells));
}

export function drawAccounts(page, rows) {
  if (!rows.length) return empty("No account moved", "No transaction in this month.");
  const title = (row) => `${row.issuer ? row.issuer.replaceAll("_", " ").toUpperCase() : "Unknown bank"}${row.account_last4 ? ` ··${row.account_last4}` : ""}`;
  const sorted = [...rows].sort((a, b) => Number(b.spent) - Number(a.spent));
  const heads = ["Account", "Spent", "Income", "Transactions"];
  const table = h("div", { class: "table-box", tabIndex: 0, role: "region", "aria-label": "Sums by account" }, h("table", {}, h("thead", {}, h("tr", {}, heads.map((head, index) => h("th", { scope: "col", class: index ? `right nth-${index}` : "" }, head)))),
    h("tbody", {}, sorted.slice(0, page.allAccounts ? sorted.length : FEW_ACCOUNTS).map((row) => h("tr", {}, h("td", {}, row.account_last4 ? h("button", { class: "button bare small flush", type: "button", onclick: () => page.list.ofAccount(row.account_last4) }, title(row)) : h("span", { class: "strong" }, title(row))),
      h("td", { class: "right number" }, round(row.spent, page.currency)), h("td", { class: "right number" }, Number(row.income) ? round(row.income, page.currency) : "–"), h("td", { class: "right number nth-3" }, count(row.transactions)))))));
  const all = sorted.length > FEW_ACCOUNTS && !page.allAccounts ? h("button", { class: "button bare small flush", type: "button", onclick: () => { page.allAccounts = true; fill(byId("accounts"), drawAccounts(page, rows)); } }, `All ${count(sorted.length)} accounts`) : null;
  return [table, all];
}
