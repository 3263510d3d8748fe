// BullMQ with one job for each message, tuned: undici.request with kept connections, a pool for PostgreSQL, jobs added in bulk.
// Settings as name=value: bsp, redis (port), url, user, password, inFlight, warmSeconds, seconds, and keeps: 'result' keeps the
// job's return value only, 'row' also updates the recipient's row, 'counter' the campaign's counter too.
// Talks on standard output as dev.wakit.benchmarks.measure.Stopwatch does.
import { once } from 'node:events';
import { Queue, Worker } from 'bullmq';
import IORedis from 'ioredis';
import pg from 'pg';
import { Pool, request } from 'undici';

const settings = Object.fromEntries(process.argv.slice(2).map((argument) => {
  const at = argument.indexOf('=');
  return [argument.slice(0, at), argument.slice(at + 1)];
}));
const inFlight = Number(settings.inFlight);
const ADD = 1000;
const LEAST = 100;

// Not as a connection string, which would hide the user that is given beside it.
const server = new URL(settings.url.replace(/^jdbc:/, ''));
const database = new pg.Pool({
  host: server.hostname,
  port: Number(server.port),
  database: server.pathname.slice(1),
  user: settings.user,
  password: settings.password,
  max: Math.min(inFlight, 50),
});
await database.query(`
  create table campaign (id bigint primary key, sent_count bigint not null default 0, status text not null);
  insert into campaign (id, status) values (1, 'sending');
  create table recipient (
    id bigint generated always as identity primary key,
    campaign_id bigint not null,
    phone text not null,
    name text not null,
    vars jsonb not null,
    status smallint not null default 0,
    attempt int not null default 0,
    message_id text,
    sent_at timestamptz,
    updated_at timestamptz not null default now());
  create index recipient_pending on recipient (campaign_id, id) where status = 0;
  create unique index recipient_message on recipient (message_id) where message_id is not null`);

const redis = () => new IORedis({ host: '127.0.0.1', port: Number(settings.redis), maxRetriesPerRequest: null });
const queue = new Queue('send', { connection: redis() });
const bsp = new Pool(settings.bsp, { connections: inFlight });

function body(id, phone) {
  return JSON.stringify({
    messaging_product: 'whatsapp',
    recipient_type: 'individual',
    to: phone,
    type: 'template',
    template: {
      name: 'tour_package_marketing',
      language: { code: 'en_US', policy: 'deterministic' },
      components: [{
        type: 'body',
        parameters: [{ type: 'text', text: 'Bali Premium' }, { type: 'text', text: '45,000' }],
      }],
    },
    biz_opaque_callback_data: `w1.k3v9x2m4q8.${10_000_000_000 + Number(id)}.Zm9vYmFyYmF6`,
  });
}

let unsent = 0;
let done = () => {};
async function send(job) {
  const answer = await request(`${settings.bsp}/v25.0/1/messages`, {
    dispatcher: bsp,
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: 'Bearer benchmark' },
    body: body(job.data.id, job.data.phone),
  });
  if (answer.statusCode !== 200) throw new Error(`The BSP answered with ${answer.statusCode}`);
  const messageId = (await answer.body.json()).messages[0].id;
  if (settings.keeps !== 'result') {
    await database.query({
      name: 'sent',
      text: `update recipient set status = 2, message_id = $1, attempt = attempt + 1, sent_at = now(), updated_at = now()
             where id = $2`,
      values: [messageId, job.data.id],
    });
  }
  if (settings.keeps === 'counter') {
    await database.query({ name: 'count', text: 'update campaign set sent_count = sent_count + 1 where id = 1' });
  }
  return messageId;
}

const worker = new Worker('send', send, {
  connection: redis(),
  concurrency: inFlight,
  removeOnComplete: { count: 0 },
});
worker.on('completed', () => { if (--unsent === 0) done(); });
worker.on('failed', (job, error) => { console.error(error); process.exit(1); });
await worker.waitUntilReady();

async function prepare(messages) {
  await worker.pause();
  const rows = (await database.query(
    `insert into recipient (campaign_id, phone, name, vars)
     select 1, '9199' || (10000000 + n), 'Asha', '{"package":"Bali Premium","price":"45,000"}'::jsonb
     from generate_series(1, $1) n returning id, phone`, [messages])).rows;
  for (let from = 0; from < rows.length; from += ADD) {
    await queue.addBulk(rows.slice(from, from + ADD).map((row) => ({ name: 'send', data: row })));
  }
  unsent = messages;
}

async function dispatch() {
  const finished = new Promise((resolve) => { done = resolve; });
  worker.resume();
  await finished;
}

async function rate(messages) {
  await prepare(messages);
  const begun = process.hrtime.bigint();
  await dispatch();
  return messages / (Number(process.hrtime.bigint() - begun) / 1e9);
}

async function tell(line) {
  process.stdout.write(`${line}\n`);
  await once(process.stdin, 'data');
}

const messages = (perSecond, seconds) => Math.max(LEAST, Math.round(perSecond * seconds));
const warmSeconds = Number(settings.warmSeconds);
let perSecond = 0;
let batchMessages = Math.max(20, inFlight * 5);
for (let batch = 0, passed = 0, last = 0;
  batch < 3 || (batch < 12 && (passed < warmSeconds || last < warmSeconds / 3));
  batch++) {
  perSecond = await rate(batchMessages);
  last = batchMessages / perSecond;
  passed += last;
  batchMessages = Math.max(20, Math.min(messages(perSecond, warmSeconds / 2), batchMessages * 4));
}
async function taken() {
  return Number(await (await request(settings.bsp, { dispatcher: bsp })).body.text());
}

const measured = messages(perSecond, Number(settings.seconds));
await prepare(measured);
const takenBefore = await taken();
await tell('BEGIN');
const begun = process.hrtime.bigint();
await dispatch();
const seconds = Number(process.hrtime.bigint() - begun) / 1e9;
await tell(`END ${JSON.stringify({ units: measured, seconds, figures: {} })}`);
const took = await taken() - takenBefore;
if (took !== measured) {
  console.error(`The BSP took ${took} messages, but ${measured} are recorded.`);
  process.exit(1);
}
process.exit(0);
