// axe-core on every page of every role, light and dark, in English and Arabic. The pages are found by
// following the links, so a new page is tried as soon as something leads to it.
import AxeBuilder from "@axe-core/playwright";
import { test, expect, signIn, picture } from "../lib/demo.js";

const ROLES = ["participant", "worker", "coordinator", "supervisor", "evaluator", "administrator"];
const LOOKS = [["en", "light"], ["en", "dark"], ["ar", "light"], ["ar", "dark"]];
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const MOST = 40;

/** The shape of an address: ids made one, so that one page of a kind is enough. */
function shape(address) {
  const url = new URL(address);
  return url.pathname.replace(/[0-9a-f]{8}-[0-9a-f-]{27,}/g, "{id}").replace(/\/link\/.*|\/invitation\/.*/, "/{token}");
}

/** Goes through all pages that can be reached from the first ones, once each. */
async function everyPage(page, starts, visit) {
  const queue = [...starts];
  const seen = new Set(queue.map(shape));
  let visited = 0;
  while (queue.length && visited < MOST) {
    const address = queue.shift();
    const answer = await page.goto(address);
    expect(answer.status(), address).toBeLessThan(500);
    visited += 1;
    await visit(address);
    const links = await page.$$eval("a[href]:not([download])", (all) => all.map((a) => a.href));
    for (const link of links) {
      const url = new URL(link);
      const here = url.origin === new URL(address).origin;
      if (!here || /^\/(leave|assets|demo|api)\b/.test(url.pathname) || seen.has(shape(link))) continue;
      seen.add(shape(link));
      queue.push(url.origin + url.pathname + url.search);
    }
  }
  expect(queue, "more pages than were looked at").toEqual([]);
  return visited;
}

async function clean(page, address) {
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  const found = violations.flatMap((v) => v.nodes.map((n) => `${address}: ${v.id} at ${n.target.join(" ")}: ${n.failureSummary}`));
  expect(found).toEqual([]);
}

for (const [language, light] of LOOKS) {
  for (const role of ["nobody", ...ROLES]) {
    test(`axe: pages of ${role}, ${language}, ${light}`, async ({ page, context, demo }, info) => {
      await page.emulateMedia({ colorScheme: light });
      await context.addCookies([{ name: "cairn_language", value: language, url: demo.url }]);
      if (role !== "nobody") await signIn(page, demo.byRole(role));
      const starts = role === "nobody" ? ["/", "/help", "/sign-in"] : ["/home", "/help"];
      const count = await everyPage(page, starts.map((p) => demo.url + p), async (address) => {
        await expect(page.locator("html")).toHaveAttribute("lang", language);
        await clean(page, address);
        await picture(page, info, `${role}-${language}-${light}${shape(address).replaceAll("/", "-").replaceAll(/[{}]/g, "")}`);
      });
      console.log(`axe: ${count} pages of ${role}, ${language}, ${light}`);
      expect(count).toBeGreaterThan(2);
    });
  }
}

test("axe: a form that was sent with mistakes", async ({ page, demo }) => {
  await page.goto(`${demo.url}/sign-in`);
  await page.locator("input[name=login]").fill("nobody of this name");
  await page.locator("input[name=passphrase]").fill("not the right words at all");
  await page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
  await expect(page.locator("#errors")).toBeVisible();
  await clean(page, "/sign-in with mistakes");
});

test("axe: a page that is not there", async ({ page, demo }) => {
  await page.goto(`${demo.url}/nowhere`);
  await clean(page, "/nowhere");
});
