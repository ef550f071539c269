import { DomainError } from "../shared/errors";

export class FileUnreadable extends DomainError {
  readonly code = "FILE_UNREADABLE";
  constructor(path: string) {
    super(`There is no file "${path}".`, { remedy: "Check the path; give - to read from standard input." });
  }
}
