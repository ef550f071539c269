/** What every scorecard of each month must show: worked out by hand from the answers, six decimals. */

export const january = (life: string): string[] => [
  `ana, agent, red · CSAT 8/10 100 · UNHAPPY 1/10 75 · 90 · 1 of 2 · ${life}`,
  `blue, team · CSAT 9/10 100 · 100 · 1 of 2 · ${life}`,
  `bruno, agent, red · CSAT 6/10 75 · UNHAPPY 1/10 75 · 75 · 2 of 2 · ${life}`,
  `care, contract · CSAT 23/30 95.833333 · 95.833333 · ${life}`,
  `carla, agent, blue · CSAT 9/10 100 · UNHAPPY 0/10 100 · 100 · 1 of 1 · ${life}`,
  `chat, service · CSAT 9/10 100 · 100 · ${life}`,
  `lea, team-lead, red · CSAT 14/20 87.5 · 87.5 · 1 of 1 · ${life}`,
  `red, team · CSAT 14/20 87.5 · 87.5 · 2 of 2 · ${life}`,
  `voice, service · CSAT 14/20 87.5 · 87.5 · ${life}`,
];

export const april = (life: string): string[] => [
  `ana, agent, red · CSAT 8/10 88.888889 · UNHAPPY 1/10 75 · 83.333333 · 2 of 2 · ${life}`,
  `blue, team · CSAT 15/20 93.75 · 93.75 · 2 of 2 · ${life}`,
  `bruno, agent, blue · CSAT 6/10 66.666667 · UNHAPPY 1/10 75 · 70 · 2 of 2 · ${life}`,
  `care, contract · CSAT 28/35 100 · 100 · ${life}`,
  `carla, agent, blue · CSAT 9/10 100 · UNHAPPY 0/10 100 · 100 · 1 of 2 · ${life}`,
  `chat, service · CSAT 15/20 93.75 · 93.75 · ${life}`,
  `dora, agent, red · CSAT 5/5 100 · UNHAPPY 0/5 100 · 100 · 1 of 2 · ${life}`,
  `lea, team-lead, red · CSAT 13/15 100 · 100 · 1 of 1 · ${life}`,
  `red, team · CSAT 13/15 100 · 100 · 1 of 2 · ${life}`,
  `voice, service · CSAT 13/15 100 · 100 · ${life}`,
];

export const mayRestated = [
  "ana, agent, red · CSAT 8/12 74.074074 · UNHAPPY 3/12 37.5 · 59.444444 · 2 of 2 · RESTATED 2",
  "blue, team · CSAT 15/20 93.75 · 93.75 · 2 of 2 · FINAL 1",
  "bruno, agent, blue · CSAT 6/10 66.666667 · UNHAPPY 1/10 75 · 70 · 2 of 2 · FINAL 1",
  "care, contract · CSAT 28/37 94.594595 · 94.594595 · RESTATED 2",
  "carla, agent, blue · CSAT 9/10 100 · UNHAPPY 0/10 100 · 100 · 1 of 2 · FINAL 1",
  "chat, service · CSAT 15/20 93.75 · 93.75 · FINAL 1",
  "dora, agent, red · CSAT 5/5 100 · UNHAPPY 0/5 100 · 100 · 1 of 2 · FINAL 1",
  "lea, team-lead, red · CSAT 13/17 95.588235 · 95.588235 · 1 of 1 · RESTATED 2",
  "red, team · CSAT 13/17 95.588235 · 95.588235 · 1 of 2 · RESTATED 2",
  "voice, service · CSAT 13/17 95.588235 · 95.588235 · RESTATED 2",
];

