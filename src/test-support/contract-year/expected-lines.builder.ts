/**
 * Every line of the year, worked out by hand from the contract (`contract-clauses.builder.ts`) and the facts
 * (`contract-year.builder.ts`). The fee is 100,000.00, 120,000.00 from 16 September; 12 % of it is at risk; credits of a
 * month stay within 4 % of it, bonuses within 0.7 %. Amounts in euros, in the client's favour.
 *
 * | month | what happens                                                                                                  |
 * | 01    | everything is reached                                                                                         |
 * | 02    | 164 of 220 calls in time; without the 20 of an agreed outage 164 of 200 = 82 %: everything is reached         |
 * | 03    | 158 of 200 calls in time (79 %, target 80 %); 12 of 200 abandoned (6 %): 1 point                              |
 * | 04    | 14 of 200 abandoned (7 %): 2 points, doubled because abandoned calls failed in March, too                     |
 * | 05    | 70 of 100 in time until the 15th (target 80 %), 90 of 100 after it (84 %): 80 % against 82 %, by volume       |
 * | 06    | 78 of 100 problems solved (80 %); ten dissatisfied answers of 20 June are the client's doing                   |
 * | 07    | 39 of 50 writers satisfied (78.0 %, 80 %); 84 of 100 points in mails (85 %)                                    |
 * | 08    | quality 181 of 200 = 90.5 %, target 91 % since July; 38 of 50 writers; 84 of 100 callers; 4 complaints        |
 * | 09    | 68 of 100 solved on the first call (70 %); 9 of 100 dissatisfied (8 %); half the month at each fee             |
 * | 10    | a storm: 140 of 200 in time (70 %), 20 abandoned, 70 of 100 callers satisfied; 35 of 50 writers' problems     |
 * | 11    | 34.85 s to answer; procedure assessed at 2 and 3 of 1 to 5 (37.5 %, minimum 50 %)                             |
 * | 12    | everything is reached, and 90 of 100 callers are satisfied (expected 88 %)                                    |
 */
export const EXPECTED_LINES: Readonly<Record<string, readonly string[]>> = {
  "2025-01": ["INCENTIVE - bonus -500.00"], // 0.5 % of 100,000.00
  "2025-02": ["INCENTIVE - bonus -500.00"],
  "2025-03": ["SL-CREDIT SL credit 2400.00"], // 100,000.00 × 12 % × 20 % × 100 %
  "2025-04": [
    "ASA-BM ASA bonus -182.80", // 15 − (160 × 8 + 26 × 45) ÷ 186 = 1.82795… s × 100.00
    "LADDER - credit 500.00", // 2 × 2 = 4 points: 0.5 % of the fee; 14 − 12 = 2 events × 5.00 = 10.00 are ignored
  ],
  "2025-05": ["SL-CREDIT SL credit 2400.00"],
  "2025-06": [
    "RR-CREDIT RR credit 1800.00", // 100,000.00 × 12 % × 15 %
    "RR-CREDIT RR earn_back_hold -1800.00", // withheld; July (81 %) and August (80 %) earn it back
    "RR-TABLE RR credit 200.00", // 75 % to 80 %: 0.2 %
    "VOICE-CREDIT VOICE credit 250.00",
  ],
  "2025-07": [
    "MCSAT-BANDS MCSAT credit 400.00", // 78.0 to 79.9 %: 0.4 %
    "MCSAT-ESC MCSAT credit 300.00", // the first month
    "MQUAL-FIXED MQUAL credit 350.00",
  ],
  "2025-08": [
    "COMPL-FIXED COMPL credit 75.00", // 4 ÷ 194 = 2.06 %
    "CSAT-PP CSAT credit 500.00", // 1 full point × 0.5 %
    "MCSAT-BANDS MCSAT credit 1000.00", // 76 %: 1 %
    "MCSAT-ESC MCSAT credit 600.00", // the second month in a row
    "QUAL-CREDIT QUAL credit 1200.00", // 100,000.00 × 12 % × 10 %
    "VOICE-CREDIT VOICE credit 250.00",
  ],
  "2025-09": [
    "DSAT-EVENT DSAT credit 12.50", // 9 − 8 = 1 event × 25.00, half a month each
    "DSAT-EVENT DSAT credit 12.50",
    "DSAT-TABLE DSAT credit 125.00", // a quarter of the way from 8 % to 12 %: 0.25 % of 100,000.00, half a month
    "DSAT-TABLE DSAT credit 150.00", // 0.25 % of 120,000.00, half a month
    "FCR-CREDIT FCR credit 400.00", // 800.00, half a month each
    "FCR-CREDIT FCR credit 400.00",
    "VOICE-CREDIT VOICE credit 125.00",
    "VOICE-CREDIT VOICE credit 125.00",
  ],
  // The client chose satisfaction for the storm, so nothing is due for the service level. What is left comes to 5,840.00
  // and is cut to 4 % of 120,000.00 = 4,800.00; cents that are over go to the largest remainders.
  "2025-10": [
    "ABN-EVENT ABN credit 32.88", // 40.00: 20 − 12 = 8 events
    "ABN-MIN ABN credit 493.15", // 600.00: 0.5 %
    "CSAT-MIN CSAT credit 986.30", // 1,200.00: 1 %
    "CSAT-PP CSAT credit 1972.60", // 2,400.00: 15 points × 0.5 % = 7.5 %, at most 2 %
    "LADDER - credit 493.15", // 600.00: 4 points
    "MRR-ESC MRR credit 123.29", // 150.00
    "MRR-PP MRR credit 493.15", // 600.00: 5 points × 0.1 %
    "VOICE-CREDIT VOICE credit 205.48", // 250.00
  ],
  "2025-11": [
    "ASA-BM ASA credit 484.54", // (170 × 20 + 24 × 140) ÷ 194 − 30 = 4.84536… s × 100.00
    "FCR-CREDIT FCR earn_back_return -400.00", // October 72 % and November 71 %: 71.5 % on average
    "FCR-CREDIT FCR earn_back_return -400.00",
    "PROC-MIN PROC credit 720.00", // 5 % of 14,400.00
  ],
  "2025-12": [
    "CSAT-BONUS CSAT bonus -280.00", // 300.00 and 600.00 are cut to 0.7 % of 120,000.00 = 840.00
    "INCENTIVE - bonus -560.00",
  ],
};

/** August, once ten late answers made 94 of 110 callers satisfied (85.45 %), reported wrongly for more than ten days. */
export const CORRECTION_OF_AUGUST: readonly string[] = [
  "CSAT-PP CSAT credit -500.00",
  "ERRORS - credit 100.00",
  "VOICE-CREDIT VOICE credit -250.00",
];
