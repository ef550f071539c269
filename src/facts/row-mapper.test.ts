import { understood, type Understood } from "./row-mapper.builder";

const CONTACT = {
  externalId: "id",
  service: { constant: "rome" },
  channel: { constant: "phone" },
  outcome: { constant: "abandoned" },
  offeredAt: { column: "at", format: "yyyy-MM-dd HH:mm:ss" },
};

const contact = (fields: object, file: string | Buffer, more: object = {}): Understood =>
  understood("contact", { fields: { ...CONTACT, ...fields }, ...more }, file);

const SURVEY = {
  externalId: "id",
  service: { constant: "rome" },
  channel: { constant: "phone" },
  surveyedAt: { constant: "2026-05-04T10:00:00Z" },
};

const survey = (fields: object, file: string, more: object = {}): Understood =>
  understood("survey", { fields: { ...SURVEY, ...fields }, ...more }, file);

describe("local times", () => {
  test("are of the service's zone, unless profile, field or text say another", () => {
    const file = "id,at,q\na,2026-05-04 00:30:00,rome\nb,2026-05-04 00:30:00,tokyo\n";
    const instants = (fields: object, more: object = {}): (string | undefined)[] =>
      contact({ service: "q", ...fields }, file, more).facts.map((fact) => fact.offered_at);

    expect(instants({})).toEqual(["2026-05-03 22:30:00+00", "2026-05-03 15:30:00+00"]);
    expect(instants({}, { timeZone: "UTC" })).toEqual(["2026-05-04 00:30:00+00", "2026-05-04 00:30:00+00"]);
    const field = { column: "at", format: "yyyy-MM-dd HH:mm:ss", timeZone: "Asia/Kolkata" };
    expect(instants({ offeredAt: field }, { timeZone: "UTC" })[0]).toBe("2026-05-03 19:00:00+00");
    expect(
      contact({ offeredAt: "at" }, "id,at\na,2026-05-04T00:30:00+05:30\n", { timeZone: "UTC" }).facts[0],
    ).toMatchObject({
      offered_at: "2026-05-03 19:00:00+00",
      offered_day: "2026-05-03",
    });
  });

  test("that come twice are the first of the two; the answer is the first that is not before the offer", () => {
    const answeredAt = { column: "answer", format: "yyyy-MM-dd HH:mm:ss" };
    const rows = [
      "a,2026-10-25 02:50:00,2026-10-25 02:55:00",
      "b,2026-10-25 02:50:00,2026-10-25 02:10:00",
      "c,2026-10-25 02:50:00,2026-10-25 03:10:00",
    ];

    const { facts } = contact({ outcome: { constant: "answered" }, answeredAt }, `id,at,answer\n${rows.join("\n")}\n`);

    expect(facts.map((fact) => [fact.offered_at, fact.answered_at, fact.wait_seconds])).toEqual([
      ["2026-10-25 00:50:00+00", "2026-10-25 00:55:00+00", "300"],
      ["2026-10-25 00:50:00+00", "2026-10-25 01:10:00+00", "1200"],
      ["2026-10-25 00:50:00+00", "2026-10-25 02:10:00+00", "4800"],
    ]);
  });

  test("that the clock skipped are rejected", () => {
    expect(contact({}, "id,at\na,2026-03-29 02:30:00\n").rejects).toEqual([[2, "at", "SKIPPED_LOCAL_TIME"]]);
  });

  test("may be split over columns and come in several formats", () => {
    const offeredAt = { columns: ["d", "t"], format: ["d/M/yyyy H:mm", "yyyy-MM-dd HH:mm:ss"] };
    const { facts, rejects } = contact(
      { offeredAt },
      "id,d,t\na,4/5/2026,9:05\nb,2026-05-04,09:06:00\nc,,\nd,4/5/2026,\n",
    );

    expect(facts.map((fact) => fact.offered_at)).toEqual(["2026-05-04 07:05:00+00", "2026-05-04 07:06:00+00"]);
    expect(rejects).toEqual([
      [4, "d + t", "MISSING_VALUE"],
      [5, "d + t", "NOT_A_DATE"],
    ]);
  });
});

describe("people", () => {
  test("are found by the map, then by login, then by code; nobody is nobody", () => {
    const file =
      "id,at,who\n" +
      ["ada", "P-2", "The boss", "-", "eve"].map((who, i) => `${i},2026-05-04 10:00:00,${who}`).join("\n");
    const person = { column: "who", map: { "the BOSS": "P-2", ada: "ada", "p-2": "P-2", "-": null, eve: "eve" } };

    const { facts, rejects } = contact({ person }, file);

    expect(facts.map((fact) => fact.person_id)).toEqual(["id of Ada", "id of Bob", "id of Bob", "\\N"]);
    expect(rejects).toEqual([[6, "who", "UNKNOWN_PERSON"]]);
  });
});

