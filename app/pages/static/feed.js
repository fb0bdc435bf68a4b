// The state of a sync as it changes: by server-sent events, or by asking every two seconds while those do not come.

import { address, get } from "./api.js";

const ASK_EVERY = 2000;
const SILENT_AFTER = 5000;

/** Whether `now` is later than `before`: what is settled is never unsettled, and a job that is over does not begin anew. */
export function isLater(now, before) {
  if (!before || now.job_id !== before.job_id) return true;
  const over = (one) => one.status === "completed" || one.status === "failed";
  return over(before) ? over(now) : now.processed_emails >= before.processed_emails;
}

/** Calls `onStatus` with each later state, and `onWay` with "stream" or "poll" when the way changes. Gives a function that stops it. */
export function follow(userId, onStatus, onWay) {
  let last = null;
  let timer = null;
  let way = null;
  let stopped = false;
  const take = (status) => {
    if (isLater(status, last)) {
      last = status;
      onStatus(status);
    }
  };
  const turn = (to) => {
    if (way !== to) onWay((way = to));
  };
  const poll = async () => {
    timer = null;
    if (stopped || source.readyState === EventSource.OPEN) return;
    turn("poll");
    try {
      if (last || (await get(`/email-sync/history/${userId}`, { limit: 1 })).total_jobs) take(await get(`/email-sync/status/${userId}`));
    } catch (error) {
      if (error.status === undefined) throw error;
    }
    later(ASK_EVERY);
  };
  const later = (milliseconds) => {
    if (!timer && !stopped) timer = setTimeout(poll, milliseconds);
  };
  let source = open();

  function open() {
    const made = new EventSource(address(`/email-sync/events/${userId}`));
    made.addEventListener("open", () => turn("stream"));
    made.addEventListener("progress", (event) => take(JSON.parse(event.data)));
    made.addEventListener("error", () => {
      later(ASK_EVERY);
      // A stream that was refused does not come back by itself.
      if (made.readyState === EventSource.CLOSED && !stopped) setTimeout(() => { if (!stopped) source = open(); }, SILENT_AFTER);
    });
    return made;
  }

  later(SILENT_AFTER);
  return () => {
    stopped = true;
    clearTimeout(timer);
    source.close();
  };
}
