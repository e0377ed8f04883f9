// A resident sharp process: one JSON request a line, one JSON answer a line.
//
// Request: {file, widths, avif: {...} | null, jpeg: {...} | null, chain: bool, out: folder | null}
//          avif may also hold settings by width: {"480": {...}, ...}
// Answer:  {cpu: seconds of user and system time, rss: peak in MB, sizes: [[format, width, bytes]]}
import { createRequire } from "node:module";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";

const sharp = createRequire(join(process.argv[2], "noop.js"))("sharp");
sharp.cache(false);
sharp.concurrency(1);

/** The settings for one width, where they differ by width. */
const at = (settings, width) => settings[width] ?? (Object.keys(settings).some(Number) ? null : settings);

/** As sharp's documentation shows it: from the file, once for every output. */
async function documented({ file, widths, avif, jpeg }) {
  const made = [];
  for (const width of widths) {
    if (avif) made.push(["avif", width, await sharp(file).resize({ width }).avif(at(avif, width)).toBuffer()]);
    if (jpeg) made.push(["jpeg", width, await sharp(file).resize({ width }).jpeg(jpeg).toBuffer()]);
  }
  return made;
}

/** Programmed as cutline's chain: one decode, each size from the next larger one. */
async function chained({ file, widths, avif, jpeg }) {
  const made = [];
  let larger = null;
  for (const width of [...widths].sort((a, b) => b - a)) {
    const source = larger ? sharp(larger.data, { raw: larger.info }) : sharp(file);
    const { data, info } = await source.resize({ width }).raw().toBuffer({ resolveWithObject: true });
    larger = { data, info: { width: info.width, height: info.height, channels: info.channels } };
    const pixels = () => sharp(data, { raw: larger.info });
    if (avif) made.push(["avif", width, await pixels().avif(at(avif, width)).toBuffer()]);
    if (jpeg) made.push(["jpeg", width, await pixels().jpeg(jpeg).toBuffer()]);
  }
  return made;
}

for await (const line of createInterface({ input: process.stdin })) {
  const request = JSON.parse(line);
  const before = process.cpuUsage();
  const made = await (request.chain ? chained(request) : documented(request));
  const { user, system } = process.cpuUsage(before);
  if (request.out) {
    for (const [kind, width, data] of made) {
      await writeFile(join(request.out, `${width}.${kind}`), data);
    }
  }
  const sizes = made.map(([kind, width, data]) => [kind, width, data.length]);
  const rss = process.resourceUsage().maxRSS / 1024;
  console.log(JSON.stringify({ cpu: (user + system) / 1e6, rss, sizes }));
}
