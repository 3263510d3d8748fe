// Where messages go out, how fast, and what this server was started with.
import { html } from './lit.js';
import { get } from './api.js';
import { follow } from './live.js';
import { laneWords } from './lanes.js';
import { icon } from './icons.js';
import { providerCard } from './providers.js';
import { paint, problem, empty } from './ui.js';
import { duration, precise } from './words.js';

let settings;
let lanes = [];
let workers = [];
let quarantine;
let providers = [];
let busy = '';
let failure = null;

const EVERY = 30000;

function changed(provider, news) {
  providers = providers.map((each) => (each.id === provider.id ? provider : each));
  busy = news.busy ?? busy;
  failure = news.error ?? null;
  paint(view());
}

function workerWords(worker) {
  if (worker.stale) return { icon: 'held', tone: 'warn', text: `no sign of life since ${precise(worker.heartbeatAt)}` };
  if (worker.state === 'STOPPING') return { icon: 'ring', tone: 'waiting', text: 'stopping' };
  return { icon: 'dot', tone: 'going', text: 'working' };
}

const warning = () => html`<section class="card"><header><h2>Sending is stopped</h2></header><div class="card-body">
  <p>The database lost history: ${quarantine.reason}. Nobody sends until ${precise(quarantine.until)}, so that statuses can settle
  what only looks unsent.</p></div></section>`;

const view = () => html`
  <div class="head"><div><h1>Settings</h1><p class="sentence">Set by environment variables when the server starts; see docs/campaign-server.md.</p></div></div>
  <div class="stack">
    ${failure ? problem(failure, 'The provider could not be asked.') : ''}
    ${providerCard(providers, busy, changed)}
    <section class="card"><header><h2>Senders</h2></header>
      ${lanes.length ? html`<div class="table-wrap"><table class="cards">
        <thead><tr><th>Sender</th><th>Provider</th><th>Now</th><th class="num">Allowed a second</th><th class="num">Under way</th></tr></thead>
        <tbody>${lanes.map((lane) => {
          const words = laneWords(lane);
          return html`<tr><td><b>${lane.sender}</b></td><td data-label="Provider">${lane.provider}</td>
            <td data-label="Now"><span class="state"><span class="tone-${words.tone}">${icon(words.icon, 14)}</span>${words.text}</span></td>
            <td class="num" data-label="Allowed">${lane.ownedHere ? Math.round(lane.allowedPerSecond * 10) / 10 : '–'}</td>
            <td class="num" data-label="Under way">${lane.inFlight}</td></tr>`;
        })}</tbody></table></div>`
        : empty('No sender has worked yet', 'A sender appears with its first campaign.', undefined, 'sending')}
    </section>
    ${quarantine ? warning() : ''}
    <section class="card"><header><h2>Workers</h2></header>
      ${workers.length ? html`<div class="table-wrap"><table class="cards">
        <thead><tr><th>Host</th><th class="num">Process</th><th>Now</th><th class="num">Senders</th><th>Started</th></tr></thead>
        <tbody>${workers.map((worker) => {
          const words = workerWords(worker);
          return html`<tr><td><b>${worker.host}</b></td><td class="num" data-label="Process">${worker.pid}</td>
            <td data-label="Now"><span class="state"><span class="tone-${words.tone}">${icon(words.icon, 14)}</span>${words.text}</span></td>
            <td class="num" data-label="Senders">${worker.lanes}</td>
            <td data-label="Started">${precise(worker.startedAt)}</td></tr>`;
        })}</tbody></table></div>`
        : empty('No worker runs', 'Start one, or nothing is sent.', undefined, 'sending')}
    </section>
    <section class="card"><header><h2>This server</h2></header><div class="card-body"><dl class="facts">
      <dt>Sends</dt><dd>${settings.simulator ? 'to simulators only: no real message leaves this computer' : 'real messages'}${settings.worker ? '' : ', by workers in other processes'}</dd>
      <dt>Database</dt><dd>${settings.database}</dd>
      <dt>Country</dt><dd>${settings.defaultRegion || 'none'}, for numbers without a country code</dd>
      <dt>Tries</dt><dd>${settings.maxTries === 1 ? 'one, no second try' : `${settings.maxTries}, the second after ${duration(settings.firstDelaySeconds)}`}</dd>
      <dt>Proof awaited</dt><dd>${duration(settings.evidenceGraceSeconds)} for messages whose answer was lost</dd>
      <dt>Upload limit</dt><dd>${Math.round(settings.maxUploadBytes / 1048576)} MB</dd>
      <dt>Version</dt><dd>${settings.version}</dd>
    </dl></div></section>
  </div>`;

try {
  settings = await get('/api/settings');
  ({ lanes } = await get('/api/lanes'));
  ({ providers } = await get('/api/providers'));
  ({ workers, quarantine } = await get('/api/workers'));
  paint(view());
  follow('/api/events', (news) => {
    lanes = news.lanes;
    ({ workers, quarantine } = news.work);
    paint(view());
  });
  // The server looks at its providers by itself; what it saw costs little to fetch.
  setInterval(async () => {
    if (document.hidden || busy) return;
    try {
      ({ providers } = await get('/api/providers'));
      paint(view());
    } catch {
      // The sign in the top bar says that the server is away.
    }
  }, EVERY);
} catch (error) {
  paint(problem(error, 'The settings could not be loaded.'));
}
