// The landing page: the way in, or back to what is there already.

import { byId, fill, h } from "./dom.js";
import { start, wayIn } from "./shell.js";

await start(async ({ visitor, user }) => {
  if (user) {
    fill(byId("ways"), h("a", { class: "button main big", href: "/spending" }, "See your money"), h("a", { class: "button big", href: "/sync" }, "Watch the sync"));
  } else if (visitor.mode === "local") {
    const [, people] = await wayIn(visitor);
    fill(byId("extra"), people);
  }
}, { needsUser: false });
