// The API's codes in words for people.

export const PHASES = {
  queued: "Waiting to begin", listing: "Listing mail", fetching: "Reading mail", waiting_quota: "Waiting for Gmail", paused: "Paused", done: "Done",
  failed: "Failed", needs_reconnect: "Reconnect needed", cancelled: "Cancelled",
};
export const PHASE_KINDS = { done: "good", failed: "bad", needs_reconnect: "bad", cancelled: "", paused: "warn", waiting_quota: "warn" };
export const KINDS = { initial: "Import", incremental: "New mail", retry: "Second try", reparse: "Reading again" };
export const OUTCOMES = {
  stored: ["New payments", "var(--c3)"], duplicate: ["Known payments", "var(--c7)"], notice: ["No money moved", "var(--usual)"],
  gone: ["Deleted meanwhile", "var(--c9)"], unparsed: ["Not understood", "var(--c5)"], failed: ["Not fetched", "var(--c2)"],
};
export const FLOWS = { spending: "Spent", income: "Earned", refund: "Refunded", own: "Own accounts" };
const REASONS = {
  needs_reconnect: "Access to the mailbox has ended", mailbox_gone: "The mailbox is gone", listing_failed: "Gmail did not list the mail, three times",
  listing_lost: "Listing the mail broke off, five times",
  revoked: "the permission was taken back", expired_or_revoked: "the permission has ended or was taken back", expired: "the permission has ended", invalid_grant: "the permission has ended",
  password_changed: "the password was changed", account_deleted: "the account was deleted", account_disabled: "the account is disabled", invalid_rapt: "you should sign in again",
  superseded: "An import took its place", mailbox_changed: "Another mailbox was connected", disconnected: "The mailbox was disconnected", cancelled: "Cancelled by you",
};

/** A code in words; one that has none, as readable as it is. */
export const reason = (code) => (code ? (REASONS[code] ?? code.replaceAll("_", " ")) : "");

const RULES = {
  word: (what) => `The word “${what}”`, merchant: (what) => `The merchant ${what}`, issuer: (what) => `The sender ${what}`, kind: (what) => `The kind of payment: ${what}`,
  own: () => "Money to oneself", "card-bill": () => "A card's bill", default: () => "Nothing more was said",
};

/** What chose a category, in words. */
export function rule(code) {
  if (code.startsWith("yours")) return code === "yours" ? "You" : "You, for this merchant always";
  const [kind, what = ""] = code.split(/:(.*)/s);
  return RULES[kind]?.(what.replaceAll("_", " ")) ?? code.replaceAll("_", " ");
}

export const SCOPES = { "https://www.googleapis.com/auth/gmail.readonly": "Read mail", openid: "Know who you are", "https://www.googleapis.com/auth/userinfo.email": "See your address", email: "See your address" };

/** The mail itself, at Gmail, in the account that it lies in. */
export const gmailAddress = (mailbox, messageId) => `https://mail.google.com/mail/u/?authuser=${encodeURIComponent(mailbox)}#all/${encodeURIComponent(messageId)}`;
