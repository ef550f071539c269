import { join } from "node:path";
import type { Command } from "commander";
import type { DataSource } from "typeorm";
import { inTransaction, type Tx } from "../../platform/database";
import { writePackageFiles } from "../../reviews/package-files";
import { NothingToReview } from "../../reviews/package.errors";
import { latestReviews, packageFile, type LatestReview, type PackageFile } from "../../reviews/package.queries";
import { NotFound } from "../../shared/errors";
import { periodLabel } from "../../shared/period";
import type { CommandContext, CommandLine, CommonOptions } from "../command-line";
import type { Runtime } from "../runtime";
import { wireServices, type Services } from "../services";
import { allClientIds } from "../../clients/tenant.queries";

interface PackageOptions extends CommonOptions {
  readonly forum?: string;
  readonly out?: string;
  readonly recompile?: boolean;
}

export function registerPackage(program: Command, line: CommandLine): void {
  line
    .command(program, "package", "freeze the latest period of each forum as a review package, and write it as files")
    .option("--forum <code>", "of this forum only")
    .option("--out <folder>", "where to write (default: packages in the data folder)")
    .option("--recompile", "make the next version where there is a package already")
    .action((options: PackageOptions) =>
      line.runWith(options, (runtime, context) => packageCommand(options, { runtime, context })),
    );
}

async function packageCommand(
  { forum, out, recompile = false }: PackageOptions,
  { runtime: { db, config }, context }: { runtime: Runtime; context: CommandContext },
): Promise<void> {
  const folder = out ?? join(config.dataFolder, "packages");
  const order = { forum: forum ?? null, folder, recompile, now: new Date(), compiledBy: "regia package" };
  const written = await writePackages(wireServices(), db, order);
  context.print({ packages: written }, written.length === 0 ? NOTHING : written.flatMap(textOf));
}

const NOTHING = "No forum has a period that is over.";

const textOf = (one: WrittenPackage): string[] => [
  `${one.client}/${one.forum} ${one.period}, version ${one.version} (${one.isNew ? "compiled now" : "as compiled before"})`,
  `  ${one.html}  sha256 ${one.htmlHash}`,
  `  ${one.json}  sha256 ${one.contentHash}`,
];

export interface PackagesOrder {
  /** Code of a forum; null: all of them. */
  readonly forum: string | null;
  readonly folder: string;
  readonly recompile: boolean;
  readonly now: Date;
  readonly compiledBy: string;
}

export interface WrittenPackage {
  readonly client: string;
  readonly forum: string;
  readonly period: string;
  readonly version: number;
  /** Compiled by this order; false: it was there. */
  readonly isNew: boolean;
  /** Paths of the files. The hashes are theirs, too. */
  readonly html: string;
  readonly json: string;
  readonly htmlHash: string;
  readonly contentHash: string;
}

/** Writes the package of each forum's latest whole period, compiling those that are not there. One transaction each. */
export async function writePackages(
  services: Services,
  db: DataSource,
  order: PackagesOrder,
): Promise<WrittenPackage[]> {
  const written: WrittenPackage[] = [];
  const clientIds = await allClientIds(db);
  for (const clientId of clientIds) {
    const scope = { clientIds: [clientId], internal: true };
    await inTransaction(db, scope, (tx) => services.reviews.schedule(tx, clientId, order.now));
    const reviews = await inTransaction(db, scope, (tx) => latestReviews(tx, [clientId], order.now));
    for (const review of reviews.filter(({ forumCode }) => order.forum === null || order.forum === forumCode)) {
      const made = await inTransaction(db, scope, (tx) => packageOf(tx, services, { review, order }));
      written.push(write(review, made, order));
    }
  }
  if (order.forum !== null && written.length === 0) throw new NothingToReview(order.forum);
  return written;
}

interface MadePackage {
  readonly file: PackageFile;
  readonly isNew: boolean;
}

async function packageOf(
  tx: Tx,
  { packages }: Services,
  { review, order }: { review: LatestReview; order: PackagesOrder },
): Promise<MadePackage> {
  const { clientId, reviewId, packageId } = review;
  const isNew = packageId === null || order.recompile;
  const { compiledBy, now } = order;
  const id = isNew ? (await packages.compile(tx, { clientId, reviewId, compiledBy }, now)).id : packageId;
  const file = await packageFile(tx, { clientIds: [clientId], sight: null }, id);
  if (!file) throw new NotFound("package", id);
  return { file, isNew };
}

function write(review: LatestReview, { file, isNew }: MadePackage, { folder }: PackagesOrder): WrittenPackage {
  const { clientCode: client, forumCode: forum } = review;
  const period = periodLabel(review.period);
  const paths = writePackageFiles(join(folder, client), `${forum}-${period}`, file);
  const { version, htmlHash, contentHash } = file;
  return { client, forum, period, version, isNew, ...paths, htmlHash, contentHash };
}
