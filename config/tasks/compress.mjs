import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const asGzip = promisify(gzip);
const asBrotli = promisify(brotliCompress);
const compressible = /\.(js|css|html|svg|json|wasm)$/;
const worthwhile = 1024;

async function compressFile(file) {
  const bytes = await readFile(file);
  if (bytes.length < worthwhile) return;
  const [small, smaller] = await Promise.all([
    asGzip(bytes, { level: 9 }),
    asBrotli(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
  ]);
  await Promise.all([writeFile(`${file}.gz`, small), writeFile(`${file}.br`, smaller)]);
}

/** Puts `.gz` and `.br` beside what compresses, so that no request pays for it. */
export async function compressFolder(folder) {
  const entries = await readdir(folder, { recursive: true });
  await Promise.all(
    entries.filter((name) => compressible.test(name)).map((name) => compressFile(join(folder, name))),
  );
}
