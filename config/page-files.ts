import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Compiler } from 'webpack';

/** As webpack has it; its types forget that an entry comes from no module. */
interface Origin {
  module: { context: string | null } | null;
  request?: string;
}

/** Writes which files each page needs beyond the first ones, for the size budget. */
export class PageFiles {
  constructor(
    private readonly sourceRoot: string,
    private readonly file: string,
  ) {}

  apply(compiler: Compiler): void {
    compiler.hooks.done.tap('PageFiles', ({ compilation }) => {
      const pages: Record<string, string[]> = {};
      for (const group of compilation.chunkGroups) {
        for (const { module, request } of group.origins as Origin[]) {
          if (!module?.context || !request) continue;
          const file = path.relative(this.sourceRoot, path.resolve(module.context, request));
          const page = file.replaceAll('\\', '/').replace(/[.?].*$/, '');
          if (page) pages[page] = group.getFiles().filter((name) => /\.(js|css)$/.test(name));
        }
      }
      writeFileSync(path.resolve(compiler.outputPath, this.file), JSON.stringify(pages, null, 2));
    });
  }
}
