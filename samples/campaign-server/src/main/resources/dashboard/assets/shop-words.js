// Words for products and orders: each state told by word, shape and colour.
import { html } from './lit.js';
import { icon } from './icons.js';

export const REVIEWS = {
  NOT_SUBMITTED: { word: 'Not at Meta yet', icon: 'pending', tone: 'waiting' },
  PENDING: { word: 'In review', icon: 'pending', tone: 'waiting' },
  APPROVED: { word: 'Approved', icon: 'completed', tone: 'read' },
  REJECTED: { word: 'Rejected', icon: 'failed', tone: 'bad' },
  OUTDATED: { word: 'Changed since its review', icon: 'warning', tone: 'warn' },
  NO_REVIEW: { word: 'Needs no review', icon: 'completed', tone: 'read' },
};

export const ORDERS = {
  PENDING: { word: 'Waits for you', icon: 'pending', tone: 'warn' },
  CONFIRMED: { word: 'Confirmed', icon: 'accepted', tone: 'going' },
  PROCESSING: { word: 'In work', icon: 'running', tone: 'going' },
  COMPLETED: { word: 'Completed', icon: 'completed', tone: 'read' },
  CANCELLED: { word: 'Called off', icon: 'cancelled', tone: 'skipped' },
  REFUNDED: { word: 'Given back', icon: 'reply', tone: 'skipped' },
};

export const PAYMENTS = {
  UNPAID: { word: 'Not paid', icon: 'ring', tone: 'waiting' },
  PARTIAL: { word: 'Partly paid', icon: 'accepted', tone: 'warn' },
  PAID: { word: 'Paid', icon: 'completed', tone: 'read' },
  PARTIALLY_REFUNDED: { word: 'Partly given back', icon: 'reply', tone: 'skipped' },
  REFUNDED: { word: 'Given back', icon: 'reply', tone: 'skipped' },
};

export const FULFILMENTS = {
  UNFULFILLED: { word: 'Nothing shipped', icon: 'ring', tone: 'waiting' },
  PARTIALLY_FULFILLED: { word: 'Partly shipped', icon: 'sending', tone: 'warn' },
  FULFILLED: { word: 'All shipped', icon: 'completed', tone: 'read' },
  NOT_APPLICABLE: { word: 'Nothing to ship', icon: 'skipped', tone: 'skipped' },
};

export const FLAGS = {
  UNKNOWN_ITEM: 'This product is not known here.',
  NOT_FOR_SALE: 'This product is not for sale any more.',
  UNCLEAR_QUANTITY: 'The quantity is not possible.',
  UNCLEAR_PRICE: 'The price that was sent cannot be used.',
  PRICE_DIFFERS: 'The customer was shown another price.',
};

export const EVENTS = {
  PLACED: 'Ordered', LINE_RESOLVED: 'Line settled', CONFIRMED: 'Confirmed', STARTED: 'Work begun', SHIPPED: 'Shipped',
  TRACKED: 'Tracking changed', DELIVERED: 'Arrived', QUANTITY_CANCELLED: 'Pieces called off', RETURNED: 'Pieces came back',
  ADJUSTED: 'Amounts adjusted', PAYMENT: 'Payment', FIELDS_SET: 'Fields changed', COMPLETED: 'Completed', CANCELLED: 'Called off',
  EXPIRED: 'Time ran out', REFUNDED: 'Given back',
};

// "1234.50 INR" with its digits grouped; the digits themselves stay as the server wrote them.
export const money = (text) => text.replace(/^(-?)(\d+)/, (all, sign, digits) => sign + digits.replace(/\B(?=(\d{3})+$)/g, ',')).replace(' ', '\u00a0');

export const mark = (words, key) => {
  const found = words[key] || { word: key, icon: 'dot', tone: '' };
  return html`<span class="state"><span class="tone-${found.tone}">${icon(found.icon)}</span>${found.word}</span>`;
};
