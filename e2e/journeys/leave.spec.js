// Leaving quickly: by the link, by Shift three times, and without scripts; Back shows the sign-in page.
import { test, expect, signIn } from "../lib/demo.js";

async function backShowsSignIn(page) {
  await expect(page).toHaveTitle("Weather");
  await page.goBack();
  await expect(page).toHaveURL(/\/sign-in/);
}

test("the link leaves, and Back shows the sign-in page", async ({ page, demo }) => {
  await signIn(page, demo.account("ana"));
  await page.goto(`${demo.url}/goals`);
  await page.locator("#leave").click();
  await backShowsSignIn(page);
});

test("Shift three times leaves", async ({ page, demo }) => {
  await signIn(page, demo.account("ana"));
  await page.goto(`${demo.url}/goals`);
  for (let i = 0; i < 3; i += 1) await page.keyboard.press("Shift");
  await backShowsSignIn(page);
});

test("writing capitals does not leave", async ({ page, demo }) => {
  await signIn(page, demo.account("ana"));
  await page.goto(`${demo.url}/goals`);
  await page.locator("main textarea, main input[type=text]").first().focus();
  for (const letter of ["A", "B", "C"]) await page.keyboard.press(`Shift+${letter}`);
  await page.waitForTimeout(300);
  await expect(page).toHaveURL(/\/goals/);
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });
  test("the link leaves, and Back shows the sign-in page", async ({ page, demo }) => {
    await signIn(page, demo.account("ana"));
    await page.goto(`${demo.url}/goals`);
    await page.locator("#leave").click();
    await backShowsSignIn(page);
  });
});

test("a link on another site cannot end a session", async ({ page, demo, elsewhere }) => {
  await signIn(page, demo.account("ana"));
  await page.goto(elsewhere.url);
  await page.evaluate((address) => { location.href = address; }, `${demo.url}/leave`);
  await expect(page).toHaveTitle("Weather");
  await page.goto(`${demo.url}/goals`);
  await expect(page).toHaveURL(/\/goals/);
});
