// News by server-sent events. The browser reconnects by itself; the sign in the top bar says how it stands.
// A hidden page gives its connection back, because a browser has only six for one server.
import { html, render } from './lit.js';
import { icon } from './icons.js';
import { timeOfDay } from './words.js';
import { showLanes } from './lanes.js';

const sign = document.getElementById('live');

function show(state, text) {
  if (!sign) return;
  sign.dataset.state = state;
  render(html`${icon(state === 'live' ? 'dot' : 'ring', 14)}<span>${text}</span>`, sign);
}

export function follow(path, onNews) {
  let source = null;
  let last = 0;

  const open = () => {
    if (source) return;
    source = new EventSource(path);
    source.addEventListener('open', () => show('live', 'Live'));
    source.addEventListener('news', (event) => {
      last = Date.now();
      const news = JSON.parse(event.data);
      if (news.lanes) showLanes(news.lanes);
      onNews(news);
      show('live', 'Live');
    });
    source.addEventListener('gone', () => {
      close();
      show('off', 'Not live: deleted');
    });
    source.addEventListener('error', () => {
      show('reconnecting', last ? `Reconnecting, as of ${timeOfDay(last)}` : 'Connecting');
      if (source && source.readyState === EventSource.CLOSED) {
        close();
        setTimeout(() => document.hidden || open(), 3000);
      }
    });
  };
  const close = () => {
    if (source) source.close();
    source = null;
  };

  show('reconnecting', 'Connecting');
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) {
      close();
      show('off', `Paused at ${timeOfDay(Date.now())}`);
    } else {
      open();
    }
  });
  addEventListener('pagehide', close);
  open();
}
