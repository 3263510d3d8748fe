// What the lanes do, in the top bar.
import { html, render } from './lit.js';
import { icon } from './icons.js';
import { perSecond, precise } from './words.js';

const place = document.getElementById('lanes');

export function laneWords(lane) {
  if (lane.holdReason) {
    return { icon: 'held', tone: 'warn', text: `${lane.holdReason}${lane.heldUntil ? ` until ${precise(lane.heldUntil)}` : ''}` };
  }
  if (!lane.ownedHere) return { icon: 'ring', tone: 'waiting', text: 'idle' };
  const open = lane.inFlight ? `${lane.inFlight} under way, ` : '';
  return { icon: 'dot', tone: 'going', text: `${open}${perSecond(lane.allowedPerSecond)} allowed` };
}

export function showLanes(lanes) {
  if (!place) return;
  const several = new Set(lanes.map((lane) => lane.provider)).size > 1;
  render(
    lanes.map((lane) => {
      const words = laneWords(lane);
      return html`<span class="lane" title=${`Sender ${lane.sender} of ${lane.provider}: ${words.text}`}>
        <span class="tone-${words.tone}">${icon(words.icon, 14)}</span><b>${lane.sender}${several ? ` ${lane.provider}` : ''}</b><span>${words.text}</span></span>`;
    }),
    place,
  );
}
