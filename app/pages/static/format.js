// Numbers and dates as the person's browser writes them; rupees always in lakhs and crores.

const locale = navigator.languages?.length ? [...navigator.languages] : undefined;
export const zone = Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";
const made = new Map();

function formatter(kind, key, make) {
  const name = `${kind} ${key}`;
  if (!made.has(name)) made.set(name, make());
  return made.get(name);
}

const languageOf = (currency) => (currency === "INR" ? "en-IN" : locale);

/** `amount` is a decimal string of the API and is not rounded on its way through a float. */
export function money(amount, currency, options = {}) {
  const key = currency + JSON.stringify(options);
  const found = formatter("money", key, () => {
    try {
      return new Intl.NumberFormat(languageOf(currency), { style: "currency", currency, ...options });
    } catch {
      return { format: (value) => `${value} ${currency}` };
    }
  });
  // A minus as wide as a plus, which is also read out as one.
  return found.format(amount).replace("-", "−");
}

/** Without the small change, for headlines. */
export const round = (amount, currency) => money(amount, currency, { maximumFractionDigits: 0 });
/** For the cells of a calendar, which hold some five signs. */
export const shortest = (amount, currency) => (Number(amount) < 1000 ? round(amount, currency) : money(amount, currency, { notation: "compact", maximumSignificantDigits: 2 }));
/** For the ticks of charts. */
export const short = (amount, currency) => money(amount, currency, { notation: "compact", maximumFractionDigits: 1 });

export const count = (number) => formatter("count", "", () => new Intl.NumberFormat(locale)).format(number);
export const decimal = (number, digits = 1) =>
  formatter("decimal", digits, () => new Intl.NumberFormat(locale, { maximumFractionDigits: digits })).format(number);
export const percent = (share, digits = 0) =>
  formatter("percent", digits, () => new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: digits })).format(share);

const dates = (options, timeZone = zone) =>
  formatter("date", JSON.stringify(options) + timeZone, () => new Intl.DateTimeFormat(locale, { ...options, timeZone }));
// A day or a wall clock of a mail has no zone: it is written as it stands.
const asItStands = (text) => new Date(text.length === 10 ? `${text}T00:00:00Z` : `${text.slice(0, 19)}Z`);

export const moment = (iso) => dates({ dateStyle: "medium", timeStyle: "short" }).format(new Date(iso));
export const clock = (iso) => dates({ timeStyle: "short" }).format(new Date(iso));
export const day = (iso) => dates({ day: "numeric", month: "short", year: "numeric" }, "UTC").format(asItStands(iso));
export const shortDay = (iso) => dates({ day: "numeric", month: "short" }, "UTC").format(asItStands(iso));
export const weekday = (iso) => dates({ weekday: "short" }, "UTC").format(asItStands(iso));
export const longDay = (iso) => dates({ weekday: "long", day: "numeric", month: "long" }, "UTC").format(asItStands(iso));
export const month = (name) => dates({ month: "long", year: "numeric" }, "UTC").format(asItStands(`${name}-01`));
export const shortMonth = (name) => dates({ month: "short" }, "UTC").format(asItStands(`${name}-01`));

/** When a transaction happened, as precisely as its mail says; by the mail's arrival where it says nothing. */
export const happened = (one) => (one.occurred_at ? day(one.occurred_at) : dates({ day: "numeric", month: "short", year: "numeric" }).format(new Date(one.received_at)));

/** Today in the person's zone, as YYYY-MM-DD. */
export function today() {
  const parts = Object.fromEntries(
    new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" }).formatToParts(new Date()).map((one) => [one.type, one.value]),
  );
  return `${parts.year}-${parts.month}-${parts.day}`;
}

const UNITS = [["day", 86400], ["hour", 3600], ["minute", 60], ["second", 1]];

/** "3 hours ago", "in 12 minutes". */
export function ago(iso) {
  const seconds = (new Date(iso) - Date.now()) / 1000;
  const [unit, size] = UNITS.find(([, one]) => Math.abs(seconds) >= one) ?? UNITS[3];
  const words = formatter("ago", "", () => new Intl.RelativeTimeFormat(locale, { numeric: "auto" }));
  return words.format(Math.trunc(seconds / size), unit);
}

/** A span of time in at most two units: "2 min 5 s". */
export function span(seconds) {
  const whole = Math.max(0, Math.round(seconds));
  if (whole < 60) return `${count(whole)} s`;
  if (whole < 3600) return `${count(Math.floor(whole / 60))} min${whole % 60 ? ` ${count(whole % 60)} s` : ""}`;
  return `${count(Math.floor(whole / 3600))} h${whole % 3600 >= 60 ? ` ${count(Math.floor((whole % 3600) / 60))} min` : ""}`;
}
