// The products of a catalog: what customers see of them, how many there are, and what came of showing them.
import { html, nothing, repeat, live } from './lit.js';
import { get, post, query } from './api.js';
import { icon } from './icons.js';
import { REVIEWS, mark, money } from './shop-words.js';
import { paint, problem, notice, skeletonRows, toast, empty } from './ui.js';
import { number, plural } from './words.js';

const LIMIT = 25;
const EVERY = 3000;
const state = { catalogs: null, chosen: '', search: '', rows: null, next: null, keys: [''], error: null, report: null, busy: '' };
const catalog = () => state.catalogs.find((one) => one.id === state.chosen);

async function load() {
  try {
    state.catalogs = (await get('/api/catalogs')).catalogs;
    if (!catalog()) state.chosen = state.catalogs.length ? state.catalogs[0].id : '';
    if (state.chosen) {
      const wanted = `/api/catalogs/${state.chosen}/products${query({ search: state.search, after: state.keys[state.keys.length - 1], limit: LIMIT })}`;
      state.wanted = wanted;
      const answer = await get(wanted);
      if (state.wanted !== wanted) return;
      Object.assign(state, { rows: answer.products, next: answer.next });
    }
    state.loadError = null;
  } catch (error) {
    Object.assign(state, { loadError: error, catalogs: state.catalogs || [], rows: state.rows || [] });
  }
  draw();
}

async function act(name, work) {
  Object.assign(state, { busy: name, error: null });
  draw();
  try {
    await work();
  } catch (error) {
    state.error = error;
  }
  state.busy = '';
  await load();
}

const mirror = () => act('mirror', async () => {
  const { run } = await post(`/api/catalogs/${state.chosen}/sync`, {});
  toast(run.problem || (run.submitted ? `${plural(run.submitted, 'change')} handed in` : 'Nothing new to hand in'));
});

const link = () => act('link', async () => {
  await post(`/api/catalogs/${state.chosen}/link`, {});
  toast('Linked to a new catalog at Meta');
});

function importFile(event) {
  const [file] = event.target.files;
  if (!file) return;
  const form = new FormData();
  form.append('file', file);
  event.target.value = '';
  act('import', async () => {
    state.report = { name: file.name, ...(await post(`/api/catalogs/${state.chosen}/import`, form)) };
  });
}

function find(event) {
  event.preventDefault();
  Object.assign(state, { search: new FormData(event.target).get('search').trim(), keys: [''] });
  load();
}

function turn(key) {
  if (key) state.keys.push(key);
  else state.keys.pop();
  load();
}

function choose(id) {
  Object.assign(state, { chosen: id, search: '', rows: null, keys: [''], report: null, error: null });
  load();
}

function sentence() {
  const chosen = catalog();
  if (!chosen) return 'What you sell, and how WhatsApp shows it.';
  if (!chosen.metaCatalog) return 'Kept here only: link it to a catalog of Meta to show its products in WhatsApp.';
  if (!chosen.sync) return 'Linked to Meta; its mirror is being looked for.';
  const { present, due, inBatches, errors, withheld } = chosen.sync;
  const parts = [`${plural(present, 'product')} at Meta`];
  if (due) parts.push(`${number(due)} to hand in`);
  if (inBatches) parts.push(`${number(inBatches)} being worked on`);
  if (errors) parts.push(`${number(errors)} refused`);
  if (withheld) parts.push(`${number(withheld)} deletions withheld`);
  return `${parts.join(', ')}.`;
}

const options = (variant) => Object.entries(variant.options).map(([name, value]) => `${name} ${value}`).join(', ');

const stock = (variant) => (variant.stock
  ? html`<div><b>${number(variant.stock.available)}</b>${variant.stock.reserved ? html` <span class="muted small">${number(variant.stock.reserved)} promised</span>` : nothing}</div>`
  : html`<span class="muted">not counted</span>`);

function shown(product, variant) {
  if (product.status === 'DRAFT') return mark({ x: { word: 'Hidden: being prepared', icon: 'draft', tone: 'waiting' } }, 'x');
  if (product.status === 'ARCHIVED') return mark({ x: { word: 'Out of sale', icon: 'cancelled', tone: 'skipped' } }, 'x');
  const why = [...variant.reviewReasons, variant.sync && variant.sync.problem].filter(Boolean).join('. ');
  return html`<div class="grow">${mark(REVIEWS, variant.review)}
    ${variant.availability === 'in stock' ? nothing : html`<div class="sub">${variant.availability}</div>`}
    ${why ? html`<div class="sub">${why}</div>` : nothing}</div>`;
}

const COUNTS = [['shown', 'Shown'], ['enquired', 'Asked about'], ['ordered', 'Ordered'], ['sold', 'Sold']];

