package io.github.ftploglens.feature;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ftploglens.Samples;
import io.github.ftploglens.feature.Finding.Related.Role;
import io.github.ftploglens.feature.Finding.Severity;
import io.github.ftploglens.log.LogDocument;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FindingsTest {
    private final Knowledge knowledge = Samples.knowledge();

    @Test
    void a4yzWarnsA5yzIsAnErrorAndNothingElseIsFound() {
        String log = "331 226 150 425 550".replaceAll("(\\d+) ?", record("$1"));
        assertThat(findings(log)).extracting(Finding::severity).containsExactly(Severity.WARNING, Severity.ERROR);
    }

    @Test
    void aSettingChangesSeveritiesAndTheCodeGoesBeforeItsKind() {
        Severities severities = Severities.of(
                Map.of("4xx", "off", "425", "hint", "5xx", "information", "550", "off", "530", "loud", "226", "error"));
        LogDocument document = knowledge.open("226 425 421 550 530 553".replaceAll("(\\d+) ?", record("$1")));
        assertThat(Findings.of(knowledge, severities, document))
                .extracting(finding -> finding.code() + " " + finding.severity())
                .containsExactly("425 HINT", "530 INFORMATION", "553 INFORMATION");
    }

    @Test
    void aFindingSaysWhatFailedWhyAndWhatToDo() {
        List<Finding> findings = findings("""
                <--- 220 ready
                ---> CWD /private
                <--- 550 Permission denied.
                """);
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.line()).isEqualTo(2);
            assertThat(finding.span().of("<--- 550 Permission denied.")).isEqualTo("550");
            assertThat(finding.message())
                    .startsWith("550 to \"CWD /private\": the file does not exist or access is denied. What to do: ");
            assertThat(finding.related(Role.COMMAND)).hasValueSatisfying(command -> {
                assertThat(command.line()).isEqualTo(1);
                assertThat(command.message()).contains("CWD /private");
            });
            assertThat(finding.address()).endsWith("rfc959#section-4.2.2");
        });
    }

    @Test
    void aReplyThatIsLoggedOnceMoreIsFoundOnce() {
        assertThat(findings("""
                <--- 220 ready
                ---> CWD a
                <--- 550 No such directory
                <--- 550 No such directory
                ---> CWD b
                <--- 550 No such directory
                """)).extracting(Finding::line).containsExactly(2, 5);
        assertThat(findings("""
                <--- 220 ready
                <--- 530 Login incorrect.
                <--- 530 Login incorrect.
                """))
                .as("of a log without commands")
                .extracting(Finding::line)
                .containsExactly(1, 2);
    }

    @Test
    void aMultiLineReplyIsFoundOnce() {
        assertThat(findings("""
                <--- 220 ready
                ---> DELE a
                <--- 550-No
                <--- 550-nor this
                <--- 550 way
                """)).extracting(Finding::line).containsExactly(4);
    }

    @Test
    void aCitedReplyIsFoundOnlyWhereTheReplyItselfIsNotInTheLog() {
        String cited = "get: Access failed: 550 Failed to open file. (a.txt)\n";
        assertThat(findings("<--- 220 ready\n---> RETR a.txt\n<--- 550 Failed to open file.\n" + cited))
                .hasSize(1);
        assertThat(findings("<--- 220 ready\n" + cited)).hasSize(1);
    }

    @Test
    void ofMoreThanAThousandTheErrorsAreShownAndTheRestIsCounted() {
        StringBuilder log = new StringBuilder();
        for (String code : List.of("450", "550")) {
            for (int i = 0; i < 700; i++) {
                String client = "198.51.100." + i % 250;
                String verb = List.of("RETR", "STOR", "DELE").get(i / 250);
                log.append(record(code).replace("192.0.2.7", client).replace("RETR", verb));
            }
        }
        List<Finding> findings = findings(log.toString());
        assertThat(findings).hasSize(Findings.MOST_SHOWN);
        assertThat(findings).last().extracting(Finding::kind).isEqualTo(Finding.Kind.MORE);
        assertThat(findings)
                .filteredOn(finding -> finding.severity() == Severity.ERROR)
                .hasSize(700);
        assertThat(findings)
                .filteredOn(finding -> finding.severity() == Severity.INFORMATION)
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("errors: 0, warnings: 401, others: 0"));
    }

    @Test
    void aLogOfAnotherKindHasNoFindings() {
        assertThat(findings("192.0.2.7 - - [20/Nov/2026:05:08:39 +0000] \"GET /550 HTTP/1.1\" 404 425\n".repeat(30)))
                .isEmpty();
        assertThat(findings("< 220 mail.example.com ESMTP\n> EHLO a\n< 250 ok\n> MAIL FROM:<a>\n< 550 no\n".repeat(9)))
                .isEmpty();
        assertThat(findings("Shopping\n220 grams of flour\n550 g of sugar\n425 degrees\n"))
                .isEmpty();
    }

    private List<Finding> findings(String log) {
        LogDocument document = knowledge.open(log);
        return Findings.of(knowledge, Severities.USUAL, document);
    }

    private static String record(String code) {
        return "192.0.2.7 UNKNOWN bob [20/Nov/2026:05:08:39 +0000] \"RETR a.txt\" " + code + " -\n";
    }
}
