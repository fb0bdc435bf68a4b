/* The control page: what /sandbox/… tells, kept fresh, and forms that post to it. */

const SHOWN = 40;
const REFRESH = 2000;
const $ = (id) => document.getElementById(id);
const number = new Intl.NumberFormat("en");
const moment = new Intl.DateTimeFormat("en", { dateStyle: "medium", timeStyle: "short" });
let mailboxes = [];
let usage = null;
let kinds = [];

function element(name, properties = {}, ...children) {
  const { dataset = {}, ...plain } = properties;
  const made = Object.assign(document.createElement(name), plain);
  Object.assign(made.dataset, dataset);
  made.append(...children);
  return made;
}

async function ask(method, path, body) {
  const asked = body === undefined ? { method } : { method, body: JSON.stringify(body), headers: { "content-type": "application/json" } };
  const answer = await fetch(`/sandbox/${path}`, asked);
  const value = await answer.json();
  if (!answer.ok) throw new Error(value.error);
  return value;
}

let silence;
function say(text) {
  $("said").textContent = text;
  clearTimeout(silence);
  silence = setTimeout(() => { $("said").textContent = ""; }, 4000);
}

/* Show rows, and leave alone those that stand there already: whoever has a row's button in hand keeps it. */
function showRows(place, rows) {
  rows.forEach((fresh, at) => {
    const old = place.children[at];
    if (!old) {
      place.append(fresh);
    } else if (old.outerHTML !== fresh.outerHTML) {
      const held = [...old.querySelectorAll("button")].indexOf(document.activeElement);
      old.replaceWith(fresh);
      fresh.querySelectorAll("button")[held]?.focus();
    }
  });
  while (place.children.length > rows.length) place.lastElementChild.remove();
}

/* Do something, say how it went, and show what is true then. */
async function act(work, done) {
  try {
    const value = await work();
    if (done) say(typeof done === "function" ? done(value) : done);
  } catch (error) {
    say(`That did not work: ${error.message}`);
  }
  await refresh();
}

const mailbox = (email, what) => `mailboxes/${encodeURIComponent(email)}/${what}`;
const hue = (email) => [...email].reduce((sum, one) => sum + one.codePointAt(0), 0) % 6;

function action(label, title, work) {
  const made = element("button", { type: "button", className: "action", textContent: label, title });
  made.addEventListener("click", work);
  return made;
}

function meter(units, limit) {
  const bar = element("progress", { max: limit || Math.max(units, 1), value: units, ariaLabel: "Units in the last 60 seconds" });
  bar.classList.toggle("full", Boolean(limit) && units > 0.95 * limit);
  return bar;
}

function row(one) {
  const units = usage.spent_in_60_seconds.users[one.email] || 0;
  const limit = usage.tariff.per_user;
  const clients = one.clients.map((name) => element("span", { className: "badge", textContent: name }));
  if (one.revoked) clients.push(element("span", { className: "badge bad", textContent: "revoked" }));
  if (!one.ledger) clients.push(element("span", { className: "badge", textContent: "own mail" }));
  const initial = element("span", { className: `initial hue${hue(one.email)}`, textContent: one.email[0].toUpperCase(), ariaHidden: "true" });
  return element("tr", {},
    element("td", {}, element("div", { className: "who" }, initial, one.email)),
    element("td", { className: "number", textContent: number.format(one.messages) }),
    element("td", { className: units ? "units" : "units idle" }, element("span", { textContent: limit ? `${number.format(units)} of ${number.format(limit)}` : number.format(units) }), meter(units, limit)),
    element("td", {}, ...(clients.length ? clients : [element("span", { className: "soft", textContent: "–" })])),
    element("td", { className: "actions" },
      action("Compose", "Write a mail into this mailbox", () => compose(one.email)),
      action("+10 mails", "Deliver ten generated mails now", () => act(() => ask("POST", mailbox(one.email, "messages"), { generate: 10 }), "10 mails delivered")),
      action("Mails", "The newest mails, to look at or delete", () => newest(one.email)),
      action("Expire history", "Every cursor is too old from now on", () => act(() => ask("POST", mailbox(one.email, "expire-history"), {}), "Every cursor of this mailbox is too old now")),
      one.revoked
        ? action("Restore", "Its own tokens hold again", () => act(() => ask("POST", mailbox(one.email, "revoke"), { restore: true }), "Its tokens hold again"))
        : action("Revoke", "Take back everything granted to anybody", () => act(() => ask("POST", mailbox(one.email, "revoke"), {}), "Everything granted is taken back")),
    ));
}

function showMailboxes() {
  const wanted = $("filter").value.trim().toLowerCase();
  const found = mailboxes.filter((one) => one.email.toLowerCase().includes(wanted));
  showRows($("mailboxes"), found.slice(0, SHOWN).map(row));
  $("more").textContent = found.length > SHOWN ? `${number.format(found.length - SHOWN)} more: filter to see them` : found.length ? "" : "No mailbox of that name.";
}

