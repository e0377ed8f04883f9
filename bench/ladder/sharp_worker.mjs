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

/** The width that a decoder reaches by halving while the widest output is still covered. */
async function decoded(file, widest) {
  const { width } = await sharp(file).metadata();
  return Math.floor(width / [8, 4, 2, 1].find((by) => Math.floor(width / by) >= widest));
}

/** Programmed as cutline's chain: one decode, each size from a picture 2.5 times as wide. */
async function chained({ file, widths, avif, jpeg }) {
  const made = [];
  const reduced = async (source, width) => {
    const { data, info } = await source.resize({ width }).raw().toBuffer({ resolveWithObject: true });
    return { data, raw: { width: info.width, height: info.height, channels: info.channels } };
  };
  const of = ({ data, raw }) => sharp(data, { raw });
  const largestFirst = [...widths].sort((a, b) => b - a);
  const base = await reduced(sharp(file), await decoded(file, largestFirst[0]));
  const rungs = [];
  for (const width of largestFirst) {
    const far = rungs.findLast(({ raw }) => raw.width >= 2.5 * width);
    rungs.push(await reduced(of(far ?? base), width));
  }
  for (const rung of rungs) {
    const { width } = rung.raw;
    if (avif) made.push(["avif", width, await of(rung).avif(at(avif, width)).toBuffer()]);
    if (jpeg) made.push(["jpeg", width, await of(rung).jpeg(jpeg).toBuffer()]);
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
