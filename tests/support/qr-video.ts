import qrcode from 'qrcode-generator';

const width = 640;
const height = 480;
const grey = 128;
const white = 235;
const black = 16;
const quietModules = 4;

/** Brightness of every pixel: the code, upright, in the middle of a white sheet. */
function luma(text: string): Buffer {
  const code = qrcode(0, 'M');
  code.addData(text);
  code.make();
  const count = code.getModuleCount();
  const size = Math.floor(height / (count + 2 * quietModules));
  const left = Math.floor((width - count * size) / 2);
  const top = Math.floor((height - count * size) / 2);
  const picture = Buffer.alloc(width * height, white);
  for (let y = 0; y < count * size; y += 1) {
    for (let x = 0; x < count * size; x += 1) {
      if (code.isDark(Math.floor(y / size), Math.floor(x / size)))
        picture[(top + y) * width + left + x] = black;
    }
  }
  return picture;
}

/** What a camera held over a printed code sees, as YUV4MPEG2 for Chromium's fake camera. */
export function qrVideo(text: string): Buffer {
  const chroma = Buffer.alloc((width * height) / 2, grey);
  const frame = Buffer.concat([Buffer.from('FRAME\n'), luma(text), chroma]);
  return Buffer.concat([
    Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\n`),
    frame,
    frame,
  ]);
}
