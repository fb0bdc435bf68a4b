// The operators' page: looked at anew every three seconds while somebody looks.

import { get, unlock } from "./api.js";
import { byId, fill, h, name } from "./dom.js";
import { ago, clock, count, decimal, percent, span } from "./format.js";
import { start } from "./shell.js";
import { empty, failure, into, note } from "./states.js";
import { reason } from "./words.js";

const LOOK_EVERY = 3000;
// Sums over all jobs there ever were: asked less often.
const TOTALS_EVERY = 10;
const SILENT_AFTER = 60;
const QUEUED_TOO_LONG = 120;

let totals = null;

const link = (one) => h("a", { href: `/sync?user=${one.id}` }, name(one.email));

await start(async ({ visitor }) => {
  if (visitor.mode === "local") return begin();
  return askForKey();
}, { needsUser: false });

/** A key is kept in this page alone: closed or loaded anew, it is forgotten. */
function askForKey() {
  const field = h("input", { type: "password", id: "key", autocomplete: "off", required: true, maxLength: 200 });
  const open = async (event) => {
    event.preventDefault();
    unlock(field.value.trim());
    try {
      await get("/ops/health");
      byId("door").remove();
      begin();
    } catch (error) {
      if (error.status === undefined) throw error;
      fill(byId("notes"), failure(error));
    }
  };
  byId("main").append(h("form", { class: "card stack door", id: "door", onsubmit: open }, h("h2", {}, "For operators"),
    h("label", { class: "field" }, h("span", {}, "Service key of the scope admin"), field),
    h("p", { class: "small quiet" }, "It stays in this page for as long as it is open."), h("div", {}, h("button", { class: "button main" }, "Open"))));
  field.focus();
}

async function begin() {
  byId("content").hidden = false;
  let timer = null;
  byId("people-search").addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(people, 300); });
  people();
  drawLists();
  for (let round = 0; ; round += 1) {
    if (!document.hidden) await look(round % TOTALS_EVERY === 0);
    await new Promise((resolve) => { setTimeout(resolve, LOOK_EVERY); });
  }
}

async function look(withTotals = true) {
  try {
    if (withTotals || !totals) totals = (await get("/email-sync/stats")).by_status;
    draw(await get("/ops/health"));
    byId("fresh").textContent = `As of ${clock(new Date().toISOString())}, every three seconds`;
  } catch (error) {
    if (error.status === undefined) throw error;
    fill(byId("notes"), failure(error, () => look()));
  }
}

function tile(label, value, more, alarm = false) {
  return h("div", { class: `card tile ${alarm ? "alarm" : ""}` }, h("p", { class: "quiet small" }, label), h("p", { class: "tile-number number", css: { "--signs": value.length } }, value), h("p", { class: "small quiet" }, more));
}

function draw(state) {
  const { jobs, batches, pace, workers, quota, workers_alive: alive } = state;
  const seconds = (value) => (value === null ? "–" : `${decimal(value, 2)} s`);
  fill(byId("tiles"),
    tile("Jobs at work", count(jobs.processing), `${count(jobs.pending)} waiting, ${count(totals.completed)} done, ${count(totals.failed)} failed`),
    tile("Queue", count(batches.queued), `${count(batches.ready)} not granted yet, ${count(batches.running)} running; oldest waits ${span(state.queue_age)}`, state.queue_age > QUEUED_TOO_LONG),
    tile("Batch, p50 and p95", `${seconds(pace.p50)} · ${seconds(pace.p95)}`, `${count(pace.count)} in the last minute`),
    tile("Waiting for Gmail", count(state.throttled_jobs), "jobs whose minute of quota is used up"),
    tile("Workers", count(alive), alive ? "looked in within a minute" : "none has looked in within a minute", !alive),
    tile("Connections", count(state.connections.active), `${count(state.connections.needs_reconnect)} to be connected again, ${count(state.connections.disconnected)} disconnected`));
  fill(byId("notes"), quota.stopped_reason ? note("bad", h("p", {}, h("strong", {}, "Nothing is granted: "), `${reason(quota.stopped_reason)}${quota.stopped_until ? `, until ${clock(quota.stopped_until)}` : ""}.`)) : null);
  fill(byId("beat"), h("span", { class: `tag ${state.beat_ago === null ? "" : state.beat_ago < SILENT_AFTER ? "good" : "bad"}` }, state.beat_ago === null ? "Beat: not heard of" : `Beat: ${span(state.beat_ago)} ago`));
  fill(byId("workers"), workers.length ? table("Workers", ["Worker", "Looked in", "Took a batch"], workers.map((one) => [name(one.name), `${span(one.looked_ago)} ago`, one.took_batch_ago === null ? "–" : `${span(one.took_batch_ago)} ago`])) : empty("No worker", "None has looked into the database within a day."));
  drawUnits(quota);
}

function drawUnits({ units, limit }) {
  const share = limit ? units / limit : 0;
  fill(byId("units"), h("div", { class: "units" }, h("p", {}, h("strong", { class: "number" }, count(units)), limit ? ` of ${count(limit)} (${percent(share, 1)})` : " units; this tariff has no limit for a day"),
    limit ? h("div", { class: "bar", role: "img", "aria-label": `${percent(share, 1)} of the day's units` }, h("i", { css: { width: `${Math.min(100, 100 * share)}%`, background: share > 0.9 ? "var(--bad)" : "var(--accent)" } })) : null));
}

function table(caption, heads, rows) {
  return h("div", { class: "table-box", tabIndex: 0, role: "region", "aria-label": `${caption}, listed` }, h("table", {}, h("caption", { class: "sr" }, caption), h("thead", {}, h("tr", {}, heads.map((head, index) => h("th", { scope: "col", class: index ? "right" : "" }, head)))),
    h("tbody", {}, rows.map((row) => h("tr", {}, row.map((cell, index) => h("td", { class: index ? "right number" : "" }, cell)))))));
}

function drawLists() {
  into(byId("reconnect"), () => get("/ops/people", { state: "needs_reconnect", limit: 20 }), ({ people: found }) => (found.length
    ? table("To be connected again", ["Mailbox", "Why", "Last sync"], found.map((one) => [link(one), reason(one.connection_reason), one.last_email_fetch_time ? ago(one.last_email_fetch_time) : "never"]))
    : empty("Nobody", "Every grant is good.")));
  into(byId("unparsed"), () => get("/coverage", { limit: 12 }), ({ unparsed }) => (unparsed.length
    ? table("Not understood, by sender", ["Sender", "Why", "Mails"], unparsed.map((one) => [name(one.issuer ?? one.sender_domain ?? "unknown"), reason(one.reason), count(one.mails)]))
    : empty("Nothing", "Every mail about money was understood.")));
}

function people() {
  return into(byId("people"), () => get("/ops/people", { search: byId("people-search").value.trim(), limit: 25 }), ({ people: found }) => (found.length
    ? table("People", ["Mailbox", "State", "Last sync"], found.map((one) => [link(one), one.connection_state?.replaceAll("_", " ") ?? "not connected", one.last_email_fetch_time ? ago(one.last_email_fetch_time) : "never"]))
    : empty("Nobody", "No address holds these words.")));
}
