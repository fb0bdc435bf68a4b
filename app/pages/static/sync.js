// The sync page: the mailbox's connection, the job at work, the newest payments, and what was before.

import { get, post } from "./api.js";
import { byId, fill, h, name, say, whole } from "./dom.js";
import { follow } from "./feed.js";
import { ago, count, happened, moment, money } from "./format.js";
import { history } from "./history.js";
import { drawJob } from "./job.js";
import { showJob } from "./job-detail.js";
import { loginPath, start } from "./shell.js";
import { empty, into, note, toast } from "./states.js";
import { KINDS, PHASE_KINDS, PHASES, reason, SCOPES } from "./words.js";

const STALE_AFTER = 2 * 3600 * 1000;
const HEALTH = { active: ["Connected", "good"], needs_reconnect: ["Reconnect needed", "bad"], disconnected: ["Disconnected", "warn"] };
const NEWEST = 8;

await start(async ({ user }) => {
  const page = { user, connection: null, job: null, seen: new Set(), shownAt: 0, categories: new Map() };
  page.history = history(user.id, (job) => showJob(job, page.connection?.mailbox ?? user.email, page.history.look));
  const named = get("/categories", { user_id: user.id }).then(({ categories }) => { page.categories = new Map(categories.map((one) => [one.category, one.name])); });
  await Promise.all([drawConnection(page), named.then(() => drawNewest(page))]);
  const { total_jobs: jobs } = await get(`/email-sync/history/${user.id}`, { limit: 1 });
  if (!jobs) drawNothing(page);
  follow(user.id, (status) => drawStatus(page, status), drawWay);
  setInterval(() => drawNotes(page), 30_000);
});

function drawWay(way) {
  byId("live").textContent = way === "stream" ? "● Live" : "Live updates are away: asking every 2 seconds";
  byId("live").dataset.way = way;
}

function drawNothing(page) {
  const ready = page.connection?.state === "active";
  fill(byId("job"), empty("Nothing imported yet", ready ? "Read the last six months of mail: a few minutes for most mailboxes." : "Connect the mailbox first.",
    ready ? h("button", { class: "button main", type: "button", onclick: () => begin(page) }, "Import six months") : null));
}

async function drawConnection(page) {
  const look = async () => {
    const user = await get(`/users/${page.user.id}`);
    return [user, user.connection_state ? await get(`/connections/${user.id}`) : null];
  };
  await into(byId("connection"), look, ([user, found]) => {
    page.user = { ...page.user, ...user };
    page.connection = found;
    if (!found) return empty("No mailbox", "Nothing is read before it is connected.", h("a", { class: "button main", href: loginPath("/sync") }, "Connect Gmail"));
    return connection(page);
  });
  drawNotes(page);
}

function connection(page) {
  const one = page.connection;
  const [word, kind] = HEALTH[one.state];
  fill(byId("connection-tag"), h("span", { class: `tag ${kind}` }, word));
  const facts = [
    ["Address", whole(one.mailbox)],
    ["Last sync", one.last_sync_at ? h("span", { title: moment(one.last_sync_at) }, ago(one.last_sync_at)) : "Not yet"],
    ["Next look", one.next_sync_at ? h("span", { title: moment(one.next_sync_at) }, new Date(one.next_sync_at) <= Date.now() ? "In a moment" : ago(one.next_sync_at)) : "–"],
    ["New mail", one.way === "push" ? "Told by Gmail" : "Looked for half-hourly"],
    ["Allows", [...new Set(one.scopes.map((scope) => SCOPES[scope] ?? scope.split("/").at(-1)))].join(", ")],
  ];
  if (one.failed_attempts) facts.push(["Failed looks", count(one.failed_attempts)]);
  const way = one.state === "active" ? h("button", { class: "button bad", type: "button", onclick: () => confirmLeave(page) }, "Disconnect")
    : h("a", { class: "button main", href: loginPath("/sync", "&consent=true") }, "Connect again");
  return h("div", { class: "stack wide" }, h("dl", { class: "pairs" }, facts.map(([term, value]) => h("div", {}, h("dt", {}, term), h("dd", {}, value)))), h("div", {}, way));
}

function drawNotes(page) {
  const notes = [];
  const one = page.connection;
  if (one?.state === "needs_reconnect") {
    notes.push(note("bad", h("p", {}, h("strong", {}, "FinCoach cannot read this mailbox any more. "), one.reason ? `Google says: ${reason(one.reason)}. ` : "", "Everything imported stays."),
      h("a", { class: "button main", href: loginPath("/sync", "&consent=true") }, "Connect again")));
  } else if (one?.state === "active" && one.last_sync_at && Date.now() - new Date(one.last_sync_at) > STALE_AFTER && !isLive(page.job)) {
    notes.push(note("warn", h("p", {}, h("strong", {}, `Last synced ${ago(one.last_sync_at)}. `), "New payments may be missing.")));
  }
  fill(byId("notes"), notes);
}