function bytes(count) {
  const steps = ["B", "kB", "MB", "GB"];
  let step = 0;
  for (; count >= 1000 && step < steps.length - 1; step += 1) count /= 1000;
  return `${count < 10 && step ? count.toFixed(1) : Math.round(count)} ${steps[step]}`;
}

function showUsage() {
  const limit = usage.tariff.per_project;
  const spent = usage.spent_in_60_seconds.project;
  $("tariff-name").textContent = `tariff ${usage.tariff.name}`;
  $("project-units").textContent = limit ? `${number.format(spent)} of ${number.format(limit)} units` : `${number.format(spent)} units`;
  $("project").max = limit || Math.max(spent, 1);
  $("project").value = spent;
  showMinutes();
  const refusals = Object.entries(usage.refusals).map(([kind, count]) => `${number.format(count)} refused: ${kind}`);
  const over = usage.windows_over_tariff.length;
  const tallies = [`${bytes(usage.bytes.sent)} sent`, `${bytes(usage.bytes.received)} received`, ...refusals, ...(over ? [`${over} over the tariff`] : [])];
  $("tallies").replaceChildren(...tallies.map((text) => element("span", { className: /refused|over/.test(text) ? "badge bad" : "badge", textContent: text })));
  $("calls").replaceChildren(...Object.entries(usage.calls).map(([method, answers]) => {
    const all = Object.values(answers).reduce((sum, count) => sum + count, 0);
    const good = Object.entries(answers).reduce((sum, [status, count]) => sum + (status < 400 ? count : 0), 0);
    return element("tr", {}, element("td", { textContent: method }), element("td", { className: "number", textContent: number.format(all) }), element("td", { className: "number", textContent: all - good ? number.format(all - good) : "–" }));
  }));
  if (!$("calls").children.length) $("calls").append(element("tr", {}, element("td", { colSpan: 3, className: "soft", textContent: "No calls yet." })));
}

/* The project's units by the minute, half an hour back from the sandbox's own clock. */
function showMinutes() {
  const now = Math.floor(usage.now / 60);
  const sums = new Array(30).fill(0);
  for (const minutes of Object.values(usage.minutes)) {
    for (const [at, units] of Object.entries(minutes)) {
      const place = 29 - (now - Math.floor(Date.parse(at) / 60000));
      if (place >= 0 && place < 30) sums[place] += units;
    }
  }
  const highest = Math.max(...sums, 1);
  $("minutes").replaceChildren(...sums.map((units, place) => {
    const bar = document.createElementNS("http://www.w3.org/2000/svg", "rect");
    const height = units ? Math.max(2, 70 * units / highest) : 0;
    for (const [name, value] of Object.entries({ x: place * 10 + 1, y: 72 - height, width: 8, height, rx: 1.5 })) bar.setAttribute(name, value);
    const title = document.createElementNS("http://www.w3.org/2000/svg", "title");
    title.textContent = `${number.format(units)} units`;
    bar.append(title);
    return bar;
  }));
}

function showFaults(faults) {
  $("heal").disabled = !faults.length;
  $("faults").replaceChildren(...faults.map((one) => {
    const { kind, hits, over, ...scope } = one;
    const quiet = { method: "*", probability: 1, after: 0, seed: 0, where: "both", seconds: 1, megabytes: 64, limit: 50 };
    const told = Object.entries(scope).filter(([name, value]) => quiet[name] !== value).map(([name, value]) => `${name} ${value}`);
    return element("li", { className: over ? "over" : "" },
      element("span", {}, element("b", { textContent: kind }), element("small", { textContent: told.join(" · ") || "every call" })),
      element("span", { className: "badge", textContent: over ? `over, ${number.format(hits)} hits` : `${number.format(hits)} ${hits === 1 ? "hit" : "hits"}` }));
  }));
}

function showPush(push) {
  const watches = push.watches.map((one) => element("li", {}, element("span", {}, one.email, element("small", { textContent: `watches until ${moment.format(one.expires * 1000)}` }))));
  $("subscriptions").replaceChildren(...push.subscriptions.map((one) => {
    const endpoint = one.pushConfig.pushEndpoint;
    return element("li", {}, element("span", {}, endpoint || one.name, element("small", { textContent: one.topic })),
      element("span", { className: "badge", textContent: endpoint ? `${number.format(one.pushed)} pushed, ${number.format(one.refused)} refused` : `${number.format(one.waiting)} waiting` }));
  }), ...watches);
}

function showFacts(clock, latency) {
  const facts = { Clock: new Date(clock.now * 1000).toLocaleString(), Rate: `${clock.rate}×`, Latency: latency.jitter ? `${latency.seconds} ± ${latency.jitter} s` : `${latency.seconds} s`, Tariff: usage.tariff.name };
  $("facts").replaceChildren(...Object.entries(facts).map(([name, value]) => element("div", {}, element("dt", { textContent: name }), element("dd", { textContent: value }))));
}

let refreshing = false;
async function refresh() {
  if (refreshing) return;
  refreshing = true;
  try {
    const [boxes, used, faults, clock, latency, push] = await Promise.all(["mailboxes", "usage", "faults", "clock", "latency", "push"].map((path) => ask("GET", path)));
    mailboxes = boxes.mailboxes;
    usage = { ...used, now: clock.now };
    showMailboxes();
    showUsage();
    showFaults(faults.faults);
    showFacts(clock, latency);
    showPush(push);
  } catch {
    say("The sandbox does not answer.");
  } finally {
    refreshing = false;
  }
}

