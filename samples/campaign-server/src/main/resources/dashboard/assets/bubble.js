// A template as it will look on the phone, filled with values.
import { html, nothing } from './lit.js';

const PLACEHOLDER = /\{\{([^{}]*)}}/g;

// Splits a template's text at its variables and lets fill(name) say what stands there.
export function filled(text, fill) {
  const parts = [];
  let end = 0;
  for (const match of text.matchAll(PLACEHOLDER)) {
    parts.push(text.slice(end, match.index));
    const value = fill(match[1].trim());
    parts.push(value === null
      ? html`<mark class="missing">${match[1].trim()}?</mark>`
      : html`<mark><bdi>${value}</bdi></mark>`);
    end = match.index + match[0].length;
  }
  parts.push(text.slice(end));
  return parts;
}

export const bubble = (template, fill) => html`
  <div class="bubble" dir="auto">${head(template, fill)}<div>${filled(template.body, fill.body)}</div>${template.footer
    ? html`<div class="foot">${template.footer}</div>` : nothing}</div>
  ${template.buttons.length ? html`<div class="bubble-buttons">${template.buttons.map((button) => html`<span dir="auto">${button.text || button.type}</span>`)}</div>` : nothing}`;

const head = (template, fill) => {
  if (template.header.format === 'NONE') return nothing;
  if (template.header.format === 'TEXT') return html`<div class="head-text">${filled(template.header.text, fill.header)}</div>`;
  return html`<div class="media">${template.header.format.toLowerCase()}</div>`;
};

// A campaign's own value, which may hold placeholders with fallbacks, filled from one row.
export function fillValue(value, row) {
  let missing = false;
  const text = value.replace(PLACEHOLDER, (whole, inner) => {
    const [name, ...rest] = inner.split('|');
    const given = row ? row[name.trim()] : '';
    if (given && given.trim()) return given;
    if (rest.length) return rest.join('|');
    missing = true;
    return '';
  });
  return missing ? null : text;
}
