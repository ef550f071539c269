import { aPromise, aSetting, aWrittenClause, writtenTerms } from "../objectives/clauses/settlement-terms.builder";
import { readSettlementTerms } from "../objectives/clauses/read-settlement-terms";

/** What the contract of the settled house says about money; `mark` stands in every text. */
export const settlementTerms = (mark: string): string[] => [
  `insert into settlement_terms (client_id, contract_id, terms, amendment_id, version, valid_from, recorded_at)
   select c.client_id, c.id, '${JSON.stringify(termsOf(mark))}', a.id, 1, c.starts_on, now()
     from contract c left join contract_amendment a on a.client_id = c.client_id and a.contract_id = c.id
    where c.client_id = $1`,
];

const termsOf = (mark: string) => {
  const code = `SL-${mark}`;
  const clause = aWrittenClause({ code: mark, name: mark, cites: mark, objectives: [code] });
  return readSettlementTerms(writtenTerms({ clauses: [clause] }), aSetting({ objectives: [aPromise({ code })] }));
};
