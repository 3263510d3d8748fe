// What people get: a template of each provider that sends, with the values of its places. The same text has another name at each
// provider, and its places other names or numbers, so each provider has a choice of its own.
import { html, nothing } from './lit.js';
import { plural } from './words.js';

const USABLE = /^[\p{L}\p{N}_.\- ]{1,60}$/u;
const MEDIA = ['IMAGE', 'VIDEO', 'DOCUMENT'];
const TYPED = { from: 'typed', text: '', fallback: '' };
const KINDS = { URL: 'URL_SUFFIX', QUICK_REPLY: 'PAYLOAD', COPY_CODE: 'COUPON_CODE' };

export const emptyContent = () => ({ template: null, values: {} });
export const templateId = (template) => (template ? `${template.name}/${template.language}` : '');

// Every place of the template that takes a value, with what is in it now.
function places(template) {
  if (!template) return [];
  const list = template.bodyParameters.map((name) => ({ key: `body:${name}`, label: `{{${name}}}`, name }));
  for (const name of template.header.parameters) list.push({ key: 'header', label: `Header {{${name}}}`, name });
  if (MEDIA.includes(template.header.format)) {
    list.unshift({ key: 'media', label: `Header ${template.header.format.toLowerCase()}`, name: 'link', text: 'https link or media id' });
  }
  for (const button of template.buttons.filter((each) => each.requiresParameter)) {
    list.push({ key: `button:${button.index}`, label: `Button ${button.text || button.index + 1}`, name: 'code' });
  }
  return list;
}

const valueOf = (content, key) => content.values[key] || TYPED;

// What the campaign stores: typed text as it is, or a placeholder of the column.
export function composed(content, key) {
  const value = valueOf(content, key);
  if (value.from === 'typed') return value.text;
  return value.fallback ? `{{${value.from}|${value.fallback}}}` : `{{${value.from}}}`;
}

function guess(csv, place) {
  if (!csv) return TYPED;
  const plain = (text) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  const wanted = plain(place.name);
  const column = csv.header.find((name) => plain(name) === wanted)
    || (/name/.test(wanted) ? csv.name : '')
    || csv.header.find((name) => wanted.length > 2 && plain(name).includes(wanted));
  return { ...TYPED, from: column && USABLE.test(column) ? column : 'typed' };
}

export function picked(content, template, csv) {
  const values = {};
  for (const { key, ...place } of places(template)) {
    const old = content.values[key];
    values[key] = old?.text || old?.fallback ? old : guess(csv, place);
  }
  return { template, values };
}

// The same text at another provider: its places take the values that stand at the same position, if there are as many.
export function alike(other, template, csv) {
  const content = picked(emptyContent(), template, csv);
  const from = places(other.template);
  const to = places(template);
  if (from.length !== to.length) return content;
  return { ...content, values: Object.fromEntries(to.map((place, at) => [place.key, valueOf(other, from[at].key)])) };
}

// Another file: what nobody filled in is guessed from its columns.
export function withFile(content, csv) {
  const values = { ...content.values };
  for (const { key, ...place } of places(content.template)) {
    const value = valueOf(content, key);
    if (value.from === 'typed' && !value.text) values[key] = { ...guess(csv, place), fallback: value.fallback };
  }
  return { ...content, values };
}

export function templateSpec(content) {
  const { template } = content;
  const spec = { name: template.name, language: template.language };
  if (template.parameterFormat === 'NAMED') {
    spec.named = Object.fromEntries(template.bodyParameters.map((name) => [name, composed(content, `body:${name}`)]));
  } else {
    spec.body = template.bodyParameters.map((name) => composed(content, `body:${name}`));
  }
  if (template.header.parameters.length) spec.headerText = composed(content, 'header');
  if (MEDIA.includes(template.header.format)) spec.headerMedia = { kind: template.header.format, source: composed(content, 'media'), filename: '' };
  spec.buttons = template.buttons.filter((button) => button.requiresParameter)
    .map((button) => ({ index: button.index, kind: KINDS[button.type] || 'PAYLOAD', value: composed(content, `button:${button.index}`) }));
  return spec;
}

// The fields of one provider. `among` says whether others have fields too, `change` gets the content as it is now.
export function templateFields({ provider, among, templates, silent, content, csv, change }) {
  if (templates === null) return html`<div class="skeleton line w-60"></div>`;
  const sendable = templates.filter((template) => template.sendable);
  const label = among ? html`Template at <b>${provider}</b>` : 'Template';
  return html`<div class="provider-content"><label for="template-${provider}">${label}</label>
    <select id="template-${provider}" required @change=${(event) => change(picked(content, templates.find((each) => templateId(each) === event.target.value) || null, csv))}>
      <option value="" disabled .selected=${!content.template}>Choose a template</option>
      ${sendable.map((template) => html`<option value=${templateId(template)} .selected=${templateId(template) === templateId(content.template)}>${template.name} (${template.language})</option>`)}
    </select>
    ${silent ? html`<p class="hint tone-warn">${silent}</p>` : nothing}
    ${templates.length > sendable.length ? html`<p class="hint">${plural(templates.length - sendable.length, 'template')} cannot be sent now. <a href="/templates">See why</a></p>` : nothing}
    ${places(content.template).length ? html`<div role="group" aria-label="Values of the template${among ? ` at ${provider}` : ''}">${places(content.template).map((place) => parameter(place, content, csv, change))}</div>` : nothing}</div>`;
}

function parameter(place, content, csv, change) {
  const value = valueOf(content, place.key);
  const more = (news) => change({ ...content, values: { ...content.values, [place.key]: { ...value, ...news } } });
  return html`<div class="parameter"><span class="label mono">${place.label}</span>
    <select aria-label="Where ${place.label} comes from" @change=${(event) => more({ from: event.target.value })}>
      <option value="typed" .selected=${value.from === 'typed'}>The same text for all</option>
      ${csv ? html`<optgroup label="Column of the file">${csv.header.map((name) => html`
        <option value=${name} .selected=${name === value.from} ?disabled=${!USABLE.test(name)}>${name}</option>`)}</optgroup>` : nothing}</select>
    ${value.from === 'typed'
      ? html`<input dir="auto" aria-label="Text of ${place.label}" placeholder=${place.text || 'Text'} required .value=${value.text} @input=${(event) => more({ text: event.target.value })}>`
      : html`<input dir="auto" aria-label="If ${place.label} is empty" placeholder="If empty: skip the person" pattern="[^\\{\\}]*" .value=${value.fallback} @input=${(event) => more({ fallback: event.target.value })}>`}
  </div>`;
}
