import type { ForecastFacts } from "../catalogue/forecast-measures";

const HALF_HOUR = 1_800;

/** Intervals with and without a forecast, known and not, as foreseen, over and under, staffed too little, enough and too much. */
export const forecastWitnesses = (): ForecastFacts[] =>
  [null, 0, 150].flatMap((requiredHundredths) =>
    [0, 1, 2_700, 9_000].flatMap((staffedSeconds) =>
      [true, false].flatMap((isKnown) =>
        [null, 0, 1_050].flatMap((volumeHundredths) =>
          [0, 10, 1_000].map((actualVolume) => ({
            ...{ requiredHundredths, staffedSeconds, loggedSeconds: 9_000 - staffedSeconds, seconds: HALF_HOUR },
            ...{ volumeHundredths, actualVolume, isVolumeKnown: isKnown, isStaffKnown: isKnown },
            dayErrorHundredths:
              isKnown && volumeHundredths !== null ? Math.abs(volumeHundredths - 100 * actualVolume) : null,
          })),
        ),
      ),
    ),
  );
