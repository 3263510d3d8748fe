// The providers: can each of them send, until when, by whom; and new credentials, which are never shown again.
import { html, render, nothing } from './lit.js';
import { post, put } from './api.js';
import { icon } from './icons.js';
import { empty, problem, time, toast } from './ui.js';

const KINDS = { meta: 'Meta Cloud API', twilio: 'Twilio', '360dialog': '360dialog' };
const HEALTH = {
  READY: { word: 'Ready', icon: 'completed', tone: 'going' },
  LIMITED: { word: 'Limited', icon: 'warning', tone: 'warn' },
  BLOCKED: { word: 'Cannot send', icon: 'failed', tone: 'bad' },
  UNREACHABLE: { word: 'No answer', icon: 'uncertain', tone: 'warn' },
  UNKNOWN: { word: 'Not known', icon: 'ring', tone: 'waiting' },
};
const WEEK = 7 * 86400000;

export const kindName = (kind) => KINDS[kind] || kind;

const health = (provider) => {
  const words = HEALTH[provider.health.state] || HEALTH.UNKNOWN;
  return html`<div><span class="state"><span class="tone-${words.tone}">${icon(words.icon, 14)}</span>${words.word}</span>
    <p class="small muted">${provider.health.detail}${provider.health.checkedAt ? html` Asked ${time(provider.health.checkedAt)}.` : nothing}</p></div>`;
};

const expiry = ({ health: { credentialsExpireAt: end } }) => {
  if (!end) return html`<span class="muted">not told</span>`;
  const soon = new Date(end) - Date.now() < WEEK;
  return html`<span class=${soon ? 'tone-warn' : ''}>${soon ? icon('warning', 14) : nothing} ${time(end)}</span>`;
};

const senders = (provider) => html`<div><b>${provider.defaultSender}</b>${provider.senders.length > 1
  ? html`<p class="small muted">also ${provider.senders.filter((sender) => sender !== provider.defaultSender).join(', ')}</p>` : nothing}</div>`;

// The card of the settings page. `changed` gets a provider as the server has it after something was done.
export const providerCard = (providers, busy, changed) => html`<section class="card" aria-labelledby="providers">
  <header><h2 id="providers">Providers</h2><span class="muted small">the accounts that send</span></header>
  ${providers.length ? html`<div class="table-wrap"><table class="cards">
    <thead><tr><th>Provider</th><th>Can it send</th><th>Senders</th><th>Credentials end</th><th>Webhook path</th><th><span class="sr">Actions</span></th></tr></thead>
    <tbody>${providers.map((provider) => html`<tr>
      <td><div><b>${provider.id}</b><p class="small muted">${kindName(provider.kind)}${provider.simulated ? ', simulator' : ''}</p></div></td>
      <td data-label="Can it send">${health(provider)}</td>
      <td data-label="Senders">${senders(provider)}</td>
      <td data-label="Credentials end">${expiry(provider)}</td>
      <td data-label="Webhook path"><span class="mono small">${provider.webhookPath}</span></td>
      <td class="row-actions"><button type="button" ?disabled=${busy === provider.id} aria-label="Ask ${provider.id} now" @click=${() => check(provider, changed)}>Ask now</button>
        ${provider.credentials.length ? html`<button type="button" aria-label="Replace credentials of ${provider.id}" @click=${() => replace(provider, changed)}>Replace credentials</button>` : nothing}</td>
    </tr>`)}</tbody></table></div>`
    : empty('No provider', 'Configure one and start the server again.', undefined, 'sending')}
</section>`;

async function check(provider, changed) {
  changed(provider, { busy: provider.id });
  try {
    changed((await post(`/api/providers/${provider.id}/check`, {})).provider, { busy: '' });
  } catch (error) {
    changed(provider, { busy: '', error });
  }
}

// Asks for new credentials. What is typed leaves the page with the request and stands nowhere else.
function replace(provider, changed) {
  const dialog = document.createElement('dialog');
  dialog.className = 'confirm';
  dialog.setAttribute('aria-labelledby', 'credentials-title');
  const state = { error: null, busy: false };
  const close = () => {
    dialog.close();
    dialog.remove();
  };
  const submit = async (event) => {
    event.preventDefault();
    const form = event.target;
    const settings = Object.fromEntries([...new FormData(form)].filter(([, value]) => value.trim() !== ''));
    if (!Object.keys(settings).length) {
      state.error = { message: 'Type the new value first.' };
      draw();
      form.querySelector('input').focus();
      return;
    }
    Object.assign(state, { busy: true, error: null });
    draw();
    try {
      const answer = await put(`/api/providers/${provider.id}/credentials`, { settings });
      form.reset();
      close();
      changed(answer.provider, {});
      const words = HEALTH[answer.provider.health.state] || HEALTH.UNKNOWN;
      toast(`Credentials of ${provider.id} replaced. ${words.word === 'Not known' ? '' : `${words.word}.`}`);
    } catch (error) {
      Object.assign(state, { busy: false, error });
      draw();
    }
  };
  const field = (setting) => html`<div><label for="credential-${setting.name}">New ${setting.name}</label>
    <input id="credential-${setting.name}" name=${setting.name} type=${setting.secret ? 'password' : 'text'} autocomplete="off"
      autocapitalize="off" spellcheck="false" aria-describedby="hint-${setting.name}">
    <p class="hint" id="hint-${setting.name}">${setting.description}${provider.credentials.length > 1 ? ' Empty keeps what is in use.' : ''}</p></div>`;
  const draw = () => render(html`<form @submit=${submit} autocomplete="off">
    <h2 id="credentials-title">Replace credentials of ${provider.id}</h2>
    <p>Used at once, and by senders that wait because the old ones were refused. They hold until this server stops, and workers in
      other processes keep theirs: change the configuration too.</p>
    <div class="dialog-fields">${provider.credentials.map(field)}</div>
    ${state.error ? html`<div class="dialog-error">${problem(state.error, 'Nothing was replaced.')}</div>` : nothing}
    <div class="actions"><button type="button" @click=${close}>Keep the old ones</button>
      <button class="primary" ?disabled=${state.busy}>${state.busy ? 'Asking the provider' : 'Replace'}</button></div>
  </form>`, dialog);
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    close();
  });
  draw();
  document.body.append(dialog);
  dialog.showModal();
}
