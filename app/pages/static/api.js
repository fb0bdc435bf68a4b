// The one way to our API: same origin, the person's cookie, their token with whatever changes something.

const ROOT = "/api/v1";
let token = null;
let key = null;

/** A refusal of the API (problem details), or no answer at all (`status` 0). */
export class ApiError extends Error {
  constructor(status, problem) {
    super(problem.detail || problem.title || "The server did not answer");
    this.status = status;
    this.code = problem.code || "no_answer";
    this.title = problem.title || "The server did not answer";
    this.requestId = problem.request_id || null;
  }
}

export const carry = (csrfToken) => { token = csrfToken; };
/** An operator's service key: kept for as long as the page is open and nowhere else. */
export const unlock = (serviceKey) => { key = serviceKey; };

export function address(path, query = {}) {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== "");
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return `${ROOT}${path}${text ? `?${text}` : ""}`;
}

async function ask(method, path, { query, body } = {}) {
  const headers = { Accept: "application/json" };
  if (key) headers.Authorization = `Bearer ${key}`;
  if (body !== undefined) headers["Content-Type"] = "application/json";
  if (method !== "GET" && token) headers["X-CSRF-Token"] = token;
  let answer;
  try {
    answer = await fetch(address(path, query), { method, headers, body: body === undefined ? undefined : JSON.stringify(body) });
  } catch {
    throw new ApiError(0, {});
  }
  if (answer.status === 204) return null;
  const told = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new ApiError(answer.status, { request_id: answer.headers.get("X-Request-ID"), ...told });
  return told;
}

export const get = (path, query) => ask("GET", path, { query });
export const post = (path, query, body) => ask("POST", path, { query, body });
export const patch = (path, body) => ask("PATCH", path, { body });
export const remove = (path, query) => ask("DELETE", path, { query });
