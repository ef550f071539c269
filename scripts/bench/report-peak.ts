/** Loaded before the script whose memory is measured: writes its peak, in bytes, to file descriptor 3 when it ends. */
import { writeSync } from "node:fs";

const KIB = 1024;
const PEAK_FD = 3;

process.on("exit", () => void writeSync(PEAK_FD, String(process.resourceUsage().maxRSS * KIB)));
