// One campaign, live: is it going well, what holds it, what went wrong with this person?
import { html, nothing } from './lit.js';
import { get, post, patch, remove } from './api.js';
import { follow } from './live.js';
import { bar, legend } from './progress.js';
import { rateChart } from './chart.js';
import { icon } from './icons.js';
import { poolCard } from './pool.js';
import { Deliveries } from './deliveries.js';
import { page, paint, statusPill, time, problem, notice, confirm, toast } from './ui.js';
import { SKIPS, number, percent, plural, rate, sentence, sendable, answered, when } from './words.js';

const id = page.dataset.campaign;
const path = `/api/campaigns/${id}`;
const state = { campaign: null, error: null, busy: '' };
const deliveries = new Deliveries(path, () => draw());

const ACTIONS = {
  launch: { word: 'Launch', primary: true, done: 'Launched', ask: (c) => ({
    title: `Send “${c.name}” now?`, action: 'Launch',
    text: `Up to ${plural(c.audience.rows, 'message')} will be sent. Messages cannot be taken back once WhatsApp has them.`, keep: 'Not yet' }) },
  schedule: { word: 'Schedule', done: 'Scheduled', ask: (c) => ({
    title: `When should “${c.name}” start?`, action: 'Schedule', keep: 'Not yet',
    text: 'It starts by itself at this time, also after a restart of the server.',
    field: { label: 'Start, in your time zone', type: 'datetime-local', value: localIn(10) } }),
    body: (value) => ({ startAt: new Date(value).toISOString() }) },
  pause: { word: 'Pause', icon: 'paused', done: 'Paused' },
  resume: { word: 'Resume', icon: 'running', primary: true, done: 'Resumed' },
  retry: { word: 'Retry failed', done: 'Waiting again', ask: (c) => ({
    title: `Send ${plural(c.progress.states.FAILED, 'failed message')} again?`, action: 'Send again',
    text: 'Only messages that WhatsApp refused or could not deliver are sent again. Nobody who has the message gets a second one.' }) },
  'resend-unknown': { word: 'Resend unknown', done: 'Waiting again', ask: (c) => ({
    title: `Send ${plural(c.progress.states.UNKNOWN, 'unknown message')} again?`, action: 'Send again', danger: true,
    text: 'Nobody knows whether WhatsApp took these messages: their answer was lost and no report came. Whoever has the message already gets it a second time.',
    field: { label: 'Why, for the record', type: 'text', value: '' } }),
    body: (value) => ({ by: 'the dashboard', why: value }) },
  rate: { word: 'Change rate', done: 'Rate changed', ask: (c) => ({
    title: 'At most how fast?', action: 'Change', keep: 'Keep the rate',
    text: 'The sender’s own limit stays in force; this can only be slower.',
    field: { label: 'Messages a minute', type: 'number', min: 1, max: 60000, value: c.rate ? c.rate.perMinute : 600 } }) },
  cancel: { word: 'Cancel', danger: true, done: 'Cancelled', ask: (c) => ({
    title: `Cancel “${c.name}” for good?`, action: 'Cancel the campaign', danger: true, keep: 'Keep it going',
    text: `${unsent(c) ? `${plural(unsent(c), 'message')} that ${unsent(c) === 1 ? 'waits' : 'wait'} will never be sent.` : 'Nothing is left to send.'} ${plural(answered(c.progress), 'message')} already sent cannot be taken back.` }) },
  delete: { word: 'Delete', danger: true, done: 'Deleted', ask: (c) => ({
    title: `Delete “${c.name}”?`, action: 'Delete', danger: true,
    text: 'The campaign, its audience and its delivery records are removed. Late reports from WhatsApp will find nothing.' }) },
};
const unsent = (c) => (c.progress.total ? c.progress.states.PENDING : c.audience.rows);
const localIn = (minutes) => {
  const at = new Date(Date.now() + minutes * 60000);
  return new Date(at - at.getTimezoneOffset() * 60000).toISOString().slice(0, 16);
};

async function act(name) {
  const action = ACTIONS[name];
  const answer = action.ask ? await confirm(action.ask(state.campaign)) : true;
  if (answer === false) return;
  state.busy = name;
  state.error = null;
  draw();
  try {
    if (name === 'delete') {
      await remove(path);
      location.href = '/campaigns';
      return;
    }
    const result = name === 'rate'
      ? await patch(path, { ratePerMinute: Number(answer) })
      : await post(`${path}/${name}`, action.body ? action.body(answer) : {});
    take(result.campaign);
    toast(action.done);
  } catch (error) {
    state.error = error;
  }
  state.busy = '';
  draw();
}

