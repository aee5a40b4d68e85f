import process from "node:process";
import { parseArgs } from "node:util";
import { buildReferee } from "./build-referee.ts";
import { compareReaders } from "./compare-readers.ts";
import { createRandom, writeYamlText } from "./yaml-texts.ts";

const { values } = parseArgs({
  options: {
    text: { type: "string" },
    seed: { type: "string", default: "1" },
    count: { type: "string", default: "40000" },
  },
});
const built = buildReferee();
if ("reason" in built) {
  process.stderr.write(`yaml-referee: Cannot build kubectl's reader: ${built.reason}\n`);
  process.exitCode = 2;
} else {
  const random = createRandom(Number(values.seed));
  const texts = values.text === undefined
    ? Array.from({ length: Number(values.count) }, () => writeYamlText(random))
    : [values.text];
  const { differences, takenCount, repeatedKeyCount } = compareReaders(built.path, texts);
  for (const difference of differences.slice(0, 20)) process.stdout.write(`${JSON.stringify(difference)}\n`);
  process.stdout.write(
    `${texts.length} texts: kubectl takes ${takenCount}, ${differences.length} are read otherwise, ` +
      `${repeatedKeyCount} are refused only for a repeated key\n`,
  );
  process.exitCode = differences.length === 0 ? 0 : 1;
}
