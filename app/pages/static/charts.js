// Charts as SVG by D3: colours and type come from the styles, so that light and dark cost nothing. Each has a table that says the same.

import { fill, h } from "./dom.js";

const d3 = window.d3;
const WIDTH_AT_LEAST = 240;

function frame(place, height, label) {
  const width = Math.max(WIDTH_AT_LEAST, place.clientWidth);
  const svg = d3.select(document.createElementNS("http://www.w3.org/2000/svg", "svg"))
    .attr({ width, height, viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": label, class: "chart" });
  return { svg, width };
}

/** The figures of a chart for those who do not see it, or want to read them. */
export function asTable(caption, heads, rows) {
  return h("details", { class: "as-table" }, h("summary", {}, "Show as a table"),
    h("div", { class: "table-box" }, h("table", {}, h("caption", { class: "sr" }, caption), h("thead", {}, h("tr", {}, heads.map((head, index) => h("th", { scope: "col", class: index ? "right" : "" }, head)))),
      h("tbody", {}, rows.map((row) => h("tr", {}, row.map((cell, index) => h(index ? "td" : "th", { class: index ? "right number" : "", scope: index ? null : "row" }, cell))))))));
}

const TICKS = 4;

/** What the longest figure beside an axis takes. */
const roomFor = (y, format) => 16 + 7 * d3.max(y.ticks(TICKS), (value) => format(value).length);

function rules(svg, y, width, left, format) {
  const lines = svg.append("g").attr("class", "rules").selectAll("g").data(y.ticks(TICKS)).enter().append("g").attr("transform", (value) => `translate(0,${y(value)})`);
  lines.append("line").attr({ x1: left, x2: width });
  lines.append("text").attr({ x: left - 8, dy: ".32em", "text-anchor": "end" }).text(format);
}

/** Bars of `spent` and `income` beside each other and a line of `net`; `onChoose(index)` when a month is chosen, which is a button over
 * its bars. */
export function monthBars(place, rows, { label, format, name, chosen, onChoose }) {
  const height = 240;
  const { svg, width } = frame(place, height, label);
  const low = Math.min(0, d3.min(rows, (row) => row.net));
  const y = d3.scale.linear().domain([low, d3.max(rows, (row) => Math.max(row.spent, row.income, row.net)) || 1]).nice(TICKS).range([height - 30, 12]);
  const left = roomFor(y, format);
  const x = d3.scale.ordinal().domain(d3.range(rows.length)).rangeRoundBands([left, width], 0.35, 0.15);
  rules(svg, y, width, left, format);
  const months = svg.append("g").selectAll("g").data(rows).enter().append("g").attr("class", (row, index) => (index === chosen ? "month chosen" : "month"));
  months.append("rect").attr({ class: "hit", x: (row, index) => x(index) - 6, y: 0, width: x.rangeBand() + 12, height, rx: 8 });
  for (const [kind, shift] of [["income", 0], ["spent", 0.5]]) {
    months.append("rect").attr({ class: kind, rx: 3, x: (row, index) => x(index) + shift * x.rangeBand() + (shift ? 1 : 0), width: Math.max(2, x.rangeBand() / 2 - 1),
      y: (row) => y(row[kind]), height: (row) => Math.max(0, y(0) - y(row[kind])) });
  }
  months.append("text").attr({ class: "tick", x: (row, index) => x(index) + x.rangeBand() / 2, y: height - 8, "text-anchor": "middle" }).text(name);
  svg.append("line").attr({ class: "zero", x1: left, x2: width, y1: y(0), y2: y(0) });
  const middle = (row, index) => x(index) + x.rangeBand() / 2;
  svg.append("path").attr({ class: "net", d: d3.svg.line().x(middle).y((row) => y(row.net))(rows) });
  svg.append("g").selectAll("circle").data(rows).enter().append("circle").attr({ class: "net", r: 3.5, cx: middle, cy: (row) => y(row.net) });
  const buttons = rows.map((row, index) => h("button", { class: "month-over", type: "button", title: row.words, "aria-label": row.words, "aria-pressed": String(index === chosen), onclick: () => onChoose(index),
    css: { left: `${x(index) - 6}px`, width: `${x.rangeBand() + 12}px`, height: `${height}px` } }));
  fill(place, h("div", { class: "month-chart" }, svg.node(), buttons));
}

/** This month's running sum beside the usual one. */
export function paceLines(place, days, { label, format, upTo }) {
  const height = 200;
  const { svg, width } = frame(place, height, label);
  const seen = days.slice(0, upTo);
  const y = d3.scale.linear().domain([0, Math.max(d3.max(seen, (one) => one.spent) || 0, d3.max(days, (one) => one.usual ?? 0), 1)]).nice(TICKS).range([height - 26, 10]);
  const left = roomFor(y, format);
  const x = d3.scale.linear().domain([1, days.length]).range([left, width - 6]);
  rules(svg, y, width, left, format);
  const line = (value) => d3.svg.line().x((one, index) => x(index + 1)).y((one) => y(value(one)));
  if (days[0].usual !== null) svg.append("path").attr({ class: "usual", d: line((one) => one.usual)(days) });
  if (seen.length) {
    const area = d3.svg.area().x((one, index) => x(index + 1)).y0(y(0)).y1((one) => y(one.spent));
    svg.append("path").attr({ class: "pace-area", d: area(seen) });
    svg.append("path").attr({ class: "pace", d: line((one) => one.spent)(seen) });
    svg.append("circle").attr({ class: "pace-now", r: 4.5, cx: x(seen.length), cy: y(seen.at(-1).spent) });
  }
  for (const day of [1, 10, 20, days.length]) svg.append("text").attr({ class: "tick", x: x(day), y: height - 6, "text-anchor": day === 1 ? "start" : day === days.length ? "end" : "middle" }).text(day);
  fill(place, svg.node());
}

/** Rectangles as large as what they stand for: buttons, so that a keyboard reaches them. `rows` have name, words, value, colour, open. */
export function treemap(place, rows, { height = 300 }) {
  const width = Math.max(WIDTH_AT_LEAST, place.clientWidth);
  const nodes = d3.layout.treemap().size([width, height]).sort((a, b) => a.value - b.value).ratio(1.4)({ children: rows.map((row) => ({ row, value: row.value })) }).filter((one) => one.row);
  const boxes = nodes.sort((a, b) => b.value - a.value).map((one) => {
    const small = one.dx < 62 || one.dy < 50;
    const sum = one.dx < 125 ? one.row.sum : one.row.words;
    return h(one.row.open ? "button" : "div", { class: `leaf ${small ? "tiny" : ""}`, type: one.row.open ? "button" : null, title: `${one.row.name}: ${one.row.words}`, "aria-label": one.row.open ? `${one.row.name}: ${one.row.words}` : null, onclick: one.row.open,
      css: { left: `${one.x}px`, top: `${one.y}px`, width: `${Math.max(0, one.dx - 2)}px`, height: `${Math.max(0, one.dy - 2)}px`, "--leaf": one.row.colour } },
    h("span", { class: "leaf-name" }, one.row.name), h("span", { class: "leaf-sum number" }, sum));
  });
  fill(place, h("div", { class: "treemap", css: { height: `${height}px` } }, boxes));
}

/** Draw anew when the place becomes wider or narrower. */
export function whenResized(place, draw) {
  let width = place.clientWidth;
  new ResizeObserver(() => {
    if (place.clientWidth && Math.abs(place.clientWidth - width) > 4) {
      width = place.clientWidth;
      requestAnimationFrame(draw);
    }
  }).observe(place);
}