export const june = [
  "ana, agent, red · CSAT 8/10 88.888889 · UNHAPPY 1/10 75 · 83.333333 · 2 of 2 · FINAL 1",
  "ana, team-lead, blue · CSAT 3/4 93.75 · 93.75 · 1 of 1 · FINAL 1",
  "blue, team · CSAT 18/24 93.75 · 93.75 · 2 of 2 · FINAL 1",
  "bruno, agent, blue · CSAT 6/10 66.666667 · UNHAPPY 1/10 75 · 70 · 2 of 2 · FINAL 1",
  "care, contract · CSAT 31/39 99.358974 · 99.358974 · FINAL 1",
  "carla, agent, blue · CSAT 12/14 95.238095 · UNHAPPY 0/14 100 · 97.142857 · 1 of 2 · FINAL 1",
  "chat, service · CSAT 18/24 93.75 · 93.75 · FINAL 1",
  "dora, agent, red · CSAT 5/5 100 · UNHAPPY 0/5 100 · 100 · 1 of 2 · FINAL 1",
  "lea, team-lead, red · CSAT 13/15 100 · 100 · 1 of 1 · FINAL 1",
  "red, team · CSAT 13/15 100 · 100 · 1 of 2 · FINAL 1",
  "voice, service · CSAT 13/15 100 · 100 · FINAL 1",
];

/** From July on a rating of 2 is unhappy, too, and Ana works no longer herself. */
export const usual = (life: string): string[] => [
  `ana, team-lead, blue · CSAT 15/20 93.75 · 93.75 · 1 of 1 · ${life}`,
  `blue, team · CSAT 15/20 93.75 · 93.75 · 2 of 2 · ${life}`,
  `bruno, agent, blue · CSAT 6/10 66.666667 · UNHAPPY 2/10 50 · 60 · 2 of 2 · ${life}`,
  `care, contract · CSAT 20/25 100 · 100 · ${life}`,
  `carla, agent, blue · CSAT 9/10 100 · UNHAPPY 1/10 75 · 90 · 1 of 2 · ${life}`,
  `chat, service · CSAT 15/20 93.75 · 93.75 · ${life}`,
  `dora, agent, red · CSAT 5/5 100 · UNHAPPY 0/5 100 · 100 · 1 of 1 · ${life}`,
  `lea, team-lead, red · CSAT 5/5 100 · 100 · 1 of 1 · ${life}`,
  `red, team · CSAT 5/5 100 · 100 · 1 of 2 · ${life}`,
  `voice, service · CSAT 5/5 100 · 100 · ${life}`,
];

export const february = [
  "ana, agent, red · CSAT 10/12 100 · UNHAPPY 1/12 79.166667 · 91.666667 · 2 of 3 · FINAL 1",
  "blue, team · CSAT 9/10 100 · 100 · 1 of 2 · FINAL 1",
  "bruno, agent, red · CSAT 6/10 75 · UNHAPPY 1/10 75 · 75 · 3 of 3 · FINAL 1",
  "care, contract · CSAT 30/37 100 · 100 · FINAL 1",
  "carla, agent, blue · CSAT 9/10 100 · UNHAPPY 0/10 100 · 100 · 1 of 1 · FINAL 1",
  "chat, service · CSAT 9/10 100 · 100 · FINAL 1",
  "dora, agent, red · CSAT 5/5 100 · UNHAPPY 0/5 100 · 100 · 1 of 3 · FINAL 1",
  "lea, team-lead, red · CSAT 21/27 97.222222 · 97.222222 · 1 of 1 · FINAL 1",
  "red, team · CSAT 21/27 97.222222 · 97.222222 · 2 of 2 · FINAL 1",
  "voice, service · CSAT 21/27 97.222222 · 97.222222 · FINAL 1",
];

