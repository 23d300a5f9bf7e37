// The coordinator's board: what was found side by side, choosing somebody else and what it changes, letting
// some offers out, whom to look for, what if, load, and fairness. On a phone and on a desktop, with and
// without scripts; each in a demonstration of its own, so that none takes another's people.
import { test as base, expect, startDemo, signIn, picture } from "../lib/demo.js";

const test = base.extend({
  demo: async ({}, use) => {
    const demo = await startDemo(["--seed", "7", "--participants", "60", "--workers", "5", "--pairs", "12"]);
    await use(demo);
    demo.stop();
  },
});

test("the board: a choice that moves others, and the pages beside it", async ({ browser, demo }, info) => {
  const page = await (await browser.newContext({
    viewport: info.project.use.viewport, javaScriptEnabled: info.project.use.javaScriptEnabled !== false,
    locale: "en", baseURL: demo.url,
  })).newPage();
  await signIn(page, demo.byRole("coordinator"));
  const way = { page, info, demo, browser };
  await test.step("1. the list, narrowed down", () => list(way));
  await test.step("2. choosing somebody else, and what it says", () => choosing(way));
  await test.step("3. letting some offers out", () => releasing(way));
  await test.step("4. whom to look for", () => lookingFor(way));
  await test.step("5. what if, and the load", () => whatIf(way));
  await test.step("6. fairness, also for the evaluator", () => fairness(way));
});

/** Nothing is wider than the screen. */
async function fits(page) {
  const [inside, screen] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  expect(inside, page.url()).toBeLessThanOrEqual(screen);
}

async function list({ page, info }) {
  await page.goto("/waiting");
  await fits(page);
  await page.getByText("Look for somebody, or narrow the list down").click();
  await page.getByLabel("How it stands").selectOption("waiting");
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page).toHaveURL(/state=waiting/);
  await expect(page.getByRole("main")).toContainText("fit this.");
  await picture(page, info, "board-waiting");
  await page.goto("/waiting");
  await page.getByRole("main").getByRole("link").nth(7).waitFor();
  await page.locator("tbody th a").first().click();
  await page.getByLabel("What makes it pressing?").fill("Leaves hospital on Friday");
  await page.getByLabel("Most pressing").check({ force: true });
  await page.getByRole("button", { name: "Save" }).click();
  await page.goto("/waiting?priority=2");
  await expect(page.locator("tbody")).toContainText("Leaves hospital on Friday");
}

/** The first person on the page of what was found for whom a choice moves somebody else too. */
async function choosing(way) {
  const { page, info } = way;
  await page.goto("/waiting");
  await page.getByRole("button", { name: "Look for people for all who wait" }).click();
  await expect(page).toHaveURL(/\/proposals/);
  await fits(page);
  await picture(page, info, "board-proposals");
  const links = await page.locator("a[href$='/choose']").evaluateAll((all) => all.map((a) => a.getAttribute("href")));
  expect(links.length).toBeGreaterThan(1);
  const found = await moving(page, links);
  expect(found, "a choice that changes something for others").toBeTruthy();
  await page.goto(found);
  await fits(page);
  await picture(page, info, "board-preview");
  const title = await page.getByRole("heading", { level: 1 }).innerText();
  const [, worker, name] = title.match(/^(.+) for (.+): what would change$/);
  const other = page.locator("section", { hasText: "proposed somebody else" }).locator("li").first();
  const line = (await other.innerText()).match(/^(.+): (.+) instead of (.+)$/);
  await page.getByRole("button", { name: `Keep ${worker} as the choice` }).click();
  await expect(page.getByRole("status")).toContainText("The choice is kept");
  await expect(page.getByRole("main")).toContainText("chosen by a coordinator");
  await expect(page.locator(".columns .card").first()).toContainText(worker);
  await picture(page, info, "board-kept");
  await page.goto("/proposals");
  const row = (who) => page.locator("tbody tr").filter({ has: page.getByText(who, { exact: true }) }).first();
  await expect(row(name).locator("td").first()).toContainText(worker);
  if (line) await expect(row(line[1]).locator("td").first()).toContainText(line[2]);
}

async function moving(page, links) {
  for (const link of links) {
    await page.goto(link);
    if (!(await page.getByText("workers are possible for them").count())) continue;
    const workers = await page.locator("input[name=worker]").evaluateAll((all) => all.map((one) => one.value));
    for (const worker of workers.slice(0, 5)) {
      await page.goto(`${link}?worker=${worker}`);
      if (await page.getByText("proposed somebody else").count()) return page.url();
    }
  }
  return null;
}

async function releasing({ page }) {
  await page.goto("/proposals");
  const boxes = page.locator("input[name=request]");
  const before = await boxes.count();
  await boxes.first().check({ force: true });
  await page.getByRole("button", { name: "Send the ticked offers" }).click();
  await expect(page.getByRole("status")).toContainText("sent");
  await expect(boxes).toHaveCount(before - 1);
  await page.getByRole("button", { name: "Send the ticked offers" }).click();
  await expect(page.getByRole("status")).toContainText("Nothing was ticked");
}

async function lookingFor({ page, info }) {
  await page.goto("/unserved");
  await fits(page);
  await picture(page, info, "board-unserved");
  await expect(page.getByRole("main")).toContainText(/needs?: /);
  const text = await page.locator("textarea#text").inputValue();
  const names = await page.locator(".card p a bdi").allInnerTexts();
  expect(names.length).toBeGreaterThan(0);
  for (const name of names) expect(text.split(/\W+/)).not.toContain(name);
}

async function whatIf({ page, info }) {
  await page.getByRole("link", { name: /What if there was one more like that/ }).first().click();
  await expect(page).toHaveURL(/\/what-if/);
  await expect(page.locator("#then")).toContainText(/now would be served|Nobody more/);
  await fits(page);
  await picture(page, info, "board-what-if");
  await page.getByLabel("How many?").fill("many");
  await page.getByRole("button", { name: "Work it out" }).click();
  await expect(page.locator("#errors")).toBeVisible();
  await expect(page.getByLabel("How many?")).toHaveValue("many");
  await page.goto("/load");
  await fits(page);
  await picture(page, info, "board-load");
  await expect(page.getByRole("main")).toContainText("places the workers say they have");
}

async function fairness({ page, info, demo, browser }) {
  await page.goto("/fairness");
  await fits(page);
  await expect(page.getByRole("main")).toContainText("How these figures are made");
  await picture(page, info, "board-fairness");
  const eva = await (await browser.newContext({ viewport: info.project.use.viewport, locale: "en", baseURL: demo.url })).newPage();
  await signIn(eva, demo.byRole("evaluator"));
  await eva.goto("/home");
  await eva.getByRole("link", { name: /Is it fair/ }).click();
  await expect(eva.getByRole("main")).toContainText("How these figures are made");
  await expect(eva.locator(".subnav")).toHaveCount(0);
  for (const path of ["/waiting", "/proposals", "/unserved", "/what-if", "/load"]) {
    expect((await eva.goto(path)).status(), path).toBe(404);
  }
}