describe("words and marks", () => {
  test("a map does not care for case and outer spaces; `otherwise` stands for the rest", () => {
    const file = "id,at,o\na,2026-05-04 10:00:00, y \nb,2026-05-04 10:00:00,N\nc,2026-05-04 10:00:00,?\n";
    const outcome = { column: "o", map: { Y: "callback", N: "abandoned" } };

    expect(contact({ outcome }, file).rejects).toEqual([[4, "o", "UNKNOWN_VALUE"]]);
    const { facts } = contact({ outcome: { ...outcome, otherwise: "flow_out" } }, file);
    expect(facts.map((fact) => fact.outcome)).toEqual(["callback", "abandoned", "flow_out"]);
  });

  test("marks mean no value, for all fields or for one; spaces always do", () => {
    const file = "id,at,r,w\na,2026-05-04 10:00:00,n/a,-\nb,2026-05-04 10:00:00,-,  \n";

    const { facts } = contact({ reason: "r", waitSeconds: { column: "w", missing: ["-"] } }, file, {
      missing: ["n/a"],
    });

    expect(facts.map((fact) => [fact.reason, fact.wait_seconds])).toEqual([
      ["\\N", "\\N"],
      ["-", "\\N"],
    ]);
  });

  test("rows are left out by what they hold", () => {
    const file =
      "id,at,type\na,2026-05-04 10:00:00,CALL\nb,x,test\nc,2026-05-04 10:00:00,\nd,2026-05-04 10:00:00,mail\n";
    const skipping = (...skipWhen: object[]) => {
      const { facts, skipped, rejects } = contact({}, file, { skipWhen });
      return [facts.map((fact) => fact.external_id).join(), skipped, rejects.length];
    };

    expect(skipping({ column: "type", in: ["TEST"] })).toEqual(["a,c,d", 1, 0]);
    expect(skipping({ column: "type", notIn: ["call"] })).toEqual(["a", 3, 0]);
    expect(skipping({ column: "type", missing: true }, { column: "type", in: ["test"] })).toEqual(["a,d", 2, 0]);
  });

  test("an id may be made of columns, and hashed", () => {
    const file = "id,at,n\na,2026-05-04 10:00:00,555\n";

    const [joined] = contact({ externalId: { columns: ["id", "n"], join: "|" } }, file).facts;
    const [hashed] = contact({ externalId: { columns: ["id", "n"], join: "|", hash: true } }, file).facts;

    expect(joined?.external_id).toBe("a|555");
    expect(hashed?.external_id).toMatch(/^[0-9a-f]{32}$/);
  });
});

describe("files", () => {
  const row = (mark: string): string => ["a", "2026-05-04 10:00:00", "caffè"].join(mark);

  test("of other delimiters, quotes and encodings, and without a header", () => {
    const reason = { reason: "r" };
    const one = (file: string | Buffer, more: object): string | undefined =>
      contact(reason, file, more).facts[0]?.reason;

    expect(one(`id\tat\tr\n${row("\t")}\n`, { csv: { delimiter: "\t" } })).toBe("caffè");
    expect(one(`id;at;r\na;2026-05-04 10:00:00;'x;''y'\n`, { csv: { delimiter: ";", quote: "'" } })).toBe("x;'y");
    expect(one(`id,at,r\na,2026-05-04 10:00:00,"x\n`, { csv: { quote: null } })).toBe('"x');
    expect(one(Buffer.from(`id,at,r\n${row(",")}\n`, "latin1"), { encoding: "latin1" })).toBe("caffè");
    expect(one(Buffer.from(`id,at,r\n${row(",")}€`.replace("€", "\x80"), "latin1"), { encoding: "windows-1252" })).toBe(
      "caffè€",
    );
    expect(one(`${row(",")}\n`, { csv: { header: ["id", "at", "r"] } })).toBe("caffè");
  });

  test("of JSON lines, with names like columns", () => {
    const { facts } = contact(
      { waitSeconds: "w", transferred: "t" },
      '{"id":17,"at":"2026-05-04 10:00:00","w":3,"t":false,"x":[1]}\n',
    );

    expect(facts).toMatchObject([{ external_id: "17", wait_seconds: "3", transferred: "f" }]);
  });
});

describe("surveys", () => {
  test.each([
    [{ column: "r" }, "4", ["4", "5"]],
    [{ column: "r", worst: 0, best: 10 }, "9", ["10", "11"]],
    [{ column: "r", worst: 6, best: 1 }, "2", ["5", "6"]],
    [{ column: "r", map: { "Very good": 5, bad: 1 } }, "very GOOD", ["5", "5"]],
    [{ column: "r" }, "4.0", ["4", "5"]],
  ])("a rating by %j of %s", (rating, text, expected) => {
    const [fact] = survey({ rating }, `id,r\na,${text}\n`).facts;

    expect([fact?.rating, fact?.rating_scale]).toEqual(expected);
  });

  test.each(["0", "6", "4.5", "good"])("%s is no rating from 1 to 5", (text) => {
    expect(survey({ rating: "r" }, `id,r\na,${text}\n`).rejects).toEqual([[2, "r", "NOT_A_RATING"]]);
  });

  test("yes and no, and no answer at all", () => {
    const { facts, rejects } = survey(
      { resolved: "r", resolvedFirstContact: "f" },
      "id,r,f\na,Y,\nb,no,TRUE\nc,,\nd,maybe,\n",
    );

    expect(facts.map((fact) => [fact.resolved, fact.resolved_first_contact])).toEqual([
      ["t", "\\N"],
      ["f", "t"],
    ]);
    expect(rejects).toEqual([
      [4, "rating", "NO_ANSWERS"],
      [5, "r", "UNKNOWN_VALUE"],
    ]);
  });
});
