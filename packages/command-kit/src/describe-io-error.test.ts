import { expect, test } from "vitest";
import { CommandError } from "./command-error.ts";
import { cannotRead, cannotWrite, describeIoError } from "./describe-io-error.ts";
import { ioError } from "./testing/test-world.ts";

test.each([
  { code: "ENOENT", want: "there is no such file or folder" },
  { code: "EACCES", want: "permission is denied" },
  { code: "EPERM", want: "permission is denied" },
  { code: "EISDIR", want: "it is a folder" },
  { code: "ENOTDIR", want: "a part of its path is not a folder" },
  { code: "ELOOP", want: "it is a link that leads in a circle" },
  { code: "ENAMETOOLONG", want: "its name is too long" },
  { code: "EMFILE", want: "too many files are open" },
  { code: "ENOSPC", want: "there is no space left on the device" },
  { code: "EROFS", want: "it is on a file system that is read-only" },
  { code: "EPIPE", want: "its reader is gone" },
  { code: "ECONNREFUSED", want: "the connection was refused" },
  { code: "EWHAT", want: "EWHAT: something of the system, open 'x'" },
])("describeIoError() has words for $code", ({ code, want }) => {
  expect(describeIoError(ioError(code))).toBe(want);
  expect(describeIoError(new TypeError("fetch failed", { cause: ioError(code) }))).toBe(want);
});

test("describeIoError() keeps what was said of a cause", () => {
  const cause = new Error("unexpected end of file");
  expect(describeIoError(new TypeError("its compressed data is cut off", { cause }))).toBe(
    "its compressed data is cut off",
  );
});

test("cannotRead() and cannotWrite() name the file, and leave errors that are made for people", () => {
  expect(cannotRead("a", ioError("ENOENT")).message).toBe('Cannot read "a": there is no such file or folder');
  expect(cannotWrite("a", "no").message).toBe('Cannot write to "a": no');
  const error = new CommandError("Cannot read it");
  expect(cannotRead("a", error)).toBe(error);
});
