import { exportTexts as texts } from './texts';

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escape = (text: string) => text.replace(/[&<>"']/g, (mark) => escapes[mark] ?? mark);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function show(value: unknown): string {
  if (value === null || value === undefined || value === '') return '—';
  if (typeof value === 'boolean') return value ? texts.yes : texts.no;
  if (Array.isArray(value)) return value.length > 0 ? showList(value) : texts.nothing;
  if (isRecord(value)) return showRecord(value);
  return escape(typeof value === 'string' ? value : JSON.stringify(value));
}

const showRecord = (record: Record<string, unknown>) =>
  `<dl>${Object.entries(record)
    .map(([name, value]) => `<dt>${escape(name)}</dt><dd>${show(value)}</dd>`)
    .join('')}</dl>`;

function showList(list: readonly unknown[]): string {
  if (!list.every(isRecord)) return `<ul>${list.map((value) => `<li>${show(value)}</li>`).join('')}</ul>`;
  const names = [...new Set(list.flatMap((record) => Object.keys(record)))];
  const head = names.map((name) => `<th>${escape(name)}</th>`).join('');
  const rows = list.map(
    (record) => `<tr>${names.map((name) => `<td>${show(record[name])}</td>`).join('')}</tr>`,
  );
  return `<table><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

const style = `body{font:16px/1.6 sans-serif;max-width:800px;margin:0 auto;padding:24px;color:#222}
h1{font-size:24px}h2{font-size:18px;margin-top:32px;border-bottom:1px solid #ccc;padding-bottom:4px}
dl{display:grid;grid-template-columns:max-content 1fr;gap:4px 16px;margin:0}dt{color:#666}dd{margin:0}
table{border-collapse:collapse;width:100%;font-size:14px}th,td{border:1px solid #ccc;padding:4px 8px;text-align:left}
@media(max-width:480px){table{display:block;overflow-x:auto}}`;

/** What was collected, as one page that needs nothing else: to read, to print. */
export function exportPage(sections: readonly { title: string; content: unknown }[], madeAt: string): string {
  const parts = sections.map(({ title, content }) => `<h2>${escape(title)}</h2>${show(content)}`);
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${texts.title}</title><style>${style}</style></head><body><h1>${texts.title}</h1><p>${texts.of}</p>
<p>${texts.madeAt}：${escape(madeAt)}</p>${parts.join('\n')}</body></html>`;
}
