import { batchLoaderBy } from "../../platform/graphql/loader";
import { contractOutlook, type ContractOutlook } from "./contract-outlook";
import type { OutlookAsk } from "./rest-of-period";

type OutlookKey = Omit<OutlookAsk, "now">;

/** Each contract's open period by itself: requests ask for few. The key is of a contract that the viewer sees. */
export const outlookOfContract = batchLoaderBy<OutlookKey, ContractOutlook>(
  ({ contractId, period }) => `${contractId}/${period.kind}/${period.from}`,
  async (tx, _viewer, keys, now) => {
    const found: ContractOutlook[] = [];
    for (const key of keys) found.push(await contractOutlook(tx, { ...key, now }));
    return found;
  },
);
