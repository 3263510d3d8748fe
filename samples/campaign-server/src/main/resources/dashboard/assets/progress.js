// The stacked bar and its legend. Order, hatching and words tell the parts apart, not only colour.
import { html, svg } from './lit.js';
import { icon } from './icons.js';
import { STATES, number, percent } from './words.js';

const ORDER = ['READ', 'DELIVERED', 'SENT', 'ACCEPTED', 'HELD', 'SENDING', 'PENDING', 'UNCERTAIN', 'UNKNOWN', 'FAILED', 'SKIPPED', 'CANCELLED'];
const HATCHED = new Set(['UNCERTAIN', 'UNKNOWN', 'FAILED', 'SKIPPED', 'CANCELLED']);

export function bar(progress, total = progress.total, thin = false) {
  let x = 0;
  const parts = ORDER.map((state) => {
    const width = total ? (100 * progress.states[state]) / total : 0;
    const from = x;
    x += width;
    return [state, from, width];
  });
  const label = ORDER.filter((state) => progress.states[state])
    .map((state) => `${STATES[state].word} ${number(progress.states[state])}`)
    .join(', ');
  return html`<svg class="bar ${thin ? 'thin' : ''}" role="img" aria-label=${label || 'Nothing planned yet'}>
    ${parts.map(([state, from, width]) => svg`<rect class="fill-${STATES[state].fill}" x="${from}%" y="0" width="${width}%" height="100%"></rect>`)}
    ${parts.map(([state, from, width]) => HATCHED.has(state) && width
      ? svg`<rect x="${from}%" y="0" width="${width}%" height="100%" fill="url(#hatch)"></rect>` : '')}
  </svg>`;
}

export const legend = (progress, chosen, choose) => html`
  <div class="legend" role="group" aria-label="Deliveries by state; choose one to see them below">
    ${ORDER.filter((state) => progress.states[state]).map((state) => html`
      <button aria-pressed=${String(chosen === state)} title=${STATES[state].says} @click=${() => choose(chosen === state ? '' : state)}>
        <svg class="swatch" aria-hidden="true"><rect class="fill-${STATES[state].fill}" width="100%" height="100%"></rect></svg>
        <span class="tone-${STATES[state].tone}">${icon(STATES[state].icon, 14)}</span>
        ${STATES[state].word} <b>${number(progress.states[state])}</b>
        <span class="muted">${percent(progress.states[state], progress.total)}</span>
      </button>`)}
  </div>`;
