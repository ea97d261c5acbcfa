import { readFileSync } from 'node:fs';
import type { Download, Page } from 'playwright-core';

/** What is written into, by what is said above it. */
export const field = (page: Page, label: string) =>
  page
    .locator(`[aria-label="${label}"] input, input[aria-label="${label}"], textarea[aria-label="${label}"]`)
    .last();

/** The file that doing something hands over. */
export async function downloaded(
  page: Page,
  act: () => Promise<unknown>,
): Promise<{ name: string; bytes: Buffer }> {
  const download: Promise<Download> = page.waitForEvent('download');
  await act();
  const file = await download;
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

/** Answers the question for a file that doing something asks. */
export async function chooseFile(
  page: Page,
  file: { name: string; mimeType: string; buffer: Buffer },
  act: () => Promise<unknown>,
): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), act()]);
  await chooser.setFiles(file);
}
