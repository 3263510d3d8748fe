// What customers ordered, and what is to be done about it.
import { html, nothing, repeat } from './lit.js';
import { get, query } from './api.js';
import { icon } from './icons.js';
import { openOrder } from './order-drawer.js';
import { ORDERS, PAYMENTS, FULFILMENTS, mark, money } from './shop-words.js';
import { paint, problem, time, skeletonRows, empty } from './ui.js';
import { number, plural } from './words.js';

const LIMIT = 25;
const EVERY = 3000;
const state = { filter: new URLSearchParams(location.search).get('status') || '', rows: null, next: null, keys: [''], error: null };

async function load() {
  const wanted = query({ status: state.filter, before: state.keys[state.keys.length - 1], limit: LIMIT });
  state.wanted = wanted;
  try {
    const answer = await get(`/api/orders${wanted}`);
    if (state.wanted !== wanted) return;
    Object.assign(state, { rows: answer.orders, next: answer.next, error: null });
  } catch (error) {
    Object.assign(state, { error, rows: state.rows || [] });
  }
  draw();
}

function choose(filter) {
  Object.assign(state, { filter, rows: null, keys: [''], error: null });
  draw();
  load();
}

function turn(key) {
  if (key) state.keys.push(key);
  else state.keys.pop();
  load();
}

function what(order) {
  const [first] = order.lines;
  const rest = order.lines.length - 1;
  return html`<span dir="auto">${first ? `${number(first.quantity)} × ${first.title}` : 'Nothing'}</span>${rest > 0 ? html` <span class="muted">and ${plural(rest, 'more line')}</span>` : nothing}`;
}

function rowView(order) {
  const open = () => openOrder(order, load);
  const waits = order.lines.some((line) => line.flag);
  return html`<tr class="clickable" @click=${open}>
    <td class="name-cell"><div class="grow"><button class="link row-link" @click=${(event) => { event.stopPropagation(); open(); }}>${order.number}</button>
      <div class="sub"><bdi>${order.name || order.contact || 'erased'}</bdi></div></div></td>
    <td class="why-cell" data-label="What"><div class="grow">${what(order)}${waits ? html`<div class="sub">A line waits to be settled.</div>` : nothing}</div></td>
    <td class="num" data-label="Total"><b>${money(order.totals.total)}</b></td>
    <td data-label="Order">${mark(ORDERS, order.status)}</td>
    <td data-label="Payment">${mark(PAYMENTS, order.payment)}</td>
    <td data-label="Shipping">${mark(FULFILMENTS, order.fulfilment)}</td>
    <td class="num" data-label="Ordered">${time(order.placedAt)}</td></tr>`;
}

const table = () => (state.rows.length
  ? html`<div class="table-wrap"><table class="cards">
      <thead><tr><th>Order</th><th>What</th><th class="num">Total</th><th>Order is</th><th>Payment</th><th>Shipping</th><th class="num">Ordered</th></tr></thead>
      <tbody>${repeat(state.rows, (row) => row.id, rowView)}</tbody></table></div>
      ${state.keys.length > 1 || state.next ? html`<div class="pager">
        <button ?disabled=${state.keys.length < 2} @click=${() => turn('')}>${icon('back', 14)}Newer orders</button>
        <span class="muted small">Page ${number(state.keys.length)}</span>
        <button ?disabled=${!state.next} @click=${() => turn(state.next)}>Older orders${icon('next', 14)}</button></div>` : nothing}`
  : state.filter
    ? html`<p class="muted card-body">No order stands so.</p>`
    : empty('No order yet', 'A cart that a customer sends in WhatsApp becomes an order here.'));

const view = () => html`
  <div class="head"><div><h1>Orders</h1><p class="sentence">Each cart that a customer sends becomes one order. WhatsApp tells nothing of carts that were not sent.</p></div></div>
  <section class="card" aria-label="Orders">
    <div class="toolbar"><label class="sr" for="status">Order is</label>
      <select id="status" @change=${(event) => choose(event.target.value)}>
        <option value="" ?selected=${!state.filter}>All orders</option>
        ${Object.entries(ORDERS).map(([key, words]) => html`<option value=${key} ?selected=${key === state.filter}>${words.word}</option>`)}
      </select></div>
    ${state.error ? html`<div class="card-body">${problem(state.error, 'The orders could not be loaded.')}</div>` : nothing}
    ${state.rows === null ? html`<div class="card-body">${skeletonRows(5)}</div>` : table()}
  </section>`;

const draw = () => paint(view());

load();
setInterval(() => document.hidden || load(), EVERY);
