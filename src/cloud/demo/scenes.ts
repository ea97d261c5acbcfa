import sharp from 'sharp';

/** What a demonstration photo shows. */
export type Scene =
  | 'manhole'
  | 'manhole_mended'
  | 'wires'
  | 'clutter'
  | 'clutter_cleared'
  | 'dark_stairs'
  | 'rubbish'
  | 'stall'
  | 'traffic_light';

const width = 960;
const height = 720;

const road = `<rect width="960" height="720" fill="#8d8f90"/><rect width="960" height="250" fill="#b9b3a5"/>
  <rect y="250" width="960" height="26" fill="#d9d6cc"/><path d="M0 276h960v10H0z" fill="#6d6f70"/>`;
const wall = `<rect width="960" height="720" fill="#cfc6b4"/><rect y="560" width="960" height="160" fill="#8b8478"/>
  <path d="M0 552h960v12H0z" fill="#a79f8f"/>`;
const lid = (fill: string) => `<circle cx="480" cy="480" r="150" fill="${fill}"/>
  <circle cx="480" cy="480" r="128" fill="none" stroke="#3d3e3f" stroke-width="7"/>
  <path d="M380 430h200M365 480h230M380 530h200M430 375v210M480 360v240M530 375v210" stroke="#3d3e3f" stroke-width="7"/>`;
const pile = (x: number, y: number) => `<ellipse cx="${x}" cy="${y}" rx="95" ry="70" fill="#3f4a3d"/>
  <path d="M${x - 20} ${y - 62}l20-34 22 36z" fill="#55614f"/>`;
const box = (
  x: number,
  y: number,
  size: number,
) => `<rect x="${x}" y="${y}" width="${size}" height="${size}" fill="#b98b52"/>
  <path d="M${x} ${y + size / 3}h${size}M${x + size / 2} ${y}v${size / 3}" stroke="#96703f" stroke-width="8"/>`;
const corridor = `<rect width="960" height="720" fill="#d8d2c5"/><path d="M0 720L250 440V90L0 0z" fill="#c4bdad"/>
  <path d="M960 720L710 440V90L960 0z" fill="#bcb5a4"/><path d="M0 720L250 440h460l250 280z" fill="#8f897c"/>
  <rect x="390" y="150" width="180" height="290" fill="#7d8a92"/>`;

const drawings: Record<Scene, string> = {
  manhole: `${road}<circle cx="470" cy="500" r="160" fill="#26282a"/><g transform="rotate(-13 480 480) translate(46 -44)">${lid('#6a6c6d')}</g>`,
  manhole_mended: `${road}<circle cx="480" cy="480" r="168" fill="#77797a"/>${lid('#5b5d5e')}`,
  wires: `${wall}<rect x="560" y="60" width="240" height="200" fill="#7f97a8" stroke="#efece4" stroke-width="14"/>
    <path d="M660 260C650 380 520 360 470 470S380 560 330 590" fill="none" stroke="#1f2123" stroke-width="9"/>
    <rect x="292" y="570" width="76" height="46" rx="8" fill="#f3f1ec"/>
    <circle cx="230" cy="640" r="54" fill="none" stroke="#25282a" stroke-width="20"/>
    <circle cx="440" cy="640" r="54" fill="none" stroke="#25282a" stroke-width="20"/>
    <path d="M230 640l70-90h90l50 90M300 550l-30-56h-34" fill="none" stroke="#2f6fb0" stroke-width="20"/>`,
  clutter: `${corridor}${box(150, 470, 170)}${box(300, 520, 130)}${box(200, 330, 140)}
    <circle cx="690" cy="600" r="74" fill="none" stroke="#25282a" stroke-width="18"/>
    <path d="M690 600l-90-160h-46" fill="none" stroke="#a33b34" stroke-width="18"/>`,
  clutter_cleared: corridor,
  dark_stairs: `${corridor}<path d="M250 440h460l60 60H190zM190 500h580l60 66H130zM130 566h700l70 74H60z" fill="#6f6a5f" stroke="#55514a" stroke-width="5"/>
    <path d="M640 566l60-18 30 18-40 26z" fill="#3a3732"/><circle cx="480" cy="60" r="32" fill="#5d5a53"/>
    <rect width="960" height="720" fill="#000" opacity=".45"/>`,
  traffic_light: `<rect width="960" height="720" fill="#a9bccb"/><path d="M0 520h960v200H0z" fill="#7e8081"/>
    <rect x="466" y="300" width="26" height="330" fill="#4b4f52"/><rect x="400" y="70" width="158" height="300" rx="26" fill="#2c2f31"/>
    <circle cx="479" cy="128" r="38" fill="#c43d34"/><circle cx="479" cy="220" r="38" fill="#4a4d4f"/><circle cx="479" cy="312" r="38" fill="#4a4d4f"/>`,
  rubbish: `${road}<rect x="600" y="170" width="150" height="250" rx="12" fill="#3d7f5c"/>
    <rect x="585" y="150" width="180" height="34" rx="10" fill="#32694c"/>${pile(430, 420)}${pile(540, 470)}${pile(330, 480)}
    <rect x="680" y="480" width="90" height="60" fill="#d8d3c6" transform="rotate(14 725 510)"/>`,
  stall: `${road}<rect x="250" y="290" width="460" height="210" fill="#8a5a3b"/><path d="M210 130h540l-40 90H250z" fill="#c8473d"/>
    <path d="M300 130l-20 90M390 130l-10 90M480 130v90M570 130l10 90M660 130l20 90" stroke="#f4e6d0" stroke-width="34"/>
    <path d="M270 220v290M690 220v290" stroke="#5b4636" stroke-width="12"/>
    <circle cx="320" cy="290" r="30" fill="#d9822f"/><circle cx="390" cy="284" r="34" fill="#c9b13a"/>
    <circle cx="465" cy="290" r="30" fill="#7f9f3c"/><circle cx="540" cy="286" r="33" fill="#d9822f"/>`,
};

/** As a phone would send it, small. */
export async function drawScene(
  scene: Scene,
): Promise<{ photo: Buffer; thumb: Buffer; width: number; height: number }> {
  const light = `<defs><linearGradient id="light" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#fff" stop-opacity=".28"/>
    <stop offset="1" stop-color="#000" stop-opacity=".3"/></linearGradient></defs>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${light}${drawings[scene]}
    <rect width="${width}" height="${height}" fill="url(#light)"/></svg>`;
  const drawn = await sharp(Buffer.from(svg)).blur(0.8).jpeg({ quality: 80 }).toBuffer();
  const thumb = await sharp(drawn).resize(320, 320, { fit: 'cover' }).jpeg({ quality: 80 }).toBuffer();
  return { photo: drawn, thumb, width, height };
}
