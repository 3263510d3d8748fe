// The list: is something going on, and where do I start?
import { html, nothing, repeat } from './lit.js';
import { get, query } from './api.js';
import { follow } from './live.js';
import { bar } from './progress.js';
import { icon } from './icons.js';
import { paint, statusPill, time, problem, empty } from './ui.js';
import { STATUS, number, percent, sendable, answered, plural } from './words.js';

const state = { campaigns: null, next: null, older: [], filter: new URLSearchParams(location.search).get('status') || '', error: null };

const shown = () => {
  const first = state.campaigns || [];
  const ids = new Set(first.map((campaign) => campaign.id));
  return [...first, ...state.older.filter((campaign) => !ids.has(campaign.id))];
};

const row = (campaign) => {
  const p = campaign.progress;
  const planned = p.total > 0;
  return html`<tr class="clickable" @click=${(event) => event.target.closest('a') || (location.href = `/campaigns/${campaign.id}`)}>
    <td class="name-cell"><div class="grow"><a class="row-link" dir="auto" href="/campaigns/${campaign.id}">${campaign.name}</a>
      <div class="sub">${campaign.content.kind === 'template' ? campaign.content.name : 'Free text'}, ${plural(campaign.audience.rows, 'row')}</div></div></td>
    <td data-label="Status">${statusPill(campaign.status)}</td>
    <td class="progress-cell" data-label="Progress"><div class="grow">${planned
      ? html`${bar(p, Math.max(p.total, campaign.audience.rows), true)}
          <div class="sub">${number(answered(p))} of ${number(sendable(p))} sent</div>`
      : html`<span class="muted">Not started</span>`}</div></td>
    <td class="num" data-label="Delivered">${planned ? html`<div>${number(p.delivered)}<div class="sub">${percent(p.delivered, sendable(p))}</div></div>` : html`<span class="muted">–</span>`}</td>
    <td class="num" data-label="Read">${planned ? html`<div>${number(p.read)}<div class="sub">${percent(p.read, sendable(p))}</div></div>` : html`<span class="muted">–</span>`}</td>
    <td class="num" data-label="Failed">${p.states.FAILED ? html`<span class="tone-bad">${number(p.states.FAILED)}</span>` : planned ? '0' : html`<span class="muted">–</span>`}</td>
    <td data-label="Created" class="num">${time(campaign.createdAt)}</td>
  </tr>`;
};

const filterBox = () => html`<div class="toolbar">
  <label class="sr" for="status">Status</label>
  <select id="status" @change=${(event) => choose(event.target.value)}>
    <option value="">All campaigns</option>
    ${Object.entries(STATUS).map(([key, words]) => html`<option value=${key} ?selected=${key === state.filter}>${words.word}</option>`)}
  </select></div>`;

const view = () => html`
  <div class="head"><div><h1>Campaigns</h1></div>
    <div class="actions"><a class="button primary" href="/campaigns/new">${icon('plus')}New campaign</a></div></div>
  ${state.error ? problem(state.error, 'The campaigns could not be loaded.') : nothing}
  <div class="card">
    ${state.filter || shown().length ? filterBox() : nothing}
    ${shown().length
      ? html`<div class="table-wrap"><table class="cards">
          <thead><tr><th>Campaign</th><th>Status</th><th>Progress</th><th class="num">Delivered</th><th class="num">Read</th><th class="num">Failed</th><th class="num">Created</th></tr></thead>
          <tbody>${repeat(shown(), (campaign) => campaign.id, row)}</tbody></table></div>
          ${state.next ? html`<div class="pager"><span class="muted">${plural(shown().length, 'campaign')} shown</span>
            <button @click=${more}>Show older</button></div>` : nothing}`
      : state.filter
        ? empty(`No campaign is ${STATUS[state.filter].word.toLowerCase()}`, 'Choose another status to see the others.')
        : empty('No campaign yet', 'Upload a CSV with your customers, pick an approved template, and see every message go out, arrive and get read.',
            html`<a class="button primary" href="/campaigns/new">${icon('plus')}Create the first campaign</a>`)}
  </div>`;

const draw = () => paint(view());

async function load() {
  try {
    const answer = await get(`/api/campaigns${query({ status: state.filter, limit: 50 })}`);
    Object.assign(state, { campaigns: answer.campaigns, next: answer.next, older: [], error: null });
  } catch (error) {
    state.error = error;
  }
  draw();
}

async function more() {
  const answer = await get(`/api/campaigns${query({ status: state.filter, limit: 50, before: state.next })}`);
  state.older = [...state.older, ...answer.campaigns];
  state.next = answer.next;
  draw();
}

function choose(status) {
  state.filter = status;
  history.replaceState(null, '', status ? `?status=${status}` : location.pathname);
  load();
}

await load();
follow('/api/events', (news) => {
  if (!news.campaigns) return;
  const wanted = news.campaigns.filter((campaign) => !state.filter || campaign.status === state.filter);
  const fresh = new Set(wanted.map((campaign) => campaign.id));
  const oldest = news.campaigns.length ? news.campaigns[news.campaigns.length - 1].id : '';
  state.older = shown().filter((campaign) => !fresh.has(campaign.id) && campaign.id < oldest);
  state.campaigns = wanted;
  state.error = null;
  draw();
});
