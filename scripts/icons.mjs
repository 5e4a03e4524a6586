// Draws the icons of the desktop application from their SVG: `node scripts/icons.mjs`.
// The results are committed; run it again only when a drawing changes.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { ensureChromium } from './ensure-chromium.mjs';
import { ROOT } from './lib/run.mjs';

const FOLDER = join(ROOT, 'resources/icons');
const WINDOWS_SIZES = [16, 24, 32, 48, 64, 128, 256];
/** Types of Apple's container and the pixels of each. */
const MAC_TYPES = { ic11: 32, ic12: 64, ic07: 128, ic13: 256, ic08: 256, ic14: 512, ic09: 512, ic10: 1024 };

const browser = await chromium.launch({ executablePath: ensureChromium(), args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
const application = readFileSync(join(FOLDER, 'preau.svg'), 'utf8');
const small = readFileSync(join(FOLDER, 'tray.svg'), 'utf8');
const template = readFileSync(join(FOLDER, 'trayTemplate.svg'), 'utf8');

save('preau.png', await draw(application, 512));
save('preau.ico', ico(await drawAll(WINDOWS_SIZES, (size) => (size < 32 ? small : application))));
save('preau.icns', icns(await drawAll(Object.values(MAC_TYPES), () => application)));
for (const [name, drawing] of [['tray', small], ['trayTemplate', template]]) {
  save(`${name}.png`, await draw(drawing, 16));
  save(`${name}@2x.png`, await draw(drawing, 32));
}
await browser.close();

async function draw(svg, size) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
  const image = await page.screenshot({ omitBackground: true });
  await page.close();
  return image;
}

async function drawAll(sizes, drawingFor) {
  const images = new Map();
  for (const size of new Set(sizes)) images.set(size, await draw(drawingFor(size), size));
  return images;
}

/** Windows' container: a head, an entry for each image, the PNGs. */
function ico(images) {
  const head = Buffer.alloc(6 + 16 * images.size);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(images.size, 4);
  let offset = head.length;
  [...images].forEach(([size, image], index) => {
    const entry = 6 + 16 * index;
    head.writeUInt8(size % 256, entry);
    head.writeUInt8(size % 256, entry + 1);
    head.writeUInt16LE(1, entry + 4);
    head.writeUInt16LE(32, entry + 6);
    head.writeUInt32LE(image.length, entry + 8);
    head.writeUInt32LE(offset, entry + 12);
    offset += image.length;
  });
  return Buffer.concat([head, ...images.values()]);
}

/** Apple's container: a head, then each PNG behind its type and length. */
function icns(images) {
  const parts = Object.entries(MAC_TYPES).map(([type, size]) => chunk(type, images.get(size)));
  return chunk('icns', Buffer.concat(parts));
}

function chunk(type, content) {
  const head = Buffer.alloc(8);
  head.write(type, 'latin1');
  head.writeUInt32BE(8 + content.length, 4);
  return Buffer.concat([head, content]);
}

function save(name, content) {
  writeFileSync(join(FOLDER, name), content);
}
