// Asking for support with the keyboard only: what has the focus is seen, and nothing is a trap.
import { test, expect } from "../lib/demo.js";

/** Tabs on until this has the focus. */
async function tabTo(page, wanted, most = 60) {
  for (let i = 0; i < most; i += 1) {
    await page.keyboard.press("Tab");
    if (await wanted.evaluate((element) => element === document.activeElement).catch(() => false)) {
      const outline = await wanted.evaluate((e) => {
        const style = getComputedStyle(e);
        return `${style.outlineStyle} ${style.outlineWidth} ${style.boxShadow}`;
      });
      expect(outline).not.toBe("none 0px none");
      return;
    }
  }
  throw new Error(`${wanted} is not reached by the keyboard`);
}

test("from the front page to the second page of the form", async ({ page, demo }) => {
  await page.goto(demo.url);
  await page.keyboard.press("Tab");
  await expect(page.locator(".skip")).toBeFocused();
  await tabTo(page, page.getByRole("main").getByRole("link", { name: "Ask for support" }).first());
  await page.keyboard.press("Enter");
  await tabTo(page, page.locator("#name"));
  await page.keyboard.type("Keys Only");
  await tabTo(page, page.locator("#passphrase"));
  await page.keyboard.type("five words that only keys say");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/ask\/1/);
  await tabTo(page, page.locator("details summary").first());
  await page.keyboard.press("Enter");
  const first = page.locator("details[open] input[type=checkbox]").first();
  await tabTo(page, first);
  await page.keyboard.press("Space");
  await expect(first).toBeChecked();
  await tabTo(page, page.locator("button[value=on]"));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/ask\/2/);
});
