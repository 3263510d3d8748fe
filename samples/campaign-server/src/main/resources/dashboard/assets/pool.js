// The senders of a campaign: who takes part now, and why one does not.
import { html, nothing } from './lit.js';
import { icon } from './icons.js';
import { time } from './ui.js';
import { percent, perSecond } from './words.js';

const PARTS = {
  IN: { word: 'Takes part', icon: 'completed', tone: 'going' },
  HELD: { word: 'Left out', icon: 'held', tone: 'warn' },
  STOPPED: { word: 'Stopped', icon: 'failed', tone: 'bad' },
};

const share = (members, member) => {
  const taking = members.filter((each) => each.state === 'IN').reduce((sum, each) => sum + each.weight, 0);
  return member.state === 'IN' && taking ? percent(member.weight, taking) : '–';
};

export const poolCard = (members) => (members.length < 2 ? nothing : html`<section class="card" aria-labelledby="pool">
  <header><h2 id="pool">Senders</h2><span class="muted small">${members.filter((member) => member.state === 'IN').length} of ${members.length} take part</span></header>
  <div class="table-wrap"><table class="cards">
    <thead><tr><th>Sender</th><th>Provider</th><th>Now</th><th class="num">Weight</th><th class="num">Share of new messages</th><th class="num">Allowed</th></tr></thead>
    <tbody>${members.map((member) => {
      const words = PARTS[member.state] || { word: member.state, icon: 'dot', tone: '' };
      return html`<tr><td><b>${member.sender}</b></td><td data-label="Provider">${member.provider}</td>
        <td data-label="Now"><div><span class="state"><span class="tone-${words.tone}">${icon(words.icon, 14)}</span>${words.word}</span>
          ${member.state === 'IN' ? nothing : html`<p class="small muted">${member.reason}, since ${time(member.since)}</p>`}</div></td>
        <td class="num" data-label="Weight">${member.weight}</td>
        <td class="num" data-label="Share">${share(members, member)}</td>
        <td class="num" data-label="Allowed">${member.allowedPerSecond === undefined ? '–' : perSecond(member.allowedPerSecond)}</td></tr>`;
    })}</tbody></table></div></section>`);
