// Loaded into every Node process that is measured: plain JavaScript, so that it costs hardly anything there.
import { writeFileSync } from "node:fs";
import process from "node:process";

const folder = new URL(import.meta.url).searchParams.get("folder");
process.on("exit", () => {
  // maxRSS is in kilobytes: https://nodejs.org/api/process.html#processresourceusage
  writeFileSync(`${folder}/${process.pid}`, String(process.resourceUsage().maxRSS * 1024));
});
