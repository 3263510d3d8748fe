// Numbers, times and sentences, in one voice.

const grouped = new Intl.NumberFormat('en');
const oneDigit = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });

export const number = (value) => grouped.format(value || 0);
export const plural = (count, one, many = `${one}s`) => `${number(count)} ${count === 1 ? one : many}`;

export function percent(part, whole) {
  if (!whole) return '–';
  const share = (100 * part) / whole;
  if (share > 0 && share < 0.1) return '<0.1%';
  if (share < 100 && share > 99.9) return '>99.9%';
  return `${oneDigit.format(share)}%`;
}

export function rate(perSecond) {
  if (!perSecond) return '0 a second';
  if (perSecond >= 1) return `${oneDigit.format(perSecond)} a second`;
  return `${oneDigit.format(perSecond * 60)} a minute`;
}

export function duration(seconds) {
  const s = Math.max(0, Math.round(seconds));
  if (s < 90) return `${s} s`;
  if (s < 5400) return plural(Math.round(s / 60), 'minute');
  if (s < 172800) return plural(Math.round(s / 3600), 'hour');
  return plural(Math.round(s / 86400), 'day');
}

const sameDay = (a, b) => a.toDateString() === b.toDateString();
const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });
const clockSeconds = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', second: '2-digit' });
const dayClock = new Intl.DateTimeFormat(undefined, {
  weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit',
});
const full = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'long' });

export function when(iso) {
  const at = new Date(iso);
  return sameDay(at, new Date()) ? clock.format(at) : dayClock.format(at);
}
export const precise = (iso) => (sameDay(new Date(iso), new Date()) ? clockSeconds.format(new Date(iso)) : when(iso));
export const fullTime = (iso) => full.format(new Date(iso));
export const timeOfDay = (millis) => clockSeconds.format(new Date(millis));

export const STATUS = {
  DRAFT: { word: 'Draft', icon: 'draft', tone: '' },
  SCHEDULED: { word: 'Scheduled', icon: 'scheduled', tone: '' },
  PREPARING: { word: 'Preparing', icon: 'pending', tone: 'going' },
  RUNNING: { word: 'Sending', icon: 'running', tone: 'going' },
  PAUSED: { word: 'Paused', icon: 'paused', tone: 'halted' },
  COMPLETED: { word: 'Completed', icon: 'completed', tone: '' },
  CANCELLED: { word: 'Cancelled', icon: 'cancelled', tone: '' },
  FAILED: { word: 'Stopped by an error', icon: 'warning', tone: 'bad' },
};

// In the order of the bar: best news first, what waits last.
export const STATES = {
  READ: { word: 'Read', icon: 'read', tone: 'read', fill: 'read', says: 'opened' },
  DELIVERED: { word: 'Delivered', icon: 'delivered', tone: 'delivered', fill: 'delivered', says: 'on the phone' },
  SENT: { word: 'Sent', icon: 'sent', tone: 'sent', fill: 'sent', says: 'on its way' },
  ACCEPTED: { word: 'Accepted', icon: 'accepted', tone: 'sent', fill: 'accepted', says: 'taken by WhatsApp' },
  HELD: { word: 'Held back', icon: 'held', tone: 'warn', fill: 'accepted', says: 'held back by WhatsApp to watch the template' },
  SENDING: { word: 'Sending', icon: 'sending', tone: 'going', fill: 'accepted', says: 'request under way' },
  PENDING: { word: 'Waiting', icon: 'pending', tone: 'waiting', fill: 'waiting', says: 'not sent yet' },
  UNCERTAIN: { word: 'Uncertain', icon: 'uncertain', tone: 'warn', fill: 'unknown', says: 'answer lost, waiting for proof' },
  UNKNOWN: { word: 'Unknown', icon: 'uncertain', tone: 'warn', fill: 'unknown', says: 'no proof came in time' },
  FAILED: { word: 'Failed', icon: 'failed', tone: 'bad', fill: 'failed', says: 'refused or not delivered' },
  SKIPPED: { word: 'Skipped', icon: 'skipped', tone: 'skipped', fill: 'skipped', says: 'never sent, on purpose' },
  CANCELLED: { word: 'Cancelled', icon: 'cancelled', tone: 'skipped', fill: 'skipped', says: 'not sent, campaign cancelled' },
};

