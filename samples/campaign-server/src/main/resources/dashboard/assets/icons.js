// Small shapes, drawn in the colour of their text. Ticks mean what they mean in WhatsApp.
import { html, svg } from './lit.js';

const draw = (body, size = 16) =>
  html`<svg width=${size} height=${size} viewBox="0 0 16 16" fill="none" stroke="currentColor" stroke-width="1.7"
    stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${body}</svg>`;

const tick = svg`<path d="M3.2 8.6 6.4 11.7 12.8 4.6"/>`;
const ticks = svg`<path d="M1 8.6 4 11.7 10.2 4.6M7.4 11.2l.5.5L14.9 4.6"/>`;

const SHAPES = {
  pending: svg`<circle cx="8" cy="8" r="5.6"/><path d="M8 5v3.2l2 1.4"/>`,
  sending: svg`<path d="M2.4 8h10.4M9 4.2 12.9 8 9 11.8"/>`,
  accepted: svg`<path d="M3.2 8.6 6.4 11.7 12.8 4.6" stroke-dasharray="2.2 2.4"/>`,
  held: svg`<path d="M5.8 4v8M10.2 4v8"/>`,
  sent: tick,
  delivered: ticks,
  read: svg`<path stroke-width="2.3" d="M1 8.6 4 11.7 10.2 4.6M7.4 11.2l.5.5L14.9 4.6"/>`,
  failed: svg`<path d="m4.2 4.2 7.6 7.6M11.8 4.2l-7.6 7.6"/>`,
  uncertain: svg`<path d="M5.4 6.1a2.6 2.6 0 1 1 3.7 2.4c-.8.4-1.1.8-1.1 1.6"/><path d="M8 13v.1"/>`,
  skipped: svg`<path d="M3.2 8h9.6" stroke-dasharray="2 2.4"/>`,
  cancelled: svg`<circle cx="8" cy="8" r="5.6"/><path d="m4.2 11.8 7.6-7.6"/>`,
  draft: svg`<path d="M3 13h2.6L12.9 5.7 10.3 3.1 3 10.4z"/>`,
  scheduled: svg`<rect x="2.4" y="3.4" width="11.2" height="10" rx="2"/><path d="M2.4 6.8h11.2M5.4 1.9v2.6M10.6 1.9v2.6"/>`,
  running: svg`<path d="M5 3.4v9.2l7.4-4.6z" fill="currentColor"/>`,
  paused: svg`<path d="M5.6 3.6v8.8M10.4 3.6v8.8" stroke-width="2.4"/>`,
  completed: svg`<circle cx="8" cy="8" r="6.2"/><path d="m5.2 8.3 2 2 3.6-4.2"/>`,
  warning: svg`<path d="M8 2.4 14.4 13.4H1.6z"/><path d="M8 6.6v3M8 11.6v.1"/>`,
  info: svg`<circle cx="8" cy="8" r="6.2"/><path d="M8 7.4v3.6M8 5v.1"/>`,
  close: svg`<path d="m4 4 8 8M12 4l-8 8"/>`,
  plus: svg`<path d="M8 3v10M3 8h10"/>`,
  back: svg`<path d="M9.8 3.6 5.4 8l4.4 4.4"/>`,
  next: svg`<path d="M6.2 3.6 10.6 8l-4.4 4.4"/>`,
  search: svg`<circle cx="7" cy="7" r="4.4"/><path d="m10.4 10.4 3.2 3.2"/>`,
  file: svg`<path d="M4 1.9h5l3 3v9.2H4z"/><path d="M9 1.9v3h3M6 8.4h4M6 11h4"/>`,
  upload: svg`<path d="M8 10.6V2.8M4.8 5.8 8 2.6l3.2 3.2M2.6 10.4v3h10.8v-3"/>`,
  dot: svg`<circle cx="8" cy="8" r="3.6" fill="currentColor" stroke="none"/>`,
  ring: svg`<circle cx="8" cy="8" r="3.4" stroke-dasharray="2.6 2"/>`,
  reply: svg`<path d="M6.2 4 2.6 7.6l3.6 3.6M2.8 7.6h6.4c2.4 0 4.2 1.6 4.2 4.4"/>`,
  chat: svg`<path d="M2.4 3.2h11.2v8H7.2L4 13.8v-2.6H2.4z"/>`,
};

export const icon = (name, size) => draw(SHAPES[name] || SHAPES.dot, size);
