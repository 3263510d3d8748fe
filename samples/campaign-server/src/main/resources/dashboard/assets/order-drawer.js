// One order: its lines, what was paid and shipped, what can be done now, and everything that happened to it.
import { html, render, nothing, repeat } from './lit.js';
import { get, post } from './api.js';
import { icon } from './icons.js';
import { ORDERS, PAYMENTS, FULFILMENTS, FLAGS, EVENTS, mark, money } from './shop-words.js';
import { confirm, notice, problem, skeletonRows, toast } from './ui.js';
import { fullTime, number, precise } from './words.js';

const BY = 'the dashboard';

export async function openOrder(row, changed) {
  const path = `/api/orders/${row.id}`;
  const state = { order: null, history: [], catalogs: [], error: null, busy: false };
  const dialog = document.createElement('dialog');
  dialog.className = 'drawer';
  dialog.setAttribute('aria-labelledby', 'drawer-title');
  dialog.addEventListener('close', () => dialog.remove());
  dialog.addEventListener('click', (event) => event.target === dialog && dialog.close());

  const draw = () => render(html`
    <header><div><h2 id="drawer-title">${row.number}</h2><bdi class="muted">${[row.name, row.contact].filter(Boolean).join(', ')}</bdi></div>
      <button class="quiet icon-button" aria-label="Close" @click=${() => dialog.close()}>${icon('close')}</button></header>
    <div>${state.error ? problem(state.error) : nothing}${state.order ? details(state, act) : state.error ? nothing : skeletonRows(4)}</div>`, dialog);

  // Names the version that was read, so that nothing is decided over somebody else's change.
  async function act(edge, body, done) {
    Object.assign(state, { busy: true, error: null });
    draw();
    try {
      Object.assign(state, await post(`${path}/${edge}`, { ...body, by: BY, version: state.order.version }));
      toast(done);
      changed();
    } catch (error) {
      state.error = error;
      if (error.code === 'stale_version') Object.assign(state, await get(path).catch(() => ({})));
    }
    state.busy = false;
    draw();
  }

  draw();
  document.body.append(dialog);
  dialog.showModal();
  try {
    Object.assign(state, await get(path));
    if (state.order.actions.includes('resolve')) Object.assign(state, { catalogs: (await get('/api/catalogs')).catalogs });
  } catch (error) {
    state.error = error;
  }
  draw();
}

const lineView = (line) => html`<li class="order-line">
  <div><b dir="auto">${line.title}</b>
    <div class="small muted"><span class="mono">${line.retailerId}</span>${Object.entries(line.options).map(([name, value]) => `, ${name} ${value}`)}</div>
    ${line.flag ? html`<div class="small tone-warn">${FLAGS[line.flag] || line.flag}</div>` : nothing}
    ${line.fulfilled || line.cancelled || line.returned ? html`<div class="small muted">${[
      line.fulfilled && `${number(line.fulfilled)} shipped`, line.cancelled && `${number(line.cancelled)} called off`,
      line.returned && `${number(line.returned)} came back`, line.open && `${number(line.open)} open`].filter(Boolean).join(', ')}</div>` : nothing}</div>
  <div class="num">${number(line.quantity)} × ${money(line.unitPrice)}<br><b>${money(line.total)}</b></div></li>`;

const TOTALS = [['discount', 'Discount'], ['shipping', 'Shipping'], ['fee', 'Fees'], ['tax', 'Tax'], ['rounding', 'Rounding']];

const totals = (order) => html`<dl class="facts order-totals">
  ${TOTALS.filter(([key]) => !/^-?[0.]+ /.test(order.totals[key])).map(([key, word]) => html`<dt>${word}</dt><dd>${money(order.totals[key])}</dd>`)}
  <dt>Total</dt><dd><b>${money(order.totals.total)}</b></dd>
  <dt>Paid</dt><dd>${money(order.paid)}</dd>
  ${/^[0.]+ /.test(order.refunded) ? nothing : html`<dt>Given back</dt><dd>${money(order.refunded)}</dd>`}
</dl>`;

// A form of its own for each version: what was typed for the last shipment does not stand in the next.
function ship(order, act) {
  const submit = (event) => {
    event.preventDefault();
    const values = new FormData(event.target);
    const quantities = {};
    order.lines.forEach((line) => {
      const count = Number(values.get(`line-${line.number}`) || 0);
      if (count > 0) quantities[line.number] = count;
    });
    act('fulfil', { quantities, carrier: values.get('carrier'), trackingNumber: values.get('tracking') }, 'Shipped');
  };
  return html`<h3>Ship</h3><form class="dialog-fields" @submit=${submit}>
    ${order.lines.filter((line) => line.open > 0).map((line) => html`<label>${line.title}, ${number(line.open)} open
      <input name=${`line-${line.number}`} type="number" min="0" max=${line.open} step="1" value=${line.open} required></label>`)}
    <div class="pair"><label>Carrier<input name="carrier" maxlength="100" autocomplete="off"></label>
      <label>Tracking number<input name="tracking" maxlength="100" autocomplete="off"></label></div>
    <div class="actions"><button class="primary">Ship these</button></div></form>`;
}

