// The approved texts of the account, as people will see them.
import { html } from './lit.js';
import { get } from './api.js';
import { icon } from './icons.js';
import { bubble } from './bubble.js';
import { paint, problem, empty, notice } from './ui.js';

const asIs = { body: (name) => `{{${name}}}`, header: (name) => `{{${name}}}` };
const word = (text) => text.charAt(0) + text.slice(1).toLowerCase().replaceAll('_', ' ');

const card = (template) => html`<article class="card template-card">
  <header><h2>${template.name}</h2>
    <span class="pill ${template.sendable ? 'going' : 'halted'}">${icon(template.sendable ? 'completed' : 'paused', 14)}${word(template.status)}</span></header>
  <p class="muted small">${word(template.category)}, ${template.language}, ${template.provider}</p>
  <div class="phone">${bubble(template, asIs)}</div>
  ${template.sendable ? html`<a class="button" href=${`/campaigns/new?provider=${template.provider}&template=${encodeURIComponent(`${template.name}/${template.language}`)}`}>Use in a campaign</a>` : ''}
</article>`;

const head = html`<div class="head"><div><h1>Templates</h1><p class="sentence">Texts that WhatsApp reviews. Only approved ones can start a conversation.</p></div></div>`;

try {
  const { templates, silent } = await get('/api/templates');
  paint(html`${head}${silent.map((one) => notice('warn', `Templates of ${one.provider} are missing.`, one.why))}${templates.length
    ? html`<div class="template-grid">${templates.map(card)}</div>`
    : html`<div class="card">${empty('No template yet', 'Create one in WhatsApp Manager; it appears here once it is there.', undefined, 'file')}</div>`}`);
} catch (error) {
  paint(html`${head}${problem(error, 'The templates could not be loaded.')}`);
}
