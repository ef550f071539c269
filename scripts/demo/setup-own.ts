import { DESKS } from "./house";
import type { SetupDocument } from "./setup-document";

/** A measure and a KPI that the operator made without code: how many conversations run long. */
export const OWN_KPIS: readonly SetupDocument[] = [
  {
    kind: "Measure",
    code: "long_conversations",
    stream: "contact",
    description: "Contacts handled whose conversation took longer than longSeconds.",
    versions: [
      {
        where: [
          { field: "outcome", is: "=", value: "answered" },
          { field: "talk_seconds", is: ">", parameter: "longSeconds" },
        ],
        attribution: "ended",
      },
    ],
  },
  {
    kind: "Kpi",
    code: "LONG_CONVERSATIONS",
    names: { en: "Long conversations", it: "Conversazioni lunghe", hr: "Dugi razgovori", zh: "长通话占比" },
    descriptions: {
      en: "Share of handled contacts whose conversation took longer than agreed.",
      it: "Quota dei contatti gestiti con una conversazione più lunga di quanto concordato.",
      hr: "Udio obrađenih kontakata čiji je razgovor trajao dulje od dogovorenog.",
      zh: "通话时长超过约定的已处理联系占比。",
    },
    family: "efficiency",
    unit: "share",
    direction: "minimise",
    judges: ["contract", "service", "team", "position"],
    parameters: [
      {
        name: "longSeconds",
        unit: "seconds",
        default: 900,
        minimum: 1,
        maximum: 86_400,
        description: "From how many seconds on a conversation is long.",
      },
    ],
    versions: [{ formula: "long_conversations / handled" }],
  },
];

/** What each client's systems are expected to bring, and by when. */
export function feedDocuments(client: string): SetupDocument[] {
  const timeZone = client === "aurora" ? "Europe/Rome" : "Europe/Zagreb";
  const daily = { every: "FREQ=DAILY;BYDAY=TU,WE,TH,FR,SA,SU", by: "06:00", timeZone, grace: "PT2H" };
  const weekly = { every: "FREQ=WEEKLY;BYDAY=MO", by: "12:00", timeZone, grace: "PT4H" };
  const acd = `${client}-acd`;
  const feed = (stream: string, source: string, terms: object): SetupDocument => ({
    kind: "Feed",
    client,
    stream,
    source,
    versions: [terms],
  });
  return [
    feed("contact", acd, daily),
    feed("survey", acd, daily),
    feed("work_time", "workforce", daily),
    feed("evaluation", "quality-desk", weekly),
    feed("cost", "ledger", weekly),
    ...(DESKS.some((desk) => desk.client === client && desk.channel === "mail")
      ? [feed("case_event", "ticketing", daily)]
      : []),
  ];
}
