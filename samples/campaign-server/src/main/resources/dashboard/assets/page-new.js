// A new campaign: who, what, when. One page, with the message of the first person beside it.
import { html, nothing } from './lit.js';
import { get, post } from './api.js';
import { readCsv } from './csv.js';
import { icon } from './icons.js';
import { bubble, fillValue } from './bubble.js';
import { chosenProviders, firstRow, loadSenders, senderFields, senderSpec } from './sender-fields.js';
import { alike, composed, emptyContent, picked, templateFields, templateId, templateSpec, withFile } from './template-fields.js';
import { paint, problem, confirm, page } from './ui.js';
import { number, plural } from './words.js';

const MAX_UPLOAD = Number(page.dataset.maxUpload);

const state = {
  file: null, csv: null, phone: '', nameColumn: '', region: page.dataset.region,
  providers: [], senders: [], kind: 'template', templates: null, silent: {}, contents: {}, shown: '', text: '',
  hours: 'any', start: 'now', name: '', error: null, fileError: '', busy: false, over: false, row: 0,
};

const draw = () => paint(view());
const set = (changes) => {
  Object.assign(state, changes);
  draw();
};

const contentOf = (provider) => state.contents[provider] || emptyContent();
const setContent = (provider, content) => set({ contents: { ...state.contents, [provider]: content } });
const templatesOf = (provider) => state.templates && state.templates.filter((template) => template.provider === provider);

// A provider that comes in takes the template of the same name, if it has one.
function setSenders(senders) {
  const contents = { ...state.contents };
  const other = Object.values(contents).find((content) => content.template);
  for (const provider of chosenProviders(senders)) {
    if (contents[provider]?.template || !other) continue;
    const same = (templatesOf(provider) || []).find((template) => template.sendable && template.name === other.template.name);
    if (same) contents[provider] = alike(other, same, state.csv);
  }
  set({ senders, contents });
}

async function take(file) {
  if (!file) return;
  if (file.size > MAX_UPLOAD) {
    set({ fileError: `${file.name} has ${(file.size / 1048576).toFixed(1)} MB. The limit is ${Math.round(MAX_UPLOAD / 1048576)} MB; split the file.` });
    return;
  }
  const csv = readCsv(await file.text());
  if (csv.header.length === 0 || csv.count === 0) {
    set({ fileError: `${file.name} has no rows. The first line names the columns, each further line is a person.` });
    return;
  }
  Object.assign(state, { file, csv, phone: csv.phone, nameColumn: csv.name, fileError: '', row: 0 });
  if (!state.name) state.name = file.name.replace(/\.[^.]+$/, '').replace(/[_-]+/g, ' ');
  state.contents = Object.fromEntries(Object.entries(state.contents).map(([provider, content]) => [provider, withFile(content, csv)]));
  draw();
}

const drop = () => html`
  <label class="drop ${state.over ? 'over' : ''}"
    @dragover=${(event) => { event.preventDefault(); if (!state.over) set({ over: true }); }}
    @dragleave=${() => set({ over: false })}
    @drop=${(event) => { event.preventDefault(); state.over = false; take(event.dataTransfer.files[0]); }}>
    ${icon('upload', 24)}<span><b>Choose a CSV file</b> or drop it here</span>
    <span class="small muted">UTF-8, first line with column names, up to ${Math.round(MAX_UPLOAD / 1048576)} MB</span>
    <input class="sr" type="file" accept=".csv,text/csv,text/plain" @change=${(event) => take(event.target.files[0])}>
  </label>`;

const audience = () => html`<section class="card"><h2><span class="step">1</span>Who gets it</h2><div class="fields">
  ${state.csv ? fileLine() : drop()}
  ${state.fileError ? html`<p class="field-error" role="alert">${state.fileError}</p>` : nothing}
  ${state.csv ? html`
    <div class="pair">${column('phone', 'Phone number is in', state.phone, '')}${column('nameColumn', 'Name is in', state.nameColumn, 'No name')}</div>
    <div class="preview-table" tabindex="0" role="region" aria-label="First rows of the file"><table>
      <thead><tr>${state.csv.header.map((name) => html`<th>${name === state.phone || name === state.nameColumn ? html`<b>${name}</b>` : name}</th>`)}</tr></thead>
      <tbody>${state.csv.rows.slice(0, 4).map((row) => html`<tr>${state.csv.header.map((name) => html`<td><bdi>${row[name] || html`<span class="muted">empty</span>`}</bdi></td>`)}</tr>`)}</tbody></table></div>
    <div class="pair"><div><label for="region">Country of numbers without a country code</label>
      <input id="region" maxlength="2" autocomplete="off" spellcheck="false" .value=${state.region} @input=${(event) => set({ region: event.target.value.toUpperCase() })}>
      <p class="hint">Two letters, such as IN or DE.</p></div></div>` : nothing}
</div></section>`;

