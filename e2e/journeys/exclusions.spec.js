// People one would rather not be matched with, work and caring in the form, and two who know each other.
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

async function type(page, name) {
  await page.getByLabel("Their name").fill(name);
  await page.getByRole("button", { name: "Put this name on my list" }).click();
  await expect(page.getByRole("status").first()).toContainText("Kept on your list");
}

test("a private list: chosen, named, taken back", async ({ browser, demo }, info) => {
  const page = await as(browser, demo, info, "participant");
  await page.goto("/home");
  await page.getByRole("link", { name: "People I would rather not be matched with" }).click();
  await expect(page.getByText("for your eyes only")).toBeVisible();
  await picture(page, info, "exclusions-never-empty");
  await type(page, "  ZED   O’Hara ");
  const entries = page.locator("input[name=entry]");
  await expect(entries).toHaveCount(1);
  // In another way of writing it is the same name.
  await type(page, "zed ohara");
  await expect(entries).toHaveCount(1);
  const worker = page.locator("input[name=never]").first();
  await worker.check({ force: true });
  await page.getByRole("button", { name: "Put them on my list" }).click();
  await expect(entries).toHaveCount(2);
  await picture(page, info, "exclusions-never");
  await page.getByRole("button", { name: /Take back/ }).first().click();
  await expect(entries).toHaveCount(1);
  await page.getByRole("button", { name: /Take back/ }).first().click();
  await expect(entries).toHaveCount(0);
  await page.context().close();
});

test("a worker types names, and never sees who is there", async ({ browser, demo }, info) => {
  const page = await as(browser, demo, info, "worker");
  await page.goto("/profile");
  await page.getByRole("link", { name: "People I would rather not be matched with" }).click();
  await expect(page.locator("input[name=never]")).toHaveCount(0);
  await type(page, "Somebody Nobody Knows");
  await picture(page, info, "exclusions-never-worker");
  await page.getByRole("button", { name: /Take back/ }).click();
  await page.context().close();
});

test("two who know each other say so, and go on", async ({ browser, demo }, info) => {
  const worker = await as(browser, demo, info, "worker");
  await worker.goto("/known");
  await picture(worker, info, "exclusions-known");
  const words = worker.locator("textarea[name=words]").first();
  await words.fill("We sang in the same choir some years ago.");
  await worker.getByRole("button", { name: /^Ask .* whether that is all right$/ }).first().click();
  await expect(worker.getByText("Said. The other is asked now.")).toBeVisible();
  await picture(worker, info, "exclusions-known-said");
  await worker.getByRole("button", { name: /Take it back/ }).first().click();
  await expect(worker.getByText("Nothing of it was kept.")).toBeVisible();
  await worker.context().close();
  const supervisor = await as(browser, demo, info, "supervisor");
  await supervisor.goto("/home");
  await supervisor.getByRole("link", { name: /People who know each other from elsewhere/ }).click();
  await expect(supervisor.getByRole("heading", { level: 1 })).toHaveText("People who know each other from elsewhere");
  await picture(supervisor, info, "exclusions-supervision");
  await supervisor.context().close();
});

test("work and caring in the form, and what is only counted", async ({ browser, demo }, info) => {
  const page = await (await browser.newContext({
    viewport: info.project.use.viewport, javaScriptEnabled: info.project.use.javaScriptEnabled !== false,
    locale: "en", baseURL: demo.url,
  })).newPage();
  await page.goto("/");
  await page.getByRole("main").getByRole("link", { name: "Ask for support" }).first().click();
  await page.getByLabel("What shall we call you?").fill(`Wren ${info.project.name}`);
  await page.getByLabel("A passphrase").fill("quiet lamp over the harbour");
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(page).toHaveURL(/\/ask\/1/);
  await page.goto("/ask/2");
  await page.locator("summary", { hasText: "If you care for somebody" }).click();
  await page.locator("input[name=caring_for][value=partner]").check({ force: true });
  await page.locator("summary", { hasText: "Your work" }).click();
  await page.locator("input[name=not_own_employer]").check({ force: true });
  await picture(page, info, "exclusions-ask-2");
  await page.getByRole("button", { name: "Save and go on" }).click();
  // Without an employer there is nobody to keep apart.
  await expect(page.locator("#errors")).toBeVisible();
  await picture(page, info, "exclusions-ask-2-wrong");
  await page.getByLabel("Who do you work for?").fill("Harbour Council");
  await page.getByRole("button", { name: "Save and go on" }).click();
  await expect(page).toHaveURL(/\/ask\/3/);
  await page.goto("/ask/6");
  await picture(page, info, "exclusions-ask-6");
  await page.getByLabel("What else would you like").fill("Please go slowly.");
  await page.getByRole("button", { name: "Open my private list" }).click();
  await expect(page).toHaveURL(/\/never\?from=ask/);
  await page.getByRole("link", { name: "Back to your request" }).click();
  await expect(page.getByLabel("What else would you like")).toHaveValue("Please go slowly.");
  await page.getByRole("button", { name: "Save and go on" }).click();
  await expect(page).toHaveURL(/\/ask\/7/);
  await page.locator("input[name=age]").first().check({ force: true });
  await picture(page, info, "exclusions-ask-7");
  await page.getByRole("button", { name: "Save and go on" }).click();
  await expect(page.getByText("It is only counted.")).toBeVisible();
  await expect(page.getByText("Harbour Council")).toHaveCount(0);
  await picture(page, info, "exclusions-check");
  await page.context().close();
});
