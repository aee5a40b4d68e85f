import { backendFaults } from "./backend-faults.ts";
import { classAndAddressFaults } from "./class-and-address-faults.ts";
import type { RandomFault } from "./random-fault.ts";
import { routeFaults } from "./route-faults.ts";
import { tlsFaults } from "./tls-faults.ts";

/** Every way in which something can go wrong in a random cluster. */
export const allFaults: readonly RandomFault[] = [
  ...classAndAddressFaults,
  ...backendFaults,
  ...tlsFaults,
  ...routeFaults,
];