const fileLine = () => html`<div class="file-line">${icon('file')}<b dir="auto">${state.file.name}</b>
  <span class="muted">${plural(state.csv.count, 'row')}, ${plural(state.csv.header.length, 'column')}</span>
  <button type="button" class="link" @click=${() => set({ file: null, csv: null })}>Choose another</button></div>`;

const column = (key, label, chosen, none) => html`<div><label for=${key}>${label}</label>
  <select id=${key} required @change=${(event) => set({ [key]: event.target.value })}>
    ${none ? html`<option value="" ?selected=${!chosen}>${none}</option>` : html`<option value="" ?selected=${!chosen} disabled>Choose a column</option>`}
    ${state.csv.header.map((name) => html`<option value=${name} ?selected=${name === chosen}>${name}</option>`)}</select></div>`;

const senders = () => html`<section class="card"><h2><span class="step">2</span>Who sends it</h2><div class="fields">
  ${senderFields({ providers: state.providers, rows: state.senders, change: setSenders, draw })}
</div></section>`;

const content = () => html`<section class="card"><h2><span class="step">3</span>What they get</h2><div class="fields">
  <fieldset><legend class="sr">Kind of message</legend><div class="choices">
    ${choice('kind', 'template', 'Approved template')}${choice('kind', 'text', 'Free text')}</div>
    ${state.kind === 'text' ? html`<p class="hint">WhatsApp delivers free text only to people who wrote to you in the last 24 hours.</p>` : nothing}</fieldset>
  ${state.kind === 'text' ? freeText() : chosenProviders(state.senders).map((provider, at, all) => templateFields({
    provider, among: all.length > 1, templates: templatesOf(provider), silent: state.silent[provider], content: contentOf(provider),
    csv: state.csv, change: (changed) => setContent(provider, changed) }))}
</div></section>`;

const freeText = () => html`<div><label for="text">Text</label>
  <textarea id="text" dir="auto" maxlength="4096" required .value=${state.text} @input=${(event) => set({ text: event.target.value })}></textarea>
  ${state.csv ? html`<p class="hint">Insert a column: ${state.csv.header.filter((name) => USABLE.test(name)).map((name) => html`
    <button type="button" class="link" @click=${() => set({ text: `${state.text}{{${name}}}` })}>${name}</button> `)}</p>` : nothing}</div>`;

const choice = (group, value, label) => html`<label class="choice"><input type="radio" name=${group} value=${value}
  .checked=${state[group] === value} @change=${() => set({ [group]: value })}>${label}</label>`;

const ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;

const timing = () => html`<section class="card"><h2><span class="step">4</span>When and how fast</h2><div class="fields">
  <fieldset><legend class="label">Start</legend><div class="choices">
    ${choice('start', 'now', 'Now')}${choice('start', 'later', 'At a set time')}${choice('start', 'draft', 'Keep as a draft')}</div></fieldset>
  <div class="pair">
    ${state.start === 'later' ? html`<div><label for="startAt">Start, in your time zone</label><input id="startAt" name="startAt" type="datetime-local" required></div>` : nothing}
    <div><label for="sendBy">Nothing after <span class="muted">(optional)</span></label><input id="sendBy" name="sendBy" type="datetime-local"><p class="hint">Not even another try.</p></div>
    <div><label for="rate">Messages a minute <span class="muted">(optional)</span></label><input id="rate" name="rate" type="number" min="1" max="60000" inputmode="numeric" placeholder="As fast as allowed"></div>
  </div>
  <fieldset><legend class="label">Hours of the day</legend><div class="choices">
    ${choice('hours', 'any', 'Any')}${choice('hours', 'recipient', 'In each person’s time zone')}${choice('hours', 'mine', 'In my time zone')}</div></fieldset>
  ${state.hours === 'any' ? nothing : html`<div class="pair">
    <div><label for="windowFrom">From</label><input id="windowFrom" name="windowFrom" type="time" required value="09:00"></div>
    <div><label for="windowTo">To</label><input id="windowTo" name="windowTo" type="time" required value="21:00">
      ${state.hours === 'recipient' ? html`<p class="hint">The zone comes from a column “time_zone” or from the number; ${ZONE} for those whose zone is not known.</p>` : nothing}</div>
  </div>`}
  </div></section>`;

