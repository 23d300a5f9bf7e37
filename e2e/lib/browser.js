// Debian's Chromium, kept from calling home.
export const chromium = {
  browserName: "chromium",
  headless: true,
  launchOptions: {
    executablePath: process.env.CAIRN_TEST_CHROMIUM || "/usr/bin/chromium",
    args: [
      "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
      "--disable-component-update", "--disable-sync",
    ],
  },
};
