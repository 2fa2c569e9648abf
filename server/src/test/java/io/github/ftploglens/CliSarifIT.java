package io.github.ftploglens;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code check --format sarif} of the packaged jar. */
final class CliSarifIT {
    /** What SARIF 2.1.0 asks of the objects that we write, from its schema of 27 March 2020. */
    private static final String SCHEMA = """
            {
              "type": "object", "required": ["version", "runs"], "additionalProperties": false,
              "properties": {
                "$schema": {"type": "string", "format": "uri"},
                "version": {"enum": ["2.1.0"]},
                "runs": {"type": "array", "minItems": 0, "items": {"$ref": "#/definitions/run"}}
              },
              "definitions": {
                "run": {
                  "type": "object", "required": ["tool"], "additionalProperties": false,
                  "properties": {
                    "tool": {
                      "type": "object", "required": ["driver"], "additionalProperties": false,
                      "properties": {"driver": {"$ref": "#/definitions/toolComponent"}}
                    },
                    "language": {"type": "string", "pattern": "^[a-zA-Z]{2}(-[a-zA-Z]{2})?$"},
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "results": {"type": "array", "items": {"$ref": "#/definitions/result"}}
                  }
                },
                "toolComponent": {
                  "type": "object", "required": ["name"], "additionalProperties": false,
                  "properties": {
                    "name": {"type": "string"},
                    "version": {"type": "string"},
                    "rules": {"type": "array", "uniqueItems": true, "items": {"$ref": "#/definitions/rule"}}
                  }
                },
                "rule": {
                  "type": "object", "required": ["id"], "additionalProperties": false,
                  "properties": {
                    "id": {"type": "string"},
                    "shortDescription": {"$ref": "#/definitions/text"},
                    "help": {"$ref": "#/definitions/text"},
                    "helpUri": {"type": "string", "format": "uri"}
                  }
                },
                "text": {
                  "type": "object", "required": ["text"], "additionalProperties": false,
                  "properties": {"text": {"type": "string", "minLength": 1}, "markdown": {"type": "string"}}
                },
                "result": {
                  "type": "object", "required": ["message"], "additionalProperties": false,
                  "properties": {
                    "ruleId": {"type": "string"},
                    "ruleIndex": {"type": "integer", "minimum": -1},
                    "level": {"enum": ["none", "note", "warning", "error"]},
                    "message": {"$ref": "#/definitions/text"},
                    "occurrenceCount": {"type": "integer", "minimum": 1},
                    "locations": {"type": "array", "items": {"$ref": "#/definitions/location"}},
                    "relatedLocations": {"type": "array", "uniqueItems": true, "items": {"$ref": "#/definitions/location"}}
                  }
                },
                "location": {
                  "type": "object", "additionalProperties": false,
                  "properties": {
                    "id": {"type": "integer", "minimum": -1},
                    "message": {"$ref": "#/definitions/text"},
                    "physicalLocation": {
                      "type": "object", "required": ["artifactLocation"], "additionalProperties": false,
                      "properties": {
                        "artifactLocation": {
                          "type": "object", "additionalProperties": false,
                          "properties": {"uri": {"type": "string", "format": "uri-reference"}}
                        },
                        "region": {
                          "type": "object", "additionalProperties": false,
                          "properties": {
                            "startLine": {"type": "integer", "minimum": 1},
                            "startColumn": {"type": "integer", "minimum": 1},
                            "endColumn": {"type": "integer", "minimum": 1}
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
            """;

    private static final String BAD = """
            Fri Nov 20 05:08:39 2026 [pid 7] [bob] FTP command: Client "192.0.2.7", "RETR a.txt"
            Fri Nov 20 05:08:39 2026 [pid 7] [bob] FTP response: Client "192.0.2.7", "425 Failed to establish connection."
            Fri Nov 20 05:08:41 2026 [pid 7] [bob] FTP command: Client "192.0.2.7", "CWD in"
            Fri Nov 20 05:08:41 2026 [pid 7] [bob] FTP response: Client "192.0.2.7", "550 Failed to change directory."
            """;

    @TempDir
    private Path folder;

    @Test
    void everyFindingIsAResultOfTheRuleOfItsCode() throws IOException {
        Path log = Files.writeString(folder.resolve("the log.log"), BAD);
        Path other = Files.writeString(folder.resolve("other.log"), BAD);
        JsonObject run = run(Cli.run("check", "--format", "sarif", log, other).ended(1));
        JsonArray rules = run.getAsJsonObject("tool").getAsJsonObject("driver").getAsJsonArray("rules");
        JsonArray results = run.getAsJsonArray("results");
        assertThat(rules).hasSize(2);
        assertThat(results).hasSize(4);
        for (int i = 0; i < results.size(); i++) {
            JsonObject result = results.get(i).getAsJsonObject();
            JsonObject rule = rules.get(result.get("ruleIndex").getAsInt()).getAsJsonObject();
            assertThat(rule.get("id")).isEqualTo(result.get("ruleId"));
        }
        JsonObject first = results.get(0).getAsJsonObject();
        assertThat(first.get("ruleId").getAsString()).isEqualTo("425");
        assertThat(first.get("level").getAsString()).isEqualTo("warning");
        JsonObject place = first.getAsJsonArray("locations").get(0).getAsJsonObject();
        assertThat(place.toString())
                .contains("/the%20log.log\"", "\"startLine\":2,\"startColumn\":75,\"endColumn\":78");
        JsonObject command = first.getAsJsonArray("relatedLocations").get(0).getAsJsonObject();
        assertThat(command.toString()).contains("\"startLine\":1,\"startColumn\":1,", "RETR a.txt");
    }

    @Test
    void aRuleExplainsItsCodeInTheReadersLanguage() throws IOException {
        Path log = Files.writeString(folder.resolve("a.log"), BAD);
        String sarif = Cli.run("check", "--format=sarif", "--language=ru", log).ended(1);
        JsonObject run = run(sarif);
        JsonObject rule = run.getAsJsonObject("tool")
                .getAsJsonObject("driver")
                .getAsJsonArray("rules")
                .get(0)
                .getAsJsonObject();
        assertThat(run.get("language").getAsString()).isEqualTo("ru");
        assertThat(rule.get("helpUri").getAsString()).startsWith("https://www.rfc-editor.org/rfc/rfc959");
        assertThat(rule.getAsJsonObject("help").get("text").getAsString()).containsPattern("\\p{IsCyrillic}");
        assertThat(rule.getAsJsonObject("help").get("markdown").getAsString()).startsWith("# ");
    }

    @Test
    void sarifIsValidAlsoWhenThereIsNothingOrTrouble() throws IOException {
        Path clean = Files.writeString(folder.resolve("clean.log"), "");
        assertThat(run(Cli.run("check", "--format=sarif", clean).ended(0)).getAsJsonArray("results"))
                .isEmpty();
        Path bad = Files.writeString(folder.resolve("bad.log"), BAD);
        Cli.Run trouble = Cli.run("check", "--format=sarif", folder.resolve("missing.log"), bad);
        assertThat(trouble.trouble()).contains("missing.log");
        assertThat(run(trouble.out()).getAsJsonArray("results")).hasSize(2);
    }

    /** The only run of a valid SARIF log. */
    private static JsonObject run(String sarif) {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7);
        assertThat(registry.getSchema(SCHEMA, InputFormat.JSON).validate(sarif, InputFormat.JSON))
                .isEmpty();
        JsonArray runs = JsonParser.parseString(sarif).getAsJsonObject().getAsJsonArray("runs");
        assertThat(runs).hasSize(1);
        return runs.get(0).getAsJsonObject();
    }
}