const isLive = (job) => job?.status === "pending" || job?.status === "processing";

function drawStatus(page, job) {
  const before = page.job;
  page.job = job;
  fill(byId("job"), drawJob(job));
  byId("job-title").textContent = isLive(job) ? `${KINDS[job.kind]} at work` : `Latest sync: ${KINDS[job.kind].toLowerCase()}`;
  fill(byId("job-tag"), h("span", { class: `tag ${PHASE_KINDS[job.phase] ?? "info"}` }, PHASES[job.phase]));
  drawActs(page);
  page.history.keep(job);
  if (before && before.phase !== job.phase) say(`${PHASES[job.phase]}: ${count(job.processed_emails)} of ${count(job.total_emails)} mails`);
  if (before && before.parsed_transactions !== job.parsed_transactions) drawNewest(page);
  if (before && (before.status !== job.status || before.job_id !== job.job_id)) {
    page.history.look();
    drawConnection(page);
  }
}

function drawActs(page) {
  const { job } = page;
  const one = (label, act, more = "") => h("button", { class: `button ${more}`, type: "button", onclick: act }, label);
  const acts = isLive(job) ? [
    job.phase === "paused" ? one("Go on", () => tell(page, "resume"), "main") : one("Pause", () => tell(page, "pause")),
    one("Cancel", () => tell(page, "cancel"), "bad"),
  ] : [page.connection?.state === "active" ? one("Import again", () => begin(page)) : null];
  // Drawn anew only when they change: whoever is about to press one keeps it under their finger.
  const key = `${job.job_id} ${job.phase === "paused"} ${isLive(job)} ${page.connection?.state}`;
  if (byId("acts").dataset.key !== key) {
    byId("acts").dataset.key = key;
    fill(byId("acts"), acts);
  }
}

async function tell(page, act) {
  try {
    drawStatus(page, await post(`/email-sync/jobs/${page.job.job_id}/${act}`));
  } catch (error) {
    if (error.status === undefined) throw error;
    toast(error.message);
  }
}

async function begin(page) {
  try {
    toast((await post(`/email-sync/start/${page.user.id}`, { months: 6 })).message);
    page.history.look();
  } catch (error) {
    if (error.status === undefined) throw error;
    toast(error.message);
  }
}

/** New ones are marked; while an import runs it is asked at most once a second. */
async function drawNewest(page) {
  if (Date.now() - page.shownAt < 1000) {
    clearTimeout(page.timer);
    page.timer = setTimeout(() => drawNewest(page), 1000);
    return;
  }
  page.shownAt = Date.now();
  await into(byId("newest"), () => get("/transactions", { user_id: page.user.id, limit: NEWEST }), ({ transactions }) => {
    if (!transactions.length) return empty("No payment yet", "They appear here as they are read, the newest first.");
    const fresh = page.seen.size ? transactions.filter((one) => !page.seen.has(one.id)).map((one) => one.id) : [];
    for (const one of transactions) page.seen.add(one.id);
    return h("ul", { class: "payments" }, transactions.map((one) => payment(page, one, fresh.includes(one.id))));
  });
}

function payment(page, one, isNew) {
  const out = one.direction === "debit";
  return h("li", { class: isNew ? "fresh" : "" }, h("div", { class: "who-what" }, name(one.merchant ?? one.counterparty ?? "Unnamed", "strong"), h("span", { class: "small quiet" }, `${happened(one)} · ${page.categories.get(one.category) ?? one.category}`)),
    h("span", { class: `number ${out ? "" : "in"}` }, `${out ? "−" : "+"}${money(one.amount, one.currency)}`));
}

function confirmLeave(page) {
  const dialog = byId("detail");
  const leave = async (data) => {
    try {
      await post(`/connections/${page.user.id}/disconnect`, { data });
      dialog.close();
      toast(data === "erase" ? "Disconnected, and everything imported is erased" : "Disconnected. What was imported stays");
      page.seen.clear();
      await Promise.all([drawConnection(page), drawNewest(page)]);
      page.history.look();
    } catch (error) {
      if (error.status === undefined) throw error;
      toast(error.message);
    }
  };
  fill(byId("detail-in"), h("h2", { id: "detail-title" }, "Disconnect this mailbox?"), h("p", {}, "Access ends at Google, and nothing more is read. You can connect it again at any time."),
    h("div", { class: "row" }, h("button", { class: "button main", type: "button", onclick: () => leave("keep") }, "Disconnect, keep payments"),
      h("button", { class: "button bad", type: "button", onclick: () => leave("erase") }, "Disconnect and erase"), h("button", { class: "button bare", type: "button", onclick: () => dialog.close() }, "Stay connected")));
  dialog.showModal();
}
