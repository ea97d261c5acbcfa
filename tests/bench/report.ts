import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Comparison } from './load';

interface Line {
  name: string;
  value: number | null;
  unit: string;
  baseline: number | null;
  ratio: number | null;
  aim: string | null;
  p99Ms?: number;
  baselineP99Ms?: number;
}

const file = fileURLToPath(new URL('../../.out/bench.json', import.meta.url));
const round = (value: number, digits = 2) => Number(value.toFixed(digits));
const grouped = (value: number | null) => value?.toLocaleString('en') ?? '?';

/** As wide as its widest cell each; the first column to the left, the others to the right. */
function columnsOf(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  const lines = rows.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
  return `${lines.join('\n')}\n`;
}

/** Gathers figures, prints each as it comes and all of them at the end, and leaves them in .out/bench.json. */
export class Report {
  private readonly lines: Line[] = [];

  measure(name: string, value: number | null, unit: string): void {
    this.add({ name, value, unit, baseline: null, ratio: null, aim: null });
  }

  /** Requests a second of both, and their ratio. */
  compare(name: string, { subject, baseline, ratio }: Comparison, aim: number): void {
    this.add({
      name,
      value: Math.round(subject.rate),
      unit: 'requests/s',
      baseline: Math.round(baseline.rate),
      ratio: round(ratio),
      aim: `≥ ${aim}`,
      p99Ms: subject.p99Ms,
      baselineP99Ms: baseline.p99Ms,
    });
  }

  /** Two figures of one kind, the smaller the better. */
  against(name: string, value: number, baseline: number, unit: string, aim: number | null): void {
    this.add({
      name,
      value: Math.round(value),
      unit,
      baseline: Math.round(baseline),
      ratio: round(value / baseline),
      aim: aim === null ? null : `≤ ${aim}`,
    });
  }

  /** Something that was checked. */
  note(text: string): void {
    process.stdout.write(`${text}\n`);
  }

  finish(): void {
    mkdirSync(fileURLToPath(new URL('../../.out/', import.meta.url)), { recursive: true });
    writeFileSync(file, `${JSON.stringify(this.lines, null, 2)}\n`);
    const titles = ['', 'measured', '', 'baseline', 'ratio', 'aim', 'p99 ms', 'baseline'];
    const rows = this.lines.map((line) => [
      line.name,
      grouped(line.value),
      line.unit,
      line.baseline === null ? '' : grouped(line.baseline),
      line.ratio?.toFixed(2) ?? '',
      line.aim ?? '',
      line.p99Ms?.toFixed(1) ?? '',
      line.baselineP99Ms?.toFixed(1) ?? '',
    ]);
    process.stdout.write(`\n${columnsOf([titles, ...rows])}`);
  }

  private add(line: Line): void {
    this.lines.push(line);
    const { name, value, unit, ratio } = line;
    process.stdout.write(`${name}: ${grouped(value)} ${unit}${ratio === null ? '' : `, ratio ${ratio}`}\n`);
  }
}
