"use strict";
// Opens a page in Chromium and tells, as JSON, what a reader would see and what went wrong.
const fs = require("fs");
const { chromium } = require("playwright-core");

const [executablePath, url, width, colorScheme] = process.argv.slice(2);

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});

async function main() {
  // As root, which builds in containers are, Chromium has no sandbox; the page is our own.
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  try {
    const page = await browser.newPage({
      colorScheme,
      viewport: { width: Number(width), height: 900 },
    });
    const problems = [];
    const requests = [];
    page.on("console", (message) => problems.push(`${message.type()}: ${message.text()}`));
    page.on("pageerror", (error) => problems.push(String(error)));
    page.on("dialog", (dialog) => {
      problems.push(`dialog: ${dialog.message()}`);
      dialog.dismiss();
    });
    page.on("request", (request) => requests.push(request.url()));
    await page.goto(url);
    const seen = await page.evaluate(look);
    const wide = await page.evaluate(overflow);
    await page.evaluate(() =>
      document.querySelectorAll("details").forEach((one) => (one.open = true)),
    );
    wide.push(...(await page.evaluate(overflow)));
    // They are all alike, and what is closed is not judged: a few are enough, and soon done.
    await page.evaluate(() =>
      document.querySelectorAll("details").forEach((one, i) => (one.open = i < 3)),
    );
    await page.evaluate(fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8"));
    const { violations, passes } = await page.evaluate(() => axe.run(document));
    console.log(
      JSON.stringify({
        ...seen,
        problems,
        requests,
        wide,
        rulesPassed: passes.length,
        violations: violations.map(
          (one) => `${one.id}: ${one.help}: ${one.nodes[0].html} (${one.nodes[0].failureSummary})`,
        ),
      }),
    );
  } finally {
    await browser.close();
  }

  function overflow() {
    const room = document.documentElement.clientWidth;
    return document.documentElement.scrollWidth > room
      ? [...document.querySelectorAll("body *")]
          .filter((one) => one.getBoundingClientRect().right > room + 1 && !one.closest(".scroll"))
          .map((one) => `${one.tagName} ${one.getAttribute("class") ?? ""} ${one.textContent.slice(0, 40)}`)
      : [];
  }

  function look() {
    const style = getComputedStyle(document.body);
    const room = document.documentElement.clientWidth;
    return {
      background: style.backgroundColor,
      fontPixels: parseFloat(getComputedStyle(document.querySelector(".chart text") ?? document.body).fontSize),
      title: document.title,
      text: document.body.textContent,
      headings: [...document.querySelectorAll("h1,h2,h3,h4")].map((one) => `${one.tagName} ${one.textContent}`),
      foreignElements: document.querySelectorAll("script,img,iframe,object,b,blink").length,
      charts: [...document.querySelectorAll("figure")].map((figure) => {
        const svg = figure.querySelector("svg.chart");
        const box = svg.getBoundingClientRect();
        const texts = [...svg.querySelectorAll("text")].map((one) => one.getBoundingClientRect());
        const labels = [...svg.querySelectorAll(".labels text")].map((one) => one.getBoundingClientRect());
        return {
          title: svg.querySelector("title").textContent,
          description: svg.querySelector("desc").textContent,
          caption: figure.querySelector("figcaption").textContent,
          width: box.width,
          height: box.height,
          // Drawn: a line takes room and has a colour of its own.
          lines: [...svg.querySelectorAll(".lines path")].map((path) => {
            const drawn = path.getBoundingClientRect();
            const stroke = getComputedStyle(path);
            return { width: drawn.width, stroke: stroke.stroke, dashes: stroke.strokeDasharray };
          }),
          markers: svg.querySelectorAll("circle").length,
          labels: [...svg.querySelectorAll(".labels text")].map((one) => one.textContent),
          yTicks: svg.querySelectorAll(".ticks .y").length,
          xTicks: svg.querySelectorAll(".ticks .x").length,
          textsOutside: texts.filter((one) => one.left < 0 || one.right > room || one.width === 0).length,
          labelsOverlapping: labels.filter((one, i) =>
            labels.some((other, j) => j > i && Math.abs(one.top - other.top) < one.height * 0.6 && one.left < other.right && other.left < one.right),
          ).length,
          tableLines: figure.querySelectorAll("details tbody tr").length,
        };
      }),
    };
  }
}
