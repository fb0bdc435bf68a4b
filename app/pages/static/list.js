// The transactions: searched, filtered, sorted and paged by the API; a category is changed in its row, and learned for the merchant.

import { get, patch } from "./api.js";
import { byId, fill, h, name } from "./dom.js";
import { count, day as dayName, happened, money, month as monthName } from "./format.js";
import { explain } from "./drawer.js";
import { empty, into, toast } from "./states.js";

const PAGE = 25;
const SORTS = { newest: "Newest first", oldest: "Oldest first", largest: "Largest first", smallest: "Smallest first" };
const WHEN = { month: "The month", all: "All time" };
const FLOWS = { "": "Everything", spending: "Spent", income: "Income", refund: "Refunds", own: "Own accounts" };
const WAIT_FOR_TYPING = 300;

export function startList(page) {
  let month = {};
  let more = {};
  let way = { search: "", flow: "", sort: "newest" };
  let when = "month";
  let cursors = [];
  let timer = null;

  const question = () => {
    const { since, until, ...rest } = month;
    const days = more.day ? { day_from: more.day, day_until: more.day } : when === "all" ? {} : { day_from: since, day_until: until };
    const all = more.doubtful ? { user_id: rest.user_id, zone: rest.zone } : { ...rest, ...days };
    const { day, ...filters } = more;
    return { ...all, ...filters, ...way, limit: PAGE, cursor: cursors.at(-1) };
  };

  function show() {
    drawChips();
    return into(byId("list"), () => get("/transactions", question()), draw, 8);
  }

  function only(filters) {
    more = filters;
    cursors = [];
    show();
    byId("list-card").scrollIntoView({ behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth", block: "start" });
    byId("list-title").focus({ preventScroll: true });
  }

  function drawChips() {
    const words = { category: (slug) => page.categories.get(slug) ?? slug, merchant: (text) => text, day: dayName, account_last4: (text) => `··${text}`, doubtful: () => "To look at" };
    const chips = Object.entries(more).map(([key, value]) => h("button", { class: "tag chip", type: "button", "aria-label": `Without the filter ${words[key](value)}`, onclick: () => { const { [key]: gone, ...rest } = more; only(rest); } }, name(words[key](value)), h("span", { "aria-hidden": "true" }, "×")));
    fill(byId("list-chips"), more.doubtful ? null : h("span", { class: "small quiet" }, when === "all" ? `All in ${page.currency}` : monthName(page.month)), chips);
  }

  function draw({ transactions, next_cursor: next }) {
    if (!transactions.length) return more.doubtful ? empty("Nothing left to look at", "Everything else was clear.") : empty("No transaction", "None fits this month and these filters.");
    // A button of a list that another question has overtaken turns nothing: its cursor is of that list.
    const [mine, depth] = [cursors, cursors.length];
    const leaf = (act) => () => { if (cursors === mine && cursors.length === depth) { act(); show(); } };
    const heads = [["Date"], ["Merchant"], ["Category"], ["Account"], ["Sure", "right"], ["Amount", "right"]];
    return [
      h("div", { class: "table-box" }, h("table", { class: "list" }, h("caption", { class: "sr" }, "Transactions"), h("thead", {}, h("tr", {}, heads.map(([text, side]) => h("th", { scope: "col", class: side ?? "" }, text)))),
        h("tbody", {}, transactions.map(row)))),
      h("div", { class: "pager" }, h("span", { class: "small quiet" }, `Page ${count(cursors.length + 1)}`),
        h("button", { class: "button", type: "button", disabled: !cursors.length, onclick: leaf(() => cursors.pop()) }, "Back"),
        h("button", { class: "button", type: "button", disabled: !next, onclick: leaf(() => cursors.push(next)) }, "Next")),
    ];
  }

  function row(one) {
    const out = one.direction === "debit";
    const title = one.merchant ?? one.counterparty ?? "Unnamed";
    return h("tr", { class: one.confidence < 0.8 && !one.category_rule.startsWith("yours") ? "doubtful" : "" },
      h("td", { class: "number when" }, happened(one)),
      h("td", { class: "whom" }, h("button", { class: "button bare flush whom-button", type: "button", "aria-label": `Why: ${title}`, onclick: () => explain(page, one) }, name(title))),
      h("td", { class: "what" }, chooser(one, title)),
      h("td", { class: "account small quiet" }, one.account_last4 ? `··${one.account_last4}` : "–"),
      h("td", { class: "right sure" }, h("span", { class: `tag ${one.confidence < 0.8 ? "warn" : ""}`, title: "How sure the reader is" }, `${Math.round(100 * one.confidence)} %`)),
      h("td", { class: `right number sum ${out ? "" : "in"}` }, `${out ? "−" : "+"}${money(one.amount, one.currency)}`));
  }

  function chooser(one, title) {
    const options = [...page.categories].map(([slug, label]) => h("option", { value: slug, selected: slug === one.category }, slug.includes(".") ? `${page.categories.get(slug.split(".")[0])} · ${label}` : label));
    return h("select", { class: "category", "aria-label": `Category of ${title}`, onchange: (event) => change(one, event.target.value, title) }, options);
  }

  async function change(one, category, title) {
    const label = page.categories.get(category);
    const always = async () => {
      try {
        const { others_changed: others } = await patch(`/transactions/${one.id}`, { category, always: true });
        toast(`${title} is always ${label} now${others ? `: ${count(others)} more changed` : ""}`);
        page.show();
      } catch (error) {
        if (error.status === undefined) throw error;
        toast(error.message);
      }
    };
    try {
      await patch(`/transactions/${one.id}`, { category });
      toast(`Changed to ${label}`, one.merchant ? { label: "Always for this merchant", act: always } : null);
      page.show();
    } catch (error) {
      if (error.status === undefined) throw error;
      toast(error.message);
      show();
    }
  }

  const choice = (label, choices, choose) => h("label", { class: "field" }, h("span", {}, label), h("select", { onchange: (event) => { choose(event.target.value); cursors = []; show(); } }, Object.entries(choices).map(([value, word]) => h("option", { value }, word))));
  const select = (label, key, choices) => choice(label, choices, (value) => { way = { ...way, [key]: value }; });
  const period = choice("When", WHEN, (value) => { when = value; });

  /** Another month was chosen: the list is of that one. */
  function turn() {
    more = {};
    cursors = [];
    when = "month";
    period.querySelector("select").value = when;
  }

  /** A list of choices that somebody has opened is not drawn anew under their hand. */
  const choosing = () => document.activeElement?.matches("#list select") ?? false;
  fill(byId("filters"), h("label", { class: "field grow" }, h("span", {}, "Search"), h("input", { type: "search", maxLength: 100, placeholder: "Part of a name", autocomplete: "off", oninput: (event) => {
    clearTimeout(timer);
    timer = setTimeout(() => { way = { ...way, search: event.target.value.trim() }; cursors = []; show(); }, WAIT_FOR_TYPING);
  } })), period, select("Which", "flow", FLOWS), select("Order", "sort", SORTS));
  byId("filters").addEventListener("submit", (event) => event.preventDefault());
  byId("list-title").tabIndex = -1;

  return {
    ofMonth: (asked, { live }) => {
      if (asked.since !== month.since || asked.currency !== month.currency) turn();
      month = asked;
      if (!(live && choosing())) show();
    },
    ofCategory: (category) => only({ category }),
    ofMerchant: (merchant) => only({ merchant }),
    ofDay: (on) => only({ day: on }),
    ofAccount: (last4) => only({ account_last4: last4 }),
    review: () => only({ doubtful: true }),
  };
}