const rowView = ({ product, variant }) => html`<tr>
  <td class="name-cell"><div class="grow"><b dir="auto">${product.title}</b><div class="sub"><span class="mono">${variant.retailerId}</span>${options(variant) ? html`, ${options(variant)}` : nothing}</div></div></td>
  <td class="num" data-label="Price"><div>${variant.salePrice ? html`${money(variant.salePrice)} <s class="muted small">${money(variant.price)}</s>` : money(variant.price)}</div></td>
  <td class="num" data-label="In stock">${stock(variant)}</td>
  <td class="why-cell" data-label="In WhatsApp">${shown(product, variant)}</td>
  ${COUNTS.map(([key, word]) => html`<td class="num ${variant.stats[key] ? '' : 'zero'}" data-label=${word}>${number(variant.stats[key])}</td>`)}</tr>`;

function table() {
  const rows = state.rows.flatMap((product) => product.variants.filter((variant) => variant.forSale).map((variant) => ({ product, variant })));
  if (!rows.length) {
    return state.search
      ? html`<p class="muted card-body">No product has these words.</p>`
      : empty('No product yet', 'Import a CSV or TSV file in the columns of Meta or in the simple form; docs/commerce.md lists them.', undefined, 'file');
  }
  return html`<div class="table-wrap"><table class="cards">
    <thead><tr><th>Product</th><th class="num">Price</th><th class="num">In stock</th><th>In WhatsApp</th>${COUNTS.map(([, word]) => html`<th class="num">${word}</th>`)}</tr></thead>
    <tbody>${repeat(rows, (row) => row.variant.id, rowView)}</tbody></table></div>
    ${state.keys.length > 1 || state.next ? html`<div class="pager">
      <button ?disabled=${state.keys.length < 2} @click=${() => turn('')}>${icon('back', 14)}Earlier products</button>
      <span class="muted small">Page ${number(state.keys.length)}</span>
      <button ?disabled=${!state.next} @click=${() => turn(state.next)}>Later products${icon('next', 14)}</button></div>` : nothing}`;
}

function reportView() {
  const { report } = state;
  if (!report) return nothing;
  const text = `${plural(report.rows, 'row')}: ${number(report.added)} new, ${number(report.changed)} changed, ${number(report.unchanged)} as they were, ${number(report.rejected)} not taken.`;
  return html`<div class="card-body">${notice(report.rejected ? 'warn' : 'info', report.name, text, report.problems.length
    ? html`<ul class="hint">${report.problems.slice(0, 20).map((one) => html`<li>Line ${one.line}, <span class="mono">${one.column}</span> “<span dir="auto">${one.value}</span>”: ${one.problem}. ${one.fix}</li>`)}</ul>` : nothing)}</div>`;
}

const actions = () => (state.chosen ? html`<div class="actions">
  <label class="button">${icon('upload', 14)}${state.busy === 'import' ? 'Importing' : 'Import a file'}<input class="sr" type="file" accept=".csv,.tsv" ?disabled=${state.busy} @change=${importFile}></label>
  <a class="button" href=${`/api/catalogs/${state.chosen}/export`} download>Export</a>
  ${catalog().metaCatalog
    ? html`<button class="primary" ?disabled=${state.busy} @click=${mirror}>${state.busy === 'mirror' ? 'Asking Meta' : 'Mirror to Meta now'}</button>`
    : html`<button class="primary" ?disabled=${state.busy} @click=${link}>${state.busy === 'link' ? 'Linking' : 'Link to Meta'}</button>`}</div>` : nothing);

const view = () => html`
  <div class="head"><div><h1>Products</h1><p class="sentence">${state.catalogs ? sentence() : nothing}</p></div>${state.catalogs ? actions() : nothing}</div>
  <section class="card" aria-label="Products">
    ${state.chosen ? html`<div class="toolbar">
      <form role="search" @submit=${find}>
        <label class="sr" for="search">Words</label>
        <input id="search" name="search" type="search" placeholder="Search title, brand or id" .value=${live(state.search)} autocomplete="off">
        <button aria-label="Search">${icon('search')}</button>
      </form>
      <label class="sr" for="catalog">Catalog</label>
      <select id="catalog" @change=${(event) => choose(event.target.value)}>
        ${state.catalogs.map((one) => html`<option value=${one.id} ?selected=${one.id === state.chosen}>${one.name}, ${one.currency}</option>`)}
      </select></div>` : nothing}
    ${state.error ? html`<div class="card-body">${problem(state.error)}</div>` : nothing}
    ${state.loadError ? html`<div class="card-body">${problem(state.loadError, 'The products could not be loaded.')}</div>` : nothing}
    ${reportView()}
    ${state.catalogs && !state.chosen && !state.loadError
      ? empty('No catalog yet', 'POST /api/catalogs makes one; docs/campaign-server.md shows how.', undefined, 'file')
      : state.rows === null ? html`<div class="card-body">${skeletonRows(5)}</div>` : state.chosen ? table() : nothing}
  </section>`;

const draw = () => paint(view());

load();
setInterval(() => document.hidden || state.busy || load(), EVERY);
