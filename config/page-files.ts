import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Compiler } from 'webpack';

/** Writes which files each page needs beyond the first ones, for the size budget. */
export class PageFiles {
  constructor(private readonly file: string) {}

  apply(compiler: Compiler): void {
    compiler.hooks.done.tap('PageFiles', ({ compilation }) => {
      const pages: Record<string, string[]> = {};
      for (const group of compilation.chunkGroups) {
        for (const { request } of group.origins) {
          const page = request?.match(/\/src\/client\/(.+?)(\.\w+)?(\?.*)?$/)?.[1];
          if (page) pages[page] = group.getFiles().filter((file) => /\.(js|css)$/.test(file));
        }
      }
      writeFileSync(path.resolve(compiler.outputPath, this.file), JSON.stringify(pages, null, 2));
    });
  }
}
