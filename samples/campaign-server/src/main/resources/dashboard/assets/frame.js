// The rail on narrow windows, and the lanes on pages that have no stream of their own.
import { get } from './api.js';
import { showLanes } from './lanes.js';

const button = document.getElementById('menu-button');
const rail = document.getElementById('rail');

function set(open) {
  rail.toggleAttribute('data-open', open);
  button.setAttribute('aria-expanded', String(open));
  if (open) rail.querySelector('a').focus();
}

button.addEventListener('click', () => set(!rail.hasAttribute('data-open')));
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && rail.hasAttribute('data-open')) {
    set(false);
    button.focus();
  }
});
get('/api/lanes').then((answer) => showLanes(answer.lanes), () => {});
document.addEventListener('click', (event) => {
  if (!rail.contains(event.target) && !button.contains(event.target)) set(false);
});
