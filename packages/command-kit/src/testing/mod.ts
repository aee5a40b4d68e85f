/**
 * For the tests of commands: a world in memory, and what is wrong with a program's tables.
 *
 * @module
 */
export { programFaults } from "./program-faults.ts";
export { runInTestWorld, type TestRun } from "./run-in-test-world.ts";
export { createTestWorld, ioError, type TestWorld, type TestWorldOptions } from "./test-world.ts";