export const SKIPS = {
  UNREADABLE_ROW: ['Row could not be read', 'Mend the row in the file and send it in a new campaign.'],
  NO_ADDRESS: ['No phone number', 'The row has no phone number and no user id.'],
  INVALID_NUMBER: ['Not a phone number', 'Check the digits, or set the country of numbers without a country code.'],
  DUPLICATE: ['Same person again', 'Another row has the same number in some notation; one message is enough.'],
  MISSING_VARIABLE: ['Value missing', 'Fill the column, or give the placeholder a fallback.'],
  INVALID_CONTENT: ['Text breaks a rule', 'With the values of this row the message would be refused, for example for its length.'],
  SUPPRESSED: ['Opted out', 'This person asked for no more of these messages.'],
  CAPPED: ['Enough messages', 'The person got as many messages lately as the frequency cap allows.'],
  TOO_LATE: ['Too late', 'The time after which nothing is sent had passed.'],
  WITHHELD: ['Nothing to send', 'Right before sending, nothing was left that is worth a message, such as products that are all out of stock.'],
  ERASED: ['Erased', 'What was kept about this person was erased; they get no message.'],
};

export const answered = (p) => p.total - p.states.SKIPPED - p.states.PENDING - p.states.SENDING - p.states.CANCELLED;
export const sendable = (p) => p.total - p.states.SKIPPED;

export function secondsLeft(campaign) {
  const { sending, progress } = campaign;
  if (!sending.ownedHere && sending.achievedPerSecond < 1) return null;
  const pace = Math.min(sending.achievedPerSecond || Infinity, sending.allowedPerSecond || Infinity);
  return Number.isFinite(pace) && pace > 0 ? progress.states.PENDING / pace : null;
}

// The state of a campaign as parts of a sentence; strings in an array are set in bold.
export function sentence(campaign) {
  const p = campaign.progress;
  const open = p.waitingForStatus + p.states.UNCERTAIN;
  switch (campaign.status) {
    case 'DRAFT':
      return ['Nothing is sent before you launch it. ', [plural(campaign.audience.rows, 'row')], ' in the audience.'];
    case 'SCHEDULED':
      return ['Starts by itself ', [when(campaign.startAt)], ' with ', [plural(campaign.audience.rows, 'row')], '.'];
    case 'PREPARING':
      return ['Checking the audience: ', [`${number(p.total)} of ${number(campaign.audience.rows)}`], ' rows.'];
    case 'RUNNING':
      return running(campaign);
    case 'PAUSED':
      return ['Paused after ', [number(answered(p))], ' of ', [number(sendable(p))], '. ', reason(campaign),
        p.states.PENDING === 1 ? '1 waits.' : `${number(p.states.PENDING)} wait.`];
    case 'COMPLETED':
      return ['Everything is out', took(campaign), '. ', ...(open
        ? [[number(open)], open === 1 ? ' message still waits' : ' messages still wait', ' for a report from WhatsApp.']
        : [[percent(p.delivered, sendable(p))], ' delivered, ', [percent(p.read, sendable(p))], ' read.'])];
    case 'CANCELLED':
      return ['Cancelled after ', [number(answered(p))], ' of ', [number(sendable(p))], '. ',
        p.states.CANCELLED === 1 ? '1 was not sent.' : `${number(p.states.CANCELLED)} were not sent.`];
    default:
      return [reason(campaign) || 'Stopped by an error that every recipient would hit. '];
  }
}

function running(campaign) {
  const p = campaign.progress;
  const { sending } = campaign;
  if (sending.holdReason) {
    return ['Held at ', [`${number(answered(p))} of ${number(sendable(p))}`], `: ${sending.holdReason}`,
      sending.heldUntil ? `, until ${precise(sending.heldUntil)}.` : '.'];
  }
  if (!sending.ownedHere && sending.achievedPerSecond < 1 && p.remaining) {
    return ['Waiting for the sender at ', [`${number(answered(p))} of ${number(sendable(p))}`],
      '. Another server has it, or had it when it stopped; then it is taken over in a moment.'];
  }
  if (p.states.PENDING === 0) {
    const open = p.states.SENDING + p.states.UNCERTAIN;
    return ['All ', [number(sendable(p))], ' are out; ', open ? [plural(open, 'answer')] : '', open ? ' from WhatsApp still open.' : 'closing the books.'];
  }
  const parts = ['Sending to ', [number(answered(p))], ' of ', [number(sendable(p))]];
  const left = secondsLeft(campaign);
  if (left !== null && p.states.PENDING > 0) parts.push(`, about ${duration(left)} left`);
  if (sending.allowedPerSecond) parts.push(`, ${perSecond(sending.allowedPerSecond)} allowed`);
  return [...parts, '.'];
}

export const perSecond = (value) =>
  value >= 1 ? `${oneDigit.format(value)} messages a second` : `${oneDigit.format(value * 60)} messages a minute`;

const reason = (campaign) => (campaign.reason ? `${campaign.reason.replace(/\.?$/, '.')} ` : '');

function took(campaign) {
  if (!campaign.startedAt || !campaign.finishedAt) return '';
  const seconds = (new Date(campaign.finishedAt) - new Date(campaign.startedAt)) / 1000;
  return seconds < 1 ? ' in less than a second' : ` in ${duration(seconds)}`;
}