// What a line is that cannot be taken as it was sent; without a price it costs what the product costs now.
function settle(line, catalogs, act) {
  const submit = (event) => {
    event.preventDefault();
    const values = new FormData(event.target);
    act('resolve', { line: line.number, catalog: values.get('catalog'), retailerId: values.get('product').trim(), quantity: Number(values.get('quantity')),
      unitPrice: values.get('price').trim() || undefined }, 'Line settled');
  };
  return html`<form class="dialog-fields" @submit=${submit}>
    ${notice('warn', line.title || line.retailerId, html`${FLAGS[line.flag] || line.flag} Say what it is, or call the order off.`)}
    ${catalogs.length > 1 ? html`<label>Catalog<select name="catalog">${catalogs.map((one) => html`<option value=${one.id}>${one.name}</option>`)}</select></label>`
      : html`<input type="hidden" name="catalog" value=${catalogs.length ? catalogs[0].id : ''}>`}
    <label>Product, by its id in the catalog<input name="product" maxlength="100" required autocomplete="off" .value=${line.flag === 'UNKNOWN_ITEM' ? '' : line.retailerId}></label>
    <div class="pair"><label>How many<input name="quantity" type="number" min="1" step="1" required .value=${line.flag === 'UNCLEAR_QUANTITY' ? '' : line.quantity}></label>
      <label>Price of one, if not today's<input name="price" inputmode="decimal" maxlength="20" autocomplete="off" placeholder="as in the catalog"
        .value=${line.flag === 'PRICE_DIFFERS' ? line.unitPrice.split(' ')[0] : ''}></label></div>
    <div class="actions"><button class="primary">Settle this line</button></div></form>`;
}

async function pay(order, act) {
  const reference = await confirm({ title: 'Note a payment', text: `${order.number} costs ${money(order.totals.total)}; ${money(order.paid)} is paid. This notes that the rest arrived.`,
    action: 'It is paid', keep: 'Not yet', field: { label: 'Reference, such as the number of the transfer', type: 'text', value: '' } });
  if (reference === false) return;
  act('payments', { amount: order.due, reference }, 'Payment noted');
}

async function cancel(order, act) {
  const reason = await confirm({ title: `Call ${order.number} off?`, text: 'What was reserved for it can be sold again. The customer is not told by this.', action: 'Call it off', danger: true,
    field: { label: 'Why, without personal data', type: 'text', value: '' } });
  if (reason !== false) act('status', { status: 'CANCELLED', reason }, 'Called off');
}

const STEPS = {
  confirm: (order, act) => html`<button class="primary" @click=${() => act('status', { status: 'CONFIRMED' }, 'Confirmed')}>Confirm</button>`,
  start: (order, act) => html`<button @click=${() => act('status', { status: 'PROCESSING' }, 'Work begun')}>Begin work</button>`,
  pay: (order, act) => html`<button @click=${() => pay(order, act)}>Note a payment</button>`,
  complete: (order, act) => html`<button class="primary" @click=${() => act('status', { status: 'COMPLETED' }, 'Completed')}>Complete</button>`,
  cancel: (order, act) => html`<button class="danger" @click=${() => cancel(order, act)}>Call off</button>`,
};

function details({ order, history, catalogs, busy }, act) {
  return html`<div class="order-states">${mark(ORDERS, order.status)}${mark(PAYMENTS, order.payment)}${mark(FULFILMENTS, order.fulfilment)}</div>
    ${order.needsRefund ? notice('warn', 'Give the money back.', 'The order was called off, and something was paid.') : nothing}
    ${order.cancelReason ? html`<p class="muted">Called off: ${order.cancelReason}</p>` : nothing}
    ${order.note ? html`<p dir="auto">“${order.note}”</p>` : nothing}
    <ul class="order-lines">${order.lines.map(lineView)}</ul>
    ${totals(order)}
    <fieldset class="plain" ?disabled=${busy}>
      ${order.actions.includes('resolve') ? repeat(order.lines.filter((line) => line.flag), (line) => `${line.number}/${order.version}`, (line) => settle(line, catalogs, act)) : nothing}
      <div class="actions">${order.actions.filter((name) => STEPS[name]).map((name) => STEPS[name](order, act))}</div>
      ${order.actions.includes('fulfil') ? repeat([order], (one) => one.version, (one) => ship(one, act)) : nothing}</fieldset>
    ${order.shipments.length ? html`<h3>Shipments</h3><ul class="order-lines">${order.shipments.map((one) => html`<li class="order-line">
      <div>${Object.entries(one.quantities).map(([line, count]) => html`<div dir="auto">${number(count)} × ${(order.lines.find((each) => each.number === Number(line)) || {}).title}</div>`)}
        <div class="small muted">${[one.carrier, one.trackingNumber].filter(Boolean).join(', ') || 'No tracking'}</div></div>
      <time class="num" datetime=${one.shippedAt} title=${fullTime(one.shippedAt)}>${precise(one.shippedAt)}</time></li>`)}</ul>` : nothing}
    <h3>What happened</h3>
    <ol class="timeline">${history.map((event) => html`<li><span class="icon">${icon('dot')}</span>
      <div><b>${EVENTS[event.kind] || event.kind}</b><p>by ${event.actor}</p></div>
      <time datetime=${event.at} title=${fullTime(event.at)}>${precise(event.at)}</time></li>`)}</ol>`;
}
