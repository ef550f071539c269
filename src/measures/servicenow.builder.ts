const AT = "d/M/yyyy H:mm";

/** Reads a log of ServiceNow incidents, one row per update; docs/streams/case-event.md shows it, too. */
export const SERVICENOW_PROFILE = {
  source: "servicenow",
  timeZone: "UTC",
  missing: ["?"],
  fields: {
    externalId: { columns: ["number", "sys_mod_count", "sys_updated_at"], join: "/" },
    service: { constant: "INCIDENTS" },
    caseId: "number",
    sequence: "sys_mod_count",
    at: { column: "sys_updated_at", format: AT },
    state: {
      column: "incident_state",
      map: {
        New: "new",
        Active: "open",
        "Awaiting User Info": "waiting_customer",
        "Awaiting Problem": "waiting_other",
        "Awaiting Vendor": "waiting_other",
        "Awaiting Evidence": "waiting_other",
        Resolved: "resolved",
        Closed: "closed",
        "-100": null,
      },
    },
    openedAt: { column: "opened_at", format: AT },
    customerRef: { column: "caller_id", hash: true },
    reason: "category",
    priority: "priority",
    withinTarget: "made_sla",
  },
};
