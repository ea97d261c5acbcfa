import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const out = process.env['OUT_DIR'] ?? fileURLToPath(new URL('../../.out', import.meta.url));
/** A file for each journey: test files run side by side, and none may lose what another has written. */
const folder = join(out, 'journeys');
const file = join(out, 'journeys.json');

export interface JourneyStep {
  name: string;
  /** Only the mini-program has setData. */
  setDataCalls?: number;
  setDataBytes?: number;
}

export interface Journey {
  name: string;
  platform: 'weapp' | 'h5';
  passed: boolean;
  steps: JourneyStep[];
}

/** Walks one step; with what it cost, when it cost something. */
export type Walk = (name: string, act: () => Promise<Omit<JourneyStep, 'name'> | undefined>) => Promise<void>;

/** Whole at once: whoever reads it meanwhile sees what was there before. */
function replace(path: string, text: string): void {
  const own = `${path}.${process.pid}`;
  writeFileSync(own, text);
  renameSync(own, path);
}

function allWalked(): string {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  const journeys = files
    .sort()
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Journey);
  return `${JSON.stringify(journeys, null, 2)}\n`;
}

/** A journey of the same name is walked anew. The last to write the whole looks whether another came between. */
function keep(journey: Journey): void {
  mkdirSync(folder, { recursive: true });
  const name = encodeURIComponent(`${journey.platform} ${journey.name}`);
  replace(join(folder, `${name}.json`), JSON.stringify(journey));
  for (let text = ''; text !== allWalked();) {
    text = allWalked();
    replace(file, text);
  }
}

function tableOf({ name, platform, steps }: Journey): string {
  const lines = steps.map((step) =>
    step.setDataCalls === undefined
      ? `  ${step.name}`
      : `  ${String(step.setDataCalls).padStart(4)} setData ${String(step.setDataBytes).padStart(7)} B  ${step.name}`,
  );
  return `${platform}: ${name}\n${lines.join('\n')}\n`;
}

/** Walks a journey step by step; prints what each cost and keeps it in .out/journeys.json, also when it fails. */
export async function recordJourney(
  { name, platform }: Pick<Journey, 'name' | 'platform'>,
  walkAll: (walk: Walk) => Promise<void>,
): Promise<void> {
  const journey: Journey = { name, platform, passed: false, steps: [] };
  try {
    await walkAll(async (step, act) => {
      const cost = await act();
      journey.steps.push({ name: step, ...cost });
    });
    journey.passed = true;
  } finally {
    keep(journey);
    process.stdout.write(tableOf(journey));
  }
}
