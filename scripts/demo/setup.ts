import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "yaml";
import type { Day } from "../../src/shared/day";
import { roleDocuments } from "./setup-assignments";
import { contractDocuments } from "./setup-contracts";
import { feedDocuments, OWN_KPIS } from "./setup-own";
import { DESKS, LEADS, TRAINERS } from "./house";
import type { SetupDocument } from "./setup-document";
import { profileDocuments } from "./setup-profiles";

/** Writes the invented house as setup files that `regia apply` takes; returns how many documents there are. */
export function writeSetup(folder: string, startsOn: Day): number {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const files: Record<string, SetupDocument[]> = {
    "roles.yaml": roleDocuments(startsOn),
    "own-kpis.yaml": [...OWN_KPIS],
    "people.yaml": [...peopleDocuments()],
    ...Object.fromEntries(
      ["aurora", "jadran"].map((client) => [
        `${client}.yaml`,
        [...contractDocuments(client, startsOn), ...profileDocuments(client), ...feedDocuments(client)],
      ]),
    ),
    "positions.yaml": [...positionDocuments(), ...trainingDocuments()],
  };
  for (const [name, documents] of Object.entries(files)) writeFileSync(join(folder, name), yamlOf(documents));
  return Object.values(files).flat().length;
}

const yamlOf = (documents: readonly SetupDocument[]): string =>
  documents.map((document) => stringify(document, { lineWidth: 0 })).join("---\n");

/** The name a telephone system knows a person by: `giulia.ferri`. */
export const loginOf = (name: string): string =>
  name
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace("đ", "d")
    .replace(/\s+/g, ".");

function* peopleDocuments(): Generator<SetupDocument> {
  for (const desk of DESKS)
    for (const { code, name } of desk.agents)
      yield { kind: "Person", code, name, logins: { [`${desk.client}-acd`]: loginOf(name) } };
  for (const { code, name } of LEADS) yield { kind: "Person", code, name };
}

function* positionDocuments(): Generator<SetupDocument> {
  for (const { client, contract, service, team, agents } of DESKS)
    for (const { code } of agents)
      yield { kind: "Position", client, contract, person: code, role: "agent", service, team };
  for (const { code, role, contract, service, team } of LEADS) {
    const client = DESKS.find((desk) => desk.contract === contract)?.client;
    const place = { ...(service ? { service } : {}), ...(team ? { team } : {}) };
    yield { kind: "Position", client, contract, person: code, role, ...place };
  }
}

function* trainingDocuments(): Generator<SetupDocument> {
  for (const { trainer, client, contract, service, trainees } of TRAINERS)
    for (const trainee of trainees) yield { kind: "Training", client, contract, trainer, trainee, service };
}
