"use strict";
// Answers each line on standard input, a command and its arguments, with one line of results.
const fs = require("fs");
const readline = require("readline");
const hdr = require("hdr-histogram-js");

// The default of 32 bits a count wraps around.
const BITS = 64;

const commands = { encode, contents, writeLog, readLog };

readline.createInterface({ input: process.stdin }).on("line", (line) => {
  const [command, ...args] = line.split(" ");
  try {
    console.log(commands[command](...args));
  } catch (error) {
    console.log("ERROR " + String(error.stack).replaceAll("\n", " "));
  }
});

/** LOWEST HIGHEST DIGITS VALUE:COUNT...; a highest value of "auto" grows with what is recorded. */
function encode(lowest, highest, digits, ...recorded) {
  const autoResize = highest === "auto";
  const histogram = hdr.build({
    bitBucketSize: BITS,
    autoResize,
    lowestDiscernibleValue: Number(lowest),
    highestTrackableValue: autoResize ? 2 * Number(lowest) : Number(highest),
    numberOfSignificantValueDigits: Number(digits),
  });
  for (const [value, count] of recorded.map((pair) => pair.split(":").map(Number))) {
    histogram.recordValueWithCount(value, count);
  }
  return hdr.encodeIntoCompressedBase64(histogram);
}

function decode(base64) {
  return hdr.decodeFromCompressedBase64(base64, BITS);
}

function contents(base64) {
  const histogram = decode(base64);
  const text = [
    histogram.lowestDiscernibleValue,
    histogram.highestTrackableValue,
    histogram.numberOfSignificantValueDigits,
  ];
  const values = histogram.recordedValuesIterator;
  values.reset();
  while (values.hasNext()) {
    const value = values.next();
    text.push(`${value.valueIteratedTo}:${value.countAtValueIteratedTo}`);
  }
  return text.join(" ");
}

/** FILE STARTMILLIS BASEMILLIS TAG|START|END|HISTOGRAM...; "-" is no tag, 0 no base. */
function writeLog(file, start, base, ...intervals) {
  const lines = [];
  const writer = new hdr.HistogramLogWriter((line) => lines.push(line));
  writer.outputLogFormatVersion();
  writer.outputStartTime(Number(start));
  if (base !== "0") {
    writer.baseTime = Number(base);
    writer.outputComment(`[BaseTime: ${Number(base) / 1000} (seconds since epoch)]\n`);
  }
  writer.outputLegend();
  for (const [tag, begin, end, base64] of intervals.map((interval) => interval.split("|"))) {
    const histogram = decode(base64);
    histogram.tag = tag === "-" ? "NO TAG" : tag;
    histogram.startTimeStampMsec = Number(begin);
    histogram.endTimeStampMsec = Number(end);
    writer.outputIntervalHistogram(histogram);
  }
  fs.writeFileSync(file, lines.join(""));
  return "done";
}

function readLog(file) {
  const reader = new hdr.HistogramLogReader(fs.readFileSync(file, "utf8"), BITS);
  const intervals = [];
  for (let next = reader.nextIntervalHistogram(); next; next = reader.nextIntervalHistogram()) {
    intervals.push(
      [
        next.tag === "NO TAG" ? "-" : next.tag,
        Math.round(next.startTimeStampMsec),
        Math.round(next.endTimeStampMsec),
        hdr.encodeIntoCompressedBase64(next),
      ].join("|"),
    );
  }
  return intervals.join(" ");
}
