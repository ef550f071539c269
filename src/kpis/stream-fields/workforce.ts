import {
  CHANNEL_FIELDS,
  countField,
  flagField,
  numberField,
  peopleField,
  secondsField,
  textField,
  wordField,
  type StreamFields,
} from "./stream-field";

/** Working time. */
export const WORK_TIME_FIELDS: StreamFields = {
  attributions: [{ name: "started", description: "The day the time began." }],
  fields: [
    ...CHANNEL_FIELDS,
    secondsField("scheduled_seconds", "Time scheduled to work."),
    secondsField("paid_seconds", "Time paid."),
    secondsField("logged_seconds", "Time logged in."),
    secondsField("available_seconds", "Time idle, ready for a contact."),
    secondsField("handling_seconds", "Time communicating with customers, each second once."),
    secondsField("contact_seconds", "Time communicating with customers, for each contact."),
    secondsField("adherent_seconds", "Time in the scheduled kind of state."),
    secondsField("productive_seconds", "Productive time."),
    secondsField("attended_seconds", "Time present, of that scheduled."),
    secondsField("unavailable_seconds", "Time paid but unavailable to customers."),
  ],
};

/** Locked forecasts with what became of their intervals. */
export const FORECAST_FIELDS: StreamFields = {
  attributions: [{ name: "interval", description: "The day the interval begins." }],
  fields: [
    ...CHANNEL_FIELDS,
    textField("publication", "The publication it is of."),
    numberField("volume_hundredths", "Hundredths of contacts expected."),
    numberField("required_hundredths", "Hundredths of people required."),
    secondsField("handle_seconds", "Handling time expected of all contacts together."),
    secondsField("seconds", "How long the interval is."),
    flagField("is_volume_known", "Whether the interval lies between the first and the last contact or volume."),
    countField("actual_volume", "Contacts offered in the interval."),
    flagField("is_staff_known", "Whether the interval lies between the first and the last work time."),
    secondsField("staffed_seconds", "Available and handling time that falls in the interval."),
    secondsField("logged_seconds", "Logged time that falls in the interval."),
  ],
};

/** Volumes of intervals. */
export const VOLUME_FIELDS: StreamFields = {
  attributions: [{ name: "interval", description: "The day the interval begins." }],
  fields: [
    ...CHANNEL_FIELDS,
    countField("offered", "Contacts offered."),
    countField("handled", "Contacts handled."),
    countField("abandoned", "Contacts abandoned."),
    secondsField("handle_seconds", "Handling time of all contacts handled, together."),
  ],
};

/** Snapshots of staff and customers. */
export const HEADCOUNT_FIELDS: StreamFields = {
  attributions: [{ name: "day", description: "The day of the snapshot." }],
  fields: [
    ...CHANNEL_FIELDS,
    wordField("population", ["staff", "customers"], "Whom it counts."),
    textField("group_name", "The role, team or other part; empty: all."),
    numberField("headcount_hundredths", "Hundredths of people on that day: a level, which does not add up over days."),
    numberField("headcount_change", "Hundredths of people more or less than in the snapshot before."),
    peopleField("joiners", "People who came since the snapshot before."),
    peopleField("leavers", "People who left since then."),
    peopleField("voluntary_leavers", "Of those, who wanted to."),
    peopleField("involuntary_leavers", "Of those, who had to."),
  ],
};
