import { Definitions0001 } from "./0001-definitions";
import { FactsAndResults0002 } from "./0002-facts-and-results";
import { AccessAndJobs0003 } from "./0003-access-and-jobs";

/** Every schema step, oldest first; never edited once released. */
export const migrations = [Definitions0001, FactsAndResults0002, AccessAndJobs0003];