const preview = () => {
  const rows = state.csv ? state.csv.rows : [];
  const row = rows[state.row] || null;
  const among = chosenProviders(state.senders);
  const provider = among.includes(state.shown) ? state.shown : among[0];
  const chosen = contentOf(provider);
  const shown = state.kind === 'text'
    ? { header: { format: 'NONE' }, body: '{{text}}', footer: '', buttons: [] } : chosen.template;
  const fill = {
    body: (name) => (state.kind === 'text' ? fillValue(state.text || 'Your text', row) : shownValue(chosen, `body:${name}`, row, name)),
    header: (name) => shownValue(chosen, 'header', row, name),
  };
  const person = row ? row[state.nameColumn] || row[state.phone] || `row ${state.row + 1}` : '';
  return html`<aside class="phone" aria-label="Preview"><p>${row
    ? html`As <bdi>${person}</bdi> will see it` : 'Preview'}</p>
    ${among.length > 1 && state.kind === 'template' ? html`<div class="choices" role="group" aria-label="Provider of the preview">${among.map((each) => html`
      <button type="button" aria-pressed=${String(each === provider)} @click=${() => set({ shown: each })}>${each}</button>`)}</div>` : nothing}
    ${shown ? bubble(shown, fill) : html`<div class="bubble">Choose a template to see it here.</div>`}
    ${rows.length > 1 ? html`<p class="small"></p><div class="actions"><button type="button" ?disabled=${state.row === 0} @click=${() => set({ row: state.row - 1 })}>${icon('back', 14)}Previous</button>
      <button type="button" ?disabled=${state.row >= rows.length - 1} @click=${() => set({ row: state.row + 1 })}>Next person${icon('next', 14)}</button></div>` : nothing}
  </aside>`;
};

function shownValue(chosen, key, row, name) {
  const value = composed(chosen, key);
  if (!value) return `{{${name}}}`;
  return row || !value.includes('{{') ? fillValue(value, row) : value;
}

const BUTTONS = { now: 'Launch', later: 'Schedule', draft: 'Save draft' };

const view = () => html`
  <a class="crumb" href="/campaigns">${icon('back', 14)}Campaigns</a>
  <div class="head"><div><h1>New campaign</h1></div></div>
  <div class="compose"><form class="stack" id="compose" @submit=${submit}>
    ${state.error ? problem(state.error, 'The campaign was not created.') : nothing}
    <section class="card"><div class="fields"><div><label for="name">Name</label>
      <input id="name" dir="auto" maxlength="200" required autocomplete="off" placeholder="Summer sale, week 1" .value=${state.name} @input=${(event) => set({ name: event.target.value })}></div></div></section>
    ${audience()}${senders()}${content()}${timing()}
  </form>${preview()}
    <div class="actions"><button class="primary" form="compose" ?disabled=${state.busy}>${state.busy ? 'Sending the file' : `${BUTTONS[state.start]}${state.csv && state.start === 'now' ? ` to ${number(state.csv.count)}` : ''}`}</button>
      <a class="button" href="/campaigns">Discard</a></div></div>`;

function spec(form) {
  const iso = (name) => (form.get(name) ? new Date(form.get(name)).toISOString() : undefined);
  const common = {
    name: state.name.trim(),
    ...senderSpec(state.senders),
    phoneColumn: state.phone || undefined,
    nameColumn: state.nameColumn || undefined,
    defaultRegion: state.region || undefined,
    ratePerMinute: form.get('rate') ? Number(form.get('rate')) : undefined,
    startAt: state.start === 'later' ? iso('startAt') : undefined,
    sendBy: iso('sendBy'),
    window: state.hours === 'any' ? undefined
      : { from: form.get('windowFrom'), to: form.get('windowTo'), zone: ZONE, inRecipientZone: state.hours === 'recipient' },
    launch: state.start === 'now',
  };
  if (state.kind === 'text') return { ...common, text: state.text };
  const [first, ...others] = chosenProviders(state.senders);
  const contents = Object.fromEntries(others.map((provider) => [provider, { template: templateSpec(contentOf(provider)) }]));
  return { ...common, template: templateSpec(contentOf(first)), contents: others.length ? contents : undefined };
}

async function submit(event) {
  event.preventDefault();
  if (!state.file) {
    set({ fileError: 'Choose the file with the people first.' });
    document.querySelector('.drop input').focus();
    return;
  }
  const asked = spec(new FormData(event.target));
  if (asked.launch && !(await confirm({
    title: `Send “${asked.name}” now?`, action: 'Launch', keep: 'Not yet',
    text: `Up to ${plural(state.csv.count, 'message')} will be sent. Messages cannot be taken back once WhatsApp has them.` }))) return;
  const body = new FormData();
  body.append('spec', new Blob([JSON.stringify(asked)], { type: 'application/json' }));
  body.append('file', state.file);
  set({ busy: true, error: null });
  try {
    const { campaign } = await post('/api/campaigns', body);
    location.href = `/campaigns/${campaign.id}`;
  } catch (error) {
    set({ busy: false, error });
    scrollTo({ top: 0 });
  }
}

draw();
try {
  const asked = new URLSearchParams(location.search);
  const [{ providers }, { templates, silent }] = await Promise.all([get('/api/providers'), get('/api/templates')]);
  const first = providers.find((provider) => provider.id === asked.get('provider')) || providers[0];
  Object.assign(state, {
    providers, templates, senders: [firstRow(first)], silent: Object.fromEntries(silent.map((one) => [one.provider, `${one.provider} does not answer: ${one.why}`])),
  });
  loadSenders(first, draw);
  const wanted = templatesOf(first.id).find((template) => template.sendable && templateId(template) === asked.get('template')) || null;
  setContent(first.id, picked(emptyContent(), wanted, state.csv));
} catch (error) {
  set({ error, templates: [] });
}
