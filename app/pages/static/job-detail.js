// A job taken apart, in a dialog: a cell for each batch, what went wrong by reason, and a second try for one mail or all.

import { get, post } from "./api.js";
import { byId, fill, h } from "./dom.js";
import { clock, count, moment } from "./format.js";
import { drawJob } from "./job.js";
import { into, toast } from "./states.js";
import { gmailAddress, KINDS, OUTCOMES, PHASES, reason } from "./words.js";

const MOST_LINKS = 8;

function cell(batch) {
  const { failed, unparsed } = batch.outcomes;
  const state = batch.status === "done" ? (failed ? "bad" : unparsed ? "warn" : "good") : batch.status;
  const parts = Object.entries(OUTCOMES).filter(([name]) => batch.outcomes[name]).map(([name, [label]]) => `${label.toLowerCase()} ${count(batch.outcomes[name])}`);
  const tries = batch.attempts ? `, ${count(batch.attempts)} failed ${batch.attempts === 1 ? "try" : "tries"}` : "";
  const wait = batch.not_before && batch.status === "ready" ? `, not before ${clock(batch.not_before)}` : "";
  const words = `Batch ${batch.seq + 1}: ${batch.status}, ${count(batch.mails - batch.pending)} of ${count(batch.mails)} mails${tries}${wait}${parts.length ? `; ${parts.join(", ")}` : ""}`;
  return h("li", { class: `cell ${state}`, title: words }, h("span", { class: "sr" }, words), batch.attempts ? h("span", { "aria-hidden": "true" }, batch.attempts) : null);
}

function problems(detail, mailbox, again) {
  const rows = detail.unread.map((one) => h("li", { class: "problem" },
    h("div", { class: "row" }, h("strong", {}, `${count(one.count)} × ${reason(one.reason) || OUTCOMES[one.outcome][0]}`), h("span", { class: `tag ${one.outcome === "failed" ? "bad" : "warn"}` }, OUTCOMES[one.outcome][0])),
    h("ul", { class: "mails" }, one.message_ids.slice(0, MOST_LINKS).map((id) => h("li", { class: "row" },
      h("a", { class: "mono", href: gmailAddress(mailbox, id), target: "_blank", rel: "noopener noreferrer", "aria-label": `Mail ${id} in Gmail` }, id),
      one.outcome === "failed" ? h("button", { class: "button bare small", type: "button", onclick: () => again(id), "aria-label": `Try mail ${id} again` }, "Try again") : null))),
    one.count > MOST_LINKS ? h("p", { class: "small quiet" }, `and ${count(one.count - MOST_LINKS)} more`) : null));
  return rows.length ? h("ul", { class: "stack" }, rows) : h("p", { class: "quiet" }, "Every mail was fetched and understood.");
}

function draw(detail, mailbox, again) {
  const { job } = detail;
  const failed = job.outcomes.failed;
  return [
    drawJob(job),
    h("section", { class: "stack tight" }, h("h3", {}, `${count(detail.batch_count)} ${detail.batch_count === 1 ? "batch" : "batches"}`),
      h("p", { class: "small quiet" }, "One cell for each, the newest mail first; a number counts failed tries."), h("ul", { class: "cells" }, detail.batches.map(cell))),
    h("section", { class: "stack tight" }, h("div", { class: "card-head" }, h("h3", {}, "Not read"),
      failed ? h("button", { class: "button", type: "button", onclick: () => again(null) }, `Try ${failed === 1 ? "it" : `all ${count(failed)}`} again`) : null), problems(detail, mailbox, again)),
  ];
}

/** Open the dialog for a job of the list; `onRetry` is told when a second try has begun. */
export async function showJob(job, mailbox, onRetry) {
  const dialog = byId("detail");
  const body = h("div", { class: "stack wide" });
  const again = async (messageId) => {
    try {
      const begun = await post(`/email-sync/jobs/${job.job_id}/retry`, { message_id: messageId });
      dialog.close();
      toast(begun.message);
      onRetry();
    } catch (error) {
      if (error.status === undefined) throw error;
      toast(error.message);
    }
  };
  fill(byId("detail-in"), h("div", { class: "card-head" },
    h("div", {}, h("h2", { id: "detail-title" }, `${KINDS[job.kind]}: ${(PHASES[job.phase] ?? job.status).toLowerCase()}`), h("p", { class: "small quiet" }, `Asked for ${moment(job.created_at)}`)),
    h("button", { class: "button bare", type: "button", onclick: () => dialog.close() }, "Close")), body);
  dialog.showModal();
  await into(body, () => get(`/email-sync/jobs/${job.job_id}`), (detail) => draw(detail, mailbox, again));
}
