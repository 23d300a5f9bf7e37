// The first page is light, and pages hold at 320 px and in the other direction.
import { test, expect, signIn } from "../lib/demo.js";

test("the first page comes in under 50 KB all told", async ({ page, demo }) => {
  let bytes = 0;
  const sizes = [];
  page.on("requestfinished", async (request) => sizes.push(request.sizes()));
  await page.goto(demo.url, { waitUntil: "networkidle" });
  for (const size of await Promise.all(sizes)) bytes += size.responseBodySize + size.responseHeadersSize;
  console.log(`the first page: ${bytes} bytes in ${sizes.length} answers`);
  expect(sizes.length).toBeGreaterThan(2);
  expect(bytes).toBeLessThan(50_000);
});

test("nothing is asked of anybody else", async ({ page, demo }) => {
  const others = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(demo.url)) others.push(request.url());
  });
  for (const path of ["/", "/help", "/sign-in", "/privacy"]) await page.goto(demo.url + path, { waitUntil: "networkidle" });
  expect(others).toEqual([]);
});

for (const login of ["ana", "ben", "cora"]) {
  test(`no page of ${login} scrolls sideways at 320 px`, async ({ page, demo }) => {
    await page.setViewportSize({ width: 320, height: 600 });
    await signIn(page, demo.account(login));
    await page.goto(`${demo.url}/home`);
    const links = await page.$$eval("nav a[href], main a[href]", (all) => [...new Set(all.map((a) => a.href))]);
    expect(links.length).toBeGreaterThan(2);
    for (const link of links.filter((l) => l.startsWith(demo.url)).slice(0, 15)) {
      await page.goto(link);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(over, link).toBeLessThanOrEqual(0);
    }
  });
}
