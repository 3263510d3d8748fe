// Who sends a campaign: one sender, or several that share it by weight.
import { html, nothing } from './lit.js';
import { get } from './api.js';
import { icon } from './icons.js';
import { kindName } from './providers.js';

const MOST = 100;

// What is known of senders by provider; filled when a provider is chosen.
const listed = {};

const known = (provider) => (provider ? provider.senders.map((id) => ({ id, label: id })) : []);

export async function loadSenders(provider, draw) {
  if (!provider || listed[provider.id]) return;
  listed[provider.id] = { senders: known(provider), note: '' };
  try {
    listed[provider.id].senders = (await get(`/api/providers/${provider.id}/senders`)).senders;
  } catch {
    listed[provider.id].note = `${provider.id} does not answer; senders that it never used here are missing.`;
  }
  draw();
}

export const firstRow = (provider) => ({ provider: provider.id, sender: provider.defaultSender, weight: 1 });

// The providers that send, each once, in the order of the rows.
export const chosenProviders = (rows) => [...new Set(rows.map((row) => row.provider))];

// How the request names them: one sender, or a pool.
export const senderSpec = (rows) => (rows.length === 1
  ? { provider: rows[0].provider, sender: rows[0].sender }
  : { senders: rows.map(({ provider, sender, weight }) => ({ provider, sender, weight: Number(weight) })) });

export function senderFields({ providers, rows, change, draw }) {
  if (!rows.length) return html`<div class="skeleton line w-60"></div>`;
  const edit = (index, news) => change(rows.map((row, at) => (at === index ? { ...row, ...news } : row)));
  return html`
    <div class="sender-rows" role="group" aria-label="Senders">${rows.map((row, index) => senderRow({ providers, rows, row, index, edit, change, draw }))}</div>
    ${rows.length > 1 ? html`<p class="hint">Weights 3 and 1: the first sends to three people of four. Who got a message before stays with that sender, and
      when a sender cannot send for a while, the others take over what waits.</p>` : nothing}
    ${another(providers, rows) ? html`<p><button type="button" ?disabled=${rows.length >= MOST} @click=${() => {
      const next = another(providers, rows);
      loadSenders(next.provider, draw);
      change([...rows, { provider: next.provider.id, sender: next.sender, weight: 1 }]);
    }}>${icon('plus', 14)}Add a sender</button></p>` : nothing}`;
}

const sendersOf = (provider) => (listed[provider.id] ? listed[provider.id].senders : known(provider));

// A sender that is in no row yet.
function another(providers, rows) {
  for (const provider of providers) {
    const free = sendersOf(provider).find(({ id }) => !rows.some((row) => row.provider === provider.id && row.sender === id));
    if (free) return { provider, sender: free.id };
  }
  return null;
}

function senderRow({ providers, rows, row, index, edit, change, draw }) {
  const provider = providers.find((each) => each.id === row.provider);
  const senders = sendersOf(provider);
  const name = rows.length > 1 ? ` ${index + 1}` : '';
  const taken = (id) => rows.some((other) => other !== row && other.provider === row.provider && other.sender === id);
  const choose = (event) => {
    const next = providers.find((each) => each.id === event.target.value);
    loadSenders(next, draw);
    const free = sendersOf(next).find(({ id }) => !rows.some((other) => other !== row && other.provider === next.id && other.sender === id));
    edit(index, { provider: next.id, sender: free ? free.id : next.defaultSender });
  };
  return html`<div class="sender-row ${rows.length > 1 ? 'weighted' : ''}">
    <div><label for="provider-${index}">Provider${name}</label>
      <select id="provider-${index}" required @change=${choose}>${providers.map((each) => html`
        <option value=${each.id} .selected=${each.id === row.provider}>${each.id} (${kindName(each.kind)})</option>`)}</select>
      ${provider.health.state === 'BLOCKED' ? html`<p class="hint tone-bad">Cannot send now: ${provider.health.detail}</p>` : nothing}</div>
    <div><label for="sender-${index}">Sender${name}</label>
      <select id="sender-${index}" required @change=${(event) => edit(index, { sender: event.target.value })}>${senders.map((sender) => html`
        <option value=${sender.id} .selected=${sender.id === row.sender} ?disabled=${taken(sender.id)}>${sender.label}</option>`)}</select>
      ${listed[provider.id]?.note ? html`<p class="hint tone-warn">${listed[provider.id].note}</p>` : nothing}</div>
    ${rows.length > 1 ? html`<div><label for="weight-${index}">Weight${name}</label>
        <input id="weight-${index}" type="number" min="1" max="1000" step="1" inputmode="numeric" required .value=${String(row.weight)} @input=${(event) => edit(index, { weight: event.target.value })}></div>
      <button type="button" class="quiet" aria-label="Leave sender ${index + 1} out" @click=${() => change(rows.filter((other) => other !== row))}>${icon('close')}</button>` : nothing}
  </div>`;
}
