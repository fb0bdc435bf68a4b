// Earlier syncs: by kind and state, page by page.

import { get } from "./api.js";
import { byId, fill, h, keeping } from "./dom.js";
import { count, moment, span } from "./format.js";
import { empty, into } from "./states.js";
import { KINDS, reason } from "./words.js";

const STATES = { pending: "Waiting", processing: "Running", completed: "Done", failed: "Failed" };
const TAGS = { completed: "good", failed: "bad", processing: "info", pending: "info" };
const PAGE = 8;

function chooser(label, choices, onChange) {
  const options = [h("option", { value: "" }, label), ...Object.entries(choices).map(([value, word]) => h("option", { value }, word))];
  return h("select", { "aria-label": label, onchange: (event) => onChange(event.target.value) }, options);
}

function row(job, open) {
  const took = job.started_at && job.completed_at ? span((new Date(job.completed_at) - new Date(job.started_at)) / 1000) : "–";
  return h("tr", { id: `job-${job.job_id}` },
    h("td", {}, h("button", { class: "button bare small flush", type: "button", onclick: () => open(job) }, KINDS[job.kind]), h("div", { class: "small quiet" }, moment(job.created_at))),
    h("td", {}, h("span", { class: `tag ${TAGS[job.status]}`, title: reason(job.failure_code) }, job.failure_code === "cancelled" ? "Cancelled" : STATES[job.status])),
    h("td", { class: "right number" }, count(job.total_emails)), h("td", { class: "right number" }, count(job.parsed_transactions)), h("td", { class: "right number took" }, took));
}

/** `open(job)` shows one. Gives `look`, which asks anew, and `keep(job)`, which brings the row of a job up to date. */
export function history(userId, open) {
  const which = { kind: "", status: "" };
  let before = [];
  const look = (cursor) => get(`/email-sync/history/${userId}`, { limit: PAGE, cursor, ...which });
  const anew = (name) => (value) => { which[name] = value; show([]); };
  fill(byId("history-filters"), chooser("All kinds", KINDS, anew("kind")), chooser("All states", STATES, anew("status")));

  function draw(found) {
    if (!found.jobs.length) return empty("No sync here", which.kind || which.status ? "None is of this kind and state." : "The first one will be listed here.");
    const heads = [["Sync"], ["State"], ["Mails", "right"], ["Payments", "right"], ["Took", "right took"]];
    return [
      h("div", { class: "table-box", tabIndex: 0, role: "region", "aria-label": "Syncs" }, h("table", {}, h("thead", {}, h("tr", {}, heads.map(([text, side]) => h("th", { scope: "col", class: side ?? "" }, text)))),
        h("tbody", {}, found.jobs.map((job) => row(job, open))))),
      h("div", { class: "pager" }, h("span", { class: "small quiet" }, `${count(found.total_jobs)} ${found.total_jobs === 1 ? "sync" : "syncs"}`),
        h("button", { class: "button", type: "button", disabled: !before.length, onclick: () => show(before.slice(0, -1)) }, "Newer"),
        h("button", { class: "button", type: "button", disabled: !found.next_cursor, onclick: () => show([...before, found.next_cursor]) }, "Older")),
    ];
  }

  function show(cursors) {
    before = cursors;
    return into(byId("history"), () => look(cursors.at(-1)), draw, 6);
  }

  function keep(job) {
    const old = byId(`job-${job.job_id}`);
    if (old) keeping(byId("history"), () => old.replaceWith(row(job, open)));
  }

  show([]);
  return { look: () => show(before), keep };
}
