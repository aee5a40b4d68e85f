// Loaded into a Node process that is measured; its own URL says where to write the processor time, in milliseconds.
import { writeFileSync } from "node:fs";
import process from "node:process";

const file = new URL(import.meta.url).searchParams.get("file");
process.on("exit", () => {
  const { user, system } = process.cpuUsage();
  writeFileSync(file, String((user + system) / 1000));
});
