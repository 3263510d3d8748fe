// Messages a second over time, achieved against allowed, with a mark where something changed the pace.
import { html, svg, nothing } from './lit.js';
import { rate, timeOfDay } from './words.js';

const W = 620;
const H = 168;
const LEFT = 30;
const BOTTOM = 22;
const TOP = 14;

export function rateChart(history, allowed) {
  const values = history.sent.map((count) => count / history.step);
  const start = new Date(history.start).getTime();
  const span = values.length * history.step * 1000;
  const peak = Math.max(...values);
  const top = niceTop(Math.max(peak, allowed && allowed < peak * 4 ? allowed : 0, 1));
  const x = (index) => LEFT + ((W - LEFT) * index) / (values.length - 1);
  const y = (value) => TOP + (H - TOP - BOTTOM) * (1 - value / top);
  const line = values.map((value, index) => `${index ? 'L' : 'M'}${x(index).toFixed(1)} ${y(value).toFixed(1)}`).join('');
  const marks = history.marks.map((mark) => ({
    what: mark.what,
    at: LEFT + ((W - LEFT) * (new Date(mark.at).getTime() - start)) / span,
  })).filter((mark) => mark.at >= LEFT && mark.at <= W);
  const label = `Messages a second from ${timeOfDay(start)} to ${timeOfDay(start + span)}: peak ${rate(peak)}`
    + (allowed ? `, allowed ${rate(allowed)}` : '');
  return html`<div class="chart"><svg viewBox="0 0 ${W} ${H}" preserveAspectRatio="xMidYMid meet" role="img" aria-label=${label}>
    ${[0, 0.5, 1].map((part) => svg`
      <line class="grid" x1=${LEFT} x2=${W} y1=${y(top * part)} y2=${y(top * part)}></line>
      <text x=${LEFT - 6} y=${y(top * part) + 4} text-anchor="end">${trim(top * part)}</text>`)}
    ${allowed && allowed <= top ? svg`
      <line class="allowed" x1=${LEFT} x2=${W} y1=${y(allowed)} y2=${y(allowed)}></line>` : nothing}
    <path class="area" d=${`${line}L${x(values.length - 1)} ${y(0)}L${LEFT} ${y(0)}Z`}></path>
    <path class="line" d=${line}></path>
    ${marks.map((mark, index) => svg`
      <line class="mark" x1=${mark.at} x2=${mark.at} y1=${TOP} y2=${H - BOTTOM}></line>
      <text class="mark-text" x=${Math.min(mark.at + 4, W - 50)} y=${H - BOTTOM - 8 - 14 * (index % 3)}>${mark.what}</text>`)}
    ${allowed && allowed <= top ? svg`<text x=${W} y=${y(allowed) - 5} text-anchor="end">allowed ${trim(allowed)}</text>` : nothing}
    <text x=${LEFT} y=${H - 5}>${timeOfDay(start)}</text>
    <text x=${W} y=${H - 5} text-anchor="end">${timeOfDay(start + span)}</text>
  </svg></div>`;
}

const trim = (value) => String(Math.round(value * 10) / 10);

function niceTop(value) {
  const unit = 10 ** Math.floor(Math.log10(value));
  return [1, 1.2, 1.6, 2, 3, 4, 5, 6, 8, 10].map((step) => step * unit).find((step) => step >= value);
}
