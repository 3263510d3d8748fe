// Pieces that every page uses: state marks, notices, the question before a step that cannot be undone.
import { html, render, nothing } from './lit.js';
import { icon } from './icons.js';
import { STATUS, STATES, fullTime, when } from './words.js';

export const page = document.getElementById('page');

// The server's skeleton stands until the first picture; then it makes room once.
let cleared = false;
export function paint(view) {
  if (!cleared) {
    page.replaceChildren();
    page.removeAttribute('aria-busy');
    cleared = true;
  }
  render(view, page);
}

export const statusPill = (status) => {
  const words = STATUS[status] || { word: status, icon: 'dot', tone: '' };
  return html`<span class="pill ${words.tone}">${icon(words.icon, 14)}${words.word}</span>`;
};

export const stateMark = (state) => {
  const words = STATES[state] || { word: state, icon: 'dot', tone: '' };
  return html`<span class="state" title=${words.says || nothing}><span class="tone-${words.tone}">${icon(words.icon)}</span>${words.word}</span>`;
};

export const time = (iso) =>
  iso ? html`<time datetime=${iso} title=${fullTime(iso)}>${when(iso)}</time>` : html`<span class="muted">–</span>`;

export const notice = (kind, title, text, extra = nothing) => html`
  <div class="notice ${kind}" role=${kind === 'bad' ? 'alert' : nothing}>
    ${icon(kind === 'info' ? 'info' : 'warning')}
    <div><strong>${title}</strong><div>${text}</div>${extra}</div>
  </div>`;

export const problem = (error, title = 'That did not work.') =>
  notice('bad', title, error.message,
    error.reference ? html`<div class="small muted">Reference <span class="mono">${error.reference}</span></div>` : nothing);

export const empty = (title, text, action = nothing, picture = 'chat') => html`
  <div class="empty">${icon(picture, 34)}<h2>${title}</h2><p>${text}</p>${action}</div>`;

export const skeletonRows = (count) =>
  Array.from({ length: count }, () => html`<div class="skeleton line"></div>`);

// Asks before a consequence. Resolves to true, or to the text of the field if one was asked for.
export function confirm({ title, text, action, danger = false, field = null, keep = 'Keep as it is' }) {
  return new Promise((resolve) => {
    const dialog = document.createElement('dialog');
    dialog.className = 'confirm';
    dialog.setAttribute('aria-labelledby', 'confirm-title');
    const done = (value) => {
      dialog.close();
      dialog.remove();
      resolve(value);
    };
    const submit = (event) => {
      event.preventDefault();
      done(field ? new FormData(event.target).get('value') : true);
    };
    render(
      html`<form @submit=${submit}>
        <h2 id="confirm-title" dir="auto">${title}</h2>
        <p>${text}</p>
        ${field ? html`<label class="small" for="confirm-field">${field.label}</label>
          <input id="confirm-field" name="value" type=${field.type} min=${field.min ?? nothing} max=${field.max ?? nothing}
            step=${field.step ?? nothing} .value=${String(field.value ?? '')} required>` : nothing}
        <div class="actions">
          <button type="button" @click=${() => done(false)}>${keep}</button>
          <button class=${danger ? 'danger solid' : 'primary'}>${action}</button>
        </div>
      </form>`,
      dialog,
    );
    dialog.addEventListener('cancel', (event) => {
      event.preventDefault();
      done(false);
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}

let toastTimer;
export function toast(text) {
  let place = document.getElementById('toast');
  if (!place) {
    place = document.createElement('div');
    place.id = 'toast';
    place.className = 'toast';
    place.setAttribute('role', 'status');
    document.body.append(place);
  }
  render(html`<div>${text}</div>`, place);
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => render(nothing, place), 4000);
}
