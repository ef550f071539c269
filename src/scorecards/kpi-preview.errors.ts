import { DomainError } from "../shared/errors";

export class PreviewTooLarge extends DomainError {
  readonly code = "PREVIEW_TOO_LARGE";
  constructor(days: number, services: number, most: { readonly days: number; readonly serviceDays: number }) {
    super(`A preview of ${days} days of ${services} services cannot be worked out at once.`, {
      path: ["until"],
      remedy: `Ask for 1 to ${most.days} days, and at most ${most.serviceDays} days times services: name a service.`,
    });
  }
}
