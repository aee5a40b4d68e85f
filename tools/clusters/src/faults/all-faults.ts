import { addressFaults } from "./address-faults.ts";
import { apiFaults } from "./api-faults.ts";
import { backendFaults } from "./backend-faults.ts";
import { classFaults } from "./class-faults.ts";
import { eventFaults } from "./event-faults.ts";
import { type Fault, toFault } from "./fault.ts";
import { routeFaults } from "./route-faults.ts";
import { tlsFaults } from "./tls-faults.ts";

/** The catalogue: every way in which something goes wrong. A new rule adds a row to the file of its family. */
export const allFaults: readonly Fault[] = [
  ...classFaults,
  ...addressFaults,
  ...backendFaults,
  ...tlsFaults,
  ...routeFaults,
  ...eventFaults,
  ...apiFaults,
].map(toFault);