/* A dialog remembers by which button it was left: this time nobody has chosen yet. */
function open(dialog) {
  dialog.returnValue = "";
  dialog.showModal();
}

function compose(email) {
  const dialog = $("compose");
  $("compose-to").textContent = email;
  dialog.querySelector("form").reset();
  open(dialog);
  dialog.onclose = () => {
    if (dialog.returnValue !== "send") return;
    const fields = Object.fromEntries(new FormData(dialog.querySelector("form")));
    act(() => ask("POST", mailbox(email, "messages"), fields), "Delivered");
  };
}

async function newest(email) {
  const show = async () => {
    const { messages } = await ask("GET", `${mailbox(email, "messages")}?limit=30`);
    $("newest-of").textContent = email;
    $("newest-list").replaceChildren(...messages.map((one) => element("li", {},
      element("span", {}, one.subject || "(no subject)", element("small", { textContent: `${one.from} · ${moment.format(one.received * 1000)}` })),
      action("Delete", "It is gone at once, and history says so", async () => { await act(() => ask("DELETE", mailbox(email, `messages/${one.id}`)), "Deleted"); await show(); }))));
  };
  await show();
  $("newest").showModal();
}

function fields(form) {
  const given = {};
  for (const [name, value] of new FormData(form)) {
    if (value !== "") given[name] = form.elements[name].type === "number" ? Number(value) : value;
  }
  return given;
}

function showOptions() {
  const chosen = kinds.find((one) => one.kind === $("inject").elements.kind.value);
  $("about").textContent = `${chosen.about[0].toUpperCase()}${chosen.about.slice(1).replaceAll("`", "")}.`;
  $("inject").elements.method.placeholder = chosen.method === "*" ? "any" : chosen.method;
  const words = new Set(["reason", "where"]);
  $("options").replaceChildren(...chosen.options.map((name) => element("label", {}, name.replaceAll("_", " ").replace(/^./, (first) => first.toUpperCase()),
    element("input", { name, type: words.has(name) ? "text" : "number", step: "any", placeholder: "as usual" }))));
}

function onSubmit(id, work) {
  $(id).addEventListener("submit", (event) => { event.preventDefault(); work(event.target); });
}

onSubmit("inject", (form) => act(() => ask("POST", "faults", fields(form)), "Injected"));
onSubmit("clock", (form) => act(async () => {
  await ask("POST", "clock", { advance: Number(form.elements.advance.value), rate: Number(form.elements.rate.value) });
  // Whoever changes the rate next does not mean to jump again.
  form.elements.advance.value = "0";
}, "The clock is set"));
onSubmit("latency", (form) => act(() => ask("POST", "latency", fields(form)), "The latency is set"));
onSubmit("tariff", (form) => act(() => ask("POST", "tariff", fields(form)), "The tariff is set"));
onSubmit("push", (form) => act(() => ask("POST", "push", fields(form)), "Subscribed"));
$("inject").elements.kind.addEventListener("change", showOptions);
$("heal").addEventListener("click", () => act(() => ask("DELETE", "faults"), "All is well"));
$("rotate-keys").addEventListener("click", () => act(() => ask("POST", "oauth/rotate-keys", {}), "A new key signs from now on"));
$("oauth").addEventListener("change", (event) => act(() => ask("POST", "oauth", { [event.target.name]: event.target.checked }), "Changed"));
$("filter").addEventListener("input", showMailboxes);
$("add").addEventListener("click", () => { $("adding").querySelector("form").reset(); open($("adding")); });
for (const button of document.querySelectorAll("[data-closes]")) button.addEventListener("click", () => button.closest("dialog").close());
$("adding").addEventListener("close", () => {
  if ($("adding").returnValue === "add") act(() => ask("POST", "mailboxes", fields($("adding").querySelector("form"))), "Added");
});

async function begin() {
  const [catalogue, tariffs, oauth, clock, latency] = await Promise.all(["faults/kinds", "tariff", "oauth", "clock", "latency"].map((path) => ask("GET", path)));
  kinds = catalogue.kinds;
  $("inject").elements.kind.replaceChildren(...kinds.map((one) => element("option", { value: one.kind, textContent: one.kind.replaceAll("_", " ") })));
  $("tariff").elements.name.replaceChildren(...tariffs.known.map((name) => element("option", { value: name, textContent: name, selected: name === tariffs.tariff.name })));
  for (const name of ["rotate_refresh_tokens", "testing"]) $("oauth").elements[name].checked = oauth[name];
  $("clock").elements.rate.value = clock.rate;
  for (const name of ["seconds", "jitter"]) $("latency").elements[name].value = latency[name];
  showOptions();
  await refresh();
  $("users").replaceChildren(...mailboxes.slice(0, 200).map((one) => element("option", { value: one.email })));
  setInterval(refresh, REFRESH);
}

begin();
