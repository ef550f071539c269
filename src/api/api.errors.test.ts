import { GraphQLError } from "graphql";
import { readable } from "./api.errors";

describe("an error about the request as a whole", () => {
  it("is the sender's to mend when it says nothing else, such as a variable that is missing", () => {
    const error = new GraphQLError('Variable "$code" of required type "String!" was not provided.');

    const shown = readable(error, "request-1");

    expect(shown.message).toBe(error.message);
    expect(shown.extensions).toEqual({ code: "BAD_USER_INPUT" });
  });

  it("keeps a code that it has", () => {
    const error = new GraphQLError("The request took longer than it may.", {
      extensions: { code: "DEADLINE_EXCEEDED" },
    });

    expect(readable(error, "request-1").extensions.code).toBe("DEADLINE_EXCEEDED");
  });
});
