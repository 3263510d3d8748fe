// The people of a campaign: filter, search, pages by key, and one person's timeline in a drawer.
import { html, nothing, repeat, live } from './lit.js';
import { get, query } from './api.js';
import { icon } from './icons.js';
import { openDelivery } from './drawer.js';
import { stateMark, problem, time, skeletonRows } from './ui.js';
import { STATES, SKIPS, number } from './words.js';

const LIMIT = 25;
const REFRESH_MILLIS = 1500;

export class Deliveries {
  constructor(path, draw) {
    Object.assign(this, { path, draw, state: '', code: '', search: '', rows: null, next: null, keys: [''], error: null, loading: false, due: false, seen: '' });
  }

  // The numbers moved: look again, but not more often than a person can read, and not while they read an older page.
  changed(campaign) {
    const seen = JSON.stringify(campaign.progress.states);
    if (seen === this.seen || this.error) return;
    this.seen = seen;
    if (this.rows === null) {
      this.load();
    } else if (!this.due && this.keys.length === 1) {
      this.due = true;
      setTimeout(() => {
        this.due = false;
        this.load();
      }, REFRESH_MILLIS);
    }
  }

  choose(filter) {
    Object.assign(this, { state: '', code: '', keys: [''], error: null }, filter);
    this.load();
    if (filter.code) document.getElementById('deliveries').scrollIntoView({ block: 'start' });
  }

  async load() {
    const wanted = query({ state: this.state, code: this.code, number: this.search, after: this.keys[this.keys.length - 1], limit: LIMIT });
    this.wanted = wanted;
    try {
      const answer = await get(`${this.path}/deliveries${wanted}`);
      if (this.wanted !== wanted) return;
      Object.assign(this, { rows: answer.deliveries, next: answer.next, error: null });
    } catch (error) {
      Object.assign(this, { error, rows: this.rows || [] });
    }
    this.draw();
  }

  turn(key) {
    if (key) this.keys.push(key);
    else this.keys.pop();
    this.load();
  }

  view(campaign) {
    if (!campaign.progress.total) return nothing;
    return html`<section class="card" id="deliveries" aria-label="Deliveries">
      <header><h2>Deliveries</h2></header>
      <div class="toolbar">
        <form role="search" @submit=${(event) => this.find(event)}>
          <label class="sr" for="number">Phone number</label>
          <input id="number" name="number" type="search" inputmode="tel" placeholder="Search a phone number" .value=${live(this.search)} autocomplete="off">
          <button aria-label="Search">${icon('search')}</button>
        </form>
        <label class="sr" for="state">State</label>
        <select id="state" @change=${(event) => this.choose({ state: event.target.value })}>
          <option value="" ?selected=${!this.state}>All states</option>
          ${Object.entries(STATES).map(([key, words]) => html`<option value=${key} ?selected=${key === this.state}>${words.word}</option>`)}
        </select>
        ${this.code ? html`<span class="pill">Code ${this.code}</span>` : nothing}
        ${this.code || this.search || this.state
          ? html`<button class="quiet" @click=${() => this.choose({ search: '' })}>Show all</button>` : nothing}
      </div>
      ${this.error ? html`<div class="card-body">${problem(this.error, 'The deliveries could not be loaded.')}</div>` : nothing}
      ${this.rows === null ? html`<div class="card-body">${skeletonRows(5)}</div>` : this.table()}
    </section>`;
  }

  table() {
    if (!this.rows.length) {
      return html`<p class="muted card-body">${this.search ? 'Nobody in this campaign has this number.' : 'No delivery is in this state.'}</p>`;
    }
    return html`<div class="table-wrap"><table class="cards">
      <thead><tr><th>Person</th><th>Number</th><th>State</th><th>Note</th><th class="num">Tries</th><th class="num">Last change</th></tr></thead>
      <tbody>${repeat(this.rows, (row) => row.id, (row) => this.row(row))}</tbody></table></div>
      ${this.keys.length > 1 || this.next ? html`<div class="pager">
        <button ?disabled=${this.keys.length < 2} @click=${() => this.turn('')}>${icon('back', 14)}Earlier rows</button>
        <span class="muted small">Page ${number(this.keys.length)}</span>
        <button ?disabled=${!this.next} @click=${() => this.turn(this.next)}>Later rows${icon('next', 14)}</button></div>` : nothing}`;
  }

  row(row) {
    const open = () => openDelivery(`${this.path}/deliveries/${row.id}`, row);
    return html`<tr class="clickable" @click=${open}>
      <td class="name-cell"><div class="grow"><button class="link row-link" dir="auto" @click=${(event) => { event.stopPropagation(); open(); }}>${row.name || 'No name'}</button>
        <div class="sub">line ${number(row.line)}</div></div></td>
      <td class="mono" data-label="Number"><bdi>${row.phone || row.rawAddress || '–'}</bdi></td>
      <td data-label="State">${stateMark(row.state)}</td>
      <td class="why-cell" data-label="Note"><div class="grow">${why(row)}</div></td>
      <td class="num" data-label="Tries">${row.attempts || html`<span class="muted">–</span>`}</td>
      <td class="num" data-label="Last change">${time(row.changedAt)}</td></tr>`;
  }

  find(event) {
    event.preventDefault();
    const search = new FormData(event.target).get('number').trim();
    Object.assign(this, { state: '', code: '', search, keys: [''], error: null });
    this.load();
  }
}

export function why(row) {
  if (row.skipReason) {
    const words = (SKIPS[row.skipReason] || [row.skipReason])[0];
    return row.skipDetail ? `${words}: ${row.skipDetail}` : words;
  }
  if (row.errorCode || row.errorText) {
    return html`${row.errorTitle || row.errorText}${row.errorCode ? html` <span class="muted mono small">${row.errorCode}</span>` : nothing}`;
  }
  return html`<span class="muted">${STATES[row.state].says}</span>`;
}
