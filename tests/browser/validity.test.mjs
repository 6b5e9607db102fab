// Valid HTML: the Nu checker says nothing about any page, nor does html-validate.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "node:test";
import { HtmlValidate } from "html-validate";
import { pages, SITE } from "./kit.mjs";

const JAR = createRequire(import.meta.url).resolve("vnu-jar/build/dist/vnu.jar");

function nu(arguments_, input) {
  const run = spawnSync("java", ["-jar", JAR, "--format", "json", ...arguments_], { encoding: "utf8", input, maxBuffer: 1e8 });
  return JSON.parse(run.stderr || run.stdout || '{"messages":[]}').messages.map(
    (told) => `${(told.url || "").replace(/.*\/site\//, "")}:${told.lastLine}: ${told.message} ${told.extract || ""}`);
}

test("Nu checker", { skip: process.env.JAVA ? false : "java tidak ada" }, () => {
  assert.notDeepEqual(nu(["-"], "<!doctype html><html lang=id><title>x</title><p id=a id=b>"), [], "the checker sleeps");
  assert.deepEqual(nu(["--skip-non-html", ...pages().map((name) => join(SITE, name))]), []);
});

// Off: rules of taste (void style, inline style of generated columns, quotes and end tags that HTML lets one leave out).
const RULES = {
  "attr-quotes": "off", "no-implicit-close": "off",
  "no-trailing-whitespace": "off", "void-style": "off", "no-inline-style": "off", "valid-id": "off", "long-title": "off", "require-sri": "off",
  "prefer-native-element": "off", "attribute-boolean-style": "off", "attribute-empty-style": "off", "doctype-style": "off", "tel-non-breaking": "off",
};

test("html-validate", async () => {
  const judge = new HtmlValidate({ extends: ["html-validate:recommended", "html-validate:a11y"], rules: RULES });
  const found = [];
  for (const name of pages()) {
    const report = await judge.validateFile(join(SITE, name));
    for (const result of report.results) for (const told of result.messages) found.push(`${name}:${told.line}:${told.column} ${told.ruleId}: ${told.message}`);
  }
  const kinds = [...new Set(found.map((line) => line.split(" ")[1]))];
  assert.deepEqual(found.slice(0, 20), [], `${found.length} findings of ${kinds.join(" ")}`);
});