export const march = [
  "ana, agent, red · CSAT 8/10 100 · UNHAPPY 1/10 75 · 90 · 2 of 3 · FINAL 1",
  "blue, team · CSAT 19/20 100 · 100 · 1 of 2 · FINAL 1",
  "bruno, agent, blue · CSAT 10/10 100 · UNHAPPY 0/10 100 · 100 · 1 of 2 · FINAL 1",
  "bruno, agent, red · CSAT 6/10 75 · UNHAPPY 1/10 75 · 75 · 3 of 3 · FINAL 1",
  "bruno, person · CSAT 16/20 100 · UNHAPPY 1/20 87.5 · 95 · FINAL 1",
  "care, contract · CSAT 38/45 100 · 100 · FINAL 1",
  "carla, agent, blue · CSAT 9/10 100 · UNHAPPY 0/10 100 · 100 · 1 of 2 · FINAL 1",
  "chat, service · CSAT 19/20 100 · 100 · FINAL 1",
  "dora, agent, red · CSAT 5/5 100 · UNHAPPY 0/5 100 · 100 · 1 of 3 · FINAL 1",
  "lea, team-lead, red · CSAT 19/25 95 · 95 · 1 of 1 · FINAL 1",
  "red, team · CSAT 19/25 95 · 95 · 2 of 2 · FINAL 1",
  "voice, service · CSAT 19/25 95 · 95 · FINAL 1",
];

export const augustRestated = [
  "ana, team-lead, blue · CSAT 15/20 93.75 · 93.75 · 1 of 1 · FINAL 1",
  "blue, team · CSAT 15/20 93.75 · 93.75 · 2 of 2 · FINAL 1",
  "bruno, agent, blue · CSAT 6/10 66.666667 · UNHAPPY 2/10 50 · 60 · 2 of 2 · FINAL 1",
  "care, contract · CSAT 20/26 96.153846 · 96.153846 · RESTATED 2",
  "carla, agent, blue · CSAT 9/10 100 · UNHAPPY 1/10 75 · 90 · 1 of 2 · FINAL 1",
  "chat, service · CSAT 15/20 93.75 · 93.75 · FINAL 1",
  "dora, agent, red · CSAT 5/6 92.592593 · UNHAPPY 1/6 58.333333 · 78.888889 · 1 of 1 · RESTATED 2",
  "lea, team-lead, red · CSAT 5/6 100 · 100 · 1 of 1 · RESTATED 2",
  "red, team · CSAT 5/6 100 · 100 · 1 of 2 · RESTATED 2",
  "voice, service · CSAT 5/6 100 · 100 · RESTATED 2",
];

export const september = [
  "ana, team-lead, blue · CSAT 16/21 95.238095 · 95.238095 · 1 of 1 · FINAL 1",
  "blue, team · CSAT 16/21 95.238095 · 95.238095 · 2 of 2 · FINAL 1",
  "bruno, agent, blue · CSAT 6/10 66.666667 · UNHAPPY 2/10 50 · 60 · 2 of 2 · FINAL 1",
  "care, contract · CSAT 21/26 100 · 100 · FINAL 1",
  "carla, agent, blue · CSAT 18/25 (measured 10/11) 80 · UNHAPPY 1/11 77.272727 · 78.909091 · 1 of 2 · FINAL 1",
  "chat, service · CSAT 16/21 95.238095 · 95.238095 · FINAL 1",
  "dora, agent, red · CSAT 5/5 100 · UNHAPPY 0/5 100 · 100 · 1 of 1 · FINAL 1",
  "lea, team-lead, red · CSAT 5/5 100 · 100 · 1 of 1 · FINAL 1",
  "red, team · CSAT 5/5 100 · 100 · 1 of 2 · FINAL 1",
  "voice, service · CSAT 5/5 100 · 100 · FINAL 1",
];

export const december = [
  "ana, team-lead, blue · CSAT 15/20 93.75 · 93.75 · 1 of 1 · FINAL 1",
  "blue, team · CSAT 15/20 93.75 · 93.75 · 1 of 1 · FINAL 1",
  "bruno, agent, blue · CSAT 6/10 66.666667 · UNHAPPY 2/10 50 · 60 · 2 of 2 · FINAL 1",
  "care, contract · CSAT 15/20 93.75 · 93.75 · FINAL 1",
  "carla, agent, blue · CSAT 9/10 100 · UNHAPPY 1/10 75 · 90 · 1 of 2 · FINAL 1",
  "chat, service · CSAT 15/20 93.75 · 93.75 · FINAL 1",
];
