// What happened to one person, in order, with the reason.
import { html, render, nothing } from './lit.js';
import { get } from './api.js';
import { icon } from './icons.js';
import { stateMark, problem, skeletonRows, notice } from './ui.js';
import { SKIPS, STATES, fullTime, precise } from './words.js';

const STEPS = {
  attempt_failed: { icon: 'failed', tone: 'bad', word: (step) => `Attempt ${step.attempt} did not succeed` },
  intent: { icon: 'sending', tone: 'waiting', word: (step) => (step.attempt > 1 ? `Attempt ${step.attempt} begun` : 'Sending begun') },
  accepted: { icon: 'accepted', tone: 'going', word: () => 'Taken by WhatsApp' },
  sent: { icon: 'sent', tone: 'sent', word: () => 'On its way' },
  delivered: { icon: 'delivered', tone: 'delivered', word: () => 'On the phone' },
  read: { icon: 'read', tone: 'read', word: () => 'Read' },
  played: { icon: 'read', tone: 'read', word: () => 'Played' },
  replied: { icon: 'reply', tone: 'going', word: () => 'Replied' },
  failed: { icon: 'failed', tone: 'bad', word: () => 'Failed' },
  uncertain: { icon: 'uncertain', tone: 'warn', word: () => 'Answer lost' },
  skipped: { icon: 'skipped', tone: 'skipped', word: () => 'Skipped before sending' },
  waiting: { icon: 'pending', tone: 'waiting', word: (step) => (step.at ? 'Next try' : 'Waits for its turn') },
};

export async function openDelivery(path, row) {
  const dialog = document.createElement('dialog');
  dialog.className = 'drawer';
  dialog.setAttribute('aria-labelledby', 'drawer-title');
  const close = () => dialog.close();
  const show = (body) => render(html`
    <header><div><h2 id="drawer-title" dir="auto">${row.name || 'No name'}</h2><bdi class="mono muted">${row.phone || row.rawAddress || ''}</bdi></div>
      <button class="quiet icon-button" aria-label="Close" @click=${close}>${icon('close')}</button></header>
    <div>${body}</div>`, dialog);
  dialog.addEventListener('close', () => dialog.remove());
  dialog.addEventListener('click', (event) => event.target === dialog && close());
  show(skeletonRows(4));
  document.body.append(dialog);
  dialog.showModal();
  try {
    show(details(await get(path)));
  } catch (error) {
    show(problem(error, 'This delivery cannot be shown.'));
  }
}

const details = (d) => html`
  <p class="state-line">${stateMark(d.state)} <span class="muted">${STATES[d.state].says}</span></p>
  ${d.sender ? html`<p class="small muted">${d.state === 'PENDING' ? 'Waits for' : 'Sender'} ${d.sender}, ${d.provider}</p>` : nothing}
  ${d.skipReason ? notice('info', (SKIPS[d.skipReason] || [d.skipReason])[0], `${d.skipDetail ? `${d.skipDetail}. ` : ''}${(SKIPS[d.skipReason] || ['', ''])[1]}`) : nothing}
  ${d.errorCode || d.errorText ? notice(d.state === 'FAILED' ? 'bad' : 'warn', d.errorTitle || 'What WhatsApp said',
      d.errorAdvice || d.errorText, d.errorAdvice && d.errorText ? html`<div class="small muted">${d.errorText} ${d.errorCode ? html`<span class="mono">${d.errorCode}</span>` : nothing}</div>` : nothing) : nothing}
  <ol class="timeline">${d.timeline.map((step) => {
    const words = STEPS[step.what] || { icon: 'dot', tone: '', word: () => step.what };
    return html`<li><span class="icon tone-${words.tone}">${icon(words.icon)}</span>
      <div><b>${words.word(step)}</b>${step.text ? html`<p>${step.text}${step.code ? html` <span class="mono small muted">${step.code}</span>` : nothing}</p>` : nothing}</div>
      ${step.at ? html`<time datetime=${step.at} title=${fullTime(step.at)}>${precise(step.at)}</time>` : html`<span></span>`}</li>`;
  })}</ol>
  <h3>From the audience</h3>
  <dl class="facts hint">
    <dt>Line</dt><dd>${d.line}</dd>
    ${d.region ? html`<dt>Country</dt><dd>${d.region}</dd>` : nothing}
    ${Object.entries(d.variables).map(([name, value]) => html`<dt dir="auto">${name}</dt><dd dir="auto">${value || '–'}</dd>`)}
  </dl>`;
