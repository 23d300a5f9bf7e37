// The coordinator's board: what the search proposes, choosing otherwise and what that changes, letting one
// offer out, whom to look for, what if, load and fairness.
import { test, expect, signIn, picture } from "../lib/demo.js";

/** A page of somebody of the demonstration. */
async function as(browser, demo, info, role) {
  const page = await (await browser.newContext({
    viewport: info.project.use.viewport, javaScriptEnabled: info.project.use.javaScriptEnabled !== false,
    locale: "en", baseURL: demo.url,
  })).newPage();
  await signIn(page, demo.byRole(role));
  return page;
}

/** The row of somebody among the proposals. */
const row = (page, name) => page.locator("tr", { has: page.locator("label", { hasText: name }) }).first();

test("the board: choosing otherwise says what changes, and is kept", async ({ browser, demo }, info) => {
  const page = await as(browser, demo, info, "coordinator");
  await page.goto("/proposals");
  await page.locator("form[action='/matching/run'] button").first().click();
  await expect(page.locator("a[href$='/choose']").first()).toBeVisible();
  await picture(page, info, "board-proposals");

  const choose = page.locator("a[href$='/choose']").first();
  const address = await choose.getAttribute("href");
  await choose.click();
  const title = await page.getByRole("heading", { level: 1 }).innerText();
  const name = title.replace("Who could be proposed to ", "");
  await expect(page.getByText("proposed first now")).toHaveCount(1);
  await picture(page, info, "board-choose");

  const other = page.locator("li.card").filter({ hasNotText: "proposed first now" }).first();
  const worker = (await other.locator(".person-name").innerText()).trim();
  await other.getByText("See what would change").click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`${worker} for ${name}: what would change`);
  await expect(page.getByText(`${worker} would be proposed to ${name} first`)).toBeVisible();
  await expect(page.getByText(/nothing changes/i).first()).toBeVisible();
  await expect(page.getByText("All together")).toBeVisible();
  await picture(page, info, "board-what-changes");
  // Nothing has been written by looking.
  await page.goto(address);
  await expect(page.getByText("proposed first now")).toHaveCount(1);
  await page.goBack();

  await page.getByRole("button", { name: `Keep ${worker} as the choice` }).click();
  await expect(page.getByRole("status").first()).toContainText("The choice is kept");
  await page.goto("/proposals");
  await expect(row(page, name)).toContainText("chosen by a coordinator");
  await expect(row(page, name).locator("td").first()).toContainText(worker);
  await picture(page, info, "board-chosen");

  // One is let out, the others stay.
  const before = await page.locator("input[name=request]").count();
  await row(page, name).locator("input[name=request]").check({ force: true });
  await page.getByRole("button", { name: "Send the ticked offers" }).click();
  await expect(page.getByRole("status").first()).toBeVisible();
  await expect(page.locator("input[name=request]")).toHaveCount(before - 1);
  await page.context().close();
});

test("whom to look for, what if, load", async ({ browser, demo }, info) => {
  const page = await as(browser, demo, info, "coordinator");
  await page.goto("/unserved");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("whom to look for");
  await picture(page, info, "board-unserved");

  await page.goto("/what-if");
  await page.getByLabel("How many?").fill("2");
  await page.locator("input[name=language][value=es]").check({ force: true });
  await page.getByLabel("At weekends from 9 to 21").check({ force: true });
  await page.getByRole("button", { name: "Work it out" }).click();
  await expect(page.locator("#then")).toContainText("People who have somebody");
  await picture(page, info, "board-what-if");
  // A number that cannot be is said at its field, and nothing else is lost.
  await page.getByLabel("How many?").fill("many");
  await page.getByRole("button", { name: "Work it out" }).click();
  await expect(page.locator("#count-error")).toBeVisible();
  await expect(page.locator("input[name=language][value=es]")).toBeChecked();

  await page.goto("/load");
  await expect(page.getByRole("main")).toContainText("Ruth");
  await expect(page.locator("main input, main select")).toHaveCount(0);
  await picture(page, info, "board-load");
  await page.context().close();
});

test("fairness: the coordinator and the evaluator read the same figures, without a name", async ({ browser, demo }, info) => {
  const cora = await as(browser, demo, info, "coordinator");
  await cora.goto("/fairness");
  await picture(cora, info, "board-fairness");
  const eva = await as(browser, demo, info, "evaluator");
  await eva.goto("/fairness");
  const figures = (page) => page.locator("main dl.facts").first().innerText();
  expect(await figures(eva)).toBe(await figures(cora));
  const told = await eva.getByRole("main").innerText();
  for (const person of ["Ana", "Mei", "Ruth", "Ben"]) expect(told).not.toMatch(new RegExp(`\\b${person}\\b`));
  expect((await eva.goto("/waiting")).status()).toBe(404);
  expect((await eva.goto("/proposals")).status()).toBe(404);
  await cora.context().close();
  await eva.context().close();
});
