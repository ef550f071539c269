/** The invented house of the demo: two clients, three contracts, five desks, forty-three people. Nobody here is real. */
export interface Desk {
  readonly client: string;
  readonly contract: string;
  readonly service: string;
  readonly channel: "phone" | "chat" | "mail";
  readonly team: string;
  /** Contacts on an ordinary weekday. */
  readonly contacts: number;
  readonly handleSeconds: number;
  readonly patience: number;
  readonly concurrency: number;
  /** Mean seconds until a free person takes the next contact: a ring on the phone, hours for mail. */
  readonly pickUpSeconds: number;
  readonly opens: number;
  readonly closes: number;
  /** How well customers think of it, 0 to 1. */
  readonly goodwill: number;
  readonly reasons: readonly string[];
  readonly agents: readonly Agent[];
}

export interface Agent {
  readonly code: string;
  readonly name: string;
  /** Handle time against the desk's: 0.8 is fast. */
  readonly pace: number;
  /** Added to the desk's goodwill. */
  readonly charm: number;
}

const HOUR = 3600;

export const DESKS: readonly Desk[] = [
  {
    client: "aurora",
    contract: "aurora-care",
    service: "aurora-voice",
    channel: "phone",
    team: "aurora-voice-team",
    contacts: 252,
    handleSeconds: 300,
    patience: 230,
    concurrency: 1,
    pickUpSeconds: 4,
    opens: 8 * HOUR,
    closes: 18 * HOUR,
    goodwill: 0.92,
    reasons: ["bill", "meter reading", "outage", "payment plan"],
    agents: agents("AU", ["Giulia Ferri", "Marco Sala", "Elena Conti", "Paolo Riva", "Sara Greco", "Luca Marini"]),
  },
  {
    client: "aurora",
    contract: "aurora-care",
    service: "aurora-chat",
    channel: "chat",
    team: "aurora-chat-team",
    contacts: 210,
    handleSeconds: 540,
    patience: 240,
    concurrency: 2,
    pickUpSeconds: 4,
    opens: 9 * HOUR,
    closes: 18 * HOUR,
    goodwill: 0.92,
    reasons: ["bill", "app login", "tariff change"],
    agents: agents(
      "AC",
      ["Chiara Neri", "Davide Fontana", "Irene Gallo", "Matteo Villa", "Anna Rizzo", "Pietro Leone"],
      "AC-03",
    ),
  },
  {
    client: "aurora",
    contract: "aurora-moves",
    service: "aurora-moves-voice",
    channel: "phone",
    team: "aurora-moves-team",
    contacts: 136,
    handleSeconds: 480,
    patience: 260,
    concurrency: 1,
    pickUpSeconds: 4,
    opens: 9 * HOUR,
    closes: 18 * HOUR,
    goodwill: 0.89,
    reasons: ["moving in", "moving out", "new connection"],
    agents: agents("AM", [
      "Silvia Costa",
      "Andrea Longo",
      "Marta Fabbri",
      "Stefano Serra",
      "Laura Bassi",
      "Nicola Testa",
    ]),
  },
  {
    client: "jadran",
    contract: "jadran-support",
    service: "jadran-voice",
    channel: "phone",
    team: "jadran-voice-team",
    contacts: 214,
    handleSeconds: 340,
    patience: 240,
    concurrency: 1,
    pickUpSeconds: 4,
    opens: 8 * HOUR,
    closes: 18 * HOUR,
    goodwill: 0.88,
    reasons: ["no internet", "router", "invoice", "roaming"],
    agents: agents("JV", ["Ivana Babić", "Marko Horvat", "Petra Kovač", "Tomislav Jurić", "Maja Novak", "Luka Perić"]),
  },
  {
    client: "jadran",
    contract: "jadran-support",
    service: "jadran-mail",
    channel: "mail",
    team: "jadran-mail-team",
    contacts: 120,
    handleSeconds: 420,
    patience: 500_000,
    concurrency: 1,
    pickUpSeconds: 4200,
    opens: 8 * HOUR,
    closes: 16 * HOUR,
    goodwill: 0.86,
    reasons: ["invoice", "contract", "complaint"],
    agents: agents("JM", [
      "Nikolina Marić",
      "Josip Knežević",
      "Lana Vuković",
      "Filip Pavić",
      "Tea Blažević",
      "Ante Radić",
    ]),
  },
];

/** People who lead, check, train and answer for a contract. Teams are led one by one; the rest work across. */
export const LEADS: readonly Lead[] = [
  lead("TL-01", "Roberta Amato", "team-lead", "aurora-care", "aurora-voice", "aurora-voice-team"),
  lead("TL-02", "Fabio Donati", "team-lead", "aurora-care", "aurora-chat", "aurora-chat-team"),
  lead("TL-03", "Valentina Piras", "team-lead", "aurora-moves", "aurora-moves-voice", "aurora-moves-team"),
  lead("TL-04", "Damir Šimić", "team-lead", "jadran-support", "jadran-voice", "jadran-voice-team"),
  lead("TL-05", "Sanja Tomić", "team-lead", "jadran-support", "jadran-mail", "jadran-mail-team"),
  lead("QS-01", "Claudia Monti", "quality-specialist", "aurora-care", "aurora-voice", null),
  lead("QS-02", "Hrvoje Grgić", "quality-specialist", "jadran-support", "jadran-voice", null),
  lead("TR-01", "Federica Orsini", "trainer", "aurora-care", "aurora-voice", null),
  lead("TR-02", "Mirela Lončar", "trainer", "jadran-support", "jadran-voice", null),
  lead("OM-01", "Carlo Bellini", "operations-manager", "aurora-care", null, null),
  lead("SD-01", "Beatrice Valli", "service-delivery-director", "aurora-care", null, null),
  lead("PA-01", "Giorgio Manca", "process-analyst", "aurora-care", "aurora-voice", null),
  lead("CR-01", "Teresa Fois", "control-room-manager", "aurora-care", null, null),
];

/** Who answers for the training of whom. */
export const TRAINERS = [
  { trainer: "TR-01", ...traineesOf("aurora-voice", 4) },
  { trainer: "TR-02", ...traineesOf("jadran-voice", 3) },
];

/** The first few people of a desk. */
function traineesOf(service: string, howMany: number) {
  const desk = DESKS.find((one) => one.service === service);
  if (!desk) throw new Error(`No such desk in the demo: ${service}`);
  const trainees = desk.agents.slice(0, howMany).map(({ code }) => code);
  return { client: desk.client, contract: desk.contract, service, trainees };
}

export interface Lead {
  readonly code: string;
  readonly name: string;
  readonly role: string;
  readonly contract: string;
  readonly service: string | null;
  readonly team: string | null;
}

function lead(code: string, name: string, role: string, ...where: [string, string | null, string | null]): Lead {
  const [contract, service, team] = where;
  return { code, name, role, contract, service, team };
}

/** Ordinary people differ a little; the outstanding one is quicker and better liked than the rest. */
function agents(prefix: string, names: readonly string[], outstanding?: string): Agent[] {
  return names.map((name, index) => {
    const code = `${prefix}-${String(index + 1).padStart(2, "0")}`;
    const ordinary = { code, name, pace: 0.94 + 0.035 * ((index * 5) % 6), charm: 0.03 - 0.014 * ((index * 7) % 6) };
    return code === outstanding ? { ...ordinary, pace: 0.78, charm: 0.14 } : ordinary;
  });
}
