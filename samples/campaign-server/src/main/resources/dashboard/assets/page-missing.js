// An address that leads nowhere.
import { html } from './lit.js';
import { paint, empty } from './ui.js';

paint(html`<div class="head"><div><h1>Not found</h1></div></div><div class="card">${empty('There is no such page', 'The address may be mistyped, or the page may have gone.',
  html`<a class="button primary" href="/campaigns">See all campaigns</a>`, 'info')}</div>`);
