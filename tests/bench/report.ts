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

/** Gathers figures, prints each as it comes, and leaves them in .out/bench.json. */
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

  save(): void {
    mkdirSync(fileURLToPath(new URL('../../.out/', import.meta.url)), { recursive: true });
    writeFileSync(file, `${JSON.stringify(this.lines, null, 2)}\n`);
  }

  private add(line: Line): void {
    this.lines.push(line);
    const ratio =
      line.ratio === null ? '' : ` = ${line.ratio} × ${line.baseline} (aim ${line.aim ?? 'none'})`;
    const tail = line.p99Ms === undefined ? '' : `, p99 ${line.p99Ms} ms against ${line.baselineP99Ms} ms`;
    process.stdout.write(`${line.name}: ${line.value ?? 'unknown'} ${line.unit}${ratio}${tail}\n`);
  }
}