const head = (c) => html`
  <a class="crumb" href="/campaigns">${icon('back', 14)}Campaigns</a>
  <div class="head">
    <div><div class="title-line"><h1 dir="auto">${c.name}</h1>${statusPill(c.status)}</div>
      <p class="sentence" aria-live="off">${sentence(c).map((part) => (Array.isArray(part) ? html`<b>${part[0]}</b>` : part))}</p></div>
    <div class="actions">${c.actions.map((name) => ACTIONS[name] && html`
      <button class="${ACTIONS[name].primary ? 'primary' : ''} ${ACTIONS[name].danger ? 'danger' : ''}" ?disabled=${state.busy !== ''}
        @click=${() => act(name)}>${ACTIONS[name].icon ? icon(ACTIONS[name].icon) : nothing}${ACTIONS[name].word}</button>`)}</div>
  </div>`;

const step = (word, count, note, tone = '') => html`<div><dt>${word}</dt><dd class=${tone}>${number(count)}</dd><dd title=${note}>${note}</dd></div>`;

const overview = (c) => {
  const p = c.progress;
  const out = sendable(p);
  const unknown = p.states.UNKNOWN + p.states.UNCERTAIN;
  return html`<section class="card" aria-label="Progress">
    <div class="card-body">${bar(p, Math.max(p.total, c.status === 'PREPARING' ? c.audience.rows : 0))}
      ${p.total ? legend(p, deliveries.state, (chosen) => deliveries.choose({ state: chosen })) : html`<p class="hint">Numbers appear once it is launched.</p>`}</div>
    <dl class="funnel">
      ${step('Planned', p.total || c.audience.rows, p.total ? 'rows of the audience' : 'rows, not checked yet')}
      ${step('Skipped', p.states.SKIPPED, `${percent(p.states.SKIPPED, p.total)} of planned`)}
      ${step('Sent', p.sent, `${percent(p.sent, out)} of ${number(out)}`)}
      ${step('Delivered', p.delivered, `${percent(p.delivered, p.sent)} of sent`)}
      ${step('Read', p.read, `${percent(p.read, p.delivered)} of delivered`)}
      ${step('Replied', p.replied, `${percent(p.replied, p.delivered)} of delivered`)}
      ${step('Failed', p.states.FAILED, `${percent(p.states.FAILED, out)} of ${number(out)}`, p.states.FAILED ? 'tone-bad' : '')}
      ${step('Unknown', unknown, unknown ? `${number(p.states.UNCERTAIN)} may still settle` : 'every answer known', unknown ? 'tone-warn' : '')}
    </dl></section>`;
};

const pace = (c) => html`<section class="card">
  <header><h2>Messages a second</h2><span class="muted small">${c.sending.holdReason
    ? html`<span class="tone-warn">${c.sending.holdReason}${c.sending.heldUntil ? ` until ${when(c.sending.heldUntil)}` : ''}</span>`
    : c.rate ? `at most ${rate(c.rate.perSecond)} by this campaign` : 'as fast as the sender may'}</span></header>
    <div class="card-body">${c.holds.map((hold) => html`<p class="small tone-warn">${hold.sender ? `${hold.sender}: ` : ''}${hold.reason}${hold.until ? ` until ${when(hold.until)}` : ''}${hold.waiting ? `, ${number(hold.waiting)} waiting` : ''}.</p>`)}
    ${c.history.sent.length > 1
    ? html`<p><span class="big">${rateNow(c)}</span>
      <span class="muted">${c.status === 'RUNNING' ? `now${c.sending.inFlight ? `, ${number(c.sending.inFlight)} under way` : ''}` : 'on average while it was sending'}</span></p>
      ${rateChart(c.history, c.sending.allowedPerSecond)}`
    : html`<p class="muted">${answered(c.progress) && c.status !== 'RUNNING'
      ? 'The server was started again after this campaign; its pace is not kept.'
      : 'The chart starts with the first messages.'}</p>`}</div></section>`;

function rateNow(c) {
  if (c.status === 'RUNNING') return (c.sending.achievedPerSecond || 0).toFixed(1);
  const busy = c.history.sent.filter((count) => count > 0);
  return busy.length ? (busy.reduce((a, b) => a + b, 0) / busy.length / c.history.step).toFixed(1) : '–';
}

const failures = (c) => html`<section class="card fit">
  <header><h2>What went wrong</h2>${c.failures.length ? html`<span class="muted small">${plural(c.progress.states.FAILED, 'failed message')}</span>` : nothing}</header>
  <div class="card-body scroll" tabindex="0" role="region" aria-label="Failures by code">${c.failures.length
    ? html`<ul class="reasons counted">${c.failures.map((failure) => html`<li>
        <div class="reason-head"><span class="count tone-bad">${number(failure.count)}</span><b>${failure.title || 'Unknown error'}</b>
          <span class="muted small mono">${failure.code}</span>
          <button class="link" @click=${() => deliveries.choose({ state: 'FAILED', code: failure.code })}>Show</button></div>
        <p>${failure.advice}</p></li>`)}</ul>`
    : html`<p class="muted">No message has failed.</p>`}</div></section>`;

