// Reads a CSV well enough to show its columns and first rows; the server reads it again and decides.

const PHONE = /^(phone|phone[ _-]?number|mobile|mobile[ _-]?number|cell|whatsapp|whatsapp[ _-]?number|msisdn|tel|telephone|number|wa_id)$/i;
const NAME = /^(name|full[ _-]?name|first[ _-]?name|customer|customer[ _-]?name)$/i;

export function readCsv(text) {
  const source = text.replace(/^\uFEFF/, '');
  const rows = parse(source, separatorOf(source));
  const header = (rows.shift() || []).map((cell) => cell.trim());
  const data = rows.filter((cells) => cells.length > 1 || cells[0] !== '');
  return {
    header,
    count: data.length,
    rows: data.slice(0, 50).map((cells) => Object.fromEntries(header.map((name, index) => [name, cells[index] ?? '']))),
    phone: header.find((name) => PHONE.test(name)) || '',
    name: header.find((name) => NAME.test(name)) || '',
  };
}

function separatorOf(text) {
  const line = text.slice(0, text.indexOf('\n') + 1 || text.length);
  const counts = [',', ';', '\t'].map((mark) => [mark, line.split(mark).length]);
  return counts.sort((a, b) => b[1] - a[1])[0][0];
}

function parse(text, separator) {
  const rows = [];
  let row = [];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (quoted) {
      if (c !== '"') cell += c;
      else if (text[i + 1] === '"') cell += text[++i];
      else quoted = false;
    } else if (c === '"' && cell === '') quoted = true;
    else if (c === separator) {
      row.push(cell);
      cell = '';
    } else if (c === '\n' || c === '\r') {
      if (c === '\r' && text[i + 1] === '\n') i++;
      row.push(cell);
      rows.push(row);
      row = [];
      cell = '';
    } else cell += c;
  }
  if (cell !== '' || row.length) rows.push([...row, cell]);
  return rows;
}
