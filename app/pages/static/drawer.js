// Why a transaction reads as it does: the mail is fetched for this answer, and forgotten.

import { get, patch } from "./api.js";
import { byId, fill, h, name } from "./dom.js";
import { happened, money, moment, percent } from "./format.js";
import { into, note, toast } from "./states.js";
import { FLOWS, gmailAddress, rule } from "./words.js";

const FIELDS = { amount: "Amount", currency: "Currency", direction: "Direction", counterparty: "Who", account_last4: "Account", occurred_at: "When", occurred: "When", reference: "Reference", kind: "Kind", merchant: "Merchant", category: "Category" };

function evidence(why) {
  const rows = why.evidence.map((one) => h("tr", {}, h("th", { scope: "row" }, FIELDS[one.field] ?? one.field), h("td", {}, one.quote ? h("q", { class: "quote", dir: "auto" }, one.quote) : h("span", { class: "quiet" }, one.origin.replaceAll("_", " "))), h("td", { class: "right number" }, percent(one.confidence))));
  const how = why.now.format ? `By the format ${why.now.format}${why.now.issuer ? ` of ${why.now.issuer.toUpperCase()}` : ""}.` : `By the general reader: ${why.now.rule}.`;
  return [h("p", {}, how), why.unchanged ? null : note("warn", h("p", {}, "The reader of today would read this mail otherwise.")),
    h("div", { class: "table-box" }, h("table", {}, h("thead", {}, h("tr", {}, h("th", { scope: "col" }, "What"), h("th", { scope: "col" }, "The mail's words"), h("th", { scope: "col", class: "right" }, "Sure"))), h("tbody", {}, rows)))];
}

const isDoubtful = (one) => one.confidence < 0.8 && !one.category_rule.startsWith("yours");

/** A person has looked: it is not doubtful any more. */
async function confirm(page, one, dialog) {
  try {
    await patch(`/transactions/${one.id}`, { category: one.category });
    dialog.close();
    toast("Noted: it is right");
    page.overview = await get("/insights/overview", { user_id: page.user.id });
    page.show();
  } catch (error) {
    if (error.status === undefined) throw error;
    toast(error.message);
  }
}

export function explain(page, one) {
  const dialog = byId("drawer");
  const title = one.merchant ?? one.counterparty ?? "Unnamed";
  const facts = [["Date", happened(one)], ["Mail came", moment(one.received_at)], ["As printed", one.counterparty ? name(one.counterparty, "wrap") : "–"], ["Category", page.categories.get(one.category) ?? one.category],
    ["Decided by", name(rule(one.category_rule), "wrap")], ["Counts as", FLOWS[one.flow]], ["Reference", one.reference ? name(one.reference) : "–"], ["Sure", percent(one.confidence)]];
  const why = h("section", { class: "stack", "aria-label": "Why" });
  fill(byId("drawer-in"),
    h("div", { class: "card-head" }, h("h2", { id: "drawer-title", class: "drawer-title" }, name(title, "wrap")), h("button", { class: "button bare", type: "button", onclick: () => dialog.close() }, "Close")),
    h("p", { class: "big-number number" }, `${one.direction === "debit" ? "−" : "+"}${money(one.amount, one.currency)}`),
    h("dl", { class: "pairs" }, facts.map(([term, value]) => h("div", {}, h("dt", {}, term), h("dd", {}, value)))),
    h("div", { class: "row" }, isDoubtful(one) ? h("button", { class: "button main", type: "button", onclick: () => confirm(page, one, dialog) }, "It is right") : null,
      h("button", { class: "button", type: "button", onclick: () => into(why, () => get(`/transactions/${one.id}/explanation`), evidence) }, "Why does it read so?"),
      h("a", { class: "button bare", href: gmailAddress(page.user.connected_mailbox ?? page.user.email, one.message_id), target: "_blank", rel: "noopener noreferrer" }, "Mail in Gmail")), why);
  dialog.showModal();
}