const skips = (c) => {
  const { unreadable } = c.audience;
  const errors = c.unreadableRows;
  if (!c.skipped.length && !unreadable) return nothing;
  return html`<div class="columns">
    <section class="card"><header><h2>Skipped before sending</h2><span class="muted small">no message, no cost</span></header>
      <div class="card-body"><ul class="reasons counted">${c.skipped.map((skip) => html`<li>
        <div class="reason-head"><span class="count">${number(skip.count)}</span><b>${(SKIPS[skip.reason] || [skip.reason])[0]}</b></div>
        <p>${(SKIPS[skip.reason] || ['', ''])[1]}</p></li>`)}</ul></div></section>
    <section class="card"><header><h2>Rows that could not be read</h2>
        ${unreadable > errors.length ? html`<span class="muted small">the first ${errors.length} of ${number(unreadable)}</span>` : nothing}</header>
      <div class="card-body scroll" tabindex="0" role="region" aria-label="Rows that could not be read">${errors.length
        ? html`<ul class="reasons">${errors.map((error) => html`<li><div class="reason-head"><b>Line ${number(error.line)}</b></div><p>${error.reason}</p></li>`)}</ul>`
        : html`<p class="muted">Every row of the file was read.</p>`}</div></section></div>`;
};

const about = (c) => html`<section class="card"><header><h2>What it sends</h2></header><div class="card-body">
  <dl class="facts">
    ${c.content.kind === 'template'
      ? html`<dt>Template</dt><dd>${c.content.name} <span class="muted">${c.content.language}</span></dd>
        ${values(c.content).map(([name, value]) => html`<dt>${name}</dt><dd dir="auto">${value}</dd>`)}`
      : html`<dt>Text</dt><dd dir="auto">${c.content.text}</dd>`}
    ${Object.entries(c.contents).map(([provider, content]) => html`<dt>At ${provider}</dt><dd dir="auto">${content.kind === 'template'
      ? html`${content.name} <span class="muted">${content.language}</span>${values(content).map(([name, value]) => html`<br><span class="small muted">${name}</span> ${value}`)}`
      : content.text}</dd>`)}
    ${c.members.length > 1 ? html`<dt>Senders</dt><dd>${c.members.length}, by weight</dd>`
      : html`<dt>Sender</dt><dd>${c.sender} <span class="muted">${c.provider}</span></dd>`}
    <dt>Created</dt><dd>${time(c.createdAt)}</dd>
    ${c.startedAt ? html`<dt>Started</dt><dd>${time(c.startedAt)}</dd>` : c.startAt ? html`<dt>Starts</dt><dd>${time(c.startAt)}</dd>` : nothing}
    ${c.finishedAt ? html`<dt>Finished</dt><dd>${time(c.finishedAt)}</dd>` : nothing}
    ${c.sendBy ? html`<dt>Not after</dt><dd>${time(c.sendBy)}</dd>` : nothing}
    ${c.defaultRegion ? html`<dt>Country</dt><dd>${c.defaultRegion}, for numbers without a country code</dd>` : nothing}
  </dl></div></section>`;

const values = (content) => [
  ...content.body.map((value, index) => [`{{${index + 1}}}`, value]),
  ...Object.entries(content.named).map(([name, value]) => [`{{${name}}}`, value]),
  ...(content.headerText ? [['Header', content.headerText]] : []),
  ...(content.headerMedia ? [['Header', content.headerMedia.source]] : []),
  ...content.buttons.map((button) => [`Button ${button.index + 1}`, button.value]),
];

const view = () => {
  const c = state.campaign;
  if (!c) return html`<a class="crumb" href="/campaigns">${icon('back', 14)}Campaigns</a>${problem(state.error, 'This campaign cannot be shown.')}`;
  return html`${head(c)}<div class="stack">
    ${state.error ? problem(state.error) : nothing}
    ${c.progress.duplicateSends ? notice('bad', `${plural(c.progress.duplicateSends, 'message')} went out twice.`, 'This should never happen. Please report it with the log of the server.') : nothing}
    ${c.status === 'FAILED' ? notice('bad', 'The campaign stopped.', `${c.reason} Nothing more is sent; what went out is safe. Mend the cause, then resume.`) : nothing}
    ${c.status === 'PAUSED' && c.reason ? notice('warn', 'Paused by WhatsApp’s answer.', c.reason) : nothing}
    ${overview(c)}
    <div class="columns">${pace(c)}${failures(c)}</div>
    ${poolCard(c.members)}
    ${skips(c)}
    ${deliveries.view(c)}
    ${about(c)}
  </div>`;
};

const draw = () => paint(view());

function take(campaign) {
  state.campaign = campaign;
  document.title = `${campaign.name} · WaKit`;
  deliveries.changed(campaign);
}

try {
  take(await get(path));
} catch (error) {
  state.error = error;
}
draw();
if (state.campaign) {
  follow(`${path}/events`, (news) => {
    if (!news.campaign) return;
    take(news.campaign);
    draw();
  });
}
