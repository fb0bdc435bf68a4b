// One job as it stands: where it is, how far, how fast, until when, and what became of its mails.

import { h } from "./dom.js";
import { clock, count, decimal, moment, percent, span } from "./format.js";
import { OUTCOMES, reason } from "./words.js";

const STEPS = [["listing", "Listing"], ["fetching", "Fetching"], ["reading", "Reading"], ["done", "Done"]];

/** How many of the four steps are behind, and whether the one after them is at work. */
function reached(job) {
  if (job.status === "completed") return 4;
  if (job.phase === "queued") return -1;
  if (job.phase === "listing" && job.processed_emails === 0) return 0;
  return job.processed_emails > 0 ? 2 : 1;
}

function stepper(job) {
  const at = reached(job);
  const over = job.status === "failed";
  const state = (index) => (index < at ? "past" : index === at && !over ? "now" : "");
  return h("ol", { class: "steps" }, STEPS.map(([, label], index) => h("li", { class: state(index), "aria-current": state(index) === "now" ? "step" : null },
    h("span", { class: "dot", "aria-hidden": "true" }, state(index) === "past" ? "✓" : ""), label)));
}

function meter(job) {
  const share = job.total_emails ? job.processed_emails / job.total_emails : job.status === "completed" ? 1 : 0;
  const waiting = job.phase === "listing" || job.phase === "queued";
  return h("div", { class: "stack tight" },
    h("div", { class: "count-line" }, h("strong", { class: "big-number" }, count(job.processed_emails)),
      h("span", { class: "quiet" }, waiting ? ` of ${count(job.total_emails)} mails listed so far` : ` of ${count(job.total_emails)} mails`),
      h("span", { class: "quiet end" }, percent(share))),
    h("div", { class: `bar ${job.phase === "fetching" ? "moving" : ""}`, role: "progressbar", "aria-label": "Mails processed", "aria-valuemin": 0, "aria-valuemax": job.total_emails,
      "aria-valuenow": job.processed_emails, "aria-valuetext": `${count(job.processed_emails)} of ${count(job.total_emails)} mails` },
    h("i", { css: { width: `${100 * share}%`, background: "var(--accent)" } })));
}

function timeLeft({ phase, eta_range_seconds: range }) {
  if (range) return range[0] === range[1] ? span(range[0]) : `${span(range[0])} – ${span(range[1])}`;
  return phase === "paused" ? "Known once it goes on" : "Known once listed";
}

function pace(job) {
  const live = job.status === "pending" || job.status === "processing";
  const facts = [];
  if (live) {
    facts.push(["Speed, last minute", `${decimal(job.emails_per_second)} mails/s`]);
    facts.push(["Time left", timeLeft(job)]);
  } else if (job.started_at && job.completed_at) {
    facts.push(["Took", span((new Date(job.completed_at) - new Date(job.started_at)) / 1000)]);
    facts.push(["Ended", moment(job.completed_at)]);
  }
  facts.push(["Payments found", count(job.parsed_transactions)]);
  if (job.known_emails) facts.push(["Known before", `${count(job.known_emails)} mails`]);
  return h("dl", { class: "facts" }, facts.map(([term, value]) => h("div", {}, h("dt", {}, term), h("dd", {}, value))));
}

/** How much of Gmail's minute this mailbox has used: what the speed of an import hangs on. */
function quota(job) {
  if (!job.minute_limit || job.minute_units === null) return null;
  const words = `${count(job.minute_units)} of ${count(job.minute_limit)} a minute`;
  return h("div", { class: "stack tight" },
    h("div", { class: "count-line small" }, h("span", { class: "quiet" }, "Gmail quota used"), h("span", { class: "quiet end" }, words)),
    h("div", { class: "bar thin", role: "meter", "aria-label": "Gmail quota used, in units", "aria-valuemin": 0, "aria-valuemax": job.minute_limit, "aria-valuenow": Math.min(job.minute_units, job.minute_limit), "aria-valuetext": words },
      h("i", { css: { width: `${Math.min(100, (100 * job.minute_units) / job.minute_limit)}%`, background: job.phase === "waiting_quota" ? "var(--warn)" : "var(--info)" } })));
}

function waiting(job) {
  if (job.phase === "waiting_quota" && job.resume_at) {
    return h("p", { class: "note warn" }, h("span", {}, "Waiting for Gmail until ", h("strong", {}, clock(job.resume_at)), ": its quota is used up for now. It goes on by itself."));
  }
  if (job.phase === "paused") return h("p", { class: "note warn" }, "Paused. Nothing is fetched until you go on.");
  if (job.failure_code) {
    const looksGoOn = job.failure_code === "cancelled" && job.kind === "initial" && job.connection_state === "active";
    const goesOn = looksGoOn ? " New mail is still looked for." : "";
    return h("p", { class: `note ${job.failure_code === "cancelled" ? "" : "bad"}` }, `${reason(job.failure_code)}. What was imported stays.${goesOn}`);
  }
  return null;
}

/** Parts that add up to what was listed: the six outcomes and what is still to come. */
function outcomeBar({ outcomes, status, total_emails: total }) {
  const parts = Object.entries(OUTCOMES).map(([name, [label, colour]]) => ({ label, colour, size: outcomes[name] }));
  const left = total - parts.reduce((sum, one) => sum + one.size, 0);
  if (left > 0) parts.push({ label: status === "failed" ? "Left unread" : "Still to come", colour: "var(--line)", size: left });
  const shown = parts.filter((one) => one.size > 0);
  if (!total) return null;
  const told = shown.map((one) => `${one.label}: ${count(one.size)}`).join(", ");
  return h("figure", { class: "stack tight" },
    h("figcaption", { class: "small quiet" }, `What became of the ${count(total)} mails`),
    h("div", { class: "bar tall", role: "img", "aria-label": told }, shown.map((one) => h("i", { css: { width: `${(100 * one.size) / total}%`, background: one.colour } }))),
    h("ul", { class: "legend" }, shown.map((one) => h("li", {}, h("i", { css: { background: one.colour }, "aria-hidden": "true" }), `${one.label} `, h("b", { class: "number" }, count(one.size))))));
}

export function drawJob(job) {
  if (job.status === "completed" && !job.total_emails) {
    return h("div", { class: "stack wide" }, stepper(job), h("p", { class: "note good" }, "Everything was known already: no mail had to be fetched again."), pace(job));
  }
  return h("div", { class: "stack wide" }, stepper(job), meter(job), waiting(job), quota(job), pace(job), outcomeBar(job));
}
