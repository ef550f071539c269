import type { Tx } from "../platform/database";
import { loadMaterial, type Asked } from "./crucial-material";
import { checkedKpi, type KpiCheck } from "./crucial.rules";
import { evidenceOf } from "./evidence.rules";

/** Puts the KPIs of a contract to the CRUCIAL test. */
export class CrucialService {
  /** One check for each KPI in use or promised on the day asked about; a fixed number of statements. */
  async check(tx: Tx, asked: Asked): Promise<KpiCheck[]> {
    const material = await loadMaterial(tx, asked);
    return material.candidates.map((one) => checkedKpi(evidenceOf(one, material, asked)));
  }
}
