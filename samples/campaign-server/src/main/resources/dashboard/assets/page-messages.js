// Single messages: what became of each, and what a person decides about those that nobody knows of.
import { html, nothing, repeat } from './lit.js';
import { get, post, query } from './api.js';
import { icon } from './icons.js';
import { why } from './deliveries.js';
import { paint, stateMark, problem, time, skeletonRows, confirm, toast, empty } from './ui.js';
import { STATES, number } from './words.js';

const PATH = '/api/messages';
const LIMIT = 25;
const state = { filter: new URLSearchParams(location.search).get('state') || '', rows: null, next: null, keys: [''], error: null, busy: false };

const DECISIONS = {
  'resend-unknown': { word: 'Send again', danger: true, done: 'Waiting again', title: 'Send this message again?',
    text: 'Nobody knows whether WhatsApp took it: its answer was lost and no report came. Whoever has the message already gets it a second time.' },
  'fail-unknown': { word: 'Take for failed', danger: false, done: 'Taken for failed', title: 'Take this message for failed?',
    text: 'It is not looked at any more. If WhatsApp reports it as delivered after all, it shows as delivered.' },
};

async function load() {
  const wanted = query({ state: state.filter, after: state.keys[state.keys.length - 1], limit: LIMIT });
  state.wanted = wanted;
  try {
    const answer = await get(`${PATH}${wanted}`);
    if (state.wanted !== wanted) return;
    Object.assign(state, { rows: answer.messages, next: answer.next, error: null });
  } catch (error) {
    Object.assign(state, { error, rows: state.rows || [] });
  }
  draw();
}

async function decide(name, row) {
  const decision = DECISIONS[name];
  const reason = await confirm({ title: decision.title, text: decision.text, action: decision.word, danger: decision.danger,
    field: { label: 'Why, for the record', type: 'text', value: '' } });
  if (reason === false) return;
  state.busy = true;
  draw();
  try {
    await post(`${PATH}/${name}`, { by: 'the dashboard', why: reason, deliveries: [row.id] });
    toast(decision.done);
    await load();
  } catch (error) {
    state.error = error;
  }
  state.busy = false;
  draw();
}

function choose(filter) {
  Object.assign(state, { filter, keys: [''], error: null });
  load();
}

function turn(key) {
  if (key) state.keys.push(key);
  else state.keys.pop();
  load();
}

const rowView = (row) => html`<tr>
  <td class="mono" data-label="Number"><bdi>${row.phone || '–'}</bdi></td>
  <td data-label="State">${stateMark(row.state)}</td>
  <td class="why-cell" data-label="Note"><div class="grow">${why(row)}</div></td>
  <td class="num" data-label="Tries">${row.attempts || html`<span class="muted">–</span>`}</td>
  <td class="num" data-label="Last change">${time(row.changedAt)}</td>
  <td class="num" data-label="Decide">${row.state === 'UNKNOWN' ? Object.entries(DECISIONS).map(([name, decision]) => html`
    <button class=${decision.danger ? 'danger' : ''} ?disabled=${state.busy} @click=${() => decide(name, row)}>${decision.word}</button>`) : nothing}</td></tr>`;

const table = () => (state.rows.length
  ? html`<div class="table-wrap"><table class="cards">
      <thead><tr><th>Number</th><th>State</th><th>Note</th><th class="num">Tries</th><th class="num">Last change</th><th class="num"><span class="sr">Decide</span></th></tr></thead>
      <tbody>${repeat(state.rows, (row) => row.id, rowView)}</tbody></table></div>
      ${state.keys.length > 1 || state.next ? html`<div class="pager">
        <button ?disabled=${state.keys.length < 2} @click=${() => turn('')}>${icon('back', 14)}Earlier rows</button>
        <span class="muted small">Page ${number(state.keys.length)}</span>
        <button ?disabled=${!state.next} @click=${() => turn(state.next)}>Later rows${icon('next', 14)}</button></div>` : nothing}`
  : state.filter
    ? html`<p class="muted card-body">No message is in this state.</p>`
    : empty('No single message yet', 'POST /api/messages sends one; docs/campaign-server.md shows how.'));

const view = () => html`
  <div class="head"><div><h1>Messages</h1><p class="sentence">Sent one by one over the API, in the order in which they were asked for.</p></div></div>
  <section class="card" aria-label="Messages">
    <div class="toolbar"><label class="sr" for="state">State</label>
      <select id="state" @change=${(event) => choose(event.target.value)}>
        <option value="" ?selected=${!state.filter}>All states</option>
        ${Object.entries(STATES).map(([key, words]) => html`<option value=${key} ?selected=${key === state.filter}>${words.word}</option>`)}
      </select></div>
    ${state.error ? html`<div class="card-body">${problem(state.error, 'That did not work.')}</div>` : nothing}
    ${state.rows === null ? html`<div class="card-body">${skeletonRows(5)}</div>` : table()}
  </section>`;

const draw = () => paint(view());

load();
