import { Definitions0001 } from "./0001-definitions";
import { FactsAndResults0002 } from "./0002-facts-and-results";
import { AccessAndJobs0003 } from "./0003-access-and-jobs";
import { BusinessTime0007 } from "./0007-business-time";
import { Feeds0010 } from "./0010-feeds";

/** Every schema step, oldest first; never edited once released. */
export const migrations = [Definitions0001, FactsAndResults0002, AccessAndJobs0003, BusinessTime0007, Feeds0010];
